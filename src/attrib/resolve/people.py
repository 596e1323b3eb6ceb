"""A person's name in a phrase, with the title or role before it."""

from __future__ import annotations

from dataclasses import replace

from attrib.resolve.lexicon import Lexicon, key_of
from attrib.resolve.naming import (
    Phrase,
    fold_in,
    gender_of,
    head_of,
    holder_in,
    with_past,
)
from attrib.resolve.personal import is_initial, is_personal, personal_name
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
        if not (is_personal(name, lexicon) or _follows_courtesy(core, end, lexicon)):
            continue
        for table in (lexicon.titles, lexicon.roles):
            found = phrase_ending(core, end, table, lexicon, exact=True)
            if found and (
                not linked or " of " in found[1] or _is_linked(core[: found[0]], lexicon)
            ):
                return _titled(core, end, found[1], text, lexicon)
    if linked:
        return _after_portfolio(core, text, lexicon)
    core = _without_adjective(core, lexicon)
    if not is_personal(core, lexicon):
        return _after_lower(core, text, lexicon)
    # A shape alone ("Meridian Foods") is left open; a listed first name is not.
    surely = fold_in(core[0], "given-names", lexicon) or is_initial(core[0])
    if len(core) > 1 and surely and opening != "definite":
        return Phrase(text_of(core, text), "name", "person", personal_name(core, text, lexicon))
    if opening == "definite":
        return None
    return Phrase(text_of(core, text), "name", "", personal_name(core, text, lexicon))


def _follows_courtesy(core: Words, end: int, lexicon: Lexicon) -> bool:
    """Whether "Mr." or the like stands before one more word, which is then a name: "Mr. Singer"."""
    word, title = core[end], key_of(core[end - 1 : end])
    return (
        end == len(core) - 1
        and word.is_capitalised
        and title in lexicon.titles
        and lexicon.titles[title] is None
        and (
            lexicon.has("surname-titles", word.lower)
            or not (word.lower in lexicon.titles or lexicon.roles.get(word.lower) in ("NOF", "NSP"))
        )
    )


def _after_portfolio(words: Words, text: str, lexicon: Lexicon) -> Phrase | None:
    """A name after a role and what it is held for.

    "Minister of Public Works Ida Moss", "mayor of London Ida Moss".
    """
    for place, word in enumerate(words[1:-1], start=1):
        linked = lexicon.has("seat-links", word.lower)
        role = phrase_ending(words, place, lexicon.roles, lexicon) if linked else None
        if role is None:
            continue
        end = place + 1
        while end < len(words) and (
            lexicon.has("generic-names", words[end].lower) or words[end].lower in ("the", "and")
        ):
            end += 1
        # Only an office has a seat: in "sister of Ana Ida Moss" nothing tells where a name begins.
        if lexicon.roles[role[1]] in ("NOF", "NSP") and len(words) - end != 2:
            end = _end_of_seat(words, place + 1, lexicon)
        name = words[end:]
        # "An aide to Senator Ida Moss" is not she.
        if end <= place + 1 or _is_post(words[end - 1], lexicon):
            continue
        if 1 < len(name) < 4 and is_personal(name, lexicon):
            return _titled(words, end, role[1], text, lexicon)
    return None


def _is_post(word: Token, lexicon: Lexicon) -> bool:
    return word.lower in lexicon.titles or word.lower in lexicon.roles


def _end_of_seat(words: Words, start: int, lexicon: Lexicon) -> int:
    """Where the place or body ends that an office is held for, before a name; 0 for none."""
    start += words[start].lower == "the"
    for end in range(len(words) - 2, start, -1):
        seat = words[start:end]
        key = key_of(seat)
        if lexicon.has("places", key) or any(
            key in table for table in (lexicon.countries, lexicon.bodies, lexicon.outlets)
        ):
            return end
        person = _is_post(seat[0], lexicon) or fold_in(seat[0], "given-names", lexicon)
        capital = all(w.is_capitalised or lexicon.has("body-links", w.lower) for w in seat)
        if capital and not person and fold_in(words[end], "given-names", lexicon):
            return end
    return 0


def _is_linked(before: Words, lexicon: Lexicon) -> bool:
    """Whether words are a body's name with a small word in it: "Ministry of Defence"."""
    link = next((place for place, word in enumerate(before) if word.text.islower()), 0)
    return (
        0 < link < len(before) - 1
        and lexicon.has("body-links", before[link].lower)
        and bool(head_of(before[:link], lexicon))
        and all(w.is_capitalised or lexicon.has("body-links", w.lower) for w in before)
    )


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
    start = end - len(key.split())
    # "Health Minister Dr Ida Moss": what she is stands before how she is addressed.
    if start > 0 and lexicon.titles.get(key, "NOF") in (None, "NEX"):
        held = phrase_ending(core, start, lexicon.roles, lexicon, exact=True)
        if held:
            person = _titled((*core[:start], *core[end:]), start, held[1], text, lexicon)
            return replace(person, gender=person.gender or gender_of(core[start:end], lexicon))
    name = personal_name(core[end:], text, lexicon)
    courtesy = key in lexicon.titles and lexicon.titles[key] is None
    holder, role_words = _split_holder(core[:end], lexicon)
    gender = gender_of(core[:end], lexicon)
    role_class = lexicon.titles.get(key) or lexicon.roles.get(key)
    role = "" if courtesy else with_past(text_of(role_words, text), core[:end], lexicon)
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
    while end < len(before) and (
        before[end].is_capitalised or _is_linked(before[: end + 2], lexicon)
    ):
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
    if start == 0 or len(name) < 2 or not is_personal(name, lexicon):
        return None
    given = fold_in(name[0], "given-names", lexicon)
    return Phrase(
        text_of(core, text),
        "name",
        "person" if given else "",
        personal_name(name, text, lexicon),
        role=text_of(core[:start], text) if given else "",
        gender=gender_of(core[:start], lexicon),
    )


def with_tail(person: Phrase, tail: Words, text: str, lexicon: Lexicon) -> Phrase:
    """`person` with the body that follows the name: "Mr. Ashby of the Rowing Club"."""
    holder = holder_in(tail, lexicon)
    return replace(person, affiliation=text_of(holder, text)) if holder else person
