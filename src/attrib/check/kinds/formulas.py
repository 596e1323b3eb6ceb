"""Kind "stock-anonymity-reason": a reason for holding a name back that fits every source.

"Not authorised to speak publicly", "to discuss private talks": such a formula says nothing of
this source. It is one when it forbids the speaking, or stands beside the words that hold the
name back. So is any cause given for these in which nothing is told of the source's own life.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from attrib.check import wording
from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, in_headline, is_silent, is_voiced, sentence_at
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.records import Span
from attrib.rulebook.entries import CheckRule

_WITHIN = r"(?:\s+[\w'’-]+){0,2}\s+"
_GAP = r"(?:\s+[\w'’-]+){0,3}\s+"
# The farthest a cause begins behind the words that hold the name back, and its clause runs on.
_CAUSE = 60
_CLAUSE = re.compile(r"[^.;!?]{0,160}")
_MARKS = '“"‘'


@dataclass(frozen=True, slots=True)
class StockReason:
    """Options of the kind.

    negations    words that take a permission away ("not", "lacked"); "n't" is one anyway
    permissions  words for leave to speak ("authorised")
    bars         words that forbid ("barred")
    speaking     what the leave is for ("discuss", "publicly")
    formulas     reasons that fit every source, beside words that hold the name back
    shapes       more of them, written as in `wording`: a rule that binds all, a matter not out yet
    held         more wordings that hold a name back
    causes       words that lead to a cause, right behind the name's holding back or before it
    personal     words of a cause that tell of this source's own life
    reasons      words in the sentence that tell more
    """

    negations: tuple[str, ...]
    permissions: tuple[str, ...]
    bars: tuple[str, ...]
    speaking: tuple[str, ...]
    formulas: tuple[str, ...]
    shapes: tuple[str, ...]
    held: tuple[str, ...]
    causes: tuple[str, ...]
    personal: tuple[str, ...]
    reasons: tuple[str, ...]


def find_stock_reasons(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first formula of each sentence of the body that gives no better reason."""
    options = read_options(rule, StockReason)
    reasons = compile_phrases(options.reasons, draft.rulebook)
    anonymity = compile_phrases(draft.rulebook.terms_of("anonymity"), draft.rulebook)
    held = wording.compile_phrases(options.held, draft.rulebook)
    seen: set[int] = set()
    for span, forbids in _find_formulas(draft, options, anonymity):
        here = sentence_at(draft, span.start)
        if here is None or here in seen or is_silent(draft, span):
            continue
        if in_headline(draft, span.start):
            continue
        sentence = draft.segmentation.sentences[here].span.of(draft.text)
        # Nobody who speaks under a name explains a silence: that somebody else "was not
        # allowed to speak" is then what the draft reports.
        explains = anonymity.search(sentence) or (held is not None and held.search(sentence))
        forbidden = forbids and not is_voiced(draft, span)
        if reasons.search(sentence) or not (explains or forbidden):
            continue
        seen.add(here)
        yield Finding(span, values=(("words", excerpt(draft.text, span)),))


def _find_formulas(
    draft: Draft, options: StockReason, anonymity: Searcher
) -> Iterator[tuple[Span, bool]]:
    """Each formula, and whether it forbids the speaking, which explains a silence by itself."""
    barred = re.compile(
        rf"(?:(?<!\w)(?:{_any(options.negations)})|n['’]t){_WITHIN}(?:{_any(options.permissions)})"
        rf"{_GAP}(?:{_any(options.speaking)})(?!\w)"
        rf"|(?<!\w)(?:{_any(options.bars)}){_GAP}(?:{_any(options.speaking)})(?!\w)",
        re.IGNORECASE,
    )
    yield from ((Span(*match.span()), True) for match in barred.finditer(draft.text))
    formulas = compile_phrases(options.formulas, draft.rulebook)
    shapes = wording.compile_phrases(options.shapes, draft.rulebook)
    for match in formulas.finditer(draft.text):
        yield Span(*match.span()), False
    yield from ((span, False) for span in wording.find_spans(shapes, draft.text))
    yield from ((span, False) for span in _find_causes(draft, options, anonymity))


def _find_causes(draft: Draft, options: StockReason, anonymity: Searcher) -> Iterator[Span]:
    """Causes given for a name held back that tell nothing of the source's own life."""
    held = wording.find_spans(wording.compile_phrases(options.held, draft.rulebook), draft.text)
    causes = wording.compile_phrases(options.causes, draft.rulebook)
    personal = compile_phrases(options.personal, draft.rulebook)
    silences = (Span(*match.span()) for match in anonymity.finditer(draft.text))
    for silence in chain(silences, held):
        here = sentence_at(draft, silence.start)
        if here is None or causes is None:
            continue
        sentence = draft.segmentation.sentences[here].span
        behind = causes.search(draft.text, silence.end, min(silence.end + _CAUSE, sentence.end))
        # "Because the hearing is closed, the lawyer asked not to be named."
        before = causes.search(draft.text, sentence.start, silence.start)
        if before is not None and before.start() > sentence.start:
            before = None
        cause = behind or before
        if cause is None:
            continue
        end = min(sentence.end, silence.start if cause is before else sentence.end)
        clause = _CLAUSE.match(draft.text, cause.start(), end)
        words = clause[0].split(",")[0] if clause is not None else ""
        quoted = any(mark in draft.text[silence.end : cause.start()] for mark in _MARKS)
        if not quoted and words and not personal.search(words):
            yield Span(cause.start(), cause.start() + len(words.rstrip()))


def _any(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered)
