"""Noun phrases that can be a source, found by form, and end before a verb."""

from __future__ import annotations

from attrib.extract.grammar import Grammar
from attrib.extract.reading import Reading

LONGEST = 40
"""Tokens of a phrase, so that a text without marks stays linear."""
_BREAKS = frozenset({";", ":", "—", "–", "--", "(", ")", "?", "!", "...", "…", "[", "]"})


def phrase_before(reading: Reading, end: int, grammar: Grammar) -> tuple[int, int] | None:
    """Token range of the noun phrase that ends at `end`, with title and apposition.

    Reads back over "X, who ..., " and "X, a spokesman for Y, ". None where the words before
    `end` are no noun phrase.
    """
    if end <= 0:
        return None
    if reading.lower(end - 1) in grammar.relatives and reading.lower(end - 1) != "that":
        return _antecedent(reading, end - 1, grammar)
    if reading.lower(end - 1) == ",":
        return _with_apposition(reading, end, grammar)
    return _plain(reading, end, grammar)


def _plain(reading: Reading, end: int, grammar: Grammar) -> tuple[int, int] | None:
    start = end
    while start > 0 and end - start < LONGEST:
        index = start - 1
        word = reading.lower(index)
        if word == "," and _joins_list(reading, index, end):
            start = index
            continue
        if reading.quoted[index] or word in _BREAKS or word == ",":
            break
        if word in grammar.coordinators and (
            start == end or not _joins_nouns(reading, index, grammar)
        ):
            break
        if word in grammar.subordinators and word not in ("so", "than"):
            opened = _relative_opened(reading, index, grammar)
            if not opened:
                break
        elif grammar.is_finite_verb(reading.tokens[index], reading.lower(index - 1)):
            relative = _relative_before(reading, index, grammar)
            if relative is None:
                break
            start = relative
            continue
        start = index
    return _trim(reading, start, end, grammar)


def _joins_list(reading: Reading, comma: int, end: int) -> bool:
    """Whether the comma stands in a list of names: "Turkey, Britain and France said"."""
    after = range(comma + 1, min(end, comma + 12))
    if not any(reading.lower(i) in ("and", "or") for i in after):
        return False
    return (
        comma > 0
        and reading.tokens[comma - 1].is_capitalised
        and comma + 1 < end
        and (reading.tokens[comma + 1].is_capitalised or reading.lower(comma + 1) in ("the", "and"))
        and not reading.quoted[comma - 1]
    )


def _joins_nouns(reading: Reading, index: int, grammar: Grammar) -> bool:
    """Whether "and" here joins two nouns rather than two clauses."""
    before = index - 1
    if before < 0 or (reading.lower(before) == "," and reading.lower(index) == "but"):
        return False
    if reading.lower(index) in ("but", "yet"):
        return False
    back = before
    while back >= 0 and before - back < 8:
        word = reading.lower(back)
        if word in _BREAKS or word == "," or reading.quoted[back]:
            break
        if grammar.is_finite_verb(reading.tokens[back], reading.lower(back - 1)):
            return False
        back -= 1
    return before - back > 0


def _relative_opened(reading: Reading, index: int, grammar: Grammar) -> bool:
    """Whether "that" or "where" at `index` follows a noun, so that it opens a relative clause."""
    word, before = reading.lower(index), reading.lower(index - 1)
    return (
        word in grammar.relatives
        and index > 0
        and before not in (",", "and", "but")
        and before.endswith("s")
        and before not in grammar.reporting
        and not grammar.is_finite_verb(reading.tokens[index - 1], reading.lower(index - 2))
    )


def _relative_before(reading: Reading, verb: int, grammar: Grammar) -> int | None:
    """The place of the noun before "who", "which" or "that" to which the verb at `verb` belongs."""
    for index in range(verb - 1, max(verb - 8, 0), -1):
        word = reading.lower(index)
        if word in _BREAKS or word == "," or reading.quoted[index]:
            return None
        if word in ("who", "which", "that", "whose"):
            before = reading.tokens[index - 1]
            is_noun = before.is_word and not grammar.is_finite_verb(before)
            return index - 1 if is_noun and before.lower not in grammar.coordinators else None
    return None


def _antecedent(reading: Reading, relative: int, grammar: Grammar) -> tuple[int, int] | None:
    """The noun phrase that "who" at `relative` refers to."""
    end = relative
    while end > 0 and reading.lower(end - 1) == ",":
        end -= 1
    return phrase_before(reading, end, grammar) if end else None


