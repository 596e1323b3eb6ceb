"""Whom a person speaks for, and which country a body of the state belongs to."""

from __future__ import annotations

from attrib.records import Mention, Span
from attrib.resolve.entity import Entity
from attrib.resolve.keys import country_of
from attrib.resolve.lexicon import phrase_key
from attrib.resolve.mentions import parse_mention
from attrib.resolve.nouns import resolve_description
from attrib.resolve.parsed import Parsed
from attrib.resolve.scene import Scene


def resolve_affiliation(entity: Entity, scene: Scene) -> Entity | None:
    """Whom `entity` belongs to, as an entity of its own; None where the text does not tell."""
    if entity.kind == "body":
        return _country(entity, scene)
    if entity.kind not in ("person", "group", "document") or not entity.affiliation:
        return None
    # Whoever has left an office speaks for it no longer.
    if scene.lexicon.has("assess-former", entity.role.split(" ", 1)[0].lower()):
        return None
    # "The Peruvian president" speaks for Peru, the Peruvian singer does not.
    country = scene.lexicon.adjectives.get(phrase_key(entity.affiliation))
    if country:
        speaks = _role_noun(entity, scene)
        return make_country(country) if scene.lexicon.has("roles-state", speaks) else None
    parsed = parse_mention(entity.affiliation, scene.lexicon)
    found = _resolve(entity, parsed, scene)
    if found is None or found.key == entity.key:
        return None
    # Only who speaks for a person shares that person's voice; an adviser has one of their own.
    for_person = found.kind in ("person", "") and entity.source_class not in ("NSP", "USP")
    return None if for_person else found


def _resolve(entity: Entity, parsed: Parsed, scene: Scene) -> Entity | None:
    phrase = parsed.phrase
    if phrase.form == "name":
        keys = scene.cast.keys_of(parsed)
        return scene.cast.entities.get(keys[0]) if len(keys) == 1 else None
    if phrase.form != "description" or phrase.opening != "definite":
        return None
    # Where the name stands is near enough: what "the ministry" means was said before it.
    place = Span(entity.first, entity.first)
    outcome = resolve_description(Mention(place, entity.affiliation), parsed, scene)
    found = scene.entity(outcome.key) if outcome.key else None
    return found if found and found.resolved and found.kind != "person" else None


def _role_noun(entity: Entity, scene: Scene) -> str:
    words = entity.role.lower().split()
    for size in (2, 1):
        noun = scene.lexicon.singular(" ".join(words[-size:]))
        if scene.lexicon.has("roles-state", noun):
            return noun
    return ""


def _country(entity: Entity, scene: Scene) -> Entity | None:
    lexicon = scene.lexicon
    is_seat = phrase_key(entity.name) in lexicon.seats
    is_state = any(lexicon.has("state-bodies", noun) for noun in entity.nouns)
    country = country_of(entity.name, lexicon) if is_seat or is_state else ""
    return make_country(country) if country else None


def make_country(name: str) -> Entity:
    """A country as a source, named or not as one in the article."""
    return Entity(
        key="body:" + phrase_key(name),
        name=name,
        kind="country",
        source_class="ORG",
        description=name,
    )
