"""How two bare texts relate: what the pair model reads, corrected by signs that it misses.

The model is weak on figures, and on who stands where: a headline that calls a story a hoax
opposes the story, however alike the two are. Those signs are added to what it says, as evidence
to evidence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from attrib.compare.doubts import DoubtKind, Doubts, weigh_doubts
from attrib.compare.embedders import Embedder
from attrib.compare.figure_pairs import FigureKind, FigurePair, pair_figures, worst_pair
from attrib.compare.pairs import LIMIT, PairReader, Reading, lazy_reader
from attrib.compare.quantity import Quantity
from attrib.compare.signs import Signs, find_signs
from attrib.compare.statements import state
from attrib.compare.word_lists import read_lexicon
from attrib.records import Relation, RelationKind
from attrib.rulebook import Rulebook

_CERTAIN = 0.5
_LEAST_ODDS = 0.02
"""The model's probabilities are taken as no surer than this."""
_CLASH_WEIGHT, _CLASH_MORE = 0.5, 0.5
"""What the log-odds of a clash add to those of a contradiction, and what is added to them where
they then are the higher: of two texts that are to be compared more clash than of any two."""
_ONE_REFUTES, _ONE_NEGATES, _BOTH_DOUBT, _OPPOSED = 1.5, 0.5, -2.0, 0.7
"""Added to the log-odds of a contradiction: one text refutes, one negates, both do one or the
other, opposite words in one frame."""
_BY_HEADLINES: dict[DoubtKind, float] = {"story": 3.0, "aside": 0.0, "none": -0.5}
"""Added for two headlines: one alone doubts the story, or negates what the other does not say, or
neither doubts. Headlines on one story are set against each other by such words, and else mostly
tell other parts of it."""
_BY_FIGURES: dict[FigureKind, float] = {
    "differ": 1.5, "update": -1.3, "approximate": -0.3, "same": 0.0,
}  # fmt: skip
"""Added for two texts that both have figures, by how these relate as rules read them."""
_IN_SAME_WORDS = 2.5
"""Times the share of words that both texts have, added where figures differ: of two texts that
are the same but for them nothing else counts."""
_FIGURES, _CLASH, _CONTRADICTION, _OF_FIGURES = 0.4, 0.4, 0.2, -0.6
"""Of such texts, what each of the three log-odds of the model counts, and what all start from.
The four by kind are near those of a logistic regression over written pairs that the model did
not learn from (training/written.py); docs/decisions.md says how these were chosen."""
_ON_ONE_MATTER = 0.3
"""Cosine from which on figures are taken to be for one thing."""
_LEAST_RELATED, _FAR_APART = 0.25, 25.0
"""Cosine below which two texts may be on two matters, and what is then taken off for each whole
of it: a set for training calls two such texts a contradiction, and an editor does not."""
_RELATED = 0.4
"""Cosine from which on two texts answer one question, though neither confirms the other."""
_SENTENCE_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’)]))\s+")
_ALL_SHARED = Reading(1.0, 1.0, 0.0)
"""Of two texts that are the same sentences, in whatever order."""
_CUT = f"too long for the {LIMIT} word pieces read at once, so an end was not read"


def relate(
    pairs: Sequence[tuple[str, str]],
    rulebook: Rulebook,
    embed: Embedder,
    read: PairReader | None = None,
) -> tuple[Relation, ...]:
    """One Relation a pair, in order; symmetric in the two texts of each pair.

    Of texts too long for the model the sentences that both have are left out; where they are too
    long without them as well, or one has no others, the reason says that an end was not read.
    """
    if not pairs:
        return ()
    lexicon = read_lexicon(rulebook)
    ordered = [(min(pair), max(pair)) for pair in pairs]
    compared = _read_what_differs(ordered, read or lazy_reader())
    statements = {text: state(text, lexicon) for item in compared for text in item.texts}
    clauses = {q.clause for statement in statements.values() for q in statement.quantities}
    texts = sorted({*(text for pair in ordered for text in pair), *clauses})
    vectors = dict(zip(texts, embed(texts), strict=True))

    def likeness(p: Quantity, q: Quantity) -> float:
        return round(float(vectors[p.clause] @ vectors[q.clause]), 3)

    relations = []
    for (one, other), item in zip(ordered, compared, strict=True):
        cosine = round(float(vectors[one] @ vectors[other]), 3)
        left, right = (statements[text] for text in item.texts)
        signs = find_signs(left, right, cosine, lexicon)
        figures = worst_pair(pair_figures(left, right, likeness, lexicon, whole=cosine))
        doubts = weigh_doubts(left, right, lexicon)
        relations.append(_relate(signs, figures, item.reading, doubts))
    return tuple(relations)


@dataclass(frozen=True, slots=True)
class _Compared:
    """What of two texts was read side by side, and what the model says of it."""

    texts: tuple[str, str]
    reading: Reading


