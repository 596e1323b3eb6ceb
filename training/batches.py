"""Batches of windows of constant shape, other each epoch: new cuts, masked words, new names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from attrib.extract.links import distance_classes, step_classes
from attrib.extract.windows import Window, cut_windows
from corpus import Example, Link, tags_of

SHAPES = ((128, 32), (256, 16))
"""Pieces in a window, windows in a batch: an encoder compiled for constant shapes is faster."""
MASKED = 0.04
RENAMED = 0.4
_NAMES = ("PERSON", "ORGANIZATION", "LOCATION")


@dataclass(frozen=True, slots=True)
class Batch:
    """[b]atch, [p]ieces, [w]ords, [c]ues. Silver labels and heads are -1 where there are none."""

    pieces: Tensor
    features: Tensor
    bias: Tensor
    firsts: Tensor
    tags: Tensor
    starts: Tensor
    mask: Tensor
    silver: Tensor
    anchors: Tensor
    distances: Tensor
    steps: Tensor
    roles: Tensor
    cue_mask: Tensor


SPECIAL = ("[CLS]", "[SEP]", "[MASK]", "[UNK]")


def find_special(tokenizer: Tokenizer) -> tuple[int, ...]:
    """The numbers of the pieces SPECIAL; raises KeyError where one is missing."""
    vocabulary = tokenizer.get_vocab()
    return tuple(vocabulary[name] for name in SPECIAL)


class Pieces:
    """Word pieces of words, remembered."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}
        self.start, self.end, self.mask, self.unknown = find_special(tokenizer)

    def of(self, form: str) -> tuple[int, ...]:
        if form not in self._known:
            ids = self._tokenizer.encode(form, add_special_tokens=False).ids
            self._known[form] = tuple(ids[:12]) or (self.unknown,)
        return self._known[form]

    def of_text(self, text: str) -> tuple[int, ...]:
        """Of a whole text, not remembered."""
        return tuple(self._tokenizer.encode(text, add_special_tokens=False).ids)


def collect_names(examples: Sequence[Example], ner: Sequence[str]) -> dict[int, list[str]]:
    """The capitalised words of each kind of name, sorted, by the number of its NER label."""
    found: dict[int, set[str]] = {ner.index(name): set() for name in _NAMES if name in ner}
    for example in examples:
        if example.silver is not None:
            for number, form in zip(example.silver.ner.tolist(), example.words.forms, strict=True):
                if number in found and form[:1].isupper() and form.isalpha():
                    found[number].add(form)
    return {number: sorted(forms) for number, forms in found.items() if forms}


@dataclass(frozen=True, slots=True)
class Piece:
    """One window of one example, ready to be put in a batch."""

    ids: list[int]
    features: list[tuple[int, ...]]
    firsts: list[int]
    window: Window
    example: Example
    links: tuple[Link, ...]


def cut_epoch(
    examples: Sequence[Example], pieces: Pieces, names: Mapping[int, list[str]], random: Random
) -> Iterator[Batch]:
    """All examples once, in random order, cut at random places."""
    pools: dict[int, list[Piece]] = {size: [] for size, _ in SHAPES}
    ready: list[list[Piece]] = []
    for example in random.sample(list(examples), len(examples)):
        forms = _renamed(example, names, random)
        links = random.choice(example.links)
        for piece in _cut(example, forms, links, pieces, random):
            size, n_batch = next(s for s in SHAPES if len(piece.ids) <= s[0])
            pools[size].append(piece)
            if len(pools[size]) == n_batch:
                ready.append(pools[size])
                pools[size] = []
    random.shuffle(ready)
    for chosen in ready:
        yield collate(chosen)


def _renamed(example: Example, names: Mapping[int, list[str]], random: Random) -> list[str]:
    """The words, with some names replaced by others of their kind: a name by one, all through."""
    forms = list(example.words.forms)
    if example.silver is None:
        return forms
    chosen: dict[str, str] = {}
    for place, number in enumerate(example.silver.ner.tolist()):
        form = forms[place]
        if number in names and form[:1].isupper() and form.isalpha():
            if form not in chosen:
                other = random.choice(names[number]) if random.random() < RENAMED else form
                chosen[form] = other
            forms[place] = chosen[form]
    return forms


