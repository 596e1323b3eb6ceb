"""A content is left with a hole only where the attribution's own words, or marks, part it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attrib.extract.wholes import close_gaps
from attrib.records import Attribution, Mention, Span


def attribution(text: str, *parts: str, source: str, sentence: str | None = None) -> Attribution:
    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    return Attribution(
        Mention(at(source), source),
        None,
        tuple(map(at, parts)),
        "indirect",
        at(sentence or text),
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The Ledger said the firm, which is known for its ferries, lost money.",
            ("the firm, which", "its ferries, lost money"),
        ),
        (
            "The Ledger said that Ida Moss, particularly on her plan, was vague.",
            ("that Ida Moss", "on her plan, was vague"),
        ),
    ],
)
def test_words_of_one_clause_are_one_content(text: str, parts: tuple[str, ...]) -> None:
    item = attribution(text, *parts, source="The Ledger")
    (whole,) = close_gaps(item, text).content
    assert whole == Span(item.content[0].start, item.content[-1].end)


@pytest.mark.parametrize(
    ("text", "parts", "source"),
    [
        # What is set off by marks on both sides.
        (
            "The Ledger said that Moss, who won on Tuesday, was vague.",
            ("that Moss", "was vague"),
            "The Ledger",
        ),
        (
            "The Ledger said that Moss — a baker — was vague.",
            ("that Moss", "was vague"),
            "The Ledger",
        ),
        # The attribution's own words.
        ("“The dam,” she said, “is old.”", ("“The dam,”", "“is old.”"), "she"),
        # Words in quotation marks, which may be another's.
        (
            'The Ledger said Moss called it "old" and left.',
            ("Moss called it", "left"),
            "The Ledger",
        ),
        (
            "The Ledger said Moss called it “old” and left.",
            ("Moss called it", "left"),
            "The Ledger",
        ),
    ],
)
def test_what_parts_a_content_still_does(text: str, parts: tuple[str, ...], source: str) -> None:
    item = attribution(text, *parts, source=source)
    assert close_gaps(item, text) == item


def test_sentences_are_not_joined() -> None:
    text = "Moss said the dam was old. Then the rain came and the lock gave way."
    parts = ("the dam was old", "the lock gave way")
    item = attribution(text, *parts, source="Moss", sentence="Moss said the dam was old.")
    assert close_gaps(item, text) == item
    assert close_gaps(replace(item, content=item.content[:1]), text).content == item.content[:1]
