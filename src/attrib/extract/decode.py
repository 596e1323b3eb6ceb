"""From the scores of the tagger to attributions: which words, and what belongs to which cue.

Cues come first; then each word's tag is weighed anew by what it is to the cue it is nearest to in
meaning, so that a source or content that fits a cue well is found though it is weak by itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from attrib.extract.links import distance_classes, step_classes
from attrib.extract.sequences import Range, best_tags, ranges_of
from attrib.extract.tagger import Judgement, Tables
from attrib.extract.words import Words, words_in
from attrib.records import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FROM_LINKS = 0.6
"""Weight of what a word is to its cue, beside its own tag. Tuned, as the next, on a tenth of the
training articles."""
_LEAST_LINK = 0.3
"""Mean probability from which a span belongs to a cue."""
_LEAST = 1e-3
_NEVER = -40.0
_SOURCE, _CUE, _CONTENT = slice(1, 3), slice(3, 5), slice(5, 7)


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution, as ranges of words; it has a cue and one content or more."""

    cue: Range
    source: Range | None
    contents: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class _Roles:
    """What the words from `start` on are to one cue: [n, 5] probabilities of role tags."""

    start: int
    chances: NDArray[np.float64]

    @property
    def end(self) -> int:
        return self.start + len(self.chances)

    def mean(self, part: Range, tags: slice) -> float:
        """Mean over the words of `part` of being one of `tags`; 0 beyond what was seen."""
        first, last = part[0] - self.start, part[1] - self.start
        if first < 0 or last > len(self.chances):
            return 0.0
        return float(self.chances[first:last, tags].sum(1).mean())


def score_words(judgements: Sequence[Judgement]) -> NDArray[np.float64]:
    """[n_words, 7]: log probabilities of the tags of each word, from the window that judges it."""
    parts = [j.tags[j.window.core - j.window.start :] for j in judgements]
    return _log_softmax(np.concatenate(parts)) if parts else np.zeros((0, 7))


def cue_chance(words: Words, scores: NDArray[np.float64], span: Span) -> float:
    """The highest probability, of the words that `span` touches, of being in a cue."""
    first, last = words_in(words, span.start, span.end)
    return float(np.exp(scores[first:last, _CUE]).sum(1).max(initial=0.0))


def decode(
    words: Words,
    scores: NDArray[np.float64],
    judgements: Sequence[Judgement],
    tables: Tables,
) -> tuple[Found, ...]:
    """The attributions among `words`, in order of their cues; contents never overlap.

    `scores` are those of `score_words`.
    """
    paragraphs = words.paragraphs
    numbers = paragraphs.tolist()
    tagged = ranges_of(best_tags(scores, paragraphs, tables.steps).tolist(), numbers)["cue"]
    seen = [(cue, _roles_for(cue, words, judgements, tables)) for cue in tagged]
    cues = [cue for cue, found in seen if found]
    roles = [found for _, found in seen if found]
    if not cues:
        return ()
    weighed = _weigh(scores, cues, roles)
    spans = ranges_of(best_tags(weighed, paragraphs, tables.steps).tolist(), numbers)
    contents: dict[int, list[Range]] = {}
    for part in spans["content"]:
        # Cues are in order, and so are the stretches that they see.
        first = bisect_left(roles, part[1], key=lambda role: role.end)
        last = bisect_right(roles, part[0], key=lambda role: role.start)
        means = [role.mean(part, slice(3, 5)) for role in roles[first:last]]
        best = int(np.argmax(means)) if means else -1
        if means and means[best] > _LEAST_LINK:
            contents.setdefault(first + best, []).append(part)
    return tuple(
        Found(cue, _source_of(roles[number], spans["source"]), tuple(contents[number]))
        for number, cue in enumerate(cues)
        if number in contents
    )


def _source_of(roles: _Roles, spans: Sequence[Range]) -> Range | None:
    """The one of `spans`, in order, that is the source of a cue; None if it has none."""
    seen = spans[bisect_left(spans, (roles.start, 0)) : bisect_left(spans, (roles.end, 0))]
    means = [roles.mean(part, slice(1, 3)) for part in seen]
    best = int(np.argmax(means)) if means else -1
    return seen[best] if means and means[best] > _LEAST_LINK else None


def _roles_for(
    cue: Range, words: Words, judgements: Sequence[Judgement], tables: Tables
) -> _Roles | None:
    """What each word is to `cue`, from the windows that hold it; None if none holds all of it.

    Of a word that two windows hold beside the cue, the later one tells: it sees what follows.
    """
    first = bisect_left(judgements, cue[1], key=lambda judgement: judgement.window.end)
    last = bisect_right(judgements, cue[0], key=lambda judgement: judgement.window.start)
    holding = judgements[first:last]
    if not holding:
        # It lies over the edge of two windows, and is longer than what the second repeats.
        return None
    start = holding[0].window.start
    pieces = []
    for number, judgement in enumerate(holding):
        window = judgement.window
        first = window.start if number == 0 else window.core
        pieces.append(_role_chances(cue, words, judgement, tables)[first - window.start :])
    return _Roles(start, np.concatenate(pieces))


def _role_chances(
    cue: Range, words: Words, judgement: Judgement, tables: Tables
) -> NDArray[np.float64]:
    window, width = judgement.window, tables.distances.shape[1]
    there = judgement.cues[cue[0] - window.start : cue[1] - window.start].mean(0)
    places = np.arange(window.start, window.end)
    paragraphs = words.paragraphs[window.start : window.end].astype(np.int64)
    distances = distance_classes(places, np.array(cue[0]), np.array(cue[1]))
    steps = step_classes(paragraphs, np.array(words.paragraphs[cue[0]], np.int64))
    place = tables.distances[distances] + tables.paragraph_steps[steps]
    here = judgement.words
    summed = np.maximum(here[:, :width] + there[:width] + place, 0) @ tables.roles[:width]
    product = (here[:, width:] * there[width:]) @ tables.roles[width:]
    chances: NDArray[np.float64] = np.exp(_log_softmax(summed + product + tables.roles_bias))
    return chances


def _weigh(
    scores: NDArray[np.float64], cues: Sequence[Range], roles: Sequence[_Roles]
) -> NDArray[np.float64]:
    """The scores of all tags with the cues fixed and what each word is to its best cue added."""
    best = np.zeros((len(scores), 5))
    for role in roles:
        here = slice(role.start, role.end)
        best[here, 1:] = np.maximum(best[here, 1:], role.chances[:, 1:])
    none = 1 - np.maximum(best[:, 1:3].sum(1), best[:, 3:5].sum(1))
    weighed = scores.copy()
    weighed[:, 0] += _FROM_LINKS * np.log(np.clip(none, 0, 1) + _LEAST)
    weighed[:, _SOURCE] += _FROM_LINKS * np.log(best[:, 1:3] + _LEAST)
    weighed[:, _CONTENT] += _FROM_LINKS * np.log(best[:, 3:5] + _LEAST)
    weighed[:, _CUE] = _NEVER
    for first, last in cues:
        weighed[first:last] = _NEVER
        weighed[first, _CUE.start] = 0
        weighed[first + 1 : last, _CUE.start + 1] = 0
    return weighed


def _log_softmax(scores: NDArray[np.floating]) -> NDArray[np.float64]:
    shifted = scores.astype(np.float64) - scores.max(-1, keepdims=True)
    result: NDArray[np.float64] = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result
