"""Kind "loaded-phrase": words of the outlet's own that take a stand, unless the text earns it.

"She refuted the charge" says that she proved it wrong. Silent in quotation marks, in what sources
say, and where words that earn it (the records, the footage) stand near.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import near, next_word, paraphrased_words, sentence_has, stands_before
from attrib.records import Span
from attrib.rulebook.entries import CheckRule

# How far beside a phrase its object may stand, in characters.
_CLOSE = 45


@dataclass(frozen=True, slots=True)
class LoadedPhrase:
    """Options of the kind.

    phrases   what is looked for, as in `attrib.check.phrasing`
    tied      further phrases, which count only beside one of
    objects   words for what they are said of ("the allegation"); without `tied` ones the
              sentence must hold one for all
    earned    words near it that earn the phrase
    shown     words in the sentence or the headline itself that do
    unearned  words near it that say that nothing earns it after all ("without evidence")
    before    words right before it that turn it round ("tried to")
    exempt    words right after it that make it another matter
    window    how many sentences before and after `earned` is looked for
    headline  1: speaks in headlines too; 0: only in the body
    """

    phrases: tuple[str, ...]
    objects: tuple[str, ...]
    earned: tuple[str, ...]
    unearned: tuple[str, ...]
    before: tuple[str, ...]
    exempt: tuple[str, ...]
    shown: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    window: int = 0
    headline: int = 0


def find_loaded_phrases(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first such phrase of each sentence, and of the headline."""
    options = read_options(rule, LoadedPhrase)
    phrases, objects, earned, unearned, before, exempt, shown = (
        compile_phrases(words, draft.rulebook) if words else None
        for words in (
            options.phrases, options.objects, options.earned, options.unearned, options.before,
            options.exempt, options.shown,
        )
    )  # fmt: skip
    if phrases is None:
        return
    tied = compile_phrases(options.tied, draft.rulebook) if options.tied else None
    needed = None if tied else objects
    if options.headline:
        yield from _in_headline(draft, phrases, needed, (before, shown))
    seen: set[int] = set()
    found = [(span, here, True) for span, here in paraphrased_words(draft, phrases)]
    if tied is not None:
        found += [(span, here, False) for span, here in paraphrased_words(draft, tied)]
    for span, here, is_free in sorted(found):
        if here in seen or (needed and not sentence_has(draft, (here,), needed, span)):
            continue
        if not is_free and not _is_beside(draft.text, span, objects):
            continue
        if stands_before(draft.text, span, before):
            continue
        if exempt is not None and exempt.match(draft.text, next_word(draft.text, span.end)):
            continue
        places = near(draft, here, options.window)
        earns = sentence_has(draft, places, earned, span) or sentence_has(
            draft, (here,), shown, span
        )
        if earns and not sentence_has(draft, places, unearned):
            continue
        seen.add(here)
        yield Finding(span, values=(("words", excerpt(draft.text, span)),))


def _is_beside(text: str, span: Span, objects: Searcher | None) -> bool:
    """Whether a word for what it is said of stands close to a phrase, in one clause."""
    if objects is None:
        return False
    before = text[max(span.start - _CLOSE, 0) : span.start]
    after = text[span.end : span.end + _CLOSE]
    start = max(before.rfind(mark) for mark in ".;:!?\n") + 1
    end = min((at for mark in ".;:!?\n" if (at := after.find(mark)) >= 0), default=len(after))
    return objects.search(before[start:]) is not None or objects.search(after[:end]) is not None


def _in_headline(
    draft: Draft,
    phrases: Searcher,
    objects: Searcher | None,
    sparing: tuple[Searcher | None, Searcher | None],
) -> Iterator[Finding]:
    headline = draft.headline
    if headline is None:
        return
    whole, text = headline.span, headline.text
    match = phrases.search(text, whole.start, whole.end)
    if match is None or (objects and not objects.search(text, whole.start, whole.end)):
        return
    span = Span(*match.span())
    before, shown = sparing
    earned = shown is not None and shown.search(text, whole.start, whole.end) is not None
    if not earned and not stands_before(text, span, before):
        yield Finding(span, headline.field, values=(("words", excerpt(text, span)),))
