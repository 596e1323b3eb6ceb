"""Who is said by somebody else to have said something: found by the words of a sentence.

"Ali said that Cy had told him ..." is a relay: Ali is its witness, Cy its speaker. The stages
before find attributions one inside the other where the sentence is plain; this finds them also
behind appositions, trailing tags and talks that a quote tells of ("He told me ...").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from attrib.check.acts import Act, find_acts, is_pronoun, parts, subject_stems
from attrib.check.draft import (
    Draft,
    is_silent,
    prose_tokens,
)
from attrib.check.words import span_stems, stem
from attrib.records import ResolvedAttribution, Span
from attrib.tokens import Token, tokenise

_TRAILING = 6
"""So many words may follow the verb of a tag that closes a sentence: "..., she said on Monday"."""
_FEWEST_TOLD = 2
_FEWEST_SAID = 3
_LONGEST_TELLING = 80
"""Characters of a quote among which "he told me" is looked for."""
_LONGEST_OPENING = 20
_FIRST = re.compile(r"\bI\b")
_SILENT = frozenset(("declines", "denies"))
_HEARERS = frozenset(("him", "her", "me", "us", "them"))
_TOLD = frozenset(("me", "us"))
_TELLING = frozenset(("he", "she", "they"))


@dataclass(frozen=True, slots=True)
class Relay:
    """Stems of the words for witness and speaker; `names` are those in capitals.

    `span` runs from the speaker to the verb that gives him words; `told` are stems of these.
    """

    sentence: int
    witness: frozenset[str]
    speaker: frozenset[str]
    names: frozenset[str]
    span: Span
    told: frozenset[str]


@dataclass(frozen=True, slots=True)
class RelayWords:
    """Stems of `outer` verbs and of the `inner` ones, and whom one tells things in public."""

    outer: frozenset[str]
    inner: frozenset[str]
    public: frozenset[str]


def find_relays(draft: Draft, words: RelayWords) -> Iterator[Relay]:
    """The relays of the body, in order."""
    for index in range(draft.body_start, len(draft.sentence_starts)):
        span = draft.segmentation.sentences[index].span
        tokens = tuple(
            token
            for token in tokenise(draft.text, span.start, span.end)
            if not is_silent(draft, token.span)
        )
        yield from _read_relays(draft, index, tokens, words)
    for resolved in draft.attributions:
        yield from _read_told(draft, resolved, words)


def _read_relays(
    draft: Draft, index: int, tokens: tuple[Token, ...], words: RelayWords
) -> Iterator[Relay]:
    acts = find_acts(draft, tokens, words.outer | words.inner)
    for witness, inner in _nest(draft, tokens, acts, words):
        if stem(tokens[inner.place].text, draft.vocabulary) not in words.inner:
            continue
        after = [token.lower for token in tokens[inner.place + 1 : inner.place + 5]]
        if len(after) < _FEWEST_TOLD or any(word in words.public for word in after):
            continue
        speaker = subject_stems(draft, inner.subject) - witness
        named = subject_stems(draft, _own_names(inner.subject))
        if speaker and not is_pronoun(inner.subject, joined=True):
            span = Span(inner.subject[0].start, tokens[inner.place].end)
            told = _read_told_words(draft, index, span)
            yield Relay(index, witness, speaker, named - witness, span, told)


def _own_names(subject: tuple[Token, ...]) -> Iterator[Token]:
    """The names in a subject but those of whom he belongs to: "Arle Foods's chief, [Ida Moss]"."""
    for token, after in zip_longest(subject, subject[1:]):
        owns = after is not None and after.lower in ("'s", "’s", "'", "’")
        if token is not None and token.is_capitalised and not owns:
            yield token


def _read_told_words(draft: Draft, index: int, span: Span) -> frozenset[str]:
    tokens = tokenise(draft.text, span.end, draft.segmentation.sentences[index].span.end)
    return subject_stems(draft, tokens)


def _nest(
    draft: Draft, tokens: tuple[Token, ...], acts: list[Act], words: RelayWords
) -> Iterator[tuple[frozenset[str], Act]]:
    """Stems of the words for the witness, and each act inside what he says."""
    leading = next((place for place, token in enumerate(tokens) if token.lower == "according"), -1)
    if leading >= 0:
        end = next((n for n in range(leading + 3, len(tokens)) if tokens[n].text == ","), None)
        reach = leading + 10 if end is None else min(end, leading + 10)
        known = subject_stems(draft, tokens[leading + 2 : reach])
        yield from ((known, act) for act in acts if not leading <= act.place < reach)
    if len(acts) < 2:
        return
    tag = _read_tag(draft, tokens, acts, words)
    if tag is not None:
        yield tag, acts[0]
        return
    witness: frozenset[str] = frozenset()
    if stem(tokens[acts[0].place].text, draft.vocabulary) not in words.outer:
        return
    for outer, inner in pairwise(acts):
        between = tokens[outer.place + 1 : inner.place]
        if any(parts(between, place) for place in range(len(between))):
            return
        witness |= subject_stems(draft, outer.subject)
        yield witness, inner


def _read_tag(
    draft: Draft, tokens: tuple[Token, ...], acts: list[Act], words: RelayWords
) -> frozenset[str] | None:
    """Stems of the words for whoever the last act names behind all that is said, if it does."""
    first, last = acts[0], acts[-1]
    if stem(tokens[last.place].text, draft.vocabulary) not in words.outer:
        return None
    rest = [token for token in tokens[last.place + 1 :] if token.is_word]
    opening = [token.lower for token in tokens[first.place + 1 : first.place + 4]]
    marks = [token for token in last.subject if token.text == ","]
    if len(rest) > _TRAILING or not marks or "that" in opening[:1]:
        return None
    # "Her boss, Lee Hart, had told her it sank" is no tag: something is told there.
    if len(rest) > 1 and (rest[0].lower in _HEARERS or rest[0].lower == "that"):
        return None
    # "..., the manager, Zoe Hart, said": the tag begins behind the first comma of the last two.
    begin = marks[-3 if len(marks) > 2 else 0].start
    return subject_stems(draft, (*(t for t in last.subject if t.start > begin), *rest))


def _read_told(draft: Draft, resolved: ResolvedAttribution, words: RelayWords) -> Iterator[Relay]:
    """What "He told me ..." in somebody's quote relays, by whoever is named just before."""
    found = resolved.attribution
    if found.source is None or found.voice not in ("direct", "mixed"):
        return
    witness = subject_stems(draft, tokenise(found.source.text))
    source = draft.sources.get(resolved.source_id or "")
    if source is not None:
        witness |= subject_stems(draft, tokenise(f"{source.name} {source.description}"))
    for part in found.content:
        end = min(part.end, part.start + _LONGEST_TELLING)
        tokens = tuple(one for one in tokenise(draft.text, part.start, end) if one.is_word)
        for place, token in enumerate(tokens[:-1]):
            told = {one.lower for one in tokens[place + 1 : place + 3]} & _TOLD
            if not told or stem(token.text, draft.vocabulary) not in words.outer | words.inner:
                continue
            span = Span(tokens[0].start, token.end)
            index = max(bisect_right(draft.sentence_starts, part.start) - 1, 0)
            rest = _read_told_words(draft, index, span)
            speaker = subject_stems(draft, tokens[:place]) - witness
            if place and not is_pronoun(tokens[:place]) and speaker:
                names = (one for one in tokens[1:place] if one.is_capitalised)
                known = subject_stems(draft, names) - witness
                yield Relay(index, witness, speaker, known, span, rest)
            elif place and tokens[place - 1].lower in _TELLING:
                relay = Relay(index, witness, speaker, speaker, span, rest)
                yield from _read_before(draft, part, relay)
            return


