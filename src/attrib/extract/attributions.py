"""All the ways a sentence attributes, put together for one article."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from attrib.extract.anonymity import keeps_name_back
from attrib.extract.contents import quotes_over, voice_of
from attrib.extract.cues import find_verbs
from attrib.extract.grammar import Grammar, load_grammar
from attrib.extract.judged import is_blamed, is_charged, is_judged, is_no_saying, says_nobody
from attrib.extract.learned import UNLISTED
from attrib.extract.lexicon import Lexicon, load_lexicon
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
from attrib.extract.received import (
    declines_comment,
    is_asked_for,
    load_received,
    told_by_others,
)
from attrib.extract.speakers import put_right
from attrib.extract.tagged import add_tagged
from attrib.extract.tagger import Tagger
from attrib.extract.transcripts import find_turns, outside_turns
from attrib.extract.unsaid import is_unsaid, load_unsaid
from attrib.extract.verbs import find_by_verbs
from attrib.extract.wholes import close_gaps
from attrib.records import Attribution, Extraction, Segmentation
from attrib.rulebook import Rulebook

_TAKES_NOUN = frozenset({"denies", "confirms"})
"""Stances of verbs that stand before a noun for what somebody said: "denied reports"."""


def extract(
    segmentation: Segmentation,
    rulebook: Rulebook,
    load: Callable[[], Tagger] | None = None,
    *,
    longest_sentence: int = 5000,
) -> Extraction:
    """Every attribution of one article, with exact spans; nothing is resolved yet.

    Where words begin and end is learned, what they mean is ruled; without a tagger to `load`,
    shallow rules over word forms do both. Time is linear in the number of sentences; one of more
    than `longest_sentence` code points is no prose, and is passed over. An article that is not
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
    turns = tuple(find_turns(segmentation))
    found = outside_turns(found, turns, rulebook)
    if load is not None:
        found = add_tagged(
            segmentation, load(), readings, found, turns, grammar, rulebook, longest_sentence
        )
    heads = {item.cue.span.end for item in found if item.cue and item.cue.stance in _TAKES_NOUN}
    found = [item for item in found if not _is_object(item, heads, text)]
    masks = rulebook.terms_of("assess-anonymity")
    charges = frozenset(f" {term} " for term in rulebook.terms_of("charge-cues"))
    nobody = rulebook.terms_of("negative-subjects")
    unsaid, received = load_unsaid(rulebook), load_received(rulebook)
    found = [
        replace(item, modality="negated")
        if says_nobody(item, nobody)
        else declines_comment(told_by_others(item, text, received), text, received)
        for item in found
        if not keeps_name_back(item, text, masks)
        and not is_judged(item, readings, grammar)
        and not is_blamed(item, text)
        and not is_charged(item, charges)
        and not is_no_saying(item, UNLISTED)
        and not is_unsaid(item, text, readings, unsaid, grammar)
    ]
    demanded = [
        span for item in found if item.cue and item.cue.stance == "demands" for span in item.content
    ]
    found = [
        replace(item, modality="conditional") if is_asked_for(item, demanded) else item
        for item in found
    ]
    found = [close_gaps(item, text) for item in put_right(found, text, grammar)]
    found += turns
    # A quote is made whole for the one who speaks it, not for who is quoted inside it.
    outermost = {item for item in nest(found) if item.within is None}
    inner = [item for item in found if item not in outermost]
    linked = [
        *link_quotes(segmentation, readings, [item for item in found if item in outermost]),
        *inner,
    ]
    spoken = set(turns)
    voiced = [
        item
        if item in spoken
        else replace(item, voice=voice_of(item.content, quotes_over(quotes, item.content), text))
        for item in linked
    ]
    return Extraction(segmentation, nest(voiced))


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
    # Whatever else is told within the quote, the name under it is its speaker's.
    signed = find_by_dash(reading, grammar)
    marked = signed if found else find_by_colon(reading, headline, grammar) or signed
    return [*found, marked] if marked else found


def _is_object(attribution: Attribution, heads: Collection[int], text: str) -> bool:
    """Whether what looks like a verb is the noun of another verb, which ends at one of `heads`.

    "Denied preliminary reports that P": nobody called "preliminary" reports anything.
    """
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or not cue.text.endswith("s") or not source.text.islower():
        return False
    before = source.span.start
    while before and text[before - 1].isspace():
        before -= 1
    return before in heads


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
