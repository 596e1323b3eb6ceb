"""Laying decisions over the contests: which are settled, and which are no contest at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attrib.records import ON_CONTESTS, Claim, Contest, Decided, Decision


@dataclass(frozen=True, slots=True)
class DecidedContests:
    """The contests that stay, those set aside, and the decisions on contests, in their order."""

    contests: tuple[Contest, ...]
    set_aside: tuple[Contest, ...]
    decided: tuple[Decided, ...]


def lay_decisions(
    contests: Sequence[Contest], claims: Sequence[Claim], decisions: Sequence[Decision]
) -> DecidedContests:
    """Match the decisions on contests against `contests`.

    A decision is about a contest that still sets against each other a claim of each of two of
    its sides. "other-matter" sets a contest aside only where it speaks of every claim in it, and
    where nobody decided that the matter is one: what has joined since is for somebody to look at.
    """
    keys = {claim.id: claim.key for claim in claims}
    matched: dict[Decision, list[Contest]] = {
        decision: [item for item in contests if is_about(decision, item, keys)]
        for decision in decisions
        if decision.kind in ON_CONTESTS
    }
    aside: dict[str, Contest] = {}
    notes: dict[Decision, str] = {}
    for decision, found in matched.items():
        if decision.kind != "other-matter":
            continue
        for contest in found:
            if _is_one_for_another(contest, matched):
                notes[decision] = "another decision takes it for one matter, so it stays"
            elif _find_joined(decision, contest, keys):
                notes[decision] = "what has joined since was not decided on, so it stays"
            else:
                aside[contest.id] = contest
    decided = (
        Decided(
            decision,
            contests=tuple(sorted(contest.id for contest in found)),
            joined=tuple(
                sorted({joined for item in found for joined in _find_joined(decision, item, keys)})
            ),
            note=notes.get(decision, ""),
        )
        for decision, found in matched.items()
    )
    return DecidedContests(
        tuple(contest for contest in contests if contest.id not in aside),
        tuple(aside[key] for key in sorted(aside)),
        tuple(decided),
    )


def is_about(decision: Decision, contest: Contest, keys: Mapping[str, str]) -> bool:
    """Whether a claim of one side of the decision still stands against one of another side."""
    met: list[set[int]] = []
    for side in contest.sides:
        places = (decision.side_of(keys.get(claim, "")) for claim in side.claims)
        met.append({place for place in places if place is not None})
    return any(
        one != other
        for number, left in enumerate(met)
        for right in met[number + 1 :]
        for one in left
        for other in right
    )


def _find_joined(decision: Decision, contest: Contest, keys: Mapping[str, str]) -> tuple[str, ...]:
    known = decision.keys
    claims = (claim for side in contest.sides for claim in side.claims)
    return tuple(claim for claim in claims if keys.get(claim, "") not in known)


def _is_one_for_another(contest: Contest, matched: Mapping[Decision, Sequence[Contest]]) -> bool:
    return any(
        contest in found for decision, found in matched.items() if decision.kind != "other-matter"
    )