def _read_before(draft: Draft, part: Span, relay: Relay) -> Iterator[Relay]:
    """The relay of whoever stands at the beginning of the sentence before, or of this one."""
    sentences = draft.segmentation.sentences
    first = sentences[max(relay.sentence - 1, 0)].span.start
    tokens = tokenise(draft.text, first, max(part.start, first))[:_LONGEST_OPENING]
    if not tokens:
        # "...," said Petra Noll, who rowed beside the champion, Rita Sand.
        tokens = tokenise(draft.text, part.end, sentences[relay.sentence].span.end)
    speaker = subject_stems(draft, tokens) - relay.witness
    names = subject_stems(draft, (token for token in tokens if token.is_capitalised))
    if speaker:
        yield replace(relay, speaker=speaker, names=names - relay.witness)


def name_speakers(draft: Draft, relays: Iterable[Relay]) -> list[Relay]:
    """The relays, with the names that the text gives to roles: "The driver, Al Stone, ..."."""
    apposed: dict[str, frozenset[str]] = {}
    tokens = prose_tokens(draft)
    for place in range(1, len(tokens) - 1):
        if not tokens[place + 1].is_capitalised:
            continue
        # "The driver was Al Stone."
        told = tokens[place].lower == "was" and place > 1 and tokens[place - 2].lower == "the"
        if tokens[place].text != "," and not told:
            continue
        role, end = tokens[place - 1], place + 1
        while end < len(tokens) and tokens[end].is_word and tokens[end].is_capitalised:
            end += 1
        if role.is_word and not role.is_capitalised:
            key = stem(role.text, draft.vocabulary)
            # A title's full stop ends no name: "Col. Stone".
            if told and end < len(tokens) and tokens[end].text == ".":
                end += 1
                while end < len(tokens) and tokens[end].is_word and tokens[end].is_capitalised:
                    end += 1
            apposed.setdefault(key, subject_stems(draft, tokens[place + 1 : end]))
    named: list[Relay] = []
    pairs = _named_in_full(draft, tokens)
    for relay in relays:
        known = [apposed[word] for word in sorted(relay.speaker) if word in apposed]
        names = frozenset[str]().union(*known) - relay.witness if not relay.names else relay.names
        names |= _full_names(pairs, names or relay.speaker) - relay.witness
        named.append(replace(relay, speaker=relay.speaker | names, names=names))
    return named


