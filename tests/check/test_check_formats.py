"""Findings as text and as JSON."""

from __future__ import annotations

import json
import re

from drafting import Said, checked

from attrib.check.formats import render_concise, render_diagnostics, render_text
from attrib.check.formats.json import render_json
from attrib.records import Article, Corpus, Diagnostic, Problem

TEXT = "The dam is old.\nIt is understood that\tit will burst.\n"
TITLE = "Dam 'will burst'"


def found_in(text: str = TEXT, title: str | None = None) -> tuple[Diagnostic, ...]:
    return checked(text, title=title, select=("AT502", "AT702"))


def article(text: str = TEXT, title: str | None = None) -> Article:
    return Article(id="draft", text=text, path="draft.txt", title=title)


def test_text_shows_place_line_and_caret() -> None:
    assert render_text(found_in(), [article()]) == (
        'draft.txt:2:1: info AT502 "It is understood" hides who says so\n'
        "  It is understood that it will burst.\n"
        "  ^^^^^^^^^^^^^^^^\n"
    )


def test_concise_is_one_line_a_finding() -> None:
    assert render_concise(found_in()) == (
        'draft.txt:2:1: info AT502 "It is understood" hides who says so\n'
    )


def test_finding_in_the_title_shows_the_title() -> None:
    text = 'The dam is old, Ida Moss said. "It leaks."'
    shown = render_text(found_in(text, TITLE), [article(text, TITLE)])
    assert shown.splitlines()[0].startswith("draft.txt:1:5: error AT702")
    assert shown.splitlines()[0].endswith("(in the title)")
    assert shown.splitlines()[1:] == ["  Dam 'will burst'", "      ^^^^^^^^^^^^"]


def test_related_places_stand_under_the_finding() -> None:
    body = "An inspector said the firm dumped waste in the Arle."
    title = "Firm dumped waste in Arle"
    said = Said("the firm dumped waste in the Arle", "An inspector", "said", source_class="UOR")
    found = checked(body, said, title=title, select=("AT701",))
    shown = render_text(found, [article(body, title)])
    assert shown.splitlines()[-1] == "  draft.txt:1:1: attributed here to An inspector"


def test_colour_only_when_asked() -> None:
    assert "\x1b" not in render_text(found_in(), [article()])
    coloured = render_text(found_in(), [article()], colour=True)
    assert "\x1b[36minfo\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == render_text(found_in(), [article()])


def test_long_line_is_cut_around_the_finding() -> None:
    text = "It was dark. " * 60 + "It is understood that it will burst. " + "It was dark. " * 60
    line, marks = render_text(found_in(text), [article(text)]).splitlines()[1:]
    assert len(line) < 120
    assert line.startswith("  ... ")
    assert line.endswith(" ...")
    assert line[marks.index("^") : marks.rindex("^") + 1] == "It is understood"


def test_caret_stands_under_the_finding_after_wide_characters() -> None:
    text = "東京 It is understood that it will burst."
    line, marks = render_text(found_in(text), [article(text)]).splitlines()[1:]
    columns = marks.index("^") - 2
    assert columns == len("東京 It") - len("It") + 2
    assert marks.count("^") == len("It is understood")
    assert line.endswith(text)


def test_control_characters_of_a_draft_never_reach_the_terminal() -> None:
    text = "The \x1b[31mdam\x1b[0m is old. It is understood\x07 that it will burst."
    shown = render_text(found_in(text), [article(text)])
    assert "\x1b" not in shown
    assert "\x07" not in shown


def test_article_that_is_not_at_hand_leaves_the_line_out() -> None:
    assert render_text(found_in(), []) == render_concise(found_in())


def test_nothing_found_is_nothing_written() -> None:
    assert render_text([], [article()]) == ""


def test_json_has_places_twice_and_what_could_not_be_read() -> None:
    written = json.loads(render_json(found_in(), [Problem("gone.txt", "no such file")]))
    assert written["schema"] == "attrib.diagnostics/1"
    (one,) = written["diagnostics"]
    assert (one["file"], one["code"], one["severity"]) == ("draft.txt", "AT502", "info")
    assert one["start"] == {"offset": 16, "line": 2, "column": 1}
    assert one["end"] == {"offset": 32, "line": 2, "column": 17}
    assert written["problems"][0]["path"] == "gone.txt"


def test_format_is_chosen_by_name() -> None:
    corpus = Corpus((article(),), (Problem("gone.txt", "no such file"),))
    found = found_in()
    assert render_diagnostics(found, corpus) == render_text(found, corpus)
    assert render_diagnostics(found, corpus, "concise") == render_concise(found)
    assert render_diagnostics(found, corpus, "json") == render_json(found, corpus.problems)
    assert render_diagnostics(found, corpus, "text", True) == render_text(
        found, corpus, colour=True
    )
