"""One source for one person or body, whatever an article calls it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from attrib.records import Source, SourceClass
from attrib.resolve.entity import Entity
from attrib.resolve.keys import sound_key, source_id
from attrib.resolve.lexicon import fold

_ROLES: tuple[SourceClass, ...] = ("NSP", "NOF", "NEX", "NPA", "NIN")


@dataclass(frozen=True, slots=True)
class Appearance:
    """An entity in one article: its affiliation by key, and the words of all its mentions."""

    article: str
    entity: Entity
    affiliation: str | None
    texts: tuple[str, ...]


def merge_entities(
    appearances: Iterable[Appearance], bearers: Mapping[str, Entity] = MappingProxyType({})
) -> tuple[Mapping[str, str], tuple[Source, ...]]:
    """The id for every key, and one Source an id, in order of id.

    Keys that differ only as a name and its initials are one where a text ties them together, and
    each key of `bearers` is another name of the entity that it leads to.
    """
    ordered = sorted(appearances, key=lambda item: (item.article, item.entity.key))
    tied = _tied_keys(ordered)
    full = {key: entity.key for key, entity in bearers.items() if key not in tied}
    same = tied | {key: tied.get(name, name) for key, name in full.items()}
    groups: dict[str, list[Appearance]] = defaultdict(list)
    for item in ordered:
        groups[same.get(item.entity.key, item.entity.key)].append(item)
    ids = {
        item.entity.key: source_id(same.get(item.entity.key, item.entity.key)) for item in ordered
    }
    named = {entity.key: entity for entity in bearers.values()}
    sources = [_merge(source_id(key), items, ids, named.get(key)) for key, items in groups.items()]
    return ids, tuple(sorted(sources, key=lambda source: source.id))


def _tied_keys(appearances: Sequence[Appearance]) -> dict[str, str]:
    """Keys that are another's: initials that an article spells out, and a name that one article
    leaves open and another shows to be a body's.
    """
    ties: dict[str, set[str]] = defaultdict(set)
    keys = {item.entity.key for item in appearances}
    for item in appearances:
        entity = item.entity
        for acronym in entity.acronyms:
            if f"body:{acronym}" in keys - {entity.key}:
                ties[f"body:{acronym}"].add(entity.key)
        if entity.kind == "" and entity.key.startswith("name:"):
            words = entity.key.removeprefix("name:").split()
            bodies = {"body:" + " ".join(words), "body:" + " ".join(sorted(words))}
            ties[entity.key] |= bodies & keys
    tied = {short: next(iter(names)) for short, names in ties.items() if len(names) == 1}
    return tied | _spellings(item for item in appearances if item.entity.key not in tied)


def _spellings(appearances: Iterable[Appearance]) -> dict[str, str]:
    """Keys of full names that are rarer spellings of another: "Zelenskiy" for "Zelensky".

    Two that one article names are two persons.
    """
    articles: dict[str, set[str]] = defaultdict(set)
    for item in appearances:
        entity = item.entity
        full = entity.key.startswith("name:") and " " in entity.key
        if full and entity.kind in ("person", ""):
            articles[entity.key].add(item.article)
    alike: dict[str, list[str]] = defaultdict(list)
    for key in sorted(articles, key=lambda key: (-len(articles[key]), key)):
        alike[sound_key(key)].append(key)
    return {
        rare: keys[0]
        for keys in alike.values()
        for rare in keys[1:]
        if not articles[rare] & articles[keys[0]]
    }


def _merge(
    identity: str, items: Sequence[Appearance], ids: Mapping[str, str], named: Entity | None
) -> Source:
    """One source of all that is known of it; `named` has its full name, if no item need have."""
    entities = [*(item.entity for item in items), *([named] if named else [])]
    first = entities[0]
    affiliations = Counter(
        ids[item.affiliation] for item in items if item.affiliation and item.affiliation in ids
    )
    return Source(
        id=identity,
        name=_most_common((entity.name for entity in entities), longest=True),
        source_class=_merge_classes([entity.source_class for entity in entities]),
        resolved=first.resolved,
        reason=first.reason,
        affiliation=next(
            (
                found
                for found, _ in sorted(affiliations.items(), key=lambda pair: (-pair[1], pair[0]))
                if found != identity
            ),
            None,
        ),
        role=_most_common(entity.role for entity in entities if entity.role) or None,
        members=tuple(sorted({ids[key] for entity in entities for key in entity.members})),
        aliases=tuple(sorted({text for item in items for text in item.texts})),
        articles=tuple(sorted({item.article for item in items})),
        description=max(
            (entity.description for entity in entities), key=lambda text: (len(text), text)
        ),
    )


def _most_common(names: Iterable[str], *, longest: bool = False) -> str:
    """The fullest (if asked) and most frequent of some names; "" for none."""
    counted = Counter(names)
    ranked = sorted(
        counted.items(),
        key=lambda pair: (
            -len(pair[0].split()) if longest else 0,
            -pair[1],
            fold(pair[0]),
            pair[0],
        ),
    )
    return ranked[0][0] if ranked else ""


def _merge_classes(classes: Sequence[SourceClass | None]) -> SourceClass | None:
    """The class most articles give; a name with a role beats a name without."""
    known = [found for found in classes if found is not None]
    # Without a role in one article and with one in another, the role is what is known.
    telling = [found for found in known if found != "NIN"] or known
    counted = Counter(telling)
    if not counted:
        return None

    def rank(found: SourceClass) -> tuple[int, int, str]:
        place = _ROLES.index(found) if found in _ROLES else len(_ROLES)
        return -counted[found], place, found

    return min(counted, key=rank)
