"""Kind "wording": words that a house does not want, wherever they stand.

Made for a newsroom's own checks: it needs a list of phrases and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, in_headline, is_silent, is_voiced, sentence_at
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import next_word, stands_before
from attrib.records import Field, Span
from attrib.rulebook.entries import CheckRule


@dataclass(frozen=True, slots=True)
class Wording:
    """Options of the kind; all but `phrases` may be left out.

    phrases   what is looked for, as in `attrib.check.phrasing`: "elder", "pass+ away"
    before    words right before it that make it another matter
    after     words right after it that do
    quoted    1: speaks inside quotation marks, captions, code and links too
    reported  0: silent in what a source is said to say
    once      1: the first time only
    """

    phrases: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    quoted: int = 0
    reported: int = 1
    once: int = 0


def find_wordings(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The phrases in the headline and the body, in order; the rule's scope says which counts."""
    options = read_options(rule, Wording)
    phrases, before, after = (
        compile_phrases(words, draft.rulebook) if words else None
        for words in (options.phrases, options.before, options.after)
    )
    if phrases is None:
        return
    for field, span in _find_places(draft, phrases):
        text = draft.text if field == "text" else draft.article.title or ""
        if field == "text" and not _speaks_at(draft, span, options):
            continue
        if stands_before(text, span, before):
            continue
        if after is not None and after.match(text, next_word(text, span.end)):
            continue
        yield Finding(span, field, (("words", excerpt(text, span)),))
        if options.once:
            return


def _find_places(draft: Draft, phrases: Searcher) -> Iterator[tuple[Field, Span]]:
    title = draft.article.title or ""
    for found in phrases.finditer(title):
        yield "title", Span(*found.span())
    for found in phrases.finditer(draft.text):
        # A title that stands in the text as well is told once.
        if not (title and in_headline(draft, found.start())):
            yield "text", Span(*found.span())


def _speaks_at(draft: Draft, span: Span, options: Wording) -> bool:
    if not options.quoted and (sentence_at(draft, span.start) is None or is_silent(draft, span)):
        return False
    return bool(options.reported) or not is_voiced(draft, span)
