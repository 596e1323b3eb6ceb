"""Who tells what another told, found by the words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from attrib.check.acts import Act, find_acts, is_pronoun, parts, subject_stems
from attrib.check.draft import Draft, is_silent, is_voiced, sentence_at
from attrib.check.hearsay import RelayWords, find_relays, speaks_himself
from attrib.check.outlets import find_outlets, load_outlets
from attrib.check.phrasing import compile_phrases
from attrib.check.words import stem
from attrib.records import Span
from attrib.tokens import Token, tokenise

DEEP = 3
"""So many who speak one inside the other are too many, whoever they are."""
_MOST = 40
"""Relays that are looked at: bounds the work on a text made of nothing else."""
LONGEST = 100
"""Characters from a speaker to the verb; where more lie between, they belong not together."""
# How far the words after a source or a verb are read, in characters.
REACH = 60
TOLD = frozenset(("him", "her", "them", "me", "us"))
# "Heard from" and "confided in" tell of a message only when one follows.
_LOOSE = ("from", "to", "in")
_THAT = re.compile(r"[^.;]*?\bthat\b")


@dataclass(frozen=True, slots=True)
class DeepChain:
    """Options of the kind.

    verbs      verbs of speech that make a hop
    tells      verbs of speech that, inside another's words, tell of a private talk
    talks      more of these, that count where a pronoun is who was told ("mentioned to her")
    public     words for those who are told things in public
    hearsay    wordings inside what somebody says that name another teller ("was told by")
    described  wordings that make a source out of hearsay, wherever they stand
    handed     nouns and wordings for what somebody passed on ("assurances from")
    citing     words by which one outlet passes on another's report ("citing")
    witness    words for an outer speaker who was there and heard it ("attended")
    family     tellers whose word is an anecdote ("mother")
    settings   words in the sentence or the one before that make the chain the story ("court")
    mentions   verbs that tell somebody in private when "to" follows ("mentioned")
    doubtful   forms that are verbs only where "that" follows ("states")
    opening    words after the verb that order and do not tell ("to", "how")
    """

    verbs: tuple[str, ...]
    tells: tuple[str, ...]
    talks: tuple[str, ...]
    public: tuple[str, ...]
    hearsay: tuple[str, ...]
    described: tuple[str, ...]
    handed: tuple[str, ...]
    citing: tuple[str, ...]
    witness: tuple[str, ...]
    family: tuple[str, ...]
    settings: tuple[str, ...]
    mentions: tuple[str, ...]
    doubtful: tuple[str, ...]
    opening: tuple[str, ...]


def find_told(draft: Draft, verbs: frozenset[str], options: DeepChain) -> Iterator[Span]:
    """What a witness says that another told him: "had told him", "confided to her"."""
    tells = frozenset(stem(v, draft.vocabulary) for v in options.tells + options.talks)
    talks = frozenset(stem(word, draft.vocabulary) for word in options.talks)
    words = RelayWords(verbs, verbs, frozenset(options.public))
    for relay in islice(find_relays(draft, words), _MOST):
        verb = tokenise(draft.text, relay.span.start, relay.span.end)[-1]
        after = [t.lower for t in tokenise(draft.text, relay.span.end, relay.span.end + REACH)]
        told = after[1:2] if after[:1] == ["to"] else after[:1]
        # "Said her eyes popped out" is told to nobody, "said to her" is.
        talk = stem(verb.text, draft.vocabulary) in talks
        told = [] if talk and after[:1] != ["to"] else told
        ordered = any(word in options.opening for word in after[1:3])
        if not told or told[0] not in TOLD or ordered or len(relay.span) > LONGEST:
            continue
        family = any(word in relay.speaker for word in options.family)
        if stem(verb.text, draft.vocabulary) not in tells or family:
            continue
        heard = bool(relay.names) or not is_silent(draft, relay.span)
        if heard and not speaks_himself(draft, relay):
            yield relay.span


def find_counted(draft: Draft, verbs: frozenset[str], options: DeepChain) -> Iterator[Span]:
    """The innermost of three who speak in one sentence, or of two where the outer told somebody.

    A quote counts as well: "Emil says the doctor told him ..." has a third who is quoted.
    """
    for sentence in draft.segmentation.sentences[draft.body_start :]:
        tokens = tokenise(draft.text, sentence.span.start, sentence.span.end)
        chain: list[Act] = []
        for act in find_acts(draft, tokens, verbs):
            between = tokens[chain[-1].place + 1 : act.place] if chain else ()
            if any(parts(between, place) for place in range(len(between))):
                chain = []
            named = not is_pronoun(act.subject) and subject_stems(draft, act.subject)
            after = [token.lower for token in tokens[act.place + 1 : act.place + 5]]
            verb = tokens[act.place]
            if verb.is_capitalised or (verb.lower in options.doubtful and "that" not in after):
                continue
            if not named or (chain and any(word in options.public for word in after)):
                continue
            chain.append(act)
            if len(chain) >= DEEP or (
                len(chain) == DEEP - 1 and _is_private(tokens, chain[0], options)
            ):
                span = Span(act.subject[0].start, tokens[act.place].end)
                # "Tom told me the manager said so," said Ida Moss.
                lower = [token.lower for token in tokens]
                heard = any(
                    word in TOLD for one in chain for word in lower[one.place + 1 : one.place + 2]
                )
                if len(span) <= LONGEST and ("that" in lower or heard):
                    yield span
                break


def _is_private(tokens: tuple[Token, ...], act: Act, options: DeepChain) -> bool:
    """Whether the verb is followed by the one who was told, and not by the public."""
    after = [token.lower for token in tokens[act.place + 1 : act.place + 8]]
    told = after[:1] == ["to"] and tokens[act.place].lower in options.mentions
    return told and not any(word in options.public for word in after)


def find_worded(draft: Draft, options: DeepChain) -> Iterator[Span]:
    verbs = frozenset(stem(verb, draft.vocabulary) for verb in options.verbs)
    for match in compile_phrases(options.hearsay, draft.rulebook).finditer(draft.text):
        span = Span(*match.span())
        here = sentence_at(draft, span.start)
        if here is None or is_silent(draft, span):
            continue
        told = _THAT.search(draft.text, span.end, min(span.end + REACH, len(draft.text)))
        if not told and match[0].lower().endswith(_LOOSE):
            continue
        if is_voiced(draft, span) or _speaks_beside(draft, here, span, verbs):
            yield span
    for match in compile_phrases(options.described, draft.rulebook).finditer(draft.text):
        yield Span(*match.span())


def find_handed_on(draft: Draft, verbs: frozenset[str], options: DeepChain) -> Iterator[Span]:
    """A word for what somebody passed on ("assurances from elders"), among two more who speak.

    Verbs count in any form ("boasting that", "were being told"), so that no clause need be read.
    """
    handed = compile_phrases(options.handed, draft.rulebook)
    for sentence in draft.segmentation.sentences[draft.body_start :]:
        span = sentence.span
        found = handed.search(draft.text, span.start, span.end)
        if found is None:
            continue
        tokens = tokenise(draft.text, span.start, span.end)
        speaking = [
            token
            for place, token in enumerate(tokens)
            if token.is_word
            and (token.lower == "according" or (place and not token.is_capitalised))
            and not (found.start() <= token.start < found.end())
            and stem(token.text, draft.vocabulary) in verbs
            and tokens[place - 1].lower not in _NOUN_BEFORE
        ]
        behind = [token for token in speaking if token.start > found.end()]
        told = behind or _THAT.match(draft.text, found.end(), span.end)
        if len(speaking) >= DEEP - 1 and told and not is_silent(draft, speaking[0].span):
            yield Span(*found.span())


_NOUN_BEFORE = frozenset(("a", "an", "the", "this", "that", "his", "her", "its", "their", "no"))


def _speaks_beside(draft: Draft, here: int, span: Span, verbs: frozenset[str]) -> bool:
    """Whether somebody else speaks in the sentence, before the words at `span`."""
    start = draft.segmentation.sentences[here].span.start
    return any(
        token.is_word
        and not is_silent(draft, token.span)
        and stem(token.text, draft.vocabulary) in verbs
        for token in tokenise(draft.text, start, span.start)
    )


def find_citing(draft: Draft, options: DeepChain) -> Iterator[Span]:
    """An outlet that cites another that cites a third: the second verb of citing."""
    outlets = load_outlets(draft.rulebook)
    for sentence in draft.segmentation.sentences:
        tokens = tokenise(draft.text, sentence.span.start, sentence.span.end)
        citing = [token for token in tokens if token.lower in options.citing]
        citing = [token for token in citing if not is_silent(draft, token.span)]
        if len(citing) < 2:
            continue
        first, second = citing[0], citing[1]
        names = [named.span for named in find_outlets(tokens, outlets)]
        if any(first.end <= name.start < second.start for name in names):
            yield Span(first.start, second.end)
