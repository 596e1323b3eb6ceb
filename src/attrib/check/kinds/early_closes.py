"""Closing marks at the end of a paragraph that say the wrong thing of the quote in the next.

A quote over several paragraphs keeps its closing mark for the last of them. Where the mark
stands earlier, what follows seems to be another's; where it is missing and another speaks in
the next paragraph, that other's words seem to be the first one's.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage
from attrib.check.spoken import Spoken, find_spoken, words_outside
from attrib.records import Span
from attrib.tokens import tokenise

_STOPPED = re.compile(r"[.!…]['’]?\s*$")
_FIRST_WORDS = re.compile(r"\S+(?:\s+\S+){0,3}")
# A transcript's label: nobody is quoted but all that were heard.
_LABEL = re.compile(r"[A-Z]{2,20}:")
_LAST_WORD = re.compile(r"\S+\s?$")
_LONGEST_WORD = 40
_ODD_PAIRS = (("“", '"'), ('"', "”"), ("‘", "'"), ('"', "“"), ("“", "'"), ("‘", '"'), ("”", '"'))
_MOST_ODD = 1


def find_early_closes(draft: Draft, fewest_words: int) -> Iterator[Finding]:
    """One finding a mark; the next paragraph must have at least `fewest_words`."""
    paragraphs = draft.segmentation.paragraphs
    quotes: dict[int, list[Spoken]] = {}
    for one in find_spoken(draft):
        quotes.setdefault(one.quote.paragraph, []).append(one)
    prose = [number for number, part in enumerate(paragraphs) if part.kind == "prose"]
    for number, following in itertools.pairwise(prose):
        here, there = quotes.get(number), quotes.get(following)
        if not here or not there or not _ends_whole(draft, here[-1]):
            continue
        span, opening = paragraphs[following].span, there[0].quote
        if opening.continues or opening.span.start != span.start:
            continue
        # Another kind of mark shows an excerpt set apart.
        if draft.text[span.start] != draft.text[here[-1].quote.span.start]:
            continue
        sentences = range(there[0].first, there[-1].last + 1)
        if there[-1].quote.span.end != span.end or any(
            words_outside(draft, index) for index in sentences
        ):
            continue
        if sum(token.is_word for token in tokenise(draft.text, span.start, span.end)) < (
            fewest_words
        ):
            continue
        yield _report(draft, here[-1], there[0])


def find_missing_closes(draft: Draft) -> Iterator[Finding]:
    """Quotes left open over the end of a paragraph, though somebody else speaks in the next."""
    pronouns = draft.rulebook.terms_of("anaphors")
    spoken = find_spoken(draft)
    for here, there in itertools.pairwise(spoken):
        if here.quote.closed or not there.quote.continues or here.said is None:
            continue
        if there.said is None or here.said.source_id == there.said.source_id:
            continue
        if _LABEL.match(draft.text, here.quote.inner.start):
            continue
        speaker = there.said.attribution.source
        if speaker is None or speaker.text.split()[0].lower() in pronouns:
            continue
        if draft.segmentation.paragraphs[there.quote.paragraph].span.covers(speaker.span):
            words = _FIRST_WORDS.match(draft.text, here.quote.span.start, here.quote.span.end)
            span = Span(*words.span()) if words else here.quote.span
            problem = "is never closed, though somebody else speaks in the next paragraph"
            yield Finding(span, values=(("words", excerpt(draft.text, span)), ("problem", problem)))


def find_odd_pairs(draft: Draft) -> Iterator[Finding]:
    """Quotes whose two marks are of different make: “so".

    A text that mixes both makes throughout, as conversions leave it, is left alone.
    """
    text = draft.text
    odd = [
        one.quote.span
        for one in find_spoken(draft)
        if one.quote.closed
        and (text[one.quote.span.start], text[one.quote.span.end - 1]) in _ODD_PAIRS
    ]
    if len(odd) > _MOST_ODD:
        return
    for span in odd:
        start = text.rfind(" ", max(span.end - _LONGEST_WORD, span.start), span.end) + 1
        words = Span(start or span.end - 1, span.end)
        problem = "closes with a mark of another make than it opens with"
        yield Finding(words, values=(("words", excerpt(text, words)), ("problem", problem)))


def _ends_whole(draft: Draft, one: Spoken) -> bool:
    """Whether a closed quote, known to be someone's, ends its paragraph with a whole sentence."""
    quote = one.quote
    if not quote.closed or one.said is None:
        return False
    if draft.segmentation.paragraphs[quote.paragraph].span.end != quote.span.end:
        return False
    inner = quote.inner.of(draft.text)
    if not inner[:1].isupper() or not _STOPPED.search(inner[-3:]):
        return False
    # Part of a sentence ("called it 'a shame.'") is closed, whatever follows.
    before = draft.text[max(quote.span.start - 3, 0) : quote.span.start].rstrip()
    return not before or not before[-1].isalnum()


def _report(draft: Draft, here: Spoken, there: Spoken) -> Finding:
    end = here.quote.inner.end
    word = _LAST_WORD.search(draft.text[max(end - _LONGEST_WORD, 0) : end])
    span = Span(end - (len(word[0]) if word else 0), here.quote.span.end)
    problem = "is closed, but the next paragraph goes on with it"
    values = (("words", excerpt(draft.text, span)), ("problem", problem))
    return Finding(span, values=values, related=(Passage(there.quote.span, "it goes on here"),))
