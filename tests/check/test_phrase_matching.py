"""Many phrases at once find what one regular expression of them all would find."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from attrib.check.matching import Phrase, Phrases, words_in

WORDS = st.sampled_from(["a", "ab", "b", "bb", "said", "so", "it", "İ", "ß", "can't", "co-op"])
PHRASES = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(tuple), max_size=6)
TEXTS = st.lists(
    st.one_of(WORDS, st.sampled_from([" ", ".", "\n", "Said", "AB"])), max_size=30
).map(" ".join)


def both(phrases: list[tuple[str, ...]]) -> tuple[Phrases, re.Pattern[str]]:
    patterns = [rf"\b(?:{' +'.join(map(re.escape, words))})\b" for words in phrases]
    needs = [
        tuple(frozenset({word}) for part in words for word in words_in(part)) for words in phrases
    ]
    quick = Phrases([Phrase(*pair) for pair in zip(patterns, needs, strict=True)])
    return quick, re.compile("|".join(patterns) or "(?!)", re.IGNORECASE)


@given(PHRASES, TEXTS, st.integers(0, 20), st.integers(0, 60))
def test_it_finds_what_one_expression_would(
    phrases: list[tuple[str, ...]], text: str, start: int, end: int
) -> None:
    quick, slow = both(phrases)
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in slow.finditer(text)]
    one, other = quick.search(text, start, end), slow.search(text, start, end)
    assert (one and one.span()) == (other and other.span())
    one, other = quick.match(text, start), slow.match(text, start)
    assert (one and one.span()) == (other and other.span())
    one, other = quick.fullmatch(text), slow.fullmatch(text)
    assert (one and one.span()) == (other and other.span())


def test_the_first_phrase_goes_before_a_later_one_at_the_same_place() -> None:
    quick, _ = both([("said", "so"), ("said",)])
    assert [m[0] for m in quick.finditer("said so said it")] == ["said so", "said"]
    quick, _ = both([("said",), ("said", "so")])
    assert [m[0] for m in quick.finditer("said so")] == ["said"]


def test_a_phrase_that_needs_nothing_is_always_tried() -> None:
    assert Phrases([Phrase(r"\d+")]).search("in 1987")
    assert Phrases([]).search("in 1987") is None


def test_another_text_is_another_search() -> None:
    quick, _ = both([("said",)])
    assert quick.search("she said")
    assert quick.search("she did") is None
    assert quick.search("she said")
