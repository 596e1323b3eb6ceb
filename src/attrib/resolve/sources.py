"""The stage: from attributions to the sources behind them and the chains between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrib.records import (
    ChainLink,
    Extraction,
    Resolution,
    ResolvedAttribution,
    Source,
)
from attrib.resolve.affiliations import resolve_affiliation
from attrib.resolve.coreference import ArticleLinks, resolve_article
from attrib.resolve.entities import Appearance, merge_entities
from attrib.resolve.entity import Entity
from attrib.resolve.lexicon import load_lexicon
from attrib.resolve.ranking import load_ranker
from attrib.resolve.relays import link_chain
from attrib.resolve.surnames import Named, find_bearers
from attrib.rulebook import Rulebook


def resolve(extractions: Iterable[Extraction], rulebook: Rulebook) -> Resolution:
    """Tie every attribution to its source, and every source to one record across articles.

    The order of `extractions` changes nothing. A source that is not certain is one of its own,
    with `resolved` false and the reason; nothing is ever guessed.
    """
    lexicon = load_lexicon(rulebook)
    ordered = sorted(extractions, key=lambda extraction: extraction.article.id)
    ranker = load_ranker()
    articles = [resolve_article(extraction, lexicon, ranker) for extraction in ordered]
    chains = [[link_chain(index, links) for index in range(len(links.links))] for links in articles]
    appearances = [
        appearance
        for links, article_chains in zip(articles, chains, strict=True)
        for appearance in _appearances(links, article_chains)
    ]
    casts = [
        Named.of(links.scene.extraction.article.id, links.scene.cast.entities) for links in articles
    ]
    bearers = find_bearers(casts, lexicon)
    ids, sources = merge_entities(appearances, bearers)
    by_id = {source.id: source for source in sources}
    attributions = [
        _resolved(index, links, chain, ids, by_id)
        for links, article_chains in zip(articles, chains, strict=True)
        for index, chain in enumerate(article_chains)
    ]
    return Resolution(
        sources, tuple(sorted(attributions, key=lambda item: (item.article, item.index)))
    )


def _appearances(links: ArticleLinks, chains: Iterable[tuple[str, ...]]) -> Iterable[Appearance]:
    """Everybody that one article's attributions name, and whom they belong to or consist of."""
    scene = links.scene
    waiting = [link.source.key for link in links.links if link.source.key]
    waiting += [key for chain in chains for key in chain]
    known: dict[str, Entity] = {key: scene.entity(key) for key in waiting}
    affiliations: dict[str, str | None] = {}
    queue = sorted(known)
    while queue:
        key = queue.pop()
        entity = known[key]
        belongs = resolve_affiliation(entity, scene)
        affiliations[key] = belongs.key if belongs else None
        others = [scene.entity(member) for member in entity.members]
        for other in [*others, *([belongs] if belongs else [])]:
            if other.key not in known:
                known[other.key] = other
                queue.append(other.key)
    for key, entity in sorted(known.items()):
        texts = {" ".join(mention.text.split()) for mention in links.mentions.get(key, ())}
        yield Appearance(
            scene.extraction.article.id, entity, affiliations[key], tuple(sorted(texts))
        )


def _resolved(
    index: int,
    links: ArticleLinks,
    chain: tuple[str, ...],
    ids: Mapping[str, str],
    by_id: Mapping[str, Source],
) -> ResolvedAttribution:
    link = links.links[index]
    hops = [by_id[ids[key]] for key in chain]
    return ResolvedAttribution(
        article=links.scene.extraction.article.id,
        index=index,
        attribution=links.scene.extraction.attributions[index],
        source_id=ids[link.source.key] if link.source.key else None,
        reason=link.source.reason,
        chain=tuple(ChainLink(hop.id, hop.name, hop.source_class) for hop in hops),
    )
