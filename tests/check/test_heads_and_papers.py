"""What speaks by its noun, what was written though it is "said", and the halves of a headline."""

from __future__ import annotations

import pytest
from reading import words_of

from attrib.check.draft import Headline
from attrib.check.heads import head_end
from attrib.check.titles import find_clauses, find_tag
from attrib.records import Span


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Payroll records", "Payroll records"),
        ("A report by the yard", "A report"),
        ("An affidavit filed in the case", "An affidavit"),
        ("The board's findings, released on Monday", "The board's findings"),
        ("Trials elsewhere", "Trials"),
    ],
)
def test_head_ends_before_what_describes_it(words: str, head: str) -> None:
    assert words[: head_end(words, Span(0, len(words)))] == head


def test_paper_speaks_only_as_the_head() -> None:
    assert words_of("AT804", "Hospital logs put the wait at six hours. It rained.")
    assert not words_of("AT804", "The owner of the paper mill put the wait at six hours.")


@pytest.mark.parametrize(
    "text",
    [
        "“The Board notes the findings and thanks the crew,” said Carla Venn, its head.",
        "“We have decided to close the north quay this season,” the ferry company said.",
        "“I have met the owners twice,” Bo Ashby said. It rained. The letter ends with a poem.",
    ],
)
def test_written_words_are_told(text: str) -> None:
    assert words_of("AT806", text)


@pytest.mark.parametrize(
    "text",
    [
        "“The Supreme Court of Norland was right about the crew,” said Ida Moss, a pilot.",
        "“We have decided to close the quay this season,” the company said in a letter.",
        "“We close now,” the ferry company said.",
        "A letter came. “I have met the owners twice,” Bo Ashby said. The letter ends with a poem.",
    ],
)
def test_spoken_words_are_left_alone(text: str) -> None:
    assert not words_of("AT806", text)


def test_headline_falls_into_halves() -> None:
    text = "Speaker rigged pension vote, then went away"
    spans = find_clauses(Headline(text, Span(0, len(text)), "title"), Span(0, len(text)))
    assert [span.of(text) for span in spans] == [text, "Speaker rigged pension vote"]


def test_tag_of_a_headline_is_no_label() -> None:
    text = "Firm will scrap routes, managers warn"
    headline = Headline(text, Span(0, len(text)), "title")
    assert find_tag(headline, headline.span) == text.index(",")
    text = "Firm will scrap routes"
    assert find_tag(Headline(text, Span(0, len(text)), "title"), Span(0, len(text))) is None
