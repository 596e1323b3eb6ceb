"""Every source as it is shown: what kind, how described, why unresolved, what it says where."""

from __future__ import annotations

from dataclasses import dataclass

from attrib.records import Source
from attrib.report.articles import sort_articles
from attrib.report.claims import ClaimView, view_claim
from attrib.report.index import Index
from attrib.report.phrasing import name_article
from attrib.report.words import Words


@dataclass(frozen=True, slots=True)
class Related:
    """Another source, by id and name: an affiliation, a member, a joint statement."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ReversalView:
    """Two claims of one source that cannot both hold."""

    one: ClaimView
    other: ClaimView
    reason: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source in words. `says` has its claims in order of article and place."""

    source: Source
    kind: str
    affiliation: Related | None
    members: tuple[Related, ...]
    statements: tuple[Related, ...]
    affiliates: tuple[Related, ...]
    says: tuple[ClaimView, ...]
    outlets: tuple[str, ...]
    articles: tuple[Related, ...]
    """The articles it is quoted in, by id and the outlet's name."""
    reversals: tuple[ReversalView, ...]


def view_sources(index: Index, words: Words) -> tuple[SourceView, ...]:
    """All sources: the most cited first, those nobody could identify last."""
    views = (_view_source(source, index, words) for source in index.sources.values())
    return tuple(
        sorted(
            views,
            key=lambda view: (
                not view.source.resolved,
                -len(view.says),
                view.source.name.casefold(),
                view.source.id,
            ),
        )
    )


def _view_source(source: Source, index: Index, words: Words) -> SourceView:
    says = [view_claim(claim, index, words) for claim in index.by_source.get(source.id, ())]
    return SourceView(
        source,
        words.of_class(source.source_class).name,
        _related(index.sources.get(source.affiliation or "")),
        tuple(filter(None, (_related(index.sources.get(item)) for item in source.members))),
        tuple(filter(None, map(_related, index.statements.get(source.id, ())))),
        tuple(filter(None, map(_related, index.affiliates.get(source.id, ())))),
        tuple(says),
        tuple(sorted({view.outlet for view in says})),
        tuple(
            Related(article.id, name_article(article))
            for article in sort_articles(
                index.articles[key] for key in {view.claim.article for view in says}
            )
        ),
        tuple(
            ReversalView(
                view_claim(index.claims[item.claims[0]], index, words),
                view_claim(index.claims[item.claims[1]], index, words),
                item.reason,
            )
            for item in index.analysis.reversals
            if item.source == source.id and all(claim in index.claims for claim in item.claims)
        ),
    )


def _related(source: Source | None) -> Related | None:
    return Related(source.id, source.name) if source else None
