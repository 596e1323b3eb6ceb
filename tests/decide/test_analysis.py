"""Decisions through the whole flow: contests, the claims set aside, and what is told of both."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from jsonschema import Draft202012Validator

import attrib
from attrib.report import render
from attrib.wire import analysis_to_json
from calling import Caller, put

ROOT = Path(__file__).parent.parent.parent


def side_keys(analysis: attrib.Analysis, label: str) -> tuple[tuple[str, ...], ...]:
    keys = {claim.id: claim.key for claim in analysis.claims}
    (contest,) = (item for item in analysis.contests if label in item.label)
    return tuple(tuple(keys[claim] for claim in side.claims) for side in contest.sides)


@pytest.fixture(scope="module")
def decisions(examples_analysis: attrib.Analysis) -> tuple[attrib.Decision, ...]:
    found = examples_analysis
    key = next(claim.key for claim in found.claims if "47 people" in claim.text)
    return (
        attrib.Decision(
            "other-matter", "Mira Holt", "two watches", sides=side_keys(found, "at the wheel")
        ),
        attrib.Decision(
            "settled", "Mira Holt", "the minutes", sides=side_keys(found, "the timetable")
        ),
        attrib.Decision("no-claim", "Jon Ekdahl", "withdrawn", key),
        attrib.Decision("no-claim", "Jon Ekdahl", "long gone", "0" * 16),
    )


@pytest.fixture(scope="module")
def decided(
    examples_corpus: attrib.Corpus, decisions: tuple[attrib.Decision, ...]
) -> attrib.Analysis:
    return attrib.analyze(examples_corpus, decisions=decisions)


def test_contests_and_claims_leave_and_are_kept(
    examples_analysis: attrib.Analysis, decided: attrib.Analysis
) -> None:
    before = {contest.label for contest in examples_analysis.contests}
    gone = before - {contest.label for contest in decided.contests}
    assert len(gone) == 2
    assert [item.label in gone for item in decided.set_aside_contests] == [True]
    (claim,) = decided.set_aside_claims
    assert "47 people" in claim.text
    assert claim.id not in {item.id for item in decided.claims}
    assert len(decided.claims) + 1 == len(examples_analysis.claims)


def test_each_decision_tells_what_it_is_about(decided: attrib.Analysis) -> None:
    told = {item.decision.reason: item for item in decided.decided}
    assert told["two watches"].contests == (decided.set_aside_contests[0].id,)
    assert told["withdrawn"].claims == (decided.set_aside_claims[0].id,)
    assert [item.decision.reason for item in decided.decided if not item.matches] == ["long gone"]


def test_order_of_articles_and_of_decisions_changes_nothing(
    examples_corpus: attrib.Corpus,
    decisions: tuple[attrib.Decision, ...],
    decided: attrib.Analysis,
) -> None:
    articles, shuffled = list(examples_corpus), list(decisions)
    Random(7).shuffle(articles)
    shuffled.reverse()
    other = attrib.analyze(articles, decisions=shuffled)
    assert replace(other, problems=decided.problems) == decided


def test_json_holds_all_of_it_and_fits_its_schema(decided: attrib.Analysis) -> None:
    schema = json.loads((ROOT / "docs" / "analysis.schema.json").read_text(encoding="utf-8"))
    shape = analysis_to_json(decided)
    Draft202012Validator(schema).validate(json.loads(json.dumps(shape)))
    assert [item["matches"] for item in shape["decisions"]].count(False) == 1  # type: ignore[index, union-attr, call-overload]
    assert len(shape["set_aside"]["claims"]) == 1  # type: ignore[index, call-overload, arg-type]


@pytest.mark.parametrize("format", ["text", "md", "html"])
def test_people_read_who_decided_what_and_what_has_no_effect(
    decided: attrib.Analysis, format: str
) -> None:
    page = " ".join(render(decided, format).split())
    for words in ("Mira Holt", "the minutes", "two watches", "matches no passage any more"):
        assert words in page


def test_settled_contests_come_behind_open_ones(decided: attrib.Analysis) -> None:
    text = render(decided, "text")
    listed = text[text.index("CONTESTED") : text.index("ARTICLES")]
    assert listed.index("the minutes") > listed.index("\n2. ")
    assert "the minutes" in listed[listed.rindex("\n3. ") :]


STORY = (
    "The harbour board said on Monday that 12 people were hurt in the ferry crash at Ostby.\n",
    "The fire brigade said on Monday that 15 people were hurt in the ferry crash at Ostby.\n",
)


def test_the_command_warns_of_what_matches_nothing_and_ends_well(
    tmp_path: Path, call: Caller
) -> None:
    for number, text in enumerate(STORY):
        put(tmp_path, f"story/{number}.txt", text)
    line = "  - {kind: no-claim, by: Jon, reason: gone, about: The old lead, claim: KEY}\n"
    text = f"version: 1\ndecisions:\n{line}".replace("KEY", "a" * 16)
    file = put(tmp_path, "decisions.yaml", text)
    done = call("compare", tmp_path / "story", "--decisions", file)
    assert done.code == 0
    assert (
        f"{file}:3:5: decision 'no-claim' by Jon (The old lead): it matches no passage" in done.err
    )
    assert call("compare", tmp_path / "story").err == ""
    broken = put(tmp_path, "broken.yaml", "version: 1\n")
    assert call("report", tmp_path / "story", "--decisions", broken).code == 2


def test_extract_leaves_out_what_is_no_claim(tmp_path: Path, call: Caller) -> None:
    draft = put(tmp_path, "a.txt", STORY[0])
    rows = [json.loads(row) for row in call("extract", draft).out.splitlines()]
    (key,) = {row["key"] for row in rows}
    line = f"  - {{kind: no-claim, by: Jon, reason: gone, claim: {key}}}\n"
    put(tmp_path, "decisions.yaml", f"version: 1\ndecisions:\n{line}")
    put(tmp_path, "attrib.yaml", "decisions: decisions.yaml\n")
    assert call("extract", draft).out == ""
