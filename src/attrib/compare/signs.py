"""What of two texts speaks for and against their saying the same, apart from the pair model."""

from __future__ import annotations

from dataclasses import dataclass

from attrib.compare.figures import clash, is_same_slot
from attrib.compare.lexicon import Lexicon
from attrib.compare.oppositions import Opposition, find_opposition
from attrib.compare.quantity import Quantity
from attrib.compare.statements import Statement


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for and against two texts saying the same.

    `cosine` is that of their vectors, `overlap` the share of the shorter one's content words
    that the other has too; both in [0, 1] for texts on one matter. `both_count` says that there
    are figures in both.
    """

    cosine: float
    overlap: float
    figures: tuple[Quantity, Quantity] | None
    opposition: Opposition | None
    one_negates: bool
    one_refutes: bool
    both_count: bool


def find_signs(one: Statement, other: Statement, cosine: float, lexicon: Lexicon) -> Signs:
    """The signs of one pair; the order of the two makes no difference to the scores."""
    shared = one.stems & other.stems
    return Signs(
        cosine=cosine,
        overlap=len(shared) / max(min(len(one.stems), len(other.stems)), 1),
        figures=find_clashing(one, other, lexicon),
        opposition=find_opposition(one, other, cosine, lexicon),
        one_negates=bool(one.negated) != bool(other.negated),
        one_refutes=one.refutes != other.refutes,
        both_count=bool(one.quantities and other.quantities),
    )


def find_clashing(
    one: Statement, other: Statement, lexicon: Lexicon
) -> tuple[Quantity, Quantity] | None:
    """Two numbers for one thing that cannot both hold, unless the texts also agree on one."""
    clashing = None
    for p in one.quantities:
        for q in other.quantities:
            if not is_same_slot(p, q, lexicon):
                continue
            if not clash(p, q):
                return None
            if clashing is None and (p.matter or p.noun or p.near & q.near):
                clashing = p, q
    return clashing
