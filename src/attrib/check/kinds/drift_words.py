"""What makes a paraphrase stronger than the quote beside it, told by words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from attrib.check.amounts import (
    Amount,
    find_degrees,
    find_figures,
    find_raised_degree,
    find_raised_figure,
    read_numbers,
    read_scales,
)
from attrib.check.draft import Draft, attributions_near, is_silent, sentence_at
from attrib.check.hardened import Hardening
from attrib.check.words import has_content, stem
from attrib.records import Span
from attrib.tokens import Token

# How many words of content text and quote must share, one less where the text is the speaker's.
_SHARED = 2
# How many words before a verb the word that promises may stand.
_LEAD = 5


@dataclass(frozen=True, slots=True)
class StrengthDrift:
    """Options of the kind.

    before, after  how many sentences before and after the quote are held against it
    weak       hedges of the quote, before a verb ("could", "hope to")
    strong     words of the text that promise or settle ("will", "promised to")
    hedges     words with which the text hedges as well
    reach      how many words behind a hedge its verb may stand
    scales     words of amount or frequency from weak to strong, a scale a line: "some < all"
    links      words of the quote for a mere link or sign, and
    causes     words of the text for a cause or a proof
    nominal    words after which a noun stands, and no finite verb ("the")
    unsure     words of the quote that leave a matter open ("I doubt"), and
    settled    words of the text that close it ("ruled out")
    fractions  words for a fraction, each with what it divides by ("third 3")
    earlier    words that put the text before the time of the quote ("previously")
    most       words before a figure that make it the most there can be ("up to")
    least      words before a figure that make it the least there is ("more than")
    opening, closed, firm, soft, evidence, shares  see `attrib.check.hardened`
    """

    before: int
    after: int
    reach: int
    weak: tuple[str, ...]
    strong: tuple[str, ...]
    hedges: tuple[str, ...]
    scales: tuple[str, ...]
    links: tuple[str, ...]
    causes: tuple[str, ...]
    nominal: tuple[str, ...]
    unsure: tuple[str, ...]
    settled: tuple[str, ...]
    fractions: tuple[str, ...]
    earlier: tuple[str, ...]
    most: tuple[str, ...]
    least: tuple[str, ...]
    opening: tuple[str, ...]
    closed: tuple[str, ...]
    firm: tuple[str, ...]
    soft: tuple[str, ...]
    evidence: tuple[str, ...]
    shares: tuple[str, ...]

    @property
    def limits(self) -> tuple[frozenset[str], frozenset[str]]:
        return frozenset(self.most), frozenset(self.least)

    @property
    def hardening(self) -> Hardening:
        before = (*self.nominal, *self.earlier, "who", "which")
        words = (self.opening, self.closed, self.firm, self.soft, self.evidence, self.shares)
        return Hardening(*words, before)


class StrengthReader:
    """The options as patterns and tables, made once a draft."""

    def __init__(self, draft: Draft, options: StrengthDrift) -> None:
        self.draft = draft
        self.options = options
        self.weak = _phrases(options.weak)
        self.strong = _phrases(options.strong)
        self.hedges = _phrases(options.hedges)
        self.links = _phrases(options.links)
        self.causes = _phrases(options.causes)
        self.unsure = _phrases(options.unsure)
        self.settled = _phrases(options.settled)
        self.numbers = read_numbers(draft.rulebook)
        self.scales = read_scales(draft.rulebook)
        self.scales.update(
            (word, 1 / int(divisor)) for word, divisor in map(str.split, options.fractions)
        )
        self.degrees = [_read_scale(scale) for scale in options.scales]

    def stems(self, tokens: list[Token]) -> frozenset[str]:
        vocabulary = self.draft.vocabulary
        return frozenset(
            stem(token.text, vocabulary) for token in tokens if has_content(token, vocabulary)
        )

    def is_attributed(self, own: list[Token]) -> bool:
        """Whether the sentence of these words tells what somebody says."""
        here = sentence_at(self.draft, own[0].start) if own else None
        return here is not None and any(
            near.attribution.source is not None
            and near.attribution.within is None
            and near.attribution.voice == "indirect"
            for near in attributions_near(self.draft, here, here)
        )

    def may_be_verb(self, token: Token) -> bool:
        return (
            token.is_word
            and not token.is_capitalised
            and not token.lower.endswith("ly")
            and has_content(token, self.draft.vocabulary)
        )

    def find_amount(self, own: list[Token], quoted: list[Token]) -> tuple[Span, str] | None:
        """A figure or a word of amount in the text that is above the quote's."""
        vocabulary, text = self.draft.vocabulary, self.draft.text
        raised = find_raised_figure(self.figures(own), self.figures(quoted))
        for degrees in self.degrees:
            raised = raised or find_raised_degree(
                find_degrees(own, degrees, vocabulary), find_degrees(quoted, degrees, vocabulary)
            )
        return (raised[0].span, raised[1].span.of(text)) if raised else None

    def figures(self, tokens: list[Token]) -> list[Amount]:
        limits = self.options.limits
        return find_figures(tokens, self.numbers, self.scales, limits, self.draft.vocabulary)


