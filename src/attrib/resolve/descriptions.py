"""A phrase without a name: "a spokesman for the port", "some critics", "the report"."""

from __future__ import annotations

from attrib.resolve.lexicon import Lexicon
from attrib.resolve.naming import Kind, Phrase, gender_of, holder_in, with_past
from attrib.resolve.phrases import Words, is_modifier, phrase_ending, text_of
from attrib.tokens import Token


def read_description(core: Words, tail: Words, text: str, lexicon: Lexicon) -> Phrase:
    end = len(core)
    while end > 1 and _is_postposed(core[end - 1], lexicon):
        end -= 1
    found = phrase_ending(core, end, lexicon.nouns, lexicon)
    head_start, head = found or (end - 1, lexicon.singular(core[end - 1].lower))
    if lexicon.singular(head) in lexicon.roles:
        head = lexicon.singular(head)
    if any(word.text == "@" for word in (*core, *tail)):
        head = "account"
    holder = core[:head_start]
    capitals = [
        place
        for place in range(len(holder))
        if holder[place].is_capitalised and not is_modifier(holder, place, lexicon)
    ]
    named = holder[capitals[0] : capitals[-1] + 1] if capitals else ()
    kind = _noun_kind(head, lexicon)
    plural = core[end - 1].lower != lexicon.singular(core[end - 1].lower) or lexicon.has(
        "group-nouns", core[end - 1].lower
    )
    linked = holder_in(tail, lexicon)
    own = core[capitals[-1] + 1 : end] if capitals else core[:end]
    if capitals and not core[head_start].text.islower():
        own = core[:end]
    institution = "" if linked or named else _institution(core[:head_start], head, lexicon)
    return Phrase(
        text_of((*core, *tail), text),
        "description",
        "group" if plural and kind == "person" else kind,
        head=head,
        role=with_past(text_of(own, text), core[:end], lexicon) if head in lexicon.roles else "",
        role_class=lexicon.roles.get(head),
        affiliation=text_of(linked or named, text) or institution,
        plural=plural,
        gender=gender_of(core[head_start:end], lexicon),
        tail=text_of(tail, text),
    )


def _institution(before: Words, head: str, lexicon: Lexicon) -> str:
    """The body that a plain noun before a role names: "a company spokeswoman"."""
    speaks = (
        lexicon.roles.get(head) == "NSP"
        or lexicon.has("roles-insider", head)
        or lexicon.has("statement-nouns", head)
    )
    if not before or not speaks:
        return ""
    for name in ("generic-bodies", "state-bodies", "company-nouns", "organisation-heads"):
        found = phrase_ending(before, len(before), lexicon.terms(name), lexicon, exact=True)
        if found:
            return f"the {found[1]}"
    return ""


def _is_postposed(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word follows its noun: "officials here", "a spokesman Monday"."""
    return (
        lexicon.has("postposed-words", word.lower)
        or lexicon.has("time-words", word.lower)
        or (word.lower.endswith("ly") and len(word.lower) > 5)
    )


def _noun_kind(noun: str, lexicon: Lexicon) -> Kind:
    order: tuple[tuple[str, Kind], ...] = (
        ("social-accounts", "account"),
        ("posts", "account"),
        ("statement-nouns", "document"),
    )
    for name, kind in order:
        if lexicon.has(name, noun):
            return kind
    if noun in lexicon.roles or lexicon.has("source-nouns", noun):
        return "person"
    last: tuple[tuple[str, Kind], ...] = (
        ("datasets", "dataset"),
        ("documents", "document"),
        ("generic-bodies", "body"),
        ("state-bodies", "body"),
        ("outlet-nouns", "body"),
        ("organisation-heads", "body"),
        ("company-nouns", "body"),
        ("group-nouns", "group"),
        ("collectives", "group"),
    )
    return next((kind for name, kind in last if lexicon.has(name, noun)), "")
