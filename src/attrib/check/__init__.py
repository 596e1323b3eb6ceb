"""Draft checks: what an editor should look at before a text is published.

Rules in `rules/en/checks/` say what is looked for, and why; `kinds` holds the mechanisms.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrib.check.diagnostics import build_diagnostic
from attrib.check.draft import Draft, Finding, lay_out
from attrib.check.explain import render_explanation, render_strength
from attrib.check.kinds import KINDS
from attrib.check.selection import select_rules
from attrib.errors import RuleError
from attrib.positions import map_lines
from attrib.records import Claim, Diagnostic, Extraction, Field, Resolution
from attrib.rulebook import Rulebook

__all__ = ["check", "render_explanation", "render_strength"]


def check(
    extraction: Extraction,
    resolution: Resolution,
    claims: Iterable[Claim],
    rulebook: Rulebook,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> tuple[Diagnostic, ...]:
    """The findings in one article, by path, position and code.

    `select` and `ignore` take codes, beginnings of codes ("AT7") and names of checks; an
    empty `select` means all. `resolution` and `claims` may hold other articles too. Raises
    SettingsError for a check that does not exist, RuleError for a rule that cannot be used.
    """
    draft = lay_out(extraction, resolution, claims, rulebook)
    lines = map_lines(draft.article)
    found: list[Diagnostic] = []
    for rule in select_rules(rulebook, select, ignore):
        kind = KINDS.get(rule.kind)
        if kind is None:
            raise RuleError(
                f"check {rule.id}: unknown kind '{rule.kind}'; one of {', '.join(sorted(KINDS))}"
            )
        found += (
            build_diagnostic(draft.article, lines, rule, finding)
            for finding in kind(draft, rule)
            if _place_of(draft, finding) in rule.scope
        )
    return tuple(
        sorted(found, key=lambda item: (item.path, item.field != "title", item.span, item.code))
    )


def _place_of(draft: Draft, finding: Finding) -> Field:
    """ "title" for a finding on the headline, also where the headline stands in the text."""
    headline = draft.headline
    if headline is not None and headline.field == "text" and headline.span.covers(finding.span):
        return "title"
    return finding.field
