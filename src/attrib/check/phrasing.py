"""Phrases of a rule as one pattern, with places for the words that vary.

`{be}` and `{have}` stand for every form of the verb and an adverb after it, `{is}` for the finite
ones of "be" alone, `{some}` for one to four words, `{past}` for a verb of the past ("agreed",
"sold"), `refute+` for every form of a verb.
A pattern takes time linear in the text: nothing in it repeats without bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrib.rulebook import Rulebook

_ADVERB = r"(?:\s+(?!only\b)\w+ly|\s+(?:also|still|now|long|since|often))?"
_IS = r"(?:is|are|was|were|has\s+been|have\s+been|had\s+been)"
_VERBS = {
    "{be}": (r"(?:is|are|was|were|am|be|been|being)", r"['’](?:s|re)"),
    "{have}": (r"(?:has|have|had|having)", r"['’](?:s|ve|d)"),
}
_SOME = r"(?:[\w$£€%'’-]+\s+){0,3}[\w$£€%'’-]+"
_VOWELS = frozenset("aeiou")


def compile_phrases(phrases: Iterable[str], rulebook: Rulebook) -> re.Pattern[str]:
    """One pattern that finds any of the phrases, the longest first, as whole words."""
    lists = (rulebook.terms_of("irregular-verbs"), rulebook.terms_of("word-forms"))
    return _compile(tuple(phrases), *lists)


def verb_pattern(verbs: Iterable[str], rulebook: Rulebook) -> re.Pattern[str]:
    """One pattern that finds every form of the verbs, given by their base."""
    return compile_phrases((f"{verb}+" for verb in verbs), rulebook)


@lru_cache(maxsize=256)
def _compile(phrases: tuple[str, ...], *lists: frozenset[str]) -> re.Pattern[str]:
    groups = [term.split() for terms in reversed(lists) for term in sorted(terms)]
    irregular = {group[0]: tuple(group[1:]) for group in groups}
    # Phrases that open alike share their opening, so that most words of a text are passed quickly.
    rests: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        first, *others = phrase.split()
        rest = "".join(_word(word, r"\s+", irregular) for word in others)
        rests.setdefault(_word(first, "", irregular), []).append(rest)
    patterns = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())
    return re.compile(rf"(?<![\w'’-])(?:{patterns})(?![\w-])", re.IGNORECASE)


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
