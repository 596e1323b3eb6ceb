"""One analysis, looked up by id: who said what where, and what is contested."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from attrib.positions import map_lines
from attrib.records import Analysis, Article, Claim, Contest, Decided, RawMap, Segmentation, Source

_Item = TypeVar("_Item", Claim, Contest, Source)


@dataclass(frozen=True, slots=True)
class Index:
    """Tables over one analysis. Claims stand in order of article, start and end.

    `numbers` counts the attributed or contested claims of each article from 1, as its
    margin notes do; `by_source` has every claim in whose chain a source stands.
    """

    analysis: Analysis
    articles: dict[str, Article]
    claims: dict[str, Claim]
    sources: dict[str, Source]
    segmentations: dict[str, Segmentation]
    contests: dict[str, tuple[Contest, ...]]
    numbers: dict[str, int]
    by_article: dict[str, tuple[Claim, ...]]
    by_source: dict[str, tuple[Claim, ...]]
    statements: dict[str, tuple[Source, ...]]
    """The joint sources a source is a member of."""
    affiliates: dict[str, tuple[Source, ...]]
    """Those who belong to a source or speak for it."""
    lines: dict[str, RawMap]
    """Where the text of each article stands in its file."""
    decided: dict[str, tuple[Decided, ...]]
    """What was decided on a claim or a contest, by its id."""


def build_index(analysis: Analysis) -> Index:
    """Tables over `analysis`; claims of articles that are not in it are left out."""
    articles = {article.id: article for article in analysis.articles}
    claims = sorted(
        (claim for claim in analysis.claims if claim.article in articles),
        key=lambda claim: (claim.article, claim.start, claim.end, claim.id),
    )
    sources = sorted(analysis.sources, key=lambda source: source.id)
    contests = _group(
        (claim, contest)
        for contest in sorted(analysis.contests, key=lambda contest: contest.id)
        for side in contest.sides
        for claim in side.claims
    )
    by_article = _group((claim.article, claim) for claim in claims)
    return Index(
        analysis,
        articles,
        {claim.id: claim for claim in claims},
        {source.id: source for source in sources},
        {item.article.id: item for item in analysis.segmentations},
        contests,
        _number(by_article.values(), contests),
        by_article,
        _group((link, claim) for claim in claims for link in _speakers(claim)),
        _group((member, source) for source in sources for member in source.members),
        _group((source.affiliation, source) for source in sources if source.affiliation),
        {key: map_lines(article) for key, article in articles.items()},
        _list_decided(analysis.decided),
    )


def _list_decided(decided: Iterable[Decided]) -> dict[str, tuple[Decided, ...]]:
    listed: defaultdict[str, list[Decided]] = defaultdict(list)
    for item in decided:
        for key in (*item.claims, *item.contests):
            listed[key].append(item)
    return {key: tuple(items) for key, items in listed.items()}


def _number(
    articles: Iterable[tuple[Claim, ...]], contests: dict[str, tuple[Contest, ...]]
) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for claims in articles:
        noted = (claim for claim in claims if claim.voice != "own" or claim.id in contests)
        numbers.update((claim.id, number) for number, claim in enumerate(noted, 1))
    return numbers


def _speakers(claim: Claim) -> tuple[str, ...]:
    mentioned = (claim.source.id,) if claim.source else ()
    return tuple(dict.fromkeys((*mentioned, *(link.id for link in claim.chain))))


def _group(pairs: Iterable[tuple[str, _Item]]) -> dict[str, tuple[_Item, ...]]:
    groups: defaultdict[str, dict[str, _Item]] = defaultdict(dict)
    for key, item in pairs:
        groups[key].setdefault(item.id, item)
    return {key: tuple(items.values()) for key, items in groups.items()}
