"""How two bare texts relate: the same signs as in whole articles, without any context."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from attrib.compare.embedders import Embedder
from attrib.compare.figures import clash, is_same_slot
from attrib.compare.lexicon import Lexicon, read_lexicon
from attrib.compare.oppositions import Opposition, find_opposition
from attrib.compare.quantities import Quantity
from attrib.compare.statements import Statement, state
from attrib.records import Relation
from attrib.rulebook import Rulebook

_CERTAIN = 0.5
_SAME = 0.55
"""Cosine at which two texts without any clash are as likely the same as not."""
_SIGN_WEIGHT = {
    "figure": 3.6,
    "negation": 2.8,
    "poles": 2.8,
    "slot": 2.6,
    "one negates": 2.3,
    "one refutes": 2.6,
}
_RELATED = 0.4
"""Cosine from which on two texts answer one question, though neither confirms the other."""


def relate(
    pairs: Sequence[tuple[str, str]], rulebook: Rulebook, embed: Embedder
) -> tuple[Relation, ...]:
    """One Relation a pair, in order; symmetric in the two texts of each pair."""
    if not pairs:
        return ()
    lexicon = read_lexicon(rulebook)
    texts = sorted({text for pair in pairs for text in pair})
    row = {text: number for number, text in enumerate(texts)}
    vectors = embed(texts)
    statements = [state(text, lexicon) for text in texts]
    relations = []
    for pair in pairs:
        one, other = sorted(pair)
        cosine = round(float(vectors[row[one]] @ vectors[row[other]]), 3)
        signs = find_signs(statements[row[one]], statements[row[other]], cosine, lexicon)
        relations.append(_relate(signs))
    return tuple(relations)


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for and against two texts saying the same.

    `cosine` is that of their vectors, `overlap` the share of the shorter one's content words
    that the other has too; both in [0, 1] for texts on one matter.
    """

    cosine: float
    overlap: float
    figures: tuple[Quantity, Quantity] | None
    opposition: Opposition | None
    one_negates: bool
    one_refutes: bool


def find_signs(one: Statement, other: Statement, cosine: float, lexicon: Lexicon) -> Signs:
    """The signs of one pair; the order of the two makes no difference to the scores."""
    shared = one.stems & other.stems
    return Signs(
        cosine=cosine,
        overlap=len(shared) / max(min(len(one.stems), len(other.stems)), 1),
        figures=_clashing(one, other, lexicon),
        opposition=find_opposition(one, other, cosine, lexicon),
        one_negates=bool(one.negated) != bool(other.negated),
        one_refutes=one.refutes != other.refutes,
    )


def _clashing(
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


def _relate(signs: Signs) -> Relation:
    contradiction = round(_score_contradiction(signs), 3)
    same = round((1 - contradiction) * _logistic(12 * (signs.cosine - _SAME)), 3)
    # A negated sentence is the nearest neighbour of its opposite, so the clash is asked first.
    if contradiction >= _CERTAIN:
        return Relation("contradiction", same, contradiction, _reason(signs))
    near = f"cosine {signs.cosine:.2f}"
    if same >= _CERTAIN:
        return Relation("same", same, contradiction, f"alike in meaning ({near}), no clash found")
    if signs.cosine >= _RELATED:
        return Relation("competing", same, contradiction, f"on one matter ({near}), not the same")
    return Relation("unrelated", same, contradiction, f"little in common ({near})")


def _score_contradiction(signs: Signs) -> float:
    """In [0, 1]: how strong the signs of a clash are, where the texts are on one matter at all.

    The weights follow a logistic regression on LingNLI, MNLI, Emergent and ContraDoc pairs,
    rounded by hand so that two texts without any sign of a clash never reach 0.5.
    """
    clash = _SIGN_WEIGHT["figure"] if signs.figures else 0.0
    if signs.opposition:
        clash += _SIGN_WEIGHT[signs.opposition.sign]
    elif signs.one_negates:
        clash += _SIGN_WEIGHT["one negates"]
    if signs.one_refutes:
        clash += _SIGN_WEIGHT["one refutes"]
    on_one_matter = _logistic(12 * (signs.cosine - 0.35))
    return on_one_matter * _logistic(clash - 2.2 + 1.3 * (signs.cosine - 0.5))


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))


def _reason(signs: Signs) -> str:
    if signs.figures:
        return f"figures differ: {' / '.join(sorted(q.shown for q in signs.figures))}"
    if signs.opposition:
        return signs.opposition.reason
    if signs.one_refutes:
        return "one denies or refutes what the other states"
    return "one is negated and the other is not"
