"""Stance, polarity and tone of a claim."""

from __future__ import annotations

from typing import get_args

import pytest
from sayings import Said, read, source

from attrib.records import Modality, Polarity, Stance, Tone

SOURCES = {"source": source("Anna Rao", "NOF")}
POLARITIES: dict[Stance, Polarity] = {
    "asserts": "affirm",
    "denies": "deny",
    "accuses": "affirm",
    "concedes": "affirm",
    "predicts": "affirm",
    "demands": "none",
    "questions": "none",
    "hedges": "affirm",
    "confirms": "affirm",
    "corrects": "affirm",
    "relays": "affirm",
    "shows": "affirm",
    "commits": "none",
    "evaluates": "none",
    "declines": "none",
}


@pytest.mark.parametrize("stance", [stance for stance in get_args(Stance) if stance != "own"])
def test_stance_is_the_class_of_the_cue_and_gives_the_polarity(stance: Stance) -> None:
    (claim,) = read(
        "[source Anna Rao] [cue spoke] [content of the old dam].",
        Said(stance=stance),
        sources=SOURCES,
    )
    assert (claim.stance, claim.polarity) == (stance, POLARITIES[stance])


@pytest.mark.parametrize("modality", get_args(Modality))
def test_only_what_was_really_said_has_a_strength(modality: Modality) -> None:
    (claim,) = read(
        "[source Anna Rao] [cue denied] [content the dam was old].",
        Said(stance="denies", modality=modality),
        sources=SOURCES,
    )
    assert (claim.strength is not None) == (modality == "actual")
    assert claim.modality == modality
    assert claim.polarity == ("none" if modality == "negated" else "deny")


@pytest.mark.parametrize("tone", [-1, 0, 1])
def test_tone_is_the_writer_s_word(tone: Tone) -> None:
    (claim,) = read(
        "[source Anna Rao] [cue claimed] [content the dam was old].",
        Said(tone=tone),
        sources=SOURCES,
    )
    assert claim.tone == tone


@pytest.mark.parametrize(
    ("quote", "stance"),
    [
        ("We call on the owners to pay", "demands"),
        ("We are calling on the owners to pay", "demands"),
        ("I would like to urge them all to leave", "demands"),
        ("But we call on the owners to pay", "demands"),
        ("We ask ministers to find out", "demands"),
        ("I deny that I was there", "denies"),
        ("I categorically deny it", "denies"),
        ("I promise to pay", "commits"),
        ("I apologise for the delay", "concedes"),
        ("I am sorry", "concedes"),
        ("We strongly condemn the raid", "accuses"),
        ("Who will pay for it?", "questions"),
        # Not the speaker's own act, or no act at all.
        ("We ask why it was so", "asserts"),
        ("They call on the owners to pay", "asserts"),
        ("We denied nothing", "asserts"),
        ("I called on my neighbour", "asserts"),
        ("We never call the owners", "asserts"),
        ("He said, 'Who will pay?'", "asserts"),
        ("Urge them to pay", "asserts"),
    ],
)
def test_quoted_words_that_perform_an_act_give_the_stance(quote: str, stance: Stance) -> None:
    (claim,) = read(f'[content "{quote}"] [source Anna Rao] [cue said].', sources=SOURCES)
    assert claim.stance == stance
    assert claim.cue is not None
    assert claim.cue.stance == "asserts"
    assert claim.source is not None
    assert claim.source.text == "Anna Rao"


def test_act_in_words_that_are_not_quoted_keeps_the_stance_of_the_cue() -> None:
    (claim,) = read(
        "[source Anna Rao] [cue said] [content we call on the owners to pay].", sources=SOURCES
    )
    assert claim.stance == "asserts"


def test_one_quote_may_hold_claims_of_several_stances() -> None:
    claims = read(
        '[content "The dam is old. We call on the owners to pay,"] [source Anna Rao] [cue said].',
        sources=SOURCES,
    )
    assert [claim.stance for claim in claims] == ["asserts", "demands"]
    assert [claim.polarity for claim in claims] == ["affirm", "none"]


@pytest.mark.parametrize(
    ("content", "polarity"),
    [
        ("calls to resign", "none"),
        ("the opposition’s demand for an inquiry", "none"),
        ("an offer of talks", "none"),
        ("claims that she had resigned", "deny"),
        ("reports of calls to resign", "deny"),
        ("that she had called him", "deny"),
    ],
)
def test_turning_down_a_demand_denies_nothing(content: str, polarity: Polarity) -> None:
    (claim,) = read(
        f"[source Anna Rao] [cue rejected] [content {content}].",
        Said(stance="denies", lemma="reject"),
        sources=SOURCES,
    )
    assert (claim.stance, claim.polarity) == ("denies", polarity)
