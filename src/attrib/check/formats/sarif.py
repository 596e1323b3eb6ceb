"""Findings as SARIF 2.1.0 (OASIS, 2020), with what GitHub code scanning reads of it.

GitHub orders by `precision` and `problem.severity`, links a related location only where the
message refers to it, and tells a finding again by `primaryLocationLineHash`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib.check.fingerprints import number_alike
from attrib.check.formats.places import to_uri
from attrib.records import Diagnostic, Place, Problem, Severity, Suppressed
from attrib.rulebook.entries import CheckRule
from attrib.version import __version__
from attrib.wire import Json, dumps

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEMS: dict[Severity, str] = {
    "error": "error", "warning": "warning", "info": "recommendation",
}  # fmt: skip
_LONGEST = 1024
"""Characters of a rule's texts that GitHub takes."""
_LINK_MARKS = re.compile(r"([\\\[\]])")
_PLACE = re.compile(r"\{(\w+)\}")


def render_sarif(
    diagnostics: Sequence[Diagnostic],
    problems: Sequence[Problem] = (),
    rules: Sequence[CheckRule] = (),
    suppressed: Sequence[Suppressed] = (),
) -> str:
    """One run. Regions are 1-based, in code points, ends exclusive; `rules` are those in force.

    `suppressed` are findings that a comment in the draft, the baseline or a decision silences.
    """
    known = {rule.id: number for number, rule in enumerate(rules)}
    silenced = {id(item.diagnostic): item for item in suppressed}
    results: list[Json] = []
    for diagnostic, number in number_alike([*diagnostics, *(s.diagnostic for s in suppressed)]):
        result = _result(diagnostic, number, known)
        if id(diagnostic) in silenced:
            result["suppressions"] = [_suppression(silenced[id(diagnostic)])]
        results.append(result)
    notes: list[Json] = [_notification(problem) for problem in sorted(problems)]
    driver: dict[str, Json] = {
        "name": "attrib",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    run: dict[str, Json] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "attrib/check/"},
        "invocations": [
            {
                "executionSuccessful": not any(problem.fatal for problem in problems),
                "toolExecutionNotifications": notes,
            }
        ],
        "results": results,
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: CheckRule) -> dict[str, Json]:
    help_text = f"{rule.why} {rule.fix_hint}"
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": _PLACE.sub(r"<\1>", rule.message)[:_LONGEST]},
        "fullDescription": {"text": rule.why[:_LONGEST]},
        "help": {"text": help_text, "markdown": f"{rule.why}\n\n**What to do:** {rule.fix_hint}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": ["attribution"],
            "precision": rule.precision,
            "problem.severity": _PROBLEMS[rule.severity],
        },
    }


def _result(diagnostic: Diagnostic, number: int, known: dict[str, int]) -> dict[str, Json]:
    result: dict[str, Json] = {
        "ruleId": diagnostic.code,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": _message(diagnostic)},
        "locations": [{"physicalLocation": _location(diagnostic)}],
        "partialFingerprints": {"primaryLocationLineHash": f"{diagnostic.fingerprint}:{number}"},
    }
    if diagnostic.code in known:
        result["ruleIndex"] = known[diagnostic.code]
    if diagnostic.related:
        result["relatedLocations"] = [
            _related(place, number) for number, place in enumerate(diagnostic.related, 1)
        ]
    return result


def _suppression(item: Suppressed) -> dict[str, Json]:
    outside = item.in_baseline or item.decided
    found: dict[str, Json] = {"kind": "external" if outside else "inSource"}
    return {**found, "justification": item.reason} if item.reason else found


def _message(diagnostic: Diagnostic) -> str:
    links = [
        f" [{_escape(place.message)}]({number})"
        for number, place in enumerate(diagnostic.related, 1)
    ]
    return _escape(diagnostic.message) + "".join(links)


def _escape(text: str) -> str:
    """Brackets would begin a link."""
    return _LINK_MARKS.sub(r"\\\1", text)


def _location(diagnostic: Diagnostic) -> dict[str, Json]:
    return {
        "artifactLocation": {"uri": to_uri(diagnostic.path)},
        "region": {
            "startLine": diagnostic.line,
            "startColumn": diagnostic.column,
            "endLine": diagnostic.end_line,
            "endColumn": diagnostic.end_column,
        },
    }


def _related(place: Place, number: int) -> dict[str, Json]:
    return {
        "id": number,
        "message": {"text": _escape(place.message)},
        "physicalLocation": {
            "artifactLocation": {"uri": to_uri(place.path)},
            "region": {"startLine": place.line, "startColumn": place.column},
        },
    }


def _notification(problem: Problem) -> dict[str, Json]:
    return {
        "level": "error" if problem.fatal else "note",
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": to_uri(problem.path)}}}],
    }
