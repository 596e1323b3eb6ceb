"""The examples' five contests, as their independent reader lists them, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import attrib
from attrib.records import Contest
from editor_gold import claim_faults, claims_at, read_gold

FOLDER = Path(__file__).parent.parent / "examples"
GOLD = read_gold(Path(__file__).parent / "variants" / "examples.yaml")


def article_id(analysis: attrib.Analysis, name: str) -> str:
    return next(a.id for a in analysis.articles if a.path and Path(a.path).name == name)


def names_of(analysis: attrib.Analysis, ids: tuple[str, ...]) -> set[str]:
    sources = {source.id: source for source in analysis.sources}
    members = {sources[m].name for key in ids for m in sources[key].members}
    return {sources[key].name for key in ids} | members


def contest_of(analysis: attrib.Analysis, kind: str) -> Contest:
    found = [contest for contest in analysis.contests if contest.kind == kind]
    assert len(found) == 1, [(c.kind, c.label) for c in analysis.contests]
    return found[0]


def test_there_are_the_five_contests_and_no_more(examples_analysis: attrib.Analysis) -> None:
    assert sorted(contest.kind for contest in examples_analysis.contests) == sorted(
        contest["kind"] for contest in GOLD["contests"]
    )


@pytest.mark.parametrize("wanted", GOLD["contests"], ids=lambda wanted: str(wanted["kind"]))
def test_contest_has_its_sides(
    examples_analysis: attrib.Analysis, wanted: dict[str, object]
) -> None:
    contest = contest_of(examples_analysis, str(wanted["kind"]))
    claims = {claim.id: claim for claim in examples_analysis.claims}
    sides = wanted["sides"]
    assert isinstance(sides, list)
    assert len(contest.sides) == len(sides)
    for gold in sides:
        side = next(s for s in contest.sides if str(gold["value"]) in s.value)
        assert set(gold["sources"]) <= names_of(examples_analysis, side.sources)
        assert set(side.outlets) == set(gold["outlets"])
        for name, words in gold["words"].items():
            here = {
                c.id
                for c in claims_at(examples_analysis, article_id(examples_analysis, name), words)
            }
            assert here & set(side.claims), (name, words, [claims[k].text for k in side.claims])


def test_update_is_no_contest(examples_analysis: attrib.Analysis) -> None:
    for item in GOLD["no_contest"]:
        updated = {
            claim.id
            for name, words in item["words"].items()
            for claim in claims_at(examples_analysis, article_id(examples_analysis, name), words)
        }
        for contest in examples_analysis.contests:
            assert sum(bool(updated & set(side.claims)) for side in contest.sides) < 2


def test_one_agency_line_in_two_outlets_is_one_chain(examples_analysis: attrib.Analysis) -> None:
    for item in GOLD["one_voice"]:
        for name, words in item["words"].items():
            claim = claims_at(examples_analysis, article_id(examples_analysis, name), words)[0]
            assert [link.name for link in claim.chain] == item["chain"]


@pytest.mark.parametrize("path", sorted(GOLD["files"]))
def test_key_claims_have_their_speakers(examples_analysis: attrib.Analysis, path: str) -> None:
    sources = {source.id: source for source in examples_analysis.sources}
    article = article_id(examples_analysis, Path(path).name)
    wrong = []
    for wanted in GOLD["files"][path]["claims"]:
        at = [
            c for c in claims_at(examples_analysis, article, wanted["content"]) if c.voice != "own"
        ]
        reasons = [claim_faults(claim, wanted, sources) for claim in at]
        if not at or all(reasons):
            wrong.append((wanted["content"], min(reasons, key=len) if reasons else "no claim"))
    assert wrong == []


@pytest.mark.parametrize("wanted", GOLD["articles"], ids=lambda wanted: str(wanted["outlet"]))
def test_articles_carry_outlet_title_and_date(
    examples_analysis: attrib.Analysis, wanted: dict[str, str]
) -> None:
    name = Path(wanted["file"]).name
    article = next(a for a in examples_analysis.articles if Path(a.path or "").name == name)
    assert (article.outlet, (article.published or "")[:10], article.title) == (
        wanted["outlet"],
        wanted["published"],
        wanted["title"],
    )
