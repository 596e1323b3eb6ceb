"""A person's name in a phrase, with the title or role before it."""

from __future__ import annotations

from dataclasses import replace

from attrib.resolve.lexicon import Lexicon, key_of
from attrib.resolve.naming import Phrase, fold_in, gender_of, holder_in, is_surname_head
from attrib.resolve.phrases import Opening, Words, is_acronym, phrase_ending, text_of
from attrib.tokens import Token


def read_person(
    core: Words, text: str, lexicon: Lexicon, opening: Opening, *, linked: bool = False
) -> Phrase | None:
    """A person's name, with the title or role before it; kind "" where only its shape tells.

    `linked` takes only names after a role with a preposition in it ("secretary of state X").
    """
    for end in range(len(core) - 1, 0, -1):
        name = core[end:]
        if not (_is_personal(name, lexicon) or _follows_courtesy(core, end, lexicon)):
            continue
        for table in (lexicon.titles, lexicon.roles):
            found = phrase_ending(core, end, table, lexicon, exact=True)
            if found and (not linked or " of " in found[1]):
                return _titled(core, end, found[1], text, lexicon)
    if linked:
        return _after_portfolio(core, text, lexicon)
    core = _without_adjective(core, lexicon)
    if not _is_personal(core, lexicon):
        return _after_lower(core, text, lexicon)
    # A shape alone ("Meridian Foods") is left open; a listed first name is not.
    surely = fold_in(core[0], "given-names", lexicon) or _is_initial(core[0])
    if len(core) > 1 and surely and opening != "definite":
        return Phrase(text_of(core, text), "name", "person", _personal_name(core, text, lexicon))
    if opening == "definite":
        return None
    return Phrase(text_of(core, text), "name", "", _personal_name(core, text, lexicon))


def _follows_courtesy(core: Words, end: int, lexicon: Lexicon) -> bool:
    """Whether "Mr." or the like stands before one more word, which is then a name: "Mr. Singer"."""
    word, title = core[end], key_of(core[end - 1 : end])
    return (
        end == len(core) - 1
        and word.is_capitalised
        and title in lexicon.titles
        and lexicon.titles[title] is None
        and word.lower not in lexicon.titles
        and lexicon.roles.get(word.lower) not in ("NOF", "NSP")
    )


def _after_portfolio(words: Words, text: str, lexicon: Lexicon) -> Phrase | None:
    """A name after a role and its portfolio: "Minister of Public Works Ida Moss"."""
    for place, word in enumerate(words[1:-1], start=1):
        role = phrase_ending(words, place, lexicon.roles, lexicon) if word.lower == "of" else None
        if role is None:
            continue
        end = place + 1
        while end < len(words) and (
            lexicon.has("generic-names", words[end].lower) or words[end].lower in ("the", "and")
        ):
            end += 1
        name = words[end:]
        if end > place + 1 and 1 < len(name) < 4 and _is_personal(name, lexicon):
            return _titled(words, end, role[1], text, lexicon)
    return None


def _without_adjective(core: Words, lexicon: Lexicon) -> Words:
    """The words without what describes the one named behind it: "British Ida Moss"."""
    if len(core) < 3 or not fold_in(core[1], "given-names", lexicon):
        return core
    first = core[0].lower
    describes = (
        first in lexicon.adjectives
        or first.endswith(("ed", "ing"))
        or lexicon.singular(first) in lexicon.roles
    )
    return core[1:] if describes and not lexicon.has("given-names", first) else core


def _titled(core: Words, end: int, key: str, text: str, lexicon: Lexicon) -> Phrase:
    """A name after a title or role: "House Speaker Bo Ashby", "Mr. Ashby", "singer Ida Moss"."""
    name = _personal_name(core[end:], text, lexicon)
    courtesy = key in lexicon.titles and lexicon.titles[key] is None
    holder, role_words = _split_holder(core[:end], lexicon)
    gender = gender_of(core[:end], lexicon)
    role_class = lexicon.titles.get(key) or lexicon.roles.get(key)
    role = "" if courtesy else text_of(role_words, text)
    return Phrase(
        text_of(core, text),
        "name",
        "person",
        name,
        head="" if courtesy else key,
        role=role,
        role_class=role_class,
        title=key if key in lexicon.titles else "",
        affiliation=text_of(holder, text),
        gender=gender,
    )


