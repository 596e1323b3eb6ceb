"""Precision, recall and F1 of found attributions against gold ones.

Spans are compared exactly, after marks and white space at their ends are trimmed, by where they
begin, by whether they overlap at all, and by the letters and digits they share. Whole relations
are paired so that their contents overlap most.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

import numpy as np
from scipy.optimize import linear_sum_assignment

from attrib.records import Span
from relations import ROLES, Relation

_TRIMMED = " \t\n\r\"'“”‘’,.;:—–-"
_LEAST_OVERLAP = 0.5
"""Jaccard overlap of contents, in code points, from which two relations can be the same."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many were found right, how many were found, how many there are."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """The counts of each measure, summed over articles.

    begin: spans begin at the same place. any: spans overlap, each paired with one at most.
    relation_half: content overlaps by half or more, and the source overlaps or neither has one.
    relation_exact: every span of all three roles is the same. source_given_content: of the
    pairs whose content overlaps by half or more, those whose source is right.
    """

    source_exact: Count = Count()
    source_begin: Count = Count()
    source_any: Count = Count()
    source_char: Count = Count()
    cue_exact: Count = Count()
    cue_begin: Count = Count()
    cue_any: Count = Count()
    cue_char: Count = Count()
    content_exact: Count = Count()
    content_begin: Count = Count()
    content_any: Count = Count()
    content_char: Count = Count()
    relation_half: Count = Count()
    relation_exact: Count = Count()
    source_given_content: Count = Count()

    def __add__(self, other: Figures) -> Figures:
        names = [item.name for item in fields(self)]
        return Figures(*(getattr(self, name) + getattr(other, name) for name in names))


def score_articles(
    texts: dict[str, str],
    gold: dict[str, tuple[Relation, ...]],
    found: dict[str, tuple[Relation, ...]],
) -> Figures:
    """The figures over all articles of `gold`, by file name; what else was found is left out."""
    total = Figures()
    for name, relations in gold.items():
        total += score_article(texts[name], relations, found.get(name, ()))
    return total


def score_article(text: str, gold: Sequence[Relation], found: Sequence[Relation]) -> Figures:
    """The figures of one article."""
    counts: dict[str, Count] = {}
    for role in ROLES:
        exact = [
            {_trim(text, span) for item in side for span in item.spans(role)}
            for side in (found, gold)
        ]
        chars = [
            _letters(text, (span for item in side for span in item.spans(role)))
            for side in (found, gold)
        ]
        begins = [{span.start for span in spans} for spans in exact]
        counts[f"{role}_exact"] = _compare(*exact)
        counts[f"{role}_begin"] = _compare(*begins)
        counts[f"{role}_any"] = _compare_loosely(*exact)
        counts[f"{role}_char"] = _compare(*chars)
    outcomes = [outcome for outcome in find_outcomes(text, gold, found) if outcome.has_content]
    agreeing = sum(outcome.has_source for outcome in outcomes)
    return Figures(
        **counts,
        relation_half=Count(agreeing, len(found), len(gold)),
        relation_exact=Count(sum(outcome.is_exact for outcome in outcomes), len(found), len(gold)),
        source_given_content=Count(agreeing, len(outcomes), len(outcomes)),
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one gold relation: its content found by half or more, its source, all."""

    has_content: bool
    has_source: bool
    is_exact: bool


def find_outcomes(
    text: str, gold: Sequence[Relation], found: Sequence[Relation]
) -> tuple[Outcome, ...]:
    """The outcome of each of `gold`, in order."""
    outcomes = [Outcome(False, False, False) for _ in gold]
    for ours, place in _pair(found, gold):
        theirs = gold[place]
        outcomes[place] = Outcome(True, _same_source(ours, theirs), _same_spans(text, ours, theirs))
    return tuple(outcomes)


def _pair(found: Sequence[Relation], gold: Sequence[Relation]) -> list[tuple[Relation, int]]:
    """Found relations and places of gold ones, of largest summed overlap of content.

    Those of too little overlap are left out.
    """
    if not found or not gold:
        return []
    ours = [_offsets(item.content) for item in found]
    theirs = [_offsets(item.content) for item in gold]
    overlap = np.array([[_jaccard(one, other) for other in theirs] for one in ours])
    rows, columns = linear_sum_assignment(overlap, maximize=True)
    return [
        (found[row], int(column))
        for row, column in zip(rows, columns, strict=True)
        if overlap[row, column] >= _LEAST_OVERLAP
    ]


def _same_source(found: Relation, gold: Relation) -> bool:
    if not found.source or not gold.source:
        return not found.source and not gold.source
    return any(one.overlaps(other) for one in found.source for other in gold.source)


def _same_spans(text: str, found: Relation, gold: Relation) -> bool:
    return all(
        {_trim(text, span) for span in found.spans(role)}
        == {_trim(text, span) for span in gold.spans(role)}
        for role in ROLES
    )


def _compare(found: set[Span] | set[int], gold: set[Span] | set[int]) -> Count:
    return Count(len({*found} & {*gold}), len(found), len(gold))


def _compare_loosely(found: set[Span], gold: set[Span]) -> Count:
    """Spans that overlap, paired from left to right, each with one at most."""
    left, right = sorted(found), sorted(gold)
    pairs = here = there = 0
    while here < len(left) and there < len(right):
        if left[here].overlaps(right[there]):
            pairs, here, there = pairs + 1, here + 1, there + 1
        elif left[here].end <= right[there].start:
            here += 1
        else:
            there += 1
    return Count(pairs, len(found), len(gold))


def _trim(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.end - len(words.lstrip(_TRIMMED))
    return Span(start, max(start, span.start + len(words.rstrip(_TRIMMED))))


def _letters(text: str, spans: Iterable[Span]) -> set[int]:
    return {offset for offset in _offsets(spans) if text[offset].isalnum()}


def _offsets(spans: Iterable[Span]) -> set[int]:
    return {offset for span in spans for offset in range(span.start, span.end)}


def _jaccard(one: set[int], other: set[int]) -> float:
    shared = len(one & other)
    return shared / len(one | other) if shared else 0.0
