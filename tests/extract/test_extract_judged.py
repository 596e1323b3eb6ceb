"""What is said of somebody and is none of his words: charges, blame, what nobody says."""

from __future__ import annotations

import pytest

from attrib.extract import extract, load_tagger
from attrib.records import Article, Attribution
from attrib.rulebook import load_rulebook
from attrib.segment import segment

RULEBOOK = load_rulebook()
TAGGER = load_tagger(1)


def attributions(text: str) -> tuple[Attribution, ...]:
    article = Article(id="a", text=text)
    return extract(segment(article, RULEBOOK), RULEBOOK, lambda: TAGGER).attributions


def speakers(text: str) -> list[str]:
    return [item.source.text for item in attributions(text) if item.source]


@pytest.mark.parametrize(
    "text",
    [
        "The board is to blame for the fire, Ida Moss said.",
        "The drivers were partly to blame for it, Ida Moss said.",
    ],
)
def test_who_is_to_blame_blames_nobody(text: str) -> None:
    assert speakers(text) == ["Ida Moss"]


def test_who_moves_to_blame_does() -> None:
    assert "The mayor" in speakers("The mayor was quick to blame the board for the fire.")


@pytest.mark.parametrize(
    "text",
    [
        "The driver is being held on suspicion of theft and is in custody.",
        "The men had all been charged with fraud.",
        "The suspect in the case is standing trial on charges of fraud.",
    ],
)
def test_the_accused_say_nothing_by_being_charged(text: str) -> None:
    assert attributions(text) == ()


def test_who_charges_somebody_does() -> None:
    assert "Prosecutors" in speakers("Prosecutors charged him with fraud on Friday.")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("No group has claimed responsibility for the attack.", "negated"),
        ("No one explained what was happening.", "negated"),
        ("One group has claimed responsibility for the attack.", "actual"),
    ],
)
def test_what_nobody_says_is_negated(text: str, modality: str) -> None:
    assert [item.modality for item in attributions(text)] == [modality]


@pytest.mark.parametrize(
    ("told", "addressee"),
    [
        ("the Ashby Morning News", "the Ashby Morning News"),
        ("the Gazette today", "the Gazette"),
        ("reporters on Monday", "reporters"),
    ],
)
def test_a_time_in_the_name_of_an_outlet_is_part_of_it(told: str, addressee: str) -> None:
    (found,) = attributions(f"Bo Lind told {told} that he was afraid.")
    assert found.addressee is not None
    assert found.addressee.text == addressee
