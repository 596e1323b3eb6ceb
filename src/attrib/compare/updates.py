"""Whether a figure is only another one at a later time: a toll that rose, a queue that shrank."""

from __future__ import annotations

import math
from itertools import pairwise

from attrib.compare.figures import clash, is_higher
from attrib.compare.lexicon import Lexicon
from attrib.compare.moments import DATE, WEEKDAY
from attrib.compare.quantity import Quantity
from attrib.compare.ranks import RANK
from attrib.compare.statements import Statement

_FIXED = frozenset({"length", "width", "height"})
_STILL = frozenset({"depth", "distance"})
"""Aspects of a length that stay, unless the text says that they moved."""
_MOVING_UNITS = frozenset({"", "area", "money", "percent", "length", "magnitude", RANK})
_RESTLESS_UNITS = frozenset({"area", "magnitude"})
"""Dimensions whose figures are mended from one day to the next: of a fire, of an earthquake."""
_GROWING_ASPECTS = frozenset({"cost", "takings", "loss", "donations"})
_COUNTING = frozenset({"counted", "tallied", "reporting", "in", "declared"})
_HAS = frozenset({"has", "have"})


def is_moved(
    p: Quantity,
    q: Quantity,
    one: Statement,
    other: Statement,
    days: int | None,
    lexicon: Lexicon,
) -> bool:
    """Whether `p` of `one` and `q` of `other` may be one count as of two times.

    Either the texts say so, or what is counted is of a kind that moves, and in that direction.
    `days` is how many days later the other text was published, None where that is not known.
    """
    if p.unit.split(".")[0] not in _MOVING_UNITS or _FIXED & {p.aspect, q.aspect}:
        return False
    one_time = _name_one_time(one, other)
    if one_time and p.unit == "percent":
        # "Down from 5.6 the month before" is of the other month.
        return False
    if one.updates or other.updates:
        return True
    # "Villagers still mark the blast of 1987" counts nobody anew.
    if one.as_yet != other.as_yet and not (one_time or one.years & other.years):
        return True
    if not clash(p, q):
        return False
    if one_time is not None:
        return not one_time
    if p.unit == "percent" and all(_is_partly_counted(text, lexicon) for text in (one, other)):
        return True
    if not days:
        return False
    earlier, later = (p, q) if days > 0 else (q, p)
    return _moves(earlier, later, lexicon)


def may_grow(quantity: Quantity) -> bool:
    """Whether it counts something, or tells how far something has come."""
    if quantity.unit == "length":
        return quantity.aspect not in _FIXED
    return quantity.unit in ("", "percent") or bool(quantity.matter)


def _moves(earlier: Quantity, later: Quantity, lexicon: Lexicon) -> bool:
    """Whether the count is of a kind that comes from the one figure to the other."""
    matters = {earlier.matter, later.matter} - {""}
    if matters & lexicon.shrinking or {earlier.noun, later.noun} & lexicon.moving_nouns:
        return True
    if matters & lexicon.tolls or {earlier.aspect, later.aspect} & _GROWING_ASPECTS:
        return is_higher(later, earlier)
    if later.unit in _RESTLESS_UNITS:
        return True
    still = later.unit == "length" and _STILL & {earlier.aspect, later.aspect}
    return (
        later.unit in ("", "length")
        and not still
        and (_is_till_now(earlier) or _is_till_now(later))
    )


def _is_partly_counted(statement: Statement, lexicon: Lexicon) -> bool:
    """Whether a part of the votes is counted: "with a quarter of the precincts reporting"."""
    return any(
        quantity.unit == "percent"
        and quantity.noun in lexicon.moving_nouns
        and bool(_COUNTING & set(quantity.clause.lower().split()))
        for quantity in statement.quantities
    )


def _is_till_now(quantity: Quantity) -> bool:
    """Whether its clause tells what has happened by a time: "3,000 have crossed the river"."""
    words = quantity.clause.lower().split()
    return bool(_HAS & set(words)) or any(
        first == "had" and second.endswith(("ed", "en")) for first, second in pairwise(words)
    )


def _name_one_time(one: Statement, other: Statement) -> bool | None:
    """Whether both name one time for what they tell; None where they do not both name any."""
    mine, theirs = _days_of(one), _days_of(other)
    shared = mine.keys() & theirs.keys()
    return any(mine[unit] & theirs[unit] for unit in shared) if shared else None


def _days_of(statement: Statement) -> dict[str, set[int]]:
    """The weekdays and the days of the year that it names; of "by Sunday" that is Sunday."""
    found: dict[str, set[int]] = {}
    for quantity in statement.quantities:
        if quantity.unit in (WEEKDAY, DATE):
            ends = [end for end in (quantity.low, quantity.high) if math.isfinite(end)]
            days = range(math.ceil(min(ends)), math.floor(max(ends)) + 1) if ends else ()
            found.setdefault(quantity.unit, set()).update(days)
    return found
