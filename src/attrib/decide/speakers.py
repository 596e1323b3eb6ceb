"""Laying "this 'he' is X" over the resolution, before claims are weighed."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from attrib.records import (
    ChainLink,
    Claim,
    Decision,
    Resolution,
    ResolvedAttribution,
    Source,
    Span,
)

_Place = tuple[str, Span]
"""An article's id, and where somebody is mentioned in it as the source of an attribution."""


@dataclass(frozen=True, slots=True)
class Tied:
    """The resolution with the speakers decided, and why a decision could not be followed."""

    resolution: Resolution
    notes: Mapping[Decision, str] = field(default_factory=dict)


def tie_speakers(
    resolution: Resolution, claims: Iterable[Claim], decisions: Sequence[Decision]
) -> Tied:
    """Give each mention that a decision "speaker" is about to the source that it names.

    A name or alias of one source that the articles have means that one, first of all one in the
    claim's own article; any other name is a new source. `claims` are those of `resolution`.
    """
    wanted = {item.claim: item for item in decisions if item.kind == "speaker"}
    sources = {source.id: source for source in resolution.sources}
    places: dict[_Place, tuple[Decision, str]] = {}
    notes: dict[Decision, str] = {}
    for claim in claims if wanted else ():
        decision = wanted.get(claim.key)
        if decision is None:
            continue
        name = decision.speaker or ""
        found = _find_sources(name, claim.article, resolution.sources)
        if claim.source is None:
            notes[decision] = "the passage mentions nobody who could be told apart"
        elif len(found) > 1:
            notes[decision] = f"{len(found)} sources are called “{name}”"
        else:
            source = found[0] if found else _make_source(name, decision)
            sources.setdefault(source.id, source)
            places[claim.article, claim.source.span] = decision, source.id
    if not places:
        return Tied(resolution, notes)
    attributions = tuple(_retie(item, places, sources) for item in resolution.attributions)
    return Tied(Resolution(_settle(sources, resolution, attributions), attributions), notes)


def say_reason(decision: Decision) -> str:
    """ "decided by Mira Holt: she is the only minister named"."""
    return f"decided by {decision.by}: {decision.reason}"


def _find_sources(name: str, article: str, sources: Sequence[Source]) -> list[Source]:
    """Who is meant by `name`: by names before aliases, in the article before elsewhere."""
    wanted = _plain(name)
    named = [item for item in sources if item.resolved and _plain(item.name) == wanted]
    called = [item for item in sources if item.resolved and wanted in map(_plain, item.aliases)]
    for found in (named, called):
        here = [item for item in found if article in item.articles]
        if here or found:
            return here or found
    return []


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split()).removeprefix("the ")


def _make_source(name: str, decision: Decision) -> Source:
    # A name is all that is known of whoever no article names.
    digest = hashlib.sha256(f"decided\x1f{_plain(name)}".encode("utf-8", "surrogatepass"))
    shown = " ".join(name.split())
    return Source(digest.hexdigest()[:12], shown, "NIN", True, say_reason(decision))


def _retie(
    item: ResolvedAttribution,
    places: Mapping[_Place, tuple[Decision, str]],
    sources: Mapping[str, Source],
) -> ResolvedAttribution:
    mention = item.attribution.source
    decided = places.get((item.article, mention.span)) if mention else None
    if decided is None:
        return item
    decision, source = decided
    hop = ChainLink(source, sources[source].name, sources[source].source_class)
    # Whoever passes the words on stays; whoever was taken for the speaker goes.
    links = [hop if link.id == item.source_id else link for link in item.chain]
    links += [hop] if hop not in links else []
    later = [{link.id for link in links[place + 1 :]} for place in range(len(links))]
    chain = tuple(link for link, behind in zip(links, later, strict=True) if link.id not in behind)
    return replace(item, source_id=source, reason=say_reason(decision), chain=chain)


def _settle(
    sources: Mapping[str, Source],
    before: Resolution,
    attributions: Sequence[ResolvedAttribution],
) -> tuple[Source, ...]:
    """The sources in order of id, each with the articles it now speaks in; idle ones left out.

    Members and those whom somebody belongs to stay as they are.
    """
    spoke, speaks = _speakers(before.attributions), _speakers(attributions)
    gained, lost = speaks - spoke, spoke - speaks
    held = {key for source in sources.values() for key in (*source.members, source.affiliation)}
    settled = []
    for source in sources.values():
        left = {article for article, key in lost if key == source.id}
        come = {article for article, key in gained if key == source.id}
        articles = tuple(sorted({*source.articles} - left | come))
        if source.id in held:
            settled.append(replace(source, articles=tuple(sorted({*source.articles} | come))))
        elif articles or not left:
            settled.append(replace(source, articles=articles))
    return tuple(sorted(settled, key=lambda item: item.id))


def _speakers(attributions: Iterable[ResolvedAttribution]) -> set[tuple[str, str]]:
    return {
        (item.article, key)
        for item in attributions
        for key in (item.source_id, *(link.id for link in item.chain))
        if key is not None
    }
