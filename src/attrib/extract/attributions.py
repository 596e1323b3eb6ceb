"""All the ways a sentence attributes, put together for one article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from attrib.extract.contents import quotes_over, voice_of
from attrib.extract.cues import find_verbs
from attrib.extract.decode import cue_chance, decode, score_words
from attrib.extract.grammar import Grammar, load_grammar
from attrib.extract.inner import find_inner
from attrib.extract.learned import UNLISTED, read_found
from attrib.extract.lexicon import Lexicon, load_lexicon
from attrib.extract.merging import merge
from attrib.extract.nesting import nest
from attrib.extract.patterns import (
    find_by_adverbs,
    find_by_colon,
    find_by_dash,
    find_by_nouns,
    find_by_phrases,
    find_origin,
)
from attrib.extract.quotations import link_quotes
from attrib.extract.reading import Reading, read_sentences
from attrib.extract.tagger import Tagger
from attrib.extract.words import lay_out
from attrib.extract.verbs import find_by_verbs
from attrib.records import Attribution, Extraction, Segmentation
from attrib.rulebook import Rulebook

LEAST_CUE = 0.1
"""The tagger's probability from which a cue that only the rules find is believed."""


def extract(
    segmentation: Segmentation,
    rulebook: Rulebook,
    tagger: Tagger | None = None,
    *,
    longest_sentence: int = 5000,
) -> Extraction:
    """Every attribution of one article, with exact spans; nothing is resolved yet.

    Where words begin and end is learned, what they mean is ruled; without a `tagger`, shallow
    rules over word forms do both. Time is linear in the number of sentences; one of more than
    `longest_sentence` code points is no prose, and is passed over. An article that is not
    English has no attributions.
    """
    if segmentation.article.language != "en":
        return Extraction(segmentation, ())
    lexicon = load_lexicon(rulebook)
    grammar = load_grammar(rulebook, lexicon)
    text, quotes = segmentation.article.text, segmentation.quotes
    readings = read_sentences(segmentation)
    found: list[Attribution] = []
    for reading in readings:
        if len(reading.sentence.span) > longest_sentence:
            continue
        headline = segmentation.paragraphs[reading.sentence.paragraph].kind == "headline"
        for attribution in _in_sentence(reading, headline, lexicon, grammar):
            voice = voice_of(attribution.content, reading.quotes, text)
            found.append(replace(attribution, voice=voice))
    if tagger is not None:
        found = _with_learned(segmentation, tagger, readings, found, lexicon, grammar, rulebook)
    linked = link_quotes(segmentation, readings, found)
    voiced = [
        replace(a, voice=voice_of(a.content, quotes_over(quotes, a.content), text)) for a in linked
    ]
    return Extraction(segmentation, nest(voiced))


def _with_learned(
    segmentation: Segmentation,
    tagger: Tagger,
    readings: Sequence[Reading],
    ruled: Sequence[Attribution],
    lexicon: Lexicon,
    grammar: Grammar,
    rulebook: Rulebook,
) -> list[Attribution]:
    words = lay_out(segmentation)
    judgements = tagger.judge(words)
    scores = score_words(judgements)
    found = decode(words, scores, judgements, tagger.tables)
    learned = list(read_found(segmentation, words, found, readings, lexicon, grammar))

    def is_likely(item: Attribution) -> bool:
        return item.cue is None or cue_chance(words, scores, item.cue.span) >= LEAST_CUE

    merged = merge(learned, ruled, is_likely)
    inner = find_inner(words, found, tagger, lexicon)
    nobody = rulebook.terms_of("pronouns-first") | rulebook.terms_of("pronouns-open")
    return merged + [
        item
        for item in read_found(segmentation, words, inner, readings, lexicon, grammar)
        if _is_another(item, merged, nobody)
    ]


def _is_another(
    inner: Attribution, merged: Sequence[Attribution], nobody: frozenset[str]
) -> bool:
    """Whether somebody else is said to speak inside, by a listed word, whom no rule has found.

    "I think" and "as you know" are the speaker's own; without a source nobody else speaks.
    """
    cue, source = inner.cue, inner.source
    return (
        cue is not None
        and cue.rule != UNLISTED
        and source is not None
        and source.text.lower() not in nobody
        and not any(item.cue and item.cue.span.overlaps(cue.span) for item in merged)
    )


def _in_sentence(
    reading: Reading, headline: bool, lexicon: Lexicon, grammar: Grammar
) -> list[Attribution]:
    if not reading.tokens or reading.is_all_quoted:
        return []
    verbs = find_verbs(reading, headline, lexicon, grammar)
    found = [_with_origin(reading, a, grammar) for a in find_by_verbs(reading, verbs, grammar)]
    found += find_by_phrases(reading, lexicon, grammar)
    # "rejected accusations that P" and "reportedly said" are told by their verb already.
    found += [a for a in find_by_nouns(reading, lexicon, grammar) if not _told(a, found)]
    found += [a for a in find_by_adverbs(reading, lexicon, grammar) if not _told(a, found)]
    if not found:
        marked = find_by_colon(reading, headline, grammar) or find_by_dash(reading, grammar)
        found += [marked] if marked else []
    return found


def _told(attribution: Attribution, found: Sequence[Attribution]) -> bool:
    """Whether the cue stands inside what another attribution of the sentence already covers."""
    cue = attribution.cue
    return cue is not None and any(
        span.overlaps(cue.span)
        for other in found
        for span in (*other.content, *([other.cue.span] if other.cue else []))
    )


def _with_origin(reading: Reading, attribution: Attribution, grammar: Grammar) -> Attribution:
    """Add the one whom the source relays: "the agency reported, quoting a guard"."""
    if attribution.source is None:
        return attribution
    origin = find_origin(reading, attribution.source.span.end, grammar)
    return replace(attribution, origins=(reading.mention(*origin),)) if origin else attribution
