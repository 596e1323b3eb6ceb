"""Who is named right behind a quote that has no tag: "That was the verdict of Bo Ashby"."""

from __future__ import annotations

import re

from attrib.check.draft import Draft
from attrib.check.introductions import SpeakerWords, find_introduced
from attrib.check.spoken import Spoken, words_outside
from attrib.records import Span
from attrib.tokens import Token

# How many words of the next sentence may hold its subject, and that subject's verb.
_OPENING = 6
_VERB = 12


def is_tagged(one: Spoken) -> bool:
    """Whether the speaker is named, with a verb that says so, in the sentence that ends the quote."""
    said = one.said
    if said is None or one.speaker is None or one.speaker.span.start < one.quote.span.end:
        return False
    found = said.attribution
    return found.cue is not None and found.voice == "direct"


def find_follower(
    draft: Draft, one: Spoken, known: SpeakerWords, turns: re.Pattern[str], verbs: re.Pattern[str]
) -> Span | None:
    """The name in the rest of the quote's sentence, or in the next sentence if that takes it up.

    `turns` are beginnings that point back at a quote ("that was"), `verbs` what a speaker does.
    """
    sentences = draft.segmentation.sentences
    rest = [word for word in words_outside(draft, one.last) if word.start >= one.quote.span.end]
    if rest:
        return _first_name(rest, known)
    if one.last + 1 >= len(sentences):
        return None
    following = words_outside(draft, one.last + 1)
    if not following or following[0].start < one.quote.span.end:
        return None
    start = sentences[one.last + 1].span.start
    # A quote that opens the sentence is another one.
    if following[0].start != start:
        return None
    if turns.match(draft.text, start):
        return _first_name(list(following[1:]), known)
    opening = following[:_OPENING]
    same = sentences[one.last + 1].paragraph == sentences[one.last].paragraph
    end = following[min(_VERB, len(following)) - 1].end
    if not same or not verbs.search(draft.text, start, end):
        return None
    return _first_name(list(opening), known)


def _first_name(words: list[Token], known: SpeakerWords) -> Span | None:
    found = find_introduced([word for word in words if word.lower not in _PRONOUNS], known)
    return found.span if found is not None else None


_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "his", "her", "my", "me", "him", "who"})
