"""The strength scale by itself: the calibration cases by grade, and the invariants."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sayings import RULES

from attrib.assess.strength import Evidence, score_strength
from attrib.records import Span
from attrib.rulebook.strength import Detail, Directness, Document, Identity, Nearness, OnRecord

SCALE = RULES.strength
DETAILS: tuple[Detail, ...] = get_args(Detail)


def of(
    identity: Identity, nearness: Nearness, on_record: OnRecord, directness: Directness,
    commitment: int, n_details: int = 0, **more: object,
) -> Evidence:  # fmt: skip
    details = DETAILS[:n_details]
    return Evidence(identity, nearness, on_record, directness, commitment, details=details, **more)  # type: ignore[arg-type]


# Case of the calibration table, its evidence, its grade there.
CASES = [
    ("named minister, own decision, quote, linked order",
     of("NOF", "own-act", "named", "full", 7, 5, document="linked"), "A"),
    ("staff witnessed, dated", of("OBS", "own-act", "named", "full", 7, 2), "A"),
    ("two independent named eyewitnesses",
     of("NPA", "witness", "named", "full", 6, 4, sources=2), "A"),
    ("verified post by named person, linked",
     of("NPA", "own-act", "named", "full", 6, 4, document="recording"), "B"),
    ("named minister on own act, full quote", of("NOF", "own-act", "named", "full", 6, 4), "B"),
    ("titled, linked official report",
     of("DOC", "witness", "issued", "full", 7, 4, document="linked"), "B"),
    ("named economist, indirect", of("NEX", "direct", "named", "indirect", 6, 2), "B"),
    ("named CEO told a rival outlet, credited",
     of("NOF", "witness", "named", "full", 6, 3, hops=1), "C"),
    ("ministry said in a statement, partial quote",
     of("ORG", "direct", "issued", "partial", 6, 3), "C"),
    ("three unnamed officials, direct knowledge, reason",
     of("UDK", "direct", "reason", "indirect", 6, 3, sources=3), "C"),
    ("unnamed ministry spokesperson, quote", of("USP", "direct", "issued", "full", 6, 2), "C"),
    ("two unnamed officials, direct knowledge, reason",
     of("UDK", "direct", "reason", "indirect", 6, 3, sources=2), "C"),
    ("one official in the room, reason given",
     of("UDK", "direct", "reason", "indirect", 6, 3), "D"),
    ("named X via aides via one outlet",
     of("NOF", "witness", "named", "indirect", 4, 2, hops=2), "D"),
    ("unverified account post, linked",
     of("SOC", "unstated", "none", "full", 6, 2, document="recording"), "D"),
    ("White House officials said", of("UOR", "unstated", "none", "indirect", 6, 1), "D"),
    ("people familiar, stock reason", of("URL", "unstated", "stock", "indirect", 6, 1), "D"),
    ("sources said", of("bare", "bare", "none", "indirect", 6, 2), "E"),
    ("sources claim", of("bare", "bare", "none", "indirect", 5, 2), "E"),
    ("untitled study suggests",
     of("untitled", "bare", "none", "indirect", 3, 2, document="study"), "E"),
    ("experts or critics say", of("collective", "bare", "none", "indirect", 6), "E"),
    ("it is understood", of("agentless", "agentless", "none", "indirect", 2), "E"),
    ("many believe", of("collective", "bare", "none", "mental", 2), "E"),
    ("reportedly", of("agentless", "agentless", "none", "indirect", 4, 5), "E"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "evidence", "grade"), CASES, ids=[case[0] for case in CASES])
def test_calibration_case_gets_its_grade(case: str, evidence: Evidence, grade: str) -> None:
    strength = score_strength(evidence, SCALE)
    factors = "\n".join(f"{f.name} {f.points}/{f.of}: {f.reason}" for f in strength.factors)
    assert strength.grade == grade, f"{case}: {strength.score} {strength.grade}\n{factors}"


@pytest.mark.parametrize(
    ("evidence", "score", "grade"),
    [
        # A cap leaves the score as it is, so that both can be read.
        (CASES[3][1], 83, "B"),
        (CASES[7][1], 61, "C"),
        (CASES[12][1], 44, "D"),
    ],
)
def test_capped_grade_keeps_its_score_and_says_why(
    evidence: Evidence, score: int, grade: str
) -> None:
    strength = score_strength(evidence, SCALE)
    assert (strength.score, strength.grade) == (score, grade)
    assert all(f"at most {grade}" in cap for cap in strength.caps)
    assert strength.caps


def test_allegation_by_unnamed_spokesperson_is_at_most_thin() -> None:
    plain = of("USP", "direct", "issued", "full", 6, 3)
    assert score_strength(plain, SCALE).grade == "C"
    assert score_strength(replace(plain, allegation=True), SCALE).grade == "D"


def test_allegation_by_somebody_named_is_not_capped() -> None:
    spoken = of("NSP", "direct", "named", "full", 5, 3, allegation=True)
    assert score_strength(spoken, SCALE) == score_strength(replace(spoken, allegation=False), SCALE)


def test_document_is_not_its_own_second_source() -> None:
    report = of("DOC", "witness", "issued", "full", 7, 5, document="linked")
    assert points(report)["sources"] == 4
    minister = of("NOF", "witness", "named", "full", 7, 5, document="linked")
    assert points(minister)["sources"] == 11


def test_outlet_own_confirmation_lifts_the_cap_of_a_relay() -> None:
    relayed = of("NOF", "witness", "named", "full", 6, 3, hops=1)
    assert score_strength(relayed, SCALE).grade == "C"
    assert score_strength(replace(relayed, observed=True), SCALE).grade == "B"


def test_hops_cut_proximity_to_five_and_then_to_nothing() -> None:
    near = of("NOF", "own-act", "named", "full", 6)
    assert [points(replace(near, hops=n))["proximity"] for n in range(4)] == [20, 5, 0, 0]


def test_factor_carries_the_span_that_shows_it() -> None:
    strength = score_strength(
        of("NOF", "witness", "named", "full", 6, spans=(("directness", Span(3, 9)),)), SCALE
    )
    assert {f.name: f.span for f in strength.factors}["directness"] == Span(3, 9)
    assert {f.name: f.span for f in strength.factors}["record"] is None


def points(evidence: Evidence) -> dict[str, int]:
    return {factor.name: factor.points for factor in score_strength(evidence, SCALE).factors}


EVIDENCE = st.builds(
    Evidence,
    identity=st.sampled_from(get_args(Identity)),
    nearness=st.sampled_from(get_args(Nearness)),
    on_record=st.sampled_from(get_args(OnRecord)),
    directness=st.sampled_from(get_args(Directness)),
    commitment=st.integers(0, 7),
    sources=st.integers(1, 5),
    document=st.sampled_from(get_args(Document)),
    observed=st.booleans(),
    modal=st.booleans(),
    details=st.lists(st.sampled_from(DETAILS), unique=True).map(tuple),
    hops=st.integers(0, 3),
    allegation=st.booleans(),
)


def never_lower(before: Evidence, after: Evidence) -> None:
    was, now = score_strength(before, SCALE), score_strength(after, SCALE)
    assert now.score >= was.score
    assert now.grade <= was.grade


@given(EVIDENCE)
def test_score_is_the_sum_of_its_factors_within_bounds(evidence: Evidence) -> None:
    strength = score_strength(evidence, SCALE)
    assert 0 <= strength.score == sum(f.points for f in strength.factors) <= 100
    assert all(0 <= f.points <= f.of and f.reason for f in strength.factors)
    assert sum(f.of for f in strength.factors) == 100


UNNAMED: tuple[Identity, ...] = (
    "UDK", "UOR", "URL", "SOC", "USP", "bare", "collective", "agentless",
)  # fmt: skip


@given(EVIDENCE, st.sampled_from(UNNAMED), st.sampled_from(["NOF", "NPA", "NEX", "NIN", "NSP"]))
def test_adding_a_name_never_lowers(evidence: Evidence, unnamed: Identity, name: Identity) -> None:
    never_lower(replace(evidence, identity=unnamed), replace(evidence, identity=name))


@given(EVIDENCE, st.sampled_from(["NOF", "NPA", "NEX", "NSP"]))
def test_naming_somebody_in_an_organisation_never_lowers(
    evidence: Evidence, name: Identity
) -> None:
    never_lower(replace(evidence, identity="ORG"), replace(evidence, identity=name))


@given(EVIDENCE)
def test_adding_a_linked_document_never_lowers(evidence: Evidence) -> None:
    never_lower(evidence, replace(evidence, document="linked"))


@given(EVIDENCE)
def test_adding_an_independent_source_never_lowers(evidence: Evidence) -> None:
    never_lower(evidence, replace(evidence, sources=evidence.sources + 1))


@given(EVIDENCE)
def test_a_full_quote_never_lowers(evidence: Evidence) -> None:
    never_lower(evidence, replace(evidence, directness="full"))


@given(EVIDENCE)
def test_going_on_record_never_lowers(evidence: Evidence) -> None:
    never_lower(evidence, replace(evidence, on_record="named"))


@given(EVIDENCE, st.sampled_from(DETAILS))
def test_adding_a_detail_never_lowers(evidence: Evidence, detail: Detail) -> None:
    never_lower(evidence, replace(evidence, details=(*evidence.details, detail)))


@given(EVIDENCE)
def test_adding_a_hop_or_a_modal_never_raises(evidence: Evidence) -> None:
    never_lower(replace(evidence, hops=evidence.hops + 1), evidence)
    never_lower(replace(evidence, modal=True), replace(evidence, modal=False))


@given(EVIDENCE, st.sampled_from(["NOF", "NPA", "NEX"]))
def test_kinds_of_source_rank_in_one_order(evidence: Evidence, name: Identity) -> None:
    order: list[Identity] = ["OBS", name, "UDK", "UOR", "URL", "bare"]
    for better, worse in pairwise(order):
        never_lower(replace(evidence, identity=worse), replace(evidence, identity=better))


@given(EVIDENCE)
def test_caps_change_nothing_when_applied_again(evidence: Evidence) -> None:
    strength = score_strength(evidence, SCALE)
    # Every cap shown is one that the grade keeps, and none is left that would lower it.
    ceilings = [cap.grade for cap in SCALE.caps if cap.words in strength.caps]
    assert all(strength.grade >= ceiling for ceiling in ceilings)
    assert not ceilings or strength.grade == max(ceilings)
