"""Transcripts: whose words each paragraph is, with a label and without."""

from __future__ import annotations

import pytest

import attrib

FIRST = "RIA TOLL: The quay was shut on Friday."
SECOND = "WARD: The stones were loose. Nobody was told."
LAST = "TOLL: Who should have been told?"


def spoken(*paragraphs: str) -> list[tuple[str, str]]:
    text = "\n\n".join(("Engineer Otto Ward spoke of the quay on Sunday.", *paragraphs))
    analysis = attrib.analyze([attrib.article(text, title="The quay")])
    names = {source.id: source.name for source in analysis.sources}
    return [
        (names[claim.source.id] if claim.source else "", claim.text) for claim in analysis.claims
    ]


@pytest.mark.parametrize("surname", ["TOLL", "COOPER", "BUSH", "WARD-HUNT"])
def test_a_label_is_the_surname_of_a_fuller_one(surname: str) -> None:
    said = spoken(FIRST.replace("TOLL", surname), SECOND, LAST.replace("TOLL", surname))
    asked = next(name for name, text in said if text.startswith("Who should"))
    assert asked == f"Ria {surname.title()}"
    assert ("Otto Ward", "Nobody was told") in said


def test_a_paragraph_without_a_label_goes_on() -> None:
    said = spoken(FIRST, SECOND, "We had warned the board, and you know what came of it.", LAST)
    assert [name for name, text in said if text.startswith("We had warned")] == ["Otto Ward"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        # The writer's words, which speak of nobody's "I", and what follows them.
        (FIRST, SECOND, "The studio lights went out for a minute.", LAST),
        (
            FIRST, SECOND,
            "The studio lights went out for a minute.",
            "We had warned the board.",
            LAST,
        ),
        # Behind the last label anybody may speak.
        (FIRST, SECOND, LAST, "We drove to the quay."),
        # Most paragraphs have no label.
        (
            FIRST, SECOND,
            "We had warned the board.", "We drove to the quay.", "We saw it at dusk.",
            "We went home.", LAST,
        ),
    ],
)  # fmt: skip
def test_the_writers_own_paragraphs_are_no_speakers(paragraphs: tuple[str, ...]) -> None:
    said = spoken(*paragraphs)
    mine = [name for name, text in said if text.startswith(("The studio", "We "))]
    assert mine
    assert set(mine) <= {""}
