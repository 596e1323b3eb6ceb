"""What minds do, as patterns: verbs, states, feelings, and a matter seen through somebody's eyes.

"Dreads", "was livid", "it galled her", "to Moss's relief", "for Moss, two boats were plenty": a
few shapes over lists of words, so that a new word of a list is found in every shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from attrib.check.matching import Searcher
from attrib.check.phrasing import any_form, compile_phrases
from attrib.rulebook import Rulebook

# Verbs that tell of a state from within; "looked angry" is what a reporter sees.
_LINKS = ("{be}", "feel+", "grow+", "become+", "remain+")
_HAVING = (
    "{have} no",
    "{have} little",
    "{have} his",
    "{have} her",
    "lose+ his",
    "lose+ her",
    "{have} lost",
    "{have} every",
    "lose+ all",
    "{have} a",
    "keep+ his",
    "keep+ her",
    "set+ his",
    "set+ her",
)
_WHOSE = r"(?:his|her|their|(?:[\w.'’-]{1,30}\s){0,4}?[\w.-]{1,30}['’]s?)"
_NAME = r"(?-i:[A-ZÀ-Þ][\w.'’-]{1,30})"
# Between a view's owner and the verb of what is seen: "For Moss, two boats were".
_VIEW = r",\s[^.,;:!?\"“”]{3,90}?\b(?:is|are|was|were|has\sbeen|had\sbeen|would\sbe)\b"


def within(
    verbs: tuple[str, ...],
    states: tuple[str, ...],
    organs: tuple[str, ...],
    rulebook: Rulebook,
    more: tuple[str, ...],
) -> Searcher:
    """What finds a predicate of the mind, whose subject must still be looked for."""
    made = [f"{verb}+" for verb in verbs]
    made += [f"{link} {state}" for link, state in product(_LINKS, states)]
    made += [f"{having} {noun}" for having, noun in product(_HAVING, organs)]
    return compile_phrases((*more, *made), rulebook)


def without_subject(
    feelings: tuple[str, ...],
    organs: tuple[str, ...],
    moves: tuple[str, ...],
    states: tuple[str, ...],
    persons: tuple[str, ...],
    rulebook: Rulebook,
) -> Iterator[Searcher]:
    """What finds a mind by itself: "to her relief", "it galled him", "in Moss's eyes"."""
    nouns = "|".join(map(re.escape, feelings))
    owned = "|".join(map(re.escape, (*feelings, *organs)))
    # "Pleasing" and "please" are no finite verbs.
    forms = any_form(moves, rulebook).split("|")
    moving = "|".join(form for form in forms if form.endswith(("s", "ed", "ung", "urt")))
    someone = rf"(?:him|her|them|{_NAME}|(?:the|his|her|their|its)\s{_either(persons)})"
    state = _either(tuple(one for one in states if "{" not in one))
    shapes = (
        # "Convinced that the vote was rigged, she left"; "left early, stung by the review".
        rf"(?:(?-i:(?<=[.!?\n][\s\"”])|^)|[,;—–]\s)(?:(?:\w{{1,20}}ly|still|deeply|more)\s)?{state}"
        r"(?:\s(?:that|at|by|of|with|about|over)|(?<=\sof)|(?<=\sby)|(?<=\son))\b",
        rf"\b(?:went|left|came|return(?:s|ed)|walk(?:s|ed)|drove|flew|retired|emerged|departed|go(?:es)?)"
        rf"(?:\s(?:home|off|away|out|back|early)){{0,2}}\s{state}\b",
        rf"\b(?:gnaws?|gnawed|gnawing|preys?|preyed|preying|weighs?|weighed|weighing|grates?|grated|"
        rf"eats?\saway|ate\saway|eating\saway|dawns?|dawned|tells?|told\sheavily)\s(?:at|on|upon)\s{someone}",
        rf"\b(?:{moving})\s(?:the|his|her|their|its)\s{_either(persons)}\b",
        rf"\b(?:much\s)?to\s{_WHOSE}\s(?:\w{{1,30}}\s)?(?:{nouns}|mind|way\sof\sthinking|taste)\b",
        rf"\bin\s{_WHOSE}\s(?:own\s)?(?:eyes|heart|mind|bones)\b",
        rf"\b(?:as|like)\sa\s(?:\w{{1,30}}\s)?(?:{nouns})\s(?:to|for)\s(?:him|her|them|{_NAME})",
        rf"\b(?:his|her|[\w-]{{1,30}}['’]s)\s(?:[\w-]{{1,20}}\s)?(?:{owned})\b"
        r"(?:\s(?:with|for|in|of|on|about)(?:\s[\w'’-]{1,30}){1,4}?)?"
        r"\s(?!said|says|told)(?:is|are|was|were|has|had|[a-z]{2,20}(?:ed|s)|grew|lay|sank|rose|ran|wore|knew"
        r"|lit|broke|leapt|fell|went)\b",
        r"\b(?:matter(?:s|ed)|mean(?:s|t)?)\s(?:\w{1,20}\s){0,3}to\s(?:him|her)\b",
        rf"\bout\sof\s(?:sheer\s|pure\s)?(?:{nouns})\b",
        rf"\b(?:{moving})\s(?:him|(?:(?!(?:that|from|was|is|the|an?|with|by|in|of|over|about|as)\b)[a-z-]{{1,20}}\s){{0,2}}{_NAME}|(?:her|them)(?=\s(?:that|to|when)\b|[.,;]))",
    )
    for shape in shapes:
        yield re.compile(shape, re.IGNORECASE)


def _either(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return rf"(?:{'|'.join(map(re.escape, ordered))})"


def views() -> re.Pattern[str]:
    """What finds "For the curator Ida Moss, two boats were plenty"; group 1 is whose view it is."""
    owner = rf"((?:the\s|his\s|her\s)?(?:[a-z-]{{1,30}}\s){{0,3}}{_NAME}(?:\s{_NAME}){{0,2}})"
    return re.compile(rf"(?-i:(?<=[.!?\n][\s\"”])|^)For\s{owner}{_VIEW}", re.MULTILINE)
