"""What the rules say of words that name somebody, laid out for quick look-up.

Every table is keyed by lower-cased words joined with one space. Phrases of several words are
found by trying the longest first, up to `LONGEST` words.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from attrib.records import SourceClass
from attrib.rulebook import Rulebook
from attrib.rulebook.entries import Person
from attrib.tokens import Token, tokenise

LONGEST = 5

# The first list that holds a role decides: whoever speaks for another is a spokesperson first.
_ROLE_LISTS = ("roles-spokesperson", "roles-office", "roles-expert", "roles-participant")
_SHIPPED_ALIASES = (
    "aliases.organisations",
    "aliases.outlets",
    "aliases.spellings",
    "aliases.portfolios",
    "aliases.offices",
    "aliases.widenings",
)
_TITLE_LISTS = (
    "titles-masculine",
    "titles-feminine",
    "titles-neutral",
    "titles-scholar",
    "titles-office",
    "titles-rank",
)
_NOUN_LISTS = (
    "statement-nouns",
    "documents",
    "datasets",
    "posts",
    "social-accounts",
    "source-nouns",
    "generic-bodies",
    "state-bodies",
    "organisation-heads",
    "company-nouns",
    "outlet-nouns",
    "collectives",
    "group-nouns",
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Tables of the rules in `sources/`, `aliases/` and `grammar/`.

    `lists` are the terms by list, lower-cased, `ordered` those whose order tells something.
    `countries` maps every name of a country to the one shown, `seats` a seat to its country.
    `bodies` and `outlets` map a known name to the one shown. `wordings` map a phrase to the
    wording used in keys, `widenings` a general noun to those it may stand for, and `genders` a
    pronoun to "m", "f" or "n". `outlet_forms` holds the squeezed forms of each outlet's names.
    """

    lists: Mapping[str, frozenset[str]]
    ordered: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, SourceClass]
    titles: Mapping[str, SourceClass | None]
    nouns: frozenset[str]
    countries: Mapping[str, str]
    adjectives: Mapping[str, str]
    seats: Mapping[str, str]
    bodies: Mapping[str, str]
    outlets: Mapping[str, str]
    wordings: Mapping[str, str]
    widenings: Mapping[str, frozenset[str]]
    plurals: Mapping[str, str]
    genders: Mapping[str, str]
    outlet_forms: Mapping[str, frozenset[str]]
    body_nouns: Mapping[str, frozenset[str]]
    """The words for a body that the spellings of a known name hold: FBI, bureau."""
    people: Mapping[str, Person]
    """By folded name, those whose role the rules tell."""
    endings: dict[int, tuple[object, frozenset[str]]] = field(default_factory=dict, compare=False)
    """Filled while reading: by identity of a table, it and the last words of its phrases."""

    def has(self, name: str, word: str) -> bool:
        """Whether the list `name` holds `word` (lower case)."""
        return word in self.lists[name]

    def terms(self, name: str) -> frozenset[str]:
        """The list `name`, lower-cased."""
        return self.lists[name]

    def singular(self, phrase: str) -> str:
        """The form under which a noun is looked up: "officials" -> "official"."""
        start, _, last = phrase.rpartition(" ")
        if phrase in self.plurals:
            return self.plurals[phrase]
        joined, mark, noun = last.rpartition("-")
        last = (
            self.plurals.get(last) or f"{joined}{mark}{self.plurals.get(noun) or _singular(noun)}"
        )
        return f"{start} {last}" if start else last

    def wording(self, phrase: str) -> str:
        """The one wording of a role or portfolio: "attorney" -> "lawyer"."""
        return self.wordings.get(phrase, phrase)


def load_lexicon(rulebook: Rulebook) -> Lexicon:
    """The tables for `rulebook`; those of the last one asked for are kept."""
    for known, lexicon in _kept:
        if known is rulebook:
            return lexicon
    lexicon = _build(rulebook)
    _kept[:] = [(rulebook, lexicon)]
    return lexicon


_kept: list[tuple[Rulebook, Lexicon]] = []


