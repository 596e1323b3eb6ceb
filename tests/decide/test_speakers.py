""" "This 'she' is X": laid over the resolution, before claims are weighed."""

from __future__ import annotations

import pytest
from deciding import COPY, HARBOUR, article, claim_with, on_claim, read

import attrib
from attrib.decide import tie_speakers
from attrib.records import Decision

SHUT = "harbour would stay shut"


def decide(speaker: str, words: str = SHUT, **texts: str) -> Decision:
    found = [claim for claim in read(**texts).claims if words in claim.text]
    return on_claim(found[0].key, speaker)


def test_the_story_has_somebody_who_is_not_certain() -> None:
    """Else the tests below would show nothing."""
    claim = claim_with(SHUT, read().claims)
    assert claim.source
    assert not claim.source.resolved


@pytest.mark.parametrize("name", ["Lena Fors", "lena  fors", "Mayor Lena Fors"])
def test_a_source_is_meant_by_its_names(name: str) -> None:
    before = "Mayor Lena Fors said the quay was safe.\n\n" + HARBOUR
    reading = read(decide(name, one=before), one=before)
    claim = claim_with(SHUT, reading.claims)
    known = claim_with("quay was safe", reading.claims)
    assert claim.source
    assert known.source
    assert claim.source.id == known.source.id
    assert claim.source.resolved
    assert claim.source.reason == "decided by Mira Holt: I asked"
    assert [link.name for link in claim.chain] == ["Lena Fors"]


def test_the_grade_and_the_list_of_sources_follow() -> None:
    before = "Mayor Lena Fors said the quay was safe.\n\n" + HARBOUR
    unclear, clear = read(one=before), read(decide("Lena Fors", one=before), one=before)
    old, new = claim_with(SHUT, unclear.claims), claim_with(SHUT, clear.claims)
    assert old.strength
    assert new.strength
    assert new.strength.score > old.strength.score
    assert old.source
    gone = {s.id for s in unclear.resolution.sources} - {s.id for s in clear.resolution.sources}
    assert gone == {old.source.id}


def test_any_other_name_is_a_new_source() -> None:
    reading = read(decide("Tor Wick"))
    claim = claim_with(SHUT, reading.claims)
    (source,) = (item for item in reading.resolution.sources if item.name == "Tor Wick")
    assert claim.source
    assert claim.source.id == source.id
    assert (source.source_class, source.resolved, source.articles) == ("NIN", True, ("one",))


def test_keys_stay_the_same_whoever_speaks() -> None:
    assert [c.key for c in read().claims] == [c.key for c in read(decide("Tor Wick")).claims]


def test_the_same_words_elsewhere_are_meant_too() -> None:
    texts = {"one": HARBOUR, "two": COPY}
    reading = read(decide("Tor Wick", **texts), **texts)
    sources = [claim.source for claim in reading.claims if SHUT in claim.text]
    assert [source.name for source in sources if source] == ["Tor Wick", "Tor Wick"]
    (source,) = (item for item in reading.resolution.sources if item.name == "Tor Wick")
    assert source.articles == ("one", "two")


def test_a_name_that_two_sources_have_is_not_followed() -> None:
    text = (
        "Karin Dahl and Olof Dahl met.\n\nKarin Dahl said it rained.\n\nOlof Dahl said it was dry."
    )
    reading = read(one=text)
    sources = tuple(
        attrib.Source(s.id, "Dahl", s.source_class, True, s.reason, articles=s.articles)
        for s in reading.resolution.sources
    )
    assert len(sources) == 2
    from dataclasses import replace

    resolution = replace(reading.resolution, sources=sources)
    decision = on_claim(claim_with("rained", reading.claims).key, "Dahl")
    tied = tie_speakers(resolution, reading.claims, [decision])
    assert tied.resolution is resolution
    assert tied.notes[decision] == "2 sources are called “Dahl”"


def test_a_decision_on_a_passage_without_a_mention_is_not_followed() -> None:
    claim = claim_with("Nobody else", read().claims)
    decision = on_claim(claim.key, "Tor Wick")
    reading = read(decision)
    assert claim_with("Nobody else", reading.claims) == claim
    assert decision in reading.notes


def test_without_a_decision_nothing_is_touched() -> None:
    reading = read()
    assert tie_speakers(reading.resolution, reading.claims, []).resolution is reading.resolution


def test_who_passes_words_on_stays_in_the_chain() -> None:
    text = "The mayor met the pilot. The ferry sank, Norwire reported, citing an official."
    reading = read(one=text)
    claim = claim_with("ferry sank", reading.claims)
    assert len(claim.chain) == 2
    tied = read(on_claim(claim.key, "Sudwire"), one=text)
    names = [link.name for link in claim_with("ferry sank", tied.claims).chain]
    assert names == ["Sudwire", claim.chain[1].name]


def test_an_analysis_says_what_was_decided() -> None:
    decision, gone = decide("Tor Wick"), on_claim("f" * 16)
    analysis = attrib.analyze(article(HARBOUR), decisions=[gone, decision])
    told = {item.decision: item for item in analysis.decided}
    assert told[decision].claims == (claim_with(SHUT, analysis.claims).id,)
    assert not told[gone].matches
