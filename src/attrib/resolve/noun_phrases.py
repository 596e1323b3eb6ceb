"""One noun phrase taken apart: a person's name, a body's name, or a description."""

from __future__ import annotations

from dataclasses import replace

from attrib.resolve.bodies import read_body
from attrib.resolve.descriptions import read_description
from attrib.resolve.lexicon import Lexicon, phrase_key
from attrib.resolve.naming import Phrase, head_of, read_known
from attrib.resolve.people import read_person, with_tail
from attrib.resolve.phrases import (
    Opening,
    Words,
    phrase_ending,
    split_opening,
    split_owner,
    split_tail,
    text_of,
    trim,
)


def read_phrase(words: Words, text: str, lexicon: Lexicon) -> Phrase:
    """The phrase that `words`, cut from `text`, form; form "nothing" for no words at all."""
    words = trim(words)
    if not words:
        return Phrase("", "nothing")
    whole = read_known(words, text, lexicon)
    if whole:
        return whole
    opening, possessive, inner = split_opening(words, lexicon)
    if len(inner) > 2 and inner[0].text == "-":
        # "The 15-member council": what is left of a number and its noun. Only a person has years.
        opening = "none" if inner[1].lower == "year-old" else opening
        inner = inner[2:]
    inner = _lower_plural(inner, lexicon)
    owner, owned = split_owner(inner)
    if owner and owned and _owns(owner, owned, lexicon):
        phrase = _read_owned(owner, owned, inner, text, lexicon)
        if opening == "definite" and owner[0].text.islower() and phrase.affiliation:
            phrase = replace(phrase, affiliation=f"the {phrase.affiliation}")
    else:
        phrase = _read_plain(inner, text, lexicon, opening)
    if opening == "possessive" and possessive:
        phrase = replace(phrase, owner=possessive.lower)
    return replace(phrase, opening=opening)


def _lower_plural(words: Words, lexicon: Lexicon) -> Words:
    """The words, the first in lower case where only the start of a sentence gave it a capital."""
    first = words[0]
    alone = len(words) == 1
    if not alone and words[1].text.islower() and lexicon.has("resolve-openers", first.lower):
        return (replace(first, text=first.lower), *words[1:])
    # "Research conducted by ...": a participle follows no name.
    if not alone and first.lower in lexicon.nouns and words[1].lower.endswith(("ed", "ing")):
        return (replace(first, text=first.lower), *words[1:])
    single = lexicon.singular(first.lower)
    before_lower = not alone and not words[1].is_capitalised and single != first.lower
    listed = first.lower in lexicon.nouns or single in lexicon.nouns
    if alone and single == first.lower and single in lexicon.roles:
        return words
    if (alone or before_lower) and listed and first.text.istitle():
        known = read_known(words, "", lexicon)
        return words if known else (replace(first, text=first.lower), *words[1:])
    return words


def _owns(owner: Words, owned: Words, lexicon: Lexicon) -> bool:
    """Whether "X's Y" is the phrase itself, not part of what follows a preposition in it."""
    core, tail = split_tail(owner, lexicon)
    # "A spokesman for Peru's New Year's Eve Show" is no show of his.
    if tail and phrase_ending(core, len(core), lexicon.roles, lexicon):
        return False
    named = owner[-1].is_capitalised and owned[0].is_capitalised
    return not tail or (named and not head_of(owned, lexicon))


def _read_owned(owner: Words, owned: Words, inner: Words, text: str, lexicon: Lexicon) -> Phrase:
    """ "X's Y": a person or role of X, X's body, or a name with a possessive inside."""
    phrase = _read_plain(owned, text, lexicon, "none")
    holder = text_of(owner, text)
    if phrase.form == "name" and (phrase_key(phrase.name) in lexicon.outlets):
        return phrase
    if phrase.form == "name" and phrase.kind == "person":
        return replace(phrase, affiliation=phrase.affiliation or holder)
    if phrase.form == "name" and phrase.kind == "" and read_known(owner, text, lexicon):
        return replace(phrase, kind="person", affiliation=holder)
    is_body = phrase.kind in ("body", "outlet") and (
        phrase.form == "name" or owner[-1].is_capitalised
    )
    if is_body:
        own_name = owned[0].is_capitalised
        name = text_of(inner, text) if own_name else f"{holder} {text_of(owned, text)}"
        if phrase.form == "description" and phrase.tail:
            name = name.removesuffix(" " + phrase.tail)
        return Phrase(name, "name", "body", name, head=phrase.head)
    if phrase.form == "name" and phrase.kind == "":
        name = text_of(inner, text)
        return Phrase(name, "name", "", name, head=phrase.head)
    return replace(phrase, text=text_of(inner, text), affiliation=phrase.affiliation or holder)


def _read_plain(words: Words, text: str, lexicon: Lexicon, opening: Opening) -> Phrase:
    known = read_known(words, text, lexicon)
    if known:
        return known
    core, tail = split_tail(words, lexicon)
    plural = lexicon.singular(core[0].lower) != core[0].lower
    # "Many Londoners" are a crowd; "Londoners" alone may be anything.
    if opening == "fresh" and len(core) == 1 and core[0].is_capitalised and plural:
        return read_description(core, tail, text, lexicon)
    # "University of Ashby history professor" ends in the role, "head of the school" begins so.
    named = len(tail) > 2 and tail[0].lower == "of" and tail[1].is_capitalised
    ends = phrase_ending(words, len(words), lexicon.roles, lexicon) if named else None
    if ends and core[-1].is_capitalised and words[-1].text.islower():
        return read_description(words, (), text, lexicon)
    if _is_named_after_many(core, tail, lexicon):
        name = text_of(words, text)
        return Phrase(name, "name", "body", name)
    # "Leading Democrats" and "Peru's Whigs" are crowds, whatever stands before.
    if lexicon.has("crowd-names", core[-1].lower):
        return read_description(core, tail, text, lexicon)
    officer = read_person(words, text, lexicon, opening, linked=True)
    if officer:
        return officer
    person = read_person(core, text, lexicon, opening)
    if person and person.kind == "person":
        return with_tail(person, tail, text, lexicon)
    body = read_body(words, core, text, lexicon, opening)
    if person and not body:
        return with_tail(person, tail, text, lexicon)
    if body:
        return body
    return read_description(core, tail, text, lexicon)


def _is_named_after_many(core: Words, tail: Words, lexicon: Lexicon) -> bool:
    """Whether a body has the name of its members: "Dock Workers of Norland".

    "State Senators of Norland" are the senators, and "Residents of Norland" may be any.
    """
    last = core[-1].lower
    head = lexicon.singular(last)
    if len(core) < 2 or head == last or lexicon.has("crowd-names", last):
        return False
    if head not in lexicon.nouns or lexicon.roles.get(head) in ("NOF", "NSP"):
        return False
    named = all(word.is_word and word.is_capitalised for word in core)
    linked = len(tail) > 1 and tail[0].lower == "of" and tail[-1].is_capitalised
    return (
        named
        and linked
        and all(word.is_capitalised or lexicon.has("body-links", word.lower) for word in tail[1:])
    )
