"""What is known of one article while its mentions are resolved, one after the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

from attrib.records import Extraction, Mention, Span
from attrib.resolve.cast import Cast, Occurrence
from attrib.resolve.entity import Entity
from attrib.resolve.lexicon import Lexicon
from attrib.resolve.names import Described
from attrib.resolve.parsed import Parsed
from attrib.resolve.ranking import Ranker


@dataclass(frozen=True, slots=True)
class Said:
    """That `key` was the source of an attribution, and where it was named as such."""

    start: int
    sentence: int
    key: str
    content: tuple[Span, ...]
    frame: tuple[Span, ...]
    """The words of another that it stands in; empty for one that stands on its own."""
    last: int = 0
    """The sentence in which the words said end."""
    resolved: bool = True
    attribution: int = 0
    """The index of the attribution."""


@dataclass(frozen=True, slots=True)
class Issued:
    """That `key` put out a statement or the like: from `start` on "the statement" is theirs."""

    start: int
    sentence: int
    noun: str
    key: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whom a mention stands for, and why; `key` None for no mention at all."""

    key: str | None
    reason: str


@dataclass(slots=True)
class Tally:
    """How often each is named before a place, or speaks; moved along as an article is read."""

    counts: Counter[str] = field(default_factory=Counter)
    named: int = 0
    said: int = 0
    ranks: list[tuple[int, str]] = field(default_factory=list)
    """A heap of (-count, key): the counts that hold, and older ones."""

    def add(self, key: str, times: int) -> None:
        self.counts[key] += times
        if self.counts[key] > 0:
            heappush(self.ranks, (-self.counts[key], key))

    def most(self, number: int) -> list[tuple[int, str]]:
        """The (-count, key) of those with the highest counts; by key where counts are equal.

        What does not hold any more is dropped on the way, so that no mention looks at all who
        are named.
        """
        found: list[tuple[int, str]] = []
        while self.ranks and len(found) < number:
            rank = heappop(self.ranks)
            if self.counts[rank[1]] == -rank[0] and rank not in found:
                found.append(rank)
        for rank in found:
            heappush(self.ranks, rank)
        return found


@dataclass(frozen=True, slots=True)
class Scene:
    """One article: what does not change (the text, the cast), and what has been found so far.

    `entities` grows as unnamed and joint sources turn up; `said` and `issued` hold what was
    resolved, in the order in which it was resolved.
    """

    extraction: Extraction
    lexicon: Lexicon
    ranker: Ranker
    cast: Cast
    parsed: Mapping[Span, Parsed]
    sentence_starts: tuple[int, ...]
    occurrence_starts: tuple[int, ...]
    described: tuple[Described, ...] = ()
    spoken_to: frozenset[int] = frozenset()
    """Where names begin to whom somebody speaks."""
    heads: tuple[str, ...] = ()
    """Those named in the first two sentences, in reading order."""
    own: frozenset[str] = frozenset()
    """Every form of the name of the article's own outlet."""
    places: frozenset[str] = frozenset()
    """Names by key of which only what is in them is told."""
    entities: dict[str, Entity] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    issued: list[Issued] = field(default_factory=list)
    unnamed: dict[str, str] = field(default_factory=dict)
    by_noun: dict[str, list[str]] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    genders: dict[str, str] = field(default_factory=dict)
    """By key, the gender of the pronouns that were resolved to it."""

    @property
    def text(self) -> str:
        return self.extraction.article.text

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds or precedes `offset`."""
        return max(bisect_right(self.sentence_starts, offset) - 1, 0)

    def named_between(self, start: int, end: int) -> Iterator[Occurrence]:
        """The names that begin in [start, end), in reading order."""
        first = bisect_left(self.occurrence_starts, start)
        for place in range(first, len(self.cast.occurrences)):
            occurrence = self.cast.occurrences[place]
            if occurrence.start >= end:
                return
            yield occurrence

    def count_before(self, place: int) -> Tally:
        """How often each is named before `place`, and speaks in what was resolved so far."""
        tally, named = self.tally, self.cast.occurrences
        while tally.named < len(named) and named[tally.named].start < place:
            tally.add(named[tally.named].key, 1)
            tally.named += 1
        while tally.named and named[tally.named - 1].start >= place:
            tally.named -= 1
            tally.add(named[tally.named].key, -1)
        for said in self.said[tally.said :]:
            tally.add(said.key, 1)
        tally.said = len(self.said)
        return tally

    def described_between(self, start: int, end: int) -> str:
        """The words of the last person without a name who opens a sentence there, not to speak."""
        first = bisect_left(self.described, start, key=lambda found: found.span.start)
        last = bisect_left(self.described, end, key=lambda found: found.span.start)
        speakers = {said.start for said in self.said[-8:]}
        for place in range(last - 1, first - 1, -1):
            if self.described[place].span.start not in speakers:
                return self.described[place].span.of(self.text)
        return ""

    def gender_of(self, key: str) -> str:
        """ "m" or "f" as far as titles, nouns or pronouns of this article tell; else ""."""
        return self.entity(key).gender or self.genders.get(key, "")

    def add(self, entity: Entity) -> None:
        """Take in a source that has no name of its own; one known already stays as it is."""
        if entity.key not in self.entities:
            self.entities[entity.key] = entity
            self.index(entity)

    def index(self, entity: Entity) -> None:
        """Let `entity` be found by the nouns it may be called by."""
        for noun in sorted(entity.nouns):
            self.by_noun.setdefault(noun, []).append(entity.key)

    def called(self, nouns: Iterable[str]) -> list[Entity]:
        """Those who may be called by one of `nouns`, each once, in order of first mention."""
        keys = dict.fromkeys(key for noun in sorted(nouns) for key in self.by_noun.get(noun, ()))
        return sorted(
            (self.entity(key) for key in keys), key=lambda found: (found.first, found.key)
        )

    def entity(self, key: str) -> Entity:
        return self.entities.get(key) or self.cast.entities[key]

    def parse(self, mention: Mention) -> Parsed:
        return self.parsed[mention.span]
