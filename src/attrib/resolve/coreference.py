"""One article: the entity behind every mention of its attributions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from attrib.records import Attribution, Extraction, Mention
from attrib.resolve.cast import build_cast
from attrib.resolve.entity import Entity
from attrib.resolve.joint import Paper, find_papers, make_group, make_joint_issuer
from attrib.resolve.keys import form_of
from attrib.resolve.lexicon import Lexicon, fold
from attrib.resolve.mentions import Parsed, parse_mention
from attrib.resolve.names import Named, Prose, find_names, standing_names
from attrib.resolve.nouns import describe_owned, resolve_description
from attrib.resolve.outlets import is_own_outlet, own_names
from attrib.resolve.pronouns import resolve_pronoun
from attrib.resolve.scene import Issued, Outcome, Said, Scene


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution of an article, its mentions tied to keys of entities."""

    source: Outcome
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleLinks:
    """One article resolved: a link for each attribution, by index, and the scene it came from."""

    links: tuple[Link, ...]
    scene: Scene
    mentions: Mapping[str, tuple[Mention, ...]]
    """Every mention of a source, by its entity's key, in reading order."""


def resolve_article(extraction: Extraction, lexicon: Lexicon) -> ArticleLinks:
    """Tie every source and origin of one article to an entity, or to none with the reason."""
    scene, papers = _set_scene(extraction, lexicon)
    outcomes: dict[int, Outcome] = {}
    origins: dict[int, tuple[str, ...]] = {}
    for index in _reading_order(extraction):
        _resolve_source(index, scene, papers, outcomes, ())
        origins[index] = tuple(
            key
            for origin in extraction.attributions[index].origins
            if (key := _resolve_mention(origin, index, scene, None).key)
        )
    links = tuple(
        Link(outcomes[index], origins[index]) for index in range(len(extraction.attributions))
    )
    return ArticleLinks(links, scene, _mentions_by_key(scene, links))


def _set_scene(
    extraction: Extraction, lexicon: Lexicon
) -> tuple[Scene, Mapping[int, tuple[Paper, ...]]]:
    segmentation = extraction.segmentation
    prose = find_names(segmentation, lexicon) if extraction.attributions else Prose((), ())
    known = standing_names(prose.names)
    parsed = {
        mention.span: parse_mention(mention.text, lexicon, known)
        for mention in _all_mentions(extraction)
    }
    starts = tuple(sentence.span.start for sentence in segmentation.sentences) or (0,)
    named = tuple(
        Named(
            span,
            item,
            max(bisect_right(starts, span.start) - 1, 0),
            form_of(item.phrase, lexicon),
            subject=True,
        )
        for span, whole in parsed.items()
        for item in (whole.members or (whole,))
    )
    cast = build_cast(prose, named, extraction.article.id, lexicon)
    named_at = tuple(item.start for item in cast.occurrences)
    scene = Scene(
        extraction,
        lexicon,
        cast,
        parsed,
        starts,
        named_at,
        prose.pronouns,
        prose.described,
        own_names(extraction.article.outlet, lexicon),
    )
    for entity in cast.entities.values():
        scene.index(entity)
    by_sentence: dict[int, list[Paper]] = {}
    for paper in find_papers(segmentation, prose, cast, lexicon):
        by_sentence.setdefault(paper.sentence, []).append(paper)
        _note_paper(paper, scene)
    return scene, {number: tuple(papers) for number, papers in by_sentence.items()}


def _note_paper(paper: Paper, scene: Scene) -> None:
    """Remember whose statement it is, so that "the statement" can mean its issuers."""
    if len(paper.members) > 1:
        entity = make_joint_issuer(paper, scene.cast, scene.lexicon)
        scene.add(entity)
        key = entity.key
    elif len(paper.members) == 1 and not paper.joint:
        key = paper.members[0]
    else:
        return
    scene.issued.append(Issued(paper.span.start, paper.sentence, paper.noun, key))


def _all_mentions(extraction: Extraction) -> Iterator[Mention]:
    for attribution in extraction.attributions:
        for mention in (attribution.source, attribution.addressee, *attribution.origins):
            if mention is not None:
                yield mention


def _reading_order(extraction: Extraction) -> list[int]:
    """Indices of the attributions in order of their sources, those without one by content."""

    def place(index: int) -> tuple[int, int]:
        attribution = extraction.attributions[index]
        start = attribution.source.span.start if attribution.source else attribution.sentence.start
        return start, index

    return sorted(range(len(extraction.attributions)), key=place)


def _resolve_source(
    index: int,
    scene: Scene,
    papers: Mapping[int, tuple[Paper, ...]],
    outcomes: dict[int, Outcome],
    above: tuple[int, ...],
) -> Outcome:
    """The outcome for one attribution; that of the one around it is found first if need be."""
    if index in outcomes:
        return outcomes[index]
    attribution = scene.extraction.attributions[index]
    mention = attribution.source
    if mention is None:
        outcomes[index] = Outcome(None, "no source is given")
        return outcomes[index]
    outer = attribution.within
    around: str | None = None
    if outer is not None and outer not in above and outer != index:
        around = _resolve_source(outer, scene, papers, outcomes, (*above, index)).key
    outcome = _resolve_mention(mention, index, scene, around)
    sentence = scene.sentence_at(mention.span.start)
    joint = _joint_issuer(attribution, outcome, papers.get(sentence, ()), scene)
    outcome = joint or outcome
    if outcome.key is None:
        entity = _make_unresolved(mention, outcome.reason, scene)
        outcome = Outcome(entity.key, outcome.reason)
    outcomes[index] = outcome
    assert outcome.key is not None
    nested = outer is not None and scene.extraction.attributions[outer].voice == "direct"
    end = max((span.end for span in attribution.content), default=mention.span.end)
    last = max(sentence, scene.sentence_at(max(end - 1, 0)))
    resolved = scene.entity(outcome.key).resolved
    if not resolved and not _may_be_person(scene.parse(mention)):
        return outcome
    scene.said.append(
        Said(mention.span.start, sentence, outcome.key, attribution.content, nested, last, resolved)
    )
    if resolved:
        _note_issued(attribution, outcome.key, sentence, scene)
    return outcome


