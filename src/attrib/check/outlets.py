"""Outlets that a text names, found by the lists of outlets and by how such names end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from attrib.records import Span
from attrib.rulebook import Rulebook
from attrib.tokens import Token, tokenise

_SITE = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+)(?:\.[a-z]{2,4}){1,2}/?")
_ACRONYM = 2
"""A name of so few letters is an outlet only when all of it stands in capitals: AP, PA."""


@dataclass(frozen=True, slots=True)
class OutletNames:
    """Names of outlets in lower case, word by word, and the words that such names end with."""

    names: frozenset[str]
    heads: frozenset[str]
    longest: int


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    """A mention; `key` is the name in lower case without an article."""

    span: Span
    key: str


def load_outlets(rulebook: Rulebook) -> OutletNames:
    """The lists "outlets" and "outlet-heads", and other spellings of the outlets among them."""
    groups = tuple(tuple(group) for rule in rulebook.aliases for group in rule.spellings)
    return _load(rulebook.terms_of("outlets"), rulebook.terms_of("outlet-heads"), groups)


@lru_cache(maxsize=4)
def _load(
    listed: frozenset[str], listed_heads: frozenset[str], groups: tuple[tuple[str, ...], ...]
) -> OutletNames:
    names = {_key(tokenise(term)) for term in listed}
    for group in groups:
        keys = {_key(tokenise(name)) for name in group if name[:1].isupper()}
        if not keys.isdisjoint(names):
            names |= keys
    heads = frozenset(head.lower() for head in listed_heads if " " not in head)
    return OutletNames(frozenset(names), heads, max(name.count(" ") for name in names) + 1)


def find_outlets(tokens: tuple[Token, ...], outlets: OutletNames) -> Iterator[NamedOutlet]:
    """Each outlet that `tokens` name, in reading order, the longest name first."""
    place = 0
    while place < len(tokens):
        end = _end_of_name(tokens, place, outlets)
        if end is None:
            place += 1
            continue
        name = tokens[place:end]
        yield NamedOutlet(Span(name[0].start, name[-1].end), _key(name))
        place = end


def key_of_outlet(name: str | None) -> str | None:
    """The key of an article's own outlet, which may be given as an address of the web."""
    if name is None or not name.strip():
        return None
    site = _SITE.fullmatch(name.strip().lower())
    return site[1] if site else _key(tokenise(name))


def is_same_outlet(one: str, other: str) -> bool:
    """Whether two keys may name one outlet: "post", "washington post", "washingtonpost"."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    short, long = sorted((one, other), key=len)
    return long.endswith(f" {short}") or long.startswith(f"{short} ")


def _key(tokens: tuple[Token, ...]) -> str:
    words = [token.lower for token in tokens]
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _end_of_name(tokens: tuple[Token, ...], place: int, outlets: OutletNames) -> int | None:
    first = tokens[place]
    if not first.is_capitalised or first.lower in ("a", "an", "the"):
        return None
    for end in range(min(place + outlets.longest, len(tokens)), place, -1):
        key = _key(tokens[place:end])
        small = len(key) <= _ACRONYM and not first.text.isupper()
        if key in outlets.names and tokens[end - 1].is_capitalised and not small:
            longer = _end_by_head(tokens, place, outlets)
            return max(end, longer or 0)
    return _end_by_head(tokens, place, outlets)


def _end_by_head(tokens: tuple[Token, ...], place: int, outlets: OutletNames) -> int | None:
    """The end of a run of capitalised words that closes with a head: "Ashby Gazette"."""
    end = place
    while end < len(tokens) and tokens[end].is_word and tokens[end].is_capitalised:
        end += 1
    while end > place and tokens[end - 1].lower not in outlets.heads:
        end -= 1
    if end == place:
        return None
    # "The Gazette" is one, "Press" and "Today" alone are none.
    before = tokens[place - 1].lower if place else ""
    return end if end - place > 1 or before == "the" else None
