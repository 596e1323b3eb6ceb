"""The stories of a report: each event with its name and what was read of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from attrib.records import Article, Contest, Event
from attrib.report.articles import find_headline, sort_articles
from attrib.report.index import Index
from attrib.report.phrasing import name_article, say_count, say_dates

UNTOLD = "Who says what"
"""The heading where no story has a name."""


@dataclass(frozen=True, slots=True)
class Story:
    """An event in words. `id` is "" for what belongs to no event, or to the only one."""

    id: str
    heading: str
    scope: str
    articles: frozenset[str]


def find_stories(index: Index) -> tuple[Story, ...]:
    """The stories, those with most contested matters first, then those with most articles.

    A report on one event is one story; articles that belong to no event stand together at the end.
    """
    analysis = index.analysis
    if len(analysis.events) < 2:
        everything = frozenset(index.articles)
        heading, scope = name_story(analysis.events, index)[0], say_scope(analysis.articles)
        return (Story("", heading, scope, everything),)
    told: set[str] = set()
    stories: list[Story] = []
    for event in sorted(analysis.events, key=lambda event: _rank(event, index)):
        articles = [index.articles[key] for key in event.articles if key in index.articles]
        told.update(event.articles)
        heading, _ = name_story((event,), index)
        stories.append(Story(event.id, heading, say_scope(articles), frozenset(event.articles)))
    if rest := [article for article in analysis.articles if article.id not in told]:
        of = frozenset(article.id for article in rest)
        stories.append(Story("", "Articles on nothing else", say_scope(rest), of))
    return tuple(stories)


def find_story(contest: Contest, stories: Sequence[Story], index: Index) -> Story:
    """The story that a contest belongs to: the first that has one of its articles."""
    articles = {
        index.claims[claim].article
        for side in contest.sides
        for claim in side.claims
        if claim in index.claims
    }
    return next((story for story in stories if story.articles & articles), stories[-1])


def name_story(events: Sequence[Event], index: Index) -> tuple[str, str]:
    """The headline of the one event and the outlet it is taken from, "" where that is not known;
    of no event or of several, what every report is about."""
    label = events[0].label if len(events) == 1 else ""
    if not label:
        return UNTOLD, ""
    # Of one event the report is, with whatever else was read.
    alone = len(index.analysis.events) == 1
    keys = index.articles if alone else events[0].articles
    members = [index.articles[key] for key in keys if key in index.articles]
    headlines = [
        (headline, name_article(article))
        for article in sort_articles(members)
        if (headline := find_headline(article, index.segmentations.get(article.id)))
    ]
    # An event is labelled before its texts are segmented, perhaps by a line of navigation.
    begins = label.removesuffix(" ...")
    meant = (found for found in headlines if found[0].startswith(begins))
    return next(meant, headlines[0] if headlines else (label, ""))


def say_scope(articles: Iterable[Article], stories: int = 1) -> str:
    """ "4 articles from 3 outlets, 14 to 15 October 2025"."""
    articles = list(articles)
    parts = [say_count(len(articles), "article")]
    outlets = {article.outlet for article in articles if article.outlet}
    if outlets:
        parts.append(f"from {say_count(len(outlets), 'outlet')}")
    if stories > 1:
        parts.append(f"on {say_count(stories, 'story', 'stories')}")
    dates = say_dates(article.published for article in articles)
    return ", ".join(filter(None, (" ".join(parts), dates)))


def list_outlets(articles: Iterable[Article]) -> tuple[str, ...]:
    """The outlets of `articles` by name, each once; a file where the outlet is not known."""
    return tuple(sorted({name_article(article) for article in articles}))


def _rank(event: Event, index: Index) -> tuple[int, int, str, str]:
    articles = set(event.articles)
    contested = {
        contest.id
        for claim, contests in index.contests.items()
        if claim in index.claims and index.claims[claim].article in articles
        for contest in contests
    }
    return -len(contested), -len(articles & index.articles.keys()), event.label, event.id
