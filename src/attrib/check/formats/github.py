"""Findings as GitHub Actions workflow commands, which show them beside the changed lines.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.check.formats.places import relative_path
from attrib.records import Diagnostic, Problem

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_ORDER = ("error", "warning", "info")


def render_github(diagnostics: Sequence[Diagnostic], problems: Sequence[Problem] = ()) -> str:
    """One command a line, the worst first, for GitHub shows only some ten of each level."""
    ordered = sorted(
        diagnostics,
        key=lambda d: (_ORDER.index(d.severity), d.path, d.line, d.column, d.code, d.span),
    )
    lines = [_problem(problem) for problem in sorted(problems)]
    return "".join(f"{line}\n" for line in (*lines, *map(_command, ordered)))


def _command(diagnostic: Diagnostic) -> str:
    path = relative_path(diagnostic.path)
    properties = {
        "title": f"attrib ({diagnostic.code})",
        "file": path,
        "line": str(diagnostic.line),
    }
    # With columns, a finding over several lines is not shown at all.
    if diagnostic.line == diagnostic.end_line:
        properties["col"] = str(diagnostic.column)
    properties["endLine"] = str(diagnostic.end_line)
    if diagnostic.line == diagnostic.end_line:
        properties["endColumn"] = str(diagnostic.end_column)
    message = f"{path}:{diagnostic.line}:{diagnostic.column}: {diagnostic.code} "
    return _write(_LEVELS[diagnostic.severity], properties, message + diagnostic.message)


def _problem(problem: Problem) -> str:
    properties = {"title": "attrib", "file": relative_path(problem.path)}
    level = "error" if problem.fatal else "notice"
    return _write(level, properties, f"{problem.path}: {problem.message}")


def _write(level: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{key}={_escape_property(value)}" for key, value in properties.items())
    return f"::{level} {given}::{_escape(message)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
