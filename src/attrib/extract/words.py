"""An article as the tagger reads it: words with their places, and what their letters hide.

The encoder knows lower-case word pieces only. Case, the place of a word within quotation marks,
and where sentences and headlines begin are given to it as features of each word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from attrib.records import Segmentation

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WORD = re.compile(r"\w+|[^\w\s]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_PLAIN = str.maketrans({
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "–": "-", "—": "-",
    "―": "-", "…": ".",
})  # fmt: skip

N_SHAPES = 7
N_QUOTE_STATES = 4
FEATURE_SIZES = (N_SHAPES, N_QUOTE_STATES, 2, 2)
"""How many values each feature of a word has: shape, quote state, opens a sentence, headline."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article's prose and headlines, in reading order.

    `starts`, `ends` and `paragraphs` have one entry a word; `features` is `[n_words, 4]`, in the
    order of FEATURE_SIZES. `forms` are the words as the encoder's tokeniser takes them: curly
    marks made straight, single marks around a quote made double, one code point for one.
    """

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    paragraphs: NDArray[np.int32]
    features: NDArray[np.int64]
    forms: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.forms)


def lay_out(segmentation: Segmentation, *, longest_sentence: int = 10**9) -> Words:
    """The words of every paragraph that is no furniture; linear in the length of the text.

    A sentence of more than `longest_sentence` code points is left out.
    """
    text = segmentation.article.text
    opening = {quote.span.start: quote.inner.start for quote in segmentation.quotes}
    closing = {quote.inner.end: quote.span.end for quote in segmentation.quotes}
    inner = [(quote.inner.start, quote.inner.end) for quote in segmentation.quotes]
    inner_starts = [start for start, _ in inner]
    plain = _SURROGATE.sub("\ufffd", text).translate(_PLAIN)
    starts: list[int] = []
    ends: list[int] = []
    paragraphs: list[int] = []
    features: list[tuple[int, int, int, int]] = []
    forms: list[str] = []
    for sentence in segmentation.sentences:
        if len(sentence.span) > longest_sentence:
            continue
        headline = int(segmentation.paragraphs[sentence.paragraph].kind == "headline")
        for match in _WORD.finditer(plain, sentence.span.start, sentence.span.end):
            start, end = match.span()
            form = match.group()
            if opening.get(start, start) > start:
                state, form = 2, '"'
            elif start in closing and closing[start] > start:
                state, form = 3, '"'
            else:
                place = bisect_right(inner_starts, start) - 1
                state = int(place >= 0 and start < inner[place][1])
            starts.append(start)
            ends.append(end)
            paragraphs.append(sentence.paragraph)
            forms.append(form)
            features.append((_shape(form), state, int(start == sentence.span.start), headline))
    return Words(
        np.array(starts, np.int32),
        np.array(ends, np.int32),
        np.array(paragraphs, np.int32),
        np.array(features, np.int64).reshape(-1, len(FEATURE_SIZES)),
        tuple(forms),
    )


def _shape(form: str) -> int:
    first = form[0]
    if first.isalpha():
        if form.islower():
            return 0
        if first.isupper() and (len(form) == 1 or form[1:].islower()):
            return 1
        return 2 if form.isupper() else 3
    if first.isdigit():
        return 4
    return 5 if form in "\"'" else 6


def words_in(words: Words, start: int, end: int) -> tuple[int, int]:
    """The range of words that `[start, end)` of the text touches; empty where it touches none."""
    first = bisect_right(words.ends, start)
    return first, max(first, bisect_left(words.starts, end))