def _cut(
    example: Example, forms: list[str], links: tuple[Link, ...], pieces: Pieces, random: Random
) -> Iterator[Piece]:
    words = example.words
    if not len(words):
        return
    of_words = [pieces.of(form) for form in forms]
    for place in range(len(of_words)):
        if random.random() < MASKED:
            of_words[place] = (pieces.mask,) * len(of_words[place])
    sizes = [len(ids) for ids in of_words]
    paragraphs = words.paragraphs.tolist()
    limit = SHAPES[-1][0]
    # The first window ends at a random place, so that each epoch has other neighbours.
    head = cut_windows(sizes, paragraphs, random.randint(limit // 4, limit), 0)[0]
    rest = cut_windows(sizes[head.end :], paragraphs[head.end :], limit, 0)
    cuts = [head, *(Window(w.start + head.end, w.core + head.end, w.end + head.end) for w in rest)]
    features = [tuple(row) for row in words.features.tolist()]
    marks = (pieces.start, pieces.end)
    for window in cuts:
        ids, firsts, rows = lay_window(window, of_words, features, paragraphs, marks)
        if len(ids) <= limit:
            yield Piece(ids, rows, firsts, window, example, links)


def lay_window(
    window: Window,
    of_words: Sequence[tuple[int, ...]],
    features: Sequence[tuple[int, ...]],
    paragraphs: Sequence[int],
    marks: tuple[int, int],
) -> tuple[list[int], list[int], list[tuple[int, ...]]]:
    """Piece ids of a window, the place of each word's first, and the features of each piece.

    `marks` are the pieces for the start of a window and the end of a paragraph.
    """
    blank: tuple[int, ...] = (0, 0, 0, 0)
    ids, rows = [marks[0]], [blank]
    firsts: list[int] = []
    for word in range(window.start, window.end):
        firsts.append(len(ids))
        ids.extend(of_words[word])
        rows.extend([features[word]] * len(of_words[word]))
        if word + 1 == window.end or paragraphs[word + 1] != paragraphs[word]:
            ids.append(marks[1])
            rows.append(blank)
    return ids, firsts, rows


def collate(chosen: Sequence[Piece]) -> Batch:
    """Windows of one shape as a batch."""
    size = next(shape for shape, _ in SHAPES if max(len(piece.ids) for piece in chosen) <= shape)
    n_batch = len(chosen)
    n_words = max(len(piece.firsts) for piece in chosen)
    kept = [_links_inside(piece) for piece in chosen]
    n_cues = max(1, *map(len, kept))
    ids = np.zeros((n_batch, size), np.int64)
    features = np.zeros((n_batch, size, 4), np.int64)
    bias = np.full((n_batch, 1, 1, size), -1e4, np.float32)
    firsts = np.zeros((n_batch, n_words), np.int64)
    tags = np.zeros((n_batch, n_words), np.int64)
    starts = np.zeros((n_batch, n_words), bool)
    mask = np.zeros((n_batch, n_words), bool)
    silver = np.full((4, n_batch, n_words), -1, np.int64)
    anchors = np.zeros((n_batch, n_cues, n_words), np.float32)
    distances = np.zeros((n_batch, n_cues, n_words), np.int64)
    steps = np.zeros((n_batch, n_cues, n_words), np.int64)
    roles = np.zeros((n_batch, n_cues, n_words), np.int64)
    cue_mask = np.zeros((n_batch, n_cues), bool)
    for row, (piece, links) in enumerate(zip(chosen, kept, strict=True)):
        window, words = piece.window, piece.example.words
        here = slice(window.start, window.end)
        count = window.end - window.start
        ids[row, : len(piece.ids)] = piece.ids
        features[row, : len(piece.ids)] = piece.features
        bias[row, :, :, : len(piece.ids)] = 0
        firsts[row, :count] = piece.firsts
        tags[row, :count] = tags_of(piece.links, len(words))[here]
        paragraphs = words.paragraphs[here].astype(np.int64)
        starts[row, :count] = np.diff(paragraphs, prepend=-1) != 0
        mask[row, :count] = True
        _put_silver(silver[:, row], piece, count)
        places = np.arange(count)
        for number, link in enumerate(links):
            first, last = (place - window.start for place in link.cue)
            cue_mask[row, number] = True
            anchors[row, number, first:last] = 1 / (last - first)
            distances[row, number, :count] = distance_classes(
                places, np.array(first), np.array(last)
            )
            steps[row, number, :count] = step_classes(paragraphs, paragraphs[first])
            parts = [(1, link.source)] if link.source else []
            for role, (begin, end) in parts + [(3, part) for part in link.contents]:
                begin, end = begin - window.start, end - window.start
                if begin < count and end > 0:
                    roles[row, number, max(begin, 0) : end] = role + 1
                    if begin >= 0:
                        roles[row, number, begin] = role
    arrays = (ids, features, bias, firsts, tags, starts, mask, silver, anchors, distances, steps)
    return Batch(*map(torch.from_numpy, (*arrays, roles, cue_mask)))


def _links_inside(piece: Piece) -> list[Link]:
    window = piece.window
    return [
        link for link in piece.links if window.start <= link.cue[0] and link.cue[1] <= window.end
    ]


def _put_silver(silver: np.ndarray, piece: Piece, count: int) -> None:
    given = piece.example.silver
    if given is None:
        return
    here = slice(piece.window.start, piece.window.end)
    for place, column in enumerate((given.pos, given.ner, given.deprel)):
        silver[place, :count] = column[here]
    heads = given.head[here] - piece.window.start
    silver[3, :count] = np.where((heads >= 0) & (heads < count), heads, -1)
