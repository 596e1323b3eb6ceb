"""How findings are shown: one module a format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, get_args

from attrib.check.formats.text import render_concise, render_text
from attrib.records import Corpus, Diagnostic, Suppressed

if TYPE_CHECKING:
    from attrib.rulebook.entries import CheckRule

__all__ = [
    "DIAGNOSTIC_FORMATS",
    "DiagnosticFormat",
    "render_concise",
    "render_diagnostics",
    "render_text",
]

DiagnosticFormat = Literal[
    "text", "concise", "json", "sarif", "github", "gitlab", "rdjson", "junit"
]
DIAGNOSTIC_FORMATS: tuple[DiagnosticFormat, ...] = get_args(DiagnosticFormat)


def render_diagnostics(
    diagnostics: Sequence[Diagnostic],
    corpus: Corpus,
    format: DiagnosticFormat = "text",
    colour: bool = False,
    rules: Sequence[CheckRule] = (),
    suppressed: Sequence[Suppressed] = (),
) -> str:
    """The findings in `corpus` for people, or with what was not read for another tool.

    `colour` is for text alone; `rules` in force and `suppressed` findings are for SARIF.
    """
    # A run shows one format: the others are not even imported.
    problems = corpus.problems
    if format == "json":
        from attrib.check.formats.json import render_json

        return render_json(diagnostics, problems)
    if format == "sarif":
        from attrib.check.formats.sarif import render_sarif

        return render_sarif(diagnostics, problems, rules, suppressed)
    if format == "github":
        from attrib.check.formats.github import render_github

        return render_github(diagnostics, problems)
    if format == "gitlab":
        from attrib.check.formats.gitlab import render_gitlab

        return render_gitlab(diagnostics, problems)
    if format == "rdjson":
        from attrib.check.formats.rdjson import render_rdjson

        return render_rdjson(diagnostics, problems)
    if format == "junit":
        from attrib.check.formats.junit import render_junit

        paths = (article.path or "-" for article in corpus)
        return render_junit(diagnostics, problems, paths)
    if format == "concise":
        return render_concise(diagnostics)
    return render_text(diagnostics, corpus, colour=colour)
