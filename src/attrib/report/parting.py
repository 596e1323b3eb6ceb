"""An analysis parted by story: what stands in one event's articles, and all that leads to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from attrib.records import Analysis, Claim, Contest, Source

SIGNATURE = "<!-- a page of attrib report -->\n"
"""The end of each page in a folder, by which a later run knows the files it may replace."""


def part_by_story(analysis: Analysis) -> tuple[Analysis, ...]:
    """One analysis an event, in order of event id; claims are never compared across events.

    Problems stay with the whole, except those of an article that was read in part; so do decisions
    that match nothing.
    """
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in analysis.claims:
        claims[claim.article].append(claim)
    sources = {source.id: source for source in analysis.sources}
    return tuple(
        _take(analysis, event.id, claims, sources)
        for event in sorted(analysis.events, key=lambda event: event.id)
    )


def _take(
    analysis: Analysis,
    event_id: str,
    by_article: dict[str, list[Claim]],
    sources: dict[str, Source],
) -> Analysis:
    events = tuple(event for event in analysis.events if event.id == event_id)
    names = {name for event in events for name in event.articles}
    articles = tuple(article for article in analysis.articles if article.id in names)
    claims = tuple(claim for article in articles for claim in by_article.get(article.id, ()))
    there = {claim.id for claim in claims}
    paths = {article.path for article in articles}
    aside = tuple(claim for claim in analysis.set_aside_claims if claim.article in names)
    contests, none = (
        tuple(contest for contest in group if there.issuperset(_claims_of(contest)))
        for group in (analysis.contests, analysis.set_aside_contests)
    )
    here = there.union(claim.id for claim in aside) | {item.id for item in (*contests, *none)}
    found = tuple(item for item in analysis.diagnostics if item.article in names)
    codes = {item.code for item in found}
    told = _close((*claims, *aside), sources)
    return replace(
        analysis,
        articles=articles,
        claims=claims,
        sources=tuple(source for source in analysis.sources if source.id in told),
        clusters=tuple(item for item in analysis.clusters if there.issuperset(item.claims)),
        contests=contests,
        problems=tuple(item for item in analysis.problems if item.path in paths),
        events=events,
        segmentations=tuple(item for item in analysis.segmentations if item.article.id in names),
        reversals=tuple(item for item in analysis.reversals if there.issuperset(item.claims)),
        diagnostics=found,
        checks=tuple(check for check in analysis.checks if check.code in codes),
        decided=tuple(
            item for item in analysis.decided if here.intersection((*item.claims, *item.contests))
        ),
        set_aside_claims=aside,
        set_aside_contests=none,
    )


def _claims_of(contest: Contest) -> list[str]:
    return [claim for side in contest.sides for claim in side.claims]


def _close(claims: Iterable[Claim], sources: dict[str, Source]) -> set[str]:
    """Ids of all who speak in `claims`, whom they belong to, and the members of the joint ones."""
    wanted = [claim.source.id for claim in claims if claim.source]
    wanted += [link.id for claim in claims for link in claim.chain]
    told: set[str] = set()
    while wanted:
        source = sources.get(wanted.pop())
        if source is not None and source.id not in told:
            told.add(source.id)
            wanted += [*source.members, *filter(None, [source.affiliation])]
    return told
