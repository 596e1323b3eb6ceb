"""Kind "strength-drift": the text beside a quote says more than the quote does.

"We could close it" becomes "will close", "up to 200" becomes "200", "some" becomes "all", a link
becomes a cause. Words are compared, not meanings: the verb behind the hedge, the figure, or the
thing counted must stand in both, and the text must be the same speaker's or the writer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.amounts import Amount, find_degrees, find_figures, read_numbers, read_scales
from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage, attributions_near, in_headline, is_silent, person_stems, sentence_at
from attrib.check.options import read_options
from attrib.check.spoken import Spoken, find_spoken, words_outside
from attrib.check.words import has_content, stem
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise


# How many words of content text and quote must share, one less where the text is the speaker's.
_SHARED = 2
# Words after which no finite verb stands.
_NO_VERB = frozenset("a an the to of for in on at with by my our your his her its their those these".split())
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
    unsure     words of the quote that leave a matter open ("I doubt"), and
    settled    words of the text that close it ("ruled out")
    most       words before a figure that make it the most there can be ("up to")
    least      words before a figure that make it the least there is ("more than")
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
    unsure: tuple[str, ...]
    settled: tuple[str, ...]
    most: tuple[str, ...]
    least: tuple[str, ...]


class _Reader:
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
        self.degrees = [
            {word.strip(): step for step, words in enumerate(scale.split("<")) for word in words.split(",")}
            for scale in options.scales
        ]

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

    def figures(self, tokens: list[Token]) -> list[Amount]:
        limits = (frozenset(self.options.most), frozenset(self.options.least))
        return find_figures(tokens, self.numbers, self.scales, limits, self.draft.vocabulary)


def find_strength_drifts(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding a passage of the text."""
    options = read_options(rule, StrengthDrift)
    reader = _Reader(draft, options)
    seen: set[Span] = set()
    for one in find_spoken(draft):
        if one.said is None:
            continue
        for index in _sentences_beside(draft, one, options):
            own = _own_words(draft, index)
            quoted = list(tokenise(draft.text, one.quote.inner.start, one.quote.inner.end))
            found = _compare(reader, own, quoted)
            if found is None or found[0] in seen:
                continue
            seen.add(found[0])
            values = (("words", excerpt(draft.text, found[0])), ("quoted", found[1]))
            related = (Passage(one.quote.span, "the quote"),)
            yield Finding(found[0], values=values, related=related)


