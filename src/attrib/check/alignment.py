"""Word by word: which words of a quote stand in a passage, and what lies between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rapidfuzz.distance import LCSseq

_Range = tuple[int, int]
_REACH = 400
"""Words of the material that an ellipsis may stand for."""
_MOST_ANCHORS = 8


@dataclass(frozen=True, slots=True)
class Run:
    """`length` words that are the same from index `ours` of the quote and `theirs` of the text."""

    ours: int
    theirs: int
    length: int

    @property
    def ours_end(self) -> int:
        return self.ours + self.length

    @property
    def theirs_end(self) -> int:
        return self.theirs + self.length


def align(
    ours: Sequence[str], theirs: Sequence[str], window: _Range, parts: Sequence[_Range]
) -> tuple[Run, ...]:
    """The runs of words that a quote shares with a text, in order, near together.

    `parts` are ranges of `ours` that cover it. The one of which most stands in `window` (a
    range of `theirs`) comes first; the others are looked for on both sides of it, the nearest
    first, as far as an ellipsis may reach.
    """
    aligned = [_align_part(ours, theirs, part, window) for part in parts]
    sizes = [sum(run.length for run in runs) for runs in aligned]
    anchor = max(range(len(parts)), key=lambda part: (sizes[part], -part))
    runs = aligned[anchor]
    if not runs:
        return ()
    for part in parts[anchor + 1 :]:
        end = runs[-1].theirs_end
        runs += _find_part(ours, theirs, part, (end, min(end + _REACH, len(theirs))))
    for part in reversed(parts[:anchor]):
        start = runs[0].theirs
        runs = _find_part(ours, theirs, part, (max(start - _REACH, 0), start), last=True) + runs
    return _merge(runs)


def _find_part(
    ours: Sequence[str], theirs: Sequence[str], part: _Range, window: _Range, *, last: bool = False
) -> list[Run]:
    """The part verbatim, nearest to where the quote goes on, else as far as it is there."""
    length = part[1] - part[0]
    starts = list(_find_words(ours, theirs, part, window))
    if starts:
        return [Run(part[0], starts[-1 if last else 0], length)]
    runs = _align_part(ours, theirs, part, window)
    # A few of its words anywhere near are chance; better none than a scattered diff.
    return runs if 2 * sum(run.length for run in runs) > length else []


def _align_part(
    ours: Sequence[str], theirs: Sequence[str], part: _Range, window: _Range
) -> list[Run]:
    runs = _find_runs(ours, theirs, part, window)
    if not runs:
        return []
    anchor = runs[_longest(runs)]
    found = [_drop_strays(_tighten(runs, ours, theirs))]
    # The words of the longest run may stand there several times, and the rest beside another.
    for start in islice(
        _find_words(ours, theirs, (anchor.ours, anchor.ours_end), window), _MOST_ANCHORS
    ):
        moved = Run(anchor.ours, start, anchor.length)
        reach = 2 * (part[1] - part[0]) + 8
        before = (max(window[0], start - reach), start)
        after = (moved.theirs_end, min(window[1], moved.theirs_end + reach))
        left = _find_runs(ours, theirs, (part[0], anchor.ours), before)
        right = _find_runs(ours, theirs, (anchor.ours_end, part[1]), after)
        found.append(_drop_strays(_tighten([*left, moved, *right], ours, theirs)))
    return max(found, key=_rate)


def _rate(runs: Sequence[Run]) -> tuple[int, int]:
    """How many words are the same, and, where as many are, how near together they stand."""
    return sum(run.length for run in runs), runs[0].theirs - runs[-1].theirs_end


def _longest(runs: Sequence[Run]) -> int:
    return max(range(len(runs)), key=lambda index: (runs[index].length, -index))


def _find_words(
    ours: Sequence[str], theirs: Sequence[str], part: _Range, window: _Range
) -> Iterator[int]:
    """Where the words of the part stand in the window, all in one go."""
    words = ours[slice(*part)]
    for start in range(window[0], window[1] - len(words) + 1):
        # Slicing at each word costs; most places differ in the first one.
        if theirs[start] == words[0] and theirs[start : start + len(words)] == words:
            yield start


def _find_runs(
    ours: Sequence[str], theirs: Sequence[str], part: _Range, window: _Range
) -> list[Run]:
    """A longest common subsequence of the two ranges, as runs."""
    return [
        Run(
            part[0] + block.src_start,
            window[0] + block.dest_start,
            block.src_end - block.src_start,
        )
        for block in LCSseq.opcodes(ours[slice(*part)], theirs[slice(*window)])
        if block.tag == "equal"
    ]


def _tighten(runs: list[Run], ours: Sequence[str], theirs: Sequence[str]) -> list[Run]:
    """The runs moved towards the longest one, as far as the same words stand there.

    Of several longest common subsequences an aligner gives any; people mean the closest.
    """
    longest = _longest(runs)
    moved = [runs[longest]]
    for run in runs[longest + 1 :]:
        floor = moved[-1].theirs_end
        moved.append(_move(run, ours, theirs, range(floor, run.theirs)))
    for run in reversed(runs[:longest]):
        ceiling = moved[0].theirs - run.length
        moved.insert(0, _move(run, ours, theirs, range(ceiling, run.theirs, -1)))
    return list(_merge(moved))


def _move(run: Run, ours: Sequence[str], theirs: Sequence[str], starts: Iterable[int]) -> Run:
    words = ours[run.ours : run.ours_end]
    for start in starts:
        if theirs[start] == words[0] and theirs[start : start + run.length] == words:
            return Run(run.ours, start, run.length)
    return run


def _merge(runs: Sequence[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in runs:
        before = merged[-1] if merged else None
        if before and before.ours_end == run.ours and before.theirs_end == run.theirs:
            merged[-1] = Run(before.ours, before.theirs, before.length + run.length)
        else:
            merged.append(run)
    return tuple(merged)


def _drop_strays(runs: list[Run]) -> list[Run]:
    """Without runs that stand too far from the longest one for their own length."""
    longest = _longest(runs)
    kept = [runs[longest]]
    for run in runs[longest + 1 :]:
        if run.theirs - kept[-1].theirs_end <= _may_stand_off(run):
            kept.append(run)
    for run in reversed(runs[:longest]):
        if kept[0].theirs - run.theirs_end <= _may_stand_off(run):
            kept.insert(0, run)
    return kept


def _may_stand_off(run: Run) -> int:
    return 2 + 3 * run.length
