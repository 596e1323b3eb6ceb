"""Kinds cue-tone and agentless: AT401, AT502 and AT601, over attributions made by hand."""

from __future__ import annotations

import pytest
from drafting import Said, checked, codes, with_options

from attrib.records import Grade, SourceClass, Stance, Tone

NOTED = "Critics noted that the alarm was silent. The alarm was new."


def noted(
    grade: Grade | None = "D",
    tone: Tone = 1,
    stance: Stance = "asserts",
    source_class: SourceClass = "COL",
) -> Said:
    return Said(
        "the alarm was silent",
        "Critics",
        "noted",
        source_class=source_class,
        grade=grade,
        tone=tone,
        stance=stance,
    )


def test_endorsing_cue_over_a_thin_source_is_found_at_the_cue() -> None:
    (found,) = checked(NOTED, noted(), select=("AT401",))
    assert found.span.of(NOTED) == "noted"
    assert "grade D" in found.message


@pytest.mark.parametrize(
    "said",
    [
        noted(grade="B"),
        noted(grade=None),
        noted(tone=0),
        noted(tone=-1),
        noted(stance="confirms"),
        noted(source_class="DOC"),
    ],
)
def test_endorsing_cue_is_left_alone_when_the_text_carries_it(said: Said) -> None:
    assert codes(checked(NOTED, said, select=("AT401",))) == []


def test_endorsing_cue_over_what_another_denies_is_found_at_any_grade() -> None:
    text = (
        "The owner revealed that the fire alarm was silent. "
        "The builder denied the fire alarm was silent."
    )
    revealed = Said("the fire alarm was silent", "The owner", "revealed", tone=1, grade="B")
    denied = Said(
        "the fire alarm was silent", "The builder", "denied", stance="denies", polarity="deny",
        after="silent. ",
    )  # fmt: skip
    (found,) = checked(text, revealed, denied, select=("AT401",))
    assert "denies" in found.message
    assert [place.span.of(text) for place in found.related] == [
        "The builder denied the fire alarm was silent."
    ]


def test_denial_by_the_same_speaker_contests_nothing() -> None:
    text = (
        "The owner revealed that the fire alarm was silent. "
        "The owner denied the fire alarm was silent."
    )
    revealed = Said("the fire alarm was silent", "The owner", "revealed", tone=1, grade="B")
    denied = Said(
        "the fire alarm was silent", "The owner", "denied", stance="denies", polarity="deny",
        after="silent. ",
    )  # fmt: skip
    assert codes(checked(text, revealed, denied, select=("AT401",))) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is understood that he will quit.", "It is understood"),
        ("It's widely believed he will quit.", "It's widely believed"),
        ("The firm is said to be near a deal.", "is said to"),
        ("The Gazette has learned that the bridge will close.", "has learned that"),
    ],
)
def test_passive_that_hides_the_source_is_found(text: str, words: str) -> None:
    (found,) = checked(text, select=("AT502",))
    assert found.span.of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The regatta is expected to open on Friday.",
        "The firm is believed by the police to be near a deal.",
        '"It is understood that he will quit," said Ida Moss.',
        "The village has learned to live with the river.",
        "See https://example.org/it-is-understood for more.",
        "He said so, and it was said aloud.",
    ],
)
def test_passive_that_hides_nobody_is_left_alone(text: str) -> None:
    found = checked(text, select=("AT502",), rulebook=with_options("AT502", phrases=(
        "it {be} understood", "{be} said to", "{be} believed to", "has learned that",
    )))  # fmt: skip
    assert codes(found) == []


def test_passive_inside_what_a_source_says_is_left_alone() -> None:
    text = "Police said the director is believed to have left."
    said = Said("the director is believed to have left", "Police", "said")
    assert codes(checked(text, said, select=("AT502",))) == []


@pytest.mark.parametrize(
    "text",
    [
        "She is accused of fraud. The shop stayed open.",
        "He has long been suspected of theft. The shop stayed open.",
        "The coach allegedly took the money. The club was quiet.",
    ],
)
def test_accusation_that_nobody_makes_is_found(text: str) -> None:
    assert codes(checked(text, select=("AT601",))) == ["AT601"]


@pytest.mark.parametrize(
    "text",
    [
        "She is accused of fraud by her partners.",
        "She was charged on Monday. She is accused of fraud.",
        "She is accused of fraud. The indictment runs to nine pages.",
        '"She is accused of fraud," the paper wrote.',
        "Nobody accused her of fraud.",
    ],
)
def test_accusation_with_an_accuser_or_a_charge_near_is_left_alone(text: str) -> None:
    assert codes(checked(text, select=("AT601",))) == []


def test_charge_two_sentences_away_is_too_far() -> None:
    text = "She was charged on Monday. It rained. It snowed. She is accused of fraud."
    assert codes(checked(text, select=("AT601",))) == ["AT601"]


def test_by_doing_names_no_accuser() -> None:
    text = "She is accused of fraud by selling the boats twice. The shop stayed open."
    assert codes(checked(text, select=("AT601",))) == ["AT601"]


def test_one_alert_a_sentence() -> None:
    text = "He allegedly lied and allegedly stole. The club was quiet."
    assert codes(checked(text, select=("AT601",))) == ["AT601"]


def test_caption_link_and_code_are_left_alone() -> None:
    text = "Read `He allegedly lied` at www.example.org/allegedly today."
    assert codes(checked(text, select=("AT601",))) == []
