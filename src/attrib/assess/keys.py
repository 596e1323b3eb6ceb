"""By what a decision knows a claim: a hash of its words, that lines and offsets do not change."""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from attrib.records import Claim, Extraction, Segmentation, Span

_COUNTS = frozenset({"Mn", "Mc", "Sc", "Sm"})
"""Categories of signs that make another word or figure of what they stand at: é, $, +."""


def with_keys(claims: Iterable[Claim], extractions: Iterable[Extraction]) -> tuple[Claim, ...]:
    """The claims, each with its key."""
    folded = {item.article.id: Folded(item.segmentation) for item in extractions}
    return tuple(replace(claim, key=_key_of(claim, folded[claim.article])) for claim in claims)


class Folded:
    """The words of one article, each sentence folded once.

    Each piece of a long quote has the sentences from its cue on: without this a speech would be
    folded over and over.
    """

    def __init__(self, segmentation: Segmentation) -> None:
        self._text = segmentation.article.text
        self.sentences = [sentence.span for sentence in segmentation.sentences]
        # Across white space no character changes another; a sentence may begin without any.
        starts = (span.start for span in self.sentences)
        self._cuts = [start for start in starts if self._text[max(start - 1, 0)].isspace()]
        self._known: dict[tuple[int, int], str] = {}

    def of(self, span: Span) -> str:
        """What `fold` makes of the words of `span`."""
        inside = self._cuts[
            bisect_right(self._cuts, span.start) : bisect_left(self._cuts, span.end)
        ]
        parts = map(self._fold, pairwise((span.start, *inside, span.end)))
        return " ".join(part for part in parts if part)

    def _fold(self, place: tuple[int, int]) -> str:
        if place not in self._known:
            self._known[place] = fold(self._text[slice(*place)])
        return self._known[place]


def _key_of(claim: Claim, folded: Folded) -> str:
    sentences = folded.sentences
    place = bisect_right(sentences, claim.sentence.start, key=lambda span: span.end) - 1
    # Spans stand apart by white space here, whatever stands between them in the text.
    content = " ".join(part for part in map(folded.of, claim.content) if part)
    before = folded.of(sentences[place]) if place >= 0 else ""
    return _hash(content, folded.of(claim.sentence), before)


def make_key(content: str, sentence: str, before: str) -> str:
    """The first 16 hex digits of the hash of a claim's words, its sentence and the one before.

    Only letters, digits and what makes another figure of them count: case, quotation marks,
    dashes and white space change nothing, nor does the article they stand in.
    """
    return _hash(*map(fold, (content, sentence, before)))


def _hash(*folded: str) -> str:
    # "He said so." may stand twice in one article: what it follows tells the two apart.
    words = "\x1f".join(folded)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def fold(text: str) -> str:
    """The words of `text` in lower case, with one space between them."""
    shown = "".join(char for char in text if unicodedata.category(char) != "Cf")
    plain = unicodedata.normalize("NFKC", shown).casefold()
    kept = (char if _is_kept(plain, place) else " " for place, char in enumerate(plain))
    return " ".join("".join(kept).split())


def _is_kept(text: str, place: int) -> bool:
    char = text[place]
    if char.isalnum() or char == "%" or unicodedata.category(char) in _COUNTS:
        return True
    before, after = text[max(place - 1, 0) : place], text[place + 1 : place + 2]
    if char in ".,":
        return before.isdigit() and after.isdigit()
    # A hyphen before a figure is a minus where nothing stands before it: "-5", not "1914-18".
    return char == "-" and after.isdigit() and not before.isalnum()
