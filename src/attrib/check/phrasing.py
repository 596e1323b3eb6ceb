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
_BE = r"(?:is|are|was|were|am|be|been|being)"
_IS = r"(?:is|are|was|were|has\s+been|have\s+been|had\s+been)"
_HAVE = r"(?:has|have|had|having)"
_SHORT_BE = r"['’](?:s|re)"
_SHORT_HAVE = r"['’](?:s|ve|d)"
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
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    patterns = "|".join(_pattern(phrase, irregular) for phrase in ordered)
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


def _pattern(phrase: str, irregular: Mapping[str, tuple[str, ...]]) -> str:
    pattern = ""
    for word in phrase.split():
        gap = r"\s+" if pattern else ""
        if word == "{be}":
            pattern += rf"(?:{gap}{_BE}|{_SHORT_BE}){_ADVERB}" if pattern else _BE + _ADVERB
        elif word == "{is}":
            pattern += gap + _IS + _ADVERB
        elif word == "{have}":
            pattern += rf"(?:{gap}{_HAVE}|{_SHORT_HAVE}){_ADVERB}" if pattern else _HAVE + _ADVERB
        elif word == "{past}":
            forms = sorted(
                {form for group in irregular.values() for form in group if form.isalpha()}
            )
            pattern += gap + rf"(?:\w+ed|{'|'.join(map(re.escape, forms))})"
        elif word == "{some}":
            pattern += gap + _SOME
        elif word.endswith("+"):
            forms = sorted(_verb_forms(word[:-1], irregular), key=lambda form: (-len(form), form))
            pattern += gap + f"(?:{'|'.join(map(re.escape, forms))})"
        else:
            pattern += gap + re.escape(word).replace("'", "['’]")
    return pattern
