"""A number in running text, as an interval, with what it counts and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, as an interval, with what it counts; places are those of the text it is in.

    `low` and `high` are in the unit's base (metres, seconds, ...), `unit` is the dimension; of a
    time of day or a date they are minutes, days or years, and `noun` is its zone or its year.
    `hedge` is "", "about", "almost", "at least", "at most", "range" or "vague". `part` says
    that the number counts a part or a rest ("another 18", "five of the 20"), not the whole.
    `near` are stems of the words next to the number, which say what it measures; `narrowed`
    those between the number and its noun. `clause` are the words around it, without it.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str
    noun: str
    noun_shown: str
    matter: str
    hedge: str
    part: bool
    hypothetical: bool
    shown: str
    clause: str
    stems: frozenset[str]
    near: frozenset[str]
    narrowed: frozenset[str]
    names: frozenset[str]
    noun_is_matter: bool
    thing: frozenset[str] = frozenset()
    """Stems of what a measure stands before as an adjective: truck, of "a 25-ton truck"."""
    aspect: str = ""
    """What of a thing a length is (width, depth, ...), of a course a time (start, end); "limit"
    for a speed that is allowed."""
    sense: str = ""
    """Whether it was offered, demanded, or is an average; "" for what is."""
    foreseen: bool = False
    """Whether the clause is about what is to come."""

    @property
    def counts_all(self) -> bool:
        """Whether it is a toll of the whole event, so that a place named beside it adds nothing."""
        return self.is_toll and self.matter != "taken to hospital"

    @property
    def is_toll(self) -> bool:
        """Whether it counts people or things that something happened to."""
        return bool(self.matter) and not self.unit
