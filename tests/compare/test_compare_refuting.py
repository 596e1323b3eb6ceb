"""Which words set a text against what it repeats, and which only look as if they did."""

from __future__ import annotations

import pytest
from telling import LEXICON

from attrib.compare.statements import state


@pytest.mark.parametrize(
    "text",
    [
        "That photo of the flood is a hoax",
        "The mayor denies that the dam leaks",
        "The mayor denied the report",
        "Experts doubt that the crater is new",
        "The board questions whether the dam leaks",
        "Doubts over the crater",
        "He lied about the dam",
        "The story is not true",
        "Owner calls the leak a complete fabrication",
        "The dispute is settled, and the report is false",
    ],
)
def test_text_refutes(text: str) -> None:
    assert state(text, LEXICON).refutes


@pytest.mark.parametrize(
    "text",
    [
        "The flood is no hoax",
        "The mayor did not deny that the dam leaks",
        "There is no doubt that the dam leaks",
        "It is beyond doubt that the dam leaks",
        "The woman denies that the surgery was a hoax",
        "The woman denies surgery hoax claims",
        "He denied lying",
        "Two men were lying on the quay",
        "The village lies in a valley",
        "They travelled on fake passports",
        "The two states have a border dispute",
        "A dispute over the quay ended",
        "The van drove on the wrong side",
    ],
)
def test_text_refutes_nothing(text: str) -> None:
    statement = state(text, LEXICON)
    assert not statement.refutes
    assert not statement.refuting
