"""Clashing figures as one dispute: the sides by value, and what they are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attrib.compare.disputes import Answer, Dispute, shorten
from attrib.compare.figures import clash
from attrib.compare.moments import MOMENTS
from attrib.compare.quantity import Quantity

_MEASURES = {
    "mass": "Weight", "length": "Size", "speed": "Speed", "duration": "Duration", "area": "Area",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity and the place in the scene of the claim that gives it."""

    claim: int
    quantity: Quantity


def part_sides(
    group: Sequence[Figure],
    members: Sequence[int],
    links: Mapping[tuple[int, int], float],
) -> list[list[int]]:
    """The members by value, exact ones first; empty where nothing clashes across two sides.

    Figures that agree are one side: 15 and "at least 12". One that fits two sides ("at
    least 40" beside 40 and 50) takes none.
    """
    chosen = sorted(
        members,
        key=lambda m: (
            bool(group[m].quantity.hedge),
            group[m].quantity.low,
            group[m].quantity.high,
            m,
        ),
    )
    sides: list[list[int]] = []
    for member in chosen:
        for side in sides:
            if all(not clash(group[member].quantity, group[o].quantity) for o in side):
                side.append(member)
                break
        else:
            sides.append([member])
    firm = [[m for m in side if _takes_side(m, side, sides, group)] for side in sides]
    firm = [side for side in firm if side]
    where = {member: number for number, side in enumerate(firm) for member in side}
    linked = any(
        one in where and other in where and where[one] != where[other] for one, other in links
    )
    return firm if linked else []


def _takes_side(
    member: int, side: Sequence[int], sides: Sequence[Sequence[int]], group: Sequence[Figure]
) -> bool:
    """Whether the figure clashes with somebody on every other side."""
    return all(
        any(clash(group[member].quantity, group[o].quantity) for o in other)
        for other in sides
        if other is not side
    )


def tell_figures(group: Sequence[Figure], sides: Sequence[Sequence[int]], score: float) -> Dispute:
    """The dispute between `sides`, each a list of places in `group`."""
    answers = tuple(
        Answer(_value(group, side), tuple(sorted({group[m].claim for m in side}))) for side in sides
    )
    first = group[sides[0][0]].quantity
    values = " / ".join(answer.value for answer in answers)
    return Dispute(
        "figure",
        _label_thing(group, sides) or _label(first),
        answers,
        score,
        f"figures differ: {values}{_unit(first)}",
    )


def _value(group: Sequence[Figure], side: Sequence[int]) -> str:
    """The form most of the side use, an exact one if there is any."""
    shown = Counter(group[m].quantity.shown for m in side)
    exact = Counter(group[m].quantity.shown for m in side if not group[m].quantity.hedge)
    best = exact or shown
    return min(best, key=lambda text: (-best[text], text))


def _label_thing(group: Sequence[Figure], sides: Sequence[Sequence[int]]) -> str:
    """What one thing is measured by, and its name: "Weight of truck"; "" where it is no thing."""
    members = [group[member].quantity for side in sides for member in side]
    things = [quantity.thing for quantity in members]
    measure = _MEASURES.get(members[0].unit, "")
    shared = frozenset.intersection(*things)
    names = sorted(q.noun_shown for q in members if q.noun in shared)
    return f"{measure} of {names[0]}" if measure and names else ""


def _label(quantity: Quantity) -> str:
    noun = quantity.noun_shown
    if quantity.unit == "age":
        return f"Age of {noun}" if noun else "Age"
    if quantity.matter:
        counted = "people" if not noun or quantity.noun_is_matter else noun
        return f"Number of {counted} {quantity.matter}"
    if not quantity.unit:
        return f"Number of {noun}"
    question = "When" if quantity.unit in MOMENTS else "How much"
    return f"{question}: {shorten(quantity.clause, 70)}"


def _unit(quantity: Quantity) -> str:
    if quantity.unit:
        return ""
    counted = quantity.matter or quantity.noun_shown
    return f" {counted}" if counted else ""
