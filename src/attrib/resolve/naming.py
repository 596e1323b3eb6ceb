"""What a phrase says of whom it stands for, and the names that the rules know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from attrib.records import SourceClass
from attrib.resolve.lexicon import Lexicon, key_of
from attrib.resolve.phrases import Opening, Words, phrase_ending, text_of
from attrib.tokens import Token

Form = Literal["name", "description", "pronoun", "list", "nothing"]
Kind = Literal["person", "body", "country", "outlet", "document", "dataset", "account", "group", ""]
Gender = Literal["m", "f", ""]


@dataclass(frozen=True, slots=True)
class Phrase:
    """What one phrase says of whom it stands for.

    `name` is the proper name alone, "" in a description; `head` the last noun, as it is looked
    up ("official"); `role` the words of a role as written; `affiliation` the words for whom the
    role is held. `kind` is "" where the words alone do not tell a person from a body.
    """

    text: str
    form: Form
    kind: Kind = ""
    name: str = ""
    head: str = ""
    role: str = ""
    role_class: SourceClass | None = None
    title: str = ""
    affiliation: str = ""
    owner: str = ""
    opening: Opening = "none"
    plural: bool = False
    gender: Gender = ""
    tail: str = ""
    acronym: str = ""
    also: str = ""
    """What an apposition calls a body besides the last noun of its name."""


_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:com|org|net|tv|news|info|co\.[a-z]{2}|com\.[a-z]{2})")
"""An outlet called by its address: "Ashby.com"."""
_UNCASED = 3
"""Words from which a name without a capital is an outlet's: "news agency dpa"."""


def read_known(words: Words, text: str, lexicon: Lexicon) -> Phrase | None:
    """A country, outlet or body that the rules know by name."""
    bare = words[1:] if words[0].lower == "the" and len(words) > 1 else words
    opening: Opening = "definite" if bare is not words else "none"
    shown = text_of(bare, text)
    if _DOMAIN.fullmatch(shown):
        return Phrase(shown, "name", "outlet", shown)
    is_cased = bare[0].is_capitalised or bare[0].text[:2] in ("al", "iP")
    if not is_cased and len(bare) < _UNCASED:
        return None
    key = key_of(bare)
    if not is_cased and key not in lexicon.outlets:
        return None
    tables: tuple[tuple[Mapping[str, str], Kind], ...] = (
        (lexicon.countries, "country"),
        (lexicon.bodies, "body"),
        (lexicon.outlets, "outlet"),
    )
    for table, kind in tables:
        if key in table:
            return Phrase(
                shown, "name", kind, table[key], opening=opening, head=head_of(bare, lexicon)
            )
    return None


def head_of(words: Words, lexicon: Lexicon) -> str:
    """The word for a body with which `words` end, or that they hold; "" for none."""
    for end in range(len(words), 0, -1):
        for name in ("state-bodies", "organisation-heads"):
            found = phrase_ending(words, end, lexicon.terms(name), lexicon)
            if found:
                return found[1]
    return ""


def gender_of(words: Words, lexicon: Lexicon) -> Gender:
    for word in reversed(words):
        single = lexicon.singular(word.lower)
        for form in (word.lower, single):
            if lexicon.has("titles-masculine", form) or lexicon.has("gender-masculine", form):
                return "m"
            if lexicon.has("titles-feminine", form) or lexicon.has("gender-feminine", form):
                return "f"
    return ""


def with_past(role: str, words: Words, lexicon: Lexicon) -> str:
    """A role with the word among `words` that says it is held no longer: "former minister"."""
    past = next((word.lower for word in words if lexicon.has("assess-former", word.lower)), "")
    return f"{past} {role}" if role and past and past not in role.lower().split() else role


def fold_in(word: Token, name: str, lexicon: Lexicon) -> bool:
    """Whether a word, or its part before a hyphen, stands in the list `name`."""
    return lexicon.has(name, word.lower) or lexicon.has(name, word.lower.split("-")[0])


def is_surname_head(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word for a body is as often a surname: "Ida Hall"."""
    return lexicon.has("surname-heads", word.lower)


def holder_in(tail: Words, lexicon: Lexicon) -> Words:
    """Whom a role is held for: the first body or person named after a role's preposition.

    "executive for policy for the Rowing Club": the Rowing Club, since "policy" names nobody.
    """
    place = 0
    while place < len(tail) - 1:
        if not lexicon.has("affiliation-links", tail[place].lower):
            place += 1
            continue
        start = end = place + 1
        while end < len(tail) and not _ends_holder(tail, end, lexicon):
            end += 1
        chunk = tail[start:end]
        if any(word.is_capitalised for word in chunk) or (
            chunk
            and lexicon.has("definite-words", chunk[0].lower)
            and any(lexicon.singular(word.lower) in lexicon.nouns for word in chunk)
        ):
            return chunk
        place = end
    return ()


def _ends_holder(tail: Words, place: int, lexicon: Lexicon) -> bool:
    word = tail[place]
    if not word.is_word and word.text not in ("'s", "’s", "&", "'", "’"):
        return True
    if word.is_capitalised or place + 1 >= len(tail):
        return False
    inside_name = tail[place - 1].is_capitalised and (
        tail[place + 1].is_capitalised or tail[place + 1].lower == "the"
    )
    if lexicon.has("body-links", word.lower) and word.lower not in ("the", "to"):
        return not inside_name
    return lexicon.has("prepositions", word.lower) or word.lower in ("who", "which", "that")
