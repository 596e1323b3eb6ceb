"""The stage: claims of many articles in, events, clusters and contests out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.compare.agreements import find_agreements
from attrib.compare.candidates import find_neighbours
from attrib.compare.contests import find_contests
from attrib.compare.embedders import Embedder
from attrib.compare.events import find_events
from attrib.compare.pairs import PairReader, lazy_reader
from attrib.compare.reversals import find_reversals
from attrib.compare.scene import is_comparable, lay_out
from attrib.compare.voices import find_voices
from attrib.compare.word_lists import read_lexicon
from attrib.records import Agreement, Article, Claim, Cluster, Contest, Event, Reversal, Source
from attrib.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the articles are about and what is contested in them, each in order of id."""

    events: tuple[Event, ...]
    clusters: tuple[Cluster, ...]
    contests: tuple[Contest, ...]
    agreements: tuple[Agreement, ...] = ()
    """Claims that independent sources repeat, in order of (article, claim)."""
    reversals: tuple[Reversal, ...] = ()
    """Where one source says two things that cannot both hold, in order of source and claims."""


def compare(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    sources: Sequence[Source],
    rulebook: Rulebook,
    embed: Embedder,
    read: PairReader | None = None,
) -> Comparison:
    """Group the articles into events and find what is contested inside each.

    `embed` maps n texts to unit vectors (n, d), float32; it is called only where an event
    has two claims to compare. `read` judges pairs of texts, by default with the model that
    ships with attrib. The order of articles and claims changes nothing.
    """
    read = read or lazy_reader()
    events = find_events(articles, rulebook)
    by_id = {article.id: article for article in articles}
    known = [claim for claim in claims if claim.article in by_id]
    voices = dict(
        zip(
            (claim.id for claim in known),
            find_voices(known, by_id, sources, rulebook),
            strict=True,
        )
    )
    lexicon = read_lexicon(rulebook)
    at = {article: event.id for event in events for article in event.articles}
    by_event: dict[str, list[Claim]] = {event.id: [] for event in events}
    for claim in known:
        by_event[at[claim.article]].append(claim)
    clusters: list[Cluster] = []
    contests: list[Contest] = []
    agreements: list[Agreement] = []
    reversals: list[Reversal] = []
    for event in events:
        members = by_event[event.id]
        if sum(is_comparable(claim, lexicon) for claim in members) < 2:
            continue
        scene = lay_out(members, voices, by_id, lexicon, embed, read)
        neighbours = find_neighbours(
            scene.vectors, [statement.stems for statement in scene.statements]
        )
        found_clusters, found_contests = find_contests(scene, neighbours)
        clusters.extend(found_clusters)
        contests.extend(found_contests)
        agreements.extend(find_agreements(scene, neighbours))
        reversals.extend(find_reversals(scene, neighbours))
    return Comparison(
        events,
        tuple(sorted(clusters, key=lambda cluster: cluster.id)),
        tuple(sorted(contests, key=lambda contest: contest.id)),
        tuple(sorted(agreements, key=lambda agreement: (agreement.article, agreement.claim))),
        tuple(sorted(reversals, key=lambda reversal: (reversal.source, reversal.claims))),
    )
