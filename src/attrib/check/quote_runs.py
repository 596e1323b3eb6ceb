"""Stretches of a text that are nothing but quotes, and what marks them as no news quotes.

News style lets a speaker run on over several paragraphs, so such a stretch is judged as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrib.check.draft import Draft
from attrib.records import Quote, Segmentation
from attrib.tokens import Token

# "Q:", "Dr Lee:", "— Virgil": a transcript's label before the words, an epigraph's after them.
_LABEL = re.compile(r"\s*[\w.'’ -]{1,40}:(?=\s|$)")
_SIGNATURE = re.compile(r"\s*(?:[—–-]|[(\[])")
# The fewest words that lead in to a quote.
_LEAD_IN = 4
_COLON = re.compile(r""":\s*["“‘'«]""")
# How far behind the last word a colon may stand, and how far before a quote the mark before it.
_MARK = 8
_NEAR = 20


def find_runs(
    segmentation: Segmentation, outside: Sequence[tuple[Token, ...]]
) -> Iterator[tuple[int, int]]:
    """First and last sentence of each stretch of prose that is nothing but quotes.

    A sentence of its own that only leads in to a quote by a colon counts as well.
    """
    first: int | None = None
    for index, sentence in enumerate(segmentation.sentences):
        prose = segmentation.paragraphs[sentence.paragraph].kind == "prose"
        if prose and outside[index] and _leads_in(segmentation, index, outside[index]):
            if first is not None:
                yield first, index - 1
                first = None
            yield index, index
        elif prose and not outside[index]:
            first = index if first is None else first
        elif first is not None:
            yield first, index - 1
            first = None
    if first is not None:
        yield first, len(outside) - 1


def _leads_in(segmentation: Segmentation, index: int, words: tuple[Token, ...]) -> bool:
    """Whether all words of the sentence stand before a colon, and the quote behind it."""
    # Fewer words are a label: "Q:", "Dr Lee:".
    if len(words) < _LEAD_IN:
        return False
    text, span = segmentation.article.text, segmentation.sentences[index].span
    mark = _COLON.search(text, words[-1].end, min(words[-1].end + _MARK, span.end))
    return mark is not None and mark.start() == words[-1].end


def quotes_by_sentence(segmentation: Segmentation) -> dict[int, list[Quote]]:
    """The quotes that begin in each sentence, by its index."""
    found: dict[int, list[Quote]] = {}
    index = 0
    for quote in segmentation.quotes:
        while (
            index < len(segmentation.sentences)
            and segmentation.sentences[index].span.end <= quote.span.start
        ):
            index += 1
        found.setdefault(index, []).append(quote)
    return found


def is_labelled(draft: Draft, first: int, last: int) -> bool:
    """Whether a label, a question, a colon or a signature beside the stretch tells whose it is."""
    sentences = draft.segmentation.sentences
    opening = draft.segmentation.paragraphs[sentences[first].paragraph].span
    if _LABEL.match(draft.text, opening.start, sentences[first].span.end):
        return True
    # Behind a question it is the answer.
    before = draft.text[max(sentences[first].span.start - _NEAR, 0) : sentences[first].span.start]
    if first > 0 and before.rstrip()[-1:] in (":", "?"):
        return True
    return _SIGNATURE.match(draft.text, sentences[last].span.end) is not None
