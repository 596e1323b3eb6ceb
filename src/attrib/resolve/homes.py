"""Where somebody who holds an office comes from: "Sen. Ida Moss of Norland", "Moss (D-Norland)"."""

from __future__ import annotations

import re

from attrib.resolve.entity import Entity
from attrib.resolve.lexicon import fold
from attrib.resolve.scene import Scene

_PLACE = r"((?:[A-Z][\w.’']*\.?(?:\s(?=[A-Z]))?){1,3})"
_PARTY = r"[A-Z][a-z]{0,5}\.?\s?[-–—,]\s?"
_BEHIND = re.compile(rf"(?:,?\s+(?:of|from)\s+|,?\s*\({_PARTY}|,\s*[A-Z]-){_PLACE}")
_FARTHEST = 60
_LONGEST_SHORT = 5
"""Letters of a place cut short: "calif."."""


def homes_of(entity: Entity, before: int, scene: Scene) -> frozenset[str]:
    """The places named right behind the name, as far as `before` in the text, in lower case."""
    found = set()
    for occurrence in scene.named_between(0, before):
        if occurrence.key != entity.key:
            continue
        place = _BEHIND.match(scene.text, occurrence.end, occurrence.end + _FARTHEST)
        if place:
            found.add(fold(" ".join(place.group(1).split())))
    return frozenset(found)


def is_home(place: str, described: str) -> bool:
    """Whether `described`, "vermont" or "new york", is that place, in full or cut short: "vt.",
    "n.y."; both in lower case."""
    short = [letter for letter in place if letter.isalpha()]
    whole = [letter for letter in described if letter.isalpha()]
    if not short or whole[:1] != short[:1]:
        return False
    letters = iter(whole)
    return short == whole or (
        len(short) <= _LONGEST_SHORT and all(letter in letters for letter in short)
    )
