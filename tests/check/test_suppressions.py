"""Comments in a draft that silence findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from attrib import check
from attrib.checking import check_article
from attrib.directives import Silence, find_directives
from attrib.directives import find_silences as silences_of
from attrib.ingest import make_article
from attrib.records import Checked
from attrib.rulebook import load_rulebook
from attrib.settings import Settings

RULEBOOK = load_rulebook()
SOURCE = "A source said the ferry would sail."
OTHER = "Insiders say the museum will not open in May."
WEASEL = "Experts say the price of bread will fall next year."


def find_silences(text: str) -> tuple[Silence, ...]:
    return silences_of(text, find_directives(text))


def run(text: str, **settings: tuple[str, ...]) -> Checked:
    return check_article(make_article(text), RULEBOOK, settings=Settings(**settings))  # type: ignore[arg-type]


def codes(text: str, **settings: tuple[str, ...]) -> list[str]:
    return [found.code for found in run(text, **settings).diagnostics]


def test_next_paragraph_and_no_more_is_silent() -> None:
    silenced = f"<!-- attrib-disable-next AT101: the desk knows -->\n{SOURCE}\n\n{OTHER}\n"
    assert codes(silenced) == ["AT101"]
    assert run(silenced).diagnostics[0].line == 4
    (suppressed,) = run(silenced).suppressed
    assert (suppressed.diagnostic.line, suppressed.reason) == (2, "the desk knows")


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- attrib-disable-next AT101: why -->\n\n",
        "<!--attrib-disable-next AT101:why-->\r\n",
        "<!-- attrib-disable-next bare-source: why --> ",
        "<!-- attrib-disable-next AT5, AT1: why\n over two lines -->\n",
        "<!-- attrib-disable-next AT101: why -->\n<!-- attrib-disable-next AT501: why -->\n",
        "<!-- attrib-disable: why -->\n",
    ],
)
def test_ways_of_writing_it(comment: str) -> None:
    assert "AT101" not in codes(comment + SOURCE)


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- attrib-disable-next AT501: why -->\n",
        "<!-- attrib-disable-next AT101 -->\n",
        "<!-- attrib-disabled AT101: why -->\n",
        "<!-- attrib-disable-next AT101: why --\n\n",
        "<!-- attrib-enable AT101: why -->\n",
        "<!-- disable AT101: why -->\n",
    ],
)
def test_what_silences_nothing(comment: str) -> None:
    assert "AT101" in codes(comment + SOURCE)


def test_a_range_holds_up_to_its_end() -> None:
    text = (
        f"<!-- attrib-disable AT101: a play -->\n{SOURCE}\n\n<!-- attrib-enable AT501 -->\n\n"
        f"{OTHER}\n\n<!-- attrib-enable AT101 -->\n\nOne source told the Gazette it will sink.\n"
    )
    assert [found.line for found in run(text).diagnostics] == [10]
    assert len(run(text).suppressed) == 2


def test_an_error_is_silenced_only_with_a_reason() -> None:
    assert codes(f"<!-- attrib-disable-next AT101 -->\n{SOURCE}") == ["AT002", "AT101"]
    assert codes(f"<!-- attrib-disable-next AT501 -->\n{WEASEL}") == []


def test_of_several_comments_one_with_a_reason_is_enough() -> None:
    bare, reasoned = "<!-- attrib-disable AT101 -->", "<!-- attrib-disable-next AT101: the desk -->"
    for text in (f"{bare}\n\n{reasoned}\n{SOURCE}", f"{reasoned} {bare}\n{SOURCE}"):
        done = run(text)
        assert done.diagnostics == ()
        assert [item.reason for item in done.suppressed] == ["the desk"]
    # Beyond the paragraph that the reason is given for, the bare comment stands alone.
    beyond = f"{bare}\n\n{reasoned}\n{SOURCE}\n\n{OTHER}"
    assert [(item.code, item.line) for item in run(beyond).diagnostics] == [
        ("AT002", 1),
        ("AT101", 6),
    ]
    assert codes(f"{bare}\n\n{bare}\n{SOURCE}") == ["AT002", "AT101"]


def test_a_reasoned_comment_for_another_check_gives_no_reason() -> None:
    text = f"<!-- attrib-disable AT101 -->\n\n<!-- attrib-disable-next AT501: why -->\n{SOURCE}"
    assert codes(text) == ["AT002", "AT001", "AT101"]


def test_a_comment_that_silences_nothing_is_told() -> None:
    text = "<!-- attrib-disable-next AT101: why -->\nIda Moss, the mayor, said it would sail.\n"
    (found,) = run(text).diagnostics
    assert (found.code, found.severity, found.line, found.column) == ("AT001", "info", 1, 1)
    # Also where the check itself is switched off, but not where it would have spoken.
    used = f"<!-- attrib-disable-next AT101: why -->\n{SOURCE}"
    assert codes(used, ignore=("AT101",)) == []
    assert codes(used, select=("AT001",)) == []
    assert codes(text, ignore=("AT001",)) == []


def test_thousands_of_comments_are_read_once_each() -> None:
    comments = "<!-- attrib-disable-next AT101: why -->\n\n" * 20_000
    silences = find_silences(comments + "word\n\nword")
    assert len(silences) == 20_000
    assert {silence.span.end for silence in silences} == {len(comments) + len("word")}


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("a # b\n\nc", " b"),
        ("a #\n\nb\n\nc", "\n\nb"),
        ("a #\n \n# b # c\n\nd", "\n \n# b # c"),
        ("# b # c\n\nd", " b # c"),
        ("# b", " b"),
        ("b #", ""),
    ],
)
def test_the_first_comment_holds_for_the_rest_of_a_paragraph_or_the_next(
    text: str, silent: str
) -> None:
    def spelled(short: str) -> str:
        return short.replace("#", "<!-- attrib-disable-next AT1: x -->")

    assert find_silences(spelled(text))[0].span.of(spelled(text)) == spelled(silent)


def test_comments_are_no_prose() -> None:
    text = f"{SOURCE} <!-- attrib-disable-next AT101: a source said so --> It rained.\n"
    assert [found.column for found in run(text).diagnostics if found.code == "AT101"] == [1]


def test_directives_know_their_place_and_words() -> None:
    text = "é <!-- attrib-disable AT101 bare-source , AT2:  a\n b --> x"
    (directive,) = find_directives(text)
    assert directive.span.of(text) == text[2:-2]
    assert directive.codes == ("AT101", "bare-source", "AT2")
    assert directive.reason == "a b"
    (silence,) = find_silences(text)
    assert silence.span.of(text) == " x"
    assert find_silences("no comment") == ()


def test_a_comment_above_a_heading_silences_the_headline(tmp_path: Path) -> None:
    body = "# Firm dumped waste in lake\n\nThe firm dumped waste in the lake, a rival said.\n"
    draft = tmp_path / "a.md"
    draft.write_text(body, encoding="utf-8")
    (found,) = (item for item in check(draft) if item.code == "AT701")
    assert (found.line, found.column) == (1, 3)
    draft.write_text(f"<!-- attrib-disable-next AT701: shown -->\n{body}", encoding="utf-8")
    assert [item.code for item in check(draft) if item.code.startswith(("AT7", "AT0"))] == []


@pytest.mark.parametrize("verb", ["disable-next-line", "disable-line", "ignore", "disabled", "off"])
def test_a_comment_that_nobody_knows_is_told_and_silences_nothing(verb: str) -> None:
    text = f"<!-- attrib-{verb} AT101: why -->\n{SOURCE}\n"
    told = [found.message for found in run(text).diagnostics if found.code == "AT001"]
    assert sorted(codes(text)) == ["AT001", "AT101"]
    assert told == [
        f"this silences nothing (there is no attrib-{verb}, only attrib-disable-next, "
        "attrib-disable and attrib-enable)"
    ]
    assert run(text).suppressed == ()


def test_such_a_comment_ends_no_other(tmp_path: Path) -> None:
    text = f"<!-- attrib-disable AT101: why -->\n<!-- attrib-enabled -->\n{SOURCE}\n"
    assert codes(text) == ["AT001"]
    page = tmp_path / "a.html"
    page.write_text(
        f"<html><body><p>It rained.</p><!-- attrib-skip --><p>{SOURCE}</p></body></html>",
        encoding="utf-8",
    )
    (found,) = (item for item in check(page) if item.code == "AT001")
    assert (found.line, found.column) == (1, 30)
    for other in ("<!-- attribution: the desk -->", "<!-- attrib -->", "attrib-ignore AT101"):
        assert "AT001" not in codes(f"{other}\n\n{SOURCE}\n")
