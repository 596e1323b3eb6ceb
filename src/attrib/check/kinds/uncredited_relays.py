"""Kind "uncredited-relay": a quote that another outlet has, given as one's own.

The words stand in a supplied article, and the draft names neither its outlet nor the one that
it credits with the interview, and no occasion. What was said in public needs no credit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage, attributions_near, sentence_at
from attrib.check.folding import fold_words
from attrib.check.options import read_options
from attrib.check.outlets import (
    OutletNames,
    find_outlets,
    is_same_outlet,
    key_of_outlet,
    load_outlets,
)
from attrib.check.phrasing import compile_phrases
from attrib.records import QuoteCheck, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

_MOST_COMPARED = 8
"""Words of a quote by which it is looked for in further texts."""
_FOUND = ("exact", "folded", "trimmed")


@dataclass(frozen=True, slots=True)
class UncreditedRelay:
    """Options of the kind.

    words       the fewest words of a quote that is looked at
    first_hand  wordings by which an outlet says that it was spoken to ("told us")
    told        verbs before the name of the outlet that was spoken to ("told")
    public      words that show a public occasion, in the draft or in the other article
    """

    words: int
    first_hand: tuple[str, ...]
    told: tuple[str, ...]
    public: tuple[str, ...]


def find_uncredited_relays(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first quote of each speaker that another outlet has too."""
    options = read_options(rule, UncreditedRelay)
    outlets = load_outlets(draft.rulebook)
    others = {other.article.id: other for other in draft.others}
    seen: set[str] = set()
    for check in draft.quotations:
        if check.verdict not in _FOUND or check.found is None:
            continue
        if len(check.words.split()) < options.words or check.found.article not in others:
            continue
        other = others[check.found.article]
        speaker = check.speaker or check.words
        if speaker in seen or _is_public(draft, check.span, options):
            continue
        if _is_public(other, check.found.span, options):
            continue
        outlet = _find_interviewer(other, check, outlets, options)
        # A text that tells of no interview may still be the only one that had it.
        if outlet is None and _count_holders(draft, check) == 1:
            outlet = other.article.outlet
        if outlet is None or _is_credited(draft, check.span, outlet, outlets, options):
            continue
        seen.add(speaker)
        words = Span(check.span.start, check.span.end)
        values = (("words", excerpt(draft.text, words)), ("outlet", outlet))
        note = Passage(check.found.span, f"{outlet} has it here", other.article)
        yield Finding(words, values=values, related=(note,))


def _near(draft: Draft, span: Span) -> tuple[int, int]:
    """First and last sentence of the passage around a quote: its paragraph, and one beside."""
    sentences = draft.segmentation.sentences
    here = sentence_at(draft, span.start)
    if here is None:
        return 0, -1
    return max(here - 1, 0), min(here + 1, len(sentences) - 1)


def _is_public(draft: Draft, span: Span, options: UncreditedRelay) -> bool:
    """Whether a public occasion is told of beside the quote, or where its speaker speaks too."""
    here = sentence_at(draft, span.start)
    if here is None:
        return False
    sentences = draft.segmentation.sentences
    speakers = {one.source_id for one in attributions_near(draft, here, here)} - {None}
    first, last = _near(draft, span)
    places = {here} | {
        place
        for place in range(first, last + 1)
        if sentences[place].paragraph == sentences[here].paragraph
        and not {one.source_id for one in attributions_near(draft, place, place)}
        - speakers
        - {None}
    }
    places |= {
        place
        for place, numbers in draft.by_sentence.items()
        if any(draft.attributions[number].source_id in speakers for number in numbers)
    }
    public = compile_phrases(options.public, draft.rulebook)
    return any(
        not span.overlaps(Span(*match.span()))
        for place in sorted(places)
        for match in public.finditer(
            draft.text, sentences[place].span.start, sentences[place].span.end
        )
    )


def _count_holders(draft: Draft, check: QuoteCheck) -> int:
    """How many of the other texts have the words: what several have was said to all."""
    words = fold_words(check.words).folded[:_MOST_COMPARED]
    wanted = " ".join(words)
    return (
        sum(
            wanted in " ".join(fold_words(quote.inner.of(other.text)).folded)
            for other in draft.others
            for quote in other.segmentation.quotes
        )
        or 1
    )


def _find_interviewer(
    other: Draft, check: QuoteCheck, outlets: OutletNames, options: UncreditedRelay
) -> str | None:
    """The name of the outlet that the speaker talked to, as the other article has it."""
    if check.found is None:
        return None
    places = [*_near_places(other, check.found.span), *_places_of_speaker(other, check)]
    own = compile_phrases(options.first_hand, other.rulebook)
    name = other.article.outlet
    for place in dict.fromkeys(places):
        span = other.segmentation.sentences[place].span
        tokens = tokenise(other.text, span.start, span.end)
        told = _find_told(tokens, outlets, options)
        if told is not None:
            return told.of(other.text)
        names_own = name is not None and name.lower() in span.of(other.text).lower()
        if names_own and any(token.lower in options.told for token in tokens):
            return name
        # "In an interview": its own.
        if name and own.search(other.text, span.start, span.end) is not None:
            return name
    return None


def _find_told(
    tokens: tuple[Token, ...], outlets: OutletNames, options: UncreditedRelay
) -> Span | None:
    """The outlet that is told something, known by name or by "told the Ashbyer Zeitung"."""
    for outlet in find_outlets(tokens, outlets):
        before = [token.lower for token in tokens if token.end <= outlet.span.start][-4:]
        if any(word in options.told for word in before):
            return outlet.span
    for place, token in enumerate(tokens[:-2]):
        if token.lower in options.told and tokens[place + 1].lower == "the":
            end = place + 2
            while end < len(tokens) and tokens[end].is_word and tokens[end].is_capitalised:
                end += 1
            if end > place + 2:
                return Span(tokens[place + 2].start, tokens[end - 1].end)
    return None


def _near_places(other: Draft, span: Span) -> range:
    first, last = _near(other, span)
    return range(first, last + 1)


def _places_of_speaker(other: Draft, check: QuoteCheck) -> Iterator[int]:
    """Sentences of the other article in which the same speaker speaks."""
    speakers: Mapping[str, str] = {source.name: key for key, source in other.sources.items()}
    wanted = speakers.get(check.found_speaker or "")
    if wanted is None:
        return
    for place, numbers in sorted(other.by_sentence.items()):
        if any(other.attributions[number].source_id == wanted for number in numbers):
            yield place


def _is_credited(
    draft: Draft, span: Span, outlet: str, outlets: OutletNames, options: UncreditedRelay
) -> bool:
    """Whether the outlet is the draft's own, or one is named near the quote or its speaker."""
    key = key_of_outlet(outlet) or ""
    own = key_of_outlet(draft.article.outlet)
    if own is not None and is_same_outlet(own, key):
        return True
    first, last = _near(draft, span)
    places = set(range(max(first - 1, 0), last + 1))
    speakers = {near.source_id for near in attributions_near(draft, first, last)} - {None}
    for place, numbers in draft.by_sentence.items():
        if any(draft.attributions[number].source_id in speakers for number in numbers):
            places.add(place)
    sentences = draft.segmentation.sentences
    wanted = " ".join(key.split())
    for place in sorted(places):
        text = sentences[place].span.of(draft.text)
        if wanted and wanted in " ".join(text.lower().split()):
            return True
        # Whoever else is credited, the reader is told that it was no interview of the draft's own.
        tokens = tokenise(text)
        if next(find_outlets(tokens, outlets), None) or _find_told(tokens, outlets, options):
            return True
    return False
