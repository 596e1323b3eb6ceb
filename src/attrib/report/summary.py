"""What the first screen says: how much was read, what is contested, what rests on little."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from attrib.records import Claim, Grade, Problem
from attrib.report.articles import count_sentences, split_blocks
from attrib.report.index import Index
from attrib.report.stories import Story, find_stories, list_outlets, name_story, say_scope
from attrib.report.unnamed import UnnamedView, rests_on_unnamed, view_unnamed
from attrib.report.words import Words

_LEAST_WORDS = 3
"""Words of a claim that says something by itself."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter that several outlets report: its wording, a claim that leads to it, and where."""

    label: str
    claim: str
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SingleSource:
    """What several outlets report, all of them from one source; what most report comes first."""

    source: str
    name: str
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """What is warned of in one story."""

    story: Story
    single_source: tuple[SingleSource, ...]
    unnamed: UnnamedView


@dataclass(frozen=True, slots=True)
class Summary:
    """The analysis in numbers. `own` of `sentences` prose sentences are the outlets' own voice.

    `grades` counts graded claims, A to E; `ungraded` the attributed claims without a grade.
    """

    heading: str
    headline_of: str
    """The outlet whose headline the heading is; "" where it is nobody's."""
    scope: str
    outlets: tuple[str, ...]
    attributed: int
    own: int
    sentences: int
    grades: tuple[tuple[Grade, int], ...]
    ungraded: int
    stories: tuple[StoryView, ...]
    unnamed: tuple[Claim, ...]
    furniture_lines: int
    problems: tuple[Problem, ...]


def summarise(index: Index, words: Words) -> Summary:
    analysis = index.analysis
    claims = list(index.claims.values())
    attributed = [claim for claim in claims if claim.voice != "own"]
    counts = Counter(claim.strength.grade for claim in attributed if claim.strength)
    grades: tuple[Grade, ...] = get_args(Grade)
    return Summary(
        *name_story(analysis.events, index),
        say_scope(analysis.articles, len(analysis.events)),
        tuple(sorted({article.outlet for article in analysis.articles if article.outlet})),
        len(attributed),
        len(claims) - len(attributed),
        _count_sentences(index),
        tuple((grade, counts[grade]) for grade in grades),
        len(attributed) - counts.total(),
        tuple(_view_story(story, index, words) for story in find_stories(index)),
        tuple(claim for claim in attributed if rests_on_unnamed(claim)),
        _count_furniture_lines(index),
        tuple(sorted(analysis.problems)),
    )


def say_percent(part: int, whole: int) -> int:
    """`part` of `whole` in per cent, rounded; 0 where there is nothing."""
    return round(100 * part / whole) if whole else 0


def _view_story(story: Story, index: Index, words: Words) -> StoryView:
    return StoryView(
        story,
        tuple(_find_single_source(story, index)),
        view_unnamed(story.articles, index, words),
    )


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


def _find_single_source(story: Story, index: Index) -> Iterable[SingleSource]:
    """The sources that most outlets rely on first.

    Words that outlets quote in different ways stand among what is contested, and no one wording
    of them is what all of them report.
    """
    found: defaultdict[tuple[str, str], list[Matter]] = defaultdict(list)
    for cluster in index.analysis.clusters:
        claims = [index.claims[claim] for claim in cluster.claims if claim in index.claims]
        claims = [claim for claim in claims if claim.article in story.articles]
        origins = {claim.chain[-1].id if claim.chain else "" for claim in claims}
        outlets = list_outlets(index.articles[claim.article] for claim in claims)
        differing = any(
            contest.kind == "quote"
            for claim in claims
            for contest in index.contests.get(claim.id, ())
        )
        # "Weinstein", of "had something to say about Weinstein", tells nothing.
        tells = len(cluster.label.split()) >= _LEAST_WORDS
        if len(origins) == 1 and len(outlets) > 1 and claims[0].chain and tells and not differing:
            origin = claims[0].chain[-1]
            found[origin.id, origin.name].append(Matter(cluster.label, claims[0].id, outlets))
    views = (
        SingleSource(source, name, tuple(sorted(matters, key=_rank_matter)))
        for (source, name), matters in found.items()
    )
    return sorted(views, key=lambda view: (-len(view.matters[0].outlets), view.name, view.source))


def _rank_matter(matter: Matter) -> tuple[int, str, str]:
    return -len(matter.outlets), matter.label, matter.claim
