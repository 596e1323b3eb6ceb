"""Findings as JUnit XML: a suite for each file, a failed case for each finding.

The shape is that of the Jenkins xUnit plugin, which most CI servers read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from attrib.check.formats.places import relative_path
from attrib.records import Diagnostic, Problem

# XML 1.0 has no place for these, escaped or not.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(
    diagnostics: Sequence[Diagnostic], problems: Sequence[Problem] = (), paths: Iterable[str] = ()
) -> str:
    """One document. `paths` are all files checked: one without a finding is a case that passed."""
    by_path: dict[str, list[str]] = {path: [] for path in paths}
    broken = {problem.path for problem in problems if problem.fatal}
    for diagnostic in diagnostics:
        by_path.setdefault(diagnostic.path, []).append(_case(diagnostic))
    for problem in problems:
        if problem.fatal:
            by_path.setdefault(problem.path, []).append(_error(problem))
    suites = [_suite(path, cases, path in broken) for path, cases in sorted(by_path.items())]
    failures = len(diagnostics)
    head = (
        f'<testsuites name="attrib" tests="{sum(max(len(c), 1) for c in by_path.values())}" '
        f'failures="{failures}" errors="{len(broken)}">'
    )
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]
    return "\n".join(lines) + "\n"


def _suite(path: str, cases: Sequence[str], broken: bool) -> str:
    shown = cases or [f'    <testcase name="attrib" classname={_attribute(relative_path(path))}/>']
    failures = len(cases) - broken
    head = (
        f'  <testsuite name={_attribute(relative_path(path))} tests="{len(shown)}" '
        f'failures="{failures}" errors="{int(broken)}">'
    )
    return "\n".join((head, *shown, "  </testsuite>"))


def _case(diagnostic: Diagnostic) -> str:
    path = relative_path(diagnostic.path)
    where = f"{diagnostic.line}:{diagnostic.column}"
    return "\n".join(
        (
            f"    <testcase name={_attribute(f'{diagnostic.code} {where}')} "
            f"classname={_attribute(path)}>",
            f"      <failure type={_attribute(diagnostic.severity)} "
            f"message={_attribute(diagnostic.message)}>"
            f"{escape(_clean(f'{path}:{where}: {diagnostic.code} {diagnostic.words}'))}</failure>",
            "    </testcase>",
        )
    )


def _error(problem: Problem) -> str:
    return "\n".join(
        (
            f'    <testcase name="read" classname={_attribute(relative_path(problem.path))}>',
            f'      <error type="unreadable" message={_attribute(problem.message)}/>',
            "    </testcase>",
        )
    )


def _attribute(text: str) -> str:
    return quoteattr(_clean(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