def _build(rulebook: Rulebook) -> Lexicon:
    classes = {rule.list: rule.class_ for rule in rulebook.terms}
    roles: dict[str, SourceClass] = {}
    for name in _ROLE_LISTS:
        for term in rulebook.terms_of(name):
            roles.setdefault(term, classes[name] or "NIN")
    prefixes, suffixes = rulebook.terms_of("role-prefixes"), rulebook.terms_of("role-suffixes")
    for role, class_ in tuple(roles.items()):
        if " " not in role and "-" not in role:
            joined = [f"{word}-{role}" for word in prefixes]
            for term in (*joined, *(f"{role}-{word}" for word in suffixes)):
                roles.setdefault(term, class_)
    titles: dict[str, SourceClass | None] = {}
    for name in _TITLE_LISTS:
        for term in rulebook.terms_of(name):
            titles.setdefault(term, classes[name])
    names = dict(_alias_groups(rulebook, "aliases.organisations")) | _own_groups(
        rulebook, names=True
    )
    outlets = {phrase_key(term): term for term in _cased_terms(rulebook, "outlets")}
    outlets.update(_alias_groups(rulebook, "aliases.outlets"))
    forms: dict[str, set[str]] = defaultdict(set)
    for key, shown in outlets.items():
        forms[shown] |= {squeeze(key), squeeze(shown)}
    places = [place for rule in rulebook.aliases for place in rule.places]
    wordings = {
        phrase: group
        for rule in ("aliases.spellings", "aliases.portfolios", "aliases.offices")
        for phrase, group in _alias_groups(rulebook, rule)
    } | _own_groups(rulebook, names=False)
    return Lexicon(
        ordered={rule.list: rule.terms for rule in rulebook.terms if rule.list == "numerals"},
        lists=defaultdict(frozenset, {name: rulebook.terms_of(name) for name in classes}),
        roles=roles,
        titles=titles,
        nouns=frozenset(term for name in _NOUN_LISTS for term in rulebook.terms_of(name)).union(
            roles
        ),
        countries={
            phrase_key(name): place.name
            for place in places
            for name in (place.name, *place.also, *place.metonyms)
        },
        adjectives={phrase_key(word): place.name for place in places for word in place.adjectives},
        seats={phrase_key(seat): place.name for place in places for seat in place.seats},
        bodies=names | {phrase_key(seat): seat for place in places for seat in place.seats},
        outlets=outlets,
        wordings=wordings,
        widenings={
            group[0]: frozenset(group[1:])
            for rule in rulebook.aliases
            if rule.id.startswith("aliases.widenings.")
            for group in rule.spellings
        },
        plurals={
            " ".join(words[: (len(words) + 1) // 2]): " ".join(words[(len(words) + 1) // 2 :])
            for words in (term.split() for term in rulebook.terms_of("resolve-plurals"))
        },
        genders={
            word: gender
            for name, gender in (("pronouns-he", "m"), ("pronouns-she", "f"), ("pronouns-its", "n"))
            for word in rulebook.terms_of(name)
        },
        body_nouns=_body_nouns(rulebook, names),
        people={
            phrase_key(person.name): person for rule in rulebook.aliases for person in rule.people
        },
        outlet_forms={shown: frozenset(names) for shown, names in forms.items()},
    )


def _own_groups(rulebook: Rulebook, *, names: bool) -> dict[str, str]:
    """Each spelling of a newsroom's own groups with the first: those in capitals are names."""
    return {
        phrase_key(spelling): group[0]
        for rule in rulebook.aliases
        if not rule.id.startswith(_SHIPPED_ALIASES)
        for group in rule.spellings
        if group[0][:1].isupper() == names
        for spelling in group
    }


def _body_nouns(rulebook: Rulebook, names: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    heads = rulebook.terms_of("state-bodies") | rulebook.terms_of("organisation-heads")
    found: dict[str, set[str]] = defaultdict(set)
    for spelling, shown in names.items():
        found[shown] |= heads & set(spelling.split())
    return {shown: frozenset(nouns) for shown, nouns in found.items() if nouns}


def _cased_terms(rulebook: Rulebook, name: str) -> Iterator[str]:
    return (term for rule in rulebook.terms if rule.list == name for term in rule.terms)


def _alias_groups(rulebook: Rulebook, name: str) -> Iterator[tuple[str, str]]:
    """Each spelling of the rules whose id begins with `name`, with the first of its group."""
    for rule in rulebook.aliases:
        if rule.id == name or rule.id.startswith(name + "."):
            for group in rule.spellings:
                for spelling in group:
                    yield phrase_key(spelling), group[0]


@lru_cache(maxsize=1 << 14)
def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """`text` in lower case, without accents, apostrophes and full stops."""
    if text.isascii():
        return text.lower().replace("'", "").replace(".", "")
    plain = unicodedata.normalize("NFKD", text)
    kept = (mark for mark in plain if not unicodedata.combining(mark) and mark not in "'’‘.")
    return "".join(kept).lower()


def squeeze(name: str) -> str:
    """A name without spaces, marks and leading "the", as web addresses write it."""
    plain = fold(name)
    return "".join(mark for mark in plain.removeprefix("the ") if mark.isalnum())


def phrase_key(text: str) -> str:
    """How a phrase of several words is looked up: folded, one space between words."""
    return " ".join(fold(text).split())


def words_of(text: str) -> tuple[Token, ...]:
    """The tokens of `text`, without the full stop of an abbreviation, initial or title."""
    tokens = tokenise(text)
    return tuple(
        token
        for place, token in enumerate(tokens)
        if token.text != "." or not place or not tokens[place - 1].is_word
    )


def key_of(words: Sequence[Token]) -> str:
    """The look-up key of some tokens."""
    return " ".join(fold(word.text) for word in words)
