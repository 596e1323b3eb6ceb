"""The mill fire after editors have decided on it: each kind once, and one that matches nothing."""

from __future__ import annotations

from dataclasses import replace

from mill import make_analysis

from attrib.records import Analysis, Claim, Contest, Decided, Decision


def keys_of(analysis: Analysis, contest: Contest) -> tuple[tuple[str, ...], ...]:
    """The keys on each side, as the page has them."""
    keys = {claim.id: claim.key for claim in analysis.claims}
    return tuple(tuple(sorted({keys[claim] for claim in side.claims})) for side in contest.sides)


def claim_of(analysis: Analysis, words: str) -> Claim:
    (found,) = (claim for claim in analysis.claims if claim.text.startswith(words))
    return found


def make_decided(by: str = "Mira Holt", reason: str = "The brigade has corrected it") -> Analysis:
    analysis = make_analysis()
    alarms, injured = sorted(analysis.contests, key=lambda item: item.kind)
    skipped, burned = claim_of(analysis, "Drills"), claim_of(analysis, "The mill has burned")
    first, *others = keys_of(analysis, injured)[1]
    settled = Decision(
        "settled", by, reason, sides=(keys_of(analysis, injured)[0], (first,)), about="How many?"
    )
    joined = tuple(claim.id for claim in analysis.claims if claim.key in others)
    return replace(
        analysis,
        claims=tuple(claim for claim in analysis.claims if claim != burned),
        contests=(injured,),
        set_aside_claims=(burned,),
        set_aside_contests=(alarms,),
        decided=(
            Decided(settled, contests=(injured.id,), joined=joined),
            Decided(
                Decision("other-matter", by, "Two alarms", sides=keys_of(analysis, alarms)),
                contests=(alarms.id,),
            ),
            Decided(Decision("speaker", by, "I asked", skipped.key, speaker="Ida Mork"),
                    claims=(skipped.id,)),
            Decided(Decision("no-claim", by, "A caption", burned.key), claims=(burned.id,)),
            Decided(Decision("no-claim", by, "Gone", "0" * 16, about="An old lead")),
        ),
    )  # fmt: skip
