"""A phrase without a name: "a spokesman for the port", "some critics", "the report"."""

from __future__ import annotations

from attrib.resolve.lexicon import Lexicon
from attrib.resolve.naming import Kind, Phrase, gender_of, holder_in
from attrib.resolve.phrases import Words, phrase_ending, text_of


def read_description(core: Words, tail: Words, text: str, lexicon: Lexicon) -> Phrase:
    head_start, head = len(core) - 1, lexicon.singular(core[-1].lower)
    for end in range(len(core), 0, -1):
        found = phrase_ending(core, end, lexicon.nouns, lexicon)
        if found:
            head_start, head = found
            break
    else:
        end = len(core)
    holder = core[:head_start]
    capitals = [place for place, word in enumerate(holder) if word.is_capitalised]
    named = holder[capitals[0] : capitals[-1] + 1] if capitals else ()
    kind = _noun_kind(head, lexicon)
    plural = core[end - 1].lower != lexicon.singular(core[end - 1].lower) or lexicon.has(
        "group-nouns", core[end - 1].lower
    )
    linked = holder_in(tail, lexicon)
    own = core[capitals[-1] + 1 : end] if capitals else core[:end]
    if capitals and not core[head_start].text.islower():
        own = core[:end]
    return Phrase(
        text_of((*core, *tail), text),
        "description",
        "group" if plural and kind == "person" else kind,
        head=head,
        role=text_of(own, text) if head in lexicon.roles else "",
        role_class=lexicon.roles.get(head),
        affiliation=text_of(linked or named, text),
        plural=plural,
        gender=gender_of(core[head_start:end], lexicon),
        tail=text_of(tail, text),
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
