"""Mentions that name somebody, or stand beside a name."""

from __future__ import annotations

from attrib.records import Attribution, Mention
from attrib.resolve.entity import Entity
from attrib.resolve.lexicon import fold
from attrib.resolve.parsed import Parsed
from attrib.resolve.scene import Outcome, Scene


def resolve_name(mention: Mention, parsed: Parsed, scene: Scene) -> Outcome:
    keys = scene.cast.keys_of(parsed, mention.span.start)
    if len(keys) == 1 and keys[0] in scene.cast.entities:
        name = scene.cast.entities[keys[0]].name
        same = name in mention.text
        shown = " ".join(mention.text.split())
        reason = "named in the sentence" if same else f"“{shown}” stands for {name}"
        return Outcome(keys[0], reason)
    names = [scene.cast.entities[key].name for key in keys if key in scene.cast.entities]
    if len(names) > 1:
        return Outcome(None, f"two could be meant: {' and '.join(names[:2])}")
    return Outcome(None, f"whom “{parsed.text}” names is not certain")


def resolve_own(parsed: Parsed, scene: Scene) -> Outcome:
    """The outlet itself, whose reporter saw it or worked it out."""
    article = scene.extraction.article
    own = article.outlet or article.id
    entity = Entity(
        key=f"own:{fold(own)}",
        name=parsed.phrase.name or article.outlet or parsed.text,
        kind="outlet",
        source_class="OBS",
        reason="the outlet's own observation",
        description=parsed.text,
    )
    scene.add(entity)
    return Outcome(entity.key, f"“{parsed.text}” is the outlet itself")


def named_beside(
    mention: Mention, parsed: Parsed, attribution: Attribution, scene: Scene
) -> Outcome | None:
    """The name that a role stands in apposition to: "Ida Moss, director of ..."."""
    if parsed.phrase.kind != "person":
        return None
    start = mention.span.start
    for occurrence in scene.named_between(max(start - 80, 0), start):
        # "He had hired Moss, the director told reporters": the comma ends what was told.
        if any(span.start <= occurrence.start < span.end for span in attribution.content):
            continue
        named = scene.entity(occurrence.key)
        beside = scene.text[occurrence.end : start].strip() == ","
        # "In Ashby, the mayor said" names a place before the comma, and no mayor.
        if beside and named.kind in ("person", "") and _opens_phrase(occurrence.start, scene):
            return Outcome(occurrence.key, f"the role stands beside the name {named.name}")
    return None


def _opens_phrase(start: int, scene: Scene) -> bool:
    """Whether no preposition stands before a name."""
    before = scene.text[max(start - 20, 0) : start].split()
    return not before or not scene.lexicon.has("prepositions", before[-1].lower())
