"""The forms of verbs, and "be" and "have" with an adverb: what both languages of phrases share."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from attrib.check.matching import words_in
from attrib.rulebook import Rulebook

ADVERB = r"(?:\s+(?!only\b)\w+ly|\s+(?:also|still|now|long|since|often|already|just))?"
AUXILIARIES = {
    "{be}": (r"(?:is|are|was|were|am|be|been|being)", r"['’](?:s|re)"),
    "{have}": (r"(?:has|have|had|having)", r"['’](?:s|ve|d)"),
}
"""Of each place every form of the verb, and the short ones."""
_VOWELS = frozenset("aeiou")

Irregular = Mapping[str, tuple[str, ...]]
"""Base form -> its irregular forms."""


def verb_lists(rulebook: Rulebook) -> tuple[frozenset[str], ...]:
    """The lists "irregular-verbs" and "word-forms", the first of which goes before."""
    return rulebook.terms_of("irregular-verbs"), rulebook.terms_of("word-forms")


@lru_cache(maxsize=8)
def read_irregular(*lists: frozenset[str]) -> Irregular:
    """The irregular verbs of `verb_lists`."""
    groups = [term.split() for terms in reversed(lists) for term in sorted(terms)]
    return {group[0]: tuple(group[1:]) for group in groups}


def auxiliary(place: str, gap: str) -> str:
    """The pattern of a place of `AUXILIARIES`; `gap` is what stands before it, "" at the start."""
    full, short = AUXILIARIES[place]
    return (rf"(?:{gap}{full}|{short})" if gap else full) + ADVERB


def verb_forms(verb: str, irregular: Irregular) -> frozenset[str]:
    """Every form of a verb given by its base; a form that nobody writes does no harm."""
    base = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) else verb
    forms = {verb, verb + "s", verb + "ing", base + "ing", base + "ed"}
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        forms.add(verb + "es")
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    if len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS:
        forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return frozenset(forms.union(irregular.get(verb, ())))


def first_word(literal: str) -> str:
    """The word that `literal` begins with, in lower case; "" where it has none."""
    return min(words_in(literal), key=literal.lower().index, default="")
