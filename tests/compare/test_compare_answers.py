"""Denials that share few words with what they answer."""

from __future__ import annotations

import pytest
from telling import Saying, Told, accused, contests_of, denied, own, quoted, said, tell, values

import attrib

ACCUSED = "the harbour master took money from the salvage firm"


def denials(*told: Told) -> list[list[str]]:
    return [values(contest) for contest in contests_of(*told) if contest.kind == "denial"]


@pytest.mark.parametrize(
    "answer",
    [
        "It's nonsense",
        "This allegation is false",
        "Those claims are untrue",
        "That is a lie",
        "It's just not true",
        "Absolute nonsense",
        "We dispute those claims",
    ],
)
def test_a_bare_denial_answers_what_stands_before_it(answer: str) -> None:
    told = tell(
        "Courier", "2025-10-14", said("Dockers Union", ACCUSED), quoted("Harbour Board", answer)
    )
    (contest,) = contests_of(told)
    assert contest.kind == "denial"
    assert contest.label == f"Whether {ACCUSED}"
    assert contest.reason == "Harbour Board denied what Dockers Union said"
    assert values(contest) == ["affirmed", "denied"]


def test_a_denial_that_names_whom_it_answers_reaches_further_back() -> None:
    told = tell(
        "Courier", "2025-10-14",
        said("Dockers Union", ACCUSED),
        *(said("Coast Guard", f"the tide at pier {n} was high all night") for n in range(9)),
        quoted("Harbour Board", "The Dockers claims are false"),
    )  # fmt: skip
    assert denials(told) == [["affirmed", "denied"]]


@pytest.mark.parametrize(
    "answer",
    [
        "We disagree with those claims, which will not survive the week",
        "This charge, made by people who were not there, is absurd",
        "Those claims were rejected in court a year ago",
    ],
)
def test_a_denial_points_at_the_words_before_it_whatever_else_it_says(answer: str) -> None:
    told = tell(
        "Courier", "2025-10-14", said("Dockers Union", ACCUSED), quoted("Harbour Board", answer)
    )
    assert denials(told) == [["affirmed", "denied"]]


@pytest.mark.parametrize(
    "answer", ["The Dockers' claims", "A claim by the Dockers", "The story in the Dockers' letter"]
)
def test_whose_words_are_denied_may_be_said_in_several_ways(answer: str) -> None:
    between = (said("Coast Guard", f"the tide at pier {n} was high all night") for n in range(9))
    told = tell(
        "Courier", "2025-10-14",
        said("Dockers Union", ACCUSED), *between, denied("Harbour Board", answer),
    )  # fmt: skip
    (contest,) = contests_of(told)
    assert contest.reason == "Harbour Board denied what Dockers Union said"


def test_who_denies_any_wrongdoing_denies_what_he_is_accused_of() -> None:
    told = tell(
        "Courier", "2025-10-14",
        accused("Dockers Union", "the Harbour Board paid the salvage firm twice"),
        said("Coast Guard", "the tide at the pier was high all night"),
        denied("Harbour Board", "any wrongdoing"),
    )  # fmt: skip
    (contest,) = contests_of(told)
    assert contest.reason == "Harbour Board denied what Dockers Union said"


def test_what_that_points_at_is_denied_whatever_else_is_said_of_it() -> None:
    told = tell(
        "Courier", "2025-10-14",
        said("Dockers Union", ACCUSED),
        denied("Harbour Board", "that suggestion is a sign of panic among the dockers"),
    )  # fmt: skip
    (contest,) = contests_of(told)
    assert contest.label == f"Whether {ACCUSED}"


def test_it_points_at_what_the_denier_has_just_said_himself() -> None:
    told = tell(
        "Courier", "2025-10-14",
        said("Dockers Union", ACCUSED),
        quoted("Harbour Board", "We are told all the time that the pier is a special case"),
        quoted("Harbour Board", "It's all nonsense"),
    )  # fmt: skip
    assert denials(told) == []


