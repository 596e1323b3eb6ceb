"""Who else says the same: independent sources counted over all articles.

Two who rest on one origin, or speak for one body, count once, and a crowd that nobody could
find does not count at all (BBC on single sources, Reuters on two or more).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from attrib.assess.strength import Evidence, score_strength
from attrib.records import Agreement, Claim, Strength
from attrib.rulebook import Rulebook

_SHOWN = 2
"""How many of the others a reason names."""


def corroborate(
    claims: Sequence[Claim],
    evidence: Mapping[tuple[str, str], Evidence],
    agreements: Sequence[Agreement],
    rulebook: Rulebook,
) -> tuple[Claim, ...]:
    """The claims, graded anew where others agree; nothing else of them changes.

    A claim that nobody graded stays so. Agreement never lowers a grade.
    """
    agreeing = {(item.article, item.claim): item for item in agreements}
    return tuple(
        _graded(claim, evidence[key], agreeing[key], rulebook)
        if (key := (claim.article, claim.id)) in agreeing and claim.strength is not None
        else claim
        for claim in claims
    )


def _graded(claim: Claim, shown: Evidence, agreement: Agreement, rulebook: Rulebook) -> Claim:
    scale = rulebook.strength
    if scale.identification[shown.identity].group == "nobody":
        return claim
    sources = max(shown.sources, 1 + len(agreement.others))
    strength = score_strength(replace(shown, sources=sources), scale)
    if agreement.document:
        # A paper of its own backs whoever is no paper.
        backed = score_strength(replace(shown, sources=sources, document="titled"), scale)
        strength = max(strength, backed, key=lambda found: found.score)
    return replace(claim, strength=_with_reason(strength, agreement))


def _with_reason(strength: Strength, agreement: Agreement) -> Strength:
    """The strength, its count of sources saying who the others are."""
    others = agreement.others[:_SHOWN]
    more = len(agreement.others) - len(others)
    told = ", ".join(others) + (f" and {more} more" if more else "")
    factors = tuple(
        replace(factor, reason=f"{factor.reason}; the same is said by {told}")
        if factor.name == "sources" and told
        else factor
        for factor in strength.factors
    )
    return replace(strength, factors=factors)