def _read_what_differs(pairs: Sequence[tuple[str, str]], read: PairReader) -> list[_Compared]:
    """Each pair as the model reads it: without the sentences of both where they are too long."""
    found = [_Compared(pair, reading) for pair, reading in zip(pairs, read(pairs), strict=True)]
    again: dict[int, tuple[str, str]] = {}
    for place, item in enumerate(found):
        if not item.reading.cut:
            continue
        one, other = _leave_out_shared(*item.texts)
        if not one and not other:
            found[place] = _Compared(item.texts, _ALL_SHARED)
        elif one and other:
            again[place] = min(one, other), max(one, other)
    readings = read(list(again.values())) if again else ()
    for place, reading in zip(again, readings, strict=True):
        found[place] = _Compared(again[place], reading)
    return found


def _leave_out_shared(one: str, other: str) -> tuple[str, str]:
    left, right = (_SENTENCE_END.split(text.strip()) for text in (one, other))
    shared = {*left} & {*right}
    return (
        " ".join(sentence for sentence in left if sentence not in shared),
        " ".join(sentence for sentence in right if sentence not in shared),
    )


def _relate(signs: Signs, figures: FigurePair | None, reading: Reading, doubts: Doubts) -> Relation:
    kind: RelationKind
    if signs.cosine < _ON_ONE_MATTER:
        figures = None
    contradiction = round(_score_contradiction(signs, figures, reading, doubts), 3)
    agreement = (reading.forward + reading.backward) / 2
    if figures and figures.kind == "approximate":
        # "15 died" implies "at least 12 died", and not the other way round: they agree.
        agreement = max(reading.forward, reading.backward)
        if signs.overlap == 1 and not signs.one_negates and not signs.one_refutes:
            agreement = max(agreement, signs.cosine)
    same = round(min(agreement, 1 - contradiction), 3)
    near = f"cosine {signs.cosine:.2f}"
    # A negated sentence is the nearest neighbour of its opposite, so the clash is asked first.
    if contradiction >= _CERTAIN:
        kind, reason = "contradiction", _reason(signs, figures)
    elif same >= _CERTAIN:
        kind, reason = "same", f"alike in meaning ({near})"
    elif signs.cosine >= _RELATED:
        kind, reason = "competing", f"on one matter ({near}), not the same"
    else:
        kind, reason = "unrelated", f"little in common ({near})"
    if reading.cut:
        reason = f"{reason}; {_CUT}"
    elif kind == "same":
        reason = f"{reason}, no clash found"
    return Relation(kind, same, contradiction, reason)


def _score_contradiction(
    signs: Signs, figures: FigurePair | None, reading: Reading, doubts: Doubts
) -> float:
    """In [0, 1]: the model's odds of a contradiction, times those of the explicit signs."""
    of_figures = signs.both_count and signs.cosine >= _ON_ONE_MATTER
    total = _by_model(reading, signs.cosine, of_figures=of_figures)
    if of_figures and figures:
        total += _BY_FIGURES[figures.kind]
        if figures.kind == "differ":
            total += _IN_SAME_WORDS * signs.overlap
    if signs.one_refutes and doubts.kind == "story":
        total += _ONE_REFUTES
    elif signs.one_negates and not of_figures:
        total += _ONE_NEGATES
    if doubts.kind == "both":
        total += _BOTH_DOUBT
    elif doubts.headlines:
        total += _BY_HEADLINES[doubts.kind]
    if signs.opposition:
        total += _OPPOSED
    if not signs.overlap:
        total -= _FAR_APART * max(_LEAST_RELATED - signs.cosine, 0.0)
    return 1 / (1 + math.exp(-total))


def _by_model(reading: Reading, cosine: float, *, of_figures: bool) -> float:
    """Log-odds of a contradiction by what the model says alone."""
    contradicts, clashes = _log_odds(reading.contradiction), _log_odds(reading.clash)
    if of_figures:
        differs = _FIGURES * _log_odds(reading.figures)
        return differs + _CLASH * clashes + _CONTRADICTION * contradicts + _OF_FIGURES
    if cosine < _LEAST_RELATED:
        return contradicts
    return max(contradicts + _CLASH_WEIGHT * clashes, clashes + _CLASH_MORE)


def _log_odds(probability: float) -> float:
    within = min(max(probability, _LEAST_ODDS), 1 - _LEAST_ODDS)
    return math.log(within / (1 - within))


def _reason(signs: Signs, figures: FigurePair | None) -> str:
    if figures and figures.kind == "differ":
        shown = sorted((figures.one.shown, figures.other.shown))
        return f"figures differ: {' / '.join(shown)}"
    if signs.opposition:
        return signs.opposition.reason
    if signs.one_refutes:
        return "one denies or refutes what the other states"
    if signs.one_negates:
        return "one is negated and the other is not"
    return "read side by side, both cannot hold"
