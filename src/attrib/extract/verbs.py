"""Attributions by reporting verbs: whose verb it is, and what it reports."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.extract.contents import is_clause, past_circumstances, sentence_end, trimmed
from attrib.extract.cues import FoundCue, cue_record, modality_in
from attrib.extract.frames import form_for
from attrib.extract.grammar import Grammar
from attrib.extract.lexicon import CueForm
from attrib.extract.passives import passive_attribution
from attrib.extract.phrases_behind import phrase_after
from attrib.extract.placing import Placed, place_cue
from attrib.extract.reading import Reading
from attrib.extract.tags import content_after_tag, content_before, is_tag
from attrib.records import Attribution, Mention


def find_by_verbs(
    reading: Reading, cues: Sequence[FoundCue], grammar: Grammar
) -> tuple[Attribution, ...]:
    """One attribution for each verb that has a source or content of the kind its rule takes."""
    placed: list[Placed] = []
    for cue in cues:
        place = place_cue(reading, cue, placed, grammar)
        if place is not None:
            placed.append(place)
    found = [
        _attribution(reading, place, placed[index + 1 :], placed[:index], grammar)
        for index, place in enumerate(placed)
    ]
    return tuple(attribution for attribution in found if attribution is not None)


def _attribution(
    reading: Reading, place: Placed, later: list[Placed], earlier: list[Placed], grammar: Grammar
) -> Attribution | None:
    cue = place.cue
    if cue.passive:
        stop = _stop(reading, place, later, grammar)
        return passive_attribution(reading, cue, place.subject, stop, grammar)
    content_start, medium, addressee, form = _opening(reading, place, grammar)
    stop = _stop(reading, place, later, grammar)
    pieces: list[tuple[int, int]] = []
    after = trimmed(reading, content_start, stop) if content_start is not None else None
    before = content_before(reading, place, earlier, grammar)
    tag = cue.allows("clause") or cue.allows("quote")
    rest = content_after_tag(reading, place, stop, grammar) if before and tag else None
    if before and rest and not is_clause(reading, *before, grammar) and reading.quoted[rest[0]]:
        # 'On Friday, he said, "..."': what stands before is no content, but in 'Zeal, said Rao,
        # "..."' it is the subject of what is quoted.
        if place.inverted and reading.lower(before[0]) not in grammar.prepositions:
            form, pieces = tag, [before, rest]
        elif place.inverted:
            form, pieces = tag, [rest]
        before = None
    if before and tag:
        form = tag
        pieces = [before, rest] if rest else [before]
    elif after is not None and form is not None and not place.inverted:
        pieces = [after]
    if not pieces or form is None:
        return None
    if form.rule.frames == ("quote",) and not any(
        reading.quoted[i] for first, last in pieces for i in range(first, last)
    ):
        return None
    source = reading.mention(*place.subject) if place.subject else None
    if source is None:
        return None
    tail_medium = _medium_between(reading, place, grammar)
    return Attribution(
        source=source,
        cue=cue_record(reading, cue, form),
        content=tuple(reading.span(*piece) for piece in pieces),
        voice="indirect",
        sentence=reading.sentence.span,
        addressee=addressee,
        medium=medium or tail_medium,
        modality=modality_in(reading, cue),
    )


def _opening(
    reading: Reading, place: Placed, grammar: Grammar
) -> tuple[int | None, Mention | None, Mention | None, CueForm | None]:
    """Where content after the cue opens: (token, medium, addressee, the form that takes it)."""
    cue = place.cue
    index, medium, addressee = cue.end, None, None
    if place.inverted and place.subject:
        return None, None, None, None
    if cue.form.lemma in ("tell", "assure", "remind", "inform", "brief", "warn", "ask", "promise"):
        told = phrase_after(reading, index, grammar) or _one_word(reading, index)
        if told is not None and _ends_addressee(reading, told[1], grammar):
            addressee = reading.mention(*told)
            index = told[1]
    index, medium, spoken_to = past_circumstances(reading, index, grammar)
    addressee = addressee or spoken_to
    word = reading.lower(index)
    if index >= sentence_end(reading):
        return None, medium, addressee, None
    clause = cue.allows("clause")
    if reading.quoted[index] or (
        word in (":", ",") and index + 1 < len(reading.tokens) and reading.quoted[index + 1]
    ):
        form = cue.allows("quote") or clause or cue.allows("object") or cue.form
        return (index if reading.quoted[index] else index + 1), medium, addressee, form
    if word == ":":
        return index + 1, medium, addressee, clause or cue.form
    if word == ",":
        return None, medium, addressee, None
    return index, medium, addressee, form_for(reading, cue, index, grammar)


def _one_word(reading: Reading, index: int) -> tuple[int, int] | None:
    """ "told parliament that": a bare noun as the one spoken to."""
    bare = index + 1 < len(reading.tokens) and reading.tokens[index].is_word
    return (index, index + 1) if bare and reading.lower(index + 1) == "that" else None


def _ends_addressee(reading: Reading, end: int, grammar: Grammar) -> bool:
    """Whether an addressee may end here: "told reporters | that", "told Reuters | on Friday"."""
    word = reading.lower(end)
    return (
        word
        in (
            "that",
            ":",
            ",",
            ".",
            "",
            "he",
            "she",
            "they",
            "it",
            "in",
            "on",
            "at",
            "there",
            "we",
            "if",
            "whether",
            "how",
            "what",
            "why",
            "about",
            "the",
            "to",
        )
        or word in grammar.time_words
        or (end < len(reading.tokens) and reading.quoted[end])
    )


def _stop(reading: Reading, place: Placed, later: list[Placed], grammar: Grammar) -> int:
    """Where content after this cue must end: the sentence, or where another tag begins."""
    end = sentence_end(reading)
    for other in later:
        inside = other.subject and other.subject[0] <= place.cue.verb < other.subject[1]
        if inside and other.subject and reading.lower(place.cue.group - 1) in grammar.relatives:
            # 'Rao, who said she was there, said: "..."': the relative clause ends with the subject.
            return min(end, other.subject[1])
        if other.joined and other.opens > place.cue.end:
            return min(end, other.opens)
        if other.subject and other.subject[0] > place.cue.end and is_tag(reading, other, grammar):
            return min(end, other.subject[0])
        if other.inverted and other.cue.group > place.cue.end:
            return min(end, other.cue.group)
    for index in range(place.cue.end, end):
        if reading.quoted[index]:
            continue
        if reading.lower(index) in grammar.relaying_participles and reading.lower(index - 1) == ",":
            return index - 1
        if reading.lower(index) == "according" and reading.lower(index + 1) == "to":
            return index if reading.lower(index - 1) == "," else end
    return end


def _medium_between(reading: Reading, place: Placed, grammar: Grammar) -> Mention | None:
    """The statement or letter that stands between the subject and a participle.

    "Turkey issued a joint statement on Friday with ..., calling on": the joint statement.
    """
    if not place.cue.participial or place.subject is None:
        return None
    for index in range(place.subject[1], place.cue.group):
        if reading.lower(index) in grammar.media and not reading.quoted[index]:
            first = index
            while first - 1 > place.subject[1] and reading.lower(first - 1) not in (
                "a",
                "an",
                "the",
            ):
                first -= 1
            last = next(
                i
                for i in range(index, place.cue.group)
                if i + 1 == place.cue.group
                or (reading.lower(i) == "," and reading.lower(i + 1).endswith("ing"))
            )
            return reading.mention(first, last) if last > first else None
    return None
