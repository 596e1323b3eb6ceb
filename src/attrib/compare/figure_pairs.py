"""How the figures of two texts on one matter relate: same, near, updated, or at odds.

Which number of one text answers which of the other is decided first, by what is counted and by
the words around each; only then are values held together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from attrib.compare.aspects import SO_FAR
from attrib.compare.figures import clash, is_other_aspect, is_part_of_people, is_same_slot, is_slip
from attrib.compare.lexicon import Lexicon
from attrib.compare.moments import MOMENTS
from attrib.compare.quantity import Quantity
from attrib.compare.ranks import ANY, EXACT, RANK, SCORE
from attrib.compare.statements import Statement
from attrib.compare.stems import stem
from attrib.compare.updates import is_moved, may_grow

FigureKind = Literal["same", "approximate", "update", "differ"]
Likeness = Callable[[Quantity, Quantity], float]
"""Cosine of the words around two numbers."""

_LEAST_LIKENESS = 0.3
_LEAST_OF_LONE = 0.15
"""The same for bare counts of which each text has but one."""
_ON_ONE_MATTER = 0.6
"""Cosine of two texts from which on a measure that each has but one of is for one thing."""
_NEAR = 0.4
"""The same of a score, and where one is a thousand times the other, digit for digit."""
_SAME_SHARE = 0.5
"""Cosine of the words around two shares from which on they may be as far apart as they like."""
_MOST_APART = 5.0
"""Numbers that differ by more than this factor nearly always count different things."""
_APART_IN_ONE_MATTER = 10.0
"""The same of the only such numbers of two texts that are much alike: crowds of 3,000 or 25,000."""
_RANK: dict[FigureKind, int] = {"same": 0, "approximate": 1, "update": 2, "differ": 3}
_YEARS_APART = 10
"""Years by which two texts hardly ever differ on the age of one person."""
_DAYS = frozenset({stem("day"), stem("night"), stem("week")})


@dataclass(frozen=True, slots=True)
class FigurePair:
    """Two figures for one thing, and how they relate."""

    kind: FigureKind
    one: Quantity
    other: Quantity


def pair_figures(
    one: Statement,
    other: Statement,
    likeness: Likeness,
    lexicon: Lexicon,
    days: int | None = None,
    whole: float = 0.0,
) -> tuple[FigurePair, ...]:
    """The figures of both texts that answer one another, each in one pair at most, best first.

    `days` is how many days later the other text was published, None where that is not known;
    `whole` the cosine of the two texts.
    """
    found: list[tuple[float, int, int]] = []
    for left, p in enumerate(one.quantities):
        for right, q in enumerate(other.quantities):
            lone = _is_lone(p, one) and _is_lone(q, other)
            near = likeness(p, q)
            loosely = is_slip(p, q) or p.unit == SCORE
            if lone and p.unit and whole >= (_NEAR if loosely else _ON_ONE_MATTER):
                near = max(near, _LEAST_OF_LONE)
            if _are_two_persons(p, q, one, other) or _are_two_persons(q, p, other, one):
                continue
            if _are_of_men_and_women(p, q, lexicon):
                continue
            if lone and _is_named_in_other(p, q, one, other):
                near = max(near, _LEAST_OF_LONE)
            matched = lone and whole >= _ON_ONE_MATTER
            score = _match(p, q, near, lexicon, lone=lone, matched=matched)
            if score:
                found.append((score, left, right))
    pairs: list[FigurePair] = []
    taken: set[tuple[str, int]] = set()
    for _, left, right in sorted(found, key=lambda item: (-item[0], item[1], item[2])):
        if ("one", left) in taken or ("other", right) in taken:
            continue
        taken |= {("one", left), ("other", right)}
        p, q = one.quantities[left], other.quantities[right]
        pairs.append(FigurePair(_kind(p, q, one, other, days, lexicon), p, q))
    if (one.as_yet or other.as_yet) and _counts_something(one) and _counts_something(other):
        # A count of Tuesday and one of Thursday: the days are no contest.
        pairs = [pair for pair in pairs if pair.one.unit not in MOMENTS]
    if one.overall != other.overall:
        pairs = [pair for pair in pairs if pair.one.unit != "percent"]
    two_parts = bool(one.parts and other.parts) and one.parts.isdisjoint(other.parts)
    if _are_two_periods(one, other) or one.beside != other.beside or two_parts:
        pairs = [pair for pair in pairs if pair.kind not in ("differ", "update")]
    return tuple(_told_apart_in_time(pairs))


def _counts_something(statement: Statement) -> bool:
    return any(quantity.unit not in MOMENTS for quantity in statement.quantities)


def _are_two_periods(one: Statement, other: Statement) -> bool:
    """Whether one is about last year, say, and the other about this: two figures for two things."""
    return (
        any(
            unit == other_unit and which != other_which
            for which, unit in one.periods
            for other_which, other_unit in other.periods
        )
        and not one.periods & other.periods
    ) or any(
        bool(this.years) and not that.years and bool(that.periods)
        for this, that in ((one, other), (other, one))
    )


def worst_pair(pairs: tuple[FigurePair, ...]) -> FigurePair | None:
    """The pair that an editor would look at first: at odds before updated, near, and the same."""
    return max(pairs, key=lambda pair: _RANK[pair.kind], default=None)


def _is_lone(quantity: Quantity, statement: Statement) -> bool:
    """Whether the text has one such number only, so that it must be the one in question."""
    return not any(
        (other.unit, other.matter) == (quantity.unit, quantity.matter)
        # "Barely more than half, 51 percent" gives one figure twice.
        and (clash(other, quantity) or not quantity.unit)
        for other in statement.quantities
        if other is not quantity
    )


def _match(
    p: Quantity, q: Quantity, cosine: float, lexicon: Lexicon, *, lone: bool, matched: bool
) -> float:
    """How surely both count one thing, 0 where they need not.

    `lone` says that each text has one such number, `matched` that the texts are also much alike.
    """
    if not _is_comparable(p, q, lexicon):
        return 0.0
    clashing = clash(p, q)
    # "Will be bigger", and "would be bigger" as it is told later, are both foreseen.
    supposed = p.hypothetical != q.hypothetical and not (p.foreseen and q.foreseen)
    # How old somebody is, how high a "52-storey tower", and how a match ended, is no supposition.
    settled = p.unit in {"age", *EXACT} or bool(p.thing or q.thing)
    supposed = supposed and not settled
    share = p.unit == "percent" and cosine >= _SAME_SHARE
    apart = _are_far_apart(p, q, _APART_IN_ONE_MATTER if matched else _MOST_APART)
    if clashing and (supposed or (apart and not share)):
        return 0.0
    timed = p.unit in MOMENTS or bool(p.matter) or _is_one_person(p, q)
    least = (-1.0 if timed else _LEAST_OF_LONE) if lone else _LEAST_LIKENESS
    if cosine < least:
        return 0.0
    same_noun = bool(p.noun) and p.noun == q.noun and p.unit not in MOMENTS
    near = len((p.near & q.near) - {p.noun})
    return 1 + cosine + 0.2 * same_noun + 0.1 * min(near, 2) + (0.0 if clashing else 0.15)


def _are_two_persons(p: Quantity, q: Quantity, one: Statement, other: Statement) -> bool:
    """Whether an age is said of a name that the other text has, and gives another's age."""
    if p.unit != "age" or q.unit != "age":
        return False
    if p.noun not in one.names & other.names:
        told = (
            bool(p.thing) and bool(q.thing) and not (p.thing & q.thing or one.names & other.names)
        )
        return told and abs(p.low - q.low) > _YEARS_APART
    return bool(q.noun) and q.noun != p.noun and p.noun not in q.names


