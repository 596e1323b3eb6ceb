"""Denials that a sentence sets against what they answer."""

from __future__ import annotations

import pytest

import attrib
from attrib.records import Contest

SAME = (
    "Dock workers said the crane had been sold in a private bargain with the harbour master, "
    "but the port authority denied having taken part in a sale."
)
NEXT = (
    "Dock workers said the crane had been sold without a tender. "
    "However, the port authority said that the crane had never been sold."
)


def denials(text: str) -> list[Contest]:
    analysis = attrib.analyze([attrib.article(text, title="The crane", outlet="Brenna Courier")])
    return [contest for contest in analysis.contests if contest.kind == "denial"]


def test_what_the_writer_sets_against_a_denial_is_contested() -> None:
    (contest,) = denials(SAME)
    assert {side.value for side in contest.sides} == {"affirmed", "denied"}


def test_a_sentence_that_begins_with_but_is_set_against_the_one_before() -> None:
    (contest,) = denials(NEXT)
    assert contest.reason.lower() == "the port authority denied what dock workers said"


def test_the_one_that_negates_is_the_denial_wherever_it_stands() -> None:
    first, second = (part.strip() for part in NEXT.split("However,"))
    (contest,) = denials(f"T{second[1:]} But dock workers{first.removeprefix('Dock workers')}")
    assert contest.reason.lower() == "the port authority denied what dock workers said"


def test_a_bare_denial_is_of_what_the_sentence_sets_it_against() -> None:
    (contest,) = denials(
        "Dock workers said the pier was safe. The port authority said the crane had been sold "
        "without a tender, but Norland's auditors said that's untrue."
    )
    assert contest.label == "Whether the crane had been sold without a tender"


@pytest.mark.parametrize(
    "text",
    [
        SAME.replace("but the port", "and the port"),
        # Nobody sets the two against one another, or a sentence stands between them.
        NEXT.replace("However, the", "The"),
        NEXT.replace("However", "The tide was high. However"),
        # Neither negates, or both do.
        NEXT.replace("had never been sold", "had been sold in May"),
        NEXT.replace("had been sold without", "had not been sold without"),
        # The one who denies had said so himself.
        "The port authority said the crane was old, but the authority denied having sold it.",
        "Dock workers said the crane was old. However, a bakery denied that its bread was stale.",
    ],
)
def test_without_a_contrast_or_a_shared_matter_nothing_is(text: str) -> None:
    assert denials(text) == []