@pytest.mark.parametrize("answer", ["but Norland denies this", "the charges, which Norland denies"])
def test_this_may_stand_for_what_its_own_sentence_says(answer: str) -> None:
    text = (
        "The Dockers Union said that Norland had paid the salvage firm twice for the crane.\n\n"
        "{} of the pier.\n\nNobody was at the quay when the crane was sold, {}."
    )
    told = attrib.article(text.format("Engineers spoke", answer), outlet="Courier")
    assert attrib.analyze([told]).contests == ()


def test_an_accusation_may_stand_behind_its_denial() -> None:
    told = tell(
        "Courier", "2025-10-14",
        denied("Harbour Board", "the allegations"),
        accused("Dockers Union", "the Harbour Board paid the salvage firm twice"),
    )  # fmt: skip
    assert denials(told) == [["affirmed", "denied"]]


def test_her_claims_are_what_she_claims_of_that_matter() -> None:
    told = tell(
        "Courier", "2025-10-14",
        said("Ines Okoro", "the board sold the old crane to a private bidder"),
        said("Ines Okoro", "the weather on the pier was bad that night"),
        quoted("Harbour Board", "Her claims that the board sold the old crane are untrue"),
    )  # fmt: skip
    (contest,) = contests_of(told)
    (affirmed,) = (side for side in contest.sides if side.value == "affirmed")
    assert affirmed.claims == (told.claims[0].id,)


@pytest.mark.parametrize(
    "sayings",
    [
        # Words of somebody who says nothing here, and hers on a matter of which she is silent.
        (said("Dockers Union", ACCUSED), denied("Harbour Board", "the Pilots' claims")),
        (
            said("Ines Okoro", "the weather on the pier was bad that night"),
            quoted("Harbour Board", "Her claims that we sold the old crane are untrue"),
        ),
        # A noun for words far from what refutes.
        (
            said("Dockers Union", ACCUSED),
            quoted(
                "Harbour Board",
                "This account of the night was read to us all by a clerk behind a false door",
            ),
        ),
        # An accusation behind the denial that is not aimed at the denier.
        (
            denied("Harbour Board", "the allegations"),
            accused("Dockers Union", "the salvage firm paid twice for the crane"),
        ),
        # Its own claim, the outlet's, or nobody's.
        (said("Harbour Board", ACCUSED), quoted("Harbour Board", "It's nonsense")),
        (own(ACCUSED), quoted("Harbour Board", "It's nonsense")),
        (quoted("Harbour Board", "It's nonsense"),),
        # Somebody is spoken to, and who it is nobody says.
        (said("Dockers Union", ACCUSED), quoted("Harbour Board", "Your facts are wrong")),
        # Others deny, or should.
        (
            said("Dockers Union", ACCUSED),
            said("Coast Guard", "the Harbour Board rejects the Dockers' claims"),
        ),
        (
            said("Dockers Union", ACCUSED),
            said("Coast Guard", "the Harbour Board must rebut those claims"),
        ),
        (
            said("Dockers Union", ACCUSED),
            said("Coast Guard", "this statement of principles denies the rights of all dockers"),
        ),
        # What somebody said was a lie, and which words it were is not said.
        (
            said("Dockers Union", ACCUSED),
            said("Coast Guard", "in the Dockers' own case the crane driver lied to investigators"),
        ),
        (said("Dockers Union", ACCUSED), quoted("Harbour Board", "Lie after lie after lie")),
        # Behind it, not before.
        (quoted("Harbour Board", "It's nonsense"), said("Dockers Union", ACCUSED)),
        # No denial, but an admission, and a matter of its own.
        (said("Dockers Union", ACCUSED), said("Harbour Board", "the Harbour Board was wrong")),
        (said("Dockers Union", ACCUSED), quoted("Harbour Board", "We are sad")),
        (said("Dockers Union", ACCUSED), quoted("Harbour Board", "The timetable was a hoax")),
    ],
)  # fmt: skip
def test_what_a_bare_denial_does_not_answer(sayings: tuple[Saying, ...]) -> None:
    assert denials(tell("Courier", "2025-10-14", *sayings)) == []
