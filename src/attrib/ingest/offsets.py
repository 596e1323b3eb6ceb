"""The map from an article's text back to the file it was taken from."""

from __future__ import annotations

from collections.abc import Iterable

from attrib.records import RawMap


def build_raw_map(runs: Iterable[tuple[int, int]], line_starts: tuple[int, ...]) -> RawMap:
    """The map of `runs`, pairs of text and raw offset in ascending order of text offset.

    Only runs at which text and raw file stop advancing together are kept.
    """
    text_starts: list[int] = []
    raw_starts: list[int] = []
    for text_start, raw_start in runs:
        if text_starts and raw_start - text_start == raw_starts[-1] - text_starts[-1]:
            continue
        text_starts.append(text_start)
        raw_starts.append(raw_start)
    return RawMap(tuple(text_starts) or (0,), tuple(raw_starts) or (0,), line_starts)
