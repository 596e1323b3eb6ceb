"""Questions: plain where a pattern is sure, the words as they stand where it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import make_article, make_claim

from attrib.records import Claim, Contest, ContestKind, Side
from attrib.report.questions import ask


def claim_of(text: str) -> Claim:
    return replace(make_claim(make_article("q", text), text), text=text)


def question(kind: ContestKind, label: str, *values: str, claims: tuple[str, ...] = ()) -> str:
    sides = tuple(Side(value, (), (), ()) for value in values)
    contest = Contest("c", "k", kind, label, sides, 1.0, "")
    return ask(contest, [claim_of(text) for text in claims])


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ("Number of people injured", "How many people were injured?"),
        ("Number of passengers taken to hospital", "How many passengers were taken to hospital?"),
        ("Number of engines", "How many engines?"),
        ("Age of boy", "How old was the boy?"),
        ("Age of Halden", "How old was Halden?"),
        ("Age of victims", "What was the age of the victims?"),
        ("Weight of truck", "What was the weight of the truck?"),
        # A singular cannot be counted, and a moment needs its verb turned round.
        ("Number of dozen killed", "Number of dozen killed"),
        ("When: the ship left port", "When: the ship left port"),
        ("Age", "Age"),
    ],
)
def test_figures(label: str, asked: str) -> None:
    assert question("figure", label, "3", "4") == asked


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ("the 21 pupils were exchanged for men", "Were the 21 pupils exchanged for men?"),
        ("Halden Paper had switched off its alarms", "Had Halden Paper switched off its alarms?"),
        ("a rebel camp might have been hit", "Might a rebel camp have been hit?"),
        ("There was a fault", "Was there a fault?"),
        ("The U.S. is behind it", "Is the U.S. behind it?"),
        (
            "in its hurry to reopen, Halden Paper had skipped the drills",
            "In its hurry to reopen, had Halden Paper skipped the drills?",
        ),
    ],
)  # fmt: skip
def test_a_clause_with_one_sure_verb_is_turned_round(label: str, asked: str) -> None:
    assert question("denial", f"Whether {label}", "affirmed", "denied") == asked


@pytest.mark.parametrize(
    "label",
    [
        "Physical assault",
        "any allegations of fraud",
        "the man who was arrested killed three",
        "he ran and was shot",
        "he said Moss was hit",
        "Moss claimed the mill was unsafe",
        "the union says the mill was unsafe",
        "the mill closed, was sold",
        "we had a fault",
        "our drills were skipped",
        "no fault was known",
        "the alarms were not off",
        "the alarms weren't off and were sold",
        "Halden has a licence",
        "the will was read after it was found",
        "Workers let the fire burn",
        "the will was",
        "Alarms were off",
    ],
)
def test_what_might_be_garbled_is_quoted(label: str) -> None:
    asked = question("denial", f"Whether {label}", "affirmed", "denied")
    assert asked == f"Affirmed or denied: “{label}”"
    asked = question("contradiction", f"Whether {label}", "negated", "stated")
    assert asked == f"So or not so: “{label}”"


def test_a_first_word_is_a_name_if_a_claim_has_it_inside() -> None:
    label = "Whether Moss had long known of it"
    assert question("contradiction", label) == "So or not so: “Moss had long known of it”"
    assert question("contradiction", label, claims=("He told Moss.",)) == (
        "Had Moss long known of it?"
    )


def test_a_cut_label_is_made_whole_where_a_heading_can_hold_it() -> None:
    whole = "The mill had sent its workers home with pay that they had not asked for"
    label = "Whether the mill had sent its workers home with ..."
    assert question("denial", label, claims=(whole,)).startswith("Affirmed or denied: “the mill")
    good = whole.replace("not ", "")
    assert question("denial", label, claims=(good,)) == (
        "Had the mill sent its workers home with pay that they had asked for?"
    )
    assert question("denial", label) == "Had the mill sent its workers home with …?"
    assert question("denial", label, claims=(f"{good}{' again' * 30}",)).endswith("with …?")


def test_speakers_and_words() -> None:
    assert question("attribution", "Who said “We have the logs”", "A", "B") == (
        "Who said “We have the logs”?"
    )
    label = "Words quoted from Ida Mork: “The system was off and ...”"
    assert question("quote", label, "off", "down") == "Did Ida Mork say “off” or “down”?"
    whole = question("quote", label, "“It was off”", "“It was down”")
    assert whole == "Did Ida Mork say “It was off” or “It was down”?"
    assert question("quote", label, "off", "–") == "Did Ida Mork say it with “off” or without?"
    assert question("quote", label, "off ... so", "down ... so") == label
    assert question("quote", label, "a", "b", "c") == label


def test_a_gap_is_asked_for() -> None:
    label = "... was at the wheel when the ship struck"
    titled = ("First Officer Ana Ruiz was at the wheel when the ship struck",)
    assert question("contradiction", label, "Ana Ruiz", "Bo Lind", claims=titled) == (
        "Who was at the wheel when the ship struck?"
    )
    # Without a title nobody knows whether it is a person: a town can be hit, too.
    bare = ("Orsa was hit",)
    assert question("contradiction", "... was hit", "Orsa", "Brenna", claims=bare) == (
        "… was hit: Orsa or Brenna?"
    )
    assert question("contradiction", "Talks were held in ... on Monday", "Orsa", "Brenna") == (
        "Talks were held in … on Monday: Orsa or Brenna?"
    )
    cut = "Talks were held in ... on Monday, with a view to ..."
    assert question("contradiction", cut, "Orsa", "Brenna") == (
        "Talks were held in … on Monday, with a view to …: Orsa or Brenna?"
    )
    assert question("contradiction", "Talks in ...", "Orsa", "Brenna") == "Talks in ..."
    assert question("contradiction", label, "A", "B", "C") == label


def test_a_label_that_asks_is_kept() -> None:
    assert question("denial", "Were the alarms off?") == "Were the alarms off?"
