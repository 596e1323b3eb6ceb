"""What is contested, ranked, with every voice on each side of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.records import LACKING, Claim, Contest, ContestKind, Grade, Side
from attrib.report.claims import Quotation, view_quotation
from attrib.report.decided import DecidedView, view_decided_on
from attrib.report.differing import list_words
from attrib.report.index import Index
from attrib.report.later import Later, find_later
from attrib.report.phrasing import in_quotes, name_article
from attrib.report.plots.contest_times import Timeline, lay_in_time
from attrib.report.questions import ask
from attrib.report.stories import Story, find_stories, find_story, list_outlets
from attrib.report.triage import Basis, name_side, say_why
from attrib.report.words import Words

_SHOWN = {
    "affirmed": "Affirmed",
    "denied": "Denied",
    "stated": "Said to be so",
    "negated": "Said not to be so",
}
"""Values of denials and negations, as columns are headed."""


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

    @property
    def outlets(self) -> int:
        """How many outlets carry it."""
        return len({row.view.outlet for row in self.rows})


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which articles leave something out: those with one side only, each with that side's value,
    and those of the same story with none."""

    partial: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContestView:
    """A contest as it is shown; `event` names its story where there are several, `story` is its id.

    `question` asks what is contested, `why` says why it is worth a check.

    `later` are the articles that give another answer than earlier ones of the same outlet or
    source; `timeline` is None where the answers are not apart in time. `keys` are those of the
    claims on each side, for a decision: "key key|key".
    """

    contest: Contest
    kind: str
    question: str
    why: str
    story: str
    event: str
    sides: tuple[SideView, ...]
    coverage: Coverage
    later: tuple[Later, ...]
    timeline: Timeline | None
    decided: tuple[DecidedView, ...]
    keys: str

    @property
    def settled(self) -> bool:
        return any(view.decision.kind == "settled" for view in self.decided)


def view_contests(index: Index, words: Words) -> tuple[ContestView, ...]:
    """All contests, story by story: the surest in the most outlets first, then those with more
    voices; in each story those that somebody decided are settled come last."""
    return _view_all(index.analysis.contests, index, words)


def view_set_aside(index: Index, words: Words) -> tuple[ContestView, ...]:
    """What somebody decided is no contest, in the same order."""
    return _view_all(index.analysis.set_aside_contests, index, words)


def _view_all(contests: Sequence[Contest], index: Index, words: Words) -> tuple[ContestView, ...]:
    stories = find_stories(index)
    placed = [(find_story(contest, stories, index), contest) for contest in contests]
    placed.sort(key=lambda pair: (stories.index(pair[0]), _rank(pair[1], index)))
    return tuple(
        _view_contest(contest, story, len(stories) > 1, index, words) for story, contest in placed
    )


def _view_contest(
    contest: Contest, story: Story, several: bool, index: Index, words: Words
) -> ContestView:
    sides = tuple(_view_side(side, contest, index, words) for side in contest.sides)
    kind = words.kinds[contest.kind].name
    bases = [_find_basis(side, contest, index) for side in contest.sides]
    carried = frozenset[str]().union(*(basis.outlets for basis in bases))
    outlets = list_outlets(index.articles[a] for a in story.articles if a in index.articles)
    return ContestView(
        contest,
        kind,
        ask(contest, _claims(contest, index)),
        say_why(kind, bases, len(carried), len(carried.union(outlets))),
        story.id,
        story.heading if several else "",
        sides,
        _find_coverage(contest, index),
        find_later(contest, index),
        lay_in_time(((side.value, [row.view for row in side.rows]) for side in sides), index),
        view_decided_on(contest.id, index, words),
        _list_keys(contest, index),
    )


def _find_basis(side: Side, contest: Contest, index: Index) -> Basis:
    claims = tuple(index.claims[claim] for claim in side.claims if claim in index.claims)
    grades = [claim.strength.grade for claim in claims if claim.strength]
    return Basis(
        name_side(side.value, contest.kind),
        side.voices,
        min(grades, default=None),
        claims,
        frozenset(list_outlets(index.articles[claim.article] for claim in claims)),
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
    told = {name_article(index.articles[article]) for article in carried}
    silent = {name_article(index.articles[article]) for article in story} - told
    return Coverage(tuple(sorted(partial)), tuple(sorted(silent)))


def _rank(contest: Contest, index: Index) -> tuple[bool, float, int, str]:
    outlets = {name_article(index.articles[claim.article]) for claim in _claims(contest, index)}
    voices = sum(side.voices for side in contest.sides)
    decided = index.decided.get(contest.id, ())
    settled = any(item.decision.kind == "settled" for item in decided)
    return settled, -round(contest.score * len(outlets), 2), -voices, contest.id


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
        (
            view_quotation(passage[0], index, words, opposed, value=value, also=passage[1:])
            for passage in _join_passages(claims)
        ),
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


def _join_passages(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims of one attribution in the same sentence are shown together: "A," she said. "B." """
    passages: dict[object, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.article, claim.start, claim.id)):
        said = claim.cue.span if claim.cue else claim.id
        links = tuple(link.id for link in claim.chain)
        key = claim.article, claim.sentence, said, links, claim.stance, claim.voice
        passages.setdefault(key, []).append(claim)
    return list(passages.values())


def _say_value(value: str, kind: ContestKind) -> str:
    if kind in ("denial", "contradiction") and value in _SHOWN:
        return _SHOWN[value]
    if kind != "quote":
        return value
    return "without them" if value == LACKING else in_quotes(value)
