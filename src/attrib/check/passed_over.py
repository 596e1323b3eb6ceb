"""Sentences too long to be read are kept from the checks: they look at words, and all of them."""

from __future__ import annotations

import re
from dataclasses import replace

from attrib.records import Extraction, Span

_NO_LINE_END = re.compile(r"[^\r\n]")
_FILLER = " "


def leave_out(extraction: Extraction, longest: int | None) -> Extraction:
    """The extraction without its sentences of more than `longest` code points.

    Their characters are masked at equal length, line ends but for them: every other offset and
    every line stays what it was.
    """
    segmentation = extraction.segmentation
    if longest is None:
        return extraction
    left = [item.span for item in segmentation.sentences if len(item.span) > longest]
    if not left:
        return extraction
    text, parts, at = segmentation.article.text, [], 0
    for span in left:
        parts += [text[at : span.start], _NO_LINE_END.sub(_FILLER, span.of(text))]
        at = span.end
    masked = "".join((*parts, text[at:]))

    def is_kept(part: Span) -> bool:
        return not any(span.overlaps(part) for span in left)

    return replace(
        extraction,
        segmentation=replace(
            segmentation,
            article=replace(segmentation.article, text=masked),
            sentences=tuple(item for item in segmentation.sentences if is_kept(item.span)),
            quotes=tuple(item for item in segmentation.quotes if is_kept(item.span)),
        ),
    )