def _are_of_men_and_women(p: Quantity, q: Quantity, lexicon: Lexicon) -> bool:
    """Whether one figure, or age, is of men and the other of women."""
    if p.unit not in ("age", "percent") or q.unit != p.unit:
        return False
    sexes = [_sexes(quantity, lexicon) for quantity in (p, q)]
    return all(len(found) == 1 for found in sexes) and sexes[0] != sexes[1]


def _sexes(quantity: Quantity, lexicon: Lexicon) -> set[str]:
    words = {quantity.noun_shown.lower()}
    if quantity.unit == "percent":
        words = {word.strip(",;:").lower() for word in quantity.clause.split()}
    return {name for name, of_sex in (("m", lexicon.men), ("f", lexicon.women)) if words & of_sex}


def _is_one_person(p: Quantity, q: Quantity) -> bool:
    """Whether two ages are said of one name: "Horst, 61" and "the 58-year-old Wilma Horst"."""
    return p.unit == "age" and bool(({p.noun} | p.names) & ({q.noun} | q.names) - {""})


def _is_named_in_other(p: Quantity, q: Quantity, one: Statement, other: Statement) -> bool:
    """Whether the other text names whose age it is: "Ames, 27", "a 31-year-old called Ames"."""
    return p.unit == q.unit == "age" and (p.noun in other.names or q.noun in one.names)


