"""The word lists of `rules/en/figures` and `rules/en/grammar`, laid out for looking up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from attrib.compare.stems import stem
from attrib.rulebook import Rulebook
from attrib.rulebook.entries import TermRule
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


def read_lexicon(rulebook: Rulebook) -> Lexicon:
    """The lists of the rulebook that comparisons read, as one record."""
    terms = rulebook.terms_of
    ordered = {rule.list: rule.terms for rule in rulebook.terms}
    ones = {word.lower(): value for value, word in enumerate(ordered.get("number-ones", ()))}
    tens = {word.lower(): 10 * step for step, word in enumerate(ordered.get("number-tens", ()), 1)}
    poles: dict[str, tuple[tuple[str, str], ...]] = {}
    for rule in _rules(rulebook, "pole-"):
        axis, _, end = rule.list.removeprefix("pole-").partition(".")
        for term in rule.terms:
            poles[term.lower()] = (*poles.get(term.lower(), ()), (axis, end))
    ordinals = {
        word.lower(): value for value, word in enumerate(ordered.get("number-ordinals", ()), 1)
    }
    return Lexicon(
        function_words=terms("function-words"),
        loose_words=terms("loose-words"),
        breaks=terms("clause-breaks"),
        auxiliaries=terms("compare-auxiliaries"),
        negators=terms("negators"),
        near_negators=_phrases(terms("near-negators")),
        not_negating=_phrases(terms("not-negating")),
        negation_limits=terms("negation-limits"),
        light_stems=frozenset(map(stem, terms("light-words"))),
        refuters=_phrases(terms("refuters")),
        not_refuting=_phrases(terms("not-refuting")),
        deniers=terms("deniers"),
        denying=terms("denying-verbs"),
        lying=terms("lying-verbs"),
        hoax_words=_phrases(terms("hoax-words")),
        claim_stems=frozenset(map(stem, terms("claim-nouns"))),
        emphasis_stems=frozenset(map(stem, terms("claim-emphasis"))),
        blame_stems=frozenset(map(stem, terms("blame-nouns"))),
        makers=terms("claim-makers"),
        contrasts=terms("contrasts"),
        contrast_openers=terms("contrast-openers"),
        speakers=frozenset(
            word for kind in ("he", "she", "they", "first") for word in terms(f"pronouns-{kind}")
        ),
        months=terms("months"),
        weekdays=terms("weekdays"),
        clock_words=terms("clock-words"),
        month_numbers=_number_months(ordered.get("months", ())),
        weekday_numbers={day.lower(): n for n, day in enumerate(ordered.get("weekdays", ()))},
        clock_names=_values(rulebook, "clock-name"),
        clock_offsets=_valued_phrases(rulebook, "clock-offset"),
        zones=terms("zones"),
        before_clock=terms("before-clock"),
        about_clock=terms("about-clock"),
        soon=terms("soon"),
        near_midnight=terms("near-midnight"),
        numbered=terms("numbered"),
        score_stems=frozenset(map(stem, terms("score-words"))),
        hypothetical=terms("hypothetical"),
        suppositions=terms("suppositions"),
        title_words=frozenset(
            word
            for rule in [*_rules(rulebook, "titles-"), *_rules(rulebook, "roles-")]
            for term in rule.terms
            for word in _words(term)
        ),
        persons=terms("persons"),
        irregular_plurals=terms("irregular-plurals"),
        aged_nouns=terms("aged-nouns"),
        aspects={
            term.lower(): rule.list.removeprefix("aspect-")
            for rule in _rules(rulebook, "aspect-")
            for term in rule.terms
        },
        kinds=_read_kinds(rulebook),
        senses=tuple(
            (rule.list.removeprefix("sense-"), _phrases(rule.terms))
            for rule in _rules(rulebook, "sense-")
        ),
        courses=tuple((name, _phrases(terms(f"course-{name}"))) for name in ("start", "end")),
        limit_words=terms("limit-words"),
        capacity=_phrases(terms("capacity-words")),
        men=terms("gender-masculine") | terms("pronouns-he"),
        women=terms("gender-feminine") | terms("pronouns-she"),
        total_words=terms("total-words"),
        person_groups=frozenset(map(stem, terms("person-groups"))),
        as_yet=_phrases(terms("as-yet")),
        overall=terms("overall-words"),
        beside=terms("beside-words"),
        compass={
            term.lower(): rule.list.removeprefix("compass-")
            for rule in _rules(rulebook, "compass-")
            for term in rule.terms
        },
        person_stems=frozenset(map(stem, terms("persons"))),
        tolls=terms("tolls"),
        shrinking=terms("shrinking-tolls"),
        moving_nouns=frozenset(map(stem, terms("moving-nouns"))),
        ordinals=ordinals,
        numbers={**tens, **ones},
        scales=_values(rulebook, "number-scale"),
        vague=_values(rulebook, "number-vague"),
        several=_values(rulebook, "number-several"),
        half=terms("number-half"),
        shares=_valued_phrases(rulebook, "number-share"),
        divisors=_values(rulebook, "number-parts"),
        comparatives=terms("comparatives"),
        no_single=terms("no-single"),
        none=_phrases(terms("number-none")),
        day_names=_valued_phrases(rulebook, "day-name"),
        units={
            _words(term): Unit(rule.list.removeprefix("unit-"), rule.value or 1.0)
            for rule in _rules(rulebook, "unit-")
            for term in rule.terms
        },
        money_words=terms("money-words"),
        hedges=tuple(
            (name, _phrases(terms(f"hedge-{name}")))
            for name in ("at-least", "at-most", "almost", "about")
        ),
        part=_phrases(terms("hedge-part")),
        rest=_phrases(terms("hedge-rest")),
        update=_phrases(terms("hedge-update")),
        matters={
            term.lower(): rule.list.removeprefix("matter-")
            for rule in _rules(rulebook, "matter-")
            for term in rule.terms
        },
        matter_stems=frozenset(
            stem(term) for rule in _rules(rulebook, "matter-") for term in rule.terms
        ),
        spellings={
            word.lower(): group[0].lower()
            for rule in rulebook.aliases
            for group in rule.spellings
            for word in group
        },
        poles=poles,
    )


def _read_kinds(rulebook: Rulebook) -> dict[str, dict[str, str]]:
    kinds: dict[str, dict[str, str]] = {}
    for rule in _rules(rulebook, "kind-"):
        dimension, _, kind = rule.list.removeprefix("kind-").partition(".")
        kinds.setdefault(dimension, {}).update((term.lower(), kind) for term in rule.terms)
    return kinds


def _number_months(terms: Sequence[str]) -> dict[str, int]:
    """The months by number: full names come first, in order; the others shorten one of them."""
    names = [term.lower() for term in terms]
    return {
        term: 1 + next(n for n, name in enumerate(names) if name.startswith(term[:3]))
        for term in names
    }


def _rules(rulebook: Rulebook, prefix: str) -> list[TermRule]:
    return [rule for rule in rulebook.terms if rule.list.startswith(prefix)]


def _values(rulebook: Rulebook, name: str) -> dict[str, float]:
    return {
        term.lower(): rule.value or 1.0
        for rule in rulebook.terms
        if rule.list == name
        for term in rule.terms
    }


def _valued_phrases(rulebook: Rulebook, name: str) -> tuple[tuple[float, Phrases], ...]:
    return tuple(
        (rule.value or 0.0, _phrases(rule.terms)) for rule in rulebook.terms if rule.list == name
    )


def _words(term: str) -> tuple[str, ...]:
    return tuple(token.lower for token in tokenise(term))


def _phrases(terms: Iterable[str]) -> Phrases:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for term in sorted(terms):
        words = _words(term)
        by_first.setdefault(words[0], []).append(words)
    return Phrases(
        {
            first: tuple(sorted(found, key=lambda words: (-len(words), words)))
            for first, found in by_first.items()
        }
    )
