"""How well each article shows its claims: seven bars an article, all of one scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from attrib.records import Claim, Grade
from attrib.report.articles import sort_articles
from attrib.report.index import Index
from attrib.report.phrasing import name_article, say_count, say_date, say_list

UNGRADED, OWN = "–", "own"
KINDS: tuple[str, ...] = (*get_args(Grade), UNGRADED, OWN)
"""The bars from left to right: the grades, attributed claims without one, the own voice."""
_STEP, _BAR = 23, 15
_TOP, _FLOOR = 18, 74
_HEIGHT = _FLOOR + 18
_WIDTH = _STEP * len(KINDS)
_MOST = 60
"""How many articles are drawn; the table has all."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar at `x`, from `y` down over `height`; its number stands above, its letter below."""

    kind: str
    number: str
    x: int
    y: int
    height: int

    @property
    def middle(self) -> int:
        return self.x + _BAR // 2


@dataclass(frozen=True, slots=True)
class ArticleGrades:
    """An article, its number of claims of each kind, and its bars."""

    id: str
    name: str
    date: str
    counts: tuple[tuple[str, int], ...]
    said: str
    bars: tuple[Bar, ...]

    @property
    def total(self) -> int:
        return sum(number for _, number in self.counts)


@dataclass(frozen=True, slots=True)
class GradesPlot:
    """Every article in the order of the page; the first `drawn` of them have a drawing."""

    articles: tuple[ArticleGrades, ...]
    drawn: int
    highest: int
    """The number of claims that a bar of full height stands for."""
    width: int = _WIDTH
    height: int = _HEIGHT
    floor: int = _FLOOR
    bar: int = _BAR


def plot_grades(index: Index) -> GradesPlot:
    articles = sort_articles(index.articles.values())
    counts = [
        Counter(_kind(claim) for claim in index.by_article.get(article.id, ()))
        for article in articles
    ]
    highest = max((number for count in counts for number in count.values()), default=0)
    views = tuple(
        ArticleGrades(
            article.id,
            name_article(article),
            say_date(article.published),
            tuple((kind, count[kind]) for kind in KINDS),
            _say(count),
            tuple(_bars([count[kind] for kind in KINDS], highest)),
        )
        for article, count in zip(articles, counts, strict=True)
    )
    return GradesPlot(views, min(len(views), _MOST), highest)


def _kind(claim: Claim) -> str:
    if claim.voice == "own":
        return OWN
    return claim.strength.grade if claim.strength else UNGRADED


def _say(count: Counter[str]) -> str:
    """ "2 claims of grade B, 1 of C, 3 not graded and 4 in its own voice"."""
    if not count.total():
        return "no claims"
    graded = [kind for kind in get_args(Grade) if count[kind]]
    parts = [f"{count[kind]} of grade {kind}" for kind in graded]
    if count[UNGRADED]:
        parts.append(f"{count[UNGRADED]} not graded")
    if count[OWN]:
        parts.append(f"{count[OWN]} in its own voice")
    return f"{say_count(count.total(), 'claim')}: {say_list(parts)}"


def _bars(numbers: Sequence[int], highest: int) -> Iterable[Bar]:
    room = _FLOOR - _TOP
    for place, (kind, number) in enumerate(zip(KINDS, numbers, strict=True)):
        # A single claim among hundreds is still to be seen.
        height = max(round(room * number / highest), 2) if number else 0
        left = _STEP * place + (_STEP - _BAR) // 2
        yield Bar(kind, _short(number), left, _FLOOR - height, height)


def _short(number: int) -> str:
    """A number in three characters, since the next bar's stands close by."""
    return str(number) if number < 1000 else f"{min(number // 1000, 99)}k"
