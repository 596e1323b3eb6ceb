"""What makes a claim this claim and no other, and on whom it rests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from attrib.records import ResolvedAttribution, Source, Span, Stance


def claim_id(article: str, content: Iterable[Span], stance: Stance, source: str | None) -> str:
    """The first 12 hex digits of the hash of what identifies a claim."""
    places = ",".join(f"{span.start}-{span.end}" for span in content)
    # A separator that stands in no id, or two claims could be spelled alike.
    key = "\x1f".join((article, places, stance, source or ""))
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def find_grounds(item: ResolvedAttribution, sources: Mapping[str, Source]) -> frozenset[str]:
    """Ids of all on whom a claim rests: its chain, their members, and whom they belong to."""
    grounds: set[str] = set()
    waiting = [link.id for link in item.chain] + ([item.source_id] if item.source_id else [])
    while waiting:
        key = waiting.pop()
        if key in grounds:
            continue
        grounds.add(key)
        source = sources.get(key)
        if source is not None:
            waiting += [*source.members, *([source.affiliation] if source.affiliation else [])]
    return frozenset(grounds)
