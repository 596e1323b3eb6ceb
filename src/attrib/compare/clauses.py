"""The words around a number: how far they reach, what they count, what they say of it."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.compare.lexicon import Lexicon
from attrib.compare.stems import stem
from attrib.compare.words import content_stems
from attrib.tokens import Token

_STOPS = frozenset(';:()[]—–“”"!?')
_OF_TIME = frozenset({"last", "next", "first"})
"""At the head of a clause these begin a time: "Last year 18 ships sailed"."""
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "st"})
_REACH = 40
"""Tokens looked at on either side of a number, so that a text without marks stays linear."""
_SHORT_CLAUSE = 4
"""A clause with fewer content words than this is read together with the one before it."""
_ARTICLES = frozenset({"of", "the", "those", "these", "its", "their"})
_NOUN_REACH = 6


def find_clause(
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon
) -> tuple[int, int]:
    """Tokens `[left, right)` around `[first, last)` up to the next comma, stop or conjunction."""
    left, right = first, last
    while left > max(0, first - _REACH) and not _is_break(tokens, left - 1, lexicon):
        left -= 1
    while right < min(len(tokens), last + _REACH) and not _is_break(tokens, right, lexicon):
        right += 1
    return left, right


def widen_clause(tokens: Sequence[Token], left: int, first: int, lexicon: Lexicon) -> int:
    """A start further left, where the clause is too short to say what it is about."""
    least = max(0, first - _REACH)
    while left > least and len(content_stems(tokens[left:first], lexicon)) < _SHORT_CLAUSE:
        left -= 1
        if tokens[left].text == "." and tokens[left - 1].lower not in _TITLES:
            return left + 1
    return left


def _is_break(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    token = tokens[place]
    if token.text in _STOPS or token.lower in lexicon.breaks or token.text in (",", "--"):
        return True
    # A full stop ends the clause, except behind an initial or an abbreviation in a name.
    return token.text == "." and (
        place + 1 >= len(tokens) or place == 0 or len(tokens[place - 1].text) > 2
    )


def skip_conversion(tokens: Sequence[Token], last: int) -> int:
    """The token behind a conversion in brackets: "3,700 km (2,300 miles)"; else `last`."""
    if last >= len(tokens) or tokens[last].text != "(":
        return last
    inside = tokens[last + 1 : last + 9]
    for step, token in enumerate(inside):
        if token.text == ")":
            has_number = any(
                other.text[-1].isdigit() or other.text[0].isdigit() or other.text[0] in "$£€¥"
                for other in inside[:step]
            )
            return last + step + 2 if has_number else last
    return last


def find_noun(
    tokens: Sequence[Token], last: int, right: int, lexicon: Lexicon
) -> tuple[str, frozenset[str]]:
    """What is counted, and the stems of the words that narrow it down.

    The first plural of the next words, else the first of them: "four fire engines" counts
    engines, narrowed by fire. A comma between adjectives is passed over.
    """
    words: list[str] = []
    for place in range(last, min(right + _NOUN_REACH, last + _NOUN_REACH, len(tokens))):
        token = tokens[place]
        if not token.is_word:
            if token.text in "-–" or (token.text == "," and words and place == last + 1):
                continue
            break
        if token.lower.endswith(("'s", "’s")) and not words:
            # "35 of the ship's crew"
            continue
        if token.lower in lexicon.function_words:
            if token.lower in ("of", "the", "more", "other", "others", "such") and not words:
                continue
            break
        words.append(token.lower)
    if not words:
        return "", frozenset()
    plural = [place for place, word in enumerate(words) if _is_plural(word, lexicon)]
    head = plural[0] if plural else 0
    return words[head], frozenset(map(stem, words[:head]))


def _is_plural(word: str, lexicon: Lexicon) -> bool:
    return (
        word in lexicon.persons
        or word in lexicon.irregular_plurals
        or (word.endswith("s") and not word.endswith("ss"))
    )


def find_matter(
    tokens: Sequence[Token], left: int, first: int, last: int, right: int, lexicon: Lexicon
) -> str:
    """The matter named nearest to the number in its clause, behind it first; "" if none."""
    after = _matters_behind(tokens, last, right, lexicon)
    before = [lexicon.matters[t.lower] for t in tokens[left:first] if t.lower in lexicon.matters]
    if after and before and before[-1] != after[0]:
        # "killing 12 people in an attack on a hospital": the word that governs the number
        # stands right before it.
        near = [t.lower for t in tokens[max(left, first - 2) : first] if t.lower in lexicon.matters]
        return lexicon.matters[near[-1]] if near else after[0]
    return after[0] if after else (before[-1] if before else "")


def _matters_behind(tokens: Sequence[Token], last: int, right: int, lexicon: Lexicon) -> list[str]:
    """Matters from `last` on; one that only describes what is counted comes last.

    "Of the kidnapped girls, 21" were kidnapped, but "21 of the kidnapped girls were freed".
    """
    places = [place for place in range(last, right) if tokens[place].lower in lexicon.matters]
    if len(places) > 1 and places[0] + 1 < right:
        before = {token.lower for token in tokens[last : places[0]]}
        noun = tokens[places[0] + 1]
        describes = noun.is_word and noun.lower not in lexicon.function_words
        if describes and places[1] > places[0] + 1 and before <= _ARTICLES:
            places = [*places[1:], places[0]]
    return [lexicon.matters[tokens[place].lower] for place in places]


def find_near(
    tokens: Sequence[Token], left: int, first: int, last: int, right: int, lexicon: Lexicon
) -> frozenset[str]:
    """Stems of the last two content words before the number and the first two behind it."""
    before = [t for t in tokens[left:first] if _says_what(t, lexicon)]
    after = [t for t in tokens[last:right] if _says_what(t, lexicon)]
    return frozenset(stem(token.lower) for token in [*before[-2:], *after[:2]])


def _says_what(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word next to a number can say what it measures; another unit cannot."""
    return (
        token.is_word
        and token.lower not in lexicon.function_words
        and (token.lower,) not in lexicon.units
        and token.lower not in lexicon.scales
    )


def is_part(tokens: Sequence[Token], left: int, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the number counts a part or a rate: "including two", "five of the 20".

    "All 20 of the boats" counts the whole.
    """
    if first and tokens[first - 1].lower == "all":
        return False
    return bool(
        lexicon.part.length_before(tokens, first)
        or lexicon.part.length_at(tokens, last)
        or (
            left < first
            and lexicon.part.length_at(tokens, left)
            and tokens[left].lower not in _OF_TIME
        )
    )


def is_rest(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the number counts what is left beside another: "another 18", "nine others"."""
    return bool(
        lexicon.rest.length_before(tokens, first)
        or lexicon.rest.length_at(tokens, last)
        or lexicon.rest.length_at(tokens, last + 1)
    )
