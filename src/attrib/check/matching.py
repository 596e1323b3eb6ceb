"""Many phrases looked for at once, without compiling those that a text cannot hold.

A list of some hundred phrases as one regular expression takes tens of milliseconds to compile,
more than to read a draft. Each phrase is compiled by itself, when a text first has all its words.
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from attrib.errors import RuleError

PLACE = re.compile(r"(\{[^{}]*\})")
"""A place for words in a phrase."""
_WORD = re.compile(r"\w+")


class Need(NamedTuple):
    """One of `words`, in lower case, must stand in a text that can hold the phrase.

    `reach` is how far behind the need before it, at most, counted in white space; None where
    there is no telling, or none before it.
    """

    words: frozenset[str]
    reach: int | None = None


Needs = tuple[Need, ...]
"""What a phrase needs, in the order of its words."""


class Phrases:
    """What `re.compile("first|second|...", re.IGNORECASE)` would be.

    The leftmost match is found, and of those that begin at one place that of the first phrase.
    `needs_of` is asked what a phrase needs when a text first has a word of its rarest slot, and
    `pattern_of` for its pattern when a text first has all that: most phrases stand in no text, and
    to take some thousand apart costs more than a draft. The slots of a phrase have single spaces
    between them; one of letters alone, or of such words with "|" between them, must stand in a text
    as it is. Safe to share between threads.
    """

    def __init__(
        self,
        phrases: Sequence[str],
        needs_of: Callable[[str], Needs],
        pattern_of: Callable[[str], str],
    ) -> None:
        self._phrases, self._needs_of, self._pattern_of = phrases, needs_of, pattern_of
        self._needs: list[Needs | None] = [None] * len(phrases)
        self._patterns: list[re.Pattern[str] | None] = [None] * len(phrases)
        self._by_word: dict[str, list[int]] = {}
        self._always: list[int] = []
        self._last: tuple[str | None, tuple[re.Pattern[str], ...]] = (None, ())
        for place, phrase in enumerate(phrases):
            words = _rarest_slot(phrase)
            for word in words:
                self._by_word.setdefault(word, []).append(place)
            if not words:
                self._always.append(place)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """The matches in `text[start:end]` that do not overlap, in order."""
        stop = len(text) if end is None else end
        waiting: list[tuple[int, int, re.Match[str]]] = []
        patterns = self._patterns_for(text)
        for number, pattern in enumerate(patterns):
            found = pattern.search(text, start, stop)
            if found:
                waiting.append((found.start(), number, found))
        heapq.heapify(waiting)
        at = start
        while waiting:
            begin, number, found = waiting[0]
            if begin >= at:
                yield found
                # An empty match would be found for ever.
                at = max(found.end(), begin + 1)
            # Beyond the end the search would begin at the end again.
            again = patterns[number].search(text, at, stop) if at <= stop else None
            if again:
                heapq.heapreplace(waiting, (again.start(), number, again))
            else:
                heapq.heappop(waiting)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        return next(self.finditer(text, start, end), None)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match that begins at `start`."""
        stop = len(text) if end is None else end
        matches = (pattern.match(text, start, stop) for pattern in self._patterns_for(text))
        return next((found for found in matches if found), None)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match that is all of `text`."""
        matches = (pattern.fullmatch(text) for pattern in self._patterns_for(text))
        return next((found for found in matches if found), None)

    def _patterns_for(self, text: str) -> tuple[re.Pattern[str], ...]:
        last, patterns = self._last
        if last is not text:
            words = _words_of(text)
            places = set(self._always)
            for word in self._by_word.keys() & words.keys():
                places.update(self._by_word[word])
            patterns = tuple(
                self._pattern_at(place)
                for place in sorted(places)
                if _may_stand(self._needs_at(place), words)
            )
            self._last = (text, patterns)
        return patterns

    def _needs_at(self, place: int) -> Needs:
        needs = self._needs[place]
        if needs is None:
            needs = self._needs[place] = self._needs_of(self._phrases[place])
        return needs

    def _pattern_at(self, place: int) -> re.Pattern[str]:
        pattern = self._patterns[place]
        if pattern is None:
            pattern = _compile(self._pattern_of(self._phrases[place]))
            self._patterns[place] = pattern
        return pattern


def _rarest_slot(phrase: str) -> tuple[str, ...]:
    """The words of the slot whose shortest is longest, in lower case; () where no slot is plain."""
    best: tuple[int, int] = (0, 0)
    found: tuple[str, ...] = ()
    for slot in phrase.split(" "):
        letters = slot.replace("|", "")
        # Letters that lower-casing makes two of are no key.
        if letters.isascii() and letters.isalpha():
            words = slot.split("|")
            rank = min(map(len, words)), -len(words)
            if rank > best:
                best, found = rank, tuple(dict.fromkeys(word.lower() for word in words))
    return found


@lru_cache(maxsize=32)
def _words_of(text: str) -> dict[str, list[int]]:
    """Each word, in lower case, with how many stretches of white space go before it, ascending."""
    places: dict[str, list[int]] = {}
    for place, chunk in enumerate(text.lower().split()):
        for word in _WORD.findall(chunk):
            places.setdefault(word, []).append(place)
    return places


def _may_stand(needs: Needs, words: Mapping[str, Sequence[int]]) -> bool:
    """Whether a text with these words can hold what needs them, one near behind the other."""
    for need in needs:
        if need.words.isdisjoint(words):
            return False
    before: list[int] | None = None
    for need in needs:
        here = sorted(place for word in need.words for place in words.get(word, ()))
        if before is not None and need.reach is not None:
            here = [place for place in here if _has_between(before, place - need.reach, place)]
            if not here:
                return False
        before = here
    return True


def _has_between(places: Sequence[int], first: int, last: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] <= last


@lru_cache(maxsize=20_000)
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def join_needs(slots: Iterable[tuple[Sequence[frozenset[str]], int | None]]) -> Needs:
    """The needs of slots in a row: the words of each, and over how much white space it may go.

    That is None where there is no telling; a slot without words needs none.
    """
    needs: list[Need] = []
    reach: int | None = None
    for words, width in slots:
        for number, one in enumerate(words):
            within = 0 if width == 1 else None
            needs.append(Need(one, within if number else reach))
        if words:
            reach = width if len(words) == 1 or width == 1 else None
        elif reach is not None:
            reach = None if width is None else reach + width
    return tuple(needs)


def refuse_unknown(phrases: Iterable[str], is_place: Callable[[str], bool]) -> None:
    """Raise RuleError for a place in braces that there is not: it would match nothing."""
    for phrase in phrases:
        unknown = [place for place in PLACE.findall(phrase) if not is_place(place)]
        if unknown:
            raise RuleError(f"the phrase '{phrase}': no place is called {unknown[0]}")


def words_in(literal: str) -> frozenset[str]:
    """The words that a text must have for `literal` to stand in it."""
    return frozenset(_WORD.findall(literal.lower()))


Searcher = Phrases | re.Pattern[str]
"""What finds words in a text: phrases, or one regular expression."""
