"""Which of two texts doubts what the other tells, and which only negates something beside it."""

from __future__ import annotations

import pytest
from telling import RULEBOOK

from attrib.compare.doubts import Doubts, weigh_doubts
from attrib.compare.statements import state
from attrib.compare.word_lists import read_lexicon

LEXICON = read_lexicon(RULEBOOK)
STORY = "Ferry captain to swim across Lake Orrin"


def doubts(one: str, other: str) -> Doubts:
    return weigh_doubts(state(one, LEXICON), state(other, LEXICON), LEXICON)


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        ("Captain's swim across Lake Orrin is a hoax", "story"),
        ("Ferry captain will not swim across Lake Orrin", "story"),
        ("Ferry captain drops out of Lake Orrin swim", "story"),
        ("Ferry captain who never told his wife to cross Lake Orrin", "aside"),
        ("Captain had no idea how cold Lake Orrin is", "aside"),
        ("Captain greases himself for Lake Orrin", "none"),
    ],
)
def test_what_one_headline_doubts_of_another(other: str, kind: str) -> None:
    assert doubts(STORY, other) == doubts(other, STORY)
    assert doubts(STORY, other).kind == kind
    assert doubts(STORY, other).headlines


def test_two_doubts_are_no_doubt_of_one_another() -> None:
    gone, denied = "Captain pulls out of Lake Orrin swim", "Captain will not swim Lake Orrin"
    assert doubts(gone, denied).kind == "both"


@pytest.mark.parametrize(
    ("left", "stayed"),
    [
        ("Captain quits ferry after nine years", "Ferry captain thanks his crew"),
        ("Arle phone to hit shelves in March", "Moss will launch the Arle phone in March"),
        ("Exit polls point to a Moss win", "Moss to win in Arle, polls say"),
    ],
)
def test_what_gives_up_no_plan_doubts_nothing(left: str, stayed: str) -> None:
    assert doubts(left, stayed).kind == "none"


def test_sentences_are_no_headlines_and_give_up_nothing_of_a_plan() -> None:
    found = doubts(f"{STORY}.", "The captain quits the ferry.")
    assert found == Doubts("none", headlines=False)
