"""The tagger's findings added to those of the rules, in one article."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.extract.citing import join_citing
from attrib.extract.decode import cue_chance, decode, score_words
from attrib.extract.grammar import Grammar
from attrib.extract.inner import find_inner
from attrib.extract.learned import UNLISTED, read_found
from attrib.extract.lexicon import load_lexicon
from attrib.extract.merging import is_inside, merge
from attrib.extract.quotations import is_covered
from attrib.extract.reading import Reading
from attrib.extract.signatures import is_signed, part_at_signed
from attrib.extract.tagger import Tagger
from attrib.extract.transcripts import outside_turns
from attrib.extract.words import lay_out
from attrib.records import Attribution, Segmentation
from attrib.rulebook import Rulebook

LEAST_HEADLINE_CUE = 0.7
"""The tagger's probability from which a cue in a headline is believed."""
LEAST_CUE = 0.1
"""The tagger's probability from which a cue that only the shipped rules find is believed."""


def add_tagged(
    segmentation: Segmentation,
    tagger: Tagger,
    readings: Sequence[Reading],
    ruled: Sequence[Attribution],
    turns: Sequence[Attribution],
    grammar: Grammar,
    rulebook: Rulebook,
    longest_sentence: int,
) -> list[Attribution]:
    """`ruled` and what the tagger finds, as one; then who is quoted inside, by either.

    The `turns` of a transcript, which it may find too, are left out.
    """
    lexicon = load_lexicon(rulebook, all_cues=True)
    words = lay_out(segmentation, longest_sentence=longest_sentence)
    judgements = tagger.judge(words)
    scores = score_words(judgements)
    found = decode(words, scores, judgements, tagger.tables)
    headlines = {
        sentence.span
        for sentence in segmentation.sentences
        if segmentation.paragraphs[sentence.paragraph].kind == "headline"
    }

    def chance(item: Attribution) -> float:
        return cue_chance(words, scores, item.cue.span) if item.cue else 1.0

    def is_likely(item: Attribution) -> bool:
        if item.cue and (item.cue.rule in rulebook.house_cues or is_signed(item)):
            return True
        return chance(item) >= LEAST_CUE

    learned = [
        item
        for item in read_found(segmentation, words, found, readings, lexicon, grammar)
        # Most headlines attribute nothing.
        if item.sentence not in headlines or chance(item) >= LEAST_HEADLINE_CUE
    ]
    learned = outside_turns(learned, turns, rulebook)
    learned, within = part_at_signed(learned, ruled, segmentation.quotes)
    outer, inside = merge(learned, ruled, is_likely, segmentation.article.text)
    inside += within
    outer = join_citing(outer, segmentation.article.text, rulebook)
    inner = find_inner(words, found, tagger, lexicon)
    covered = sorted(span for item in outer for span in item.content)
    known = sorted(item.cue.span for item in (*outer, *inside) if item.cue)
    nobody = rulebook.terms_of("pronouns-first") | rulebook.terms_of("pronouns-open")
    return [
        *outer,
        *inside,
        *(
            item
            for item in read_found(segmentation, words, inner, readings, lexicon, grammar)
            if item.cue
            and _is_somebody_else(item, nobody)
            and not is_covered(item.cue.span, known)
            and is_inside(item, covered)
        ),
    ]


def _is_somebody_else(inner: Attribution, nobody: frozenset[str]) -> bool:
    """Whether a listed word says that another than the speaker says something.

    "I think", "as you know" and "y'know" are the speaker's own; without a source nobody else
    speaks.
    """
    return (
        inner.cue is not None
        and inner.cue.rule != UNLISTED
        and inner.source is not None
        and len(inner.source.text) > 1
        and inner.source.text.lower() not in nobody
    )
