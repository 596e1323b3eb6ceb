"""AT503 to AT506, and what AT502 and AT601 look for: the outlet's own voice."""

from __future__ import annotations

import pytest
from drafting import Said, checked, codes
from test_check_verbs import found_in

from attrib.check.phrasing import compile_phrases
from attrib.check.selection import select_rules
from attrib.records import Article
from attrib.rulebook import load_rulebook

RULEBOOK = load_rulebook()


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("refute+", "He refuted it.", "refuted"),
        ("deny+", "She denies it.", "denies"),
        ("go+ mad", "He went mad.", "went mad"),
        ("{is} seen as", "It has been widely seen as bad.", "has been widely seen as"),
        ("we {have} learned", "We've learned it.", "We've learned"),
        ("the {some} ever", "It is the worst storm ever.", "the worst storm ever"),
        ("apparently {past}", "He apparently sold it.", "apparently sold"),
        ("didn't", "He didn’t.", "didn’t"),
    ],
)
def test_phrases_take_the_words_that_vary(phrase: str, text: str, words: str) -> None:
    match = compile_phrases([phrase], RULEBOOK).search(text)
    assert match is not None
    assert words.endswith(match[0])


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("refute+", "It is irrefutable."),
        ("{is} seen as", "He wants to be seen as good."),
        ("greed", "They agreed."),
        ("the {some} ever", "the one two three four five ever"),
    ],
)
def test_phrases_are_whole_words(phrase: str, text: str) -> None:
    assert compile_phrases([phrase], RULEBOOK).search(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The captain reportedly left. It rained.",
        "Moss, who reportedly left in May, said that she was well.",
        "The gang apparently entered by a skylight. It rained.",
        "The captain allegedly hit a fan. The match was drawn.",
        "The captain reportedly left. The harbour board said that bread was dear.",
    ],
)
def test_evidential_without_a_source_is_found(text: str) -> None:
    assert len(found_in("AT503", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The captain left, the Harbour Gazette reported.",
        "Police said the captain had reportedly left.",
        "The captain reportedly left Arle. A witness said that the captain left Arle.",
        "The captain was charged with assault. It rained. It snowed. He allegedly hit a fan.",
        '"He reportedly left," said Ida Moss.',
        "The sea was apparently calm.",
    ],
)
def test_evidential_with_a_source_is_left_alone(text: str) -> None:
    assert found_in("AT503", text) == ()


def test_judgement_is_found_at_its_words() -> None:
    text = "The ferry sank. The captain was to blame."
    (found,) = found_in("AT504", text)
    assert found.span.of(text) == "was to blame"


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank in May.",
        "The captain was to blame, the inquiry found.",
        'The ferry sank. "The captain was to blame," said Ida Moss.',
        "Ida Moss said that the captain was to blame.",
        "The storm caused floods.",
    ],
)
def test_plain_or_attributed_statement_is_left_alone(text: str) -> None:
    assert found_in("AT504", text) == ()


def test_opinion_piece_may_judge() -> None:
    text = "The captain was to blame."
    news = Article(id="draft", text=text)
    assert codes(checked(text, article=news, select=("AT504",))) == ["AT504"]
    opinion = Article(id="draft", text=text, genre="opinion")
    assert codes(checked(text, article=opinion, select=("AT504",))) == []


RUN = "The doors had been locked. The crew had not been trained. The owner had been warned."


def test_gap_is_found_as_a_whole_and_shows_the_last_source() -> None:
    text = f"The audit found that the ferry was unsafe. {RUN} Its alarms had been silent."
    (found,) = found_in("AT505", text)
    assert found.span.of(text) == f"{RUN} Its alarms had been silent."
    assert "4 sentences" in found.message
    assert '"The audit"' in found.message
    assert found.related[0].span.of(text) == "The audit found that the ferry was unsafe."


@pytest.mark.parametrize(
    "text",
    [
        RUN,
        "Bo Ashby waved. " + RUN,
        "The audit found that the ferry was unsafe. The doors had been locked, it said.",
        "The audit found the ferry unsafe.\n\nGulls cried.\n\nBoats lay idle.\n\nA dog barked.",
        f"The audit found that the ferry was unsafe. {RUN.split('. ')[0]}. The report is long.",
    ],
)
def test_no_gap_without_a_summary_that_runs_on(text: str) -> None:
    assert found_in("AT505", text) == ()


def test_needless_source_is_looked_for_only_when_asked() -> None:
    assert "AT506" not in [rule.id for rule in select_rules(RULEBOOK)]
    text = "Paris is the capital of France, officials said."
    (found,) = found_in("AT506", text)
    assert found.span.of(text) == "officials said"
    assert found_in("AT506", "The dam is unsafe, officials said.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Word is that he will quit.",
        "It emerged that the books were false.",
        "The bridge is widely regarded as a failure.",
        "Rumour has it that he will quit.",
        "He is reported to have sold the boats.",
        "The Gazette understands that he will quit.",
    ],
)
def test_further_ways_to_hide_a_source_are_found(text: str) -> None:
    assert codes(checked(text, select=("AT502",))) == ["AT502"]


@pytest.mark.parametrize(
    "text",
    [
        "He wants to be seen as strong.",
        "The rent was once thought to be low, a poll found.",
        "Thefts are reported to the police.",
        "He is seen as strong in the latest survey.",
    ],
)
def test_what_hides_nobody_is_left_alone(text: str) -> None:
    assert codes(checked(text, select=("AT502",))) == []


@pytest.mark.parametrize(
    "text",
    [
        "The coach faces allegations of bullying. The season goes on.",
        "The coach is under suspicion. The season goes on.",
        "The allegations against the coach are old. The season goes on.",
        "Moss, accused of fixing races, flew home.",
    ],
)
def test_further_accusations_that_nobody_makes_are_found(text: str) -> None:
    assert codes(checked(text, select=("AT601",))) == ["AT601"]


def test_denial_does_not_say_who_accuses() -> None:
    text = "She is accused of theft. She denied that she took the boats."
    denied = Said("she took the boats", "She", "denied", stance="denies", after="theft. ")
    assert codes(checked(text, denied, select=("AT601",))) == ["AT601"]
