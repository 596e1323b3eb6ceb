"""One article: the entity behind every mention of its attributions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from attrib.records import Attribution, Extraction, Mention
from attrib.resolve.entity import Entity
from attrib.resolve.joint import Paper
from attrib.resolve.lexicon import Lexicon
from attrib.resolve.mentions import names_nobody, parse_mention
from attrib.resolve.nouns import resolve_description
from attrib.resolve.outlets import is_own_outlet
from attrib.resolve.parsed import Parsed
from attrib.resolve.pronouns import resolve_pronoun
from attrib.resolve.proper import named_beside, resolve_name, resolve_own
from attrib.resolve.ranking import Ranker
from attrib.resolve.scene import Issued, Outcome, Said, Scene
from attrib.resolve.several import joint_issuer, resolve_list
from attrib.resolve.survey import set_scene
from attrib.resolve.unnamed import describe_owned


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


def resolve_article(extraction: Extraction, lexicon: Lexicon, ranker: Ranker) -> ArticleLinks:
    """Tie every source and origin of one article to an entity, or to none with the reason."""
    scene, papers = set_scene(extraction, lexicon, ranker)
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
    if mention is None or not mention.text.strip():
        outcomes[index] = Outcome(None, "no source is given")
        return outcomes[index]
    outer = attribution.within
    around: str | None = None
    if outer is not None and outer not in above and outer != index:
        around = _resolve_source(outer, scene, papers, outcomes, (*above, index)).key
    outcome = _resolve_mention(mention, index, scene, around)
    sentence = scene.sentence_at(mention.span.start)
    # Who put out a joint paper speaks for all of them, whoever the sentence names.
    joint = joint_issuer(attribution, outcome, papers.get(sentence, ()), scene)
    outcome = joint or outcome
    if outcome.key is None:
        entity = _make_unresolved(mention, outcome.reason, scene)
        outcome = Outcome(entity.key, outcome.reason)
    outcomes[index] = outcome
    assert outcome.key is not None
    # What is said inside another's words makes nobody the last speaker outside them.
    frame = scene.extraction.attributions[outer].content if outer is not None else ()
    end = max((span.end for span in attribution.content), default=mention.span.end)
    last = max(sentence, scene.sentence_at(max(end - 1, 0)))
    resolved = scene.entity(outcome.key).resolved
    if not resolved and not _may_be_person(scene.parse(mention)):
        return outcome
    scene.said.append(
        Said(
            mention.span.start,
            sentence,
            outcome.key,
            attribution.content,
            frame,
            last,
            resolved,
            index,
        )
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
        return resolve_own(parsed, scene)
    if form == "pronoun":
        attribution = scene.extraction.attributions[index]
        return resolve_pronoun(mention, parsed, attribution, around, scene)
    if form == "list":
        return resolve_list(mention, parsed, scene)
    if names_nobody(parsed.text, scene.lexicon):
        return Outcome(None, f"“{' '.join(mention.text.split())}” says that nobody speaks")
    if scene.lexicon.has("no-subjects", parsed.text.split(" ")[0]):
        return Outcome(None, f"“{' '.join(mention.text.split())}” is the subject of nothing")
    if form == "name":
        return resolve_name(mention, parsed, scene)
    if form == "description":
        attribution = scene.extraction.attributions[index]
        beside = named_beside(mention, parsed, attribution, scene)
        if beside:
            return beside
        if parsed.phrase.owner:
            return _resolve_owned(mention, index, parsed, scene, around)
        return resolve_description(mention, parsed, scene, attribution)
    return Outcome(None, "the source has no words that name anybody")


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
            named = scene.cast.keys_of(scene.parse(attribution.source))
            if set(named) & set(scene.entity(link.source.key).members):
                continue
            by_key.setdefault(link.source.key, []).append(attribution.source)
    return {key: tuple(sorted(found)) for key, found in by_key.items()}
