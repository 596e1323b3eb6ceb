"""Where a headline or a sentence credits somebody with words: "Cy admits", "Cy's confession"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from attrib.check.acts import subject_stems
from attrib.check.draft import (
    Draft,
    Headline,
    is_silent,
)
from attrib.check.words import content_stems, span_stems, stem
from attrib.records import Field, Span
from attrib.tokens import Token, tokenise

_LONGEST_SUBJECT = 5
_LONGEST_NAME = 4
_LONGEST_LABEL = 2
# "In his words", "by her own account": whoever the sentence before begins with.
_HIS_WORDS = re.compile(
    r"\b(?:in|by|to|on)\s(?:his|her|their)\s(?:own\s)?(?:words?|account|telling|version|admission)\b",
    re.IGNORECASE,
)
PRONOUNS = frozenset(("his", "her", "their"))
_MARKS = frozenset("'\"‘’“”")


@dataclass(frozen=True, slots=True)
class ChainCollapse:
    """Options of the kind.

    outer       verbs by which a witness reports
    inner       verbs by which he says that another spoke, thought or agreed
    public      words for those who are told things in public
    credits     verbs by which headline or text credit somebody with words
    nouns       what somebody is credited with ("confession", "announcement")
    pointing    openings of "as Cy put it"
    put         verbs that follow them
    labels      words before a colon that are nobody ("poll", "exclusive")
    generic     words by which a headline calls anybody ("boss", "star")
    titles      short forms before a name, each with what a headline calls it ("sen senator")
    reserved    words that keep the second hand open ("reportedly", "alleged")
    open        words beside a verb by which nobody is said to have spoken ("not", "would")
    auxiliaries words that may stand between a speaker and the verb
    """

    outer: tuple[str, ...]
    inner: tuple[str, ...]
    public: tuple[str, ...]
    credits: tuple[str, ...]
    nouns: tuple[str, ...]
    pointing: tuple[str, ...]
    put: tuple[str, ...]
    labels: tuple[str, ...]
    generic: tuple[str, ...]
    titles: tuple[str, ...]
    reserved: tuple[str, ...]
    open: tuple[str, ...]
    auxiliaries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    """Where somebody is credited: the words to point at, his own, and all stems around."""

    span: Span
    field: Field
    sentence: int
    speaker: tuple[Token, ...]
    stems: frozenset[str]
    bare: bool = False
    """Whether no verb tells what was said: "Cy's confession", "as Cy said"."""


def stem_words(draft: Draft, words: tuple[str, ...]) -> frozenset[str]:
    """The stems of an option's words."""
    return frozenset(stem(word, draft.vocabulary) for word in words)


def find_leading(draft: Draft, options: ChainCollapse) -> Iterator[Credit]:
    """Whom the headline credits."""
    headline = draft.headline
    if headline is None:
        return
    tokens = tuple(
        token
        for token in tokenise(headline.text, headline.span.start, headline.span.end)
        if token.text not in _MARKS
    )
    subject = _read_headline(draft, headline, tokens, options)
    if subject and not any(token.lower in options.reserved for token in tokens):
        place = Span(subject[0].start, subject[-1].end)
        around = frozenset(content_stems(tokens, draft.vocabulary))
        around -= subject_stems(draft, subject)
        yield Credit(place, headline.field, -1, subject, around)


def _read_headline(
    draft: Draft, headline: Headline, tokens: tuple[Token, ...], options: ChainCollapse
) -> tuple[Token, ...]:
    """The words for the one whom the headline has say something; empty if it is nobody."""
    verbs = stem_words(draft, options.credits)
    colon = next((n for n, token in enumerate(tokens) if token.text == ":"), None)
    quoted = headline.text[headline.span.start : headline.span.start + 1] in _MARKS
    if colon is not None and quoted:
        # '"I signed nothing": mayor's denial'.
        rest = tokens[colon + 1 :]
        end = next((n for n, one in enumerate(rest) if one.lower in ("'s", "’s")), None)
        return rest[:end] if end is not None and end <= _LONGEST_NAME else ()
    names = {word for one in draft.sources.values() for word in one.name.lower().split()}
    speaks = any(token.lower in names for token in tokens[:colon])
    if colon is not None and colon <= _LONGEST_LABEL and not speaks:
        rest = tokens[colon + 1 :]
        verb = next((n for n, one in enumerate(rest) if _is_verb(draft, one, verbs)), 0)
        if 0 < verb <= _LONGEST_NAME and rest[0].is_capitalised and rest[0].text != "I":
            return rest[:verb]
    if colon is not None and 0 < colon <= _LONGEST_SUBJECT:
        # "Poll: ..." and "Exclusive: ..." name nobody.
        return () if tokens[colon - 1].lower in options.labels else tokens[:colon]
    places = [
        n
        for n, token in enumerate(tokens)
        if n and token.is_word and stem(token.text, draft.vocabulary) in verbs
    ]
    comma = max(
        (n for n, token in enumerate(tokens) if token.text in (",", "–", "—", "-")), default=-1
    )
    tags = [n for n in places if n > comma >= 0]
    if tags and len(tokens) - comma <= _LONGEST_SUBJECT + 3:
        # Another may tell it: "Keeper left cage open, owner says". A quote is the speaker's own.
        if headline.text[headline.span.start : headline.span.start + 1] not in _MARKS:
            return ()
        after, before = tokens[tags[-1] + 1 :], tokens[comma + 1 : tags[-1]]
        return after or before
    if not places or places[0] > _LONGEST_SUBJECT:
        return ()
    return tokens[: places[0]]


