"""Which of two texts doubts what the other tells, and which only negates something beside it."""

from __future__ import annotations

import pytest
from telling import RULEBOOK

from attrib.compare.doubts import Doubts, weigh_doubts
from attrib.compare.statements import Statement, state
from attrib.compare.word_lists import read_lexicon

LEXICON = read_lexicon(RULEBOOK)
STORY = "Ferry captain to swim across Lake Orrin"


def read(text: str) -> Statement:
    return state(text, LEXICON)


@pytest.mark.parametrize(
    ("other", "kind", "count"),
    [
        ("Captain's swim across Lake Orrin is a hoax", "story", 1),
        ("Ferry captain will not swim across Lake Orrin", "story", 1),
        ("Ferry captain drops out of Lake Orrin swim", "story", 1),
        ("Ferry captain who never told his wife to cross Lake Orrin", "aside", 1),
        ("Captain had no idea how cold Lake Orrin is", "aside", 1),
        ("Captain greases himself for Lake Orrin", "none", 0),
    ],
)
def test_what_one_headline_doubts_of_another(other: str, kind: str, count: int) -> None:
    assert weigh_doubts(read(STORY), read(other)) == Doubts(count, kind, headlines=True)  # type: ignore[arg-type]
    assert weigh_doubts(read(other), read(STORY)) == weigh_doubts(read(STORY), read(other))


def test_two_doubts_are_no_doubt_of_one_another() -> None:
    gone, denied = "Captain pulls out of Lake Orrin swim", "Captain will not swim Lake Orrin"
    assert weigh_doubts(read(gone), read(denied)).count == 2


def test_leaving_doubts_nothing_that_nobody_planned() -> None:
    left, stayed = "Captain quits ferry after nine years", "Ferry captain thanks his crew"
    assert weigh_doubts(read(left), read(stayed)).count == 0


def test_sentences_are_no_headlines() -> None:
    assert not weigh_doubts(read(f"{STORY}."), read("The captain will not swim.")).headlines