def compare_strength(
    reader: StrengthReader, own: list[Token], quoted: list[Token]
) -> tuple[Span, str] | None:
    """The words of the text that say more, and those of the quote that say less."""
    return (
        _find_modal(reader, own, quoted)
        or _find_settled(reader, own, quoted, reader.links, reader.causes)
        or _find_settled(reader, own, quoted, reader.unsure, reader.settled)
        or reader.find_amount(own, quoted)
    )


def _find_modal(
    reader: StrengthReader, own: list[Token], quoted: list[Token]
) -> tuple[Span, str] | None:
    """A verb that the quote hedges and the text does not.

    A promising word before it ("will") must share the verb and, like a plain past tense, one
    more word of content with the quote.
    """
    text = reader.draft.text
    if not own or not quoted or reader.hedges.search(_text(own)):
        return None
    held = reader.stems(own)
    same = reader.is_attributed(own)
    for match in reader.weak.finditer(text, quoted[0].start, quoted[-1].end):
        # The month, inside a sentence.
        if match[0] == "May" and match.start() != quoted[0].start:
            continue
        behind = [token for token in quoted if token.start >= match.end()]
        verb = next((t for t in behind[: reader.options.reach] if reader.may_be_verb(t)), None)
        if verb is None or any(
            t.lower in reader.options.nominal and t.end < verb.start for t in behind[:3]
        ):
            continue
        wanted = stem(verb.text, reader.draft.vocabulary)
        shared = (reader.stems(quoted) - {wanted}) & held
        for place, token in enumerate(own):
            if not token.is_word or stem(token.text, reader.draft.vocabulary) != wanted:
                continue
            if token.is_capitalised:
                continue
            lead = own[max(place - _LEAD, 0) : place]
            strong = reader.strong.search(text, lead[0].start, token.end) if lead else None
            if strong:
                return Span(strong.start(), token.end), text[match.start() : verb.end]
            bare = not lead or lead[-1].lower not in reader.options.nominal
            if bare and len(shared) >= _SHARED - same:
                return token.span, text[match.start() : verb.end]
    return None


def _find_settled(
    reader: StrengthReader,
    own: list[Token],
    quoted: list[Token],
    unsure: re.Pattern[str],
    settled: re.Pattern[str],
) -> tuple[Span, str] | None:
    """Words of the text that settle what the quote leaves open, on a matter that both name."""
    if not own or not quoted:
        return None
    text = reader.draft.text
    open_ = unsure.search(text, quoted[0].start, quoted[-1].end)
    if open_ is None or settled.search(text, quoted[0].start, quoted[-1].end):
        return None
    if reader.hedges.search(_text(own)):
        return None
    found = settled.search(text, own[0].start, own[-1].end)
    if found is None or is_silent(reader.draft, Span(*found.span())):
        return None
    before = [token.lower for token in own if token.end <= found.start()][-2:]
    # "A confirmed report", "had pledged": another matter, or another time.
    if before[-1:] and (
        before[-1] in reader.options.nominal or not set(before).isdisjoint(reader.options.earlier)
    ):
        return None
    if not reader.stems(own) & reader.stems(quoted):
        return None
    return Span(*found.span()), open_[0]


def _phrases(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    pattern = "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered)
    return re.compile(rf"(?<![\w'])(?:{pattern})(?![\w])", re.IGNORECASE)


def _read_scale(scale: str) -> dict[str, int]:
    """The words of a scale with their step: "some, a few < most" is some 0, a few 0, most 1."""
    return {
        word.strip(): step
        for step, words in enumerate(scale.split("<"))
        for word in words.split(",")
    }


def _text(tokens: list[Token]) -> str:
    """The words in lower case, without the month of May."""
    return " ".join(t.lower for place, t in enumerate(tokens) if not place or t.text != "May")
