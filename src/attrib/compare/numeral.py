"""A number as it stands in a text, before it is known what it counts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numeral:
    """A bare number in tokens `[first, last)`, as an interval.

    `hedge` is "", "range", "about", "at least" or "vague", `currency` as written before the
    number ("$", "A$", "EUR ") or "".
    """

    first: int
    last: int
    low: float
    high: float
    hedge: str = ""
    currency: str = ""
    unit: str = ""
