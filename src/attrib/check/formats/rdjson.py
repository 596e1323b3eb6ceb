"""Findings for reviewdog: its Diagnostic Format, as one JSON object.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.check.formats.places import relative_path
from attrib.records import Diagnostic, Place, Problem
from attrib.wire import Json, dumps

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render_rdjson(diagnostics: Sequence[Diagnostic], problems: Sequence[Problem] = ()) -> str:
    """Lines and columns are 1-based, ends exclusive."""
    rows: list[Json] = [_problem(problem) for problem in sorted(problems)]
    rows += [_row(diagnostic) for diagnostic in diagnostics]
    return dumps({"source": {"name": "attrib"}, "diagnostics": rows})


def _row(diagnostic: Diagnostic) -> dict[str, Json]:
    row: dict[str, Json] = {
        "message": diagnostic.message,
        "location": {
            "path": relative_path(diagnostic.path),
            "range": {
                "start": {"line": diagnostic.line, "column": diagnostic.column},
                "end": {"line": diagnostic.end_line, "column": diagnostic.end_column},
            },
        },
        "severity": _SEVERITIES[diagnostic.severity],
        "code": {"value": diagnostic.code},
    }
    if diagnostic.related:
        row["related_locations"] = [_related(place) for place in diagnostic.related]
    return row


def _related(place: Place) -> dict[str, Json]:
    return {
        "message": place.message,
        "location": {
            "path": relative_path(place.path),
            "range": {"start": {"line": place.line, "column": place.column}},
        },
    }


def _problem(problem: Problem) -> dict[str, Json]:
    return {
        "message": problem.message,
        "location": {"path": relative_path(problem.path)},
        "severity": "ERROR" if problem.fatal else "INFO",
        "code": {"value": "unreadable" if problem.fatal else "note"},
    }
