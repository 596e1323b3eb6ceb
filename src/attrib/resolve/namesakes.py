"""Which of two persons of one surname is meant where only the surname stands.

The news calls the one it is about by the surname, and any other of that name in full; only right
behind such a full name is it open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from attrib.resolve.naming import Gender

_JUST_NAMED = 300
"""Within how many characters behind a full name the surname alone may be that person's."""
_LONG_AGO = 1000
"""Characters since one was named, beyond which another named since is the one meant."""
_IN_TITLE = 3
"""As how many full namings one in the headline counts."""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Where each person is named in full, and what tells the sexes apart, by key.

    `titled` are those in the headline, `leading` those named as a subject in the writer's words.
    """

    namings: Mapping[str, tuple[int, ...]]
    titled: frozenset[str]
    genders: Mapping[str, Gender]
    leading: frozenset[str]

    def meant(self, keys: Iterable[str], place: int, gender: Gender = "") -> str | None:
        """The one of `keys` that a surname at `place` stands for; None where that is open."""
        fitting = self._agreeing(tuple(keys), gender)
        known = [key for key in fitting if self._first(key) < place] or list(fitting)
        if len(known) == 1:
            return known[0]
        ranked = sorted(known, key=lambda key: (-self._weight(key), self._first(key), key))
        chief, next_one = ranked[0], ranked[1]
        last = max(known, key=lambda key: (self._last_before(key, place), key))
        if self._weight(chief) == self._weight(next_one):
            others = (self._last_before(key, place) for key in known if key != last)
            since = self._last_before(last, place)
            fresh = since - max(others) > _LONG_AGO and place - since < _LONG_AGO
            return last if fresh and last in self.leading else None
        near = place - self._last_before(last, place) < _JUST_NAMED
        return None if near and last != chief else chief

    def _agreeing(self, keys: tuple[str, ...], gender: Gender) -> Sequence[str]:
        if not gender:
            return keys
        sure = [key for key in keys if self.genders.get(key) == gender]
        return sure or [key for key in keys if not self.genders.get(key)] or keys

    def _weight(self, key: str) -> int:
        return len(self.namings.get(key, ())) + _IN_TITLE * (key in self.titled)

    def _first(self, key: str) -> int:
        return self.namings[key][0] if self.namings.get(key) else 0

    def _last_before(self, key: str, place: int) -> int:
        starts = self.namings.get(key, ())
        before = bisect_left(starts, place)
        return starts[before - 1] if before else -_JUST_NAMED
