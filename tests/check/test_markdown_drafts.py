"""Drafts in Markdown: checked, verified and reported as the same words are without markup."""

from __future__ import annotations

from pathlib import Path

import pytest

import attrib
from attrib import Diagnostic
from attrib.checking import check_corpus
from attrib.rulebook import load_rulebook
from calling import put

REST = "the ferry would not sail on Sunday.\n"
SOURCE = f"A source said {REST}"
QUOTE = "they are unreliable and that the ferry will not sail again this year"
MATERIAL = f'Ida Moss, the mayor, said on Monday: "We think that {QUOTE}."\n'


def findings(folder: Path, text: str) -> list[Diagnostic]:
    return list(attrib.check(put(folder, "a.md", text)))


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        (f"A [source](https://x.example/a) said {REST}", "A [source", (1, 1, 1, 10)),
        (f"A *source* said {REST}", "A *source", (1, 1, 1, 10)),
        (f"**A source** said {REST}", "A source", (1, 3, 1, 11)),
        (f"[Sources](http://x) say {REST}", "Sources", (1, 2, 1, 9)),
        (f"A source&nbsp;said {REST}", "A source", (1, 1, 1, 9)),
        (f"A sou\u00adrce sa\u200bid {REST}", "A sou\u00adrce", (1, 1, 1, 10)),
        (f"It rained.\n\n__A source__ **said** {REST}", "A source", (3, 3, 3, 11)),
        ("A source said\u2028the ferry would sail.\n", "A source", (1, 1, 1, 9)),
        (
            "It rained at noon in the town.\n\nA source said\nthe ferry would\nnot sail, never.\n"
            "\nIt rained.",
            "A source",
            (3, 1, 3, 9),
        ),
        (
            "* A source said\n  the ferry would not sail.\n* It rained at noon.\n",
            "A source",
            (1, 3, 1, 11),
        ),
        (f"# *A source* said the ferry would sail\n\n{REST}", "A source", (1, 4, 1, 12)),
    ],
)
def test_the_error_is_found_at_its_place_in_the_file(
    tmp_path: Path, text: str, words: str, place: tuple[int, int, int, int]
) -> None:
    (found,) = [item for item in findings(tmp_path, text) if item.code == "AT101"]
    assert found.severity == "error"
    assert (found.line, found.column, found.end_line, found.end_column) == place
    if found.field == "text":
        assert found.span.of(text) == words
    shown = "Sources" if "Sources" in text else "A source"
    assert found.words == shown
    assert found.message.startswith(f'"{shown}" tells')


def test_findings_are_those_of_the_plain_words(tmp_path: Path) -> None:
    marked = (
        "According to [two studies](u), the ferry is *old*. A [study](u) found that it leaks.\n\n"
        '[Critics](u) say it should **go**. "*It* is [late](u)," one of them said.\n\n'
        "> It was\n> an *officer* who said so.\n\nIt is *widely known* that _boats_ leak.\n"
    )
    plain = (
        "According to two studies, the ferry is old. A study found that it leaks.\n\n"
        'Critics say it should go. "It is late," one of them said.\n\n'
        "> It was an officer who said so.\n\nIt is widely known that boats leak.\n"
    )
    ours, theirs = findings(tmp_path, marked), findings(tmp_path, plain)
    assert {"AT801", "AT501"} <= {item.code for item in theirs}
    for one, other in zip(ours, theirs, strict=True):
        assert (one.code, one.message, one.words) == (other.code, other.message, other.words)
        assert one.fingerprint == other.fingerprint
    shown = [item.span.of(marked) for item in ours if item.code == "AT501"]
    assert shown == ["Critics](u) say", "It is *widely"]


@pytest.mark.parametrize(
    "text",
    [
        f"A \\*source\\* said {REST}",
        f"A re*source* said {REST}",
        f"A `source` said {REST}",
        f"A source_code said {REST}",
    ],
)
def test_what_is_no_markup_hides_no_other_word(tmp_path: Path, text: str) -> None:
    assert [item for item in findings(tmp_path, text) if item.code == "AT101"] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"```\n<!-- attrib-disable AT101: sample -->\n```\n\n{SOURCE}", ["AT101"]),
        (f"~~~\n<!-- attrib-disable -->\n~~~\n\n{SOURCE}", ["AT101"]),
        (f"Write `<!-- attrib-disable AT101: sample -->` first.\n\n{SOURCE}", ["AT101"]),
        (f"Write ``<!-- attrib-disable-next -->`` first.\n\n{SOURCE}", ["AT101"]),
        (f"<!-- attrib-disable AT101: why -->\n\n{SOURCE}", []),
        # Backticks that no others close make no code, and a comment holds none.
        (f"A ` and <!-- attrib-disable AT101: why --> so.\n\n{SOURCE}", []),
        (f"<!-- ` --> <!-- attrib-disable AT101: why --> `\n\n{SOURCE}", []),
        (f"*It* rained.\n\n<!-- attrib-disable-next AT101: why -->\n*A* source said {REST}", []),
    ],
)  # fmt: skip
def test_comments_inside_code_are_text(tmp_path: Path, text: str, codes: list[str]) -> None:
    found = [item.code for item in findings(tmp_path, text)]
    assert [code for code in found if code in ("AT101", "AT001", "AT002", "AT312")] == codes


