"""A small analysis grown to any number of claims, to see what large reports cost.

Copies get ids and outlets of their own, and in a third of their longer words another vowel:
offsets hold, and two copies have less in common than one text said twice.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

from attrib.records import Analysis, Article, Event, Factor, RawMap, Span

_VARIED = frozenset({"text", "title", "label", "name", "description", "aliases", "value", "note"})
_LONG_WORD = re.compile(r"[A-Za-z]{5,}")
_VOWELS = "aeiou"


def grow(analysis: Analysis, claims: int, *, one_story: bool = False) -> Analysis:
    """`analysis` with copies of itself, whole articles, until it has `claims` claims or more.

    With `one_story` all articles are of one event.
    """
    grown = _joined(analysis, -(-claims // len(analysis.claims)))
    kept: set[str] = set()
    counts: dict[str, int] = {}
    for claim in grown.claims:
        counts[claim.article] = counts.get(claim.article, 0) + 1
    total = 0
    for event in grown.events:
        for article in event.articles:
            if total < claims and article not in kept:
                kept.add(article)
                total += counts.get(article, 0)
    cut = _cut(grown, kept)
    if one_story:
        names = tuple(sorted(kept))
        cut = replace(cut, events=(Event(_digest("story"), names, cut.events[0].label),))
    return cut


def _joined(analysis: Analysis, copies: int) -> Analysis:
    ids = {
        item.id
        for field in fields(analysis)
        for item in (getattr(analysis, field.name) or ())
        if hasattr(item, "id")
    }
    parts = [analysis, *(_copy(analysis, number, ids) for number in range(1, copies))]
    tables = (
        "articles", "claims", "sources", "clusters", "contests", "events", "segmentations",
        "reversals",
    )  # fmt: skip
    joined: dict[str, Any] = {
        name: tuple(item for part in parts for item in getattr(part, name)) for name in tables
    }
    return replace(analysis, **joined)


def _copy(value: Any, number: int, ids: set[str], field: str = "") -> Any:
    """`value` as copy `number` has it: ids renamed, words varied, codes and places as they are."""
    if isinstance(value, str):
        if value in ids:
            return _digest(value, number)
        return vary(value, number) if field in _VARIED else value
    if isinstance(value, tuple):
        return tuple(_copy(item, number, ids, field) for item in value)
    if isinstance(value, frozenset):
        return frozenset(_copy(item, number, ids, field) for item in value)
    if isinstance(value, (Span, Factor, RawMap)) or not is_dataclass(value):
        return value
    changed: dict[str, Any] = {
        item.name: _copy(getattr(value, item.name), number, ids, item.name)
        for item in fields(value)
        if item.init
    }
    copied = replace(value, **changed)  # type: ignore[type-var]
    if not isinstance(copied, Article):
        return copied
    outlet = f"{copied.outlet or 'Gazette'} {number}"
    return replace(copied, outlet=outlet, path=f"copy-{number}/{copied.path}")


@lru_cache(maxsize=1 << 16)
def vary(text: str, number: int) -> str:
    """`text` with another vowel in about a third of its longer words, and as long as before."""
    return _LONG_WORD.sub(lambda found: _vary_word(found[0], number), text)


def _vary_word(word: str, number: int) -> str:
    seed = zlib.crc32(f"{number} {word.lower()}".encode())
    places = [place for place, letter in enumerate(word) if place and letter in _VOWELS]
    if seed % 3 or not places:
        return word
    place = places[seed // 3 % len(places)]
    other = _VOWELS[(_VOWELS.index(word[place]) + 1 + seed // 97 % 4) % 5]
    return word[:place] + other + word[place + 1 :]


def _cut(analysis: Analysis, kept: set[str]) -> Analysis:
    """What stands in the articles `kept` alone."""
    claims = tuple(claim for claim in analysis.claims if claim.article in kept)
    there = {claim.id for claim in claims}
    told = (
        replace(event, articles=tuple(name for name in event.articles if name in kept))
        for event in analysis.events
    )
    return replace(
        analysis,
        articles=tuple(item for item in analysis.articles if item.id in kept),
        claims=claims,
        sources=tuple(item for item in analysis.sources if kept & set(item.articles)),
        clusters=tuple(item for item in analysis.clusters if there.issuperset(item.claims)),
        contests=tuple(
            item
            for item in analysis.contests
            if there.issuperset(claim for side in item.sides for claim in side.claims)
        ),
        reversals=tuple(item for item in analysis.reversals if there.issuperset(item.claims)),
        events=tuple(event for event in told if event.articles),
        segmentations=tuple(item for item in analysis.segmentations if item.article.id in kept),
    )


def _digest(*parts: object) -> str:
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:12]
