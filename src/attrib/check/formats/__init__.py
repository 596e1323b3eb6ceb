"""How findings are shown: one module a format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrib.check.formats.json import render_json
from attrib.check.formats.quotes import render_quotes
from attrib.check.formats.text import render_concise, render_text
from attrib.records import Corpus, Diagnostic

__all__ = [
    "DiagnosticFormat",
    "render_concise",
    "render_diagnostics",
    "render_json",
    "render_quotes",
    "render_text",
]

DiagnosticFormat = Literal["text", "concise", "json"]


def render_diagnostics(
    diagnostics: Sequence[Diagnostic],
    corpus: Corpus,
    format: DiagnosticFormat = "text",
    colour: bool = False,
) -> str:
    """The findings in `corpus` as text, as one line each, or as JSON with what was not read."""
    if format == "json":
        return render_json(diagnostics, corpus.problems)
    if format == "concise":
        return render_concise(diagnostics)
    return render_text(diagnostics, corpus, colour=colour)