def _are_far_apart(p: Quantity, q: Quantity, most: float) -> bool:
    if p.unit in MOMENTS | EXACT | {"temperature"} or not p.high or not q.high or is_slip(p, q):
        return False
    return max(p.low, q.low) > most * min(p.high, q.high)


def _is_comparable(p: Quantity, q: Quantity, lexicon: Lexicon) -> bool:
    """As `is_same_slot`, but two texts known to be on one matter may call a thing otherwise."""
    if p.unit in MOMENTS or is_same_slot(p, q, lexicon):
        return is_same_slot(p, q, lexicon)
    if p.part != q.part or p.unit != q.unit or is_other_aspect(p, q):
        return False
    if is_part_of_people(p, q, lexicon) or is_part_of_people(q, p, lexicon):
        return False
    if p.unit == SCORE:
        return p.noun == q.noun
    if p.unit == RANK:
        return p.noun == q.noun or bool({p.noun, q.noun} & ANY)
    if p.unit == "age":
        return bool(p.names & q.names) or not (p.names and q.names)
    if p.unit:
        return not (p.thing and q.thing and not p.thing & q.thing)
    return p.matter == q.matter


def _kind(
    p: Quantity,
    q: Quantity,
    one: Statement,
    other: Statement,
    days: int | None,
    lexicon: Lexicon,
) -> FigureKind:
    if _is_equal(p, q):
        return "same"
    if is_slip(p, q):
        return "differ"
    if p.unit in MOMENTS and p.foreseen and q.foreseen and one.updates != other.updates:
        # "Will now open in May": put off, and no contest.
        return "update" if clash(p, q) else "approximate"
    counting_days = _is_day_of_many(p, q) and not one.weekdays & other.weekdays
    if clash(p, q) and (p.aspect == q.aspect == SO_FAR or counting_days):
        return "update"
    if is_moved(p, q, one, other, days, lexicon):
        return "update"
    return "differ" if clash(p, q) else "approximate"


def _is_day_of_many(p: Quantity, q: Quantity) -> bool:
    """Whether both say how long it has been: "the 12th day of a strike"."""
    return p.unit == q.unit == RANK and p.noun == q.noun and p.noun in _DAYS


def _is_equal(p: Quantity, q: Quantity) -> bool:
    """Whether both give one value, and as exactly."""
    same_hedge = (p.hedge == "at least") == (q.hedge == "at least")
    return same_hedge and ((p.low, p.high) == (q.low, q.high) or _is_converted(p, q))


def _is_converted(p: Quantity, q: Quantity) -> bool:
    """Whether both are exact and a conversion of units apart: 30 mph and 48 kph."""
    if p.hedge or q.hedge or p.unit in ("", "percent", "age", *MOMENTS, *EXACT):
        return False
    return abs(p.low - q.low) <= 0.02 * max(abs(p.low), abs(q.low))


def _told_apart_in_time(pairs: list[FigurePair]) -> list[FigurePair]:
    """Counts as of two days are no clash, and nor are then the days."""
    times = [pair for pair in pairs if pair.one.unit in MOMENTS and pair.kind == "differ"]
    moved = ("differ", "update")
    counts = [pair for pair in pairs if pair.one.unit not in MOMENTS and pair.kind in moved]
    if not (times and any(may_grow(pair.one) for pair in counts)):
        return pairs
    return [
        FigurePair("update", pair.one, pair.other) if pair.kind == "differ" else pair
        for pair in pairs
    ]
