"""Phrases of a rule as one search, with places for the words that vary.

`{be}` and `{have}` stand for every form of the verb and an adverb after it, `{is}` for the finite
ones of "be" alone, `{some}` for one to four words, `{past}` for a verb of the past ("agreed",
"sold"), `refute+` for every form of a verb.
A pattern takes time linear in the text: nothing in it repeats without bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrib.check.inflection import (
    ADVERB,
    AUXILIARIES,
    Irregular,
    auxiliary,
    first_word,
    read_irregular,
    verb_forms,
    verb_lists,
)
from attrib.check.matching import Needs, Phrases, join_needs, refuse_unknown, words_in
from attrib.rulebook import Rulebook

_PLACES = ("{is}", "{some}", "{past}")
_IS = r"(?:is|are|was|were|has\s+been|have\s+been|had\s+been)"
_SOME = r"(?:[\w$£€%'’-]+\s+){0,3}[\w$£€%'’-]+"


def compile_phrases(phrases: Iterable[str], rulebook: Rulebook) -> Phrases:
    """What finds any of the phrases, the longest first, as whole words."""
    return _compile(tuple(phrases), *verb_lists(rulebook))


def verb_pattern(verbs: Iterable[str], rulebook: Rulebook) -> Phrases:
    """What finds every form of the verbs, given by their base."""
    return compile_phrases((f"{verb}+" for verb in verbs), rulebook)


def any_form(verbs: Iterable[str], rulebook: Rulebook) -> str:
    """Every form of the verbs, as one alternative of a regular expression."""
    irregular = read_irregular(*verb_lists(rulebook))
    return _any(form for verb in verbs for form in verb_forms(verb, irregular))


@lru_cache(maxsize=256)
def _compile(phrases: tuple[str, ...], *lists: frozenset[str]) -> Phrases:
    irregular = read_irregular(*lists)

    def needs_of(phrase: str) -> Needs:
        return join_needs(
            (tuple(_needs(word, irregular)), _width(word, irregular)) for word in phrase.split()
        )

    def pattern_of(phrase: str) -> str:
        pattern = "".join(
            _word(word, r"\s+" if place else "", irregular)
            for place, word in enumerate(phrase.split())
        )
        return rf"(?<![\w'’-])(?:{pattern})(?![\w-])"

    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    texts = [" ".join(phrase.split()) for phrase in ordered]
    refuse_unknown(texts, {*AUXILIARIES, *_PLACES}.__contains__)
    return Phrases(texts, needs_of, pattern_of)


def _needs(word: str, irregular: Irregular) -> Iterator[frozenset[str]]:
    """The words of which a text must have one, each set; none for a place."""
    if word.endswith("+"):
        yield frozenset(map(first_word, verb_forms(word[:-1], irregular)))
    elif not word.startswith("{"):
        yield from (frozenset({part}) for part in words_in(word))


def _width(word: str, irregular: Irregular) -> int | None:
    """Over how many stretches of white space a word goes at most; None if nobody can tell."""
    if word == "{some}":
        return 4
    if word in AUXILIARIES or word == "{is}":
        return None
    if word == "{past}":
        return max(len(form.split()) for forms in irregular.values() for form in forms)
    if word.endswith("+"):
        return max(len(form.split()) for form in verb_forms(word[:-1], irregular))
    return 1


def _word(word: str, gap: str, irregular: Irregular) -> str:
    """The pattern of one word of a phrase; `gap` is what stands before it, "" at the start."""
    if word in AUXILIARIES:
        return auxiliary(word, gap)
    if word == "{is}":
        return gap + _IS + ADVERB
    if word == "{some}":
        return gap + _SOME
    if word == "{past}":
        return gap + rf"(?:\w+ed|{_any(form for forms in irregular.values() for form in forms)})"
    if word.endswith("+"):
        return gap + f"(?:{_any(verb_forms(word[:-1], irregular))})"
    return gap + re.escape(word).replace("'", "['’]")


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
