"""Contradictions: negation, opposite words and rival fillers of one slot; precision first."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from telling import LEXICON, Told, compare_read, contests_of, own, said, tell, values

from attrib.compare.oppositions import find_opposition
from attrib.compare.pairs import Reading
from attrib.compare.statements import state


def contradictions(one: str, other: str, **days: str) -> list[list[str]]:
    told: tuple[Told, ...] = (
        tell("Courier", days.get("first", "2025-10-14"), said("Harbour Authority", one)),
        tell("Ledger", days.get("second", "2025-10-14"), said("Coast Guard", other)),
    )
    return [values(c) for c in contests_of(*told) if c.kind == "contradiction"]


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (
            "Captain Tomas Brandvold was at the wheel when the ship struck the wall",
            "First Officer Lena Marchetti was at the wheel when the ship struck the wall",
            ["Lena Marchetti", "Tomas Brandvold"],
        ),
        (
            "the fire began in the kitchen",
            "the fire began in the garage",
            ["garage", "kitchen"],
        ),
        (
            "the ferry left Greyholm harbour on Monday",
            "the ferry left Greyholm harbour on Tuesday",
            ["Monday", "Tuesday"],
        ),
    ],
)
def test_rival_fillers_of_one_slot_contest(one: str, other: str, sides: list[str]) -> None:
    assert contradictions(one, other) == [sides]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "the ferry radar was working before the crash",
            "the ferry radar was not working before the crash",
        ),
        (
            "the alarm sounded on the ferry before the crash",
            "the alarm failed to sound on the ferry before the crash",
        ),
        (
            "the pilot said that no trace of the ferry was on the sea bed",
            "the diver said that a trace of the ferry was on the sea bed",
        ),
        (
            "no fatal crash of a ferry had ever been recorded in the harbour",
            "a fatal crash of a ferry has been recorded in the harbour",
        ),
        (
            "the first officer had never seen the ferry radar before the crash",
            "the first officer had seen the ferry radar before the crash",
        ),
        (
            "the steering fault was deliberate sabotage of the ferry",
            "the steering fault of the ferry was accidental sabotage",
        ),
    ],
)
def test_negation_and_opposite_words_contest(one: str, other: str) -> None:
    assert len(contradictions(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Both negated, in other words.
        ("there were no reports of any damage to ships", "no damage to ships was reported there"),
        # "None since" is "the first since".
        (
            "there has been no fatal ferry crash since 1959",
            "it is the first fatal ferry crash since 1959",
        ),
        # What never was, until it was.
        (
            "until this dive there was no trace of the ferry on the sea bed",
            "there is a trace of the ferry on the sea bed",
        ),
        (
            "until this dive there was no evidence of the ferry on the sea bed",
            "divers have found the ferry on the sea bed",
        ),
        (
            "no fatal crash of a ferry had ever been recorded in the harbour",
            "a fatal crash of a ferry has been recorded in the harbour for the first time",
        ),
        ("it was not only the radar that broke on the ferry", "the radar broke on the ferry"),
        # Two places of looser frames can both be right.
        (
            "the ferry struck the wall near the lighthouse in fog",
            "the ferry struck the wall of Port Ellary",
        ),
        ("Ana Ruiz and Mia Holt were on the bridge", "Mia Holt and Ana Ruiz were on the bridge"),
        # What could be is no contest with what is.
        (
            "the ferry might sink in the harbour tonight",
            "the ferry did not sink in the harbour tonight",
        ),
        ("did the ferry sink in the harbour?", "the ferry did not sink in the harbour"),
        # Nothing in common.
        ("the mayor resigned", "the bakery was not open"),
        ("the ferry sank", "the ferry sank"),
    ],
)
def test_look_alikes_do_not_contest(one: str, other: str) -> None:
    assert contradictions(one, other) == []


def test_days_apart_a_state_may_have_changed() -> None:
    pair = ("the harbour of Port Ellary is open", "the harbour of Port Ellary is not open")
    assert len(contradictions(*pair)) == 1
    assert contradictions(*pair, second="2025-10-30") == []


def test_demands_and_predictions_contest_only_their_like() -> None:
    one = tell("Courier", "2025-10-14", said("Union", "the ferry sails on Monday", "predicts"))
    other = tell("Ledger", "2025-10-14", said("Company", "the ferry does not sail on Monday"))
    assert contests_of(one, other) == ()


def test_writer_does_not_contradict_his_own_source() -> None:
    told = tell(
        "Courier",
        "2025-10-14",
        own("the fire began in the kitchen"),
        said("Fire Brigade", "the fire began in the garage"),
    )
    assert contests_of(told) == ()


def test_opposition_is_symmetric() -> None:
    one = state("The dam burst on the river", LEXICON)
    other = state("The dam did not burst on the river", LEXICON)
    ours = find_opposition(one, other, 0.9, LEXICON)
    theirs = find_opposition(other, one, 0.9, LEXICON)
    assert ours is not None
    assert theirs is not None
    assert (ours.sign, ours.score, ours.one) == (theirs.sign, theirs.score, theirs.other)


class Reader:
    """Reads every pair as opposed by `score`, and remembers what it was asked."""

    def __init__(self, score: float) -> None:
        self.score = score
        self.asked: list[tuple[str, str]] = []

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> tuple[Reading, ...]:
        self.asked += pairs
        return tuple(Reading(0.0, 0.0, self.score) for _ in pairs)


SANK, DENIED = "the trawler had been overloaded with herring", "it was not overloaded with herring"


@pytest.mark.parametrize(("score", "count"), [(0.9, 1), (0.1, 0)])
def test_what_one_negates_contests_only_if_the_model_reads_it_so(score: float, count: int) -> None:
    reader = Reader(score)
    told = (
        tell("Courier", "2025-10-14", said("Coast Guard", SANK)),
        tell("Ledger", "2025-10-14", said("Trawler Owners", DENIED)),
    )
    found = compare_read(reader, *told).contests
    assert len(reader.asked) == 1
    assert len(found) == count
    if found:
        assert found[0].label == f"Whether {SANK}"
        assert values(found[0]) == ["negated", "stated"]


@pytest.mark.parametrize(("day", "count"), [("2025-10-14", 1), (None, 0)])
def test_without_a_date_two_articles_must_be_nearer(day: str | None, count: int) -> None:
    told = (
        tell("Courier", day, said("Coast Guard", "the trawler carried herring, oil and two cars")),
        tell("Ledger", day, said("Trawler Owners", "the trawler carried no herring and no crew")),
    )
    assert len(compare_read(Reader(0.9), *told).contests) == count


@pytest.mark.parametrize(("opposed", "count"), [(0.55, 1), (0.45, 0)])
def test_the_model_must_be_more_than_unsure(opposed: float, count: int) -> None:
    one = "the trawler was overloaded with herring"
    told = (
        tell("Courier", "2025-10-14", said("Coast Guard", one)),
        tell("Ledger", "2025-10-14", said("Trawler Owners", "it was not overloaded with herring")),
    )
    assert len(compare_read(Reader(opposed), *told).contests) == count


@pytest.mark.parametrize(
    ("one", "other", "score", "count"),
    [
        # What is negated is in the other text.
        (SANK, DENIED, 0.7, 1),
        # "Not attack", "drag": near in meaning, and the model must be surer.
        (
            "the bear dragged the small child through the enclosure at noon",
            "the bear did not attack the small child in the enclosure at noon",
            0.8, 1,
        ),
        (
            "the bear dragged the small child through the enclosure at noon",
            "the bear did not attack the small child in the enclosure at noon",
            0.7, 0,
        ),
        # Only words that go with it are.
        (
            "the list of the district was kept by old members of the party",
            "none were added by the board to the list of the party",
            0.99, 0,
        ),
        # Both say that it has not happened.
        (
            "it has been 90 days since the mayor held a meeting with the press",
            "the mayor has held no meeting with the press",
            0.99, 0,
        ),
        # Who is not just that is that.
        (
            "the harbour master is a loser and a whiner of the first water",
            "the harbour master isn't just a loser, he is a whiner of the first water",
            0.99, 0,
        ),
        # One only asks himself.
        (
            "Whether the harbour will freeze over this winter is the question",
            "The harbour will not freeze over this winter",
            0.99, 0,
        ),
        # "He'd" has a verb in it.
        ("he'd never burn old oil on the pier", "the crew would burn old oil on the pier", 0.99, 1),
        # Two bodies that each say "we" of one thing do contest it.
        ("we have lost the old harbour town", "we have not lost the old harbour town", 0.99, 1),
        # Each of his own, what is and what should be, and what says nothing.
        (
            "you are not going to win this harbour by small changes",
            "we are going to win this harbour",
            0.99, 0,
        ),
        (
            "I will talk about my campaign for the harbour",
            "I will not talk about my campaign for the harbour",
            0.99, 0,
        ),
        (
            "the harbour should close the old swing bridge",
            "the harbour will not close the old swing bridge",
            0.99, 0,
        ),
        (
            "records sufficient to show the number of accounts",
            "no records of the number of accounts",
            0.99, 0,
        ),
    ],
)  # fmt: skip
def test_what_is_negated_must_be_what_the_other_states(
    one: str, other: str, score: float, count: int
) -> None:
    told = (
        tell("Courier", "2025-10-14", said("Coast Guard", one)),
        tell("Ledger", "2025-10-14", said("Trawler Owners", other)),
    )
    assert len(compare_read(Reader(score), *told).contests) == count


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Neither negates, both do, one asks, one only supposes; or hardly a word is shared.
        (SANK, "the trawler had been overloaded with cod"),
        ("the trawler had not been overloaded with herring", DENIED),
        (SANK, "was it not overloaded with herring?"),
        (SANK, "it might not have been overloaded with herring"),
        (SANK, "the mayor did not open the new library in the old town on Monday"),
    ],
)
def test_the_model_is_not_asked_where_nothing_is_negated(one: str, other: str) -> None:
    reader = Reader(1.0)
    told = (
        tell("Courier", "2025-10-14", said("Coast Guard", one)),
        tell("Ledger", "2025-10-14", said("Trawler Owners", other)),
    )
    compare_read(reader, *told)
    assert reader.asked == []


def test_no_evidence_puts_nothing_forward() -> None:
    one = "the ferry was not overloaded when it left the harbour"
    other = "the ferry was overloaded when it left the harbour"
    told = tell("Courier", "2025-10-14", said("Coast Guard", one))
    assert contests_of(told, tell("Ledger", "2025-10-14", said("Harbour Board", other)))
    assert not contests_of(told, tell("Ledger", "2025-10-14", said("no evidence", other)))


def test_where_nothing_is_left_to_compare_nothing_fails() -> None:
    told = [
        tell(outlet, "2025-10-14", said("no evidence", "the ferry was overloaded"))
        for outlet in ("Courier", "Ledger")
    ]
    assert contests_of(*told) == ()


def test_what_is_negated_in_more_words_gives_the_label() -> None:
    told = (
        tell("Courier", "2025-10-14", said("Harbour Authority", "A straight quay is straight")),
        tell("Ledger", "2025-10-14", said("Coast Guard", "The old stone quay was not straight")),
    )
    contests = compare_read(Reader(0.95), *told).contests
    labels = [contest.label for contest in contests if contest.kind == "contradiction"]
    assert labels == ["Whether the old stone quay was straight"]


def test_negation_in_words_told_of_gives_no_label() -> None:
    told = (
        tell("Courier", "2025-10-14", said("Harbour Authority", "A straight quay is straight")),
        tell(
            "Ledger",
            "2025-10-14",
            said("Coast Guard", "The pilot was wrong to say the quay was not straight"),
        ),
    )

    contests = compare_read(Reader(0.95), *told).contests
    assert contests
    for contest in contests:
        assert "wrong" not in contest.label
