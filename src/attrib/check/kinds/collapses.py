"""Kind "chain-collapse": a speaker is credited directly with what only another relays.

"Ali says Cy admitted lying" leaves one witness, Ali; "Cy admits lying", later in the text or in
the headline, makes it Cy's own word. So do "Cy's confession" and "as Cy put it". Who is quoted
elsewhere in the text has spoken himself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from attrib.check.draft import (
    Draft,
    Finding,
    Headline,
    Passage,
    in_headline,
    is_silent,
)
from attrib.check.hearsay import Relay, RelayWords, find_relays, name_speakers, speaks_himself, subject_stems
from attrib.check.options import read_options
from attrib.check.words import content_stems, span_stems, stem
from attrib.records import Field, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

_MOST_RELAYS = 20
"""Relays that are held against the text: bounds the work on one made of nothing else."""
_LONGEST_SUBJECT = 5
_LONGEST_NAME = 4
_FEWEST_SHARED = 2
"""Words with content that later sentence and relayed words share."""
_NEAREST = 4
"""Sentences between a relay and the noun that takes it for the speaker's own word."""
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
    generic: tuple[str, ...]
    titles: tuple[str, ...]
    reserved: tuple[str, ...]
    open: tuple[str, ...]
    auxiliaries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Credit:
    """Where somebody is credited: the words to point at, his own, and all stems around."""

    span: Span
    field: Field
    sentence: int
    speaker: tuple[Token, ...]
    stems: frozenset[str]
    bare: bool = False
    """Whether no verb tells what was said: "Cy's confession", "as Cy said"."""


def find_chain_collapses(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The headline and later sentences that drop the one who relays, each once."""
    options = read_options(rule, ChainCollapse)
    words = RelayWords(
        _stems(draft, options.outer), _stems(draft, options.inner), frozenset(options.public)
    )
    found = name_speakers(draft, islice(find_relays(draft, words), _MOST_RELAYS))
    relays = [relay for relay in found if not speaks_himself(draft, relay)]
    if not relays:
        return
    calls = _read_titles(draft, options)
    for credit in (*_find_leading(draft, options), *_find_later(draft, options)):
        relay = next((one for one in relays if _collapses(draft, credit, one, calls, options)), None)
        if relay is not None:
            text = draft.text if credit.field == "text" else draft.article.title or ""
            speaker = " ".join(text[credit.speaker[0].start : credit.speaker[-1].end].split())
            values = (("speaker", speaker),)
            place = draft.segmentation.sentences[relay.sentence].span
            note = Passage(place, "only told at second hand here")
            yield Finding(credit.span, credit.field, values, (note,))


def _stems(draft: Draft, words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem(word, draft.vocabulary) for word in words)


def _read_titles(draft: Draft, options: ChainCollapse) -> dict[str, str]:
    calls: dict[str, str] = {}
    for group in options.titles:
        first, *others = group.split()
        calls.update((stem(other, draft.vocabulary), stem(first, draft.vocabulary)) for other in others)
    return calls


def _collapses(
    draft: Draft, credit: _Credit, relay: Relay, calls: dict[str, str], options: ChainCollapse
) -> bool:
    leads = credit.field == "title" or in_headline(draft, credit.span.start)
    if not leads and credit.sentence <= relay.sentence:
        return False
    speaker = {calls.get(word, word) for word in subject_stems(draft, credit.speaker)}
    last = stem(credit.speaker[-1].text, draft.vocabulary)
    last = calls.get(last, last)
    known = {calls.get(word, word) for word in relay.speaker}
    witness = {calls.get(word, word) for word in relay.witness}
    if last in witness - known or (not leads and speaker & (witness - known)):
        return False
    if not leads:
        wanted = relay.names or relay.speaker
        if not speaker & wanted or credit.stems & (witness - known):
            return False
        if len(credit.stems & relay.told) >= (1 if credit.bare else _FEWEST_SHARED):
            return True
        # "Cy's confession will be tested" tells no more of it.
        near = credit.sentence - relay.sentence <= _NEAREST
        return credit.bare and near and not speaks_himself(draft, relay, indirectly=True)
    if speaker & known:
        return True
    generic = _stems(draft, options.generic)
    plain = stem(credit.speaker[-1].text, draft.vocabulary)
    return plain in generic and _meets(draft, credit, relay)


def _meets(draft: Draft, credit: _Credit, relay: Relay) -> bool:
    """Whether the headline shares words with the relay or with the sentence before it."""
    sentences = draft.segmentation.sentences
    start = sentences[max(relay.sentence - 1, 0)].span.start
    around = content_stems(tokenise(draft.text, start, sentences[relay.sentence].span.end), draft.vocabulary)
    return not credit.stems.isdisjoint(around)


def _find_leading(draft: Draft, options: ChainCollapse) -> Iterator[_Credit]:
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
        stems = frozenset(content_stems(tokens, draft.vocabulary)) - subject_stems(draft, subject)
        yield _Credit(place, headline.field, -1, subject, stems)


def _read_headline(
    draft: Draft, headline: Headline, tokens: tuple[Token, ...], options: ChainCollapse
) -> tuple[Token, ...]:
    """The words for the one whom the headline has say something; empty if it is nobody."""
    verbs = _stems(draft, options.credits)
    colon = next((n for n, token in enumerate(tokens) if token.text == ":"), None)
    if colon is not None and 0 < colon <= _LONGEST_SUBJECT:
        return tokens[:colon]
    places = [
        n
        for n, token in enumerate(tokens)
        if n and token.is_word and stem(token.text, draft.vocabulary) in verbs
    ]
    comma = max((n for n, token in enumerate(tokens) if token.text in (",", "–", "—", "-")), default=-1)
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


def _find_later(draft: Draft, options: ChainCollapse) -> Iterator[_Credit]:
    for index in range(draft.body_start, len(draft.sentence_starts)):
        span = draft.segmentation.sentences[index].span
        tokens = tuple(
            token
            for token in tokenise(draft.text, span.start, span.end)
            if not is_silent(draft, token.span)
        )
        if any(token.lower in options.reserved for token in tokens):
            continue
        for subject, last in _read_later(draft, tokens, options):
            stems = span_stems(draft.text, (span,), draft.vocabulary) - subject_stems(draft, subject)
            place = Span(subject[0].start, subject[-1].end)
            bare = last.lower in options.nouns or tokens[0].lower in options.pointing
            yield _Credit(place, "text", index, subject, stems, bare)


def _read_later(
    draft: Draft, tokens: tuple[Token, ...], options: ChainCollapse
) -> Iterator[tuple[tuple[Token, ...], Token]]:
    """Whom the sentence credits: "Cy('s) confession", "Cy (has) admitted", "as Cy put it"."""
    verbs, put = _stems(draft, options.credits), _stems(draft, options.put)
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
            # "According to the [Ashby aide]" names no Ashby.
            if subject and not (after and after[0].is_word):
                yield subject, subject[-1]
        elif token.lower in options.pointing:
            verb = next(
                (n for n, one in enumerate(rest[:6]) if stem(one.text, draft.vocabulary) in put), 0
            )
            subject = tuple(one for one in rest[:verb] if one.is_word and one.lower != "the")
            if subject:
                yield subject, rest[verb]
        elif place and _is_verb(draft, token, verbs):
            start = place
            while start and tokens[start - 1].lower in options.auxiliaries:
                start -= 1
            subject = _name_before(tokens[:start])
            beside = {one.lower for one in tokens[max(start - 1, 0) : place + 1]}
            if beside & set(options.open):
                continue
            if subject and (start < place or subject[0] is tokens[0]):
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
