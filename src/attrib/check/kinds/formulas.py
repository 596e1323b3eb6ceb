"""Kind "stock-anonymity-reason": a reason for holding a name back that fits every source.

"Not authorised to speak publicly", "to discuss private talks": such a formula says nothing of
this source. It is one when it forbids the speaking, or stands beside the words that hold the
name back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, in_headline, is_silent, is_voiced, sentence_at
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.records import Span
from attrib.rulebook.entries import CheckRule

_WITHIN = r"(?:\s+[\w'’-]+){0,2}\s+"
_GAP = r"(?:\s+[\w'’-]+){0,3}\s+"


@dataclass(frozen=True, slots=True)
class StockReason:
    """Options of the kind.

    negations    words that take a permission away ("not", "lacked"); "n't" is one anyway
    permissions  words for leave to speak ("authorised")
    bars         words that forbid ("barred")
    speaking     what the leave is for ("discuss", "publicly")
    formulas     reasons that fit every source, beside words that hold the name back
    reasons      words in the sentence that tell more
    """

    negations: tuple[str, ...]
    permissions: tuple[str, ...]
    bars: tuple[str, ...]
    speaking: tuple[str, ...]
    formulas: tuple[str, ...]
    reasons: tuple[str, ...]


def find_stock_reasons(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first formula of each sentence of the body that gives no better reason."""
    options = read_options(rule, StockReason)
    reasons = compile_phrases(options.reasons, draft.rulebook)
    anonymity = compile_phrases(draft.rulebook.terms_of("anonymity"), draft.rulebook)
    barred = re.compile(
        rf"(?:(?<!\w)(?:{_any(options.negations)})|n['’]t){_WITHIN}(?:{_any(options.permissions)})"
        rf"{_GAP}(?:{_any(options.speaking)})(?!\w)"
        rf"|(?<!\w)(?:{_any(options.bars)}){_GAP}(?:{_any(options.speaking)})(?!\w)",
        re.IGNORECASE,
    )
    seen: set[int] = set()
    for pattern in (barred, compile_phrases(options.formulas, draft.rulebook)):
        for match in pattern.finditer(draft.text):
            span = Span(*match.span())
            here = sentence_at(draft, span.start)
            if here is None or here in seen or is_silent(draft, span):
                continue
            if in_headline(draft, span.start):
                continue
            sentence = draft.segmentation.sentences[here].span.of(draft.text)
            # Nobody who speaks under a name explains a silence: that somebody else "was not
            # allowed to speak" is then what the draft reports.
            explains = anonymity.search(sentence) is not None
            forbids = pattern is barred and not is_voiced(draft, span)
            if reasons.search(sentence) or not (explains or forbids):
                continue
            seen.add(here)
            yield Finding(span, values=(("words", excerpt(draft.text, span)),))


def _any(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered)
