"""Denials that share few words with what they answer."""

from __future__ import annotations

import pytest
from telling import Saying, Told, contests_of, own, quoted, said, tell, values

ACCUSED = "the harbour master took money from the salvage firm"


def denials(*told: Told) -> list[list[str]]:
    return [values(contest) for contest in contests_of(*told) if contest.kind == "denial"]


@pytest.mark.parametrize(
    "answer",
    ["It's nonsense", "This allegation is false", "Those claims are untrue", "That is a lie"],
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
    "sayings",
    [
        # Its own claim, the outlet's, or nobody's.
        (said("Harbour Board", ACCUSED), quoted("Harbour Board", "It's nonsense")),
        (own(ACCUSED), quoted("Harbour Board", "It's nonsense")),
        (quoted("Harbour Board", "It's nonsense"),),
        # Behind it, not before.
        (quoted("Harbour Board", "It's nonsense"), said("Dockers Union", ACCUSED)),
        # No denial, or one with a matter of its own.
        (said("Dockers Union", ACCUSED), quoted("Harbour Board", "We are sad")),
        (said("Dockers Union", ACCUSED), quoted("Harbour Board", "The timetable was a hoax")),
    ],
)  # fmt: skip
def test_what_a_bare_denial_does_not_answer(sayings: tuple[Saying, ...]) -> None:
    assert denials(tell("Courier", "2025-10-14", *sayings)) == []
