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
    "Dock workers said the crane was sold without a tender. "
    "However, the port authority denied that the crane was for sale at all."
)


def denials(text: str) -> list[Contest]:
    analysis = attrib.analyze([attrib.article(text, title="The crane", outlet="Brenna Courier")])
    return [contest for contest in analysis.contests if contest.kind == "denial"]


def test_what_the_writer_sets_against_a_denial_is_contested() -> None:
    (contest,) = denials(SAME)
    assert {side.value for side in contest.sides} == {"affirmed", "denied"}


@pytest.mark.parametrize(
    "text",
    [
        SAME.replace("but the port", "and the port"),
        # A sentence further on may answer something else.
        NEXT,
        # The one who denies had said so himself.
        "The port authority said the crane was old, but the authority denied having sold it.",
        "Dock workers said the crane was old. However, a bakery denied that its bread was stale.",
    ],
)
def test_without_a_contrast_or_a_shared_matter_nothing_is(text: str) -> None:
    assert denials(text) == []
