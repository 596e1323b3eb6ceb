"""Many phrases at once find what one regular expression of them all would find."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.check import phrasing, wording
from attrib.check.matching import Needs, Phrases, join_needs, words_in
from attrib.rulebook import load_rulebook

RULEBOOK = load_rulebook()
WORDS = st.sampled_from(["a", "ab", "b", "bb", "said", "so", "it", "İ", "ß", "can't", "co-op"])
PHRASES = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(tuple), max_size=6)
PIECES = st.lists(st.one_of(WORDS, st.sampled_from([" ", ".", "\n", "Said", "AB"])), max_size=30)


def pattern_of(words: tuple[str, ...]) -> str:
    return rf"\b(?:{' +'.join(map(re.escape, words))})\b"


def needs_of(text: str) -> Needs:
    return join_needs(
        (tuple(frozenset({word}) for word in words_in(part)), 1) for part in text.split(" ")
    )


def pattern(text: str) -> str:
    return pattern_of(tuple(text.split(" ")))


def both(phrases: list[tuple[str, ...]]) -> tuple[Phrases, re.Pattern[str]]:
    patterns = [pattern_of(words) for words in phrases]
    quick = Phrases([" ".join(words) for words in phrases], needs_of, pattern)
    return quick, re.compile("|".join(patterns) or "(?!)", re.IGNORECASE)


@given(PHRASES, PIECES, st.integers(0, 10), st.integers(0, 30))
def test_it_finds_what_one_expression_would(
    phrases: list[tuple[str, ...]], pieces: list[str], first: int, last: int
) -> None:
    # Nobody searches from the midst of a word, nor up to it.
    text = " ".join(pieces)
    start, end = len(" ".join(pieces[:first])), len(" ".join(pieces[:last]))
    quick, slow = both(phrases)
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in slow.finditer(text)]
    one, other = quick.search(text, start, end), slow.search(text, start, end)
    assert (one and one.span()) == (other and other.span())
    one, other = quick.match(text, start), slow.match(text, start)
    assert (one and one.span()) == (other and other.span())
    one, other = quick.fullmatch(text), slow.fullmatch(text)
    assert (one and one.span()) == (other and other.span())


def test_a_phrase_is_taken_apart_when_a_text_has_its_longest_plain_word() -> None:
    asked: list[str] = []

    def note(text: str) -> Needs:
        asked.append(text)
        return needs_of(text)

    quick = Phrases(["said nothing", "said a lot", "a+"], note, pattern)
    assert quick.search("nobody did") is None
    assert asked == ["a+"]
    assert quick.search("she said nothing, nothing")
    assert quick.search("she said nothing again")
    assert asked == ["a+", "said nothing", "said a lot"]
    quick = Phrases(["she said nothing", "she said everything"], note, pattern)
    assert quick.search("she said nothing") is not None
    assert asked[3:] == ["she said nothing"]
    # What stays together in one place ("white\u00a0paper") has no plain word.
    Phrases(["study|white\u00a0paper"], note, pattern).search("nothing")
    assert asked[4:] == ["study|white\u00a0paper"]


def test_a_pattern_is_made_when_a_text_has_all_words_of_its_phrase() -> None:
    made: list[str] = []

    def note(text: str) -> str:
        made.append(text)
        return pattern(text)

    quick = Phrases(["said so", "said a lot"], needs_of, note)
    assert quick.search("a lot was done") is None
    assert quick.search("she said much") is None
    assert made == []
    assert quick.search("she said a lot")
    assert quick.search("a lot, she said") is None
    assert made == ["said a lot"]


def test_the_first_phrase_goes_before_a_later_one_at_the_same_place() -> None:
    quick, _ = both([("said", "so"), ("said",)])
    assert [m[0] for m in quick.finditer("said so said it")] == ["said so", "said"]
    quick, _ = both([("said",), ("said", "so")])
    assert [m[0] for m in quick.finditer("said so")] == ["said"]


def test_a_phrase_that_needs_nothing_is_always_tried() -> None:
    assert Phrases(["{number}"], lambda _: (), lambda _: r"\d+").search("in 1987")
    assert Phrases([], needs_of, pattern).search("in 1987") is None


def test_another_text_is_another_search() -> None:
    quick, _ = both([("said",)])
    assert quick.search("she said")
    assert quick.search("she did") is None
    assert quick.search("she said")


SLOTS = st.sampled_from(
    ["said", "a|an", "{0-2}", "{0-1}", "new?", "memo|white\u00a0paper", "steal+", ",", "{lower}",
     "co-op", "can't", "{be}", "{name}", "{money}", "fals*"]
)  # fmt: skip
TEXTS = st.lists(
    st.sampled_from(
        ["said", "a", "an", "new", "memo", "white", "paper", "stole", "stealing", ",", "co-op",
         "can’t", "is", "Moss", "$3 million", "false", "falsely", ".", "\n", "”", "the"]
    ),
    max_size=14,
)  # fmt: skip


@pytest.mark.parametrize("compile_", [wording.compile_phrases, phrasing.compile_phrases])
@given(slots=st.lists(SLOTS, min_size=1, max_size=6), pieces=TEXTS)
def test_what_a_phrase_needs_leaves_no_match_out(
    compile_: Callable[..., Phrases], slots: list[str], pieces: list[str]
) -> None:
    if compile_ is phrasing.compile_phrases:
        slots = [slot for slot in slots if slot[0] != "{" or slot == "{be}"] or ["said"]
    text = " ".join(pieces).replace(" ,", ",")
    quick = compile_([" ".join(slots)], RULEBOOK)
    slow = Phrases(quick._phrases, lambda _: (), quick._pattern_of)
    slow._always, slow._by_word = list(range(len(slow._phrases))), {}
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in slow.finditer(text)]


def test_a_text_without_words_is_read_like_any_other() -> None:
    phrases = wording.compile_phrases(["{0-1}"], RULEBOOK)
    assert phrases is not None
    assert phrases.search("") is not None


def test_a_pattern_is_made_only_where_its_words_stand_near_one_another() -> None:
    quick = wording.compile_phrases(["said {0-2} nothing"], RULEBOOK)
    assert quick is not None
    made: list[str] = []
    near = Phrases(quick._phrases, quick._needs_of, lambda _: made.append("it") or "said")  # type: ignore[func-returns-value]
    assert near.search("she said that the board knew nothing") is None
    assert near.search("nothing was said") is None
    assert made == []
    assert near.search("she said almost nothing")
    assert made == ["it"]


def test_a_phrase_that_may_be_empty_ends() -> None:
    quick = Phrases(["x?"], lambda _: (), lambda _: "(?:x)?")
    assert [m.span() for m in quick.finditer("ax")] == [(0, 0), (1, 2), (2, 2)]
