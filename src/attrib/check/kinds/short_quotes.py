"""Kind "short-quote": marks round a word or two, where nothing in the words asks for marks.

Two checks rest on it: ordinary words that a paraphrase would carry as well ("pleased"), and words
of status that nobody is said to speak, so that the marks are the writer's sneer (the "expert").
Names, words spoken of as words, and an echo of what somebody says elsewhere are left alone.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, attributions_near
from attrib.check.options import read_options
from attrib.check.spoken import UNLISTED, Spoken, find_spoken, words_outside
from attrib.check.words import stem
from attrib.records import Mention, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# How far before the quote the words that make it a name or a word may stand, in characters.
_REACH = 60
# How many sentences before the quote its attribution may begin.
_FARTHEST = 3
# The most words between the words and the name of who says them ("'a reform', said").
_TAG = 2
# The most words of a quote that coins a term, so that marks elsewhere are its echo.
_LONGEST_ECHO = 8
# Words in marks that the text lists before another, within that reach.
_LISTED = re.compile(r"""["“‘'][^"“”‘’]{1,30}["”’'],?\s*(?:(?:and|or)\s+)?$""")


@dataclass(frozen=True, slots=True)
class ShortQuote:
    """Options of the kind.

    words      the most words of the quote
    heads      words that it must be made of, in any form
    modifiers  words that may stand beside them ("very"), besides those of grammar
    before     words right before the quote that make it a word or a name ("the word", "called")
    matters    words in the sentence for which exact wording matters ("clause")
    unspoken   1: only where nobody is said to speak the words; 0: whoever speaks
    persons    heads before which any word may stand ("climate expert")
    """

    words: int
    heads: tuple[str, ...]
    modifiers: tuple[str, ...]
    before: tuple[str, ...]
    matters: tuple[str, ...]
    persons: tuple[str, ...] = ()
    unspoken: int = 0


def find_short_quotes(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """Each such quote; of an unspoken word, the first."""
    options = read_options(rule, ShortQuote)
    heads = frozenset(stem(word, draft.vocabulary) for word in (*options.heads, *options.persons))
    persons = frozenset(stem(word, draft.vocabulary) for word in options.persons)
    spoken = find_spoken(draft)
    echoed = _find_echoed(draft, spoken) if options.unspoken else frozenset()
    seen: set[str] = set()
    for one in spoken:
        words = _words(draft, one.quote.inner)
        if not one.quote.closed or not 0 < len(words) <= options.words:
            continue
        if not _is_made_of(draft, words, heads, persons, options) or _is_mentioned(
            draft, one, options
        ):
            continue
        key = " ".join(stem(word.text, draft.vocabulary) for word in words)
        # With its article inside the marks it is a judgement, and somebody's.
        if options.unspoken and words[0].lower in ("a", "an"):
            continue
        if options.unspoken and (_is_spoken(draft, one) or key in echoed or key in seen):
            continue
        seen.add(key)
        outside = {token.lower for token in words_outside(draft, one.first)}
        if outside.isdisjoint(options.matters):
            values = (("words", excerpt(draft.text, one.quote.inner)),)
            yield Finding(one.quote.span, values=values)


def _words(draft: Draft, span: Span) -> list[Token]:
    # An apostrophe, a figure or a sign makes it something exact.
    return [token for token in tokenise(draft.text, span.start, span.end) if token.is_word]


def _is_made_of(
    draft: Draft,
    words: list[Token],
    heads: frozenset[str],
    persons: frozenset[str],
    options: ShortQuote,
) -> bool:
    dates = draft.rulebook.terms_of("weekdays") | draft.rulebook.terms_of("months")
    if any(word.is_capitalised and word.lower not in dates for word in words):
        return False
    inner = draft.text[words[0].start : words[-1].end]
    if any(char.isdigit() or char in "@#/$…[" for char in inner):
        return False
    found = [stem(word.text, draft.vocabulary) in heads for word in words]
    if stem(words[-1].text, draft.vocabulary) in persons:
        return True
    return any(found) and all(
        known or word.lower in options.modifiers or word.lower in draft.vocabulary.function_words
        for known, word in zip(found, words, strict=True)
    )


def _is_mentioned(draft: Draft, one: Spoken, options: ShortQuote) -> bool:
    """Whether the words are spoken of as words: called so, translated, marked, voted."""
    start = max(one.quote.span.start - _REACH, draft.segmentation.sentences[one.first].span.start)
    # "The words 'expert' and 'master'".
    before = _LISTED.sub("", draft.text[start : one.quote.span.start])
    if before.rstrip()[-1:] in ("(", "=", ":", "/"):
        return True
    tokens = [token for token in tokenise(before) if token.text not in "\"'“‘"]
    while tokens and tokens[-1].lower in ("a", "an", "the", "not", "or", "and", ","):
        tokens.pop()
    if not tokens:
        return False
    if tokens[-1].lower in options.before:
        return True
    # "Maori for 'home'".
    return tokens[-1].lower == "for" and len(tokens) > 1 and tokens[-2].is_capitalised


def _is_spoken(draft: Draft, one: Spoken) -> bool:
    """Whether the words are those of somebody whom the text names before them, or right behind.

    "Users will share a 'refund' of £3 each, the regulator announced" leaves open whose mark it is.
    """
    text, end = draft.text, one.quote.span.end
    return any(
        source.span.start < one.quote.span.start
        or len(text[end : source.span.start].split()) <= _TAG
        for source in _sayers(draft, one)
    )


def _sayers(draft: Draft, one: Spoken) -> Iterator[Mention]:
    """Who says the words, by a verb that is known to report.

    Any verb may seem to report what stands in marks: "signed the 'reform'".
    """
    for near in attributions_near(draft, max(one.first - _FARTHEST, 0), one.last):
        found = near.attribution
        if found.source is None or (found.cue is not None and found.cue.rule == UNLISTED):
            continue
        if any(part.overlaps(one.quote.span) for part in found.content):
            yield found.source


def _find_echoed(draft: Draft, spoken: tuple[Spoken, ...]) -> frozenset[str]:
    """Stems of the words, and pairs of words, in short quotes that somebody speaks."""
    found: set[str] = set()
    for one in spoken:
        if not _is_spoken(draft, one):
            continue
        words = _words(draft, one.quote.inner)
        if len(words) <= _LONGEST_ECHO:
            stems = [stem(word.text, draft.vocabulary) for word in words]
            found.update(stems)
            found.update(map(" ".join, itertools.pairwise(stems)))
    return frozenset(found)
