"""One quote given twice: pairs of quotes that are nearly the same words, and how they differ.

Pairs are found by the runs of three words that they share, so that the work grows with the
number of quotes and not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from rapidfuzz.distance import LCSseq

from attrib.check.likeness import Likeness, is_same_wording

_RUN = 3
_MOST_HOLDERS = 8
"""A run of words that more quotes hold is a refrain, and shows nothing."""
_LONGEST = 150
"""Words of a quote that are compared."""
_MOST_PAIRS = 400
_EDGE = 1
"""So many words may stand before or after what two quotes share, and be another wording of it."""

_Run = tuple[int, int, int]
"""Where like words begin in the first and the second quote, and how many they are."""


@dataclass(frozen=True, slots=True)
class Twin:
    """Quotes `first` and `second` by index: the words they share, and what differs.

    `covered` is the share of the shorter quote that lies between the first and the last word
    that are the same; `alike` is the share of like words in between. Each of `differences` is
    the words of the first quote and those of the second where they part.
    """

    first: int
    second: int
    shared: tuple[str, ...]
    covered: float
    alike: float
    differences: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


def find_twins(quotes: Sequence[tuple[str, ...]], likeness: Likeness) -> Iterator[Twin]:
    """Pairs of quotes, each given as read words, that share a run of words, in order."""
    cut = [words[:_LONGEST] for words in quotes]
    holders: dict[tuple[str, ...], list[int]] = {}
    for index, words in enumerate(cut):
        for run in {words[place : place + _RUN] for place in range(len(words) - _RUN + 1)}:
            holders.setdefault(run, []).append(index)
    pairs: Counter[tuple[int, int]] = Counter()
    for holding in holders.values():
        if len(holding) <= _MOST_HOLDERS:
            pairs.update(combinations(holding, 2))
    ranked = sorted(pairs, key=lambda pair: (-pairs[pair], pair))[:_MOST_PAIRS]
    for first, second in sorted(ranked):
        yield _compare(first, second, cut[first], cut[second], likeness)


def _compare(
    first: int, second: int, ours: tuple[str, ...], theirs: tuple[str, ...], likeness: Likeness
) -> Twin:
    runs = _trim([
        (step.src_start, step.dest_start, step.src_end - step.src_start)
        for step in LCSseq.opcodes(ours, theirs)
        if step.tag == "equal"
    ])  # fmt: skip
    if _holds(ours, theirs) or _holds(theirs, ours):
        shorter = min(ours, theirs, key=len)
        return Twin(first, second, shorter, 1.0, 1.0, ())
    if not runs:
        return Twin(first, second, (), 0.0, 0.0, ())
    shared = tuple(word for start, _, size in runs for word in ours[start : start + size])
    (left, right, _), (last_left, last_right, length) = runs[0], runs[-1]
    ends = last_left + length, last_right + length
    parted = [
        (ours[one[0] + one[2] : other[0]], theirs[one[1] + one[2] : other[1]])
        for one, other in pairwise(runs)
    ]
    before, after = (
        _beside(ours[:left], theirs[:right]),
        _beside(ours[ends[0] :], theirs[ends[1] :]),
    )
    parted = [(before[0][-1:], before[1][-1:]), *parted, (after[0][:1], after[1][:1])]
    wide = max(ends[0] - left, ends[1] - right)
    size = ends[0] - left if len(ours) <= len(theirs) else ends[1] - right
    return Twin(
        first,
        second,
        shared,
        size / min(len(ours), len(theirs)),
        len(shared) / wide,
        tuple(pair for pair in parted if not is_same_wording(*pair, likeness)),
    )


def _holds(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


def _trim(runs: list[_Run]) -> list[_Run]:
    """The runs without those at either end that are parted from the rest by more than they are."""
    while len(runs) > 1 and _gap(runs[0], runs[1]) > runs[0][2]:
        runs = runs[1:]
    while len(runs) > 1 and _gap(runs[-2], runs[-1]) > runs[-1][2]:
        runs = runs[:-1]
    return runs


def _gap(one: _Run, other: _Run) -> int:
    return max(other[0] - one[0], other[1] - one[1]) - one[2]


def _beside(
    ours: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands before or after the like words, where one quote has just a word of its own there.

    "[Will] never sell" against "the club [should] never sell"; a longer piece is only more of
    what was said.
    """
    is_other = bool(ours) and bool(theirs) and min(len(ours), len(theirs)) <= _EDGE
    return (ours, theirs) if is_other else ((), ())


def find_turned(
    ours: Sequence[str], theirs: Sequence[str], turning: Container[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The `turning` words that only `ours` has, and those that only the like part of `theirs` has.

    Both empty where less than three words or half of `ours` stand there, or all in one piece.
    """
    if len(theirs) > _LONGEST or _holds(tuple(theirs), tuple(ours)):
        return (), ()
    equal = [step for step in LCSseq.opcodes(ours, theirs) if step.tag == "equal"]
    size = sum(step.src_end - step.src_start for step in equal)
    if size < _RUN or size * 2 < len(ours):
        return (), ()
    # "I can't [vote for it]": what stands just before belongs to it.
    start = max(equal[0].dest_start - _RUN, 0) if equal[0].src_start else equal[0].dest_start
    part = theirs[start : equal[-1].dest_end]
    mine, other = ([word for word in words if word in turning] for words in (ours, part))
    return (
        tuple(word for word in mine if word not in other),
        tuple(word for word in other if word not in mine),
    )
