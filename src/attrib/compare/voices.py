"""Who speaks in a claim, and when two of them are one voice.

A spokesman, the ministry he speaks for and the country it belongs to are one voice; so are
a joint statement and each body that signed it. An outlet is a voice in its own words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from attrib.compare.countries import Countries, find_country, read_countries
from attrib.compare.stems import stem
from attrib.records import Article, Claim, Source
from attrib.rulebook import Rulebook
from attrib.tokens import tokenise

_COMMON = frozenset({"the", "and", "unit", "state"})
_PRONOUNS = tuple(
    f"pronouns-{kind}" for kind in ("he", "she", "it", "its", "they", "who", "first", "open")
)
_PERSONS = frozenset({"NOF", "NPA", "NEX", "NIN", "NSP"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who a claim goes back to.

    `origin` are the entities that speak: the last of the chain with its affiliation,
    country and members, or one "outlet:..." for own voice. `grounds` adds everybody the
    claim went through. `names` are stems of the words that the text may call them by.
    """

    origin: frozenset[str]
    grounds: frozenset[str]
    names: frozenset[str]
    shown: str
    is_own: bool
    is_resolved: bool
    is_person: bool


def find_voices(
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    sources: Sequence[Source],
    rulebook: Rulebook,
) -> tuple[Voice, ...]:
    """The voice of each claim, in the order of `claims`."""
    by_id = {source.id: source for source in sources}
    countries = read_countries(rulebook)
    kin = _find_kin(sources, countries)
    names = {source.id: _names(source, countries) for source in sources}
    pronouns = frozenset().union(*map(rulebook.terms_of, _PRONOUNS))
    nobody = {
        source.id for source in sources if not source.resolved and source.name.lower() in pronouns
    }
    return tuple(
        _voice(claim, articles[claim.article], by_id, kin, names, nobody) for claim in claims
    )


def is_same_voice(one: Voice, other: Voice) -> bool:
    """Whether the two cannot contest each other."""
    return bool(one.origin & other.origin)


def count_voices(voices: Iterable[Voice]) -> int:
    """How many are independent: those that share anybody they rest on count once."""
    groups: list[set[str]] = []
    for voice in voices:
        joined = set(voice.grounds)
        apart = []
        for group in groups:
            if group & joined:
                joined |= group
            else:
                apart.append(group)
        groups = [*apart, joined]
    return len(groups)


def find_outlet(article: Article) -> str:
    """The outlet's name; without one the file's name, else the article's id."""
    if article.outlet:
        return article.outlet
    return PurePath(article.path).name if article.path else article.id


def _voice(
    claim: Claim,
    article: Article,
    by_id: Mapping[str, Source],
    kin: Mapping[str, frozenset[str]],
    names: Mapping[str, frozenset[str]],
    nobody: Collection[str],
) -> Voice:
    origin = claim.chain[-1].id if claim.chain else (claim.source.id if claim.source else None)
    if origin in nobody or (origin is None and claim.voice in ("direct", "mixed")):
        # Quoted words without a speaker are not the outlet's, but nobody knows whose they are;
        # nor is it known of "she", where two could be meant.
        key = frozenset({f"unknown:{claim.id}"})
        return Voice(key, key, frozenset(), "", False, False, False)
    if origin is None:
        outlet = find_outlet(article)
        key = frozenset({f"outlet:{outlet.lower()}"})
        return Voice(key, key, frozenset(), outlet, True, True, False)
    source = by_id.get(origin)
    related = kin.get(origin, frozenset({origin}))
    grounds = related | claim.grounds | {link.id for link in claim.chain}
    return Voice(
        origin=related,
        grounds=grounds,
        names=frozenset(word for key in related for word in names.get(key, ())),
        shown=source.name if source else claim.chain[-1].name if claim.chain else "",
        is_own=False,
        is_resolved=source.resolved if source else False,
        is_person=source is not None and source.source_class in _PERSONS,
    )


def _find_kin(sources: Sequence[Source], countries: Countries) -> dict[str, frozenset[str]]:
    """For each source the ids it speaks with: itself, its members, those it speaks for.

    A country speaks through each of its bodies, yet two bodies of one state (a ministry and
    the police) may well contradict each other, so no body leads on to its country.
    """
    by_id = {source.id: source for source in sources}
    states: dict[str, str] = {}
    bodies: dict[str, set[str]] = {}
    for source in sources:
        country, is_body = find_country(source, countries)
        if is_body:
            bodies.setdefault(country, set()).add(source.id)
        elif country:
            states[source.id] = country
    kin: dict[str, frozenset[str]] = {}
    for source in sources:
        found: set[str] = set()
        waiting = [source.id]
        while waiting:
            key = waiting.pop()
            if key in found or key not in by_id:
                continue
            found.add(key)
            waiting.extend(by_id[key].members)
            affiliation = by_id[key].affiliation
            if affiliation and affiliation not in states:
                waiting.append(affiliation)
        for key in sorted(found & states.keys()):
            found |= bodies.get(states[key], set()) | {f"country:{states[key]}"}
        kin[source.id] = frozenset(found)
    return kin


def _names(source: Source, countries: Countries) -> frozenset[str]:
    """Stems of the words that texts call the source by, with its country's adjectives."""
    words = {
        stem(token.lower)
        for name in (source.name, *source.aliases)
        for token in tokenise(name)
        if token.is_word and token.is_capitalised and len(token.text) > 2
    }
    country, _ = find_country(source, countries)
    return frozenset(words | countries.stems.get(country, frozenset())) - _COMMON
