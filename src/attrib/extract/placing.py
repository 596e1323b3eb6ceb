"""Whose verb a cue is: its subject, before it, after it, or shared with the verb before."""

from __future__ import annotations

from dataclasses import dataclass

from attrib.extract.cues import FoundCue
from attrib.extract.grammar import Grammar
from attrib.extract.phrases import phrase_before
from attrib.extract.phrases_behind import phrase_after
from attrib.extract.reading import Reading


@dataclass(frozen=True, slots=True)
class Placed:
    """A cue with its subject, before it is known how far its content reaches.

    `opens` is the token at which the cue's own clause begins: content of an earlier cue
    ends there when `joined` (", and the mayor said", ", adding that").
    """

    cue: FoundCue
    subject: tuple[int, int] | None
    opens: int
    joined: bool
    inverted: bool = False


def place_cue(
    reading: Reading, cue: FoundCue, earlier: list[Placed], grammar: Grammar
) -> Placed | None:
    if cue.participial:
        return _place_participle(reading, cue, earlier, grammar)
    before = reading.lower(cue.group - 1)
    coordinated = before in ("and", "but") and earlier and not cue.passive
    subject = phrase_before(reading, cue.group, grammar)
    # "Anna Rao, who lives there, warned the council": all before the verb is its subject.
    all_subject = before == "," and subject is not None and subject[0] == 0
    tagged = before == "," or reading.is_mark(cue.group - 1)
    inverts = tagged and not all_subject and cue.form.lemma != "tell"
    if inverts and not cue.passive and reading.lower(cue.end) != "that":
        after = phrase_after(reading, cue.end, grammar)
        if after is None and cue.allows("speech"):
            after = phrase_after(reading, cue.end, grammar, bare=True)
        if after is not None and _closes(reading, after[1], grammar):
            return Placed(cue, after, cue.group, False, inverted=True)
    if subject is None:
        if coordinated and earlier[-1].subject is not None:
            return Placed(cue, earlier[-1].subject, cue.group - 1, True)
        return None
    opens = subject[0]
    connector = reading.lower(opens - 1)
    joined = connector in (";", "while", "but", "although", "though", "whereas") or (
        connector in ("and", "as") and reading.lower(opens - 2) in (",", ";")
    )
    return Placed(cue, subject, opens - 1 if joined else opens, joined)


def _closes(reading: Reading, index: int, grammar: Grammar) -> bool:
    """Whether a tag may end at `index`: '"P," said X | on Friday.', not "X, ..., said Y | was"."""
    word = reading.lower(index)
    return (
        index >= len(reading.tokens)
        or not (reading.tokens[index].is_word or word[0].isdigit())
        or word in grammar.prepositions
        or word in grammar.coordinators
        or word in grammar.time_words
        or word in ("who", "last", "late", "when", "while", "after", "before", "yesterday")
        or grammar.is_adverb(reading.tokens[index])
    )


def _place_participle(
    reading: Reading, cue: FoundCue, earlier: list[Placed], grammar: Grammar
) -> Placed | None:
    """ "..., adding that": the subject is that of the verb before it."""
    if earlier:
        opens = cue.group - 1
        if reading.lower(opens - 1) == "," and reading.lower(opens) == "and":
            opens -= 1
        return Placed(cue, earlier[-1].subject, opens, True)
    for index in range(1, min(cue.group, 30)):
        if (
            grammar.is_finite_verb(reading.tokens[index], reading.lower(index - 1))
            and not reading.quoted[index]
        ):
            subject = phrase_before(reading, index, grammar)
            return Placed(cue, subject, cue.group - 1, True) if subject else None
    return None
