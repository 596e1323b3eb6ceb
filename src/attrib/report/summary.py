"""What the first screen says: how much was read, what is contested, what rests on little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from attrib.records import Analysis, Claim, Grade, Problem, SourceClass
from attrib.report.articles import count_sentences, find_headline, sort_articles, split_blocks
from attrib.report.index import Index
from attrib.report.phrasing import name_article, say_count, say_dates

UNNAMED: frozenset[SourceClass] = frozenset({"UDK", "UOR", "URL", "SOC", "COL"})
"""Classes of source a reader could not find. A spokesperson's office can be called: not here."""


@dataclass(frozen=True, slots=True)
class SingleSource:
    """A matter that several outlets report, all from one source."""

    label: str
    source: str
    name: str
    outlets: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The analysis in numbers. `own` of `sentences` prose sentences are the outlets' own voice.

    `grades` counts graded claims, A to E; `ungraded` the attributed claims without a grade.
    """

    heading: str
    scope: str
    outlets: tuple[str, ...]
    attributed: int
    own: int
    sentences: int
    grades: tuple[tuple[Grade, int], ...]
    ungraded: int
    single_source: tuple[SingleSource, ...]
    unnamed: tuple[Claim, ...]
    furniture_lines: int
    problems: tuple[Problem, ...]


def summarise(index: Index) -> Summary:
    analysis = index.analysis
    claims = list(index.claims.values())
    attributed = [claim for claim in claims if claim.voice != "own"]
    counts = Counter(claim.strength.grade for claim in attributed if claim.strength)
    grades: tuple[Grade, ...] = get_args(Grade)
    return Summary(
        _heading(index),
        _scope(analysis),
        tuple(sorted({article.outlet for article in analysis.articles if article.outlet})),
        len(attributed),
        len(claims) - len(attributed),
        _count_sentences(index),
        tuple((grade, counts[grade]) for grade in grades),
        len(attributed) - counts.total(),
        tuple(
            sorted(
                _find_single_source(index),
                key=lambda item: (-len(item.outlets), item.name, item.label, item.claims),
            )
        ),
        tuple(claim for claim in attributed if rests_on_unnamed(claim)),
        _count_furniture_lines(index),
        tuple(sorted(analysis.problems)),
    )


def say_percent(part: int, whole: int) -> int:
    """`part` of `whole` in per cent, rounded; 0 where there is nothing."""
    return round(100 * part / whole) if whole else 0


def rests_on_unnamed(claim: Claim) -> bool:
    """Whether the one who is said to know is nobody a reader could find."""
    if claim.strength is None:
        return False
    return not claim.chain or claim.chain[-1].source_class in UNNAMED


def _heading(index: Index) -> str:
    """The story's headline where there is one story."""
    analysis = index.analysis
    label = analysis.events[0].label if len(analysis.events) == 1 else ""
    if not label:
        return "Who says what"
    headlines = [
        find_headline(article, index.segmentations.get(article.id))
        for article in sort_articles(analysis.articles)
    ]
    # An event is labelled before its texts are segmented, perhaps by a line of navigation.
    begins = label.removesuffix(" ...")
    meant = (headline for headline in headlines if headline.startswith(begins))
    return next(meant, next(filter(None, headlines), label))


def _scope(analysis: Analysis) -> str:
    articles = analysis.articles
    parts = [say_count(len(articles), "article")]
    outlets = {article.outlet for article in articles if article.outlet}
    if outlets:
        parts.append(f"from {say_count(len(outlets), 'outlet')}")
    if len(analysis.events) > 1:
        parts.append(f"on {say_count(len(analysis.events), 'story', 'stories')}")
    dates = say_dates(article.published for article in articles)
    return ", ".join(filter(None, (" ".join(parts), dates)))


def _count_sentences(index: Index) -> int:
    known = sum(count_sentences(item) for item in index.segmentations.values())
    return known or sum(claim.voice == "own" for claim in index.claims.values())


def _count_furniture_lines(index: Index) -> int:
    total = 0
    for article in index.articles.values():
        for block in split_blocks(article, index.segmentations.get(article.id)):
            if block.kind == "furniture":
                total += sum(
                    bool(line.strip()) for line in block.span.of(article.text).splitlines()
                )
    return total


def _find_single_source(index: Index) -> Iterable[SingleSource]:
    for cluster in index.analysis.clusters:
        claims = [index.claims[claim] for claim in cluster.claims if claim in index.claims]
        origins = {claim.chain[-1].id if claim.chain else "" for claim in claims}
        outlets = tuple(sorted({name_article(index.articles[claim.article]) for claim in claims}))
        if len(origins) == 1 and len(outlets) > 1 and claims[0].chain:
            origin = claims[0].chain[-1]
            yield SingleSource(
                cluster.label,
                origin.id,
                origin.name,
                outlets,
                tuple(claim.id for claim in claims),
            )
