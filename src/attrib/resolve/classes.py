"""The class of a source: one of the sixteen of the strength scale, from what is said of it."""

from __future__ import annotations

from attrib.records import SourceClass
from attrib.resolve.entity import Entity
from attrib.resolve.lexicon import Lexicon
from attrib.resolve.naming import Phrase
from attrib.resolve.parsed import Parsed

_PERSONAL: tuple[SourceClass, ...] = ("NSP", "NOF", "NEX", "NPA", "NIN")


def class_of_named(entity: Entity, lexicon: Lexicon) -> SourceClass:
    """The class of somebody with a name."""
    if entity.kind == "outlet":
        return "MED"
    # One word that never takes "he", "she" or a first name is a firm more often than a star.
    unknown_word = entity.kind == "" and " " not in entity.name
    if entity.kind in ("body", "country") or unknown_word:
        return "ORG"
    lived = any(words in entity.relative for words in lexicon.terms("witness-phrases"))
    if lived and entity.role_class in (None, "NEX", "NIN"):
        return "NPA"
    if entity.role_class is None:
        return "NIN"
    noun = lexicon.singular(entity.role.lower().split()[-1]) if entity.role else ""
    if lexicon.has("roles-for-another", noun) and _speaks_for(noun, entity.description, lexicon):
        return "NSP"
    left = lexicon.has("assess-former", entity.role.split(" ", 1)[0].lower())
    return "NOF" if left and entity.role_class == "NSP" else entity.role_class


def _speaks_for(noun: str, description: str, lexicon: Lexicon) -> bool:
    """Whether "lawyer for the family" or "the family's lawyer" is said, not just "lawyer"."""
    plain = description.lower().replace("’", "'")
    possessed = lexicon.has("possessive-words", plain.split(" ", 1)[0])
    return (
        possessed
        or f"{noun} for " in plain
        or f"{noun} representing " in plain
        or f"'s {noun}" in plain
    )


def class_of_description(parsed: Parsed, lexicon: Lexicon) -> SourceClass:
    """The class of a source without a name, from its head noun and what is said besides."""
    phrase = parsed.phrase
    if phrase.kind == "account":
        # A post is as good as whoever is named for it.
        return "DOC" if phrase.affiliation and lexicon.has("posts", phrase.head) else "SOC"
    if lexicon.has("statement-nouns", phrase.head):
        return "ORG" if phrase.affiliation else "DOC"
    if phrase.kind == "document":
        return "DOC"
    if phrase.kind == "dataset":
        return "DAT"
    if phrase.kind == "body":
        return _body_class(phrase, lexicon)
    return _unnamed_class(parsed, lexicon)


def _body_class(phrase: Phrase, lexicon: Lexicon) -> SourceClass:
    if phrase.plural and lexicon.has("generic-bodies", phrase.head):
        return "UOR"
    if lexicon.has("outlet-nouns", phrase.head) and not lexicon.has(
        "organisation-heads", phrase.head
    ):
        return "MED"
    return "COL" if phrase.plural and not phrase.affiliation else "ORG"


def _unnamed_class(parsed: Parsed, lexicon: Lexicon) -> SourceClass:
    phrase = parsed.phrase
    said = f"{phrase.text} {parsed.relative}".lower()
    tied = bool(phrase.affiliation or phrase.owner)
    if phrase.role_class == "NSP" or (
        lexicon.has("roles-for-another", phrase.head)
        and (phrase.owner or _speaks_for(phrase.head, phrase.text, lexicon))
    ):
        return "USP"
    knows = (*lexicon.terms("basis-phrases"), *lexicon.terms("witness-phrases"))
    if any(basis in said for basis in knows):
        return "UDK"
    close = any(words in said for words in lexicon.terms("relation-phrases"))
    if lexicon.has("source-nouns", phrase.head):
        if close:
            return "URL"
        return "UOR" if _has_institution(phrase, lexicon) else "COL"
    if close:
        office = phrase.role_class in ("NOF", "NSP", "NEX")
        held = office or lexicon.has("roles-insider", phrase.head)
        return "UDK" if held and not phrase.plural else "URL"
    if phrase.plural and lexicon.has("open-crowds", phrase.text.split()[-1].lower()):
        return "COL"
    if lexicon.has("roles-witness", phrase.head):
        return "UDK"
    # A crowd with an institution beside it ("ministry experts") can be asked after all.
    if phrase.plural and not tied and _in_crowd(phrase, lexicon):
        return "COL"
    if lexicon.has("roles-insider", phrase.head):
        return "UOR"
    if phrase.role_class in ("NOF", "NEX", "NPA"):
        if not phrase.plural or (phrase.role_class == "NPA" and tied):
            return "UDK"
        return "UOR" if tied or phrase.role_class == "NOF" else "COL"
    if phrase.kind == "" and not phrase.plural and parsed.relative.startswith("who"):
        return "UDK"
    return "URL" if phrase.owner else "COL"


def _in_crowd(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether the head is one of the plurals that stand for a crowd: "experts", "voters"."""
    return any(lexicon.has("collectives", word.lower()) for word in phrase.text.split())


def _has_institution(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether words before or after "source" name an institution: "a military source"."""
    if phrase.affiliation:
        return True
    words = phrase.text.lower().split()
    return any(
        lexicon.has(name, lexicon.singular(word))
        for word in words
        for name in ("state-bodies", "generic-names", "organisation-heads", "company-nouns")
        if not lexicon.has("body-links", word)
    )


def class_of_group(classes: tuple[SourceClass | None, ...]) -> SourceClass:
    """The class of several who speak as one: ORG with a body among them, else the least role."""
    known = [found for found in classes if found is not None]
    persons = [found for found in known if found in _PERSONAL]
    if persons and len(persons) == len(known):
        return max(persons, key=_PERSONAL.index)
    return "ORG"
