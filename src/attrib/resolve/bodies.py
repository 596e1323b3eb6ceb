"""The name of a body in a phrase: "Office for River Safety", "Leeds police", "the Sierra Club"."""

from __future__ import annotations

from attrib.resolve.lexicon import Lexicon, key_of
from attrib.resolve.naming import Kind, Phrase, fold_in, head_of, is_surname_head, read_known
from attrib.resolve.phrases import (
    Opening,
    Words,
    is_acronym,
    is_modifier,
    is_ordinal,
    phrase_ending,
    text_of,
)


def read_body(
    words: Words, core: Words, text: str, lexicon: Lexicon, opening: Opening
) -> Phrase | None:
    """A body's name, or None: "Office for River Safety", "Leeds police", "the Sierra Club"."""
    whole = _capitalised_body(words, text, lexicon, opening)
    if whole:
        return whole
    short = _capitalised_body(core, text, lexicon, opening)
    if short:
        return short
    if (
        _all_capitalised(core)
        and opening == "definite"
        and key_of(core) not in lexicon.adjectives
        and not lexicon.has("name-adjectives", core[-1].lower)
    ):
        role_last = phrase_ending(core, len(core), lexicon.roles, lexicon)
        if role_last is None and _last_title(core, lexicon) is None:
            outlet = lexicon.has("outlet-heads", core[-1].lower) and not head_of(core, lexicon)
            name = text_of(core, text)
            return Phrase(name, "name", "outlet" if outlet else "body", name)
    return _lower_headed(words, core, text, lexicon)


def _last_title(core: Words, lexicon: Lexicon) -> tuple[int, str] | None:
    for end in range(1, len(core)):
        found = phrase_ending(core, end, lexicon.titles, lexicon) or phrase_ending(
            core, end, lexicon.roles, lexicon
        )
        if found:
            return found
    return None


def _all_capitalised(words: Words) -> bool:
    return bool(words) and all(word.is_capitalised or word.text[0].isdigit() for word in words)


def _capitalised_body(words: Words, text: str, lexicon: Lexicon, opening: Opening) -> Phrase | None:
    """A name in capitals throughout, small links apart, that holds a word for a body."""
    if not words or not words[-1].text[0].isalnum():
        return None
    if not (words[0].is_capitalised or is_ordinal(words[0])):
        return None
    links = [
        place
        for place, word in enumerate(words)
        if not (word.is_capitalised or word.text[0].isdigit())
    ]
    if any(not lexicon.has("body-links", words[place].lower) for place in links):
        return None
    if links and any(lexicon.has("time-words", word.lower) for word in words):
        return None
    if not (words[-1].is_capitalised or words[-1].text[0].isdigit()):
        return None
    first = words[: links[0]] if links else words
    name = text_of(words, text)
    if links and (
        phrase_ending(first, len(first), lexicon.roles, lexicon)
        or fold_in(first[0], "given-names", lexicon)
        or key_of(first[:1]) in lexicon.titles
    ):
        return None
    if len(words) == 2 and opening != "definite" and is_surname_head(words[1], lexicon):
        return None
    outlet = phrase_ending(words, len(words), lexicon.terms("outlet-nouns"), lexicon)
    if outlet and " " in outlet[1] and outlet[0] > 0:
        return Phrase(name, "name", "outlet", name, head=outlet[1])
    # "Ida Moss of the Rowing Club" is a person; "Friends of the Rhine" are none.
    if links and len(first) > 1 and words[links[0]].lower == "of" and not head_of(first, lexicon):
        noun = first[-1].lower
        if noun not in lexicon.nouns and lexicon.singular(noun) not in lexicon.nouns:
            return None
    head = head_of(first, lexicon) or head_of(words, lexicon)
    if not head and len(words) == 1 and is_acronym(words[0], lexicon):
        return Phrase(name, "name", "body", name, acronym=name)
    # "Ida Moss" holds no word for a body; "Ida Moss School" does, and at its end.
    if not links and fold_in(words[0], "given-names", lexicon) and not _is_strong(words, lexicon):
        return None
    # "Ashby Press Office" ends in a word for a body and is none of the press.
    last = words[-1].lower.rpartition("-")[2]
    ends_as_outlet = lexicon.has("outlet-heads", last) and not head_of(words[-1:], lexicon)
    if ends_as_outlet and not links and len(words) > 1:
        if _last_title(words, lexicon):
            return None
        return Phrase(name, "name", "outlet", name, head="newspaper")
    if head:
        role = phrase_ending(words, len(words), lexicon.roles, lexicon)
        if role and role[1] != head and not links:
            return None
        return Phrase(name, "name", "body", name, head=head)
    if any(words[place].lower not in ("and", "&") for place in links):
        return Phrase(name, "name", "body", name)
    return Phrase(name, "name", "", name) if links else None


def _is_strong(words: Words, lexicon: Lexicon) -> bool:
    """Whether a name that opens with a first name is a body all the same: "Ida Moss School"."""
    return len(words) > 2 and bool(head_of(words[-1:], lexicon))


def _lower_headed(words: Words, core: Words, text: str, lexicon: Lexicon) -> Phrase | None:
    """ "the Meridian news agency", "Leeds police", "tech company Meridian"."""
    apposed = lexicon.terms("apposed-nouns")
    capitals = [
        place
        for place, word in enumerate(core)
        if word.is_capitalised and not is_modifier(core, place, lexicon)
    ]
    if not capitals:
        return None
    first, last = capitals[0], capitals[-1]
    if last == len(core) - 1:
        start = last
        while start and core[start - 1].is_capitalised:
            start -= 1
        before = phrase_ending(core, start, apposed, lexicon) if start else None
        if before and core[start - 1].text.islower():
            named = core[start:]
            # "The charity Friends of the Rhine": a plain noun is no name by itself.
            if lexicon.singular(core[-1].lower) in lexicon.nouns and _is_linked(
                words[start:], lexicon
            ):
                named = words[start:]
            return _named_after_noun(named, before[1], text, lexicon)
    if last == len(core) - 1 or not core[-1].text.islower():
        return None
    end = last + 1
    found = phrase_ending(core, len(core), lexicon.nouns, lexicon)
    if found is None or found[0] < first or found[1] in lexicon.roles:
        return None
    noun_start, noun = found
    name_words = core[first:end]
    country_word = key_of(name_words) in lexicon.adjectives
    if noun in apposed and noun_start == end and not country_word:
        return _named_after_noun(name_words, noun, text, lexicon)
    last_word = core[-1].lower
    # "Gun rights advocates" and "TV networks" are crowds, "Leeds police" is one body.
    crowd = lexicon.singular(last_word) != last_word or lexicon.has("collectives", last_word)
    if crowd:
        return None
    if lexicon.has("organisation-heads", noun) or lexicon.has("state-bodies", noun):
        name = text_of(core[first:], text)
        return Phrase(name, "name", "body", name, head=noun)
    return None


def _is_linked(words: Words, lexicon: Lexicon) -> bool:
    """Whether capitals and the small words of a body's name follow one another to the end."""
    return words[-1].is_capitalised and all(
        word.is_capitalised or lexicon.has("body-links", word.lower) for word in words
    )


def _named_after_noun(words: Words, noun: str, text: str, lexicon: Lexicon) -> Phrase:
    known = read_known(words, text, lexicon)
    kind: Kind = "outlet" if lexicon.has("outlet-nouns", noun) else "body"
    if noun == "agency" and not (known and known.kind == "outlet"):
        kind = "body"
    name = known.name if known else text_of(words, text)
    return Phrase(text_of(words, text), "name", kind, name, head=noun)
