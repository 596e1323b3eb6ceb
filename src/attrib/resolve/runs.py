"""Runs of capitalised words that form one name each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from attrib.resolve.clauses import MARKS_BEFORE_NAME
from attrib.resolve.lexicon import Lexicon, fold, key_of
from attrib.resolve.phrases import Words, is_ordinal, phrase_ending
from attrib.tokens import tokenise


def find_runs(
    tokens: Words, lexicon: Lexicon, lower: frozenset[str], capital: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Half-open ranges of tokens that form one name each."""
    place = 0
    while place < len(tokens):
        if not _begins_name(tokens, place, lexicon, lower, capital):
            place += 1
            continue
        end = place + 1
        while (step := _continues(tokens, place, end, lexicon)) > 0:
            end += step
        yield place, end
        place = max(end, place + 1)


def lower_words(text: str) -> frozenset[str]:
    """Words that also stand in lower case: at a sentence start they are no names."""
    return frozenset(word for word in text.split() if word.isalpha() and word.islower())


def inner_capitals(text: str) -> frozenset[str]:
    """Words that stand capitalised behind a word in lower case: those are names."""
    words = text.split()
    return frozenset(
        tokenise(word)[0].lower
        for before, word in pairwise(words)
        if word[0].isupper() and before[-1].islower()
    )


def _begins_name(
    tokens: Words,
    place: int,
    lexicon: Lexicon,
    lower: frozenset[str],
    capital: frozenset[str],
) -> bool:
    token = tokens[place]
    if is_ordinal(token):
        dated = place and lexicon.has("time-words", tokens[place - 1].lower)
        if dated or place + 1 == len(tokens):
            return False
        name = tokens[place + 1]
        return name.is_word and name.is_capitalised and not lexicon.has("time-words", name.lower)
    if not token.is_word or not token.is_capitalised or token.text == "I":
        return False
    # After a mark that opens a sentence or a quotation a capital is no sign of a name.
    initial = place == 0 or tokens[place - 1].text in MARKS_BEFORE_NAME
    if not initial:
        return not lexicon.has("time-words", token.lower)
    abbreviated = place + 1 < len(tokens) and tokens[place + 1].text == "."
    if abbreviated and fold(token.text) in lexicon.titles:
        return True
    if lexicon.has("resolve-openers", token.lower):
        named = place + 1 < len(tokens) and tokens[place + 1].is_capitalised
        if named and lexicon.has("given-names", token.lower):
            return True
        return any(_is_known(tokens[place : place + size], lexicon) for size in (2, 3))
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is not None and following.is_word and following.is_capitalised:
        # "Added Ashby: ..." and "Leaving Ashby" open with a verb.
        if token.lower.endswith(("ed", "ing")) and token.lower not in capital:
            return lexicon.has("given-names", token.lower)
        if token.lower in lower and token.lower not in lexicon.titles:
            return _is_role(tokens, place, lexicon)
        return True
    # Alone at the start of a sentence a capital tells nothing; elsewhere in the article it does.
    known = _is_known((token,), lexicon)
    return (known or token.lower in capital) and not lexicon.has("time-words", token.lower)


def _is_role(tokens: Words, place: int, lexicon: Lexicon) -> bool:
    """Whether a role stands at `place`, and a name behind it: "Senator Ida Moss"."""
    for size in (1, 2, 3):
        words, following = tokens[place : place + size], tokens[place + size : place + size + 1]
        capital = all(word.is_word and word.is_capitalised for word in (*words, *following))
        if following and capital and key_of(words) in lexicon.roles:
            return not lexicon.has("time-words", following[0].lower)
    return False


def _is_known(words: Words, lexicon: Lexicon) -> bool:
    key = key_of(words)
    tables = (
        lexicon.countries,
        lexicon.bodies,
        lexicon.outlets,
        lexicon.terms("places"),
    )
    return all(word.is_capitalised for word in words) and any(key in table for table in tables)


def _continues(tokens: Words, start: int, end: int, lexicon: Lexicon) -> int:
    """How many tokens from `end` on belong to the name that begins at `start`; 0 for none."""
    if end >= len(tokens):
        return 0
    token, before = tokens[end], tokens[end - 1]
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    if token.is_word and token.is_capitalised:
        return 0 if lexicon.has("time-words", token.lower) else 1
    if following is None or not (following.is_word and following.is_capitalised):
        return 0
    if token.text == "." and token.start == before.end:
        short = len(before.text) == 1 or fold(before.text) in lexicon.titles
        return 2 if short else 0
    if token.text == "&":
        return 2
    plural = token.text in ("'", "’") and before.lower.endswith("s") and token.start == before.end
    if plural or token.text in ("'s", "’s"):
        # "Farmers' Union" is one name, "Ashby's Union" too; "Ashby's Jane Roe" is not.
        noun = lexicon.singular(following.lower)
        return 2 if _is_body_noun(noun, lexicon) else 0
    # "y" and "e" join two surnames in Spanish and Portuguese, and two names in a list.
    if lexicon.has("name-particles", token.lower) and token.lower not in ("y", "e"):
        return 2
    dated = lexicon.has("time-words", following.lower)
    if token.lower in ("of", "for", "on") and not dated and _opens_body(tokens[start:end], lexicon):
        return 2
    return 0


def _opens_body(words: Words, lexicon: Lexicon) -> bool:
    heads = lexicon.terms("organisation-heads")
    state = lexicon.terms("state-bodies")
    plain = tuple(word for word in words if word.text != ".")
    if phrase_ending(plain, len(plain), lexicon.roles, lexicon, exact=True):
        return True
    return any(phrase_ending(plain, len(plain), table, lexicon) for table in (heads, state))


def _is_body_noun(noun: str, lexicon: Lexicon) -> bool:
    return any(lexicon.has(name, noun) for name in ("state-bodies", "organisation-heads"))
