"""Kind "joint-quote": one verbatim quote of some length, spoken by several people at once.

Two people do not say the same sentence word for word; one of them did, or it is a statement
that both put out. Bodies speak with one voice, papers are written together, and a crowd chants.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, is_silent, is_voiced, sentence_at
from attrib.check.options import read_options
from attrib.check.pair_tags import JointQuote, read_tag
from attrib.check.words import stem
from attrib.records import Mention, Quote, ResolvedAttribution, Source, SourceClass, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

_PERSONS: frozenset[SourceClass | None] = frozenset(
    ("NOF", "NPA", "NEX", "NIN", "NSP", "UDK", "UOR", "URL", "COL", None)
)
_LONGEST_TAG = 24
# Words of a sentence in which it says for whom a quote stands.
_LED = 5
_SEVERAL = frozenset(("they", "both", "two", "pair", "duo", "couple", "trio", "three"))
_SINGLE = re.compile(r"\b(?:I|my|me|I['’]\w+)\b")
_TWO = re.compile(
    r"\b([A-Z][\w'’-]{1,30})(?:,\s\d{1,3},?|,[^,.\n]{3,60},)?\sand\s([A-Z][\w'’-]{1,30})"
)
# "Pete Hall, a builder, and his wife, Jan".
_PARTNER = re.compile(r"\b[A-Z][\w'’-]{1,30}(?:,[^,.\n]{3,60},)?\sand\s(?:his|her)\s[a-z-]+")
_TELLING = frozenset((",", "of", "who", "whose", "that", "(", "with", "for", "from"))


def find_joint_quotes(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The speakers of each such quote, once a pair of speakers."""
    options = read_options(rule, JointQuote)
    seen: set[str] = set()
    told: set[Span] = set()
    found = (
        *_find_attributed(draft, options),
        *_find_tagged(draft, options),
        *_find_pointed(draft, options),
    )
    for span, quote in found:
        key = " ".join(span.of(draft.text).lower().split()[-2:])
        if key in seen or quote.span in told:
            continue
        seen.add(key)
        told.add(quote.span)
        words = (("source", excerpt(draft.text, span)), ("words", excerpt(draft.text, quote.inner)))
        yield Finding(span, values=words)


def _find_attributed(draft: Draft, options: JointQuote) -> Iterator[tuple[Span, Quote]]:
    starts = [quote.span.start for quote in draft.segmentation.quotes]
    for resolved in draft.attributions:
        found = resolved.attribution
        if found.source is None or found.cue is None or found.modality == "negated":
            continue
        if found.cue.lemma.lower().split()[0] in options.cues or found.voice == "indirect":
            continue
        if found.cue.text.strip() == ":":
            continue
        if is_silent(draft, found.source.span) or is_voiced(draft, found.source.span):
            continue
        if not _are_several(draft, resolved, found.source, options):
            continue
        if _is_together(draft, found.sentence, options):
            continue
        quote = _find_long(draft, found.content, starts, options)
        if quote is not None:
            yield found.source.span, quote


def _find_tagged(draft: Draft, options: JointQuote) -> Iterator[tuple[Span, Quote]]:
    """Quotes whose own sentence has "Hall and Reed" or "the twins" beside a verb of speech."""
    verbs = frozenset(stem(verb, draft.vocabulary) for verb in options.verbs)
    for quote in draft.segmentation.quotes:
        if not _is_long(draft, quote, options):
            continue
        first = sentence_at(draft, quote.span.start)
        last = sentence_at(draft, quote.span.end - 1)
        if first is None or last is None:
            continue
        sentences = draft.segmentation.sentences
        whole = Span(sentences[first].span.start, sentences[last].span.end)
        if _is_together(draft, whole, options):
            continue
        before = tokenise(draft.text, whole.start, quote.span.start)
        after = tokenise(draft.text, quote.span.end, whole.end)
        for words, is_tag in ((after[:_LONGEST_TAG], True), (before[-_LONGEST_TAG:], False)):
            span = read_tag(draft, words, verbs, options, is_tag=is_tag)
            if span is not None:
                yield span, quote
                break


