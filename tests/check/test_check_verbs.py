"""AT402 to AT407: verbs that doubt, colour, presuppose or read minds."""

from __future__ import annotations

import pytest
from drafting import Said, checked, codes

from attrib.checking import check_article
from attrib.ingest import make_article
from attrib.records import Diagnostic, SourceClass
from attrib.rulebook import load_rulebook
from attrib.settings import Settings

RULEBOOK = load_rulebook()
SIDES = "Residents claimed that the plant leaked. The firm said that the plant was tight."


def found_in(code: str, text: str) -> tuple[Diagnostic, ...]:
    """What one check finds through the whole pipeline."""
    settings = Settings(select=(code,))
    return check_article(make_article(text), RULEBOOK, settings=settings).diagnostics


def claimed(source: str = "Residents", source_class: SourceClass = "COL") -> Said:
    return Said(
        "the plant leaked", source, "claimed", source_class, stance="accuses", tone=-1,
        lemma="claim", grade="D",
    )  # fmt: skip


def test_doubt_of_one_side_is_found_at_the_verb_and_shows_the_other() -> None:
    other = Said("the plant was tight", "The firm", "said", "ORG")
    (found,) = checked(SIDES, claimed(), other, select=("AT402",))
    assert found.span.of(SIDES) == "claimed"
    assert [place.span.of(SIDES) for place in found.related] == [
        "The firm said that the plant was tight."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Residents claimed that the plant leaked. It rained on Monday.",
        "Residents falsely claimed that the plant leaked. The firm said that the plant was tight.",
        "Residents claimed that the plant leaked, in a lawsuit. The firm said it was tight.",
        "The union's claim that the plant leaked is old. The firm said that it was tight.",
        "The group claimed responsibility for the leak. The firm said that it was tight.",
        '"Residents claimed that the plant leaked," said Ida Moss. The firm said it was tight.',
    ],
)
def test_doubt_that_is_fair_or_none_is_left_alone(text: str) -> None:
    assert found_in("AT402", text) == ()


def test_side_that_is_doubted_as_well_is_no_other_side() -> None:
    text = "Residents claimed that the plant leaked. The firm claimed that the plant was tight."
    other = Said(
        "the plant was tight", "The firm", "claimed", "ORG", stance="accuses", tone=-1,
        lemma="claim", after="leaked. ",
    )  # fmt: skip
    assert codes(checked(text, claimed(), other, select=("AT402",))) == []


def test_one_side_doubted_throughout_is_found_once() -> None:
    text = (
        "Ida Moss claimed that the gate was locked. Bo Ashby said that it was open. Moss insisted "
        "that nobody had a key. Ashby added that he had walked through it. Moss insisted again."
    )
    (found,) = found_in("AT403", text)
    assert found.span.of(text) == "insisted"
    assert '"claimed"' in found.message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“It floats”, smiled Bo Ashby.", "smiled"),
        ('"It floats!" the captain of the old ferry grinned.', "grinned"),
        ('Bo Ashby chuckled: "It floats at last."', "chuckled"),
        ('"It floats," she quips.', "quips"),
    ],
)
def test_manner_that_speaks_is_found_at_the_verb(text: str, words: str) -> None:
    (found,) = found_in("AT405", text)
    assert found.span.of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        '"It floats," she said with a smile.',
        '"It floats," she said. Bo Ashby smiled.',
        'Bo Ashby smiled at the crowd. "It floats," he said.',
        'Bo Ashby laughed and told the crew: "It floats at last."',
        'The speech drew loud jeers, and "shame on you" was heard.',
        'The crew laughed at the sign "Gone fishing".',
        '"Smile," she said.',
    ],
)
def test_manner_beside_a_quote_is_left_alone(text: str) -> None:
    assert found_in("AT405", text) == ()


def test_refutation_in_a_headline_points_into_the_title() -> None:
    article = make_article("Ida Moss was asked on Monday.", title="Moss refutes theft charges")
    settings = Settings(select=("AT406",))
    (found,) = check_article(article, RULEBOOK, settings=settings).diagnostics
    assert (found.field, found.words) == ("title", "refutes")


@pytest.mark.parametrize(
    "text",
    [
        "Ida Moss rejected the charge.",
        "Ida Moss refuted the charge. Photographs show her in Arle that day.",
        "Ida Moss sought to rebut the charge.",
        "The theory was refuted in 1905 by an experiment.",
        "She could not refute the claim.",
    ],
)
def test_disproof_that_is_shown_or_none_is_left_alone(text: str) -> None:
    assert found_in("AT406", text) == ()


def test_refutation_without_evidence_is_found_though_evidence_is_named() -> None:
    text = "Ida Moss refuted the charge without offering evidence."
    assert [found.span.of(text) for found in found_in("AT406", text)] == ["refuted"]


def test_frame_shows_where_its_content_is_attributed() -> None:
    text = (
        "The union says the board hid the report. It rained. "
        "Despite the board's failure to publish the report, nobody resigned."
    )
    (found,) = found_in("AT407", text)
    assert "the union" in found.message.lower()
    assert [place.span.of(text) for place in found.related] == [
        "The union says the board hid the report."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The union says the board hid the report. The fact that it rained pleased nobody.",
        "The fact that the board hid the report angered the town.",
        "The union says that the fact that the board hid the report angered the town.",
    ],
)
def test_frame_over_no_attributed_claim_is_left_alone(text: str) -> None:
    assert found_in("AT407", text) == ()


def test_mind_is_found_with_whose_it_is() -> None:
    text = "The tide was low. The captain privately regrets the race."
    (found,) = found_in("AT404", text)
    assert found.span.of(text).startswith("captain")


@pytest.mark.parametrize(
    "text",
    [
        "The captain said that he regrets the race.",
        "The captain regrets the race. He said so on Monday.",
        "If he regrets the race, he hides it.",
        "Half of the crew fears the race, a poll found.",
        "I fear the race.",
        "The tank feels the pressure.",
    ],
)
def test_mind_that_speaks_or_is_none_is_left_alone(text: str) -> None:
    assert found_in("AT404", text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The union says that the yard falsified its checks. The yard denies it. "
            "Passengers paid for the weeks in which the yard falsified its checks.",
            "falsified its checks",
        ),
        (
            "The union says that the yard skipped a check. The yard said that it skipped none. "
            "The ferry sank a week later, and the yard that skipped a check built another.",
            "skipped a check",
        ),
    ],
)
def test_a_charge_that_was_answered_is_no_fact_for_the_writer(text: str, words: str) -> None:
    (found,) = found_in("AT407", text)
    assert found.span.of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The union says that the yard skipped a check. The ferry sank, and the yard that skipped a "
        "check built another.",
        "The union says the yard skipped a check. The yard denies it. Did the yard skip a check?",
        "The union says the yard skipped a check. The yard denies it. The union says the yard "
        "skipped a check in May.",
    ],
)
def test_a_charge_unanswered_asked_or_told_by_whoever_makes_it_is_left_alone(text: str) -> None:
    assert found_in("AT407", text) == ()
