"""What has the words of a saying, and is none: who is dismissed from a post, confirmed as a judge,
rung up or honoured, a request for comment."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from attrib.extract.grammar import Grammar
from attrib.extract.judged import fold
from attrib.extract.reading import Reading
from attrib.records import Attribution, Span
from attrib.rulebook import Rulebook
from attrib.tokens import tokenise

_DUMMY = re.compile(
    r"(?:['’]s|(?:is|was|would be|will be|may be|might be|seems|becomes))"
    r"(?: (?:not|n[o']t|never|also|too|very|\w+ly))* "
    r"(?!(?:\w+ed|ready|able|unable|likely|unlikely|willing|unwilling|about|keen|free|going|set|due|"
    r"quick|slow|reluctant|eager|happy|bound|sure|certain)\b)\w+ to \w+",
    re.IGNORECASE,
)
"""What follows "it" in "it is unfair to say"; a body may be ready or unable to say something."""
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)\b", re.IGNORECASE)
_LONGEST_NAME = 4
_BEHIND, _HEAD = 80, 12
"""How many characters behind a cue are looked at, for a post and for a preposition."""
_AS = re.compile(r"\bas\b")
_CLAUSE_ENDS = re.compile(r"[.;:,]|\b(?:in|on|after|before|for|when|who|because)\b")
_FROM_A_POST = re.compile(r"\bfrom (?:the|its|his|her|their|office|work|duty)\b")
_CALL = re.compile(r"\bcall(?:s|ed|ing)?\Z", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:plac|return)(?:e|es|ed|s|ing)? (?:\w+ ){0,2}calls? to\Z", re.IGNORECASE)
_RUNG_UP = re.compile(
    r"(?:her|him|them|me|us|[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}) "
    r"(?:to (?!account|order|task)|back\b|again\b|immediately\b|at home\b|on (?:his|her|the) "
    r"(?:phone|mobile|cell))"
)
_HONOURED = re.compile(r"\brecogni[sz]ed for\b", re.IGNORECASE)
_FOUND, _BACK = "found", 8
"""The form, and how many tokens before it a helping verb may stand."""
_HAVE_OR_BE = frozenset({
    "has", "have", "had", "having", "hasn't", "haven't", "hadn't", "is", "are", "was", "were", "be",
    "been", "being", "am", "isn't", "aren't", "wasn't", "weren't",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unsaid:
    """The word lists behind this, in lower case."""

    appointed: frozenset[str]
    requests: frozenset[str]
    reports: frozenset[str]
    posts: frozenset[str]


def load_unsaid(rulebook: Rulebook) -> Unsaid:
    return Unsaid(
        rulebook.terms_of("appointed-nouns"),
        rulebook.terms_of("comment-requests"),
        rulebook.terms_of("assess-proposition-nouns") | rulebook.terms_of("assess-demand-nouns"),
        rulebook.terms_of("roles-office") | rulebook.terms_of("roles-spokesperson"),
    )


def is_unsaid(
    item: Attribution, text: str, readings: Sequence[Reading], words: Unsaid, grammar: Grammar
) -> bool:
    """Whether nobody says, believes, denies or asks anything at the cue."""
    cue = item.cue
    if cue is None:
        return False
    return (
        _is_dummy(item)
        or _is_edition(item, grammar)
        or fold(cue.text).startswith(tuple(words.requests))
        or _is_phoned(item, text)
        or _is_honoured(item, text)
        or _is_appointed(item, text, words, grammar)
        or _is_sacked(item, text, words, grammar)
        or _is_founding(cue.span, cue.text, readings, grammar)
    )


def _is_edition(item: Attribution, grammar: Grammar) -> bool:
    """Whether a label before a colon is that of an issue: "Monday's Briefing: the leak"."""
    source, cue = item.source, item.cue
    if source is None or cue is None or cue.text != ":":
        return False
    first = source.text.lower().replace("’", "'").split("'")[0].split()[:1]
    return bool(first) and first[0] in grammar.time_words


def _is_dummy(item: Attribution) -> bool:
    """Whether the subject is the "it" of "it is unfair to say that P", which stands for nothing."""
    source, cue = item.source, item.cue
    if source is None or cue is None or source.text.lower() != "it":
        return False
    return _DUMMY.match(cue.text) is not None


def _is_appointed(item: Attribution, text: str, words: Unsaid, grammar: Grammar) -> bool:
    """Whether the cue confirms somebody in a post: "the Senate confirmed two judges"."""
    cue = item.cue
    if cue is None or cue.lemma != "confirm" or item.voice != "indirect":
        return False
    span = item.content[0]
    tokens = tokenise(text, span.start, span.end)
    # "Confirmed that the judge had quit", "confirmed the judge is ill"
    if tokens[0].lower == "that" or any(grammar.is_finite_verb(token) for token in tokens):
        return False
    for token in tokens:
        if token.lower in words.appointed:
            return True
        # "Confirmed Ida Moss as a judge", but not "the arrest of a judge".
        if token.lower != "as" and (token.lower in grammar.prepositions or token.text == ","):
            break
    return False


def _is_phoned(item: Attribution, text: str) -> bool:
    """Whether somebody is rung up: "called her to meet again", "placed several calls to"."""
    cue = item.cue
    if cue is None or item.voice != "indirect":
        return False
    if _PLACED.search(cue.text):
        return True
    return cue.lemma == "call" and bool(
        _CALL.search(cue.text) and _RUNG_UP.match(item.content[0].of(text))
    )


def _is_honoured(item: Attribution, text: str) -> bool:
    """Whether a passive tells of an honour: "was recognised for her work"."""
    cue = item.cue
    if cue is None or _PASSIVE.search(cue.text) is None:
        return False
    return _HONOURED.search(text, cue.span.start, cue.span.end + _HEAD) is not None


def _is_sacked(item: Attribution, text: str, words: Unsaid, grammar: Grammar) -> bool:
    """Whether the cue tells who lost a post: "was dismissed as its director"."""
    cue = item.cue
    if cue is None or cue.lemma != "dismiss" or item.voice != "indirect":
        return False
    content = item.content[0]
    passive = content.end <= cue.span.start
    if passive and _PASSIVE.search(cue.text) is None:
        return False
    named = content.of(text).split(" as ", 1)[0].split(" from ", 1)[0]
    behind = text[cue.span.end : cue.span.end + _BEHIND]
    as_one = _AS.search(behind)
    if as_one is None:
        lost = passive or _FROM_A_POST.search(behind) is not None
    else:
        # "Dismissed Moss as its director", but not "as the mayor's puppet".
        role = _CLAUSE_ENDS.split(behind[as_one.end() :], maxsplit=1)[0]
        lost = any(word in words.posts for word in fold(role).split())
    return lost and _is_person(named, words, grammar)


def _is_person(shown: str, words: Unsaid, grammar: Grammar) -> bool:
    """Whether words can name a person: "Ida Moss", "he", but no "claims" or "the idea"."""
    parts = shown.split()
    if not parts or len(parts) > _LONGEST_NAME or parts[-1].lower() in words.reports:
        return False
    if len(parts) == 1 and parts[0].lower() in grammar.personal_pronouns | grammar.object_pronouns:
        return parts[0].lower() not in ("it", "this", "that")
    return all(part[0].isupper() for part in parts) and parts[0].lower() not in grammar.determiners


def _is_founding(span: Span, shown: str, readings: Sequence[Reading], grammar: Grammar) -> bool:
    """Whether "found" is no past form: "did not found the club", "hoped to found one"."""
    if shown.lower().split()[-1] != _FOUND:
        return False
    place = bisect_right(readings, span.start, key=lambda one: one.sentence.span.start) - 1
    if place < 0:
        return False
    reading = readings[place]
    verb = next((n for n, t in enumerate(reading.tokens) if t.end >= span.end), None)
    if verb is None:
        return False
    for index in range(verb - 1, max(verb - 1 - _BACK, -1), -1):
        word, token = reading.lower(index), reading.tokens[index]
        if word == "to" or (word in grammar.auxiliaries and word not in _HAVE_OR_BE):
            return True
        if token.is_word and not grammar.is_adverb(token):
            return False
    return False