def _find_pointed(draft: Draft, options: JointQuote) -> Iterator[tuple[Span, Quote]]:
    """Quotes of "they", "both", "the two", who were named before; or led in by them and a colon.

    'For the sisters the door was the reason: "I saw it and knew."'
    """
    verbs = frozenset(stem(verb, draft.vocabulary) for verb in options.verbs)
    sentences = draft.segmentation.sentences
    for quote in draft.segmentation.quotes:
        first = sentence_at(draft, quote.span.start)
        last = sentence_at(draft, quote.span.end - 1)
        if first is None or last is None or not _is_long(draft, quote, options):
            continue
        whole = Span(sentences[first].span.start, sentences[last].span.end)
        if _is_together(draft, whole, options):
            continue
        words = [
            token
            for part in (Span(whole.start, quote.span.start), Span(quote.span.end, whole.end))
            for token in tokenise(draft.text, part.start, part.end)
            if token.is_word
        ]
        before = Span(sentences[max(first - 2, 0)].span.start, whole.start)
        pointing = _read_pointing(draft, words, verbs)
        if pointing is not None and _names_two(draft, before, options):
            yield pointing, quote
            continue
        led = draft.text[whole.start : quote.span.start].rstrip().endswith(":")
        several = next((word for word in words[:_LED] if word.lower in options.several), None)
        if led and several is not None and _SINGLE.search(quote.inner.of(draft.text)):
            yield several.span, quote


def _read_pointing(draft: Draft, words: list[Token], verbs: frozenset[str]) -> Span | None:
    """The pronoun for several right beside a verb of speech, if there is one."""
    for place, token in enumerate(words):
        if token.lower not in _SEVERAL:
            continue
        # "She said they were asleep" has another speaker.
        before = words[place - 1 : place] if place else []
        if any(stem(word.text, draft.vocabulary) in verbs for word in before):
            continue
        beside = words[place + 1 : place + 3]
        if any(stem(word.text, draft.vocabulary) in verbs for word in beside):
            return token.span
    return None


def _names_two(draft: Draft, span: Span, options: JointQuote) -> bool:
    """Whether two people are joined by "and" there: "Ida Moss, 27, and Bo Ashby"."""
    if _PARTNER.search(draft.text, span.start, span.end):
        return True
    return any(
        not {found[1].lower(), found[2].lower()} & set(options.bodies)
        for found in _TWO.finditer(draft.text, span.start, span.end)
    )


def _is_long(draft: Draft, quote: Quote, options: JointQuote) -> bool:
    if draft.segmentation.paragraphs[quote.paragraph].kind != "prose":
        return False
    inner = tokenise(draft.text, quote.inner.start, quote.inner.end)
    return sum(token.is_word for token in inner) >= options.words


def _are_several(
    draft: Draft, resolved: ResolvedAttribution, mention: Mention, options: JointQuote
) -> bool:
    source = draft.sources.get(resolved.source_id or "")
    if source is None or source.source_class not in _PERSONS:
        return False
    if _count_people(draft, source) > 1:
        return True
    words = [token.lower for token in tokenise(mention.text)]
    if len(words) == 1 and words[0] in options.pronouns:
        return _is_after_several(draft, mention, options)
    # "Bo Ashby, a sailor and the owner of two boats": what follows tells more of one person.
    end = next((place for place, word in enumerate(words) if word in _TELLING), len(words))
    head = words[:end]
    # "The mayor and [her deputy]"; "the Department of Food and Health" is no pair.
    for place, word in enumerate(head[:-1]):
        if word == "and" and place and head[place + 1] in options.partners:
            return True
    if any(word in options.several for word in head):
        return True
    counted = any(word in options.counts for word in head)
    return counted and any(word in options.counted for word in head)


def _count_people(draft: Draft, source: Source) -> int:
    members = (draft.sources.get(member) for member in source.members)
    return sum(1 for member in members if member and member.source_class in _PERSONS)


def _is_after_several(draft: Draft, mention: Mention, options: JointQuote) -> bool:
    here = sentence_at(draft, mention.span.start)
    if not here:
        return False
    before = draft.segmentation.sentences[here - 1].span
    tokens = tokenise(draft.text, before.start, before.end)
    return any(token.lower in options.several for token in tokens)


def _is_together(draft: Draft, sentence: Span, options: JointQuote) -> bool:
    tokens = tokenise(draft.text, sentence.start, sentence.end)
    return any(
        token.lower in options.together and not is_silent(draft, token.span) for token in tokens
    )


def _find_long(
    draft: Draft, content: tuple[Span, ...], starts: list[int], options: JointQuote
) -> Quote | None:
    """The first quote of enough words in what is said."""
    for span in content:
        first = max(bisect_left(starts, span.start) - 1, 0)
        for quote in draft.segmentation.quotes[first:]:
            if quote.span.start >= span.end:
                break
            inner = tokenise(draft.text, quote.inner.start, quote.inner.end)
            if quote.span.overlaps(span) and sum(t.is_word for t in inner) >= options.words:
                return quote
    return None
