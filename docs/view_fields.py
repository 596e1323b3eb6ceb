"""The page on the files of the report and on what its templates get, from these themselves."""

from __future__ import annotations

import dataclasses
import inspect
import re
import typing
from collections.abc import Iterator
from pathlib import Path

from attrib.report.articles import ArticleView
from attrib.report.checks import FindingView
from attrib.report.claims import ClaimView
from attrib.report.contests import ContestView
from attrib.report.decisions import DecisionsView
from attrib.report.folder import Story
from attrib.report.inline import SCRIPTS, STYLES
from attrib.report.plots.glance import Glance
from attrib.report.relays import RelayView
from attrib.report.sources import SourceView
from attrib.report.summary import Summary
from attrib.report.words import Words

REPORTS = Path(__file__).parent.parent / "reports"
_COMMENTS = {
    ".j2": (r"\{#(.*?)#\}", ""),
    ".css": (r"/\*(.*?)\*/", ""),
    ".js": (r"((?://[^\n]*\n)+)", "//"),
}
# Every variable of report.html.j2; a test holds the names against what render_html passes.
VARIABLES: dict[str, tuple[str, type | None]] = {
    "summary": ("the first screen, a Summary", Summary),
    "contests": ("the contested matters, ranked, each a ContestView", ContestView),
    "articles": ("the articles in reading order, each an ArticleView", ArticleView),
    "findings": ("what the draft checks found, by id, each a FindingView", FindingView),
    "checked": ("how much they found, by severity, in words", None),
    "glance": ("the drawings, a Glance", Glance),
    "decisions": ("what editors have decided, a DecisionsView", DecisionsView),
    "sources": ("the sources, most cited first, each a SourceView", SourceView),
    "relays": ("who passes on whose words, a RelayView", RelayView),
    "views": ("every claim by its id, a ClaimView", ClaimView),
    "numbers": ("the number of each claim in its article, by the claim's id; or none", None),
    "attributed": ("ids of the claims that are not in the outlet's own voice", None),
    "home": ("the file that lists all stories; none where the report is one file", None),
    "version": ("attrib's version", None),
    "rules": ("the checksum of the rules", None),
    "policy": ("the content security policy, with the hashes of style and script", None),
    "style": ("the files of style/ and house.css, as one text", None),
    "script": ("the files of script/, as one text", None),
}
# What index.html.j2 has besides; a test holds them against what the folder passes.
INDEX_VARIABLES: dict[str, tuple[str, type | None]] = {
    "stories": ("the stories, those with most contested first, each a Story", Story),
    "scope": ("how many articles from how many outlets on how many stories, and when", None),
    "problems": ("what could not be read", None),
}


def render_variables(made: str) -> str:
    """The variables of the page's templates, and the fields of every view they lead to."""
    everywhere = (
        "Besides, every template may use `words`, a Words, and these functions: "
        "`say_count(number, noun, plural)`, `say_decided(view)`, `say_list(words)`, "
        "`say_percent(part, whole)`, `say_sentence(words)` and "
        "`say_severities(diagnostics, words)`; and the filters `by_script` and "
        "`language_tag`, for words of an article in another script."
    )
    parts = [
        made,
        "# The files of the report, and what its templates get",
        "How to lay your own over them: [report-templates.md](report-templates.md).",
        "## Files",
        *map(_list_files, ("Templates", "Style, in the order of the page", "Script, likewise")),
        "## Variables",
        "`report.html.j2` and what it includes:",
        _table(VARIABLES),
        "`index.html.j2` has `version`, `rules`, `policy`, `style`, `script`, and:",
        _table(INDEX_VARIABLES),
        everywhere,
        "## The views",
    ]
    roots = [view for _, view in (*VARIABLES.values(), *INDEX_VARIABLES.values()) if view]
    for view in sorted(
        set(_reach([*roots, Words])), key=lambda item: (item.__name__, item.__module__)
    ):
        parts += [f"### {view.__name__}", _describe(view), _fields(view)]
    return "\n\n".join(parts) + "\n"


def find_files(kind: str) -> list[Path]:
    """Templates by name; style and script in the order in which they stand in the page."""
    if kind.startswith("Style"):
        return [REPORTS / "style" / f"{name}.css" for name in STYLES]
    if kind.startswith("Script"):
        return [REPORTS / "script" / f"{name}.js" for name in SCRIPTS]
    return sorted(REPORTS.glob("*.j2"))


def say_purpose(file: Path) -> str:
    """The comment that a file begins with, on one line; "" if it has none."""
    pattern, mark = _COMMENTS[file.suffix]
    found = re.match(pattern, file.read_text(encoding="utf-8"), re.S)
    words = found[1].replace(mark, " ") if found and mark else found[1] if found else ""
    return " ".join(words.split())


def _list_files(kind: str) -> str:
    rows = [
        f"* `{file.relative_to(REPORTS).as_posix()}`: {say_purpose(file)}"
        for file in find_files(kind)
    ]
    return "\n".join([f"{kind}:", "", *rows])


def _table(variables: dict[str, tuple[str, type | None]]) -> str:
    rows = [f"| `{name}` | {about} |" for name, (about, _) in variables.items()]
    return "\n".join(["| variable | is |", "|---|---|", *rows])


def _describe(view: type) -> str:
    return " ".join((inspect.getdoc(view) or "").split())


def _fields(view: type) -> str:
    named = [f"* `{item.name}`: `{item.type}`" for item in dataclasses.fields(view)]
    named += [
        f"* `{name}`: `{inspect.signature(value.fget).return_annotation}`"
        for name, value in vars(view).items()
        if isinstance(value, property) and value.fget
    ]
    return "\n".join(named)


def _reach(roots: list[type]) -> Iterator[type]:
    """`roots` and every record that their fields hold."""
    seen: set[type] = set()
    waiting: list[object] = [*roots]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind not in seen:
            seen.add(kind)
            yield kind
            waiting += typing.get_type_hints(kind).values()
        waiting += typing.get_args(kind)
