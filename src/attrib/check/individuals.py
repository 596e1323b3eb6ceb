"""Which speakers without a name are persons that could have been asked for one."""

from __future__ import annotations

import re
from collections.abc import Collection

from attrib.check.draft import Draft
from attrib.check.persons import PersonWords
from attrib.check.unnamed import Unnamed

_ONE = frozenset(("a", "an", "one", "another", "someone", "somebody", "two", "three"))
_FEW = frozenset(("two", "three"))
_AGE = re.compile(r"(\d{1,3})-year-old")
_OF_AGE = 18


def is_individual(draft: Draft, unnamed: Unnamed, exempt: Collection[str]) -> bool:
    """Whether one person, or two or three, are introduced: "a nurse", "one of her aides"."""
    if unnamed.opening not in _ONE or (unnamed.plural and unnamed.opening not in _FEW):
        return False
    words = [token.lower for token in (*unnamed.before, unnamed.head)]
    if any(word in exempt for word in words) or not is_person_head(draft, unnamed):
        return False
    ages = (int(age) for age in _AGE.findall(unnamed.description))
    return all(age >= _OF_AGE for age in ages)


def is_insider(draft: Draft, unnamed: Unnamed, exempt: Collection[str]) -> bool:
    """Whether one person speaks, or several of an institution or circle: no mere crowd."""
    if is_individual(draft, unnamed, exempt):
        return True
    head = unnamed.head.lower.removesuffix("s")
    near = unnamed.resolved.chain[-1].source_class == "URL"
    insiders = near or head in draft.rulebook.terms_of("roles-insider")
    return unnamed.plural and not unnamed.points_back and insiders and head not in exempt


def is_person_head(draft: Draft, unnamed: Unnamed) -> bool:
    """Whether the head is a word for a person: by the lists, or by its ending."""
    head = unnamed.head.lower
    if head in _FEW or (head in _ONE and not head.startswith("some")):
        return False
    return head in PersonWords(draft)
