"""Mentions of several: "A, B and C", and one named for all who put out a joint paper."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from attrib.records import Attribution, Mention
from attrib.resolve.cast import Occurrence
from attrib.resolve.joint import Paper, make_group, make_joint_issuer
from attrib.resolve.parsed import Parsed
from attrib.resolve.proper import resolve_name
from attrib.resolve.scene import Outcome, Scene
from attrib.resolve.survey import note_paper


def resolve_list(mention: Mention, parsed: Parsed, scene: Scene) -> Outcome:
    members = []
    for member in parsed.members:
        outcome = resolve_name(mention, member, scene)
        if outcome.key is not None:
            entity = scene.entity(outcome.key)
            members.append(entity)
    if len({entity.key for entity in members}) < 2 and not parsed.rest:
        return Outcome(None, f"who “{parsed.text}” are is not certain")
    group = make_group(parsed, members, scene.extraction.article.id, mention.span.start)
    scene.add(group)
    return Outcome(group.key, "several are named together")


def joint_issuer(
    attribution: Attribution, outcome: Outcome, papers: tuple[Paper, ...], scene: Scene
) -> Outcome | None:
    """The joint source of which the one named is a member, where the sentence tells of one."""
    own = _own_members(outcome.key, scene)
    for paper in papers:
        # A joint statement inside the words said is one that the speaker tells of.
        if not own or any(span.covers(paper.span) for span in attribution.content):
            continue
        medium = attribution.medium
        told = medium is not None and medium.span.overlaps(paper.span)
        if not (set(own) <= set(paper.subjects) or (told and paper.joint)):
            continue
        whole = replace(paper, subjects=tuple(dict.fromkeys((*paper.subjects, *own))))
        if len(whole.members) > 1:
            note_paper(whole, scene)
            entity = make_joint_issuer(whole, scene.cast, scene.lexicon)
            return Outcome(entity.key, f"the sentence tells of the {entity.name}")
    return None


def _own_members(key: str | None, scene: Scene) -> tuple[str, ...]:
    if key is None:
        return ()
    entity = scene.entity(key)
    if entity.members:
        return tuple(member for member in entity.members if member in scene.cast.entities)
    return (key,) if key in scene.cast.entities else ()


def resolve_both(mention: Mention, parsed: Parsed, scene: Scene) -> Outcome | None:
    """ "Both" are the two whom the sentence before, or its own before it, names and nobody else.

    "They" only where those two are named with "and" between them.
    """
    pairs = scene.lexicon.has("pair-words", parsed.text.split()[0].lower())
    people, begin = _two_before(mention.span.start, scene, pairs=pairs)
    if not people:
        return None
    article = scene.extraction.article.id
    group = make_group(parsed, [scene.entity(key) for key in people], article, begin)
    scene.add(group)
    shown = " ".join(mention.text.split())
    return Outcome(group.key, f"“{shown}” are the two named before, {group.name}")


def resolve_former(mention: Mention, parsed: Parsed, scene: Scene) -> Outcome | None:
    """ "The former" is the first, "the latter" the second of the two just named."""
    words = parsed.text.lower()
    lists = ("former-words", "latter-words")
    order = next((n for n, name in enumerate(lists) if scene.lexicon.has(name, words)), None)
    if order is None:
        return None
    people, _ = _two_before(mention.span.start, scene, pairs=True)
    shown = " ".join(mention.text.split())
    if not people:
        return Outcome(None, f"of which two “{shown}” is one is not certain")
    name = scene.entity(people[order]).name
    return Outcome(people[order], f"“{shown}” is the {('first', 'second')[order]} of two, {name}")


def _two_before(start: int, scene: Scene, *, pairs: bool) -> tuple[list[str], int]:
    """The only two persons in the nearest sentence that names any, and where it begins.

    Without `pairs`, two that "and" joins, at most one sentence back.
    """
    sentence = scene.sentence_at(start)
    for number in (sentence, sentence - 1, sentence - 2 * pairs):
        if number < 0:
            continue
        begin = scene.sentence_starts[number]
        end = min(start, scene.sentence_starts[number + 1]) if number < sentence else start
        named = [item for item in scene.named_between(begin, end) if not item.quoted]
        people = list(dict.fromkeys(item.key for item in named if _is_person(item.key, scene)))
        if not people:
            continue
        if len(people) != 2 or not (pairs or _joined(named, people, scene)):
            return [], begin
        return people, begin
    return [], 0


def _is_person(key: str, scene: Scene) -> bool:
    return scene.entity(key).kind == "person"


def _joined(named: list[Occurrence], people: list[str], scene: Scene) -> bool:
    """Whether the two stand with "and" between them: "Ida Moss and Bo Ashby met"."""
    for first, second in pairwise(named):
        if {first.key, second.key} == set(people):
            between = scene.text[first.end : second.start].strip().lower()
            if between == "and" or (between.startswith("and ") and len(between.split()) < 4):
                return True
    return False
