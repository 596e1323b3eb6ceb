"""Kind "unclosed-quote": quotation marks that open without closing, or close without opening.

The stages pair marks by what stands beside them and forgive what is left over; this kind reports
it. Quotes that close a paragraph too early are in `attrib.check.kinds.early_closes`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding
from attrib.check.kinds.early_closes import find_early_closes, find_missing_closes, find_odd_pairs
from attrib.check.options import read_options
from attrib.marks import Mark, find_marks
from attrib.records import Field, Paragraph, Quote, Span
from attrib.rulebook.entries import CheckRule

_OPEN = "is opened and never closed"
_ALONE = "has a mark without its partner"
_STRAY = "is closed and never opened"
_FIRST_WORDS = re.compile(r"\S+(?:\s+\S+){0,3}")
_LAST_WORD = re.compile(r"\S+\s?$")
_WORD = re.compile(r"\w+")
# Marks that a conversion has put on both sides of a stop.
_GARBLED = re.compile(r"""['"’”]\.['"’”]""")
# The longest word that is shown with a mark that only closes, in characters.
_LONGEST_WORD = 40
_LONGEST_TAG = 300
# The most words of a signature that stands, with the quote it signs, inside the same marks.
_LONGEST_SIGNATURE = 8
# The names or the pronoun that may stand between the words said and their verb.
_TELLER = (
    r"(?:he|she|they|it|(?:the|a|one|her|his)\s+\w+(?:\s\w+)?"
    r"|[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,3})"
)


@dataclass(frozen=True, slots=True)
class UnclosedQuote:
    """Options of the kind.

    words     the fewest words of a paragraph that continues a quote (an exchange has shorter ones)
    elisions  further words that begin with an apostrophe ("'round")
    tags      reporting verbs that end the words said ("..., she said")
    """

    words: int
    elisions: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Marked:
    """A text with its quotes and with the marks of each paragraph."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    quotes: tuple[Quote, ...]
    marks: tuple[tuple[Mark, ...], ...]


def find_unclosed_quotes(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding a mark without a partner, and one a closing mark that comes too early."""
    options = read_options(rule, UnclosedQuote)
    elisions = draft.rulebook.terms_of("elisions") | frozenset(options.elisions)
    segmentation = draft.segmentation
    marked = _read(draft.text, segmentation.paragraphs, segmentation.quotes, elisions)
    for span, problem in _find_unpaired(marked, options, elisions):
        yield _report(draft.text, "text", span, problem)
    headline = draft.headline
    if headline is not None and headline.field == "title":
        whole = (Paragraph(headline.span, "headline"),)
        for span in _find_odd(_read(headline.text, whole, (), elisions)):
            yield _report(headline.text, "title", span, _ALONE)
    yield from find_early_closes(draft, options.words)
    yield from find_missing_closes(draft)
    yield from find_odd_pairs(draft)


def _read(
    text: str,
    paragraphs: tuple[Paragraph, ...],
    quotes: tuple[Quote, ...],
    elisions: frozenset[str],
) -> _Marked:
    marks = tuple(
        ()
        if part.kind == "furniture" or _GARBLED.search(text, part.span.start, part.span.end)
        else tuple(m for m in find_marks(text, part.span, elisions) if not _is_code(text, m))
        for part in paragraphs
    )
    return _Marked(text, paragraphs, quotes, marks)


def _is_code(text: str, mark: Mark) -> bool:
    """Whether the mark stands in what is left of a tag: <post by="...">."""
    if text[mark.start - 1 : mark.start] in ("=", ">") or text[mark.end : mark.end + 1] == ">":
        return True
    opening = text.rfind("<", max(mark.start - _LONGEST_TAG, 0), mark.start)
    return opening >= 0 and text.find(">", opening, mark.start) < 0


def _find_unpaired(
    marked: _Marked, options: UnclosedQuote, elisions: frozenset[str]
) -> Iterator[tuple[Span, str]]:
    opened = list(_find_open(marked, options, elisions))
    strays = list(_find_strays(marked))
    signed = {number - 1 for span, number in strays if _is_signature(marked, span, number)}
    yield from ((span, _OPEN) for span, number in opened if number not in signed)
    across = {number for _, number in opened} | {number + 1 for _, number in opened}
    # One that is closed in the next paragraph after all is told once.
    yield from ((span, _STRAY) for span, number in strays if number not in across)
    yield from ((span, _OPEN) for span in _find_lonely(marked))


