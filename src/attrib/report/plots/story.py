"""When each article was published, and which contested answers it gave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from attrib.records import LACKING, Article, Contest, ContestKind
from attrib.report.articles import sort_articles
from attrib.report.index import Index
from attrib.report.phrasing import cut, name_article, say_date
from attrib.report.plots.axis import Axis, lay_axis
from attrib.report.when import When, order, read_when, say_day

_DATE_X, _LEFT, _RIGHT = 190, 390, 590
_FIRST_COLUMN, _COLUMN = 612, 34
_TOP, _ROW = 28, 26
_ARTICLES = 60
_CONTESTS = 7
_LONGEST = 25
_LETTERS = 3
"""How many letters of sides fit a cell; whoever gives more gets an ellipsis."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A side of a contest, by its letter, that an article carries."""

    letter: str
    value: str


@dataclass(frozen=True, slots=True)
class MatterColumn:
    """A contested matter with a column at `x`: its number on the page, and its sides."""

    number: int
    id: str
    label: str
    sides: tuple[Answer, ...]
    x: int


@dataclass(frozen=True, slots=True)
class Published:
    """An article on its row: a mark at `x`, and a line over its day where it has no time.

    `day` is the date as it is drawn, with the month in three letters. `answers` has for each matter
    the sides that it carries; `drawn` their letters, cut to fit.
    """

    id: str
    name: str
    label: str
    date: str
    day: str
    y: int
    x: int
    start: int
    end: int
    answers: tuple[tuple[Answer, ...], ...]
    drawn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Undated:
    """An article whose date is missing, or is none that can be read."""

    id: str
    name: str
    date: str


@dataclass(frozen=True, slots=True)
class Story:
    """The articles in order of time. `axis` is None where they are not apart in time.

    The first `drawn` articles are drawn, and of the contests the first seven.
    """

    published: tuple[Published, ...]
    undated: tuple[Undated, ...]
    matters: tuple[MatterColumn, ...]
    drawn: int
    more_contests: int
    axis: Axis | None
    days: tuple[str, ...]
    """The days on which something was published, in words, first to last."""
    width: int
    height: int
    date_x: int = _DATE_X


def lay_story(contests: Sequence[Contest], index: Index) -> Story:
    """The story in time; `contests` in the order of the page."""
    articles = sort_articles(index.articles.values())
    dated = [
        (when, article)
        for article in articles
        if (when := read_when(article.published)) is not None
    ]
    dated.sort(key=lambda item: (order(item[0]), name_article(item[1]), item[1].id))
    known = {article.id for _, article in dated}
    axis = lay_axis([when for when, _ in dated], _LEFT, _RIGHT)
    matters = tuple(_matters(contests[:_CONTESTS]))
    published = tuple(
        _publish(article, when, place, axis, contests[:_CONTESTS], matters, index)
        for place, (when, article) in enumerate(dated)
    )
    drawn = min(len(published), _ARTICLES)
    days = [when for when, _ in sorted(dated, key=lambda item: item[0].day)]
    return Story(
        published,
        tuple(
            Undated(article.id, name_article(article), say_date(article.published))
            for article in articles
            if article.id not in known
        ),
        matters,
        drawn,
        max(len(contests) - _CONTESTS, 0),
        axis,
        tuple(dict.fromkeys(say_day(when.day) for when in days)),
        _FIRST_COLUMN + _COLUMN * len(matters) if matters else _RIGHT + 12,
        _TOP + _ROW * drawn + 8,
    )


def _name_answer(value: str, kind: ContestKind) -> str:
    if kind == "denial":
        return value.capitalize()
    return "without" if value == LACKING else value


def _matters(contests: Sequence[Contest]) -> Iterable[MatterColumn]:
    for place, contest in enumerate(contests):
        values = dict.fromkeys(side.value for side in contest.sides)
        sides = tuple(
            Answer(_letter(number), _name_answer(value, contest.kind))
            for number, value in enumerate(values)
        )
        x = _FIRST_COLUMN + _COLUMN * place + _COLUMN // 2
        yield MatterColumn(place + 1, contest.id, contest.label, sides, x)


def _letter(number: int) -> str:
    return ascii_lowercase[number] if number < len(ascii_lowercase) else str(number + 1)


def _publish(
    article: Article,
    when: When,
    place: int,
    axis: Axis | None,
    contests: Sequence[Contest],
    matters: Sequence[MatterColumn],
    index: Index,
) -> Published:
    answers = tuple(
        _answers(article, contest, matter, index)
        for contest, matter in zip(contests, matters, strict=True)
    )
    start, middle, end = (
        (axis.place(when.start), axis.place(when.middle), axis.place(when.end))
        if axis
        else (_LEFT, _LEFT, _LEFT)
    )
    name = name_article(article)
    return Published(
        article.id,
        name,
        cut(name, _LONGEST),
        when.said,
        when.drawn,
        _TOP + _ROW * place + _ROW // 2,
        middle,
        start,
        end,
        answers,
        tuple(_draw([answer.letter for answer in mine]) for mine in answers),
    )


def _answers(
    article: Article, contest: Contest, matter: MatterColumn, index: Index
) -> tuple[Answer, ...]:
    carried = {
        side.value
        for side in contest.sides
        for claim in side.claims
        if claim in index.claims and index.claims[claim].article == article.id
    }
    values = dict.fromkeys(side.value for side in contest.sides)
    return tuple(
        answer for answer, value in zip(matter.sides, values, strict=True) if value in carried
    )


def _draw(letters: Sequence[str]) -> str:
    return " ".join(letters) if len(letters) <= _LETTERS else "".join(letters[:2]) + "…"