def _with_apposition(reading: Reading, end: int, grammar: Grammar) -> tuple[int, int] | None:
    """The phrase before `end` where a comma stands last: its head is before an earlier comma."""
    commas = [
        i for i in range(end - 2, -1, -1) if reading.lower(i) == "," and not reading.quoted[i]
    ]
    for comma in commas[:4]:
        if end - comma > LONGEST:
            break
        opener = reading.tokens[comma + 1]
        if opens_apposition(reading, comma + 1, grammar):
            head = _plain(reading, comma, grammar)
            if head is not None:
                return head[0], end - 1
        elif (
            opener.lower in grammar.prepositions
            or grammar.is_adverb(opener)
            or opener.lower.endswith(("ing", "ed"))
        ):
            head = _plain(reading, comma, grammar)
            if head is not None:
                return head
    return None


def opens_apposition(reading: Reading, index: int, grammar: Grammar) -> bool:
    token = reading.tokens[index]
    return (
        token.lower
        in ("who", "which", "whose", "where", "a", "an", "the", "his", "her", "its", "their")
        or token.text[0].isdigit()
        or (
            token.is_word
            and token.lower not in grammar.prepositions
            and token.lower not in grammar.coordinators
            and token.lower not in grammar.subordinators
            and not grammar.is_adverb(token)
            and not grammar.is_finite_verb(token)
            and not token.lower.endswith("ing")
        )
    )


def _trim(reading: Reading, start: int, end: int, grammar: Grammar) -> tuple[int, int] | None:
    """Drop what is no part of the phrase: "But on Friday the ministry" is "the ministry".

    A time at its end goes too: "the ministry on Tuesday".
    """
    while end - start > 1 and grammar.is_adverb(reading.tokens[end - 1]):
        end -= 1
    while end - start > 1 and reading.lower(end - 1) in grammar.time_words:
        end -= 1
        while end - start > 1 and reading.lower(end - 1) in (*grammar.prepositions, "late", "last"):
            end -= 1
    while start < end:
        token = reading.tokens[start]
        word = token.lower
        if (
            not (token.is_word or token.text[0].isdigit())
            or word in grammar.coordinators
            or (grammar.is_adverb(token) and end - start > 1)
            or word in (grammar.subordinators - grammar.determiners)
        ):
            start += 1
        elif word in grammar.prepositions:
            start = _past_prepositional(reading, start, end, grammar)
        elif word in grammar.time_words and start + 1 < end:
            start += 1
        else:
            break
    if start >= end or end - start > LONGEST:
        return None
    return (start, end) if _is_noun_phrase(reading, start, end, grammar) else None


def _past_prepositional(reading: Reading, start: int, end: int, grammar: Grammar) -> int:
    """The place past "On Friday" or "In the capital", where another phrase opens."""
    index = start + 1
    if reading.lower(index) in grammar.determiners:
        index += 1
    index += 1
    while index < end:
        token = reading.tokens[index]
        fresh = token.lower in grammar.determiners or token.lower in grammar.subject_pronouns
        plural = token.lower in grammar.lower_subject_openers
        capital_after_lower = token.is_capitalised and not reading.tokens[index - 1].is_capitalised
        if (
            fresh
            or plural
            or (capital_after_lower and reading.lower(index - 1) not in grammar.prepositions)
        ):
            return index
        index += 1
    return end


def _is_noun_phrase(reading: Reading, start: int, end: int, grammar: Grammar) -> bool:
    words = [token for token in reading.tokens[start:end] if token.is_word]
    if not words:
        return False
    if end - start == 1:
        token = reading.tokens[start]
        return (
            token.lower in grammar.subject_pronouns
            or token.is_capitalised
            or token.lower in grammar.lower_subject_openers
            or (
                token.lower.endswith("s")
                and token.lower not in grammar.determiners
                and len(token.lower) > 4
            )
        )
    last = words[-1].lower
    if reading.lower(end - 1) == "'s":
        return False
    if last in grammar.prepositions or last in grammar.determiners - grammar.subject_pronouns:
        return False
    plural = reading.lower(start).endswith("s") or last.endswith("s")
    return plural or grammar.opens_noun_phrase(reading.tokens[start])
