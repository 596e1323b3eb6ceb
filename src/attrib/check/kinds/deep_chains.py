"""Kind "deep-chain": somebody tells what another told, and the reader is two ears away.

"Ali said Bo had told him that Cy lied": only what was said counts as a hop, not what was
thought or wanted, and a public word ("told reporters", "tweeted") is no hearsay, since anybody
can look it up. In court the chain is often the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, is_silent, is_voiced, sentence_at
from attrib.check.hearsay import (
    Act,
    RelayWords,
    find_acts,
    find_relays,
    is_pronoun,
    parts,
    speaks_himself,
    subject_stems,
)
from attrib.check.options import read_options
from attrib.check.outlets import OutletNames, find_outlets, load_outlets
from attrib.check.phrasing import compile_phrases
from attrib.check.words import stem
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

_DEEP = 3
_MOST = 40
"""So many who speak one inside the other are too many, whoever they are."""
_LONGEST = 100
"""Characters from a speaker to the verb; where more lie between, they belong not together."""
# How far the words after a source or a verb are read, in characters.
_REACH = 60
_PRONOUNS = frozenset(("he", "she", "they", "it", "who", "i", "we"))
_TOLD = frozenset(("him", "her", "them", "me", "us"))
# "Heard from" and "confided in" tell of a message only when one follows.
_LOOSE = ("from", "to", "in")
_THAT = re.compile(r"[^.;]*?\bthat\b")


@dataclass(frozen=True, slots=True)
class DeepChain:
    """Options of the kind.

    verbs      verbs of speech that make a hop
    tells      verbs of speech that, inside another's words, tell of a private talk
    public     words for those who are told things in public
    hearsay    wordings inside what somebody says that name another teller ("was told by")
    described  wordings that make a source out of hearsay, wherever they stand
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
    public: tuple[str, ...]
    hearsay: tuple[str, ...]
    described: tuple[str, ...]
    citing: tuple[str, ...]
    witness: tuple[str, ...]
    family: tuple[str, ...]
    settings: tuple[str, ...]
    mentions: tuple[str, ...]
    doubtful: tuple[str, ...]
    opening: tuple[str, ...]