def _may_be_person(parsed: Parsed) -> bool:
    """Whether a mention that is not resolved could stand for one person."""
    return parsed.pronoun in ("he", "she", "who") or (
        parsed.pronoun == "" and parsed.phrase.kind in ("person", "") and not parsed.phrase.plural
    )


def _resolve_mention(mention: Mention, index: int, scene: Scene, around: str | None) -> Outcome:
    parsed = scene.parse(mention)
    form = parsed.phrase.form
    if is_own_outlet(parsed, scene.own, scene.lexicon):
        return _resolve_own(parsed, scene)
    if form == "pronoun":
        attribution = scene.extraction.attributions[index]
        return resolve_pronoun(mention, parsed, attribution, around, scene)
    if form == "list":
        return _resolve_list(mention, parsed, scene)
    if form == "name":
        return _resolve_name(mention, parsed, scene)
    if form == "description":
        beside = _named_beside(mention, parsed, scene)
        if beside:
            return beside
        if parsed.phrase.owner:
            return _resolve_owned(mention, index, parsed, scene, around)
        return resolve_description(mention, parsed, scene)
    return Outcome(None, "the source has no words")


def _resolve_name(mention: Mention, parsed: Parsed, scene: Scene) -> Outcome:
    keys = scene.cast.keys_of(parsed.phrase, scene.lexicon)
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


def _resolve_own(parsed: Parsed, scene: Scene) -> Outcome:
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


def _resolve_owned(
    mention: Mention, index: int, parsed: Parsed, scene: Scene, around: str | None
) -> Outcome:
    """ "His lawyer": a source of its own, if it is certain whose."""
    owner = parse_mention(parsed.phrase.owner, scene.lexicon)
    attribution = scene.extraction.attributions[index]
    outcome = resolve_pronoun(mention, owner, attribution, around, scene)
    shown = " ".join(mention.text.split())
    if outcome.key is None:
        return Outcome(None, f"whose “{shown}” is meant is not certain")
    return describe_owned(mention, parsed, scene.entity(outcome.key), scene)


def _named_beside(mention: Mention, parsed: Parsed, scene: Scene) -> Outcome | None:
    """The name that a role stands in apposition to: "Ida Moss, director of ..."."""
    if parsed.phrase.kind != "person":
        return None
    start = mention.span.start
    for occurrence in scene.named_between(max(start - 80, 0), start):
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


def _resolve_list(mention: Mention, parsed: Parsed, scene: Scene) -> Outcome:
    members = []
    for member in parsed.members:
        outcome = _resolve_name(mention, member, scene)
        if outcome.key is not None:
            entity = scene.entity(outcome.key)
            members.append(entity)
    if len({entity.key for entity in members}) < 2 and not parsed.rest:
        return Outcome(None, f"who “{parsed.text}” are is not certain")
    group = make_group(parsed, members, scene.extraction.article.id, mention.span.start)
    scene.add(group)
    return Outcome(group.key, "several are named together")


def _joint_issuer(
    attribution: Attribution, outcome: Outcome, papers: tuple[Paper, ...], scene: Scene
) -> Outcome | None:
    """The joint source of which the one named is a member, where the sentence tells of one."""
    own = _own_members(outcome.key, scene)
    for paper in papers:
        if not own or any(span.covers(paper.span) for span in attribution.content):
            continue
        medium = attribution.medium
        told = medium is not None and medium.span.overlaps(paper.span)
        if not (set(own) <= set(paper.subjects) or (told and paper.joint)):
            continue
        whole = replace(paper, subjects=tuple(dict.fromkeys((*paper.subjects, *own))))
        if len(whole.members) > 1:
            _note_paper(whole, scene)
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


def _note_issued(attribution: Attribution, key: str, sentence: int, scene: Scene) -> None:
    if attribution.medium is None:
        return
    words = attribution.medium.text.lower().split()
    for noun in sorted(scene.lexicon.terms("statement-nouns")):
        if noun in " ".join(words):
            scene.issued.append(Issued(attribution.medium.span.start, sentence, noun, key))
            return


def _make_unresolved(mention: Mention, reason: str, scene: Scene) -> Entity:
    entity = Entity(
        key=f"{scene.extraction.article.id}:unresolved at {mention.span.start}",
        name=" ".join(mention.text.split()),
        kind="",
        resolved=False,
        reason=reason,
        description=" ".join(mention.text.split()),
        first=mention.span.start,
    )
    scene.add(entity)
    return entity


def _mentions_by_key(scene: Scene, links: tuple[Link, ...]) -> Mapping[str, tuple[Mention, ...]]:
    """The mentions of each source; a member named for the whole is no name of the whole."""
    by_key: dict[str, list[Mention]] = {}
    for attribution, link in zip(scene.extraction.attributions, links, strict=True):
        if attribution.source is not None and link.source.key is not None:
            named = scene.cast.keys_of(scene.parse(attribution.source).phrase, scene.lexicon)
            if set(named) & set(scene.entity(link.source.key).members):
                continue
            by_key.setdefault(link.source.key, []).append(attribution.source)
    return {key: tuple(sorted(found)) for key, found in by_key.items()}
