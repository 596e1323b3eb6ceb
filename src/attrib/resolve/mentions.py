"""A mention taken apart: its name or description, its appositions, its members."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from attrib.resolve.keys import form_of
from attrib.resolve.lexicon import Lexicon, key_of, words_of
from attrib.resolve.naming import Kind, Phrase, fold_in, gender_of, read_known
from attrib.resolve.noun_phrases import read_phrase
from attrib.resolve.phrases import Words, is_acronym, phrase_ending, split_parts, text_of, trim, without_brackets

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


def parse_mention(
    text: str, lexicon: Lexicon, known: Collection[str] = (), *, speaks: bool = False
) -> Parsed:
    """Take the words of a mention apart.

    Of who `speaks`, words in capitals throughout are a name, whatever they are.
    `known` are look-up keys of names that stand alone elsewhere in the article: they tell
    "Ashby and Moss", two people, from a firm of that name.
    """
    words = trim(words_of(text))
    pronoun = _pronoun(words, lexicon)
    if pronoun:
        return Parsed(text_of(words, text), Phrase(words[0].lower, "pronoun"), pronoun)
    # Extraction may leave an adverb of the verb at the edge of the mention.
    words = _without_time(_without_adverbs(words, lexicon), lexicon)
    listed = _parse_examples(words, text, lexicon, known)
    listed = listed or _parse_list(words, text, lexicon, known)
    return listed or _parse_one(words, text, lexicon, known, speaks=speaks)


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


def _without_time(words: Words, lexicon: Lexicon) -> Words:
    """The words without what tells the day behind them: "the Supreme Court this month"."""
    end = len(words)
    if end > 1 and not lexicon.has("names-of-months", words[end - 1].lower):
        while end > 1 and lexicon.has("time-words", words[end - 1].lower):
            end -= 1
    if 1 < end < len(words) and lexicon.has("before-time", words[end - 1].lower):
        end -= 1
    # "Ruby Tuesday" and "Ashby Evening" are names as they stand; "Ashby Friday" is a day.
    weekday = end < len(words) and lexicon.has("weekdays", words[end].lower)
    lower = end < len(words) and words[end].text.islower()
    return words[:end] if end and (weekday or lower) else words


def _is_adverb(word: str, lexicon: Lexicon) -> bool:
    listed = lexicon.has("adverbs", word) or lexicon.has("postposed-words", word)
    return listed or (
        word.endswith("ly") and len(word) > 4 and not lexicon.has("not-adverbs", word)
    )


def _parse_one(
    words: Words,
    text: str,
    lexicon: Lexicon,
    known: Collection[str] = (),
    *,
    speaks: bool = False,
) -> Parsed:
    parts = split_parts(words, lexicon)
    phrase = read_phrase(parts.main, text, lexicon)
    if phrase.form == "description":
        phrase = _known_name(parts.main, known, text, lexicon) or phrase
    if phrase.form == "description" and speaks:
        phrase = _capital_name(parts.main, text, lexicon) or phrase
    for piece in parts.bracketed:
        beside = bool(piece and parts.main) and piece[0].start - parts.main[-1].end <= 2
        acronym = len(piece) == 1 and is_acronym(piece[0], lexicon)
        if beside and acronym and phrase.kind in ("body", ""):
            phrase = replace(phrase, acronym=piece[0].text, kind="body")
    for piece in parts.others:
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
        text=_without_article(words, text),
        phrase=phrase,
        relative="; ".join(text_of(piece, text) for piece in parts.relatives),
        form=form_of(phrase, lexicon),
    )


def _known_name(
    words: Words, known: Collection[str], text: str, lexicon: Lexicon
) -> Phrase | None:
    """The name that stands alone elsewhere in the article, with what describes it before it.

    "Singer", "a defensive Ashby", "68-year-old Moss": a common noun or an adjective only where
    nobody is called so.
    """
    for size in (3, 2):
        name, before = words[-size:], words[:-size]
        role = phrase_ending(before, len(before), lexicon.roles, lexicon) if before else None
        if role and (key_of(name) in known or fold_in(name[0], "given-names", lexicon)):
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
    if len(before) > 2 or marked or linked:
        return None
    name_alone = text_of(words[-1:], text)
    gender = gender_of(before, lexicon)
    return Phrase(name_alone, "name", "person" if gender else "", name_alone, gender=gender)


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
    shown = _without_article(trim(plain[:cut]), text)
    return Parsed(shown, Phrase(shown, "list", "group", plural=True), "", "", members, rest)


def _with_and(words: Words) -> Words:
    """The words with "as well as" put as the "and" that it stands for, "both" left out."""
    if len(words) > 3 and words[0].lower == "both":
        words = words[1:]
    for place in range(1, len(words) - 3):
        if [word.lower for word in words[place : place + 3]] == ["as", "well", "as"]:
            joined = replace(words[place], text="and", lower="and", end=words[place + 2].end)
            return (*words[:place], joined, *words[place + 3 :])
    return words


def _parse_examples(
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
        if not crowd.plural or crowd.form != "description" or not named:
            continue
        listed = split_list(named, text, lexicon, known)
        one = _parse_one(named, text, lexicon, known)
        members = listed[0] if listed else (one,) if one.phrase.form == "name" else ()
        if members:
            shown = _without_article(trim(plain), text)
            return Parsed(shown, Phrase(shown, "list", "group", plural=True), "", "", members, True)
    return None


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
        piece = _without_adverbs(words_between, lexicon)
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
    parsed = [_parse_one(piece, text, lexicon, known) for piece in members]
    parsed += [owned] if owned else []
    if len(parsed) < 2 and (headed or not (parsed and rest)):
        return None
    return tuple(parsed), rest


def _without_plural(piece: Words, lexicon: Lexicon) -> Words:
    """The name behind what all of a list are: "senators Ida Moss" and another."""
    start = next(
        (place for place in range(len(piece), 0, -1) if not piece[place - 1].is_capitalised), 0
    )
    noun = piece[start - 1].lower if 0 < start < len(piece) else ""
    plural = noun and lexicon.singular(noun) != noun and lexicon.singular(noun) in lexicon.nouns
    return piece[start:] if plural else piece


def _owned_by(owner: Words, piece: Words, text: str, lexicon: Lexicon) -> Parsed | None:
    """The body that "her campaign" is behind its owner's name: "Ashby's campaign"."""
    name = read_phrase(owner, text, lexicon).name
    composed = f"{name}'s {text_of(piece[1:], text)}"
    parsed = _parse_one(words_of(composed), composed, lexicon)
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
