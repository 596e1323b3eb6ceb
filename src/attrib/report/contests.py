"""What is contested, ranked, with every voice on each side of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.records import Claim, Contest, ContestKind, Grade, Side
from attrib.report.claims import Quotation, view_quotation
from attrib.report.decided import DecidedView, view_decided_on
from attrib.report.differing import list_words
from attrib.report.index import Index
from attrib.report.phrasing import name_article
from attrib.report.words import Words


@dataclass(frozen=True, slots=True)
class SideView:
    """One answer to what is contested: its value, its voices, its claims in order of weight.

    Denials and accusations come first, since they meet head on; then the best grade.
    """

    value: str
    voices: int
    note: str
    best: Grade | None
    rows: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which articles leave something out: those with one side only, each with that side's value,
    and those of the same story with none."""

    partial: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Who gave which answer on a day, as it is shown."""

    date: str
    speaker: str
    value: str


@dataclass(frozen=True, slots=True)
class ContestView:
    """A contest as it is shown; `event` names its story where there are several.

    `timeline` is in order of date, and empty where all was published on one day. `keys` are those
    of the claims on each side, for a decision: "key key|key".
    """

    contest: Contest
    kind: str
    event: str
    sides: tuple[SideView, ...]
    coverage: Coverage
    timeline: tuple[Moment, ...]
    decided: tuple[DecidedView, ...]
    keys: str

    @property
    def settled(self) -> bool:
        return any(view.decision.kind == "settled" for view in self.decided)


def view_contests(index: Index, words: Words) -> tuple[ContestView, ...]:
    """All contests: the surest in the most outlets first, then those with more voices; those that
    somebody decided are settled behind all others."""
    return tuple(
        _view_contest(contest, index, words)
        for contest in sorted(index.analysis.contests, key=lambda item: _rank(item, index))
    )


def view_set_aside(index: Index, words: Words) -> tuple[ContestView, ...]:
    """What somebody decided is no contest, in the same order."""
    return tuple(
        _view_contest(contest, index, words)
        for contest in sorted(
            index.analysis.set_aside_contests, key=lambda item: _rank(item, index)
        )
    )


def _view_contest(contest: Contest, index: Index, words: Words) -> ContestView:
    sides = tuple(_view_side(side, contest, index, words) for side in contest.sides)
    return ContestView(
        contest,
        words.kinds[contest.kind].name,
        _event(contest, index),
        sides,
        _find_coverage(contest, index),
        _lay_in_time(sides, index),
        view_decided_on(contest.id, index, words),
        _list_keys(contest, index),
    )


def _list_keys(contest: Contest, index: Index) -> str:
    """The keys on each side; "" where a claim has none, so that nothing can be decided on it."""
    sides = [
        sorted({index.claims[claim].key for claim in side.claims if claim in index.claims})
        for side in contest.sides
    ]
    known = all(side and all(side) for side in sides)
    return "|".join(" ".join(side) for side in sides) if known else ""


def _find_coverage(contest: Contest, index: Index) -> Coverage:
    carried: dict[str, list[str]] = {}
    for side in contest.sides:
        for claim in side.claims:
            article = index.claims[claim].article if claim in index.claims else None
            if article is not None:
                carried.setdefault(article, []).append(_say_value(side.value, contest.kind))
    story = next(
        (e.articles for e in index.analysis.events if set(e.articles) & carried.keys()),
        tuple(sorted(carried)),
    )
    partial = {
        (name_article(index.articles[article]), values[0])
        for article, values in carried.items()
        if len(set(values)) == 1
    }
    silent = {name_article(index.articles[a]) for a in story if a not in carried}
    return Coverage(tuple(sorted(partial)), tuple(sorted(silent)))


def _lay_in_time(sides: Sequence[SideView], index: Index) -> tuple[Moment, ...]:
    found = {
        (index.articles[row.view.claim.article].published or "", row.view.date,
         row.view.speaker, side.value)
        for side in sides
        for row in side.rows
        if row.view.date
    }  # fmt: skip
    if len({date for _, date, *_ in found}) < 2:
        return ()
    return tuple(Moment(date, speaker, value) for _, date, speaker, value in sorted(found))


def _rank(contest: Contest, index: Index) -> tuple[bool, float, int, str]:
    outlets = {name_article(index.articles[claim.article]) for claim in _claims(contest, index)}
    voices = sum(side.voices for side in contest.sides)
    decided = index.decided.get(contest.id, ())
    settled = any(item.decision.kind == "settled" for item in decided)
    return settled, -round(contest.score * len(outlets), 2), -voices, contest.id


def _event(contest: Contest, index: Index) -> str:
    events = sorted(index.analysis.events, key=lambda event: event.id)
    if len(events) < 2:
        return ""
    articles = {claim.article for claim in _claims(contest, index)}
    return next((event.label for event in events if articles & set(event.articles)), "")


def _claims(contest: Contest, index: Index) -> list[Claim]:
    ids = (claim for side in contest.sides for claim in side.claims)
    return [index.claims[claim] for claim in ids if claim in index.claims]


def _view_side(side: Side, contest: Contest, index: Index, words: Words) -> SideView:
    claims = [index.claims[claim] for claim in side.claims if claim in index.claims]
    mine = {claim.id for claim in claims}
    # A denial is told from what it denies by its cue, and that is marked anyway.
    against = () if contest.kind == "denial" else _claims(contest, index)
    opposed = list_words((c for c in against if c.id not in mine), index.articles)
    value = side.value if contest.kind == "figure" else ""
    rows = sorted(
        (view_quotation(claim, index, words, opposed, value=value) for claim in claims),
        key=lambda row: (
            row.view.claim.stance not in ("denies", "accuses"),
            row.view.grade or "F",
            row.view.outlet,
            row.view.claim.start,
            row.view.id,
        ),
    )
    grades = [row.view.grade for row in rows if row.view.grade]
    return SideView(
        _say_value(side.value, contest.kind),
        side.voices,
        side.note,
        min(grades, default=None),
        tuple(rows),
    )


def _say_value(value: str, kind: ContestKind) -> str:
    if kind == "denial":
        return value.capitalize()
    return f"“{value}”" if kind == "quote" else value
