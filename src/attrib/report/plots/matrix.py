"""Who speaks on what: matters that more than one outlet or source speaks to, by source.

A table is the drawing here: its cells are letters and words that lead to what was said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from attrib.records import LACKING, Claim, Cluster, Contest, Grade
from attrib.report.index import Index
from attrib.report.phrasing import cut, name_article
from attrib.report.words import Words

Group = Literal["contested", "one source", "several voices", "own voice"]
GROUPS: tuple[Group, ...] = ("contested", "one source", "several voices", "own voice")
_ROWS = 25
_LATER_GROUPS = 9
"""How many rows a group behind the contested may take, so that each group shows its first."""
_COLUMNS = 13
"""Sources with a column of their own; with the three columns for all others that makes 16."""
_OTHERS, _UNKNOWN, _OWN = "others", "unknown", "own"
_NAME, _VALUE, _LABEL = 44, 22, 140
_LEAST = 16
"""Letters that a name keeps where its outlet stands beside it."""
_DOES = {
    "affirmed": "affirms",
    "denied": "denies",
    "stated": "states",
    "negated": "negates",
    LACKING: "without",
}
_NO_SIDES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a cell: the best grade for one answer, what it is, a claim that shows it.

    `does` is the answer given, or "denies" and the like; "" where the source just says it.
    """

    grade: Grade | None
    is_own: bool
    does: str
    claim: str
    times: int


@dataclass(frozen=True, slots=True)
class Column:
    """A source, or one of the three columns for those without one; `id` is None for those."""

    id: str | None
    name: str
    full: str


@dataclass(frozen=True, slots=True)
class Row:
    """A matter: the cells of every column, and how many outlets carry it."""

    label: str
    target: str
    """Id on the page that its name leads to."""
    outlets: int
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a group that are shown, of `all` that there are."""

    group: Group
    rows: tuple[Row, ...]
    all: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Groups that have rows, columns from left to right, and how many sources are in "others"."""

    groups: tuple[Rows, ...]
    columns: tuple[Column, ...]
    folded: int
    outlets: int


@dataclass(frozen=True, slots=True)
class _Matter:
    group: Group
    label: str
    target: str
    claims: tuple[Claim, ...]
    answers: Mapping[str, str]
    """The side that a claim is on, where the matter is contested."""


def lay_matrix(contests: Sequence[Contest], index: Index, words: Words) -> Matrix:
    """The matrix; `contests` in the order of the page."""
    matters = [*_contested(contests, index), *_others(contests, index)]
    groups = [(group, [item for item in matters if item.group == group]) for group in GROUPS]
    shown = _choose(groups)
    sources = _rank_sources([item for _, items in shown for item in items], index)
    columns, folded = _columns(sources, [item for _, items in shown for item in items], index)
    keys = [column.id or column.name for column in columns]
    own = {column.id for column in columns if column.id}
    rows = tuple(
        Rows(group, tuple(_row(item, keys, own, index, words) for item in items), len(every))
        for (group, items), (_, every) in zip(shown, groups, strict=True)
        if every
    )
    outlets = {name_article(article) for article in index.articles.values()}
    return Matrix(rows, columns, folded, len(outlets))


def _contested(contests: Sequence[Contest], index: Index) -> Iterable[_Matter]:
    for contest in contests:
        answers = {
            claim: _DOES.get(side.value, side.value)
            for side in contest.sides
            for claim in side.claims
            if claim in index.claims
        }
        claims = tuple(index.claims[claim] for claim in answers)
        if claims:
            yield _Matter("contested", contest.label, f"contest-{contest.id}", claims, answers)


def _others(contests: Sequence[Contest], index: Index) -> list[_Matter]:
    """Matters that nobody contests: those in the most outlets first, then with most claims."""
    taken = {contest.cluster for contest in contests}
    found = []
    for cluster in index.analysis.clusters:
        matter = None if cluster.id in taken else _matter(cluster, index)
        if matter is not None:
            found.append(matter)
    return sorted(
        found,
        key=lambda item: (-_count_outlets(item, index), -len(item.claims), item.label, item.target),
    )


def _matter(cluster: Cluster, index: Index) -> _Matter | None:
    claims = tuple(index.claims[claim] for claim in cluster.claims if claim in index.claims)
    outlets = {name_article(index.articles[claim.article]) for claim in claims}
    voices = {_voice(claim) for claim in claims}
    if claims and all(claim.voice == "own" for claim in claims):
        group: Group = "own voice"
    else:
        group = "several voices" if len(voices) > 1 else "one source"
    # A matter that one outlet tells from one source is no matter of several.
    if len(outlets) < 2 and group != "several voices":
        return None
    first = min(claims, key=lambda claim: (claim.strength is None, claim.article, claim.start))
    return _Matter(group, cluster.label, f"claim-{first.id}", claims, _NO_SIDES)


