"""The cue rules as a table of word forms: what may stand in a text, and what it then means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from attrib.rulebook import Rulebook
from attrib.rulebook.entries import CueRule
from attrib.tokens import tokenise

Inflection = Literal["base", "s", "past", "participle", "ing", "fixed"]
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class CueForm:
    """One inflected form of a cue: its words in lower case, its lemma and its rule."""

    words: tuple[str, ...]
    lemma: str
    inflections: frozenset[Inflection]
    rule: CueRule


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cue forms by first word, the longest first."""

    forms: dict[str, tuple[CueForm, ...]]

    def starting_with(self, word: str) -> tuple[CueForm, ...]:
        return self.forms.get(word, ())


def load_lexicon(rulebook: Rulebook, *, all_cues: bool = False) -> Lexicon:
    """The forms of the cues of `rulebook`; where two rules share a form, both stand.

    Those that only the tagger finds, because their rule has no frames, are in it only on demand.
    """
    cues = tuple(cue for cue in rulebook.cues if all_cues or cue.frames)
    return _build(cues, rulebook.terms_of("irregular-verbs"))


@lru_cache(maxsize=8)
def _build(cues: tuple[CueRule, ...], irregular_terms: frozenset[str]) -> Lexicon:
    irregular = {term.split()[0]: term.split() for term in irregular_terms}
    found: dict[str, list[CueForm]] = {}
    for rule in cues:
        for lemma in rule.lemmas:
            words = tuple(token.lower for token in tokenise(lemma))
            for first, inflections in _inflect(words[0], rule, irregular):
                form = CueForm((first, *words[1:]), lemma, inflections, rule)
                found.setdefault(first, []).append(form)
    return Lexicon(
        {
            first: tuple(sorted(forms, key=lambda form: (-len(form.words), form.rule.id)))
            for first, forms in found.items()
        }
    )


def _inflect(
    word: str, rule: CueRule, irregular: dict[str, list[str]]
) -> Iterator[tuple[str, frozenset[Inflection]]]:
    if rule.kind == "noun":
        yield word, frozenset({"base"})
        yield _add_s(word), frozenset({"s"})
        return
    if rule.kind != "verb":
        yield word, frozenset({"fixed"})
        return
    past, participle = irregular.get(word, ["", "", ""])[1:]
    past, participle = past or _add_ed(word), participle or _add_ed(word)
    by_form: dict[str, set[Inflection]] = {}
    inflected: tuple[tuple[str, Inflection], ...] = (
        (word, "base"),
        (_add_s(word), "s"),
        (past, "past"),
        (participle, "participle"),
        (_add_ing(word), "ing"),
    )
    for form, inflection in inflected:
        by_form.setdefault(form, set()).add(inflection)
    for form, inflections in by_form.items():
        yield form, frozenset(inflections)


def _add_s(word: str) -> str:
    if word.endswith(("s", "sh", "ch", "x", "z")):
        return word + "es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return {"go": "goes"}.get(word, word + "s")


def _add_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ied"
    return _doubled(word) + "ed"


def _add_ing(word: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "oe")):
        return word[:-1] + "ing"
    return _doubled(word) + "ing"


def _doubled(word: str) -> str:
    """The word with its last consonant doubled where the stress calls for it."""
    one_syllable = sum(letter in _VOWELS for letter in word) == 1
    doubles = one_syllable and word[-1] not in _VOWELS + "wxy" and word[-2:-1] in tuple(_VOWELS)
    ends_stressed = word in ("refer", "admit", "rebut", "submit", "commit")
    return word + word[-1] if doubles or ends_stressed else word
