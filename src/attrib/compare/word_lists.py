"""The lexicon of comparisons, read from the lists of the rulebook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrib.compare.lexicon import Lexicon, Phrases, Unit
from attrib.compare.stems import stem
from attrib.rulebook import Rulebook
from attrib.rulebook.entries import TermRule
from attrib.tokens import tokenise


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
        withdrawals=_phrases(terms("withdrawals")),
        futures=terms("futures"),
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
        distancing=terms("distancing"),
        title_words=frozenset(
            word
            for rule in [*_rules(rulebook, "titles-"), *_rules(rulebook, "roles-")]
            for term in rule.terms
            for word in _words(term)
        ),
        persons=terms("persons"),
        irregular_plurals=terms("irregular-plurals"),
        aged_nouns=terms("aged-nouns"),
        aspects=_name_by_term(rulebook, "aspect-"),
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
        compass=_name_by_term(rulebook, "compass-"),
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
        matters=_name_by_term(rulebook, "matter-"),
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


def _name_by_term(rulebook: Rulebook, prefix: str) -> dict[str, str]:
    """Each term of the lists whose names begin so, with the rest of its list's name."""
    return {
        term.lower(): rule.list.removeprefix(prefix)
        for rule in _rules(rulebook, prefix)
        for term in rule.terms
    }


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
