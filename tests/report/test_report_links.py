"""Links to a claim's words: fragments as the specification has them, and places in files."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import pytest
from building import make_article, part

from attrib.records import Article, RawMap, Span
from attrib.report.links import find_fragment_link, say_place

URL = "https://courier.example/fire"
TEXT = (
    "The alarms were off, the inspectors said on Monday.\n"
    "\n"
    "Nobody was hurt. The firm said the alarms worked, and that nobody was hurt.\n"
    "A well-known fault, A&B, was seen. He slept.\n"
)


def article(text: str = TEXT, url: str | None = URL) -> Article:
    return replace(make_article("links", text), url=url)


def fragment(words: str, text: str = TEXT) -> str:
    link = find_fragment_link(article(text), part(text, words))
    assert link is not None
    return link.removeprefix(f"{URL}#:~:text=")


def test_words_that_stand_once_are_given_as_they_stand() -> None:
    assert fragment("the alarms worked") == "the%20alarms%20worked"


def test_the_syntax_of_fragments_is_escaped() -> None:
    assert fragment("A well-known fault, A&B") == "A%20well%2Dknown%20fault%2C%20A%26B"


def test_marks_at_the_edges_are_left_out_since_pages_set_their_own() -> None:
    text = 'She said: "Nothing was known to us," and left.'
    assert fragment('"Nothing was known to us,"', text) == "Nothing%20was%20known%20to%20us"


def test_words_that_stand_twice_get_their_neighbours() -> None:
    assert TEXT.lower().count("nobody was hurt") == 2
    end = TEXT.index("nobody was hurt")
    link = find_fragment_link(article(), Span(end, end + len("nobody was hurt")))
    assert link is not None
    # A full stop ends the line: what stands in the next is no neighbour to a browser.
    assert unquote(link).endswith("text=alarms worked, and that-,nobody was hurt")


def test_marks_between_the_words_and_their_neighbours_stay() -> None:
    text = "He said, “Quite so”, and left. Quite so."
    span = part(text, "Quite so”")
    link = find_fragment_link(article(text), Span(span.start, span.end - 1))
    assert link is not None
    assert unquote(link).endswith("text=He said, “-,Quite so,-”, and left. Quite so")


def test_a_neighbour_is_taken_from_one_line_only() -> None:
    start = TEXT.index("Nobody was hurt")
    link = find_fragment_link(article(), Span(start, start + len("Nobody was hurt")))
    assert link is not None
    assert unquote(link).endswith(
        "text=inspectors said on Monday.-,Nobody was hurt,-. The firm said the"
    )


def test_a_word_or_two_always_get_their_neighbours() -> None:
    assert fragment("slept") == "A%26B%2C%20was%20seen.%20He-,slept"
    assert fragment("worked").endswith("-,worked,-%2C%20and%20that%20nobody%20was")


def test_a_long_passage_is_told_by_its_ends() -> None:
    words = "word " * 5 + "and on it went, " * 8 + "until it was over"
    assert fragment(words, f"So: {words}. Then.") == ("word%20word%20word,it%20was%20over")


def test_a_start_and_an_end_share_no_word() -> None:
    words = "incomprehensibilities notwithstanding nevertheless persevered"
    assert len(words) > 50
    assert fragment(words, f"So: {words}.") == words.replace(" ", "%20")


def test_no_part_runs_over_the_end_of_a_line() -> None:
    assert fragment("Monday.\n\nNobody") == "the%20inspectors%20said%20on-,Monday,Nobody"


@pytest.mark.parametrize("cut", [(1, 0), (0, 1), (2, 2)])
def test_words_the_span_cuts_into_are_given_whole(cut: tuple[int, int]) -> None:
    span = part(TEXT, "alarms worked")
    inner = Span(span.start + cut[0], span.end - cut[1])
    assert find_fragment_link(article(), inner) == find_fragment_link(article(), span)


def test_an_anchor_of_the_address_stays_and_a_fragment_in_it_gives_way() -> None:
    span = part(TEXT, "the alarms worked")
    for url in (f"{URL}#story", f"{URL}#story:~:text=old"):
        assert (
            find_fragment_link(article(url=url), span)
            == f"{URL}#story:~:text=the%20alarms%20worked"
        )


def test_no_words_no_fragment() -> None:
    assert find_fragment_link(article("... said he."), Span(0, 3)) == URL


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", "https://a.example/\x1b"])
def test_no_address_no_link(url: str | None) -> None:
    assert find_fragment_link(article(url=url), Span(0, 10)) is None


def test_broken_surrogates_and_quotes_cannot_break_out_of_the_address() -> None:
    link = find_fragment_link(article('He \ud800 said "><script> so.'), Span(0, 25))
    assert link is not None
    assert not set('"<> ') & set(link)


def test_neighbours_in_a_line_without_end_are_near() -> None:
    text = "word " * 100_000 + "slept " + "word " * 100_000
    assert fragment("slept", text) == "word%20word%20word%20word-,slept,-word%20word%20word%20word"


def test_the_place_is_the_line_of_the_raw_file() -> None:
    assert say_place(article(), TEXT.index("Nobody")) == "mill/links.txt:3"
    raw = RawMap((0,), (40,), (0, 20, 30))
    assert say_place(replace(article(), raw=raw), 5) == "mill/links.txt:3"
    assert say_place(replace(article(), path=None), 5) == ""
