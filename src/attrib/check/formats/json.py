"""Findings as JSON for machines: `attrib.diagnostics/1`, described in docs/."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.records import Diagnostic, Problem
from attrib.wire import diagnostics_to_json, dumps


def render_json(diagnostics: Sequence[Diagnostic], problems: Sequence[Problem] = ()) -> str:
    """The findings and what could not be read, as one JSON document."""
    return dumps(diagnostics_to_json(diagnostics, problems))