def _phrases(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    pattern = "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered)
    return re.compile(rf"(?<![\w'])(?:{pattern})(?![\w])", re.IGNORECASE)


def _sentences_beside(draft: Draft, one: Spoken, options: StrengthDrift) -> Iterator[int]:
    """Sentences that are held against the quote: the same speaker's, or nobody's."""
    sentences = draft.segmentation.sentences
    last = min(one.last + options.after, len(sentences) - 1)
    for index in range(max(one.first - options.before, 0), last + 1):
        if in_headline(draft, sentences[index].span.start):
            continue
        if all(
            _may_be_same(draft, near, one)
            for near in attributions_near(draft, index, index)
            if near.attribution.source is not None and near.attribution.within is None
        ):
            yield index


def _may_be_same(draft: Draft, near: ResolvedAttribution, one: Spoken) -> bool:
    """Whether the speaker of the text may be that of the quote, under another name.

    "The fire chief" may be Lee Hart; "the union" is Lee Hart only where the quote's own sentence
    names it ("Hart, who leads the union").
    """
    said, mention = one.said, near.attribution.source
    if said is None or mention is None or one.speaker is None or near.source_id == said.source_id:
        return True
    if mention.span.overlaps(one.speaker.span) or is_silent(draft, mention.span):
        return True
    words = [token for token in tokenise(mention.text) if token.is_word]
    theirs = [token for token in tokenise(one.speaker.text) if token.is_word]
    if not words or not theirs:
        return False
    named, other = words[-1].is_capitalised, theirs[-1].is_capitalised
    if named and other:
        return False
    pronouns = draft.rulebook.terms_of("anaphors")
    if words[0].lower in pronouns and len(words) == 1:
        return words[0].lower != "they"
    beside = {token.lower for token in words_outside(draft, one.last)} - {"the", "a", "an"}
    if any(word.lower in beside for word in words if not word.is_capitalised):
        return True
    # A person's role; "the union" and "residents" are others.
    roles = person_stems(draft.rulebook, draft.vocabulary)
    return not words[-1].lower.endswith("s") and stem(words[-1].text, draft.vocabulary) in roles


def _own_words(draft: Draft, index: int) -> list[Token]:
    span = draft.segmentation.sentences[index].span
    tokens = tokenise(draft.text, span.start, span.end)
    return [token for token in tokens if not is_silent(draft, token.span)]


def _compare(reader: _Reader, own: list[Token], quoted: list[Token]) -> tuple[Span, str] | None:
    """The words of the text that say more, and those of the quote that say less."""
    return (
        _find_modal(reader, own, quoted)
        or _find_settled(reader, own, quoted, reader.links, reader.causes)
        or _find_settled(reader, own, quoted, reader.unsure, reader.settled)
        or _find_figure(reader, own, quoted)
        or _find_degree(reader, own, quoted)
    )


def _find_modal(reader: _Reader, own: list[Token], quoted: list[Token]) -> tuple[Span, str] | None:
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
        if verb is None or any(t.lower in _NO_VERB and t.end < verb.start for t in behind[:3]):
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
            bare = not lead or lead[-1].lower not in _NO_VERB
            if bare and len(shared) >= _SHARED - same:
                return token.span, text[match.start() : verb.end]
    return None


def _find_settled(
    reader: _Reader,
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
    if not reader.is_attributed(own):
        return None
    if open_ is None or settled.search(text, quoted[0].start, quoted[-1].end):
        return None
    if reader.hedges.search(_text(own)):
        return None
    found = settled.search(text, own[0].start, own[-1].end)
    if found is None or is_silent(reader.draft, Span(*found.span())):
        return None
    if not reader.stems(own) & reader.stems(quoted):
        return None
    return Span(*found.span()), open_[0]


def _find_figure(reader: _Reader, own: list[Token], quoted: list[Token]) -> tuple[Span, str] | None:
    ours, theirs = reader.figures(own), reader.figures(quoted)
    for one in ours:
        if reader.draft.text[one.span.start - 1 : one.span.start].isalnum():
            continue
        same = [other for other in theirs if _is_same(one, other)]
        if len(same) != 1 or sum(_is_same(mine, same[0]) for mine in ours) != 1:
            continue
        other = same[0]
        more = one.value > other.value and other.limit != "least"
        if more or (one.value == other.value and _is_stronger(one.limit, other.limit)):
            return one.span, other.span.of(reader.draft.text)
    return None


def _is_same(one: Amount, other: Amount) -> bool:
    """Whether both count one thing: shares of different things have only "percent" in common."""
    return bool((one.things & other.things) - {"percent"})


def _is_stronger(ours: str, theirs: str) -> bool:
    order = ("most", "", "least")
    return order.index(ours) > order.index(theirs)


def _find_degree(reader: _Reader, own: list[Token], quoted: list[Token]) -> tuple[Span, str] | None:
    vocabulary = reader.draft.vocabulary
    for degrees in reader.degrees:
        for one in find_degrees(own, degrees, vocabulary):
            for other in find_degrees(quoted, degrees, vocabulary):
                before = reader.draft.text[max(one.span.start - 6, 0) : one.span.start].split()
                # "The most vulnerable": of degree, not of number.
                if one.span.of(reader.draft.text).lower() == "most" and before[-1:] != before[:0]:
                    if before[-1].lower() in _NO_VERB:
                        continue
                if one.value > other.value and one.things & other.things:
                    return one.span, other.span.of(reader.draft.text)
    return None


def _text(tokens: list[Token]) -> str:
    """The words in lower case, without the month of May."""
    return " ".join(t.lower for place, t in enumerate(tokens) if not place or t.text != "May")
