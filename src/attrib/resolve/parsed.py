"""One mention of one: its name or description, its appositions and relative clauses."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from attrib.resolve.keys import form_of
from attrib.resolve.lexicon import Lexicon, key_of
from attrib.resolve.naming import Kind, Phrase, fold_in, gender_of
from attrib.resolve.noun_phrases import read_phrase
from attrib.resolve.people import with_tail
from attrib.resolve.phrases import Words, is_acronym, phrase_ending, split_parts, text_of
from attrib.tokens import Token

Pronoun = Literal["he", "she", "it", "they", "who", "first", "open", ""]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A mention taken apart.

    `members` are the named ones of "A, B and C"; `rest` says that others are meant besides.
    `relative` is the text of the relative clauses ("who was on board").
    """

    text: str
    phrase: Phrase
    pronoun: Pronoun = ""
    relative: str = ""
    members: tuple[Parsed, ...] = ()
    rest: bool = False
    form: str = ""
    """What the name is looked up by (`form_of`); "" where there is none."""


def parse_one(
    words: Words,
    text: str,
    lexicon: Lexicon,
    known: Collection[str] = (),
    *,
    speaks: bool = False,
) -> Parsed:
    parts = split_parts(words, lexicon)
    if parts.bracketed and all(lexicon.has("determiners", word.lower) for word in parts.main):
        # "The (Moss)": nothing but what the bracket holds is named.
        parts = replace(parts, main=parts.bracketed[0], bracketed=parts.bracketed[1:])
    phrase = read_phrase(parts.main, text, lexicon)
    if phrase.form == "description":
        phrase = _known_name(parts.main, known, text, lexicon) or phrase
    if phrase.kind == "body":
        phrase = _surname(parts.main, known, text, lexicon) or phrase
    if phrase.form == "description" and speaks:
        phrase = _capital_name(parts.main, text, lexicon) or phrase
    for piece in parts.bracketed:
        beside = bool(piece and parts.main) and piece[0].start - parts.main[-1].end <= 2
        acronym = len(piece) == 1 and is_acronym(piece[0], lexicon)
        if beside and acronym and phrase.kind in ("body", ""):
            phrase = replace(phrase, acronym=piece[0].text, kind="body")
    for piece in parts.others:
        if lexicon.has("companion-words", piece[0].lower):
            # "Moss, through a spokeswoman": she is another.
            continue
        phrase = _join_apposition(phrase, read_phrase(piece, text, lexicon))
    if phrase.form == "name" and phrase.kind in ("", "country") and parts.relatives:
        opener = parts.relatives[0][0].lower
        kinds: dict[str, Kind] = {"who": "person", "which": "body"}
        if phrase.kind == "":
            phrase = replace(phrase, kind=kinds.get(opener, ""))
        elif opener == "who":
            # "Paris, who joined in May" is somebody of that name.
            phrase = Phrase(phrase.text, "name", "person", phrase.text)
    return Parsed(
        text=without_article(words, text),
        phrase=phrase,
        relative="; ".join(text_of(piece, text) for piece in parts.relatives),
        form=form_of(phrase, lexicon),
    )


def _surname(words: Words, known: Collection[str], text: str, lexicon: Lexicon) -> Phrase | None:
    """One who is called by the surname, with a body behind: "Moss of the Rowing Club"."""
    if len(words) < 3 or words[1].lower != "of" or not words[0].is_capitalised:
        return None
    noun = lexicon.singular(words[0].lower)
    if key_of(words[:1]) not in known or words[0].lower in lexicon.nouns or noun in lexicon.nouns:
        return None
    name = text_of(words[:1], text)
    return with_tail(Phrase(name, "name", "", name), words[1:], text, lexicon)


