"""One speaker's words that two outlets print in other words."""

from __future__ import annotations

import pytest
from telling import Saying, contests_of, person, quoted, said, tell, values

ONE = "If the company keeps to this course there will be no bright future for the island"
OTHER = "No bright future awaits our island, we tell the company, should this be its course"


def contests(
    one: Saying, *others: Saying, day: str | None = "2025-10-14"
) -> list[tuple[str, list[str]]]:
    first = tell("Courier", "2025-10-14", one)
    second = tell("Dispatch", day, *others)
    people = {"a": person("Ruth Adair"), "b": person("Oskar Lind")}
    return [(c.kind, values(c)) for c in contests_of(first, second, **people)]


def test_other_words_of_one_speaker_are_set_side_by_side() -> None:
    assert contests(quoted("Ruth Adair", ONE), quoted("Ruth Adair", OTHER)) == [
        ("quote", [f"“{ONE}”", f"“{OTHER}”"])
    ]


@pytest.mark.parametrize(
    "others",
    [
        # Another person may say much the same.
        (quoted("Oskar Lind", OTHER),),
        # The writer's own wording is no quote.
        (said("Ruth Adair", OTHER),),
        # Only begun later and ended earlier.
        (quoted("Ruth Adair", "there will be no bright future for the island"),),
        # The second article has both: she said it twice.
        (quoted("Ruth Adair", OTHER), quoted("Ruth Adair", ONE)),
        # A shared subject is no shared sentence.
        (quoted("Ruth Adair", "The company will meet the island council in its future home"),),
        # Nobody is named, and the words are further apart.
        (quoted(None, "No bright future, unless the company turns: so the island's crews fear"),),
    ],
)
def test_what_need_not_be_one_saying_is_left_alone(others: tuple[Saying, ...]) -> None:
    assert contests(quoted("Ruth Adair", ONE), *others) == []


def test_a_slogan_is_said_again_and_again() -> None:
    one, other = "Let us make the old harbour great again", "We will make our harbour great again"
    slogans = (quoted("Ruth Adair", one), quoted("Ruth Adair", other))
    assert len(contests(*slogans)) == 1
    assert contests(*slogans, day="2025-10-30") == []
    assert contests(*slogans, day=None) == []


def test_a_mark_that_opens_may_stand_for_an_apostrophe() -> None:
    words = "Our harbour’s master has no view of the tide or of the storm that is to come"
    amiss = words.replace("’", "‘")
    assert contests(quoted("Ruth Adair", words), quoted("Ruth Adair", amiss)) == []


def test_long_quotes_with_words_taken_out_in_the_middle_are_altered() -> None:
    long = "The board admits an awkward delay of nine days in sending the report after a mix-up"
    short = "The board admits a delay in sending the report after a mix-up"
    assert contests(quoted("Ruth Adair", long), quoted("Ruth Adair", short)) == [
        ("quote", ["a ... –", "an awkward ... of nine days"])
    ]
