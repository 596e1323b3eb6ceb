"""The noun phrase that begins at a token: where it ends, its appositions and relative clauses."""

from __future__ import annotations

from attrib.extract.grammar import Grammar
from attrib.extract.phrases import LONGEST, opens_apposition
from attrib.extract.reading import Reading

_IN_NAMES = frozenset({"today", "morning", "evening", "night", "afternoon"})


def phrase_after(
    reading: Reading, start: int, grammar: Grammar, *, bare: bool = False
) -> tuple[int, int] | None:
    """Token range of the noun phrase that opens at `start`, with apposition and relative clause.

    `bare` takes one without an article too, where nothing but a noun phrase can stand.
    """
    if start >= len(reading.tokens) or reading.quoted[start]:
        return None
    first = reading.tokens[start]
    closed = grammar.prepositions | grammar.coordinators | grammar.auxiliaries
    is_name = first.is_word and first.lower not in grammar.time_words
    if bare and (first.lower in closed or grammar.is_adverb(first)):
        return None
    if not is_name and not first.text[0].isdigit():
        return None
    if first.lower in (grammar.subject_pronouns - grammar.determiners) | grammar.object_pronouns:
        return start, start + 1
    plural = bare or (len(first.lower) > 4 and first.lower.endswith("s"))
    if not grammar.opens_noun_phrase(first) and not first.text[0].isdigit() and not plural:
        return None
    end = _phrase_end(reading, start, grammar)
    if end is None:
        return None
    return start, _past_appositions(reading, end, grammar)


def _phrase_end(reading: Reading, start: int, grammar: Grammar) -> int | None:
    index = start
    while index < len(reading.tokens) and index - start < LONGEST and not reading.quoted[index]:
        token = reading.tokens[index]
        word = token.lower
        if word in grammar.time_words and index > start and not _names_outlet(reading, index):
            break
        if word in grammar.noun_links:
            following = reading.lower(index + 1)
            if following in ("a", "an") and reading.lower(index + 2) in grammar.media:
                break
            if following in grammar.time_words or following[:1].isdigit():
                break
            if word == "to" and not opens_at(reading, index + 1, grammar):
                break
        elif word in grammar.coordinators:
            following_token = reading.tokens[index + 1] if index + 1 < len(reading.tokens) else None
            if following_token is None or not grammar.opens_noun_phrase(following_token):
                break
            if word != "and" or following_token.lower in grammar.subject_pronouns:
                break
        elif word in ("who", "which") and index > start:
            return _relative_end(reading, index)
        elif (
            index > start
            and (
                word in grammar.prepositions
                or (word in grammar.subordinators and word not in grammar.determiners)
                or word == "that"
                or grammar.is_finite_verb(token, reading.lower(index - 1))
                or grammar.is_adverb(token)
                or word in (grammar.subject_pronouns - grammar.determiners)
            )
        ) or (
            not (token.is_word or word[0].isdigit() or word in ("'s", "’s", "'", "’", "&", "-"))
            and not (
                word == "."
                and len(reading.lower(index - 1)) <= 4
                and reading.tokens[index - 1].is_capitalised
                and index + 1 < len(reading.tokens)
                and reading.tokens[index + 1].is_capitalised
            )
        ):
            break
        index += 1
    return index if index > start else None


def _names_outlet(reading: Reading, index: int) -> bool:
    """Whether a time stands in a name: "the Ashby Morning News", "Florida Today".

    Days and months have their capital anywhere, and tell nothing by it.
    """
    token, before = reading.tokens[index], reading.tokens[index - 1]
    return token.lower in _IN_NAMES and token.is_capitalised and before.is_capitalised


def opens_at(reading: Reading, index: int, grammar: Grammar) -> bool:
    """Whether a noun phrase may open at the token `index`."""
    return index < len(reading.tokens) and grammar.opens_noun_phrase(reading.tokens[index])


def _relative_end(reading: Reading, index: int) -> int:
    while index < len(reading.tokens) and reading.lower(index) not in (",", ".", ";", ":"):
        index += 1
    return index


def _past_appositions(reading: Reading, end: int, grammar: Grammar) -> int:
    """The place past ", the mayor of Ostrov" or ", who was on board", where they follow."""
    if reading.lower(end) != "," or end + 1 >= len(reading.tokens) or reading.quoted[end + 1]:
        return end
    opener = reading.tokens[end + 1]
    if opener.lower in ("who", "whose", "which"):
        return _relative_end(reading, end + 1)
    if opener.text[0].isdigit() and reading.lower(end + 2) in (",", "."):
        return _past_appositions(reading, end + 2, grammar)
    if not opens_apposition(reading, end + 1, grammar) or opener.lower in grammar.time_words:
        return end
    inner = _phrase_end(reading, end + 1, grammar)
    if inner is None:
        return end
    follows = reading.lower(inner)
    closes = follows in (",", ".", "", ";") or follows in grammar.prepositions | grammar.time_words
    return inner if closes or inner >= len(reading.tokens) else end
