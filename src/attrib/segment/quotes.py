"""Text inside quotation marks, of every kind that news text uses; never an error.

Marks are read by what stands beside them, not by their names alone: a curly mark may be
the wrong one of its pair, and a straight one tells nothing. Only outer quotes are given;
a quote inside a quote belongs to its text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from attrib.marks import Mark, find_marks
from attrib.records import Paragraph, Quote, Span
from attrib.rulebook import Rulebook
from attrib.segment.paragraphs import trim

_Pair = tuple[Mark, Mark | None]
"""The mark that opens a quote and the one that closes it, if any does."""

_ALWAYS_OPEN = ("„", "‟", "``", "‘‘", "‚", "‛", "`")
_MIN_UNCLOSED_WORDS = 4
_MAX_DEPTH = 4


def find_quotes(
    text: str,
    paragraphs: tuple[Paragraph, ...],
    rulebook: Rulebook,
    block_quotes: tuple[Span, ...] = (),
) -> tuple[Quote, ...]:
    """Outer quotes of the prose and headline paragraphs, in order.

    An unclosed quote runs to the end of its paragraph; it is continued where the next
    paragraph of prose opens with a mark again. A paragraph that the format sets off as a quote
    is one without marks, unless it holds quotes itself.
    """
    elisions = rulebook.terms_of("elisions")
    quotes: list[Quote] = []
    is_open = False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind == "furniture":
            continue
        marks = tuple(find_marks(text, paragraph.span, elisions))
        found = _build_quotes(text, index, paragraph.span, _pair_marks(text, paragraph.span, marks))
        if not found and paragraph.kind == "prose":
            found = _set_off(text, index, paragraph.span, block_quotes)
        if is_open and found and found[0].span.start == paragraph.span.start:
            found[0] = replace(found[0], continues=True)
        for place in range(1, len(found)):
            # Paragraphs of one quote that lost the line ends between them.
            between = text[found[place - 1].span.end : found[place].span.start]
            if not found[place - 1].closed and between.isspace():
                found[place] = replace(found[place], continues=True)
        is_open = paragraph.kind == "prose" and bool(found) and not found[-1].closed
        quotes.extend(found)
    return tuple(quotes)


def _set_off(text: str, index: int, paragraph: Span, block_quotes: tuple[Span, ...]) -> list[Quote]:
    place = bisect_right(block_quotes, paragraph.end, key=lambda span: span.start) - 1
    if place < 0 or not block_quotes[place].overlaps(paragraph):
        return []
    start = max(paragraph.start, block_quotes[place].start)
    inner = trim(text, Span(start, min(paragraph.end, block_quotes[place].end)))
    return [Quote(inner, inner, index)] if inner else []


def _pair_marks(text: str, paragraph: Span, marks: tuple[Mark, ...]) -> list[_Pair]:
    """Outermost pairs in order; no two overlap, and where two cross the earlier stands."""
    pairs = _pair_nesting(tuple(mark for mark in marks if mark.family == "double"))
    pairs += _pair_nesting(tuple(mark for mark in marks if mark.family == "angle"))
    pairs += _pair_singles(
        text, paragraph, tuple(mark for mark in marks if mark.family == "single")
    )
    pairs.sort(key=lambda pair: pair[0].start)
    outer: list[_Pair] = []
    for pair in pairs:
        closing = outer[-1][1] if outer else None
        crosses = closing is not None and pair[0].start < closing.end
        # An unclosed quote ends where the next in the same marks begins, not at a 'nested' one.
        inside_open = bool(outer) and closing is None and pair[0].text != outer[-1][0].text
        if not crosses and not inside_open:
            outer.append(pair)
    return outer


def _build_quotes(text: str, index: int, paragraph: Span, pairs: list[_Pair]) -> list[Quote]:
    quotes = []
    limits = [opening.start for opening, _ in pairs[1:]] + [paragraph.end]
    for (opening, closing), limit in zip(pairs, limits, strict=False):
        if closing:
            span, inner = Span(opening.start, closing.end), Span(opening.end, closing.start)
        else:
            inner = trim(text, Span(opening.end, limit)) or Span(opening.end, opening.end)
            span, inner = Span(opening.start, inner.end), Span(opening.end, inner.end)
        if trim(text, inner):
            quotes.append(Quote(span, inner, index, closed=closing is not None))
    return quotes


def _pair_nesting(marks: tuple[Mark, ...]) -> list[_Pair]:
    """Pairs of double or angle marks by a stack; an opening mark left over stays unclosed."""
    pairs: list[_Pair] = []
    stack: list[Mark] = []
    for place, mark in enumerate(marks):
        following = marks[place + 1] if place + 1 < len(marks) else None
        role = _role(mark, stack[-1] if stack else None, following)
        if role == "open":
            stack.append(mark)
        elif role == "close":
            pairs.append((stack.pop(), mark))
    return pairs + _pair_leftovers(stack)


def _role(mark: Mark, opened: Mark | None, following: Mark | None) -> str:
    """ "open", "close" or "" for a mark that is neither (a stray one, an inch mark)."""
    if mark.text in _ALWAYS_OPEN:
        return "open"
    if opened is None:
        if mark.text in ("“", "«"):
            return "open"
        if mark.text in ("”", "’’", "»") or mark.after_digit:
            return "open" if mark.can_open else ""
        return "" if _only_closes(mark) else "open"
    if mark.text in "“«»":
        opens_again = mark.text == "“" and (mark.can_open or not mark.can_close)
        return "open" if opens_again or mark.text == opened.text == "«" else "close"
    if mark.text in ("”", "’’"):
        return "close"
    if mark.after_digit and mark.before_space and _only_closes(following):
        return ""
    return "open" if mark.can_open and not mark.can_close else "close"


def _only_closes(mark: Mark | None) -> bool:
    return mark is not None and mark.can_close and not mark.can_open


def _pair_leftovers(stack: list[Mark]) -> list[_Pair]:
    """Two straight marks that both look like opening ones are a pair badly spaced."""
    straight = [mark for mark in stack if mark.text == '"']
    if len(straight) == len(stack) == 2:
        return [(stack[0], stack[1])]
    return [(mark, None) for mark in stack]


def _pair_singles(text: str, paragraph: Span, marks: tuple[Mark, ...]) -> list[_Pair]:
    """Pairs of single marks; what cannot be told from an apostrophe is left out."""
    pairs: list[_Pair] = []
    stack: list[Mark] = []
    closers: list[Mark] = []
    for mark in (*marks, None):
        if mark is not None and not _opens_single(mark):
            if mark.can_close or (mark.text == "‘" and stack):
                closers.append(mark)
            continue
        while stack and (closing := _choose_closer(text, closers, bool(stack[1:]))):
            pairs.append((stack.pop(), closing))
            closers = closers[closers.index(closing) + 1 :]
        closers = []
        if mark is not None:
            stack = [*stack, mark][-_MAX_DEPTH:]
    first = stack[0] if stack else None
    if first and _may_stay_open(text, paragraph, first):
        before = [pair for pair in pairs if pair[0].start < first.start]
        # A straight mark may be an apostrophe; with other quotes after it, it is left alone.
        if first.text == "‘" or before == pairs:
            return [*before, (first, None)]
    return pairs


def _opens_single(mark: Mark) -> bool:
    return mark.text in _ALWAYS_OPEN or (mark.can_open and mark.text != "’")


def _choose_closer(text: str, closers: list[Mark], is_nested: bool) -> Mark | None:
    """The mark that closes: after a stop or comma first, a plural possessive last."""
    certain = [mark for mark in closers if mark.is_strong]
    likely = [mark for mark in closers if not _may_be_possessive(text, mark)]
    if is_nested and likely:
        return likely[0]
    return next(iter(certain + likely + closers), None)


def _may_be_possessive(text: str, mark: Mark) -> bool:
    before, after = text[mark.start - 1], text[mark.end : mark.end + 2]
    return before in "sz" and after[:1].isspace() and after[1:2].isalpha()


def _may_stay_open(text: str, paragraph: Span, mark: Mark) -> bool:
    """Whether a single mark that nothing closes opens a quote over several paragraphs."""
    before = text[max(paragraph.start, mark.start - 2) : mark.start].rstrip()
    leads_in = before.endswith((":", ",")) and text[mark.end : mark.end + 1].isupper()
    words = text[mark.end : min(mark.end + 200, paragraph.end)].split()
    return (not before or leads_in) and len(words) >= _MIN_UNCLOSED_WORDS