def _named_in_full(draft: Draft, tokens: Sequence[Token]) -> frozenset[frozenset[str]]:
    """The stems of every two words with a capital that stand together."""
    both = (
        subject_stems(draft, pair)
        for pair in pairwise(tokens)
        if pair[0].is_capitalised and pair[1].is_capitalised and pair[1].is_word
    )
    return frozenset(stems for stems in both if len(stems) == 2)


def _full_names(pairs: Iterable[frozenset[str]], names: frozenset[str]) -> frozenset[str]:
    """The rest of a name of which the relay has a part, where one person alone has that part."""
    found = frozenset[str]().union(*(both for both in pairs if both & names and not both <= names))
    # Two more names are those of two.
    return found if len(found - names) == 1 else frozenset()


def speaks_himself(draft: Draft, relay: Relay) -> bool:
    """Whether the one who is relayed is quoted elsewhere in the text, as far as can be told.

    Who has no name may be anybody who is quoted with "I".
    """
    return next(find_own_words(draft, relay), None) is not None


def find_own_words(draft: Draft, relay: Relay, *, indirectly: bool = False) -> Iterator[Span]:
    """The sentences in which he is quoted; or, `indirectly`, in which he is reported too."""
    here = draft.segmentation.sentences[relay.sentence].span
    for resolved in draft.attributions:
        found = resolved.attribution
        if found.source is None or found.cue is None or found.cue.stance in _SILENT:
            continue
        if found.modality != "actual":
            continue
        if not indirectly and found.voice not in ("direct", "mixed"):
            continue
        if found.sentence == here or is_silent(draft, found.source.span):
            continue
        source = draft.sources.get(resolved.source_id or "")
        # "Stone's daughter" is not Stone.
        words = re.split(r"['’]s\s", found.source.text.split(",")[0])[-1]
        told = subject_stems(draft, tokenise(f"{words} {source.name if source else ''}"))
        if not relay.names and source is not None:
            told |= subject_stems(draft, tokenise(source.description))
        if told & (relay.witness - relay.names):
            continue
        said = span_stems(draft.text, found.content, draft.vocabulary)
        if told & (relay.names or relay.speaker):
            # A quote that the witness gives too is the witness's.
            if len(said) < _FEWEST_SAID or not said <= relay.told:
                yield found.sentence
            continue
        direct = found.voice in ("direct", "mixed") and not relay.names
        if direct and any(_FIRST.search(part.of(draft.text)) for part in found.content):
            yield found.sentence
