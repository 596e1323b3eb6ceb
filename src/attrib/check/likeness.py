"""Which differences between two wordings of one quote matter: those in the words said.

Spelling, contractions, figures for numbers, fillers and an opening "and" or "well" are a
reporter's licence; a "will" for a "might" is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from attrib.check.folding import fold_words
from attrib.contractions import expand
from attrib.rulebook import Rulebook

# "Didn'" has lost its mark when it is read.
_CLIPPED = frozenset(
    ("didn", "isn", "wasn", "aren", "weren", "doesn", "hasn", "haven", "hadn", "couldn", "wouldn",
     "shouldn")
)  # fmt: skip
_RUN_TOGETHER = {
    "gonna": ("going", "to"), "gotta": ("got", "to"), "wanna": ("want", "to"),
    "kinda": ("kind", "of"), "sorta": ("sort", "of"), "outta": ("out", "of"),
    "lotta": ("lot", "of"), "dunno": ("do", "not", "know"),
    "gimme": ("give", "me"), "lemme": ("let", "me"),
}  # fmt: skip
"""How a reporter may write what somebody ran together."""
_IS = frozenset(("it", "he", "she", "that", "there", "what", "who", "here", "where", "how"))
_SPELLINGS = (
    (re.compile(r"is(e[ds]?|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"ys(e[ds]?|ing)$"), r"yz\1"),
    (re.compile(r"our(s|ed|ing|ite|able|less)?$"), r"or\1"),
    (re.compile(r"([aeiou])ll(ed|ing|er|ers|or|ors)$"), r"\1l\2"),
    (re.compile(r"tre(s)?$"), r"ter\1"),
    (re.compile(r"ae|oe"), "e"),
)
_TYPO = 6
"""A slip of one letter inside a word of so many letters is no other word."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Words that may differ freely, and what each spelling or number word is read as."""

    fillers: frozenset[str]
    openers: frozenset[str]
    readings: Mapping[str, str]


def load_likeness(rulebook: Rulebook, fillers: Sequence[str], openers: Sequence[str]) -> Likeness:
    """Readings from the spellings of the aliases and the number words of "word-forms"."""
    readings: dict[str, str] = {}
    for rule in rulebook.aliases:
        for first, *others in rule.spellings:
            readings.update((other.lower(), first.lower()) for other in others if " " not in other)
    for group in rulebook.terms_of("word-forms"):
        first, *others = group.split()
        if first.isdigit():
            readings.update((other, first) for other in others)
    for group in rulebook.terms_of("dialect"):
        first, *others = group.split()
        readings.update((other, first) for other in others)
    return Likeness(frozenset(fillers), frozenset(openers), readings)


def read_words(text: str, likeness: Likeness) -> tuple[str, ...]:
    """The words of `text` as they are compared."""
    return tuple(_read(fold_words(text).folded, likeness))


def _read(words: Sequence[str], likeness: Likeness) -> Iterator[str]:
    for word in words:
        if word not in likeness.fillers:
            for part in _expand(word):
                yield _spell(likeness.readings.get(part, part))


def _expand(word: str) -> tuple[str, ...]:
    if word in _CLIPPED:
        return word[:-1], "not"
    if word in _RUN_TOGETHER:
        return _RUN_TOGETHER[word]
    rest = word.removesuffix("'s")
    return (rest, "is") if rest != word and rest in _IS else expand(word)


def _spell(word: str) -> str:
    if len(word) > 4:
        for pattern, reading in _SPELLINGS:
            word = pattern.sub(reading, word)
    return word


def is_same_wording(ours: Sequence[str], theirs: Sequence[str], likeness: Likeness) -> bool:
    """Whether two stretches of read words differ in nothing that matters."""
    if "".join(ours) == "".join(theirs):
        return True
    if not ours or not theirs:
        return all(word in likeness.openers for word in (*ours, *theirs))
    return len(ours) == len(theirs) and all(
        one == other or _is_slip(one, other) for one, other in zip(ours, theirs, strict=True)
    )


def _is_slip(one: str, other: str) -> bool:
    """Whether one letter is wrong, too many or too few, and not at the end, where tenses are."""
    if min(len(one), len(other)) < _TYPO or one[-2:] != other[-2:]:
        return False
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(
        long[:place] + long[place + 1 :] == short for place in range(len(long))
    )
