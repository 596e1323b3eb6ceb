"""The worked example of docs/report-templates.md, and that its pages say what there is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jinja2
import pytest
from mill import make_analysis
from page import read_page, to_words

from attrib.report import render, render_folder
from view_fields import INDEX_VARIABLES, REPORTS, VARIABLES, find_files, say_purpose

DOCS = Path(__file__).parent.parent.parent / "docs"
HOUSE = DOCS / "examples" / "house-report"


def test_a_newsrooms_name_colours_and_words_are_in_the_page() -> None:
    page = read_page(render(make_analysis(), "html", HOUSE))
    assert to_words(page.all("header", class_="bar")[0].text).startswith(
        "The Skerra Post fact-check desk"
    )
    style = page.all("style")[0].text
    assert style.rindex("--link: light-dark(#8a1c1c") > style.rindex("--link: light-dark(#0b5563")
    words = to_words(page.all("main")[0].text)
    assert "grade D, Weak" in words
    assert "Why D, Weak: 30 of 100 points" in words
    assert "D, Thin" not in words
    assert "grade C, Fair" in words


def test_the_index_of_a_folder_has_them_too() -> None:
    page = read_page(render_folder(make_analysis(), HOUSE)["index.html"])
    assert "The Skerra Post" in page.all("header", class_="bar")[0].text


def test_the_example_stands_in_the_documentation_as_it_is() -> None:
    text = (DOCS / "report-templates.md").read_text(encoding="utf-8")
    shown = re.findall(r"^`([\w.]+)`:\n\n```\w+\n(.*?)```", text, re.S | re.M)
    assert dict(shown) == {file.name: file.read_text(encoding="utf-8") for file in HOUSE.iterdir()}


def test_every_file_says_what_it_is_for() -> None:
    listed = [file for kind in ("Templates", "Style", "Script") for file in find_files(kind)]
    assert [file.name for file in listed if not say_purpose(file)] == []
    there = {file for file in REPORTS.rglob("*") if file.is_file()}
    assert there - set(listed) == {REPORTS / "words.yaml"}


def test_variables_are_those_that_templates_get(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a change: docs/view_fields.py says what a new variable is."""
    given: dict[str, set[str]] = {}
    real = jinja2.Template.render

    def note(self: jinja2.Template, *args: Any, **variables: Any) -> str:
        given[str(self.name)] = set(variables)
        return real(self, *args, **variables)

    monkeypatch.setattr(jinja2.Template, "render", note)
    render_folder(make_analysis())
    assert given["report.html.j2"] == set(VARIABLES)
    shared = {"version", "rules", "policy", "style", "script"}
    assert given["index.html.j2"] == shared | set(INDEX_VARIABLES)
