"""Sentences, cut with an eye on quotes, abbreviations and ellipses.

A stop ends a sentence unless what stands around it says otherwise: an abbreviation before
it, a small letter or a comma after it, a quote whose tag is still to come.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from attrib.records import Paragraph, Quote, Sentence, Span
from attrib.rulebook import Rulebook
from attrib.segment.boundaries import Reading, Stop, Words, ends_sentence, starts_quote

_STOP = re.compile(r"(?:\.\s){2,}\.|[.!?…]+")
_SPACE = re.compile(r"\s*")
_CLOSERS = "\"”’'»“‘)]"


def find_sentences(
    text: str, paragraphs: tuple[Paragraph, ...], quotes: tuple[Quote, ...], rulebook: Rulebook
) -> tuple[Sentence, ...]:
    """Sentences of the prose and headline paragraphs; only space stands between them."""
    reading = Reading(
        text,
        quotes,
        tuple(quote.span.start for quote in quotes),
        frozenset(quote.span.end for quote in quotes if quote.closed),
        _read_words(rulebook),
    )
    return tuple(
        Sentence(span, index)
        for index, paragraph in enumerate(paragraphs)
        if paragraph.kind != "furniture"
        for span in _split(reading, paragraph.span)
    )


def _read_words(rulebook: Rulebook) -> Words:
    rules = rulebook.abbreviations
    return Words(
        always=frozenset(word for rule in rules for word in rule.always),
        before_name=frozenset(word for rule in rules for word in rule.before_name),
        before_number=frozenset(word for rule in rules for word in rule.before_number),
        openers=rulebook.terms_of("sentence-openers"),
        tags=rulebook.terms_of("quote-tags"),
    )


def _split(reading: Reading, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for match in _STOP.finditer(reading.text, paragraph.start, paragraph.end):
        if match.start() < start:
            continue
        stop = _read_stop(reading, match, start, paragraph.end)
        if stop.following < paragraph.end and ends_sentence(reading, stop, paragraph.end):
            yield Span(start, stop.end)
            start = stop.following
    yield Span(start, paragraph.end)


def _read_stop(reading: Reading, match: re.Match[str], sentence: int, limit: int) -> Stop:
    """The stop with the closing marks that belong to its sentence, and where the next begins."""
    text, end = reading.text, match.end()
    while end < limit and text[end] in _CLOSERS and not starts_quote(reading, end):
        end += 1
    space = _SPACE.match(text, end, min(end + 2, limit))
    spaced = space.end() if space else end
    for length in (1, 2):
        # `they’ ”`: the outer mark after a space, where an inner quote ended before it.
        if spaced + length <= limit and spaced + length in reading.ends:
            quote = reading.quotes[bisect_right(reading.starts, spaced) - 1]
            end = quote.span.end if quote.inner.end <= spaced else end
    space = _SPACE.match(text, end, limit)
    return Stop(
        sentence=sentence,
        start=match.start(),
        end=end,
        following=space.end() if space else end,
        marks=match.group(),
        closes_quote=any(place in reading.ends for place in range(match.end(), end + 1)),
    )
