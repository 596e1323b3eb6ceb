"""Content before a tag, and on both sides of it: "P, X said", "P1, X said, P2"."""

from __future__ import annotations

from attrib.extract.contents import is_clause, past_circumstances, sentence_end, trimmed
from attrib.extract.grammar import Grammar
from attrib.extract.phrases_behind import phrase_after
from attrib.extract.placing import Placed
from attrib.extract.reading import Reading


def is_tag(reading: Reading, place: Placed, grammar: Grammar) -> bool:
    """Whether a cue closes its sentence like a tag: ", the agency said", ", X said on Friday"."""
    if place.subject is None or place.inverted:
        return place.inverted
    before = reading.lower(place.subject[0] - 1)
    if before != "," and not reading.is_mark(place.subject[0] - 1):
        return False
    if reading.lower(place.cue.end) in (",", "—", "–"):
        return True
    index, _, _ = past_circumstances(reading, place.cue.end, grammar)
    told = phrase_after(reading, place.cue.end, grammar) if place.cue.form.lemma == "tell" else None
    if told is not None:
        index, _, _ = past_circumstances(reading, told[1], grammar)
    if index >= sentence_end(reading) or reading.lower(index) in (",", "—", "–", ";"):
        return True
    # '"P," X told the paper from his office': after a quote the tag may go on as it likes.
    after_quote = reading.is_mark(place.subject[0] - 1) and not reading.quoted[index]
    follows = reading.lower(index)
    if after_quote and (follows in grammar.prepositions or follows in ("when", "while")):
        return True
    # "P, the board said at midday": a phrase that holds no clause only says when and where.
    closing = sentence_end(reading)
    return follows in grammar.noun_links and not is_clause(reading, index, closing, grammar)


def content_before(
    reading: Reading, place: Placed, earlier: list[Placed], grammar: Grammar
) -> tuple[int, int] | None:
    """Content that ends just before the tag: "P, X said" or "P", said X."""
    if place.joined or place.cue.participial:
        return None
    end = place.cue.group if place.inverted else (place.subject[0] if place.subject else 0)
    if end == 0:
        return None
    tag = reading.lower(end - 1) in (",", "—", "–") or reading.is_mark(end - 1)
    if not tag or not (is_tag(reading, place, grammar) or place.inverted):
        return None
    start = 0
    for other in earlier:
        if other.joined and other.opens < end:
            start = max(start, other.opens + 1)
    if reading.lower(start) in ("but", "and", "yet", "so") and not reading.quoted[start]:
        start += 1
    piece = trimmed(reading, start, end)
    if piece is None:
        return None
    follows = reading.lower(place.cue.end) == ","
    long_enough = place.inverted or (
        piece[1] - piece[0] > 3 and reading.lower(piece[0]) not in grammar.prepositions
    )
    return piece if follows or long_enough or is_clause(reading, *piece, grammar) else None


def content_after_tag(
    reading: Reading, place: Placed, stop: int, grammar: Grammar
) -> tuple[int, int] | None:
    """The second piece of "P1, X said, P2"."""
    index = place.subject[1] if place.inverted and place.subject else place.cue.end
    if place.cue.form.lemma == "tell" and not place.inverted:
        told = phrase_after(reading, index, grammar)
        index = told[1] if told else index
    index, _, _ = past_circumstances(reading, index, grammar)
    if reading.lower(index) not in (",", "—", "–", ":", ";") or index + 1 >= stop:
        return None
    first = reading.tokens[index + 1]
    if not reading.quoted[index + 1] and (
        first.lower.endswith("ing")
        or first.lower
        in ("who", "which", "as", "after", "while", "when", "before", "without", "referring", "but")
        or not is_clause(reading, index + 1, stop, grammar)
    ):
        return None
    return trimmed(reading, index + 1, stop)
