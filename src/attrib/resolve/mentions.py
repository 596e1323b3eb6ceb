"""A mention taken apart: its name or description, its appositions, its members."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from attrib.resolve.keys import form_of
from attrib.resolve.lexicon import Lexicon, key_of, words_of
from attrib.resolve.naming import Kind, Phrase, read_known
from attrib.resolve.noun_phrases import read_phrase
from attrib.resolve.phrases import Words, is_acronym, split_parts, text_of, trim, without_brackets

Pronoun = Literal["he", "she", "it", "they", "who", "first", "open", ""]

_PRONOUN_LISTS: tuple[tuple[str, Pronoun], ...] = (
    ("pronouns-he", "he"),
    ("pronouns-she", "she"),
    ("pronouns-it", "it"),
    ("pronouns-they", "they"),
    ("pronouns-who", "who"),
    ("pronouns-first", "first"),
    ("pronouns-open", "open"),
)


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


def parse_mention(text: str, lexicon: Lexicon, known: Collection[str] = ()) -> Parsed:
    """Take the words of a mention apart.

    `known` are look-up keys of names that stand alone elsewhere in the article: they tell
    "Ashby and Moss", two people, from a firm of that name.
    """
    words = trim(words_of(text))
    pronoun = _pronoun(words, lexicon)
    if pronoun:
        return Parsed(text_of(words, text), Phrase(words[0].lower, "pronoun"), pronoun)
    # Extraction may leave an adverb of the verb at the edge of the mention.
    words = _without_adverbs(words, lexicon)
    listed = _parse_list(words, text, lexicon, known)
    return listed or _parse_one(words, text, lexicon)


def _pronoun(words: Words, lexicon: Lexicon) -> Pronoun:
    """Which pronoun a mention is, adverbs behind it apart; "" for none."""
    if not words or (len(words[0].text) == 2 and words[0].text.isupper()):
        return ""
    rest = words[1:]
    if any(not _is_adverb(word.lower, lexicon) for word in rest):
        key = " ".join(word.lower for word in words)
        return next((kind for name, kind in _PRONOUN_LISTS if lexicon.has(name, key)), "")
    first = words[0].lower
    return next((kind for name, kind in _PRONOUN_LISTS if lexicon.has(name, first)), "")


def _without_adverbs(words: Words, lexicon: Lexicon) -> Words:
    """The words without adverbs at either end: "Initially the firm", "Ashby originally"."""
    start, end = 0, len(words)
    while end > 1 and words[end - 1].text.islower() and _is_adverb(words[end - 1].lower, lexicon):
        end -= 1
    while start < end - 1 and words[start].lower.endswith("ly") and len(words[start].lower) > 5:
        if not (words[start + 1].lower == "the" or words[start + 1].is_capitalised):
            break
        start += 1
    return words[start:end]


def _is_adverb(word: str, lexicon: Lexicon) -> bool:
    listed = lexicon.has("adverbs", word) or lexicon.has("postposed-words", word)
    return listed or (
        word.endswith("ly") and len(word) > 4 and not lexicon.has("not-adverbs", word)
    )


def _parse_one(words: Words, text: str, lexicon: Lexicon) -> Parsed:
    parts = split_parts(words, lexicon)
    phrase = read_phrase(parts.main, text, lexicon)
    for piece in parts.bracketed:
        beside = bool(piece and parts.main) and piece[0].start - parts.main[-1].end <= 2
        acronym = len(piece) == 1 and is_acronym(piece[0], lexicon)
        if beside and acronym and phrase.kind in ("body", ""):
            phrase = replace(phrase, acronym=piece[0].text, kind="body")
    for piece in parts.others:
        phrase = _join_apposition(phrase, read_phrase(piece, text, lexicon))
    if phrase.form == "name" and phrase.kind == "" and parts.relatives:
        opener = parts.relatives[0][0].lower
        kinds: dict[str, Kind] = {"who": "person", "which": "body"}
        phrase = replace(phrase, kind=kinds.get(opener, phrase.kind))
    return Parsed(
        text=_without_article(words, text),
        phrase=phrase,
        relative="; ".join(text_of(piece, text) for piece in parts.relatives),
        form=form_of(phrase, lexicon),
    )


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
    open_role = not phrase.role or bool(phrase.title)
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


def _without_article(words: Words, text: str) -> str:
    """The mention without the article that opens it."""
    if len(words) > 1 and words[0].lower in ("the", "a", "an"):
        words = words[1:]
    return text_of(words, text)


# Lists -------------------------------------------------------------------------------------


def _parse_list(words: Words, text: str, lexicon: Lexicon, known: Collection[str]) -> Parsed | None:
    """The members of "A, B and C" or "A and other states", or None when it is no list."""
    plain, _ = without_brackets(words)
    if not any(word.lower == "and" for word in plain):
        return None
    if read_known(words, text, lexicon):
        return None
    cut = next(
        (
            place
            for place, word in enumerate(plain)
            if place and word.text.islower() and lexicon.has("relatives", word.lower)
        ),
        len(plain),
    )
    listed = split_list(plain[:cut], text, lexicon, known)
    if listed is None:
        return None
    members, rest = listed
    shown = _without_article(trim(plain[:cut]), text)
    return Parsed(shown, Phrase(shown, "list", "group", plural=True), "", "", members, rest)


def split_list(
    words: Words, text: str, lexicon: Lexicon, known: Collection[str]
) -> tuple[tuple[Parsed, ...], bool] | None:
    """The named members of a list and whether others are meant; None when it is no list."""
    members: list[Words] = []
    rest = False
    apposed = headed = False
    pieces = _pieces(words)
    ends_open = len(pieces) > 1 and _is_rest(pieces[-1][1], lexicon)
    for separator, piece in pieces:
        phrase = read_phrase(piece, text, lexicon)
        if rest:
            return None
        if members and _is_rest(piece, lexicon):
            rest = True
        elif _stands_alone(phrase, piece, lexicon, known) or (
            not members and phrase.form == "name" and ends_open
        ):
            if not (apposed and separator == "and"):
                if members and _continues_name(members[-1], piece, separator, lexicon):
                    return None
                members.append(piece)
                apposed = False
        elif not members:
            # "Three of the candidates, A, B and C": the list says who they are.
            if headed or not phrase.plural:
                return None
            headed = True
        elif separator == ",":
            apposed = True
        elif not apposed:
            return None
    if len(members) < 2 and (headed or not (members and rest)):
        return None
    return tuple(_parse_one(piece, text, lexicon) for piece in members), rest


def _pieces(words: Words) -> list[tuple[str, Words]]:
    """The stretches between commas and "and", each with the separator before it."""
    pieces: list[tuple[str, Words]] = []
    start, separator = 0, ""
    for place, word in enumerate((*words, None)):
        if word is not None and word.lower not in (",", "and"):
            continue
        piece = trim(words[start:place])
        if piece:
            pieces.append((separator, piece))
            separator = ""
        if word is not None:
            separator = "," if "," in (separator, word.text) else "and"
        start = place + 1
    return pieces


def _is_rest(piece: Words, lexicon: Lexicon) -> bool:
    return any(lexicon.has("unnamed-rest", word.lower) for word in piece[:3])


def _stands_alone(phrase: Phrase, piece: Words, lexicon: Lexicon, known: Collection[str]) -> bool:
    if phrase.form != "name":
        return False
    key = key_of(piece[1:] if piece[0].lower == "the" else piece)
    if phrase.kind == "":
        return 1 < len(piece) < 4 or key in known
    guessed = phrase.kind == "body" and not phrase.head and not phrase.acronym
    return not guessed or key in lexicon.bodies or key in known


def _continues_name(before: Words, piece: Words, separator: str, lexicon: Lexicon) -> bool:
    """Whether "and" joins words of one name: "Department of Health and Social Care"."""
    if separator != "and" or not piece[0].is_capitalised:
        return False
    open_ended = any(word.text in ("of", "for", "on") for word in before)
    key = key_of(piece)
    stands = key in lexicon.countries or key in lexicon.bodies or key in lexicon.outlets
    return open_ended and not stands and not any(w.text in ("of", "for") for w in piece)
