"""The shape of a person's name: which words may be one, and what of them is no part of it."""

from __future__ import annotations

from attrib.resolve.lexicon import Lexicon, key_of
from attrib.resolve.naming import fold_in, is_surname_head
from attrib.resolve.phrases import Words, is_acronym, text_of
from attrib.tokens import Token


def is_personal(words: Words, lexicon: Lexicon) -> bool:
    """Whether words have the shape of a personal name: one to five, capitalised or particles."""
    if not 1 <= len(words) <= 5 or not (
        words[-1].text[0].isupper() or words[-1].lower.startswith(("al-", "el-"))
    ):
        return False
    for place, word in enumerate(words):
        if lexicon.has("modifier-endings", word.lower.rpartition("-")[2]) and "-" in word.text:
            return False
        inside = 0 < place < len(words) - 1 or (place == 0 and len(words) > 1)
        if not word.is_word or not (
            word.is_capitalised
            or (inside and lexicon.has("name-particles", word.lower))
            or word.lower.startswith(("al-", "el-"))
        ):
            return False
    last = words[-1]
    # What is left of an account's name: "S_AND_YY".
    if len(words) == 1 and len(last.text) == 1:
        return False
    # A transcript writes its speakers in capitals throughout.
    shouted = len(words) > 1 and all(word.text.isupper() for word in words)
    named = shouted and fold_in(words[0], "given-names", lexicon)
    if words[0].lower in lexicon.titles or (is_acronym(last, lexicon) and not named):
        return False
    key = key_of(words)
    if any(key in table for table in (lexicon.countries, lexicon.bodies, lexicon.adjectives)):
        return False
    if lexicon.has("places", key) or key in lexicon.outlets or key in lexicon.titles:
        return False
    given = fold_in(words[0], "given-names", lexicon)
    opener = lexicon.has("resolve-openers", words[0].lower) and not given
    if opener or lexicon.has("time-words", last.lower):
        return False
    if lexicon.has("name-adjectives", words[0].lower) and not given:
        return False
    if last.lower in lexicon.roles and not given:
        return False
    if len(words) > 1 and key_of(words[:1]) in lexicon.countries and not given:
        return False
    # "IDA Moss" in a headline is no acronym.
    loud = given and words[0].text.isupper()
    initials = words[1:] if len(words) > 1 and (is_initial(words[0]) or loud) else words
    if shouted:
        initials = () if named else words
    if any(len(word.text) > 2 and is_acronym(word, lexicon) for word in initials):
        return False
    surname = len(words) == 2 and is_surname_head(words[1], lexicon)
    return not any(_names_body(word, lexicon) for word in (words[:1] if surname else words))


def _names_body(word: Token, lexicon: Lexicon) -> bool:
    forms = (word.lower, lexicon.singular(word.lower))
    return any(
        lexicon.has(name, form) for name in ("organisation-heads", "state-bodies") for form in forms
    )


def personal_name(words: Words, text: str, lexicon: Lexicon) -> str:
    end = len(words)
    while end > 1 and lexicon.has("name-suffixes", words[end - 1].lower):
        end -= 1
    return text_of(words[:end], text)


def is_initial(word: Token) -> bool:
    letters = word.text.replace(".", "")
    return letters.isupper() and (len(letters) == 1 or "." in word.text)
