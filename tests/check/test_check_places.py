"""Where findings point: lines, columns and spans, in the text, the title and the raw file."""

from __future__ import annotations

import pytest
from drafting import checked
from hypothesis import given
from hypothesis import strategies as st

from attrib.positions import line_and_column, map_lines
from attrib.records import Article, RawMap

PHRASE = "It is understood"


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("", (1, 1)),
        ("One.\n", (2, 1)),
        ("One.\r\n\r\n", (3, 1)),
        ("One.\r", (2, 1)),
        ("Good 👋🏽 day. ", (1, 14)),
        ("Cafe\u0301. ", (1, 8)),
        ("\tTab. ", (1, 7)),
    ],
    ids=["start", "LF", "CRLF", "CR", "emoji", "combining", "tab"],
)
def test_lines_and_columns_count_code_points(before: str, place: tuple[int, int]) -> None:
    text = f"{before}{PHRASE} that he will quit."
    (found,) = checked(text, select=("AT502",))
    assert found.span.of(text) == PHRASE
    assert (found.line, found.column) == place
    assert (found.end_line, found.end_column) == (place[0], place[1] + len(PHRASE))


def test_finding_in_text_taken_out_of_markup_points_into_the_raw_file() -> None:
    raw = "<html>\n<p>It is <b>understood</b> that he will quit.</p>"
    text = "It is understood that he will quit."
    starts = (raw.index("It"), raw.index("understood"), raw.index(" that"))
    article = Article(
        id="draft",
        text=text,
        path="draft.html",
        raw=RawMap((0, 6, 16), starts, (0, 7)),
    )
    (found,) = checked(text, article=article, select=("AT502",))
    assert found.span.of(text) == PHRASE
    assert (found.line, found.column) == (2, 4)
    # The end stands before "</b>", not after it.
    assert (found.end_line, found.end_column) == (2, 4 + len("It is <b>understood"))


def test_finding_over_a_line_end_ends_on_the_later_line() -> None:
    text = "It is\r\nunderstood that he will quit."
    found = checked(text, select=("AT502",))
    assert [(item.line, item.end_line, item.end_column) for item in found] in ([], [(1, 2, 11)])


def test_findings_come_in_order_of_place() -> None:
    text = "He allegedly lied. It rained. It is understood that he will quit. She allegedly left."
    found = checked(text, title="Mayor 'lied'")
    places = [item.span for item in found if item.field == "text"]
    assert places == sorted(places)
    assert len(places) > 1


@given(st.text(max_size=400), st.none() | st.text(max_size=80))
def test_any_text_gives_findings_inside_it(text: str, title: str | None) -> None:
    for found in checked(text, title=title):
        whole = (title or "") if found.field == "title" else text
        assert 0 <= found.span.start < found.span.end <= len(whole)
        assert found.line >= 1
        assert found.column >= 1
        assert (found.end_line, found.end_column) > (found.line, found.column)


PIECES = st.sampled_from(
    ["It is understood ", "allegedly ", '"', "“", "”", "'", "sources said ", ". ", "\n\n", "\r\n",
     "He is accused of ", "by ", "👋", "\t", "Q: ", "It is over for us now", "—", "`", "http://x "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40), st.lists(PIECES, max_size=8))
def test_text_made_of_what_checks_look_for_gives_findings_inside_it(
    pieces: list[str], heads: list[str]
) -> None:
    text, title = "".join(pieces), "".join(heads)
    for found in checked(text, title=title):
        whole = title if found.field == "title" else text
        assert found.span.of(whole)
        assert "{" not in found.message


@given(st.text(alphabet="a\r\n👋\u2028\t", max_size=40))
def test_map_of_lines_answers_as_each_place_does(text: str) -> None:
    article = Article(id="draft", text=text)
    lines = map_lines(article)
    for offset in range(len(text) + 1):
        assert lines.line_and_column(offset) == line_and_column(article, offset)
