"""A claim that others repeat: graded anew, never lower, and with their names as the reason."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sayings import RULES

from attrib.assess import Evidence, corroborate
from attrib.assess.strength import score_strength
from attrib.records import Agreement, Claim, Span
from attrib.rulebook.strength import Identity

SCALE = RULES.strength
EVIDENCE = Evidence("NOF", "witness", "named", "indirect", 6)
IDENTITIES: list[Identity] = sorted(SCALE.identification)


def claim(evidence: Evidence) -> Claim:
    span = Span(0, 9)
    return Claim(
        "c", "a", "It leaked", (span,), span, None, None, (), "indirect", "asserts", "affirm", 0,
        score_strength(evidence, SCALE),
    )  # fmt: skip


def graded(evidence: Evidence, *others: str, document: bool = False) -> Claim:
    agreement = Agreement("a", "c", others, document)
    (found,) = corroborate([claim(evidence)], {("a", "c"): evidence}, [agreement], RULES)
    return found


def points(found: Claim, name: str) -> tuple[int, str]:
    assert found.strength is not None
    return next((item.points, item.reason) for item in found.strength.factors if item.name == name)


def test_a_second_source_counts_and_is_named() -> None:
    number, reason = points(graded(EVIDENCE, "Ida Moss (Courier)"), "sources")
    assert number == 11
    assert reason.endswith("the same is said by Ida Moss (Courier)")


def test_more_than_two_others_are_counted() -> None:
    _, reason = points(graded(EVIDENCE, "A", "B", "C"), "sources")
    assert reason.endswith("by A, B and 1 more")


def test_a_paper_that_says_the_same_backs_a_person_and_no_paper() -> None:
    assert points(graded(EVIDENCE, document=True), "documents")[0] == 6
    paper = replace(EVIDENCE, identity="DOC", document="titled")
    assert graded(paper, document=True).strength == claim(paper).strength


def test_who_is_nobody_stays_nobody_and_what_is_not_graded_stays_so() -> None:
    bare = replace(EVIDENCE, identity="collective")
    assert graded(bare, "Ida Moss") == claim(bare)
    silent = replace(claim(EVIDENCE), strength=None)
    agreement = Agreement("a", "c", ("Ida Moss",))
    assert corroborate([silent], {("a", "c"): EVIDENCE}, [agreement], RULES) == (silent,)


@given(st.sampled_from(IDENTITIES), st.integers(1, 4), st.booleans())
def test_agreement_never_lowers(identity: Identity, number: int, document: bool) -> None:
    evidence = replace(EVIDENCE, identity=identity)
    before = claim(evidence).strength
    after = graded(evidence, *("ABCD"[:number]), document=document).strength
    assert before is not None
    assert after is not None
    assert after.score >= before.score
    assert after.grade <= before.grade


@pytest.mark.parametrize("article", ["b", ""])
def test_an_agreement_of_another_claim_changes_nothing(article: str) -> None:
    agreement = Agreement(article, "c", ("Ida Moss",))
    assert corroborate([claim(EVIDENCE)], {("a", "c"): EVIDENCE}, [agreement], RULES) == (
        claim(EVIDENCE),
    )
