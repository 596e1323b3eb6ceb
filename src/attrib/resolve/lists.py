"""A mention of several: "A, B and C", "A and her campaign", "officials including A"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from attrib.resolve.edges import without_adverbs
from attrib.resolve.lexicon import Lexicon, fold, key_of, words_of
from attrib.resolve.naming import Phrase, read_known
from attrib.resolve.noun_phrases import read_phrase
from attrib.resolve.parsed import Parsed, parse_one, without_article
from attrib.resolve.phrases import Words, text_of, trim, without_brackets


def parse_list(words: Words, text: str, lexicon: Lexicon, known: Collection[str]) -> Parsed | None:
    """The members of "A, B and C" or "A and other states", or None when it is no list."""
    plain = _with_and(without_brackets(words)[0])
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
    shown = without_article(trim(plain[:cut]), text)
    return Parsed(shown, Phrase(shown, "list", "group", plural=True), "", "", members, rest)


def parse_pair(
    name: str, words: Words, text: str, lexicon: Lexicon, known: Collection[str]
) -> Parsed | None:
    """Two persons whose names are no plain list: "Ida Moss and her husband, Bo Ashby".

    `name` is the one that alone would be taken; the other stands right before "and".
    """
    plain = without_brackets(words)[0]
    for place, word in enumerate(plain):
        if not 0 < place < len(plain) - 1 or word.lower != "and":
            continue
        pair = [
            parse_one(part, text, lexicon, known) for part in (plain[:place], plain[place + 1 :])
        ]
        first, second = (one.phrase.name for one in pair)
        beside = bool(first) and text_of(plain[:place], text).endswith(first) and second == name
        if beside and all(_is_person(one, known) for one in pair):
            shown = without_article(trim(plain), text)
            return Parsed(
                shown, Phrase(shown, "list", "group", plural=True), "", "", tuple(pair), False
            )
    return None


def _is_person(one: Parsed, known: Collection[str]) -> bool:
    name = one.phrase.name
    surname = one.phrase.kind == "" and " " not in name and fold(name) in known
    told = one.phrase.kind == "person" or surname
    return one.phrase.form == "name" and told and " and " not in one.phrase.role


def parse_examples(
    words: Words, text: str, lexicon: Lexicon, known: Collection[str]
) -> Parsed | None:
    """The members named in "officials including A and B"; the rest of them go unnamed."""
    plain, _ = without_brackets(words)
    for place in range(1, len(plain) - 1):
        size = next(
            (
                size
                for size in (2, 1)
                if lexicon.has(
                    "example-words", " ".join(word.lower for word in plain[place : place + size])
                )
            ),
            0,
        )
        if not size:
            continue
        crowd = read_phrase(trim(plain[:place]), text, lexicon)
        named = trim(plain[place + size :])
        plural = crowd.plural or _ends_in_plural(plain[:place], lexicon)
        if not plural or crowd.form != "description" or not named:
            continue
        listed = split_list(named, text, lexicon, known)
        one = parse_one(named, text, lexicon, known)
        members = listed[0] if listed else (one,) if one.phrase.form == "name" else ()
        if members:
            shown = without_article(trim(plain), text)
            return Parsed(shown, Phrase(shown, "list", "group", plural=True), "", "", members, True)
    return None


def _ends_in_plural(crowd: Words, lexicon: Lexicon) -> bool:
    """Whether the last word heads the others and looks like a plural: "public figures".

    "Ida Moss, the maker of films" are no films.
    """
    plain = all(word.is_word and not lexicon.has("prepositions", word.lower) for word in crowd)
    return plain and crowd[-1].lower.endswith("s")


def split_list(
    words: Words, text: str, lexicon: Lexicon, known: Collection[str]
) -> tuple[tuple[Parsed, ...], bool] | None:
    """The named members of a list and whether others are meant; None when it is no list."""
    members: list[Words] = []
    rest = False
    owned: Parsed | None = None
    apposed = headed = False
    pieces = _pieces(words)
    ends_open = len(pieces) > 1 and _is_rest(pieces[-1][1], lexicon)
    for number, (separator, words_between) in enumerate(pieces):
        piece = without_adverbs(words_between, lexicon)
        if number == 0:
            piece = _without_plural(piece, lexicon)
        phrase = read_phrase(piece, text, lexicon)
        if rest:
            return None
        last = number == len(pieces) - 1 and separator == "and"
        if members and last and phrase.opening == "possessive" and phrase.owner:
            owned = _owned_by(members[-1], piece, text, lexicon)
            rest = owned is None
        elif members and (_is_rest(piece, lexicon) or (last and _is_crowd(phrase, piece))):
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
    parsed = [parse_one(piece, text, lexicon, known) for piece in members]
    parsed += [owned] if owned else []
    if len(parsed) < 2 and (headed or not (parsed and rest)):
        return None
    return tuple(parsed), rest


def _with_and(words: Words) -> Words:
    """The words with "as well as" put as the "and" that it stands for, "both" left out."""
    if len(words) > 3 and words[0].lower == "both":
        words = words[1:]
    for place in range(1, len(words) - 3):
        if [word.lower for word in words[place : place + 3]] == ["as", "well", "as"]:
            joined = replace(words[place], text="and", lower="and", end=words[place + 2].end)
            before = place - 1 if words[place - 1].text == "," else place
            return (*words[:before], joined, *words[place + 3 :])
    return words


def _without_plural(piece: Words, lexicon: Lexicon) -> Words:
    """The name behind what all of a list are: "senators Ida Moss" and another."""
    start = next(
        (place for place in range(len(piece), 0, -1) if not piece[place - 1].is_capitalised), 0
    )
    noun = piece[start - 1].lower if 0 < start < len(piece) else ""
    plural = noun and lexicon.singular(noun) != noun
    return piece[start:] if plural else piece


def _owned_by(owner: Words, piece: Words, text: str, lexicon: Lexicon) -> Parsed | None:
    """The body that "her campaign" is behind its owner's name: "Ashby's campaign"."""
    name = read_phrase(owner, text, lexicon).name
    composed = f"{name}'s {text_of(piece[1:], text)}"
    parsed = parse_one(words_of(composed), composed, lexicon)
    return parsed if parsed.phrase.form == "name" and parsed.phrase.kind == "body" else None


def _is_crowd(phrase: Phrase, piece: Words) -> bool:
    """Whether the last of a list is several without a name: "national Democrats"."""
    named = any(word.is_capitalised for word in piece[:-1])
    return phrase.form == "description" and phrase.plural and not named


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
    return any(lexicon.has("unnamed-rest", word.lower) for word in piece[:5])


def _stands_alone(phrase: Phrase, piece: Words, lexicon: Lexicon, known: Collection[str]) -> bool:
    if phrase.form != "name":
        return False
    key = key_of(piece[1:] if piece[0].lower == "the" else piece)
    if lexicon.has("name-adjectives", piece[-1].lower):
        return False
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
