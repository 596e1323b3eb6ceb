"""What a source does by a claim: the cue's class, or the act that the quoted words perform."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.assess.wording import match_length
from attrib.records import Attribution, Polarity, Stance
from attrib.rulebook import Rulebook
from attrib.tokens import Token

_ACTS: tuple[Stance, ...] = ("accuses", "commits", "concedes", "demands", "denies")
# How many tokens whoever is asked may take before "to".
REQUEST_REACH = 14
_POLARITIES: dict[Stance, Polarity] = {
    "denies": "deny",
    "demands": "none",
    "questions": "none",
    "commits": "none",
    "evaluates": "none",
    "declines": "none",
}


@dataclass(frozen=True, slots=True)
class Act:
    """An act that words perform, and the index of the token behind the verb that performs it."""

    stance: Stance
    end: int


def find_act(words: Sequence[Token], rulebook: Rulebook) -> Act | None:
    """The act of quoted words such as "We also call on the owners to pay", if they begin so."""
    if not words or words[0].lower not in rulebook.terms_of("assess-speakers"):
        return None
    index = 1
    fillers = rulebook.terms_of("assess-act-fillers")
    while index < len(words):
        for stance in _ACTS:
            length = match_length(words, index, rulebook.terms_of(f"assess-act-{stance}"))
            if length:
                return Act(stance, index + length)
        # "We ask ministers to find out", but not "we ask why".
        length = match_length(words, index, rulebook.terms_of("assess-act-requests"))
        if length and any(word.lower == "to" for word in words[index + 2 : index + REQUEST_REACH]):
            return Act("demands", index + length)
        filler = match_length(words, index, fillers) or words[index].lower.endswith("ly")
        if not filler:
            break
        index += int(filler)
    return None


def stance_of(
    attribution: Attribution, words: Sequence[Token], rulebook: Rulebook, *, quoted: bool
) -> tuple[Stance, Act | None]:
    """The stance of a claim in `words`, and the act if these words perform one.

    Without a cue word (a colon, a floating quote) the source asserts.
    """
    by_cue: Stance = attribution.cue.stance if attribution.cue else "asserts"
    # Reported words perform nothing: "she said we urge them" is her report of it.
    if not quoted:
        return by_cue, None
    act = find_act(words, rulebook)
    if act is not None:
        return act.stance, act
    if by_cue == "asserts" and words and words[-1].text == "?" and not _tells_speech(words):
        return "questions", None
    return by_cue, None


def _tells_speech(words: Sequence[Token]) -> bool:
    """Whether marks inside the quote make the question that of another: "He said, 'Who?'"."""
    return any(word.text in ("‘", "'") for word in words)


def polarity_of(
    attribution: Attribution, stance: Stance, words: Sequence[Token], rulebook: Rulebook
) -> Polarity:
    """affirm, deny or none; none where the saying is negated, or a demand is turned down."""
    if attribution.modality == "negated":
        return "none"
    if stance == "denies" and _rejects_demand(words, rulebook):
        return "none"
    return _POLARITIES.get(stance, "affirm")


def _rejects_demand(words: Sequence[Token], rulebook: Rulebook) -> bool:
    """Whether the content is a demand: "rejected calls to resign"."""
    for token in words[:4]:
        if token.lower in rulebook.terms_of("assess-proposition-nouns"):
            return False
        if token.lower in rulebook.terms_of("assess-demand-nouns"):
            return True
    return False
