"""Attributions without a reporting verb: "according to", adverbs, nouns, colons and dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib.extract.contents import is_clause, past_circumstances, sentence_end, trimmed
from attrib.extract.cues import cue_record, find_words
from attrib.extract.grammar import Grammar
from attrib.extract.lexicon import Lexicon
from attrib.extract.phrases_behind import phrase_after
from attrib.extract.reading import Reading
from attrib.records import Attribution, Cue

POSSESSIVES = frozenset({"'s", "’s", "his", "her", "its", "their", "my", "our"})
MARKS = "cues.marks"
"""The rule named where a mark of punctuation is the cue."""
_DASHES = frozenset(("-", "–", "—", "―", "--"))
_LONGEST_SIGNATURE = 12
"""Words of a name with its office, under a quote."""


def find_by_phrases(reading: Reading, lexicon: Lexicon, grammar: Grammar) -> Iterator[Attribution]:
    """ "According to X, P" and "P, according to X"."""
    for found in find_words(reading, lexicon, "phrase"):
        named = phrase_after(reading, found.end, grammar)
        source = named or phrase_after(reading, found.end, grammar, bare=True)
        # "sorted according to size": a bare word alone is nobody.
        if source is None or (named is None and source[1] - source[0] == 1):
            continue
        if found.end - found.group == 1 and not _is_set_off(reading, found.group, source[1]):
            continue
        end = sentence_end(reading)
        if found.group <= 1 or reading.lower(found.group - 1) in (";", "but", "and", "—"):
            start = source[1] + 1 if reading.lower(source[1]) == "," else source[1]
            start, _, _ = past_circumstances(reading, start, grammar)
            pieces = [trimmed(reading, start, end)]
        else:
            opens = _clause_start(reading, found.group)
            pieces = [trimmed(reading, opens, found.group)]
            after = source[1]
            if reading.lower(after) == "," and is_clause(reading, after + 1, end, grammar):
                pieces.append(trimmed(reading, after + 1, end))
        content = tuple(reading.span(*piece) for piece in pieces if piece)
        if content:
            yield Attribution(
                source=reading.mention(*source),
                cue=cue_record(reading, found),
                content=content,
                voice="indirect",
                sentence=reading.sentence.span,
            )


def _is_set_off(reading: Reading, place: int, end: int) -> bool:
    """Whether one word ("per") that has other uses is cut off by commas, as a source is.

    First in a sentence it may be a name: "Per Nilsson, 42, said".
    """
    if place:
        return reading.lower(place - 1) == ","
    return reading.lower(end) == "," and not reading.tokens[place + 1].text.istitle()


def _clause_start(reading: Reading, before: int) -> int:
    """Where the clause that a closing "according to" covers begins: after a semicolon, or first."""
    for index in range(before - 1, -1, -1):
        if reading.lower(index) == ";" and not reading.quoted[index]:
            return index + 1
    return 1 if reading.lower(0) in ("but", "and") else 0


def find_by_adverbs(reading: Reading, lexicon: Lexicon, grammar: Grammar) -> Iterator[Attribution]:
    """ "He reportedly fled": nobody is named; the content is the clause around the adverb."""
    for found in find_words(reading, lexicon, "adverb"):
        end = sentence_end(reading)
        if not is_clause(reading, 0, end, grammar):
            continue
        pieces = [trimmed(reading, 0, found.group), trimmed(reading, found.end, end)]
        content = tuple(reading.span(*piece) for piece in pieces if piece)
        if content:
            yield Attribution(
                source=None,
                cue=cue_record(reading, found),
                content=content,
                voice="indirect",
                sentence=reading.sentence.span,
            )


def find_by_nouns(reading: Reading, lexicon: Lexicon, grammar: Grammar) -> Iterator[Attribution]:
    """ "The minister's claim that P": the possessive is the source."""
    for found in find_words(reading, lexicon, "noun"):
        if reading.lower(found.end) != "that" or not is_clause(
            reading, found.end + 1, sentence_end(reading), grammar
        ):
            continue
        owner = _owner(reading, found.group, grammar)
        piece = trimmed(reading, found.end, sentence_end(reading))
        if owner is None or piece is None:
            continue
        yield Attribution(
            source=reading.mention(*owner),
            cue=cue_record(reading, found),
            content=(reading.span(*piece),),
            voice="indirect",
            sentence=reading.sentence.span,
        )


def _owner(reading: Reading, noun: int, grammar: Grammar) -> tuple[int, int] | None:
    index = noun - 1
    while index > 0 and noun - index < 4 and reading.lower(index) not in POSSESSIVES:
        index -= 1
    word = reading.lower(index)
    if word not in POSSESSIVES or reading.quoted[index]:
        return None
    if word not in ("'s", "’s"):
        return index, index + 1
    start = index
    while start > 0 and not reading.quoted[start - 1]:
        token = reading.tokens[start - 1]
        if token.is_capitalised or token.lower in grammar.determiners:
            start -= 1
            if token.lower in grammar.determiners:
                break
        elif token.is_word and start == index and token.lower not in grammar.prepositions:
            start -= 1
        else:
            break
    return (start, index) if start < index else None


_LABEL = re.compile(r"[^:“”\"'‘’]{2,60}")


def find_by_colon(reading: Reading, headline: bool, grammar: Grammar) -> Attribution | None:
    """ "Ministry: bridge was closed" and, in a headline, "Bridge was closed: ministry".

    In running text a bare colon is a cue only before quoted words.
    """
    marks = [i for i, t in enumerate(reading.tokens) if t.text == ":" and not reading.quoted[i]]
    if len(marks) != 1 or not 0 < marks[0] < len(reading.tokens) - 1:
        return None
    colon = marks[0]
    end = sentence_end(reading)
    label = reading.span(0, colon).of(reading.text)
    quoted = reading.quoted[colon + 1]
    short = colon <= 6 and _LABEL.fullmatch(label) is not None
    named = reading.tokens[0].is_capitalised and not is_clause(reading, 0, colon, grammar)
    if short and named and (quoted or (headline and is_clause(reading, colon + 1, end, grammar))):
        return _label_attribution(reading, (0, colon), (colon + 1, end), colon)
    tail = end - colon - 1
    if headline and tail <= 3 and is_clause(reading, 0, colon, grammar):
        return _label_attribution(reading, (colon + 1, end), (0, colon), colon)
    return None


def _label_attribution(
    reading: Reading, source: tuple[int, int], content: tuple[int, int], mark: int
) -> Attribution | None:
    named, said = trimmed(reading, *source), trimmed(reading, *content)
    if named is None or said is None:
        return None
    span = reading.span(mark, mark + 1)
    return Attribution(
        source=reading.mention(*named),
        cue=Cue(span, span.of(reading.text), span.of(reading.text), MARKS, "asserts", 0, 6),
        content=(reading.span(*said),),
        voice="indirect",
        sentence=reading.sentence.span,
    )


def find_by_dash(reading: Reading, grammar: Grammar) -> Attribution | None:
    """ "“...” – Commissioner X": the form of press releases and pull quotes."""
    for index in range(1, len(reading.tokens) - 1):
        if reading.tokens[index].text not in _DASHES or reading.quoted[index]:
            continue
        if not reading.is_mark(index - 1) or not all(reading.quoted[:index]):
            return None
        first, end = index + 1, sentence_end(reading)
        if end - first > _LONGEST_SIGNATURE or is_clause(reading, first, end, grammar):
            return None
        if phrase_after(reading, first, grammar) is None:
            return None
        span = reading.span(index, index + 1)
        return Attribution(
            source=reading.mention(first, end),
            cue=Cue(span, span.of(reading.text), "-", MARKS, "asserts", 0, 6),
            content=(reading.span(0, index),),
            voice="direct",
            sentence=reading.sentence.span,
        )
    return None


def find_origin(reading: Reading, offset: int, grammar: Grammar) -> tuple[int, int] | None:
    """ "..., quoting an unidentified military source": the one relayed, as a token range.

    After `offset`, the end of the source, or first in the sentence.
    """
    for index, token in enumerate(reading.tokens[:-1]):
        if (token.start < offset and index > 0) or reading.quoted[index]:
            continue
        if token.lower in grammar.relaying_participles:
            return phrase_after(reading, index + 1, grammar)
    return None
