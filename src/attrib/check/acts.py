"""Verbs of speech in a sentence, each with the words before it that may be its subject."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from attrib.check.draft import Draft
from attrib.check.words import has_content, stem
from attrib.tokens import Token

_LONGEST_SUBJECT = 14
"""Words before a verb among which its subject is looked for."""
_STOPS = frozenset(("that", ";", ":", "“", "”", '"', "‘", "but", "while", "because", "whereas"))
_PRONOUNS = frozenset(
    ("he", "she", "they", "it", "who", "i", "we", "you", "which", "this", "there")
)
_HELPERS = frozenset((
    "had", "has", "have", "was", "is", "were", "are", "would", "will", "did", "also", "once",
    "not", "never", "later", "himself", "herself", "then", "could", "should", "been", "be", "often",
))  # fmt: skip
_PARTING = frozenset(("but", "while", "though", "although", ";", "whereas", "and"))


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of speech or mind in a sentence: its index among the tokens, and its subject's."""

    place: int
    subject: tuple[Token, ...]


def find_acts(draft: Draft, tokens: tuple[Token, ...], stems: frozenset[str]) -> list[Act]:
    """The verbs with these stems, each with the words before it that may be its subject."""
    acts: list[Act] = []
    for place, token in enumerate(tokens):
        if not token.is_word or stem(token.text, draft.vocabulary) not in stems:
            continue
        before = tokens[place - 1].lower if place else ""
        if before in ("to", "the", "a", "an", "'s", "his", "her", "their") and place:
            continue
        start = place
        floor = acts[-1].place + 1 if acts else 0
        while start > max(floor, place - _LONGEST_SUBJECT):
            if tokens[start - 1].lower in _STOPS:
                break
            start -= 1
        acts.append(Act(place, tokens[start:place]))
    return acts


def subject_stems(draft: Draft, tokens: Iterable[Token]) -> frozenset[str]:
    """Stems of the nouns and names among the words."""
    return frozenset(
        stem(token.text, draft.vocabulary)
        for token in tokens
        if token.is_word and has_content(token, draft.vocabulary)
    )


def is_pronoun(subject: tuple[Token, ...], *, joined: bool = False) -> bool:
    """Whether the verb's subject is only pointed at: "she had told".

    `joined`: "an official laughed and admitted" has the official for a subject.
    """
    heads = [token.lower for token in subject if token.is_word]
    while heads and (heads[-1] in _HELPERS or heads[-1].endswith("ly")):
        heads.pop()
    # "... and insisted" goes on about whoever spoke before.
    if joined and len(heads) > 1 and heads[-1] == "and":
        return heads[0] in _PRONOUNS
    return not heads or heads[-1] in _PRONOUNS or heads[-1] in ("and", "or")


def parts(between: tuple[Token, ...], place: int) -> bool:
    """Whether a conjunction begins another's words: ", and Moss said"; not "Hall and Reed"."""
    if between[place].lower not in _PARTING:
        return False
    return between[place].lower != "and" or (place > 0 and between[place - 1].text == ",")
