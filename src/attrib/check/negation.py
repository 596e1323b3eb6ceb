"""Negations that a quote gains or loses against its source: a word apart, and the reverse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from attrib.check.folding import fold_words
from attrib.rulebook import Rulebook

_SHORTEST_ROOT = 4


@dataclass(frozen=True, slots=True)
class Negations:
    """Folded words and phrases that negate, and prefixes that do."""

    words: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    prefixes: tuple[str, ...]


def load_negations(rulebook: Rulebook) -> Negations:
    """The lists "negators", "weak-negators", "near-negators" and "negating-prefixes"."""
    terms = rulebook.terms_of("negators") | rulebook.terms_of("weak-negators")
    words = (fold_words(term).folded for term in terms)
    phrases = (fold_words(term).folded for term in rulebook.terms_of("near-negators"))
    return Negations(
        frozenset(folded[0] for folded in words if len(folded) == 1),
        frozenset(phrases) - {()},
        tuple(sorted(rulebook.terms_of("negating-prefixes"))),
    )


def find_negations(folded: Sequence[str], negations: Negations) -> tuple[str, ...]:
    """The negating words and phrases among `folded`, in reading order."""
    found: list[str] = []
    for place, word in enumerate(folded):
        if word in negations.words or word.endswith("n't"):
            found.append(word)
        for length in range(1, 4):
            phrase = tuple(folded[place : place + length])
            if len(phrase) == length and phrase in negations.phrases:
                found.append(" ".join(phrase))
    return tuple(found)


def compare_negations(
    ours: Sequence[str], theirs: Sequence[str], negations: Negations
) -> tuple[str, ...]:
    """In words, each negation that `ours` has and `theirs` has not, or the other way round.

    As many on both sides ("never", "not") is another word, and no negation more or less.
    """
    here, there = find_negations(ours, negations), find_negations(theirs, negations)
    notes: list[str] = []
    # Where numbers are even, one negation stands for another and the sense may well be kept.
    if len(here) != len(there):
        added, lost = Counter(here) - Counter(there), Counter(there) - Counter(here)
        notes += [f'the negation "{word}" is added' for word in here if added.pop(word, 0)]
        notes += [f'the negation "{word}" is left out' for word in there if lost.pop(word, 0)]
    notes += _find_reverses(ours, theirs, negations)
    notes += _find_reverses(theirs, ours, negations)
    return tuple(notes)


def _find_reverses(words: Sequence[str], others: Sequence[str], negations: Negations) -> list[str]:
    """Words with a negating prefix that stand without it among `others`."""
    there = {other for other in others if len(other) >= _SHORTEST_ROOT}
    roots = {prefix + other: other for other in sorted(there) for prefix in negations.prefixes}
    return [f'"{word}" and "{roots[word]}" are opposites' for word in words if word in roots]
