"""Whose name stands in some words of a draft, or is meant by them.

Capitals decide, so this is for words that are known to be about somebody: an accusation.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from attrib.check.draft import Draft, attributions_near, sentence_at
from attrib.check.wording import find_spans
from attrib.records import Span

_WORD = r"[A-ZÀ-Þ][\w'’-]*"
_JOINED = r"(?:(?:of|the|and|de|van|von|al|&) )?"
_NAME = re.compile(rf"{_WORD}(?: {_JOINED}{_WORD})*")
_FULL_NAME = re.compile(rf"(?<![\w’'.]){_WORD} (?:[A-Z]\. )?{_WORD}(?: {_WORD})*")
_MORE_OF_IT = re.compile(rf"(?: {_WORD})+")
_OF_A_BODY = re.compile(r"\b(?:at|of|for|from|with|by)(?: the)? $")
_REACH = 10
_POSSESSIVE = re.compile(r"['’]s?$")
# How far back the name that a pronoun stands for is looked for, in sentences.
_BACK = 2


def name_in(text: str, span: Span, titles: Container[str]) -> str | None:
    """The last full name in the span, or else the first word of it that is a name.

    `titles` are words in lower case that stand before names and are no part of them.
    """
    # The name at the end of "accuses Ida" goes on behind it.
    more = _MORE_OF_IT.match(text, span.end)
    end = more.end() if more else span.end
    found = [*_FULL_NAME.finditer(text, span.start, end)][-1:] or _NAME.finditer(
        text, span.start, end
    )
    names = (_trim(match.group(), titles) for match in found)
    return next((name for name in names if name), None)


def find_names(text: str, part: Span, titles: Container[str]) -> Iterator[tuple[Span, str]]:
    """The full names in a part of the text, with where they stand, titles included."""
    for span in find_spans(_FULL_NAME, text, part.start, part.end):
        name = _trim(span.of(text), titles)
        if name is not None and " " in name:
            yield span, name


def name_near(draft: Draft, span: Span, titles: Container[str], *, ahead: int = 0) -> str | None:
    """The last full name before the span, in its sentence or the two before it.

    Where there is none, the first one in the `ahead` sentences after it. Who speaks is not
    meant: nobody accuses himself. "A clerk at Norland Paper" names the firm, who does not speak.
    """
    here = sentence_at(draft, span.start)
    if here is None:
        return None
    sentences = draft.segmentation.sentences
    first, last = max(here - _BACK, 0), min(here + ahead, len(sentences) - 1)
    speakers = [
        near.attribution.source.span
        for near in attributions_near(draft, first, last)
        if near.attribution.source is not None
    ]
    found = find_spans(
        _FULL_NAME, draft.text, sentences[first].span.start, sentences[last].span.end
    )
    names = [
        name
        for name in found
        if not any(speaker.overlaps(name) for speaker in speakers)
        or _OF_A_BODY.search(draft.text, max(name.start - _REACH, 0), name.start)
    ]
    before = [name for name in names if name.start < span.start]
    chosen = before[-1:] or (names[:1] if ahead else [])
    return _trim(chosen[0].of(draft.text), titles) if chosen else None


def is_full(text: str, name: str) -> bool:
    """Whether the text gives more of the name than one word: "America" is the name of nobody."""
    if " " in name:
        return True
    return re.search(rf"{_WORD} (?:[A-Z]\. )?{re.escape(name)}(?!\w)", text) is not None


def _trim(words: str, titles: Container[str]) -> str | None:
    """The name without the titles before it and the possessive behind it."""
    parts = _POSSESSIVE.sub("", words).split()
    while parts and parts[0].rstrip(".").lower() in titles:
        parts = parts[1:]
    return " ".join(parts) or None
