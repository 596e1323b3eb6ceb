"""Where the words attributed begin and end: after a cue, before it, and on both sides of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from attrib.extract.grammar import Grammar
from attrib.extract.phrases_behind import phrase_after
from attrib.extract.reading import Reading
from attrib.records import Mention, Quote, Span, Voice

_STOPS = frozenset({".", "!", "?", "…", "..."})


def past_circumstances(
    reading: Reading, index: int, grammar: Grammar
) -> tuple[int, Mention | None, Mention | None]:
    """The place past "on Friday", "in a statement", "to reporters": (place, medium, addressee)."""
    medium: Mention | None = None
    addressee: Mention | None = None
    while index < len(reading.tokens) and not reading.quoted[index]:
        word = reading.lower(index)
        following = index + 1
        if word == "," and _is_circumstance(reading, following, grammar):
            index = following
            continue
        if grammar.is_adverb(reading.tokens[index]) and word not in ("just", "even", "only", "not"):
            index += 1
            continue
        if not _is_circumstance(reading, index, grammar):
            break
        end = _circumstance_end(reading, index, grammar)
        words = [reading.lower(i) for i in range(index, end)]
        if any(word in grammar.media for word in words) or "conference" in words:
            first = index + 1 if word in grammar.prepositions else index
            medium = reading.mention(first, end)
            if reading.lower(end) == "with":
                partner = phrase_after(reading, end + 1, grammar)
                if partner is not None:
                    addressee = reading.mention(*partner)
                    end = partner[1]
        elif word == "to":
            addressee = reading.mention(index + 1, end)
        index = max(end, index + 1)
    return index, medium, addressee


def _is_circumstance(reading: Reading, index: int, grammar: Grammar) -> bool:
    word, following = reading.lower(index), reading.lower(index + 1)
    if word in grammar.time_words:
        return True
    if word in ("last", "this", "late", "early", "earlier", "next") and (
        following in grammar.time_words or following in ("this", "on", "in")
    ):
        return True
    if word == "to":
        return following in ("reporters", "journalists", "lawmakers", "parliament", "the")
    if word not in ("on", "in", "at", "during", "via", "through", "by", "after"):
        return False
    if _before_that(reading, index, grammar):
        return True
    words = [reading.lower(i) for i in range(index + 1, _circumstance_end(reading, index, grammar))]
    return any(word in grammar.time_words or word in grammar.media for word in words)


def _before_that(reading: Reading, index: int, grammar: Grammar) -> bool:
    """ "said on its page that": what stands before "that" is no content, whatever it names."""
    for place in range(index + 1, min(index + 8, len(reading.tokens))):
        if reading.lower(place) == "that":
            return place > index + 1
        finite = grammar.is_finite_verb(reading.tokens[place], reading.lower(place - 1))
        if finite or reading.quoted[place] or not reading.tokens[place].is_word:
            return False
    return False


def _circumstance_end(reading: Reading, index: int, grammar: Grammar) -> int:
    """Past a preposition and at most six words of its noun phrase."""
    end = index + 1
    while end < len(reading.tokens) and end - index <= 7 and not reading.quoted[end]:
        token = reading.tokens[end]
        word = token.lower
        done = end > index + 1 and (
            reading.lower(end - 1) in grammar.time_words or reading.lower(end - 1) in grammar.media
        )
        if done and word not in grammar.time_words and word not in grammar.media:
            break
        if not (token.is_word or word[0].isdigit()) or word == "that":
            break
        if word in grammar.prepositions or word in grammar.subject_pronouns - grammar.determiners:
            break
        end += 1
    return end


def sentence_end(reading: Reading) -> int:
    """The place of the sentence's closing stop, outside quotation marks, or past the last token."""
    end = len(reading.tokens)
    while end > 0 and reading.tokens[end - 1].text in _STOPS and not reading.quoted[end - 1]:
        end -= 1
    return end


def is_clause(reading: Reading, start: int, end: int, grammar: Grammar) -> bool:
    """Whether tokens `start` to `end` hold a finite verb or quoted words."""
    return any(
        reading.quoted[i]
        or grammar.is_finite_verb(reading.tokens[i], reading.lower(i - 1))
        or (
            i > start
            and reading.lower(i).endswith("s")
            and reading.tokens[i].is_word
            and reading.lower(i - 1) in grammar.subject_pronouns
        )
        for i in range(start, min(end, len(reading.tokens)))
    )


def trimmed(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Without commas, dashes and stops at either end; None when nothing is left."""
    while start < end and reading.tokens[start].text in ",;:—–-.…--" and not reading.quoted[start]:
        start += 1
    while (
        end > start and reading.tokens[end - 1].text in ",;:—–-.--" and not reading.quoted[end - 1]
    ):
        end -= 1
    return (start, end) if start < end else None


def quotes_over(quotes: Sequence[Quote], spans: Sequence[Span]) -> tuple[Quote, ...]:
    """The quotes, of all those of the article in order, that overlap one of `spans`."""
    found: list[Quote] = []
    for span in spans:
        index = bisect_right(quotes, span.start, key=lambda quote: quote.span.end)
        while index < len(quotes) and quotes[index].span.start < span.end:
            found.append(quotes[index])
            index += 1
    return tuple(found)


def voice_of(content: tuple[Span, ...], quotes: tuple[Quote, ...], text: str) -> Voice:
    """direct when all words of the content are quoted, mixed when some are, else indirect."""
    inside = outside = 0
    for span in content:
        here = [quote for quote in quotes if quote.span.overlaps(span)]
        for offset in range(span.start, span.end):
            if not text[offset].isalnum():
                continue
            if any(quote.span.start <= offset < quote.span.end for quote in here):
                inside += 1
            else:
                outside += 1
    if inside and not outside:
        return "direct"
    return "mixed" if inside else "indirect"