def test_a_comment_that_silences_nothing_is_told_at_its_place(tmp_path: Path) -> None:
    text = "The *ferry* sank.\n\n<!-- attrib-disable AT101: why -->\n\nIt [rained](u).\n"
    (found,) = [item for item in findings(tmp_path, text) if item.code == "AT001"]
    assert found.line == 3
    assert found.span.of(text) == "<!-- attrib-disable AT101: why -->"


def test_front_matter_silences_the_words_without_markup(tmp_path: Path) -> None:
    waiver = "attrib_disable:\n  - checks: [AT101]\n    words: A source\n    reason: agreed"
    path = put(tmp_path, "a.md", f"---\n{waiver}\n---\nA *source* said {REST}")
    checked = check_corpus(attrib.read(path), load_rulebook())
    assert [item.diagnostic.code for item in checked.suppressed] == ["AT101"]
    assert "AT101" not in [item.code for item in checked.diagnostics]


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        (QUOTE, "exact"),
        (QUOTE.replace("unreliable", "[unreliable](http://x.example/y)"), "exact"),
        (QUOTE.replace("unreliable", "**unreliable**[^1]"), "exact"),
        (QUOTE.replace("unreliable", "[very] unreliable"), "trimmed"),
        (QUOTE.replace("unreliable", "[reliable](u)"), "altered"),
    ],
)
def test_a_quote_is_verified_without_its_markup(tmp_path: Path, quote: str, verdict: str) -> None:
    text = f'*Ida Moss*, the [mayor](u), said: "{quote}."\n'
    draft, material = put(tmp_path, "a.md", text), put(tmp_path, "m.txt", MATERIAL)
    (found,) = attrib.verify(draft, against=[material])
    assert found.verdict == verdict
    assert found.span.of(text) == f'"{quote}."'
    assert found.column == text.index('"') + 1


def test_a_block_quote_is_verified_without_its_marks(tmp_path: Path) -> None:
    text = f"Ida Moss, the mayor, said:\n\n> {QUOTE.replace(' that', chr(10) + '> that')}.\n"
    draft, material = put(tmp_path, "a.md", text), put(tmp_path, "m.txt", MATERIAL)
    (found,) = attrib.verify(draft, against=[material])
    assert found.words == f"{QUOTE}."
    assert found.verdict == "folded"
    assert found.span.of(text).count("\n> ") == 1


def test_passages_of_the_material_have_their_places_in_its_file(tmp_path: Path) -> None:
    text = MATERIAL.replace("unreliable", "[unreliable](u)").replace("Ida", "*Ida*")
    draft = put(tmp_path, "a.txt", f'Ida Moss, the mayor, said: "{QUOTE}."\n')
    (found,) = attrib.verify(draft, against=[put(tmp_path, "m.md", text)])
    assert found.verdict == "exact"
    assert found.found is not None
    assert found.found.message == QUOTE
    assert found.found.span.of(text) == QUOTE.replace("unreliable", "[unreliable](u)")
    assert found.found.column == text.index("they") + 1


STORY = (
    "# A *ferry* story\n\n**Ida Moss**, the [mayor](http://x/y_z), said **that the ferry "
    '[would sail](u)**. "It *will* sail," she said.\n\n> Quoted [words](u) here\n> go on.\n'
)


def test_an_analysis_has_the_text_of_the_file_and_spans_in_it(tmp_path: Path) -> None:
    analysis = attrib.analyze(attrib.read(put(tmp_path, "a.md", STORY)))
    (article,) = analysis.articles
    assert article.text == STORY
    first, second, _ = analysis.claims
    assert first.text == "The ferry would sail"
    assert [span.of(STORY) for span in first.content] == ["that the ferry [would sail"]
    assert first.source is not None
    assert first.source.name == "Ida Moss"
    assert first.source.span.of(STORY) == "Ida Moss**, the [mayor"
    assert first.cue is not None
    assert first.cue.span.of(STORY) == "said"
    assert first.sentence.of(STORY).startswith("**Ida Moss**")
    assert first.sentence.of(STORY).endswith("(u)**.")
    assert [span.of(STORY) for span in second.content] == ['"It *will* sail,"']
    shown = [part.span.of(STORY) for part in analysis.segmentations[0].paragraphs]
    assert "".join("".join(shown).split()) == "".join(STORY.split())


@pytest.mark.parametrize("format", ["html", "text", "md"])
def test_reports_for_people_show_no_markup(tmp_path: Path, format: attrib.ReportFormat) -> None:
    corpus = attrib.read(put(tmp_path, "a.md", STORY + "\nA *source* [denied](u) it *all*.\n"))
    analysis = attrib.analyze(corpus, checks=True)
    report = attrib.render(analysis, format=format)
    assert "](u)" not in report
    assert "*ferry*" not in report
    assert "y_z" not in report
    assert "8:1" in report or format != "html"
