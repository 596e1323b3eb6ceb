"""The report formats by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from attrib.errors import AttribError
from attrib.records import Analysis
from attrib.report.index import Index, build_index
from attrib.report.markdown import render_markdown
from attrib.report.tables import render_csv, render_json, render_jsonl
from attrib.report.text import render_contests_text, render_text
from attrib.report.words import Words, load_words
from attrib.resources import find_folder
from attrib.respan import read_analysis

_WITH_OFFSETS = frozenset(("json", "jsonl", "csv"))
"""Formats that give offsets, which are those of the files: they keep the markup in the texts."""


def render(analysis: Analysis, format: str = "html", templates: str | Path | None = None) -> str:
    """`analysis` as text in one of `FORMATS`, ending in a line feed; the same input, the same text.

    `templates` is a folder laid over the shipped `reports/`: a file in it takes the place of
    the shipped one. Raises AttribError for an unknown format, a broken template, and an analysis
    that has claims of articles that it lacks.
    """
    if format not in FORMATS:
        raise AttribError(f"unknown format '{format}'; expected one of {', '.join(FORMATS)}")
    _require_whole(analysis)
    folders = _folders(templates)
    shown = analysis if format in _WITH_OFFSETS else read_analysis(analysis)
    return FORMATS[format](build_index(shown), load_words(folders), folders)


def _require_whole(analysis: Analysis) -> None:
    known = {article.id for article in analysis.articles}
    lacking = sorted({claim.article for claim in analysis.claims} - known)
    if lacking:
        raise AttribError(
            f"the analysis has claims of an article that it lacks: '{lacking[0]}'; for a part of "
            "the articles, analyze that part"
        )


def render_folder(analysis: Analysis, templates: str | Path | None = None) -> dict[str, str]:
    """The report as pages by file name: one a story, and index.html, which leads to them."""
    from attrib.report.folder import render_pages

    folders = _folders(templates)
    return render_pages(read_analysis(analysis), load_words(folders), folders)


def render_contests(analysis: Analysis) -> str:
    """The contested matters alone, as text for a terminal."""
    return render_contests_text(build_index(read_analysis(analysis)), load_words(_folders(None)))


def _folders(templates: str | Path | None) -> tuple[Path, ...]:
    shipped = find_folder("reports")
    if templates is None:
        return (shipped,)
    folder = Path(templates)
    if not folder.is_dir():
        raise AttribError(
            "is no folder; --templates takes a folder with files of reports/", path=str(folder)
        )
    return (folder, shipped)


def _html(index: Index, words: Words, folders: tuple[Path, ...]) -> str:
    # Jinja is worth its import only to those who want a page.
    from attrib.report.html import render_html

    return render_html(index, words, folders)


FORMATS: dict[str, Callable[[Index, Words, tuple[Path, ...]], str]] = {
    "html": _html,
    "json": lambda index, _words, _folders: render_json(index),
    "jsonl": lambda index, _words, _folders: render_jsonl(index),
    "md": lambda index, words, _folders: render_markdown(index, words),
    "csv": lambda index, words, _folders: render_csv(index, words),
    "text": lambda index, words, _folders: render_text(index, words),
}
