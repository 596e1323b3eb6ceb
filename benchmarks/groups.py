"""Gold attributions by kind, and what became of each kind: recall by voice, source and shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib.ingest import make_article
from attrib.records import Segmentation, Span
from attrib.rulebook import Rulebook
from attrib.segment import segment
from relations import Relation
from scoring import Outcome, find_outcomes

KINDS = (
    "direct", "mixed", "indirect", "with source", "without source", "source in the sentence",
    "source out of the sentence", "content in one piece", "content in several",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recall:
    """Of `gold` relations, those whose content was found, with the right source, with all right."""

    gold: int = 0
    content: int = 0
    source: int = 0
    exact: int = 0

    def __add__(self, other: Recall) -> Recall:
        return Recall(
            self.gold + other.gold,
            self.content + other.content,
            self.source + other.source,
            self.exact + other.exact,
        )


def score_kinds(
    texts: dict[str, str],
    gold: dict[str, tuple[Relation, ...]],
    found: dict[str, tuple[Relation, ...]],
    rulebook: Rulebook,
) -> dict[str, Recall]:
    """The recall of each of KINDS, over all articles of `gold`."""
    counts = {kind: Recall() for kind in KINDS}
    for name, relations in gold.items():
        segmentation = segment(make_article(texts[name], path=name), rulebook)
        outcomes = find_outcomes(texts[name], relations, found.get(name, ()))
        for relation, outcome in zip(relations, outcomes, strict=True):
            for kind in kinds_of(relation, segmentation):
                counts[kind] += _recall_of(outcome)
    return counts


def _recall_of(outcome: Outcome) -> Recall:
    return Recall(1, outcome.has_content, outcome.has_source, outcome.is_exact)


def kinds_of(relation: Relation, segmentation: Segmentation) -> Iterator[str]:
    """The KINDS that a gold relation is of: one of voice, one or two of source, one of shape."""
    yield _voice(relation.content, segmentation)
    if not relation.source:
        yield "without source"
    else:
        yield "with source"
        cue, source = relation.cue or relation.content, relation.source
        inside = _sentence_of(cue[0], segmentation) == _sentence_of(source[0], segmentation)
        yield "source in the sentence" if inside else "source out of the sentence"
    yield "content in several" if len(relation.content) > 1 else "content in one piece"


def _voice(content: Sequence[Span], segmentation: Segmentation) -> str:
    text, quotes = segmentation.article.text, segmentation.quotes
    inside = [
        any(quote.span.start <= offset < quote.span.end for quote in quotes)
        for span in content
        for offset in range(span.start, span.end)
        if text[offset].isalnum()
    ]
    if inside and all(inside):
        return "direct"
    return "mixed" if any(inside) else "indirect"


def _sentence_of(span: Span, segmentation: Segmentation) -> int:
    return sum(sentence.span.start <= span.start for sentence in segmentation.sentences)
