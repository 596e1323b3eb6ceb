"""By what a decision knows a claim: a hash of its words, that lines and offsets do not change."""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace

from attrib.records import Claim, Extraction, Segmentation

_COUNTS = frozenset({"Mn", "Mc", "Sc", "Sm"})
"""Categories of signs that make another word or figure of what they stand at: é, $, +."""


def with_keys(claims: Iterable[Claim], extractions: Iterable[Extraction]) -> tuple[Claim, ...]:
    """The claims, each with its key."""
    segmentations: Mapping[str, Segmentation] = {
        item.article.id: item.segmentation for item in extractions
    }
    ends = {
        article: [sentence.span.end for sentence in segmentation.sentences]
        for article, segmentation in segmentations.items()
    }
    return tuple(
        replace(claim, key=_key_of(claim, segmentations[claim.article], ends[claim.article]))
        for claim in claims
    )


def _key_of(claim: Claim, segmentation: Segmentation, ends: list[int]) -> str:
    text = segmentation.article.text
    place = bisect_right(ends, claim.sentence.start) - 1
    before = segmentation.sentences[place].span.of(text) if place >= 0 else ""
    content = " ".join(span.of(text) for span in claim.content)
    return make_key(content, claim.sentence.of(text), before)


def make_key(content: str, sentence: str, before: str) -> str:
    """The first 16 hex digits of the hash of a claim's words, its sentence and the one before.

    Only letters, digits and what makes another figure of them count: case, quotation marks,
    dashes and white space change nothing, nor does the article they stand in.
    """
    # "He said so." may stand twice in one article: what it follows tells the two apart.
    words = "\x1f".join(map(fold, (content, sentence, before)))
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
