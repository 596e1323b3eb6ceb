"""What differs between two stretches of quoted words, and which differences matter.

Trimming a quote, other spelling or punctuation and the small words that come and go when speech
is cleaned up are no change; a word swapped, added or dropped inside the quote is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Levenshtein, Opcode
from rapidfuzz.fuzz import ratio

from attrib.compare.lexicon import Lexicon
from attrib.compare.quoted import Piece
from attrib.compare.stems import stem

_LEAST_END = 2
"""Words that must agree at the end of the stretch that two quotes share."""
_AROUND = 3
_IS_OR_HAS = frozenset({"is", "has"})
_MISPRINT, _MISPRINT_LENGTH = 88, 6
"""Likeness in percent of two words of so many letters of which one is misspelt."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of two quotes that differ, as printed and as compared, and the claims around them.

    `our_context` and `their_context` are those words with some more on either side, the first
    `our_lead` and `their_lead` of which stand before them.
    """

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    our_context: tuple[str, ...]
    their_context: tuple[str, ...]
    our_lead: int
    their_lead: int
    our_keys: tuple[str, ...]
    their_keys: tuple[str, ...]
    our_claims: frozenset[int]
    their_claims: frozenset[int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two pieces side by side: `changes` inside the stretch both print, how many words agree,
    and their share in [0, 1] of that stretch, or of the shorter piece."""

    changes: tuple[Change, ...]
    shared: int
    share: float


def compare_pieces(one: Piece, other: Piece) -> Comparison:
    """The two aligned word by word (Levenshtein)."""
    blocks = _trim(list(Levenshtein.opcodes(one.keys, other.keys)))
    equal = [block for block in blocks if block.tag == "equal"]
    if not equal:
        return Comparison((), 0, 0.0)
    shared = sum(map(_length, equal))
    first, last = blocks.index(equal[0]), len(blocks) - 1 - blocks[::-1].index(equal[-1])
    inner = groupby(blocks[first : last + 1], key=lambda block: block.tag == "equal")
    changes = tuple(_change(one, other, list(run)) for is_equal, run in inner if not is_equal)
    ours = equal[-1].src_end - equal[0].src_start
    theirs = equal[-1].dest_end - equal[0].dest_start
    share = shared / max(min(len(one.keys), len(other.keys)), ours, theirs)
    return Comparison(changes, shared, round(share, 3))


def _change(one: Piece, other: Piece, run: Sequence[Opcode]) -> Change:
    """The change of `run`, blocks that follow one another and do not agree."""
    ours = slice(run[0].src_start, run[-1].src_end)
    theirs = slice(run[0].dest_start, run[-1].dest_end)
    return Change(
        one.words[ours],
        other.words[theirs],
        one.words[max(ours.start - _AROUND, 0) : ours.stop + _AROUND],
        other.words[max(theirs.start - _AROUND, 0) : theirs.stop + _AROUND],
        min(ours.start, _AROUND),
        min(theirs.start, _AROUND),
        one.keys[ours],
        other.keys[theirs],
        frozenset(one.claims[max(ours.start - 1, 0) : ours.stop]),
        frozenset(other.claims[max(theirs.start - 1, 0) : theirs.stop]),
    )


def _trim(blocks: list[Opcode]) -> list[Opcode]:
    """Without lone words at either end that only seem to agree.

    "He ran" against "He fell. He ran" is a quote begun later, not one with words dropped.
    """
    for inner in (1, -2):
        outer = 0 if inner == 1 else -1
        while (
            len(blocks) > 1
            and (blocks[outer].tag != "equal" or _length(blocks[outer]) < _LEAST_END)
            and not (blocks[outer].tag == "equal" and blocks[inner].tag == "replace")
        ):
            blocks.pop(outer)
    return blocks


def _length(block: Opcode) -> int:
    return int(block.src_end - block.src_start)


def matters(change: Change, lexicon: Lexicon) -> bool:
    """Whether a change is one of words, and not only of form or of what comes and goes."""
    ours = [key for key in change.our_keys if key not in lexicon.loose_words]
    theirs = [key for key in change.their_keys if key not in lexicon.loose_words]
    if "".join(ours) == "".join(theirs):
        return False
    if len(ours) == len(theirs):
        return any(
            one != other and not _is_one_word(one, other)
            for one, other in zip(ours, theirs, strict=True)
        )
    return True


def around(change: Change, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that differ with one more on either side, and on as far as the nearest word that
    says something where none of them does: "put it in a" / "put it into a", not "it in a"."""
    return (
        _with_neighbours(change.our_context, change.our_lead, len(change.ours), lexicon),
        _with_neighbours(change.their_context, change.their_lead, len(change.theirs), lexicon),
    )


def _with_neighbours(
    words: tuple[str, ...], lead: int, length: int, lexicon: Lexicon
) -> tuple[str, ...]:
    """`words[lead : lead + length]` with their neighbours up to the nearest that says something."""
    first, last = max(lead - 1, 0), min(lead + length + 1, len(words))
    telling = [
        place
        for place in (*range(lead), *range(lead + length, len(words)))
        if words[place].lower() not in lexicon.function_words
    ]
    near = min(
        telling,
        key=lambda place: (max(lead - place, place - lead - length + 1), place),
        default=first,
    )
    return words[min(first, near) : max(last, near + 1)]


def is_of_small_words(change: Change, lexicon: Lexicon) -> bool:
    """Whether nothing but words without matter of their own changed, and no negation."""
    return all(
        word in lexicon.function_words and word not in lexicon.negators
        for word in set(change.our_keys) ^ set(change.their_keys)
    )


def _is_one_word(one: str, other: str) -> bool:
    """Whether two words differ in form only: "it's" and "it is", a letter or two misprinted."""
    if {one, other} & {"'s"} and {one, other} & _IS_OR_HAS:
        return True
    return stem(one) == stem(other) or _is_misprint(one, other)


def _is_misprint(one: str, other: str) -> bool:
    """Whether two long words differ in a letter or two, and not in a prefix such as un-."""
    long = min(len(one), len(other)) >= _MISPRINT_LENGTH
    return one[0] == other[0] and long and ratio(one, other) >= _MISPRINT