def find_later(draft: Draft, options: ChainCollapse) -> Iterator[Credit]:
    """Whom the sentences of the body credit, in the writer's own words."""
    verbs = stem_words(draft, options.credits)
    put = stem_words(draft, options.put)
    still = frozenset(options.open)
    for index in range(draft.body_start, len(draft.sentence_starts)):
        span = draft.segmentation.sentences[index].span
        tokens = tuple(
            token
            for token in tokenise(draft.text, span.start, span.end)
            if not is_silent(draft, token.span)
        )
        if any(token.lower in options.reserved for token in tokens):
            continue
        if index > draft.body_start and _HIS_WORDS.search(draft.text, span.start, span.end):
            yield from _find_his(draft, index, tokens)
        for subject, last in _read_later(draft, tokens, (verbs, put, still), options):
            around = span_stems(draft.text, (span,), draft.vocabulary)
            around -= subject_stems(draft, subject)
            place = Span(subject[0].start, subject[-1].end)
            bare = last.lower in options.nouns or tokens[0].lower in options.pointing
            yield Credit(place, "text", index, subject, around, bare)


def _find_his(draft: Draft, index: int, tokens: tuple[Token, ...]) -> Iterator[Credit]:
    # "By his own account, Moss left": the name may follow in the sentence itself.
    comma = next((n for n, one in enumerate(tokens) if one.text == ","), len(tokens))
    own = tuple(takewhile(_is_named, tokens[comma + 1 : comma + 1 + _LONGEST_NAME]))
    before = draft.segmentation.sentences[index - 1].span
    words = own or tokenise(draft.text, before.start, before.end)
    start = next((n for n, one in enumerate(words) if one.is_capitalised), len(words))
    named = tuple(takewhile(_is_named, words[start : start + _LONGEST_NAME]))
    if named and tokens:
        around = frozenset(content_stems(tokens, draft.vocabulary))
        yield Credit(Span(tokens[0].start, tokens[-1].end), "text", index, named, around, True)


def _read_later(
    draft: Draft,
    tokens: tuple[Token, ...],
    words: tuple[frozenset[str], frozenset[str], frozenset[str]],
    options: ChainCollapse,
) -> Iterator[tuple[tuple[Token, ...], Token]]:
    """Whom the sentence credits: "Cy('s) confession", "Cy (has) admitted", "as Cy put it"."""
    verbs, put, still = words
    opening = next((n for n, token in enumerate(tokens) if token.is_word), 0)
    first = tokens[opening : opening + 2]
    # "His confession", of one who stands in a sentence before.
    if len(first) > 1 and first[0].lower in PRONOUNS and first[1].lower in options.nouns:
        yield first[:1], first[1]
    given = any(token.lower == "according" for token in tokens)
    for place, token in enumerate(tokens):
        rest = tokens[place + 1 :]
        if token.lower in ("'s", "'") and place:
            near = [n for n, one in enumerate(rest[:3]) if one.lower in options.nouns]
            subject = _name_before(tokens[:place])
            if near and subject and not given:
                yield subject, rest[near[0]]
        elif token.lower == "according":
            subject = tuple(takewhile(_is_named, rest[1 : _LONGEST_NAME + 2]))
            after = rest[1 + len(subject) : 2 + len(subject)]
            subject = tuple(one for one in subject if one.is_capitalised)
            if not subject and rest[1:2] and rest[1].lower == "the":
                subject = tuple(takewhile(lambda one: one.is_word, rest[2 : 2 + _LONGEST_NAME]))
                after = ()
            # "According to the [Ashby aide]" names no Ashby.
            if subject and not (after and after[0].is_word):
                yield subject, subject[-1]
        elif token.lower in options.pointing:
            verb = next(
                (n for n, one in enumerate(rest[:6]) if stem(one.text, draft.vocabulary) in put), 0
            )
            subject = tuple(
                one
                for one in rest[:verb]
                if one.is_word and one.lower not in ("the", *options.auxiliaries)
            )
            if subject:
                yield subject, rest[verb]
        elif place and _is_verb(draft, token, verbs):
            start = place
            while start and tokens[start - 1].lower in options.auxiliaries:
                start -= 1
            # "The senator, who says".
            relative = start > 1 and tokens[start - 1].lower == "who"
            start -= relative + (relative and tokens[start - 2].text == ",")
            subject = _name_before(tokens[:start])
            beside = {one.lower for one in tokens[max(start - 1, 0) : place + 1]}
            if beside & still:
                continue
            begins = (
                subject and subject[0] in tokens[opening : opening + 1 + (first[0].lower == "the")]
            )
            if subject and (start < place or begins):
                yield subject, token


def _is_verb(draft: Draft, token: Token, verbs: frozenset[str]) -> bool:
    small = token.is_word and not token.is_capitalised
    return small and stem(token.text, draft.vocabulary) in verbs


def _is_named(token: Token) -> bool:
    return token.is_capitalised or token.lower in ("the", ".")


def _name_before(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The name, or the "the nurse", that the words end with."""
    start = len(tokens)
    while start and tokens[start - 1].is_word and tokens[start - 1].is_capitalised:
        start -= 1
    if start < len(tokens):
        return tokens[max(start, len(tokens) - _LONGEST_NAME) :]
    for place in range(len(tokens) - 1, max(len(tokens) - _LONGEST_NAME, -1), -1):
        if tokens[place].lower == "the" and place + 1 < len(tokens):
            return tokens[place + 1 :]
    return ()