def _is_signature(marked: _Marked, stray: Span, number: int) -> bool:
    """Whether the paragraph of a stray mark is a short line that ends with it."""
    span = marked.paragraphs[number].span
    words = marked.text[span.start : min(span.end, span.start + 200)].split()
    return stray.end == span.end and len(words) <= _LONGEST_SIGNATURE


def _find_open(
    marked: _Marked, options: UnclosedQuote, elisions: frozenset[str]
) -> Iterator[tuple[Span, int]]:
    """The openings of quotes that nothing closes, with the index of their paragraph."""
    tags = "|".join(re.escape(tag) for tag in options.tags)
    tagged = re.compile(rf"[,?!]\s+(?:{_TELLER}\s+(?:{tags})\b|said\s+(?:the|an?|one|[A-Z]\w*)\b)")
    for number, quote in enumerate(marked.quotes):
        if quote.closed or not marked.marks[quote.paragraph]:
            continue
        if marked.text[quote.inner.start : quote.inner.start + 1] in ("=", ">"):
            continue
        following = marked.quotes[number + 1] if number + 1 < len(marked.quotes) else None
        # A tag within what counts as the quote shows that its words ended before.
        runs_on = following is not None and following.continues
        if runs_on and not tagged.search(marked.text, quote.inner.start, quote.inner.end):
            continue
        first = _WORD.match(marked.text, quote.inner.start)
        single = marked.text[quote.inner.start - 1] in "'‘"
        if single and first is not None and first[0].lower() in elisions:
            continue
        words = _FIRST_WORDS.match(marked.text, quote.span.start, quote.span.end)
        yield Span(*words.span()) if words else quote.span, quote.paragraph


def _find_strays(marked: _Marked) -> Iterator[tuple[Span, int]]:
    """Closing marks that stand in no quote, each with the word before it."""
    starts = [quote.span.start for quote in marked.quotes]
    for number, marks in enumerate(marked.marks):
        for mark in marks:
            place = bisect_right(starts, mark.start) - 1
            if place >= 0 and mark.start < marked.quotes[place].span.end:
                continue
            if _closes(mark):
                yield _ending(marked, mark), number


def _closes(mark: Mark) -> bool:
    """Whether the mark can do nothing but close: no apostrophe, no inch, no second of arc."""
    if mark.after_digit or mark.text in "″`":
        return False
    if mark.family == "single":
        return mark.can_close and mark.is_strong and mark.text in "'’"
    return mark.can_close


def _find_lonely(marked: _Marked) -> Iterator[Span]:
    """Single marks that open within a paragraph or a quote and that no mark after them closes."""
    quotes = {quote.span.start for quote in marked.quotes}
    starts = [quote.span.start for quote in marked.quotes]
    for marks in marked.marks:
        # Double marks made of two single ones cannot be told from single ones beside them.
        if any(mark.text in ("''", "``", "’’", "‘‘") for mark in marks):
            continue
        closing: list[int] = []
        for mark in reversed(marks):
            if mark.family != "single":
                continue
            opens = mark.can_open and mark.text in "'‘" and mark.start not in quotes
            if not opens:
                closing += [mark.start] if mark.can_close or mark.text == "’" else []
                continue
            place = bisect_right(starts, mark.start) - 1
            around = marked.quotes[place] if place >= 0 else None
            if around is not None and mark.start >= around.span.end:
                around = None
            if around is not None and not around.closed:
                continue
            nearest = closing[-1] if closing else None
            if nearest is not None and (around is None or nearest < around.span.end):
                continue
            if marked.text[mark.end : mark.end + 1].isdigit():
                continue
            words = _FIRST_WORDS.match(marked.text, mark.start)
            yield Span(*words.span()) if words else Span(mark.start, mark.end)


def _find_odd(marked: _Marked) -> Iterator[Span]:
    """The mark of a single line that has no partner."""
    doubles = [mark for mark in marked.marks[0] if mark.family == "double" and not mark.after_digit]
    if len(doubles) % 2:
        alone = doubles[-1]
        words = _FIRST_WORDS.match(marked.text, alone.start)
        yield Span(*words.span()) if words and alone.can_open else _ending(marked, alone)
    yield from _find_lonely(marked)


def _ending(marked: _Marked, mark: Mark) -> Span:
    before = marked.text[max(mark.start - _LONGEST_WORD, 0) : mark.start]
    word = _LAST_WORD.search(before)
    return Span(mark.start - (len(word[0]) if word else 0), mark.end)


def _report(text: str, field: Field, span: Span, problem: str) -> Finding:
    return Finding(span, field, (("words", excerpt(text, span)), ("problem", problem)))