def find_deep_chains(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding a sentence, at the innermost speaker and the words that tell."""
    options = read_options(rule, DeepChain)
    verbs = frozenset(stem(verb, draft.vocabulary) for verb in options.verbs)
    seen: set[int] = set()
    found = [*_find_nested(draft, verbs, options), *_find_worded(draft, options)]
    found += _find_citing(draft, options)
    found += _find_counted(draft, verbs, options)
    found += _find_told(draft, verbs, options)
    for span in sorted(found):
        here = sentence_at(draft, span.start)
        if here is None or here in seen:
            continue
        if _is_setting(draft, here, options):
            continue
        seen.add(here)
        yield Finding(span, values=(("words", excerpt(draft.text, span)),))


def _find_nested(draft: Draft, verbs: frozenset[str], options: DeepChain) -> Iterator[Span]:
    by_index = {resolved.index: resolved for resolved in draft.attributions}
    outlets = load_outlets(draft.rulebook)
    for resolved in draft.attributions:
        found = resolved.attribution
        if found.source is None or found.cue is None or not _speaks(draft, resolved, verbs):
            continue
        if not found.content:
            continue
        outer = _find_outer(draft, resolved, by_index, verbs)
        if not outer or any(_is_first_hand(draft, one, options) for one in outer):
            continue
        named = found.source.text.lower() not in _PRONOUNS
        deep = named and len(outer) + 1 >= _DEEP
        if is_silent(draft, found.cue.span) and not deep:
            continue
        if deep or (_tells(draft, resolved, outlets, options) and not _is_quoted(draft, resolved)):
            start = min(found.source.span.start, found.cue.span.start)
            span = Span(start, max(found.source.span.end, found.cue.span.end))
            if len(span) <= _LONGEST:
                yield span


def _is_quoted(draft: Draft, resolved: ResolvedAttribution) -> bool:
    """Whether the one who is said to have told it is quoted elsewhere."""
    return any(
        other.source_id == resolved.source_id
        and other.attribution.voice in ("direct", "mixed")
        and other.attribution.sentence != resolved.attribution.sentence
        for other in draft.attributions
    )


def _is_first_hand(draft: Draft, resolved: ResolvedAttribution, options: DeepChain) -> bool:
    """Whether a record tells it, or one who was there."""
    if resolved.chain and resolved.chain[-1].source_class in ("DOC", "DAT"):
        return True
    found = resolved.attribution
    if found.source is None:
        return False
    tokens = tokenise(draft.text, found.source.span.start, found.source.span.end + _REACH)
    return any(token.lower in options.witness for token in tokens)


def _speaks(draft: Draft, resolved: ResolvedAttribution, verbs: frozenset[str]) -> bool:
    cue = resolved.attribution.cue
    if cue is None or resolved.attribution.source is None:
        return False
    if resolved.attribution.modality != "actual":
        return False
    words = cue.text.lower()
    return words.startswith(("according", "as ")) or any(
        stem(word, draft.vocabulary) in verbs for word in words.split()
    )


def _find_outer(
    draft: Draft,
    resolved: ResolvedAttribution,
    by_index: dict[int, ResolvedAttribution],
    verbs: frozenset[str],
) -> list[ResolvedAttribution]:
    """Those who speak around it, the nearest first, each somebody else than the next."""
    found: list[ResolvedAttribution] = []
    last, place = resolved, resolved.attribution.within
    visited = {resolved.index}
    while place is not None and place in by_index and place not in visited:
        visited.add(place)
        outer = by_index[place]
        if _speaks(draft, outer, verbs) and _is_another(outer, last):
            found.append(outer)
            last = outer
        place = outer.attribution.within
    return found


def _is_another(outer: ResolvedAttribution, inner: ResolvedAttribution) -> bool:
    """Whether the two are not one: by who they are, or by two descriptions without a like word."""
    one, other = outer.attribution.source, inner.attribution.source
    if outer.source_id != inner.source_id or one is None or other is None:
        return True
    words = {token.lower for token in tokenise(one.text)}
    others = [token.lower for token in tokenise(other.text)]
    return others[0] in ("the", "a", "an") and words.isdisjoint(others[1:])


def _tells(
    draft: Draft, resolved: ResolvedAttribution, outlets: OutletNames, options: DeepChain
) -> bool:
    """Whether a private talk is told of: "Bo had told him", "Bo confided to friends"."""
    found = resolved.attribution
    if found.cue is None or found.source is None or not found.content:
        return False
    tells = {stem(verb, draft.vocabulary) for verb in options.tells}
    words = found.cue.text.lower().split()
    if not any(stem(word, draft.vocabulary) in tells for word in words):
        return False
    source = [token.lower for token in tokenise(found.source.text)]
    crowd = bool(resolved.chain) and resolved.chain[-1].source_class == "COL"
    if crowd or words[-1] in options.opening or any(word in options.family for word in source):
        return False
    end = min(found.cue.span.end + _REACH, len(draft.text))
    told = tokenise(draft.text, found.cue.span.end, end)
    if next(find_outlets(told[:4], outlets), None) is not None:
        return False
    after = [token.lower for token in told]
    # "Moss said she had told Hart": she may be Moss herself.
    if source[-1] in _PRONOUNS and after[:1] and after[0] not in _TOLD:
        return False
    # "Told [him] to leave" orders, and "told [reporters]" anybody could hear.
    ordered = any(word in options.opening for word in after[:2])
    return not ordered and not any(word in options.public for word in after[:4])


def _find_told(draft: Draft, verbs: frozenset[str], options: DeepChain) -> Iterator[Span]:
    """What a witness says that another told him: "had told him", "confided to her"."""
    tells = frozenset(stem(verb, draft.vocabulary) for verb in options.tells)
    words = RelayWords(verbs, verbs, frozenset(options.public))
    for relay in islice(find_relays(draft, words), _MOST):
        verb = tokenise(draft.text, relay.span.start, relay.span.end)[-1]
        after = [t.lower for t in tokenise(draft.text, relay.span.end, relay.span.end + _REACH)]
        told = after[1:2] if after[:1] == ["to"] else after[:1]
        ordered = any(word in options.opening for word in after[1:3])
        if not told or told[0] not in _TOLD or ordered or len(relay.span) > _LONGEST:
            continue
        family = any(word in relay.speaker for word in options.family)
        if stem(verb.text, draft.vocabulary) in tells and not family:
            if relay.names or not is_silent(draft, relay.span):
                if not speaks_himself(draft, relay):
                    yield relay.span


def _find_counted(draft: Draft, verbs: frozenset[str], options: DeepChain) -> Iterator[Span]:
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
            named = not is_pronoun(draft, act.subject) and subject_stems(draft, act.subject)
            after = [token.lower for token in tokens[act.place + 1 : act.place + 5]]
            verb = tokens[act.place]
            if verb.is_capitalised or (verb.lower in options.doubtful and "that" not in after):
                continue
            if not named or (chain and any(word in options.public for word in after)):
                continue
            chain.append(act)
            if len(chain) >= _DEEP or (len(chain) == _DEEP - 1 and _is_private(tokens, chain[0], options)):
                span = Span(act.subject[0].start, tokens[act.place].end)
                if len(span) <= _LONGEST and "that" in [t.lower for t in tokens]:
                    yield span
                break


def _is_private(tokens: tuple[Token, ...], act: Act, options: DeepChain) -> bool:
    """Whether the verb is followed by the one who was told, and not by the public."""
    after = [token.lower for token in tokens[act.place + 1 : act.place + 8]]
    told = after[:1] == ["to"] and tokens[act.place].lower in options.mentions
    return told and not any(word in options.public for word in after)


def _find_worded(draft: Draft, options: DeepChain) -> Iterator[Span]:
    verbs = frozenset(stem(verb, draft.vocabulary) for verb in options.verbs)
    for match in compile_phrases(options.hearsay, draft.rulebook).finditer(draft.text):
        span = Span(*match.span())
        here = sentence_at(draft, span.start)
        if here is None or is_silent(draft, span):
            continue
        told = _THAT.search(draft.text, span.end, min(span.end + _REACH, len(draft.text)))
        if not told and match[0].lower().endswith(_LOOSE):
            continue
        if is_voiced(draft, span) or _speaks_beside(draft, here, span, verbs):
            yield span
    for match in compile_phrases(options.described, draft.rulebook).finditer(draft.text):
        yield Span(*match.span())


def _speaks_beside(draft: Draft, here: int, span: Span, verbs: frozenset[str]) -> bool:
    """Whether somebody else speaks in the sentence, before the words at `span`."""
    start = draft.segmentation.sentences[here].span.start
    return any(
        token.is_word and not is_silent(draft, token.span) and stem(token.text, draft.vocabulary) in verbs
        for token in tokenise(draft.text, start, span.start)
    )


def _find_citing(draft: Draft, options: DeepChain) -> Iterator[Span]:
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


def _is_setting(draft: Draft, here: int, options: DeepChain) -> bool:
    sentences = draft.segmentation.sentences
    first = sentences[max(here - 1, 0)].span.start
    tokens = tokenise(draft.text, first, sentences[here].span.end)
    return any(token.lower in options.settings for token in tokens)
