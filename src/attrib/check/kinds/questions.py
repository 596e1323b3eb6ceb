"""Kind "question-headline": a headline that asks instead of telling.

Also where the question is only a part ("Peace at last? Don't bet on it") or has lost its mark
("Council buys a gritter - but will it be enough"). Silent where the question is somebody's, in
quotation marks or behind the name of one who speaks, where it is the title of a work, and where
it is the reader's own ("What is a tidal lock?"): such a piece goes on to answer it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.titles import find_assertion, find_quoted
from attrib.records import Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import tokenise

# A question goes from the start of its clause to its mark.
_CLAUSE = re.compile(r"(?:[:;.?!]|\s[-–—])\s+|$")
_ASKED = re.compile(r"[^?]*\?")
# Its verb stands before its subject.
_INVERTED = re.compile(
    r"(?:(?:but|and|so|or)\s+)?(?:(?:why|how|when|where)\s+)?"
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|should|would|will|may|might|must)"
    r"\s+(?:it|they|he|she|we|you|this|that|these|those|there|the|a|an|our|its|his|her|their)\s",
    re.IGNORECASE,
)

_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*)?:")


@dataclass(frozen=True, slots=True)
class QuestionHeadline:
    """Options of the kind; how phrases are written is told in `attrib.check.phrasing`.

    guides  phrases that open a question which the piece is there to answer, and
    guided  phrases that, behind a question, announce that it does
    """

    guides: tuple[str, ...]
    guided: tuple[str, ...]


def find_question_headlines(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first question of the headline."""
    options = read_options(rule, QuestionHeadline)
    if draft.headline is None:
        return
    whole = find_assertion(draft.headline)
    text = draft.headline.text
    guides = compile_phrases(options.guides, draft.rulebook)
    if compile_phrases(options.guided, draft.rulebook).search(text, whole.start, whole.end):
        return
    quoted = find_quoted(text)
    start = whole.start
    while start < whole.end:
        found = _CLAUSE.search(text, start, whole.end)
        end = found.end() if found else whole.end
        span = Span(start, start + len(text[start:end].rstrip(" :;.-–—")))
        start = max(end, start + 1)
        if any(quote.overlaps(span) for quote in quoted) or not _asks(text, span, whole):
            continue
        if guides.match(text, span.start) or _is_spoken(draft, text[whole.start : span.start]):
            continue
        yield Finding(span, draft.headline.field, (("words", excerpt(text, span)),))
        return


def _asks(text: str, span: Span, whole: Span) -> bool:
    if not any(token.is_word for token in tokenise(text, span.start, span.end)):
        return False
    if _ASKED.fullmatch(text, span.start, span.end):
        # What goes on in lower case is about a work, or asks in its own words.
        return not text[span.end : whole.end].lstrip()[:1].islower()
    # After a comma the clause may be the last of several.
    places = [span.start, *(m.end() for m in re.finditer(r",\s+", span.of(text)))]
    starts = [place if place == span.start else span.start + place for place in places]
    return span.end == whole.end and any(_INVERTED.match(text, place) for place in starts)


def _is_spoken(draft: Draft, before: str) -> bool:
    """Whether a name stands before the colon, or the word for one who speaks in the body."""
    words = before.strip()
    if not words.endswith(":"):
        return False
    if _NAME.fullmatch(words):
        return True
    names = {
        token.lower
        for resolved in draft.attributions
        if resolved.attribution.source is not None
        for token in tokenise(resolved.attribution.source.text)
        if token.is_word
    }
    return any(token.lower in names for token in tokenise(words[:-1])[-1:])
