"""Kinds unidentified, poll-gaps, naked-number and lost-medium: AT801 to AT806."""

from __future__ import annotations

import pytest
from reading import found_by, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Half of all mothers feel lonely, research reveals. Many see nobody.", "research reveals"),
        ("Gulls dream, according to a recent paper.", "according to a recent paper"),
        ("The fee was cut after data showed boats leaving. Tolls rose.", "data showed"),
        (
            "It has been shown in trials that tea helps. Tea is green.",
            "It has been shown in trials",
        ),
        (
            "Economists found that tolls cost a family 800 crowns. Tolls rose.",
            "Economists found that",
        ),
    ],
)
def test_study_of_nobody_is_found(text: str, words: str) -> None:
    assert words_of("AT801", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "A study in the Arle Lancet found that tea helps.",
        "A study found that tea helps. The paper, by Ida Moss of Leedon University, is short.",
        "Researchers at Leedon University have found that tea helps.",
        "A 2019 study found that tea helps.",
        "A government report found that tea helps.",
        "A news report said that tea helps.",
        "“Studies show that tea helps,” said Ida Moss.",
        "Ida Moss said studies show that tea helps.",
        "Party figures concluded that tea helps.",
        "According to the report, tea helps.",
        "A study found that tea helps (see www.example.org/tea).",
        "",
    ],
)
def test_study_that_can_be_looked_up_is_left_alone(text: str) -> None:
    assert words_of("AT801", text) == []


def test_lead_may_leave_the_study_to_the_sentences_below_it() -> None:
    lead = "Tea helps people to sleep, a study has found."
    below = "It is green. It is drunk in Arle. It was led by Ida Moss of Leedon University."
    assert words_of("AT801", f"{lead}\n\n{below}") == []
    late = f"It rained. The ferry was late. Nobody came.\n\n{lead}\n\n{below}"
    assert words_of("AT801", late) == ["a study has found"]


def test_every_anonymous_study_is_told_once_a_sentence() -> None:
    text = "A study found one thing, and a study found another. It rained. A study found a third."
    assert words_of("AT801", text) == ["A study found", "A study found"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“They locked us in,” one commenter claimed. It was noon.", "one commenter claimed"),
        ("A viral post accuses the yard of waste. The yard is old.", "A viral post accuses"),
        ("The mayor was asleep, according to a tweet. It was noon.", "according to a tweet"),
        ("Video seen on Telegram shows tanks. It rained.", "Video seen on Telegram shows"),
    ],
)  # fmt: skip
def test_post_of_nobody_is_found(text: str, words: str) -> None:
    assert words_of("AT805", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "In a tweet, the airline said flights would resume.",
        "Ida Moss posted a video on X that shows the crane falling.",
        "Another user, Al Ng, wrote that the crane had fallen.",
        "One user wrote that the crane had fallen. The post could not be verified.",
        "A clip shared on X shows the crane. It was filmed by Bo Ashby, who owns the quay.",
        "Users can now post longer videos on TikTok, the firm says.",
        "A member of the crew said the crane had fallen.",
        "“One user wrote that we were closed,” said Ida Moss.",
    ],
)
def test_post_with_an_owner_or_a_check_is_left_alone(text: str) -> None:
    assert words_of("AT805", text) == []


def test_document_that_nobody_can_read_is_found() -> None:
    text = "A leaked memo shows that nobody checked the crane. It fell on Monday."
    assert words_of("AT804", text) == ["A leaked memo shows"]
    text = "Payroll records show that four guards did not exist. It rained."
    assert words_of("AT804", text) == ["Payroll records show"]
    text = "A memo of 3 May, on the website of the Harbour Board, shows that nobody checked it."
    assert words_of("AT804", text) == []


WEATHER = "It rained. It snowed. It froze. It thawed."
FULL = (
    "Some 60 percent want the bridge closed, a poll by Ipsos for the Gazette shows. "
    "It asked 1,010 adults from 3 to 5 May and has a margin of error of 3 points."
)


def test_poll_that_says_it_all_is_left_alone() -> None:
    assert words_of("AT802", FULL) == []


@pytest.mark.parametrize(
    ("gone", "missing"),
    [
        (" by Ipsos for the Gazette", "who ran it"),
        ("1,010 ", "how many were asked"),
        (" from 3 to 5 May", "when they were asked"),
        (" and has a margin of error of 3 points", "the margin of error"),
        (" for the Gazette", "who paid for it"),
    ],
)
def test_what_a_poll_lacks_is_named(gone: str, missing: str) -> None:
    (found,) = found_by("AT802", FULL.replace(gone, ""))
    assert found.words == "a poll"
    assert found.message.partition("does not say ")[2].split(", ")[0] == missing


