"""The word lists of `rules/en/figures` and `rules/en/grammar`, laid out for looking up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attrib.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class Phrases:
    """Terms of one or more words, by their first word; longer terms come first."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]

    def length_at(self, tokens: Sequence[Token], place: int) -> int:
        """Number of tokens of the longest term that starts at `place`; 0 if there is none."""
        if not 0 <= place < len(tokens):
            return 0
        for term in self.by_first.get(tokens[place].lower, ()):
            if all(
                place + step < len(tokens) and tokens[place + step].lower == word
                for step, word in enumerate(term)
            ):
                return len(term)
        return 0

    def length_before(self, tokens: Sequence[Token], place: int) -> int:
        """Number of tokens of the longest term that ends just before `place`; 0 if none."""
        for length in range(min(4, place), 0, -1):
            first = tokens[place - length].lower
            words = tuple(token.lower for token in tokens[place - length : place])
            if words in self.by_first.get(first, ()):
                return length
        return 0


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its dimension and its size in the dimension's base unit."""

    dimension: str
    size: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the comparison of two texts knows about words."""

    function_words: frozenset[str]
    loose_words: frozenset[str]
    breaks: frozenset[str]
    auxiliaries: frozenset[str]
    negators: frozenset[str]
    near_negators: Phrases
    not_negating: Phrases
    negation_limits: frozenset[str]
    light_stems: frozenset[str]
    refuters: Phrases
    not_refuting: Phrases
    withdrawals: Phrases
    futures: frozenset[str]
    deniers: frozenset[str]
    denying: frozenset[str]
    lying: frozenset[str]
    hoax_words: Phrases
    claim_stems: frozenset[str]
    emphasis_stems: frozenset[str]
    blame_stems: frozenset[str]
    makers: frozenset[str]
    contrasts: frozenset[str]
    contrast_openers: frozenset[str]
    speakers: frozenset[str]
    """Pronouns for persons: he, I, they."""
    months: frozenset[str]
    weekdays: frozenset[str]
    clock_words: frozenset[str]
    month_numbers: Mapping[str, int]
    """Name or abbreviation of a month -> its number, from 1."""
    weekday_numbers: Mapping[str, int]
    clock_names: Mapping[str, float]
    """Word for a time of day -> minutes after midnight."""
    clock_offsets: tuple[tuple[float, Phrases], ...]
    """Minutes that words before an hour add to it: half past."""
    zones: frozenset[str]
    before_clock: frozenset[str]
    about_clock: frozenset[str]
    soon: frozenset[str]
    near_midnight: frozenset[str]
    numbered: frozenset[str]
    score_stems: frozenset[str]
    hypothetical: frozenset[str]
    suppositions: frozenset[str]
    distancing: frozenset[str]
    title_words: frozenset[str]
    persons: frozenset[str]
    irregular_plurals: frozenset[str]
    aged_nouns: frozenset[str]
    aspects: Mapping[str, str]
    kinds: Mapping[str, Mapping[str, str]]
    """Dimension -> word -> what it says is measured: money -> fined -> fine."""
    senses: tuple[tuple[str, Phrases], ...]
    """How a figure is put forward: offered, demanded, as an average."""
    courses: tuple[tuple[str, Phrases], ...]
    limit_words: frozenset[str]
    capacity: Phrases
    men: frozenset[str]
    women: frozenset[str]
    """Words for men, and for women."""
    total_words: frozenset[str]
    person_groups: frozenset[str]
    as_yet: Phrases
    overall: frozenset[str]
    beside: frozenset[str]
    compass: Mapping[str, str]
    """Word for a part of a land -> that part: northern -> north."""
    person_stems: frozenset[str]
    tolls: frozenset[str]
    shrinking: frozenset[str]
    moving_nouns: frozenset[str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    scales: Mapping[str, float]
    vague: Mapping[str, float]
    several: Mapping[str, float]
    """Word -> the least that it stands for: several."""
    half: frozenset[str]
    shares: tuple[tuple[float, Phrases], ...]
    """Shares in words, in percent: doubled."""
    divisors: Mapping[str, float]
    """Word -> into how many parts it divides: quarter."""
    comparatives: frozenset[str]
    no_single: frozenset[str]
    none: Phrases
    day_names: tuple[tuple[float, Phrases], ...]
    """Days by name: 31 times the month, and the day."""
    units: Mapping[tuple[str, ...], Unit]
    money_words: frozenset[str]
    hedges: tuple[tuple[str, Phrases], ...]
    part: Phrases
    rest: Phrases
    update: Phrases
    matters: Mapping[str, str]
    """Word -> the matter it counts: killed, injured, ..."""
    matter_stems: frozenset[str]
    spellings: Mapping[str, str]
    """Word -> the spelling that stands for all of its spellings."""
    poles: Mapping[str, tuple[tuple[str, str], ...]]
    """Word -> the poles it stands at, each an axis and its end: ("life", "a")."""

    def find_unit(self, written: str) -> Unit | None:
        """The unit that `written` names, in any case: "EUR", "A$"."""
        return self.units.get(tuple(token.lower for token in tokenise(written)))
