"""Findings that the draft itself asks not to see, and what is wrong with how it asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.check.draft import Finding
from attrib.directives import VERBS, Silence, find_silences
from attrib.records import Article, Diagnostic, Directive, Span, Suppressed, Waiver
from attrib.rulebook.entries import CheckRule
from attrib.rulebook.profiles import matches_check


@dataclass(frozen=True, slots=True)
class Applied:
    """What is left of an article's findings; `unused` and `unreasoned` are about the asking."""

    kept: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...]
    unused: tuple[Finding, ...]
    unreasoned: tuple[Finding, ...]


def apply_suppressions(
    article: Article, found: Sequence[Diagnostic], rules: Sequence[CheckRule]
) -> Applied:
    """Leave out what comments and waivers of `article` silence; `rules` are all that there are.

    A comment speaks of what stands in the text: a title outside of it has no room for one. It
    silences an error only with a reason; a waiver always has one.
    """
    comments = article.directives
    silences = find_silences(article.text, comments)
    known = {rule.id: rule for rule in rules}
    kept: list[Diagnostic] = []
    suppressed: list[Suppressed] = []
    used: set[int] = set()
    waived: set[int] = set()
    unreasoned: set[int] = set()
    for diagnostic in found:
        rule = known.get(diagnostic.code)
        given = next(
            (
                number
                for number, waiver in enumerate(article.waivers)
                if _waives(waiver, diagnostic, rule)
            ),
            None,
        )
        if given is not None:
            waived.add(given)
            suppressed.append(Suppressed(diagnostic, article.waivers[given].reason))
            continue
        covering = _silenced_by(diagnostic, rule, silences, article.title_start)
        if not covering:
            kept.append(diagnostic)
            continue
        used.update(covering)
        reasons = (silences[number].directive.reason for number in covering)
        reason = next(filter(None, reasons), "")
        if reason or diagnostic.severity != "error":
            suppressed.append(Suppressed(diagnostic, reason))
        else:
            kept.append(diagnostic)
            # One of them told is enough: a reason in any would do.
            unreasoned.add(covering[0])
    idle = [waiver for number, waiver in enumerate(article.waivers) if number not in waived]
    return Applied(
        tuple(kept),
        tuple(suppressed),
        (
            *(_about_comment(s) for n, s in enumerate(silences) if n not in used),
            *(_about_waiver(waiver) for waiver in idle),
            *(_about_unknown(comment) for comment in comments if comment.verb not in VERBS),
        ),
        tuple(_about_comment(s) for n, s in enumerate(silences) if n in unreasoned),
    )


def _waives(waiver: Waiver, diagnostic: Diagnostic, rule: CheckRule | None) -> bool:
    if rule is None or not any(matches_check(rule, code) for code in waiver.checks):
        return False
    return waiver.words is None or " ".join(waiver.words.split()) == diagnostic.words


def _silenced_by(
    diagnostic: Diagnostic,
    rule: CheckRule | None,
    silences: Sequence[Silence],
    title_start: int | None,
) -> list[int]:
    """The numbers of all `silences` that cover the finding: a later one may give the reason."""
    start: int | None = diagnostic.span.start
    if diagnostic.field == "title":
        start = None if title_start is None else title_start + diagnostic.span.start
    if start is None or rule is None:
        return []
    return [
        number
        for number, silence in enumerate(silences)
        if silence.span.start <= start < silence.span.end
        and (
            not silence.directive.codes
            or any(matches_check(rule, code) for code in silence.directive.codes)
        )
    ]


def _about_comment(silence: Silence) -> Finding:
    directive = silence.directive
    words = ", ".join(directive.codes) or "any check"
    return Finding(directive.span, values=(("words", words),), raw=directive.raw)


def _about_unknown(comment: Directive) -> Finding:
    *most, last = (f"attrib-{verb}" for verb in VERBS)
    words = f"there is no attrib-{comment.verb}, only {', '.join(most)} and {last}"
    return Finding(comment.span, values=(("words", words),), raw=comment.raw)


def _about_waiver(waiver: Waiver) -> Finding:
    words = ", ".join(waiver.checks) or "no check"
    if waiver.words is not None:
        words += f' at "{waiver.words}"'
    if waiver.file is not None:
        words += f", in {waiver.file.rpartition('/')[2]}"
    return Finding(waiver.span or Span(0, 0), values=(("words", words),))
