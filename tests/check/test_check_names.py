"""Speakers with a name: AT108 and AT109, over whole drafts."""

from __future__ import annotations

import pytest

from attrib.checking import check_article
from attrib.ingest import make_article
from attrib.rulebook import load_rulebook
from attrib.settings import Settings


def read(text: str, code: str, title: str | None = None) -> list[str]:
    article = make_article(text, title=title)
    found = check_article(article, load_rulebook(), settings=Settings(select=(code,)))
    return [item.span.of(text) for item in found.diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe said the dam was safe. It was built in 1962.",
        "The dam is safe, said Jane Roe. It was built in 1962.",
        "“The dam is safe,” Jane Roe told the Gazette.",
        "According to Jane Roe, the dam was safe. The water stands at nine metres.",
        "The jury convicted the driver. Jane Roe said the dam was safe.",
        "Jane Roe said the driver of the van was drunk. The road was wet.",
        "Jane Roe said the dam was safe. Roe said it again. Chief executive Bo Ashby agreed.",
    ],
)
def test_name_that_nothing_describes_is_found(text: str) -> None:
    assert read(text, "AT108") == ["Jane Roe"]


@pytest.mark.parametrize(
    "text",
    [
        "Engineer Jane Roe said the dam was safe.",
        "The dam's engineer, Jane Roe, said it was safe.",
        "Jane Roe, who runs the dam, said it was safe.",
        "Jane Roe, 41, said the dam was safe.",
        "Jane Roe of the Dam Trust said it was safe.",
        "Meridian's Jane Roe said the dam was safe.",
        "Jane Roe (Labour) said the dam was safe.",
        "Jane Roe said the dam was safe. She runs it.",
        "Jane Roe said the dam was safe. Roe, its engineer, was there.",
        "Jane Roe said the dam was safe. The engineer added that it was old.",
        "Its engineer spoke on Monday. Jane Roe said the dam was safe.",
        "Shoppers were calm. Jane Roe said the dam was safe.",
        "Angela Merkel said the dam was safe.",
        "Roe said the dam was safe.",
        "According to Judicial Watch, the dam was safe.",
        "Jane Roe walked by. The ministry said the dam was safe.",
        '"Jane Roe said the dam was safe," Bo Ashby, a clerk, said.',
        "",
    ],
)
def test_described_or_known_speaker_is_left_alone(text: str) -> None:
    assert read(text, "AT108") == []


def test_one_alert_a_name() -> None:
    text = "Jane Roe said the dam was safe. It rained. Jane Roe said it again. Roe said so."
    assert read(text, "AT108") == ["Jane Roe"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Patel said it was dead. It rained. Priya Patel, the chair, wept.", "Patel"),
        ("“It is dead,” said Patel. Priya Patel, the chair, said so again.", "Patel"),
        ("It is dead, according to Mr Lund. Robert Lund, the chair, wept.", "Mr Lund"),
        ("“I ran,” she said. Priya Patel, 34, was on the pier.", "she"),
    ],
)
def test_speaker_named_late_is_found(text: str, found: str) -> None:
    # The full name must speak too, else nobody ties it to the surname.
    said = f"{text} Priya Patel said so. Robert Lund said so." if "wept" in text else text
    assert read(said, "AT109") == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Priya Patel, the chair, said it was dead. Patel said so twice.",
        "Patel said it was dead. It rained.",
        "Merkel said it was dead. Angela Merkel, the chancellor, said so twice.",
        "Anil Patel, the chair, said it was dead. Patel said so. Priya Patel, his sister, said no.",
        "Patel walked by. Priya Patel, the chair, said it was dead.",
        "A nurse fell. “I ran,” she said. Priya Patel, 34, was on the pier.",
        '"Patel said so," Ida Moss, a clerk, said. Priya Patel, the chair, said no.',
        "",
    ],
)
def test_speaker_met_before_or_known_is_left_alone(text: str) -> None:
    assert read(text, "AT109") == []


def test_full_name_in_the_headline_is_early_enough() -> None:
    text = "Patel said it was dead. Priya Patel, the chair, said so again."
    assert read(text, "AT109") == ["Patel"]
    assert read(text, "AT109", "Priya Patel drops the plan") == []
