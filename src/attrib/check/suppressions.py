"""Findings that the draft itself asks not to see, and what is wrong with how it asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.check.draft import Finding
from attrib.directives import Silence, find_silences
from attrib.records import Article, Diagnostic
from attrib.rulebook.entries import CheckRule
from attrib.rulebook.profiles import matches_check


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that a comment in the draft silences, and the reason that it gives ("" if none);
    or one that stands in the baseline."""

    diagnostic: Diagnostic
    reason: str
    in_baseline: bool = False


@dataclass(frozen=True, slots=True)
class Applied:
    """What is left of an article's findings; `unused` and `unreasoned` are about the comments."""

    kept: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...]
    unused: tuple[Finding, ...]
    unreasoned: tuple[Finding, ...]


def apply_suppressions(
    article: Article, found: Sequence[Diagnostic], rules: Sequence[CheckRule]
) -> Applied:
    """Leave out what the comments of `article` silence; `rules` are all that there are.

    A comment is in the way of findings in the text alone: a title that stands outside of it
    has no room for one. An error is silenced only with a reason.
    """
    silences = find_silences(article.text) if article.raw is None else ()
    kept: list[Diagnostic] = []
    suppressed: list[Suppressed] = []
    used: set[int] = set()
    unreasoned: set[int] = set()
    for diagnostic in found:
        number = _silenced_by(diagnostic, silences, rules)
        if number is None:
            kept.append(diagnostic)
            continue
        used.add(number)
        reason = silences[number].directive.reason
        if reason or diagnostic.severity != "error":
            suppressed.append(Suppressed(diagnostic, reason))
        else:
            kept.append(diagnostic)
            unreasoned.add(number)
    return Applied(
        tuple(kept),
        tuple(suppressed),
        tuple(_about(s) for n, s in enumerate(silences) if n not in used),
        tuple(_about(s) for n, s in enumerate(silences) if n in unreasoned),
    )


def _silenced_by(
    diagnostic: Diagnostic, silences: Sequence[Silence], rules: Sequence[CheckRule]
) -> int | None:
    if diagnostic.field != "text":
        return None
    rule = next((rule for rule in rules if rule.id == diagnostic.code), None)
    for number, silence in enumerate(silences):
        inside = silence.span.start <= diagnostic.span.start < silence.span.end
        codes = silence.directive.codes
        if inside and rule and (not codes or any(matches_check(rule, code) for code in codes)):
            return number
    return None


def _about(silence: Silence) -> Finding:
    directive = silence.directive
    return Finding(directive.span, values=(("words", ", ".join(directive.codes) or "any check"),))
