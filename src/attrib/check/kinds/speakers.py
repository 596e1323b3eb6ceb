"""Kind "bare-speaker": a speaker of whom the text says nothing that a reader could use.

"A source said", "critics say": the noun stands alone, or with words that add nothing. Anything
that narrows it down ("a Treasury source", "sources close to the talks", "two experts", "the
source" after an introduction) makes it another, milder matter and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, is_silent, is_voiced
from attrib.check.heard import find_heard
from attrib.check.options import read_options
from attrib.records import Cue, Mention, ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# The farthest a word that narrows a mention may stand from it, in characters.
_REACH = 40
# What only holds a name back: "who asked not to be named", "speaking anonymously".
_MASKED = 6
_SINGLE = frozenset(("a", "an", "one", "another", "two", "three", "someone", "somebody"))
_MASKING = frozenset(("who", "whose", "speaking"))


@dataclass(frozen=True, slots=True)
class BareSpeaker:
    """Options of the kind.

    nouns        the bare nouns, in every form ("source", "sources")
    determiners  words before the noun that do not narrow it ("a", "some")
    adjectives   words before the noun that add nothing ("informed")
    followers    words after the mention that narrow it ("close", "with", "who")
    masks        words soon after "who" that only hold the name back ("anonymity")
    hear         1: also hears speakers whom no attribution has
    resumed      nouns of which "the" needs one introduced before
    stances   stances of a cue that claims nothing ("people demanded", "some wondered")
    verbs     lemmas that claim nothing ("hope")
    """

    nouns: tuple[str, ...]
    determiners: tuple[str, ...]
    adjectives: tuple[str, ...]
    followers: tuple[str, ...]
    stances: tuple[str, ...]
    verbs: tuple[str, ...]
    masks: tuple[str, ...] = ()
    resumed: tuple[str, ...] = ()
    hear: int = 0


def find_bare_speakers(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first mention of each bare speaker, outside quotation marks."""
    options = read_options(rule, BareSpeaker)
    seen: set[str] = set()
    heard = find_heard(draft) if options.hear else ()
    for resolved in (*draft.attributions, *heard):
        found = resolved.attribution
        if found.modality not in ("actual", "negated") or _claims_nothing(found.cue, options):
            continue
        mentions = [(found.source, resolved.source_id)] if found.source else []
        mentions += [(origin, None) for origin in found.origins]
        for mention, source in mentions:
            keys = {" ".join(mention.text.lower().split())} | ({source} if source else set())
            # Within what somebody says, the crowd is that speaker's.
            if not seen.isdisjoint(keys) or is_voiced(draft, mention.span):
                continue
            if not _is_bare(draft, mention, resolved, options):
                continue
            seen |= keys
            yield Finding(mention.span, values=(("words", excerpt(draft.text, mention.span)),))


def _claims_nothing(cue: Cue | None, options: BareSpeaker) -> bool:
    return cue is not None and (cue.stance in options.stances or cue.lemma in options.verbs)


def _is_bare(
    draft: Draft, mention: Mention, resolved: ResolvedAttribution, options: BareSpeaker
) -> bool:
    words = _noun(draft, mention, options)
    rest = _strip(words, options)
    if words[0].lower == "the" and rest[-1].lower in options.resumed and len(rest) > 1:
        rest = rest[1:] if not _is_introduced(draft, mention, rest[-1]) else rest
    if len(rest) != 1 or rest[0].lower not in options.nouns or is_silent(draft, mention.span):
        return False
    span = Span(mention.span.start, words[-1].end)
    return not _is_narrowed(draft, span, resolved, options, alone=rest == words)


def _noun(draft: Draft, mention: Mention, options: BareSpeaker) -> tuple[Token, ...]:
    """The words of a mention up to what describes it: "one insider[, who asked]"."""
    words = tokenise(draft.text, mention.span.start, mention.span.end)
    if not options.hear:
        return words
    end = next(
        (
            place
            for place in range(1, len(words))
            if words[place].text == "," or words[place].lower in options.followers
        ),
        len(words),
    )
    return words[:end]


def _is_introduced(draft: Draft, mention: Mention, noun: Token) -> bool:
    """Whether "the source" goes back to one called so before, or to anybody without a name."""
    called = re.compile(rf"\b{re.escape(noun.lower.removesuffix('s'))}s?\b", re.IGNORECASE)
    start = next(iter(draft.sentence_starts[draft.body_start :]), 0)
    if called.search(draft.text, start, mention.span.start):
        return True
    return any(
        near.attribution.source is not None
        and near.attribution.source.span.end <= mention.span.start
        and near.chain
        and near.chain[-1].source_class in ("UDK", "UOR", "URL")
        and near.attribution.source.text.split()[0].lower() in _SINGLE
        for near in draft.attributions
    )


def _strip(words: tuple[Token, ...], options: BareSpeaker) -> tuple[Token, ...]:
    # "Some" and "many" can be the whole speaker, so the last word always stays.
    for words_to_skip in (options.determiners, options.adjectives):
        while len(words) > 1 and words[0].lower in words_to_skip:
            words = words[1:]
    return words


def _is_narrowed(
    draft: Draft, span: Span, resolved: ResolvedAttribution, options: BareSpeaker, *, alone: bool
) -> bool:
    after = tokenise(draft.text, span.end, min(span.end + _REACH, len(draft.text)))
    if after and after[0].lower == "," and len(after) > 1:
        after = after[1:] if after[1].lower in ("who", "whose", "whom") else after
    if after and after[0].lower in options.followers:
        masks = any(word.lower in options.masks for word in after[1:_MASKED])
        return not (masks and after[0].lower in _MASKING)
    # A noun phrase cut short by the extraction: "White House [sources]".
    before = tokenise(draft.text, max(span.start - _REACH, 0), span.start)
    if not alone or not before or not before[-1].is_word:
        return False
    cue = resolved.attribution.cue
    if cue is not None and cue.span.end == before[-1].end:
        return False
    return before[-1].lower not in draft.vocabulary.function_words
