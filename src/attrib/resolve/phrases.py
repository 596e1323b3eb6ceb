"""Cutting the words of a mention: parts between commas, what opens it, its last noun."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from attrib.resolve.lexicon import LONGEST, Lexicon, fold, key_of
from attrib.tokens import Token

Words = tuple[Token, ...]
Opening = Literal["definite", "fresh", "possessive", "none"]

_DASHES = frozenset({"--", "–", "—"})
_POSSESSIVE = frozenset({"'s", "’s"})
_APOSTROPHES = frozenset({"'", "’"})


@dataclass(frozen=True, slots=True)
class Parts:
    """A mention cut at its commas, dashes and relative pronouns, outside brackets.

    `bracketed` holds what stood in round brackets, in order.
    """

    main: Words
    others: tuple[Words, ...]
    relatives: tuple[Words, ...]
    bracketed: tuple[Words, ...]


def without_brackets(words: Words) -> tuple[Words, tuple[Words, ...]]:
    """The words outside round brackets, and the groups inside; an open bracket runs on."""
    outside: list[Token] = []
    groups: list[list[Token]] = []
    depth = 0
    for word in words:
        if word.text == "(":
            depth += 1
            groups.append([])
        elif word.text == ")":
            depth = max(depth - 1, 0)
        elif depth:
            groups[-1].append(word)
        else:
            outside.append(word)
    return tuple(outside), tuple(tuple(group) for group in groups)


def split_parts(words: Words, lexicon: Lexicon) -> Parts:
    """Cut a mention into its main phrase, its appositions and its relative clauses."""
    plain, bracketed = without_brackets(words)
    pieces: list[list[Token]] = [[]]
    for place, word in enumerate(plain):
        if word.text == "," or word.text in _DASHES:
            pieces.append([])
            continue
        if place and word.text.islower() and lexicon.has("relatives", word.lower):
            pieces.append([])
        pieces[-1].append(word)
    cut = [trimmed for piece in pieces if (trimmed := trim(tuple(piece)))]
    is_relative = [
        bool(number and lexicon.has("relatives", piece[0].lower))
        for number, piece in enumerate(cut)
    ]
    return Parts(
        main=cut[0] if cut else (),
        others=tuple(
            piece for piece, flag in zip(cut[1:], is_relative[1:], strict=True) if not flag
        ),
        relatives=tuple(piece for piece, flag in zip(cut, is_relative, strict=True) if flag),
        bracketed=bracketed,
    )


def trim(words: Words) -> Words:
    """`words` without marks at either end."""
    start, end = 0, len(words)
    while (
        start < end and not words[start].text[0].isalnum() and words[start].text[0] not in "@#$£€"
    ):
        start += 1
    while (
        end > start
        and not words[end - 1].text[0].isalnum()
        and words[end - 1].text not in _POSSESSIVE
    ):
        end -= 1
    if end > start and words[end - 1].text in _POSSESSIVE:
        end -= 1
    return words[start:end]


def split_opening(words: Words, lexicon: Lexicon) -> tuple[Opening, Token | None, Words]:
    """How a phrase opens, the possessive word if there is one, and the words after it."""
    opening: Opening = "none"
    owner: Token | None = None
    place = 0
    while place < len(words) - 1:
        word = words[place]
        if word.is_capitalised and place:
            break
        if lexicon.has("definite-words", word.lower):
            # "One of the aides" is new; "the two countries" points back.
            opening = "fresh" if opening == "fresh" else "definite"
        elif lexicon.has("possessive-words", word.lower):
            opening, owner = opening if opening == "fresh" else "possessive", word
        elif lexicon.has("fresh-words", word.lower) or word.lower.isdigit():
            opening = opening if opening != "none" else "fresh"
        elif not (word.lower == "of" and opening == "fresh"):
            break
        place += 1
    return opening, owner, words[place:]


def split_owner(words: Words) -> tuple[Words, Words]:
    """The possessor and the thing possessed: "Apple's chief executive"; both may be empty."""
    for place in range(len(words) - 2, 0, -1):
        text = words[place].text
        if text in _POSSESSIVE:
            return words[:place], words[place + 1 :]
        plural = text in _APOSTROPHES and words[place - 1].lower.endswith("s")
        if plural and words[place].start == words[place - 1].end:
            return words[:place], words[place + 1 :]
    return (), words


def split_tail(words: Words, lexicon: Lexicon) -> tuple[Words, Words]:
    """The noun phrase, and the rest from its first preposition or participle on."""
    for place in range(1, len(words)):
        word = words[place]
        if not word.text.islower():
            continue
        if lexicon.has("prepositions", word.lower):
            return words[:place], words[place:]
        if word.lower.endswith(("ing", "ed")) and word.lower not in lexicon.nouns:
            before = words[place - 1].lower
            if before in lexicon.nouns or lexicon.singular(before) in lexicon.nouns:
                return words[:place], words[place:]
    return words, ()


def _last_words(table: Mapping[str, object] | Collection[str], lexicon: Lexicon) -> frozenset[str]:
    """The words in which a phrase of `table` can end, gathered once for each table."""
    known = lexicon.endings.get(id(table))
    if known is None or known[0] is not table:
        known = lexicon.endings[id(table)] = (
            table,
            frozenset(phrase.rpartition(" ")[2] for phrase in table),
        )
    return known[1]


def phrase_ending(
    words: Words,
    end: int,
    table: Mapping[str, object] | Collection[str],
    lexicon: Lexicon,
    *,
    exact: bool = False,
) -> tuple[int, str] | None:
    """Where the longest phrase of `table` that ends before `end` begins, and its key.

    A plural counts for its singular, unless `exact`.
    """
    last = fold(words[end - 1].text) if end > 0 else ""
    lasts = _last_words(table, lexicon)
    if last not in lasts and (exact or lexicon.singular(last) not in lasts):
        return None
    for start in range(max(0, end - LONGEST), end):
        key = key_of(words[start:end])
        for form in (key,) if exact else (key, lexicon.singular(key)):
            if form in table:
                return start, form
    return None


_LONGEST_OFFICE = 3
"""Letters up to which an office is written in initials: "the PM", "the CEO"."""


def is_ordinal(word: Token) -> bool:
    """Whether a word is a number in a name: "the 6th Circuit Court"."""
    return word.text[0].isdigit() and word.lower.endswith(("st", "nd", "rd", "th"))


def is_acronym(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word is written as a body's initials: "ONS", "S.E.C."; not "MAYOR"."""
    letters = word.text.replace(".", "").replace("-", "")
    if len(letters) > _LONGEST_OFFICE and letters.lower() in lexicon.roles:
        return False
    return (
        2 <= len(letters) <= 6
        and letters.isalpha()
        and letters.isupper()
        and not lexicon.has("not-acronyms", letters.lower())
    )


def is_modifier(words: Words, place: int, lexicon: Lexicon) -> bool:
    """Whether a word only describes what follows: "Meridian-led", "U.S.-drafted"."""
    parted = place + 2 < len(words) and words[place + 1].text == "-"
    last = words[place + 2].lower if parted else words[place].text.rpartition("-")[2]
    if not (parted or "-" in words[place].text) or not last.islower():
        return False
    return last.endswith("ed") or lexicon.has("modifier-endings", last)


def text_of(words: Words, text: str) -> str:
    """The characters of `text` that `words` span, white space made single spaces."""
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""
