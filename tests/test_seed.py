"""The article the project began from comes out as the contract says.

Only offsets into it stand here; its text is the publisher's, and is read from ATTRIB_DATA.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from attrib.ingest import make_article
from attrib.pipeline import analyze_articles
from attrib.records import Analysis, Claim, Source
from attrib.rulebook import load_rulebook

SHA256 = "f53e790db43506f2a813fb3c8d30612a354ed1ebc9be8da7240ced653b30e559"
MINISTRY = "Russian Defense Ministry"
SEVEN = {"Britain", "France", "Germany", "Qatar", "Saudi Arabia", "Turkey", "United States"}


@pytest.fixture(scope="module")
def seed() -> Analysis:
    folder = os.environ.get("ATTRIB_DATA")
    path = Path(folder or "") / "seed" / "russian-airstrikes-2015.txt"
    if not folder or not path.is_file():
        pytest.skip("no data: ATTRIB_DATA names no folder with the seed article")
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        pytest.skip("no data: another text than the offsets here are of")
    return analyze_articles([make_article(data.decode(), path=path.name)], load_rulebook())


def claim_at(seed: Analysis, start: int, end: int) -> Claim:
    """The claim with the shortest content that covers these characters."""
    found = [c for c in seed.claims if any(s.start <= start and end <= s.end for s in c.content)]
    assert found, f"no claim at {start}-{end}"
    return min(found, key=lambda claim: sum(len(span) for span in claim.content))


def source_at(seed: Analysis, start: int, end: int) -> Source:
    mention = claim_at(seed, start, end).source
    assert mention is not None
    return next(source for source in seed.sources if source.id == mention.id)


def members_of(seed: Analysis, source: Source) -> set[str]:
    return {other.name for other in seed.sources if other.id in source.members}


@pytest.mark.parametrize("place", [(284, 304), (1353, 1376)])
def test_ministry_is_one_source_under_its_two_names(seed: Analysis, place: tuple[int, int]) -> None:
    assert source_at(seed, *place).name == MINISTRY
    assert source_at(seed, *place).id == source_at(seed, 284, 304).id


@pytest.mark.parametrize("place", [(1601, 1627), (1662, 1687)])
def test_each_half_of_the_spokesmans_sentence_is_a_claim_of_his(
    seed: Analysis, place: tuple[int, int]
) -> None:
    source = source_at(seed, *place)
    assert (source.name, source.source_class) == ("Igor Konashenkov", "NSP")
    assert source.affiliation == source_at(seed, 284, 304).id
    assert claim_at(seed, 1601, 1627).id != claim_at(seed, 1662, 1687).id


def test_relay_names_agency_and_unnamed_source_and_is_thin(seed: Analysis) -> None:
    claim = claim_at(seed, 2987, 3015)
    assert [link.name for link in claim.chain] == ["Interfax", "unidentified military source"]
    assert claim.strength is not None
    assert claim.strength.grade in ("D", "E")


def test_agency_alone_afterwards(seed: Analysis) -> None:
    claim = claim_at(seed, 3262, 3283)
    assert [link.name for link in claim.chain] == ["Interfax"]


@pytest.mark.parametrize(
    "place",
    [(885, 909), (970, 993), (2219, 2231), (2351, 2370), (2447, 2469), (2578, 2588)],
)
def test_joint_statement_is_one_source_with_seven_members(
    seed: Analysis, place: tuple[int, int]
) -> None:
    source = source_at(seed, *place)
    assert members_of(seed, source) == SEVEN
    assert source.source_class == "ORG"
    assert source.id == source_at(seed, 885, 909).id


@pytest.mark.parametrize("place", [(885, 909), (2578, 2588)])
def test_first_and_last_words_of_the_statement_are_demands(
    seed: Analysis, place: tuple[int, int]
) -> None:
    claim = claim_at(seed, *place)
    assert (claim.stance, claim.polarity) == ("demands", "none")


def test_accusation_and_denial_have_their_speakers(seed: Analysis) -> None:
    accusation, denial = claim_at(seed, 652, 674), claim_at(seed, 1918, 1943)
    assert (accusation.stance, accusation.polarity) == ("accuses", "affirm")
    assert "United States" in members_of(seed, source_at(seed, 652, 674))
    assert (denial.stance, denial.polarity) == ("denies", "deny")
    assert source_at(seed, 1918, 1943).name == "Russia"


def test_background_is_the_writers_own_voice(seed: Analysis) -> None:
    claim = claim_at(seed, 1728, 1745)
    assert (claim.voice, claim.source, claim.strength) == ("own", None, None)


@pytest.mark.parametrize(
    "place", [(0, 15), (17, 27), (29, 51), (87, 150), (158, 215), (219, 225), (3576, 3592)]
)
def test_page_furniture_headline_and_dateline_are_no_claims(
    seed: Analysis, place: tuple[int, int]
) -> None:
    start, end = place
    touched = [c for c in seed.claims if any(s.start < end and start < s.end for s in c.content)]
    assert touched == []


def test_whom_nobody_can_find_gives_no_deniers_account(seed: Analysis) -> None:
    (denial,) = seed.contests
    placed = {claim for side in denial.sides for claim in side.claims}
    hidden = {c.id for c in seed.claims if c.chain and c.chain[-1].source_class == "UOR"}
    assert hidden
    assert not hidden & placed


def test_the_denial_is_the_one_contest_and_its_sides_are_whole(seed: Analysis) -> None:
    sources = {source.id: source for source in seed.sources}
    denials = [contest for contest in seed.contests if contest.kind == "denial"]
    assert len(denials) == len(seed.contests) == 1
    sides = {side.value: side for side in denials[0].sides}
    assert set(sides) == {"affirmed", "denied"}
    denied = {sources[key].name for key in sides["denied"].sources}
    assert {"Russia", MINISTRY} <= denied
    assert sides["denied"].voices == 1
    affirmed = [sources[key] for key in sides["affirmed"].sources]
    assert {"United States"} in [members_of(seed, source) for source in affirmed]
    assert SEVEN in [members_of(seed, source) for source in affirmed]
    assert claim_at(seed, 284, 304).id in sides["denied"].claims
    assert claim_at(seed, 1353, 1376).id in sides["denied"].claims
