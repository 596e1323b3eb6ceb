"""Names and content words: what two texts are compared by besides their vectors."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.compare.lexicon import Lexicon
from attrib.compare.stems import stem
from attrib.tokens import Token

_SENTENCE_ENDS = frozenset(".!?:“\"‘'—–")


def content_stems(tokens: Sequence[Token], lexicon: Lexicon) -> frozenset[str]:
    """Stems of the words that carry matter: no function words, no marks, no bare numbers."""
    return frozenset(
        stem(token.lower)
        for token in tokens
        if token.is_word
        and token.lower not in lexicon.function_words
        and token.lower not in lexicon.negators
        and token.lower != "'s"
    )


def is_sentence_start(tokens: Sequence[Token], place: int) -> bool:
    """Whether the token stands where any word would be capitalised."""
    return place == 0 or tokens[place - 1].text in _SENTENCE_ENDS


def is_name(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether the token is, or belongs to, a proper name.

    A capital at the start of a sentence counts only when the next word has one too.
    """
    token = tokens[place]
    if not token.is_word or not any(letter.isupper() for letter in token.text):
        return False
    if token.lower in lexicon.function_words | lexicon.months | lexicon.weekdays:
        return False
    if not is_sentence_start(tokens, place) or _follows_title(tokens, place, lexicon):
        return True
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return following is not None and following.is_word and following.is_capitalised


def _follows_title(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether the stop before the token is that of a title or an initial: "Mr. Moss"."""
    if place < 2 or tokens[place - 1].text != ".":
        return False
    before = tokens[place - 2]
    return before.lower in lexicon.title_words or (len(before.text) == 1 and before.is_capitalised)


def find_names(tokens: Sequence[Token], lexicon: Lexicon) -> frozenset[str]:
    """Stems of all words of proper names."""
    return frozenset(
        stem(token.lower) for place, token in enumerate(tokens) if is_name(tokens, place, lexicon)
    )


def find_capitalised(tokens: Sequence[Token]) -> frozenset[str]:
    """Stems of all words with a capital, also those that only begin a sentence."""
    return frozenset(
        stem(token.lower) for token in tokens if token.is_word and token.is_capitalised
    )
