"""Quotes across articles: altered, given to another speaker, or just trimmed."""

from __future__ import annotations

import pytest
from telling import Told, contests_of, person, quoted, tell, values

QUOTE = "These ferries are old, they are unsafe and they should have been replaced"


def contests(
    one: str, other: str, by: str | None = "Ruth Adair", second: str | None = "Ruth Adair"
) -> list[tuple[str, list[str]]]:
    told: tuple[Told, ...] = (
        tell("Courier", "2025-10-14", quoted(by, one)),
        tell("Dispatch", "2025-10-15", quoted(second, other)),
    )
    people = {name.split()[0]: person(name) for name in (by, second) if name}
    return [(c.kind, values(c)) for c in contests_of(*told, **people)]


def test_swapped_word_is_shown_as_such() -> None:
    changed = QUOTE.replace("unsafe", "unreliable")
    assert contests(QUOTE, changed) == [("quote", ["unreliable", "unsafe"])]


def test_dropped_negation_is_shown() -> None:
    one = "We did not know of any fault in the steering"
    other = "We did know of any fault in the steering"
    assert contests(one, other) == [("quote", ["not", "–"])]
    told = tell("Courier", "2025-10-14", quoted("Ruth Adair", one))
    later = tell("Dispatch", "2025-10-15", quoted("Ruth Adair", other))
    (contest,) = contests_of(told, later, Ruth=person("Ruth Adair"))
    assert contest.reason == "the same quote with and without “not”"


@pytest.mark.parametrize(
    "other",
    [
        QUOTE,
        "They are unsafe and they should have been replaced",
        QUOTE.replace(",", ""),
        QUOTE.upper(),
        "These ferries are old … they should have been replaced",
        "These ferries are old, [all of] they are unsafe and they should have been replaced",
        QUOTE.replace("unsafe", "quite unsafe"),
        "Rain fell on the harbour all night long",
        "These ferries are old",
    ],
)
def test_trimming_and_form_are_no_change(other: str) -> None:
    assert contests(QUOTE, other) == []


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        (
            "We will close the harbour to all large ferries",
            "We may close the harbour to all large ferries",
            ["We may close", "We will close"],
        ),
        (
            "It put thousands of islanders in fear and darkness",
            "It put thousands of islanders into fear and darkness",
            ["islanders in fear", "islanders into fear"],
        ),
        (
            "It was the worst day of all my years at sea",
            "It is the worst day of all my years at sea",
            ["It is the worst", "It was the worst"],
        ),
        (
            "We put it in a box of straw for the night",
            "We put it into a box of straw for the night",
            ["put it in a", "put it into a"],
        ),
    ],
)
def test_small_words_that_say_something_else_are_shown(
    one: str, other: str, shown: list[str]
) -> None:
    assert contests(one, other) == [("quote", shown)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "I swear that the ferry lifted on to one side",
            "I swear the ferry lifted onto one side",
        ),
        (
            "I've looked at all the lifeboats and they're full of water",
            "I have looked at all the lifeboats and they are full of water",
        ),
        (
            "It's the oldest ferry that we have on this coast",
            "It is the oldest ferry that we have on this coast",
        ),
        (
            "Don’t build a sloping ramp where the ice cannot be caught",
            "Do not build a slopping ramp where the ice can't be caught",
        ),
    ],
)
def test_contractions_joined_words_and_misprints_are_no_change(one: str, other: str) -> None:
    assert contests(one, other) == []


def test_small_words_weigh_less_than_words_of_matter() -> None:
    def score_of(changed: str) -> float:
        told = tell("Courier", "2025-10-14", quoted("Ruth Adair", QUOTE))
        later = tell("Dispatch", "2025-10-15", quoted("Ruth Adair", changed))
        (contest,) = contests_of(told, later, Ruth=person("Ruth Adair"))
        return contest.score

    assert score_of(QUOTE.replace("should", "could")) < score_of(QUOTE.replace("old", "slow"))


def test_three_wordings_of_one_quote_are_told_whole_each_once() -> None:
    swapped = QUOTE.replace("unsafe", "unreliable")
    cut = QUOTE.replace("old, they are unsafe", "rusty, they are slow")
    told = [
        tell("Courier", "2025-10-14", quoted("Ruth Adair", QUOTE)),
        tell("Dispatch", "2025-10-15", quoted("Ruth Adair", swapped)),
        tell("Herald", "2025-10-15", quoted("Ruth Adair", cut)),
        tell("Post", "2025-10-15", quoted("Ruth Adair", "They should have been replaced")),
        tell("Record", "2025-10-15", quoted("Ruth Adair", f"{QUOTE}. We have said so for years")),
    ]
    (contest,) = contests_of(*told, Ruth=person("Ruth Adair"))
    assert contest.reason == "the same quote in 3 wordings"
    starts = ["These ferries are old, they are unrel", "These ferries are old, they are unsaf"]
    assert [value[:37] for value in values(contest)] == [
        *starts,
        "These ferries are rusty, they are slo",
    ]
    assert [len(side.claims) for side in contest.sides] == [1, 2, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The colour of the harbour wall was grey and dull",
            "The color of the harbor wall was gray and dull",
        ),
        (
            "We were travelling at seven knots when it happened",
            "We were traveling at 7 knots when it happened",
        ),
        (
            "It's a tragedy for the islands and for all of us",
            "It’s a tragedy for the islands and for all of us",
        ),
    ],
)
def test_spelling_and_figures_are_no_change(one: str, other: str) -> None:
    assert contests(one, other.replace("gray", "grey")) == []


def test_same_words_of_two_people_are_a_contest_of_attribution() -> None:
    line = "The lights went out and then we heard the hull tear open"
    assert contests(line, line, "Marit Dunne", "Oskar Lind") == [
        ("attribution", ["Marit Dunne", "Oskar Lind"])
    ]


def test_short_or_stock_words_of_two_people_are_none() -> None:
    assert contests("It was a tragedy", "It was a tragedy", "Marit Dunne", "Oskar Lind") == []


def test_words_without_a_speaker_are_given_to_nobody() -> None:
    line = "The lights went out and then we heard the hull tear open"
    assert contests(line, line, "Marit Dunne", None) == []


def test_one_outlet_printing_two_versions_is_no_contest() -> None:
    one = tell("Courier", "2025-10-14", quoted("Ruth Adair", QUOTE))
    other = tell("Courier", "2025-10-15", quoted("Ruth Adair", QUOTE.replace("unsafe", "late")))
    assert contests_of(one, other, Ruth=person("Ruth Adair")) == ()


def test_speaker_who_is_quoted_in_the_same_article_is_in_doubt_not_in_contest() -> None:
    line = "The lights went out and then we heard the hull tear open"
    one = tell("Courier", "2025-10-14", quoted("Marit Dunne", line))
    other = tell(
        "Post", "2025-10-14", quoted("Oskar Lind", line), quoted("Marit Dunne", "We were so cold")
    )
    people = {"m": person("Marit Dunne"), "o": person("Oskar Lind")}
    assert contests_of(one, other, **people) == ()
