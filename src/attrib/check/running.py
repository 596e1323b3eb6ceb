"""The checks in force over one article, and the comments in it that silence them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from attrib.check.contested import Clash
from attrib.check.diagnostics import build_diagnostic
from attrib.check.draft import Draft, Finding
from attrib.check.kinds import KINDS
from attrib.check.laying_out import lay_out
from attrib.check.learned import FaultReader, find_learned
from attrib.check.passed_over import leave_out
from attrib.check.selection import select_rules
from attrib.check.suppressions import apply_suppressions
from attrib.errors import RuleError
from attrib.plain import written
from attrib.positions import map_lines
from attrib.records import (
    Claim,
    Diagnostic,
    Extraction,
    Field,
    QuoteCheck,
    Resolution,
    Suppressed,
)
from attrib.rulebook import Rulebook
from attrib.rulebook.profiles import names_check

if TYPE_CHECKING:
    from attrib.check.fault_model import UnitReading

ABOUT_COMMENTS = ("bare-suppression", "unused-suppression")
"""Kinds of check that look at the draft's comments to attrib, when all others are done."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings in one article, and those that comments in it silence: by position and code."""

    found: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...]


def check(
    extraction: Extraction,
    resolution: Resolution,
    claims: Iterable[Claim],
    rulebook: Rulebook,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    others: Iterable[Extraction] = (),
    quotations: tuple[QuoteCheck, ...] = (),
    clash: Clash | None = None,
    longest_sentence: int | None = None,
    faults: FaultReader | None = None,
    learned: bool = False,
) -> Outcome:
    """The findings in one article.

    `select` and `ignore` take codes, beginnings of codes ("AT7") and names of checks; an
    empty `select` means all that are on by default. `others` are articles that the draft is
    held against, `quotations` its quotes as found in them; `resolution` and `claims` must then
    hold theirs too. `clash` tells figures that cannot both hold; without it they are not compared.
    `faults` reads for what rules cannot tell; it speaks on checks that `select` has by their whole
    code or name and, with `learned`, on all that have a model. Without it the rules speak alone.
    Longer sentences than `longest_sentence`, in code points, were not read, and nothing is found
    in them. Raises SettingsError for a check that does not exist, RuleError for a rule that
    cannot be used.
    """
    extraction = leave_out(extraction, longest_sentence)
    draft = lay_out(
        extraction,
        resolution,
        claims,
        rulebook,
        others=others,
        quotations=quotations,
        clash=clash,
    )
    article = written(draft.article)
    lines = map_lines(article)
    chosen = select_rules(rulebook, select, ignore)
    # Whether a comment silences nothing is known only when all checks have run.
    asks = article.directives or article.waivers
    asked = rulebook.checks if asks else chosen
    found: list[Diagnostic] = []
    readings: tuple[UnitReading, ...] | None = None
    for rule in asked:
        if rule.kind in ABOUT_COMMENTS or draft.genre in rule.silent_in:
            continue
        kind = KINDS.get(rule.kind)
        if kind is None:
            known = sorted({*KINDS, *ABOUT_COMMENTS})
            raise RuleError(
                f"check {rule.id}: unknown kind '{rule.kind}'; one of {', '.join(known)}"
            )
        told = [item for item in kind(draft, rule) if _place_of(draft, item) in rule.scope]
        found += (build_diagnostic(draft.article, lines, rule, finding) for finding in told)
        named = learned or any(names_check(rule, wanted) for wanted in select)
        if rule.learned is not None and faults is not None and named:
            if readings is None:
                readings = faults(extraction)
            said = replace(rule, message=rule.learned.message)
            found += (
                build_diagnostic(draft.article, lines, said, finding)
                for finding in find_learned(draft, rule, rule.learned, readings, told)
                if _place_of(draft, finding) in rule.scope
            )
    applied = apply_suppressions(article, _in_order(found), rulebook.checks)
    about = {"unused-suppression": applied.unused, "bare-suppression": applied.unreasoned}
    remarks = [
        build_diagnostic(article, lines, rule, finding)
        for rule in chosen
        for finding in about.get(rule.kind, ())
    ]
    codes = {rule.id for rule in chosen}
    return Outcome(
        _in_order([*(d for d in applied.kept if d.code in codes), *remarks]),
        tuple(item for item in applied.suppressed if item.diagnostic.code in codes),
    )


def _in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(
        sorted(found, key=lambda item: (item.path, item.field != "title", item.span, item.code))
    )


def _place_of(draft: Draft, finding: Finding) -> Field:
    """ "title" for a finding on the headline, also where the headline stands in the text."""
    headline = draft.headline
    if headline is not None and headline.field == "text" and headline.span.covers(finding.span):
        return "title"
    return finding.field
