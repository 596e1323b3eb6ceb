"""Findings as a GitLab Code Quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from attrib.check.fingerprints import number_alike
from attrib.check.formats.places import relative_path
from attrib.records import Diagnostic, Problem
from attrib.wire import Json, dumps

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render_gitlab(diagnostics: Sequence[Diagnostic], problems: Sequence[Problem] = ()) -> str:
    """A JSON array; GitLab hides all but one of findings with one fingerprint, so each has its
    own, and none of a line number."""
    rows: list[Json] = [_problem(problem) for problem in sorted(problems) if problem.fatal]
    rows += [_row(diagnostic, number) for diagnostic, number in number_alike(diagnostics)]
    return dumps(rows)


def _row(diagnostic: Diagnostic, number: int) -> dict[str, Json]:
    path = relative_path(diagnostic.path)
    return {
        "description": f"{diagnostic.code}: {diagnostic.message}",
        "check_name": diagnostic.code,
        "fingerprint": _hash(path, diagnostic.fingerprint, str(number)),
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": path,
            "positions": {
                "begin": {"line": diagnostic.line, "column": diagnostic.column},
                "end": {"line": diagnostic.end_line, "column": diagnostic.end_column},
            },
        },
    }


def _problem(problem: Problem) -> dict[str, Json]:
    path = relative_path(problem.path)
    return {
        "description": f"attrib: {problem.message}",
        "check_name": "unreadable",
        "fingerprint": _hash(path, "unreadable", problem.message),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