def _split_holder(before: Words, lexicon: Lexicon) -> tuple[Words, Words]:
    """The capitalised words that name whose role it is, and the words of the role itself.

    "White House press secretary": White House, press secretary. "Transport Minister": nothing,
    Transport Minister, because a portfolio belongs to the role.
    """
    place = 0
    while place < len(before) and (
        lexicon.has("status-words", before[place].lower) or before[place].lower == "the"
    ):
        place += 1
    for end in range(len(before), place, -1):
        key = key_of(before[place:end])
        if before[place].is_capitalised and (
            key in lexicon.countries
            or key in lexicon.bodies
            or key in lexicon.outlets
            or key in lexicon.adjectives
        ):
            return before[place:end], before[end:]
    end = place
    while end < len(before) and is_acronym(before[end], lexicon):
        end += 1
    if end > place and end < len(before):
        return before[place:end], before[end:]
    while end < len(before) and before[end].is_capitalised:
        end += 1
    lower_role = end < len(before) and before[end].text.islower()
    if end > place and lower_role and phrase_ending(before, end, lexicon.roles, lexicon) is None:
        return before[place:end], before[end:]
    return (), before[place:]


def _after_lower(core: Words, text: str, lexicon: Lexicon) -> Phrase | None:
    """A first name and a surname after lower-case words of no listed role: "rower Ida Moss"."""
    start = len(core)
    while start > 0 and (core[start - 1].is_capitalised):
        start -= 1
    name = core[start:]
    if start == 0 or len(name) < 2 or not _is_personal(name, lexicon):
        return None
    given = fold_in(name[0], "given-names", lexicon)
    return Phrase(
        text_of(core, text),
        "name",
        "person" if given else "",
        _personal_name(name, text, lexicon),
        role=text_of(core[:start], text) if given else "",
        gender=gender_of(core[:start], lexicon),
    )


def with_tail(person: Phrase, tail: Words, text: str, lexicon: Lexicon) -> Phrase:
    """`person` with the body that follows the name: "Mr. Ashby of the Rowing Club"."""
    holder = holder_in(tail, lexicon)
    return replace(person, affiliation=text_of(holder, text)) if holder else person


def _is_personal(words: Words, lexicon: Lexicon) -> bool:
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
    if words[0].lower in lexicon.titles or is_acronym(last, lexicon):
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
    initials = words[1:] if len(words) > 1 and _is_initial(words[0]) else words
    # A transcript writes its speakers in capitals throughout.
    if len(words) > 1 and all(word.text.isupper() for word in words):
        initials = () if fold_in(words[0], "given-names", lexicon) else words
    if any(len(word.text) > 2 and is_acronym(word, lexicon) for word in initials):
        return False
    surname = len(words) == 2 and is_surname_head(words[1], lexicon)
    return not any(_names_body(word, lexicon) for word in (words[:1] if surname else words))


def _names_body(word: Token, lexicon: Lexicon) -> bool:
    forms = (word.lower, lexicon.singular(word.lower))
    return any(
        lexicon.has(name, form) for name in ("organisation-heads", "state-bodies") for form in forms
    )


def _personal_name(words: Words, text: str, lexicon: Lexicon) -> str:
    end = len(words)
    while end > 1 and lexicon.has("name-suffixes", words[end - 1].lower):
        end -= 1
    return text_of(words[:end], text)


def _is_initial(word: Token) -> bool:
    letters = word.text.replace(".", "")
    return letters.isupper() and (len(letters) == 1 or "." in word.text)
