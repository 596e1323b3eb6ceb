"""All decisions with what they were found to be about, and what they take out of the claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from attrib.records import ON_CONTESTS, Claim, Decided, Decision


def set_claims_aside(
    claims: Sequence[Claim], decisions: Sequence[Decision]
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims that stay, and those that somebody decided are none."""
    none = {decision.claim for decision in decisions if decision.kind == "no-claim"}
    aside = tuple(claim for claim in claims if claim.key in none)
    gone = {claim.id for claim in aside}
    left = (claim for claim in claims if claim.id not in gone)
    return (
        tuple(replace(claim, within=None) if claim.within in gone else claim for claim in left),
        aside,
    )


def list_decided(
    claims: Iterable[Claim],
    decisions: Sequence[Decision],
    on_contests: Iterable[Decided],
    notes: Mapping[Decision, str],
) -> tuple[Decided, ...]:
    """Every decision, in the order given; `claims` are all, those set aside among them."""
    by_key: dict[str, list[str]] = {}
    for claim in claims:
        by_key.setdefault(claim.key, []).append(claim.id)
    known = {item.decision: item for item in on_contests}
    return tuple(
        known[decision]
        if decision.kind in ON_CONTESTS
        else Decided(
            decision,
            claims=tuple(sorted(by_key.get(decision.claim or "", ()))),
            note=notes.get(decision, ""),
        )
        for decision in decisions
    )
