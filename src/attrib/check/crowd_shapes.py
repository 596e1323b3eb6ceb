"""The shapes in which a text lets a crowd speak: a subject, a passive, a view that nobody holds.

Each is a regular expression over lists of words, so that a new word of a list is found in every
shape. Group "crowd" is what the crowd is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from attrib.check.phrasing import any_form
from attrib.rulebook import Rulebook

# Words of no capital, so that no name narrows the crowd: "in the sport", not "at Elm Road".
_WHERE = (
    r"(?:\s+(?:in|within|across|around|on|of|inside|outside|among|from)"
    r"(?:\s+(?-i:[a-z][\w’'-]*)){1,4}?(?<!\btheir)(?<!\bits)(?<!\bhis)(?<!\bher)(?<!\bthe))?"
)
_ADVERBS = (
    r"(?:\s+(?:have|had|has|also|now|still|often|long|since|do|will|would|may|might|could|even"
    r"|been|(?:quick|slow|keen|beginning|starting|wont|apt|prone)\s+to|always|never|sometimes"
    r"|already|alike|too|once|\w+ly)){0,5}"
)
# "Dairy farmers, for their part, fear".
_PART = (
    r"(?:,\s(?:for\s(?:their|its)\spart|too|meanwhile|however|in\sturn|naturally|of\scourse"
    r"|by\scontrast),)?"
)
_BEING = (
    r"\s+(?:are|were|is|was|remain|remained|have\s+been|has\s+been|seem|seemed|grew|grow|stay)"
    r"(?:\s+(?:also|now|still|all|long|largely|almost|\w+ly)){0,2}"
)
# What tells which ones are meant, or how many.
_DEFINITE = (
    r"the|this|that|these|those|his|her|its|their|our|my|your|no|any|each|every|both|a|an|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand"
)
# A word before the crowd that does not narrow it: "seasoned", not "their", "Leedon" or "who".
_LOOSE = (
    rf"(?!(?:{_DEFINITE}|who|which|where|what|that|how|why|because|of|by|to|from|for|with|at|on|in|and|or|but|as|if|than|when"
    r"|while|said|says|is|are|was|were|be)\b)(?-i:[a-z][a-z’'-]+)"
)
# Crowds of which one is no person.
_NO_PERSONS = frozenset(("groups", "circles", "quarters", "voices", "others", "businesses"))
_NARROW_BACK = r"(?<![\w’'-])"


@dataclass(frozen=True, slots=True)
class Crowd:
    """Options of the kind.

    nouns       the crowds: "critics", "some"
    determiners words before a crowd that do not narrow it, as in `attrib.check.phrasing`
    adjectives  the same of adjectives
    verbs       what a crowd says or thinks, by the base
    passives    participles of the same, before "by critics"
    openings    words right before a crowd that give it the say: "according to"
    attitudes   words behind "are" for what it thinks: "unanimous", "of the view"
    views       nouns for what is thought, behind
    shared      words that make it everybody's and nobody's ("the general mood is that")
    places      what stands for all who live or work there ("the town")
    minds       verbs that such a place cannot do as a body ("blame"), by the base
    phrases     crowds that need no noun ("there are those who")
    lead        so many sentences at the top may be backed by anybody in the rest of the body
    """

    nouns: tuple[str, ...]
    determiners: tuple[str, ...]
    adjectives: tuple[str, ...]
    verbs: tuple[str, ...]
    passives: tuple[str, ...]
    openings: tuple[str, ...]
    attitudes: tuple[str, ...]
    views: tuple[str, ...]
    shared: tuple[str, ...]
    places: tuple[str, ...]
    minds: tuple[str, ...]
    phrases: tuple[str, ...]
    lead: int


@dataclass(frozen=True, slots=True)
class Shape:
    """One pattern; `is_fronted` where the crowd must open a clause."""

    pattern: re.Pattern[str]
    is_fronted: bool


def crowd_shapes(words: Crowd, rulebook: Rulebook) -> tuple[Shape, ...]:
    """All shapes with a crowd in them."""
    return _crowd_shapes(words, any_form(words.verbs, rulebook))


def view_shapes(words: Crowd, rulebook: Rulebook) -> tuple[Shape, ...]:
    """All shapes in which nobody in particular is named: "the general view is that"."""
    # The places are metonyms: bodies that speak ("the council") are none of them.
    return _view_shapes(words, any_form(words.minds, rulebook))


@lru_cache(maxsize=8)
def _crowd_shapes(words: Crowd, forms: str) -> tuple[Shape, ...]:
    nouns, either = _either(words.nouns), _either((*words.determiners, *words.adjectives))
    known = rf"(?:(?:{either})\s+){{0,4}}"
    loose = rf"{known}(?:{_LOOSE}\s+){{0,2}}"
    # Several people "call"; "many calls" are telephone calls.
    plural = "|".join(form for form in forms.split("|") if not _is_singular(form, words.verbs))
    verbs = rf"(?:{plural})(?![\w-])"
    going = "|".join(form for form in forms.split("|") if form.endswith("ing"))
    attitude = rf"(?:{_either(words.attitudes)}|(?:{going}))(?![\w-])"
    crowd = rf"(?P<crowd>{nouns})"
    open_ = rf"{_NARROW_BACK}{loose}{crowd}{_WHERE}"
    one = "|".join(
        re.escape(noun[:-1])
        for noun in words.nouns
        if noun.endswith("s") and noun not in _NO_PERSONS
    )
    named = (
        (rf"{open_}{_PART}{_ADVERBS},?\s+{verbs}", True),
        (rf"{open_}{_BEING}\s+{attitude}", True),
        (rf",[”\"’']?\s+{verbs}\s+{known}{crowd}(?=[.,;])", False),
        (
            rf"{_NARROW_BACK}(?:{_either(words.passives)})(?:\s+\w+){{0,3}}?\s+(?:by|among)\s+"
            rf"{loose}{crowd}(?![\w-])",
            False,
        ),
        (rf"{_NARROW_BACK}(?:{_either(words.openings)})\s+{loose}{crowd}(?![\w-])", False),
        # "Many a scientist", "no serious historian", "as any sailor will tell you".
        (
            rf"{_NARROW_BACK}(?:many\s+an?|no|any|every)\s+(?-i:[a-z-]+\s+)?(?P<crowd>{one})"
            rf"{_ADVERBS}\s+(?:{forms})(?![\w-])",
            True,
        ),
        # "To its detractors, the tower is ...", "for many locals it was ...".
        (
            rf"{_NARROW_BACK}(?:to|for|among)\s+(?:its|his|her|their|many|some|most)\s+{known}"
            rf"{crowd},?\s+(?:the|it|he|she|this|that|his|her|its|they|there)\b"
            r"(?=[^.;:?!]{0,60}\b(?:is|are|was|were|has|had|remains?|looks?|seems?|feels?)\b)",
            True,
        ),
    )
    return tuple(Shape(re.compile(text, re.IGNORECASE), fronted) for text, fronted in named)


@lru_cache(maxsize=8)
def _view_shapes(words: Crowd, thinking: str) -> tuple[Shape, ...]:
    views, shared = _either(words.views), _either(words.shared)
    among = r"(?:\s+(?:among|in|on|around|across|at|within|about)(?:\s+[\w’'-]+){1,4}?)?"
    holds = (
        r"(?:\s+(?:now|still|long|increasingly))?"
        r"\s+(?:(?:is|was|remains|has\s+long\s+been|has\s+been|seems\s+to\s+be)(?:\s+now)?\s+(?:that|of|one\s+of)"
        r"|(?:has|had)\s+it(?:\s+that)?|holds?(?:\s+that)?|held\s+that|says?|said|runs|ran|goes)\b"
    )
    nameless = (
        (rf"(?:the\s+)?(?:{shared})\s+(?:{views}){among}{holds}", True),
        (
            rf"(?:the\s+)?(?:consensus|word|talk|opinion|betting|mood|gossip|feeling|whisper|buzz)"
            rf"\s+(?:among|in|on|around|across)(?:\s+[\w’'-]+){{1,4}}?{holds}",
            True,
        ),
        (
            rf"there\s+(?:is|was|has\s+been|remains)\s+(?:an?\s+|some\s+|much\s+|little\s+|no\s+)?"
            rf"(?:{shared})\s+(?:{views}){among}\s+(?:that|over|about|at)\b",
            True,
        ),
        (
            r"it\s+(?:is|was|has\s+(?:long\s+)?(?:been|become)|had\s+become)\s+(?:\w+ly\s+)?"
            r"(?:fashionable|common|commonplace|customary|popular|usual|the\s+fashion|received\s+wisdom"
            r"|an?\s+(?:open\s+secret|commonplace|article\s+of\s+faith|common\s+complaint|truism))\b"
            rf"(?:\s+(?:among|for|with|in)(?:\s+[\w’'-]+){{1,4}}?)?\s+(?:that|to\s+(?:{thinking}|call))\b",
            True,
        ),
        (
            rf"(?:the\s+(?:whole\s+|entire\s+)?)?(?:{_either(words.places)})"
            rf"(?:\s+(?:now|still|long|largely|\w+ly)){{0,2}}\s+(?:{thinking})(?![\w-])",
            True,
        ),
    )
    return tuple(
        Shape(re.compile(rf"{_NARROW_BACK}(?P<crowd>{text})", re.IGNORECASE), fronted)
        for text, fronted in nameless
    )


def _is_singular(form: str, verbs: tuple[str, ...]) -> bool:
    return form.endswith("s") and form not in verbs and not form.endswith("ss")


def _either(words: Iterable[str]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True)
    )