def _known_name(words: Words, known: Collection[str], text: str, lexicon: Lexicon) -> Phrase | None:
    """The name that stands alone elsewhere in the article, with what describes it before it.

    "Singer", "a defensive Ashby", "68-year-old Moss": a common noun or an adjective only where
    nobody is called so.
    """
    for size in (3, 2):
        name, before = words[-size:], words[:-size]
        role = phrase_ending(before, len(before), lexicon.roles, lexicon) if before else None
        # "A spokesman for President Ida Moss" is not she; "a book by President Ida Moss" is.
        links = [word.lower for word in before if _links(word, lexicon)]
        if (
            role
            and links[-1:] in ([], ["by"], ["and"])
            and (key_of(name) in known or fold_in(name[0], "given-names", lexicon))
        ):
            person = read_phrase(words[role[0] :], text, lexicon)
            if person.form == "name" and person.kind == "person":
                return person
    before = words[:-1]
    if not words or key_of(words[-1:]) not in known or not words[-1].is_capitalised:
        return None
    if is_acronym(words[-1], lexicon) and any("-" in word.text for word in before):
        return None
    marked = any(word.text in ("'s", "’s") or word.lower in lexicon.nouns for word in before)
    linked = any(
        word.is_capitalised if place else lexicon.has("prepositions", word.lower)
        for place, word in enumerate(before)
    )
    told = [word for word in before if word.is_word and word.lower not in _DEGREES]
    if len(told) > 2 or marked or linked:
        return None
    name_alone = text_of(words[-1:], text)
    gender = gender_of(before, lexicon)
    return Phrase(name_alone, "name", "person" if gender else "", name_alone, gender=gender)


_DEGREES = frozenset({"more", "less", "most", "least", "far", "ever", "once", "still", "very"})
"""Words to an adjective before a name: "the far more moderate Moss"."""


def _links(word: Token, lexicon: Lexicon) -> bool:
    return word.lower == "and" or lexicon.has("prepositions", word.lower)


def _capital_name(words: Words, text: str, lexicon: Lexicon) -> Phrase | None:
    """The name that words in capitals throughout are: "America Rising", "Northern Riverland"."""
    bare = words[1:] if words and words[0].lower == "the" else words
    if not bare or not all(word.is_word and word.is_capitalised for word in bare):
        return None
    last = bare[-1].lower
    if len(bare) == 1:
        if not lexicon.has("places", last):
            return None
    elif (
        len(bare) > 4
        or last in lexicon.nouns
        or lexicon.singular(last) in lexicon.nouns
        or lexicon.has("resolve-openers", bare[0].lower)
    ):
        return None
    name = text_of(bare, text)
    return Phrase(name, "name", "body", name)


def _join_apposition(phrase: Phrase, beside: Phrase) -> Phrase:
    """`phrase` with what an apposition adds: a role, or the name to a role."""
    if phrase.form == "description" and beside.form == "name" and beside.kind in ("person", ""):
        if phrase.kind not in ("person", ""):
            return phrase
        return replace(
            beside,
            kind="person",
            role=phrase.role or beside.role,
            head=phrase.head,
            role_class=phrase.role_class or beside.role_class,
            affiliation=phrase.affiliation or beside.affiliation,
            gender=beside.gender or phrase.gender,
        )
    if phrase.form != "name" or beside.form != "description":
        return phrase
    # A rank or title tells less than what stands beside it: "Capt. Ida Moss, a port spokeswoman".
    open_role = not phrase.role or bool(phrase.title) or phrase.role_class == "NPA"
    if open_role and beside.kind == "person" and beside.role and phrase.kind in ("person", ""):
        return replace(
            phrase,
            kind="person",
            role=beside.role,
            head=beside.head,
            role_class=beside.role_class,
            affiliation=beside.affiliation or phrase.affiliation,
            owner=beside.owner,
            gender=phrase.gender or beside.gender,
        )
    if beside.kind == "body" and phrase.kind == "":
        return replace(phrase, kind="body", head=beside.head)
    if beside.kind == "body" and phrase.kind in ("body", "outlet"):
        return replace(phrase, also=beside.head)
    return phrase


def without_article(words: Words, text: str) -> str:
    """The mention without the article that opens it."""
    if len(words) > 1 and words[0].lower in ("the", "a", "an"):
        words = words[1:]
    return text_of(words, text)