def _voice(claim: Claim) -> tuple[str, str]:
    """Who answers for a claim; of two articles neither "reportedly" nor the own voice is one."""
    return ("", claim.chain[-1].id) if claim.chain else (claim.article, claim.voice)


def _choose(groups: Iterable[tuple[Group, list[_Matter]]]) -> list[tuple[Group, list[_Matter]]]:
    chosen: list[tuple[Group, list[_Matter]]] = []
    left = _ROWS
    for group, items in groups:
        most = left if group == "contested" else min(left, _LATER_GROUPS)
        chosen.append((group, items[:most]))
        left -= len(items[:most])
    return chosen


def _count_outlets(matter: _Matter, index: Index) -> int:
    return len({name_article(index.articles[claim.article]) for claim in matter.claims})


def _speaker(claim: Claim, index: Index) -> str:
    """The source that is said to know, or which of the columns without one the claim is in."""
    if claim.voice == "own":
        return _OWN
    source = index.sources.get(claim.chain[-1].id) if claim.chain else None
    return source.id if source and source.resolved else _UNKNOWN


def _rank_sources(matters: Iterable[_Matter], index: Index) -> list[str]:
    """Those who speak on what is contested first, then those who speak on most matters."""
    contested: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    claims: Counter[str] = Counter()
    for matter in matters:
        speakers = [_speaker(claim, index) for claim in matter.claims]
        claims.update(speakers)
        spoken.update(set(speakers))
        if matter.group == "contested":
            contested.update(set(speakers))
    sources = [speaker for speaker in spoken if speaker in index.sources]
    return sorted(
        sources,
        key=lambda item: (
            -contested[item], -spoken[item], -claims[item],
            index.sources[item].name.casefold(), item,
        ),
    )  # fmt: skip


def _columns(
    sources: Sequence[str], matters: Sequence[_Matter], index: Index
) -> tuple[tuple[Column, ...], int]:
    shown = sources[:_COLUMNS]
    folded = len(sources) - len(shown)
    speakers = {_speaker(claim, index) for matter in matters for claim in matter.claims}
    columns = [Column(source, *_name(source, shown, matters, index)) for source in shown]
    if folded:
        columns.append(Column(None, _OTHERS, _OTHERS))
    columns += [Column(None, name, name) for name in (_UNKNOWN, _OWN) if name in speakers]
    return tuple(columns), folded


def _name(
    source: str, shown: Sequence[str], matters: Sequence[_Matter], index: Index
) -> tuple[str, str]:
    """What stands over a column, and in full: of two "police" each has its outlet beside it."""
    name = index.sources[source].name
    if sum(index.sources[other].name == name for other in shown) == 1:
        return cut(name, _NAME), name
    outlets = sorted(
        {
            name_article(index.articles[claim.article]).removeprefix("www.")
            for matter in matters
            for claim in matter.claims
            if _speaker(claim, index) == source
        }
    )
    place = f" ({', '.join(outlets)})"
    return cut(name, max(_NAME - len(place), _LEAST)) + place, name + place


def _row(matter: _Matter, keys: Sequence[str], own: set[str], index: Index, words: Words) -> Row:
    cells: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in matter.claims:
        speaker = _speaker(claim, index)
        cells[speaker if speaker in own or speaker in (_UNKNOWN, _OWN) else _OTHERS].append(claim)
    return Row(
        cut(matter.label, _LABEL),
        matter.target,
        _count_outlets(matter, index),
        tuple(tuple(_entries(cells[key], matter, words)) for key in keys),
    )


def _entries(claims: Sequence[Claim], matter: _Matter, words: Words) -> Iterable[Entry]:
    """One entry for each answer, in the order of the sides; its best graded claim shows it."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[matter.answers.get(claim.id, _does(claim, words))].append(claim)
    places = {value: place for place, value in enumerate(matter.answers.values())}
    for does, mine in sorted(found.items(), key=lambda item: (places.get(item[0], -1), item[0])):
        best = min(
            mine,
            key=lambda claim: (
                claim.strength is None, -claim.strength.score if claim.strength else 0, claim.id
            ),
        )  # fmt: skip
        grade = best.strength.grade if best.strength else None
        yield Entry(grade, best.voice == "own", cut(does, _VALUE), best.id, len(mine))


def _does(claim: Claim, words: Words) -> str:
    if claim.polarity == "deny":
        return "denies"
    if claim.polarity == "none" and claim.voice != "own":
        return words.stances[claim.stance].name
    return ""
