"""Who is named right behind a quote that has no tag: "That was the verdict of Bo Ashby"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.check.draft import Draft
from attrib.check.introductions import SpeakerWords, find_introduced, read_speaker_words
from attrib.check.matching import Searcher
from attrib.check.phrasing import compile_phrases
from attrib.check.spoken import Spoken, words_outside
from attrib.records import Span
from attrib.tokens import Token

# How many words of the next sentence may hold its subject, and that subject's verb.
_OPENING = 6
_VERB = 12


def is_tagged(one: Spoken) -> bool:
    """Whether the speaker is named behind the quote, with a verb that gives him its words."""
    said = one.said
    if said is None or one.speaker is None or one.speaker.span.start < one.quote.span.end:
        return False
    found = said.attribution
    return found.cue is not None and found.voice == "direct"


@dataclass(frozen=True, slots=True)
class FollowerWords:
    """The words that tell a speaker behind a quote, made once a draft.

    `turns` are beginnings that point back at a quote ("that was"), `verbs` what a speaker does.
    """

    known: SpeakerWords
    turns: Searcher
    verbs: Searcher


def read_follower_words(
    draft: Draft, turns: tuple[str, ...], verbs: tuple[str, ...]
) -> FollowerWords:
    """The words of a rule's options, with the names that the draft knows."""
    rulebook = draft.rulebook
    return FollowerWords(
        read_speaker_words(draft),
        compile_phrases(turns, rulebook),
        compile_phrases(verbs, rulebook),
    )


def find_follower(draft: Draft, one: Spoken, words: FollowerWords) -> Span | None:
    """The name in the rest of the quote's sentence, or in the next sentence if that takes it up."""
    sentences = draft.segmentation.sentences
    rest = [word for word in words_outside(draft, one.last) if word.start >= one.quote.span.end]
    if rest:
        return _first_name(draft, rest, words.known)
    if one.last + 1 >= len(sentences):
        return None
    following = words_outside(draft, one.last + 1)
    if not following or following[0].start < one.quote.span.end:
        return None
    start = sentences[one.last + 1].span.start
    # A quote that opens the sentence is another one.
    if following[0].start != start:
        return None
    if words.turns.match(draft.text, start):
        return _first_name(draft, following[1:], words.known)
    same = sentences[one.last + 1].paragraph == sentences[one.last].paragraph
    end = following[min(_VERB, len(following)) - 1].end
    if not same or not words.verbs.search(draft.text, start, end):
        return None
    return _first_name(draft, following[:_OPENING], words.known)


def _first_name(draft: Draft, words: Sequence[Token], known: SpeakerWords) -> Span | None:
    pronouns = draft.rulebook.terms_of("anaphors")
    found = find_introduced([word for word in words if word.lower not in pronouns], known)
    return found.span if found is not None else None
