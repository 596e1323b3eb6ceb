"""A surname that stands alone in one article, and the person whom others name in full.

"Mr. Lind said" in one article is Bo Lind of the other where both are about the same people, and
nobody else there is called Lind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from attrib.resolve.entity import Entity
from attrib.resolve.lexicon import Lexicon

_LEAST_SHARED = 2
"""Persons and bodies that two articles must both name, besides the one in question."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named in one article, by key; keys that hold only there begin with its id."""

    article: str
    entities: Mapping[str, Entity]
    others: frozenset[str]
    """The keys of persons and bodies; countries and outlets tell no two articles apart."""

    @classmethod
    def of(cls, article: str, entities: Mapping[str, Entity]) -> Named:
        kept = (key for key, one in entities.items() if one.kind not in ("country", "outlet"))
        return cls(article, entities, frozenset(kept))


def find_bearers(articles: Iterable[Named], lexicon: Lexicon) -> dict[str, Entity]:
    """The one person whom each surname of one article alone stands for, by its key there."""
    ordered = sorted(articles, key=lambda named: named.article)
    bearers: defaultdict[str, list[tuple[Named, str]]] = defaultdict(list)
    for named in ordered:
        for key, entity in sorted(named.entities.items()):
            words = key.removeprefix("name:").split()
            # "British Transport", cut out of a longer name, is nobody.
            full = key.startswith("name:") and len(words) > 1 and words[0] not in lexicon.adjectives
            if full and entity.kind == "person":
                bearers[words[-1]].append((named, key))
    found: dict[str, Entity] = {}
    for named in ordered:
        for key, entity in named.entities.items():
            surname = _surname(named.article, key, entity)
            # Whoever else has the name there, in this article too, is told apart by nothing.
            near = {
                name: other.entities[name]
                for other, name in bearers.get(surname, ())
                if other is named or len(named.others & other.others) >= _LEAST_SHARED
            }
            if len(near) == 1:
                name, bearer = next(iter(near.items()))
                if name not in named.entities and _may_be(entity, bearer):
                    found[key] = bearer
    return found


def _surname(article: str, key: str, entity: Entity) -> str:
    """The surname that a key of one article alone holds; "" for any other key."""
    local = key.removeprefix(f"{article}:")
    if local == key or not local.startswith("name:") or entity.kind not in ("person", ""):
        return ""
    name = local.removeprefix("name:").split(":")[0]
    return name if " " not in name else ""


def _may_be(one: Entity, other: Entity) -> bool:
    """Whether nothing tells the two apart: sex, or a role of which they share no word."""
    if one.gender and other.gender and one.gender != other.gender:
        return False
    roles = set(one.role_text.split()), set(other.role_text.split())
    return not (roles[0] and roles[1]) or bool(roles[0] & roles[1])
