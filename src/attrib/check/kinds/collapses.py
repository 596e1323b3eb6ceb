"""Kind "chain-collapse": a speaker is credited directly with what only another relays.

"Ali says Cy admitted lying" leaves one witness, Ali; "Cy admits lying", later in the text or in
the headline, makes it Cy's own word. So do "Cy's confession" and "as Cy put it". Who is quoted
elsewhere in the text has spoken himself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from attrib.check.acts import subject_stems
from attrib.check.credits import (
    PRONOUNS,
    ChainCollapse,
    Credit,
    find_later,
    find_leading,
    stem_words,
)
from attrib.check.draft import (
    Draft,
    Finding,
    Passage,
    in_headline,
    person_stems,
)
from attrib.check.hearsay import (
    Relay,
    RelayWords,
    find_own_words,
    find_relays,
    name_speakers,
    speaks_himself,
)
from attrib.check.options import read_options
from attrib.check.words import content_stems, stem
from attrib.records import Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import tokenise

_MOST_RELAYS = 20
"""Relays that are held against the text: bounds the work on one made of nothing else."""
_FEWEST_SHARED = 2
"""Words with content that later sentence and relayed words share."""
_NEAREST = 4
"""Sentences between a relay and the noun that takes it for the speaker's own word."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What headlines call people, and the sentences in which each speaker is reported."""

    calls: dict[str, str]
    generic: frozenset[str]
    own: Mapping[Relay, frozenset[Span]]


def find_chain_collapses(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The headline and later sentences that drop the one who relays, each once."""
    options = read_options(rule, ChainCollapse)
    telling = RelayWords(
        stem_words(draft, options.outer),
        stem_words(draft, options.inner),
        frozenset(options.public),
    )
    found = name_speakers(draft, islice(find_relays(draft, telling), _MOST_RELAYS))
    relays = [relay for relay in found if not speaks_himself(draft, relay)]
    own = {relay: frozenset(find_own_words(draft, relay, indirectly=True)) for relay in relays}
    if not relays:
        return
    words = _Words(
        _read_titles(draft, options),
        stem_words(draft, options.generic) | person_stems(draft.rulebook, draft.vocabulary),
        own,
    )
    told: set[tuple[str, int]] = set()
    for credit in (*find_leading(draft, options), *find_later(draft, options)):
        relay = next((one for one in relays if _collapses(draft, credit, one, words)), None)
        place = (credit.field, credit.sentence)
        if relay is not None and place not in told:
            told.add(place)
            text = draft.text if credit.field == "text" else draft.article.title or ""
            speaker = " ".join(text[credit.speaker[0].start : credit.speaker[-1].end].split())
            values = (("speaker", speaker),)
            source = draft.segmentation.sentences[relay.sentence].span
            note = Passage(source, "only told at second hand here")
            yield Finding(credit.span, credit.field, values, (note,))


def _read_titles(draft: Draft, options: ChainCollapse) -> dict[str, str]:
    calls: dict[str, str] = {}
    for group in options.titles:
        first, *others = group.split()
        calls.update(
            (stem(other, draft.vocabulary), stem(first, draft.vocabulary)) for other in others
        )
    return calls


def _collapses(draft: Draft, credit: Credit, relay: Relay, words: _Words) -> bool:
    calls = words.calls
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
        if credit.speaker[0].lower in PRONOUNS:
            shared = not credit.stems.isdisjoint(relay.told)
            return shared and credit.sentence - relay.sentence <= _NEAREST
        wanted = {calls.get(word, word) for word in relay.names or relay.speaker}
        if not speaker & wanted or credit.stems & (witness - known):
            return False
        # One whose only words are those relayed can have no others.
        place = draft.segmentation.sentences[credit.sentence].span
        alone = bool(relay.names) and words.own[relay] <= {place}
        if len(credit.stems & relay.told) >= (1 if credit.bare or alone else _FEWEST_SHARED):
            return True
        # "Cy's confession will be tested" tells no more of it.
        near = credit.sentence - relay.sentence <= _NEAREST
        return credit.bare and near and words.own[relay] <= {place}
    if speaker & known:
        return True
    plain = stem(credit.speaker[-1].text, draft.vocabulary)
    return plain in words.generic and _meets(draft, credit, relay)


def _meets(draft: Draft, credit: Credit, relay: Relay) -> bool:
    """Whether the headline shares words with the relay or with the sentence before it."""
    sentences = draft.segmentation.sentences
    start = sentences[max(relay.sentence - 1, 0)].span.start
    around = content_stems(
        tokenise(draft.text, start, sentences[relay.sentence].span.end), draft.vocabulary
    )
    return not credit.stems.isdisjoint(around)