@pytest.mark.parametrize(
    "text",
    [
        f"{WEATHER} A Leedon University poll of 900 adults put her at 60 percent.",
        "The polls closed at ten. Turnout was 60 percent.",
        "“A poll shows that 60 percent want it closed,” Ida Moss said.",
        "A poll shows that 60 percent want it closed ([poll](https://example.org/poll)).",
        "In exit polls, 60 percent named the bridge.",
        "A poll of the members is due in May.",
    ],
)
def test_poll_in_passing_or_without_figures_is_left_alone(text: str) -> None:
    assert words_of("AT802", text) == []


def test_poll_in_passing_must_still_say_whose_it_is() -> None:
    text = f"{WEATHER} A recent poll put her at 60 percent."
    assert words_of("AT802", text) == ["A recent poll"]


def test_headline_about_a_poll_makes_it_the_story() -> None:
    text = f"{WEATHER} A Leedon University poll put her at 60 percent."
    assert words_of("AT802", text, "Moss ahead in new poll") == ["A Leedon University poll"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The line will cost taxpayers £11bn. Work starts in May.", "cost taxpayers £11bn"),
        ("Floods did 2 billion euros of damage. Rice is short.", "2 billion euros of damage"),
        ("Experts say the reform will destroy 9,000 jobs.", "destroy 9,000 jobs"),
        ("Rents have doubled in five years. Tenants marched.", "Rents have doubled"),
    ],
)
def test_figure_that_nobody_counted_is_found(text: str, words: str) -> None:
    found = words_of("AT803", text)
    assert len(found) == 1
    assert words in found[0] or found[0] in words


@pytest.mark.parametrize(
    "text",
    [
        "The line will cost £11bn, the ministry says.",
        "The line will cost £11bn. Ida Moss, the minister, said the £11bn was there.",
        "The shares fell by 4 percent on Monday.",
        "Ida Moss, 61, has taught for 30 years and won 3-1 on 4 May.",
        "Moss won with 54 percent of the vote.",
        "The 1987 disaster killed 193 people.",
        "“It will cost £11bn,” Ida Moss said.",
    ],
)
def test_figure_with_a_source_or_of_no_weight_is_left_alone(text: str) -> None:
    assert words_of("AT803", text) == []


def test_written_words_told_as_speech_are_found_where_it_is_asked_for() -> None:
    text = "The yard sent a statement. “We take safety seriously,” Ida Moss told reporters."
    assert words_of("AT806", text) == ["told reporters"]
    assert words_of("AT806", text.replace("told reporters", "wrote")) == []
    assert words_of("AT806", text.replace(". “", ".\n\n“")) == []


@pytest.mark.parametrize(
    "quote",
    [
        "“TOLLS ARE OVER AND DONE,” Ida Moss told the Gazette.",
        "“Sorry to all at the #quay tonight,” Ida Moss told the Gazette.",
        "“Tolls are suspended pursuant to the Act,” Ida Moss told the Gazette.",
        "“Tolls are over,” Ida Moss said with a crying-face emoji.",
        "“Tolls are over now,” Ida Moss said, crossing out the last word in red ink.",
    ],
)
def test_words_that_nobody_says_aloud_were_written(quote: str) -> None:
    assert len(words_of("AT806", f"The toll ends in May. {quote}")) == 1


@pytest.mark.parametrize(
    "quote",
    [
        "“TOLLS ARE OVER AND DONE,” Ida Moss wrote on the wall.",
        "“Tolls are over now,” Ida Moss told the Gazette.",
        "“We wish to apologise for any inconvenience,” Ida Moss told a meeting in the hall.",
        "The toll, she said, was “in line with our policy” on tolls.",
    ],
)
def test_words_that_may_be_spoken_or_are_told_as_written_are_left_alone(quote: str) -> None:
    assert words_of("AT806", f"The toll ends in May. {quote}") == []


def test_figure_of_a_crowd_is_nobody_s_whoever_speaks_beside_it() -> None:
    text = "Losses that analysts put at £26m closed the yard, Ida Moss, its owner, said."
    assert words_of("AT803", text)
    assert words_of("AT803", text.replace("analysts put", "the auditor Bo Ashby put")) == []
