"""Records moved between an article as it is read and as it is written: the same, but for spans."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from attrib.plain import carry, put_around, put_back, read_plain, written
from attrib.records import Analysis, Article, Claim, Diagnostic, Place, Segmentation, Span


@dataclass(frozen=True, slots=True)
class _Move:
    """How spans go from one text of an article to `article`: those of words, and of sentences."""

    article: Article
    words: Callable[[Span], Span]
    sentences: Callable[[Span], Span]


def put_claims_back(claims: Iterable[Claim], articles: Iterable[Article]) -> tuple[Claim, ...]:
    """The claims in the texts as written; `articles` are all of theirs, as they are read."""
    moves = {article.id: _move_back(article) for article in articles if article.way_back}
    return _move_claims(claims, moves)


def put_segments_back(segmentation: Segmentation) -> Segmentation:
    """The segmentation of the article as it is written."""
    article = segmentation.article
    return _move_segments(segmentation, _move_back(article)) if article.way_back else segmentation


def read_analysis(analysis: Analysis) -> Analysis:
    """The analysis in the texts as they are read, to be shown to people.

    Lines and columns of its findings stay those of the files.
    """
    if not any(article.markup for article in analysis.articles):
        return analysis
    articles = tuple(map(read_plain, analysis.articles))
    moves = {article.id: _move_there(article) for article in articles if article.way_back}
    return replace(
        analysis,
        articles=articles,
        claims=_move_claims(analysis.claims, moves),
        set_aside_claims=_move_claims(analysis.set_aside_claims, moves),
        segmentations=tuple(
            _move_segments(item, moves[item.article.id]) if item.article.id in moves else item
            for item in analysis.segmentations
        ),
        diagnostics=tuple(_move_finding(item, moves) for item in analysis.diagnostics),
    )


def _move_back(article: Article) -> _Move:
    return _Move(written(article), partial(put_back, article), partial(put_around, article))


def _move_there(article: Article) -> _Move:
    return _Move(article, partial(carry, article), partial(carry, article))


def _move_claims(claims: Iterable[Claim], moves: dict[str, _Move]) -> tuple[Claim, ...]:
    return tuple(
        _move_claim(claim, moves[claim.article]) if claim.article in moves else claim
        for claim in claims
    )


def _move_claim(claim: Claim, move: _Move) -> Claim:
    cue, source, strength = claim.cue, claim.source, claim.strength
    if strength is not None:
        factors = tuple(
            replace(factor, span=move.words(factor.span)) if factor.span else factor
            for factor in strength.factors
        )
        strength = replace(strength, factors=factors)
    return replace(
        claim,
        content=tuple(map(move.words, claim.content)),
        sentence=move.sentences(claim.sentence),
        cue=replace(cue, span=move.words(cue.span)) if cue else None,
        source=replace(source, span=move.words(source.span)) if source else None,
        strength=strength,
    )


def _move_segments(segmentation: Segmentation, move: _Move) -> Segmentation:
    return Segmentation(
        move.article,
        tuple(replace(part, span=move.sentences(part.span)) for part in segmentation.paragraphs),
        tuple(replace(part, span=move.sentences(part.span)) for part in segmentation.sentences),
        tuple(
            replace(quote, span=move.words(quote.span), inner=move.words(quote.inner))
            for quote in segmentation.quotes
        ),
    )


def _move_finding(finding: Diagnostic, moves: dict[str, _Move]) -> Diagnostic:
    move = moves.get(finding.article)
    return replace(
        finding,
        span=move.words(finding.span) if move and finding.field == "text" else finding.span,
        related=tuple(_move_place(place, finding, moves) for place in finding.related),
    )


def _move_place(place: Place, finding: Diagnostic, moves: dict[str, _Move]) -> Place:
    move = moves.get(place.article or finding.article)
    return replace(place, span=move.words(place.span)) if move else place
