"""Which country a source speaks for: "Russia", "Moscow", "the Russian Defense Ministry"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from attrib.compare.stems import stem
from attrib.records import Source
from attrib.rulebook import Rulebook
from attrib.tokens import tokenise

_SPEAKS_FOR_OTHERS = frozenset({"ORG", "NOF", "NSP", None})


@dataclass(frozen=True, slots=True)
class Countries:
    """Countries by what they and their bodies are called, in lower case."""

    names: Mapping[str, str]
    seats: Mapping[str, str]
    prefixes: Mapping[tuple[str, ...], str]
    stems: Mapping[str, frozenset[str]]
    bodies: frozenset[str]


def read_countries(rulebook: Rulebook) -> Countries:
    """The countries of `rules/en/aliases`, laid out for looking up."""
    names: dict[str, str] = {}
    seats: dict[str, str] = {}
    prefixes: dict[tuple[str, ...], str] = {}
    stems: dict[str, frozenset[str]] = {}
    for rule in rulebook.aliases:
        for place in rule.places:
            named = (place.name, *place.also)
            for term in (*named, *place.metonyms):
                names[term.lower()] = place.name
            for term in place.seats:
                seats[term.lower()] = place.name
            for term in (*named, *place.adjectives):
                prefixes[_words(term)] = place.name
            stems[place.name] = frozenset(
                stem(word)
                for term in (*named, *place.adjectives, *place.metonyms)
                for word in _words(term)
            )
    return Countries(names, seats, prefixes, stems, rulebook.terms_of("state-bodies"))


def find_country(source: Source, countries: Countries) -> tuple[str, bool]:
    """The country's name, "" if there is none, and whether the source is a body of its state."""
    if source.members or source.source_class not in _SPEAKS_FOR_OTHERS:
        return "", False
    words = _words(source.name)
    name = " ".join(words)
    if name in countries.names:
        return countries.names[name], False
    if name in countries.seats:
        return countries.seats[name], True
    for length in (3, 2, 1):
        country = countries.prefixes.get(words[:length])
        rest = words[length:]
        if (
            country
            and rest
            and (" ".join(rest) in countries.bodies or rest[-1] in countries.bodies)
        ):
            return country, True
    return "", False


def _words(term: str) -> tuple[str, ...]:
    return tuple(token.lower for token in tokenise(term) if token.lower != "'s")
