"""Attributions in the passive, where the source is often hidden: "is said to", "is accused of"."""

from __future__ import annotations

from attrib.extract.contents import trimmed
from attrib.extract.cues import FoundCue, cue_record, modality_in
from attrib.extract.grammar import Grammar
from attrib.extract.lexicon import CueForm
from attrib.extract.phrases_behind import phrase_after
from attrib.extract.reading import Reading
from attrib.records import Attribution


def passive_attribution(
    reading: Reading,
    cue: FoundCue,
    subject: tuple[int, int] | None,
    stop: int,
    grammar: Grammar,
) -> Attribution | None:
    """ "is said to have fled", "it is understood that", "is accused of": often nobody is named."""
    word = reading.lower(cue.end)
    by = next((i for i in range(cue.end, min(stop, cue.end + 3)) if reading.lower(i) == "by"), None)
    agent = phrase_after(reading, by + 1, grammar) if by is not None else None
    if agent and cue.allows("of"):
        agent = _before_charge(reading, agent, grammar)
    impersonal = subject is not None and reading.lower(subject[1] - 1) == "it" and word in ("that",)
    form: CueForm | None = None
    content: list[tuple[int, int]] = []
    if impersonal:
        form, content = cue.allows("clause"), [(cue.end, stop)]
    elif (
        word == "to"
        and subject
        and cue.form.rule.stance in ("hedges", "relays", "asserts", "predicts", "accuses")
    ):
        form, content = cue.allows("clause"), [subject, (cue.end, stop)]
    elif subject and (word in ("of", "for") or agent) and (cue.allows("of") or cue.allows("for")):
        form = cue.allows("of") or cue.allows("for")
        start = agent[1] if agent else cue.end
        stop = _before_aside(reading, start, stop)
        content = [subject, (start, stop)] if start < stop else [subject]
    elif (
        agent
        and subject
        and cue.form.rule.stance in ("denies", "asserts", "confirms", "relays", "shows")
    ):
        form, content = cue.form, [subject]
    if form is None:
        return None
    pieces = [piece for first, last in content if (piece := trimmed(reading, first, last))]
    if not pieces:
        return None
    return Attribution(
        source=reading.mention(*agent) if agent else None,
        cue=cue_record(reading, cue, form),
        content=tuple(reading.span(*piece) for piece in pieces),
        voice="indirect",
        sentence=reading.sentence.span,
        modality=modality_in(reading, cue),
    )


def _before_aside(reading: Reading, start: int, stop: int) -> int:
    """ "Accused of theft, which he denied": what is told of the charge is no part of it."""
    for index in range(start + 2, stop):
        if reading.lower(index) == "which" and reading.lower(index - 1) == ",":
            return index - 1
    return stop


def _before_charge(reading: Reading, agent: tuple[int, int], grammar: Grammar) -> tuple[int, int]:
    """ "accused by scores of women of assault": the last "of" opens what they are accused of."""
    for index in range(agent[1] - 1, agent[0], -1):
        if reading.lower(index) == "of" and index + 1 < len(reading.tokens):
            following = reading.tokens[index + 1]
            charge = not following.is_capitalised and following.lower not in grammar.determiners
            return (agent[0], index) if charge else agent
    return agent
