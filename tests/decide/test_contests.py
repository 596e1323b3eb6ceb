"""Decisions on contests: which of them they are about, and what becomes of it."""

from __future__ import annotations

import pytest
from deciding import contest, on_contest, plain_claim

from attrib.decide import DecidedContests, lay_decisions
from attrib.records import Contest, Decision

CLAIMS = [plain_claim(number) for number in range(9)]


def lay(contests: list[Contest], *decisions: Decision) -> DecidedContests:
    return lay_decisions(contests, CLAIMS, decisions)


@pytest.mark.parametrize(
    ("sides", "matches"),
    [
        (((1,), (2,)), True),
        (((2,), (1,)), True),
        (((1, 5), (2,)), True),
        (((1,), (2,), (6,)), True),
        (((3,), (4,)), False),
        # Both stand on one side now, or one is gone.
        (((1, 2), (3,)), False),
        (((1,), (3,)), False),
    ],
)
def test_a_decision_is_about_what_still_stands_against_each_other(
    sides: tuple[tuple[int, ...], ...], matches: bool
) -> None:
    (decided,) = lay([contest(*sides)], on_contest("settled", (1,), (2,))).decided
    assert decided.contests == (("k",) if matches else ())
    assert decided.matches == matches


def test_not_one_matter_takes_a_contest_out_and_others_leave_it() -> None:
    contests = [contest((1,), (2,)), contest((3,), (4,), name="l")]
    laid = lay(contests, on_contest("other-matter", (1,), (2,)), on_contest("settled", (3,), (4,)))
    assert [item.id for item in laid.contests] == ["l"]
    assert [item.id for item in laid.set_aside] == ["k"]
    assert [item.joined for item in laid.decided] == [(), ()]


def test_what_has_joined_since_is_told_and_keeps_the_contest() -> None:
    laid = lay([contest((1, 5), (2, 6))], on_contest("other-matter", (1,), (2,)))
    assert [item.id for item in laid.contests] == ["k"]
    assert laid.set_aside == ()
    (decided,) = laid.decided
    assert decided.joined == ("c5", "c6")
    assert "joined since" in decided.note


def test_a_settled_contest_stays_settled_with_what_joined_it() -> None:
    (decided,) = lay([contest((1, 5), (2,))], on_contest("settled", (1,), (2,))).decided
    assert (decided.contests, decided.joined, decided.note) == (("k",), ("c5",), "")


def test_a_claim_that_is_gone_from_a_side_changes_nothing() -> None:
    laid = lay([contest((1,), (2,))], on_contest("other-matter", (1, 7), (2, 8)))
    assert [item.id for item in laid.set_aside] == ["k"]


def test_a_contest_that_two_decisions_part_stays_open() -> None:
    laid = lay(
        [contest((1, 3), (2, 4))],
        on_contest("other-matter", (1, 3), (2, 4)),
        on_contest("same-matter", (5,), (1,)),
        on_contest("settled", (1,), (4,)),
    )
    assert [item.id for item in laid.contests] == ["k"]
    assert "another decision" in laid.decided[0].note
    assert not laid.decided[1].matches


def test_claims_without_a_key_are_nobodys() -> None:
    from dataclasses import replace

    bare = [replace(claim, key="") for claim in CLAIMS]
    laid = lay_decisions([contest((1,), (2,))], bare, [on_contest("settled", (1,), (2,))])
    assert not laid.decided[0].matches
