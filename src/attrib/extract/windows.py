"""Cut an article into windows that the encoder can read: paragraphs, with what came before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start` to `end`, of which those from `core` on are judged; the rest is context.

    0 <= start <= core < end.
    """

    start: int
    core: int
    end: int


def cut_windows(
    sizes: Sequence[int], paragraphs: Sequence[int], limit: int, context: int
) -> tuple[Window, ...]:
    """Windows of at most `limit` word pieces; each word is in the core of exactly one.

    `sizes` are the word pieces of each word, `paragraphs` the number of its paragraph; a piece
    more is counted for the start of the window and for the end of each paragraph. A window begins
    with up to `context` pieces of what came before it. A paragraph is cut only if it does not fit
    by itself; a word of half of `limit` pieces or more is counted as one.
    """
    windows: list[Window] = []
    n_words = len(sizes)
    core = 0
    while core < n_words:
        start, used = core, 1
        room = min(context, limit - 1 - _cost(sizes, paragraphs, core, limit))
        while start > 0:
            cost = _cost(sizes, paragraphs, start - 1, limit)
            if used + cost > room:
                break
            used += cost
            start -= 1
        end = core
        last_whole = core
        while end < n_words:
            cost = _cost(sizes, paragraphs, end, limit)
            if used + cost > limit - 1:
                break
            used += cost
            end += 1
            if end == n_words or paragraphs[end] != paragraphs[end - 1]:
                last_whole = end
        # Only a paragraph that no window could hold is cut.
        if last_whole > core:
            end = last_whole
        end = max(end, core + 1)
        windows.append(Window(start, core, end))
        core = end
    return tuple(windows)


def _cost(sizes: Sequence[int], paragraphs: Sequence[int], word: int, limit: int) -> int:
    size = sizes[word] if sizes[word] < limit // 2 else 1
    return size + (word + 1 < len(sizes) and paragraphs[word] != paragraphs[word + 1])
