"""Phrases of a rule as one search, with places for the words that vary.

`{be}` and `{have}` stand for every form of the verb and an adverb after it, `{is}` for the finite
ones of "be" alone, `{some}` for one to four words, `{past}` for a verb of the past ("agreed",
"sold"), `refute+` for every form of a verb.
A pattern takes time linear in the text: nothing in it repeats without bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from attrib.check.matching import Phrase, Phrases, words_in
from attrib.rulebook import Rulebook

_ADVERB = r"(?:\s+(?!only\b)\w+ly|\s+(?:also|still|now|long|since|often))?"
_IS = r"(?:is|are|was|were|has\s+been|have\s+been|had\s+been)"
_VERBS = {
    "{be}": (r"(?:is|are|was|were|am|be|been|being)", r"['’](?:s|re)"),
    "{have}": (r"(?:has|have|had|having)", r"['’](?:s|ve|d)"),
}
_SOME = r"(?:[\w$£€%'’-]+\s+){0,3}[\w$£€%'’-]+"
_VOWELS = frozenset("aeiou")


def compile_phrases(phrases: Iterable[str], rulebook: Rulebook) -> Phrases:
    """What finds any of the phrases, the longest first, as whole words."""
    lists = (rulebook.terms_of("irregular-verbs"), rulebook.terms_of("word-forms"))
    return _compile(tuple(phrases), *lists)


def verb_pattern(verbs: Iterable[str], rulebook: Rulebook) -> Phrases:
    """What finds every form of the verbs, given by their base."""
    return compile_phrases((f"{verb}+" for verb in verbs), rulebook)


def verb_forms(verbs: Iterable[str], rulebook: Rulebook) -> str:
    """Every form of the verbs, as one alternative of a regular expression."""
    lists = (rulebook.terms_of("irregular-verbs"), rulebook.terms_of("word-forms"))
    irregular = _read_irregular(*lists)
    return _any(form for verb in verbs for form in _verb_forms(verb, irregular))


@lru_cache(maxsize=8)
def _read_irregular(*lists: frozenset[str]) -> dict[str, tuple[str, ...]]:
    groups = [term.split() for terms in reversed(lists) for term in sorted(terms)]
    return {group[0]: tuple(group[1:]) for group in groups}


@lru_cache(maxsize=256)
def _compile(phrases: tuple[str, ...], *lists: frozenset[str]) -> Phrases:
    irregular = _read_irregular(*lists)
    made = []
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        words = phrase.split()
        pattern = "".join(
            _word(word, r"\s+" if place else "", irregular) for place, word in enumerate(words)
        )
        needs = tuple(need for word in words for need in _needs(word, irregular))
        made.append(Phrase(rf"(?<![\w'’-])(?:{pattern})(?![\w-])", needs))
    return Phrases(made)


def _needs(word: str, irregular: Mapping[str, tuple[str, ...]]) -> Iterator[frozenset[str]]:
    """The words of which a text must have one, each set; none for a place."""
    if word.endswith("+"):
        forms = _verb_forms(word[:-1], irregular)
        yield frozenset(last for form in forms for last in (_first_word(form),))
    elif not word.startswith("{"):
        yield from (frozenset({part}) for part in words_in(word))


def _first_word(form: str) -> str:
    return min(words_in(form), key=form.lower().index, default="")


def _verb_forms(verb: str, irregular: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    # A form that nobody writes does no harm.
    base = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) else verb
    forms = {verb, verb + "s", verb + "ing", base + "ing", base + "ed"}
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        forms.add(verb + "es")
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    if len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS:
        forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return frozenset(forms.union(irregular.get(verb, ())))


def _word(word: str, gap: str, irregular: Mapping[str, tuple[str, ...]]) -> str:
    """The pattern of one word of a phrase; `gap` is what stands before it, "" at the start."""
    if word in _VERBS:
        full, short = _VERBS[word]
        return (rf"(?:{gap}{full}|{short})" if gap else full) + _ADVERB
    if word == "{is}":
        return gap + _IS + _ADVERB
    if word == "{some}":
        return gap + _SOME
    if word == "{past}":
        return gap + rf"(?:\w+ed|{_any(form for forms in irregular.values() for form in forms)})"
    if word.endswith("+"):
        return gap + f"(?:{_any(_verb_forms(word[:-1], irregular))})"
    return gap + re.escape(word).replace("'", "['’]")


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
