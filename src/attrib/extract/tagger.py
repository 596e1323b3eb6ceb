"""The model that finds sources, cues and contents: loaded once, one window a call.

An encoder of six layers with a score for each tag of each word, and for each pair of words two
vectors that say what one is to the other. How it was made stands in training/ and in the model
card beside it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from attrib.extract.windows import Window, cut_windows
from attrib.extract.words import FEATURE_SIZES, Words
from attrib.modelfiles import open_model

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
LIMIT = 256
"""Word pieces in a window."""
CONTEXT = 64
"""Of these, at most so many come again from before."""
LONGEST_WORD = 12
"""Word pieces of one word; the rest of a longer one says nothing that these do not."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model says of the words of one window.

    `tags` [n, 7]: scores of TAGS, of any size. `words` and `cues` [n, 2d]: the two projections
    of each word, as something that belongs to a cue and as a cue.
    """

    window: Window
    tags: NDArray[np.float32]
    words: NDArray[np.float32]
    cues: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tables:
    """The small tables that decoding reads beside the scores of the words.

    `steps` [8, 7]: score of a tag (column) after another (row; the last row: first of all).
    `distances` [27, d] and `paragraph_steps` [7, d] are added to a link by where its word
    stands; `roles` [2d, 5] and `roles_bias` [5] score what a word is to a cue.
    """

    steps: NDArray[np.float32]
    distances: NDArray[np.float32]
    paragraph_steps: NDArray[np.float32]
    roles: NDArray[np.float32]
    roles_bias: NDArray[np.float32]


class Tagger:
    """A loaded model. Safe to use from several threads."""

    def __init__(self, session: InferenceSession, tokenizer: Tokenizer, tables: Tables) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._start, self._end, self._unknown = (
            tokenizer.token_to_id(name) or 0 for name in ("[CLS]", "[SEP]", "[UNK]")
        )
        self.tables = tables

    def judge(self, words: Words) -> tuple[Judgement, ...]:
        """Every window of `words`, each in a call of its own, so that none changes another."""
        pieces = self._pieces_of(words.forms)
        paragraphs = words.paragraphs.tolist()
        windows = cut_windows([len(ids) for ids in pieces], paragraphs, LIMIT, CONTEXT)
        return tuple(self._judge_window(window, words, pieces, paragraphs) for window in windows)

    def _judge_window(
        self, window: Window, words: Words, pieces: list[list[int]], paragraphs: list[int]
    ) -> Judgement:
        ids: list[int] = [self._start]
        owners: list[int] = [-1]
        firsts: list[int] = []
        for word in range(window.start, window.end):
            firsts.append(len(ids))
            ids += pieces[word]
            owners += [word] * len(pieces[word])
            if word + 1 == window.end or paragraphs[word + 1] != paragraphs[word]:
                ids.append(self._end)
                owners.append(-1)
        # The marks of the window's start and of paragraph ends have no features.
        blank = np.zeros((1, len(FEATURE_SIZES)), np.int64)
        features = np.concatenate([words.features, blank])[owners]
        tags, as_words, as_cues = self._session.run(
            None,
            {
                "pieces": np.array(ids, np.int64),
                "features": features,
                "firsts": np.array(firsts, np.int64),
            },
        )
        return Judgement(window, tags, as_words, as_cues)

    def _pieces_of(self, forms: tuple[str, ...]) -> list[list[int]]:
        """The word pieces of each word, at least one; the same word has the same everywhere."""
        found: list[list[int]] = [[] for _ in forms]
        if not forms:
            return found
        encoded = self._tokenizer.encode(forms, is_pretokenized=True, add_special_tokens=False)
        for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
            if word is not None:
                found[word].append(piece)
        return [ids[:LONGEST_WORD] or [self._unknown] for ids in found]


@lru_cache(maxsize=8)
def load_tagger(threads: int = 0) -> Tagger:
    """The model that ships with attrib, on `threads` threads (0: one a core).

    Opened once per process and number of threads. Raises ModelError if a file of it is missing
    or is not, byte for byte, the one that was released.
    """
    opened = open_model(threads)
    steps, distances, paragraph_steps, roles, bias = (
        np.array(json.loads(opened.tables[name]), np.float32)
        for name in ("steps", "distances", "paragraph_steps", "roles", "roles_bias")
    )
    tables = Tables(steps, distances, paragraph_steps, roles, bias[0])
    return Tagger(opened.session, opened.tokenizer, tables)
