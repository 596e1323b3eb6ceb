"""The whole way over the example articles, with sources found and resolved by the stages."""

from __future__ import annotations

from pathlib import Path

import attrib
from attrib.api import verify
from attrib.records import QuoteCheck

EXAMPLES = Path(__file__).parents[2] / "examples"
OTHERS = [
    EXAMPLES / name for name in ("capital-dispatch.txt", "northern-ledger.md", "skerra-post.html")
]


def by_words(words: str) -> QuoteCheck:
    found = verify(EXAMPLES / "ellary-courier.txt", OTHERS)
    (check,) = [one for one in found if one.words.startswith(words)]
    return check


def test_a_quote_that_another_outlet_words_otherwise_is_altered() -> None:
    found = by_words("These ferries are old")
    assert (found.verdict, found.speaker, found.found_speaker) == (
        "altered",
        "Ruth Adair",
        "Ruth Adair",
    )
    assert found.reason == '"unsafe" stands where the material has "unreliable".'


def test_a_quote_that_another_outlet_gives_to_somebody_else() -> None:
    found = by_words("The lights went out")
    assert (found.verdict, found.speaker, found.found_speaker) == (
        "other-speaker",
        "Marit Dunne",
        "Oskar Lind",
    )


def test_a_quote_that_nobody_else_has_is_not_found() -> None:
    assert by_words("The children did exactly").verdict == "not-found"


def test_a_source_given_as_text_is_read_like_a_file() -> None:
    draft = attrib.article("“We are ready for winter,” Anna Rao said on Monday.")
    source = attrib.article("Anna Rao spoke on Monday. “We are ready for winter,” Rao said.")
    other = attrib.article("Ben Oduya spoke on Monday. “We are ready for winter,” Oduya said.")
    assert [one.verdict for one in verify(draft, [source])] == ["exact"]
    assert [one.verdict for one in verify(draft, [other])] == ["other-speaker"]
    assert [one.verdict for one in verify(draft, [other, source])] == ["exact"]
