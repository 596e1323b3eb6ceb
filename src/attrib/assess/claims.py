"""Attributions and unattributed sentences become claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from attrib.assess.complements import say_what_it_is
from attrib.assess.evidence import find_evidence
from attrib.assess.identity import claim_id, find_grounds
from attrib.assess.keys import with_keys
from attrib.assess.naming import NamingWords, find_naming, load_naming_words, name_subject
from attrib.assess.own import find_own
from attrib.assess.restating import join_words, restate, without_connective
from attrib.assess.scene import Scene, is_quoted, quotes_over, sentence_around, set_scene
from attrib.assess.small_clauses import (
    name_small_clause,
    raise_subject,
    say_who_is_blamed,
)
from attrib.assess.splitting import ClauseWords, load_clause_words, split_content
from attrib.assess.stance import polarity_of, stance_of
from attrib.assess.standing import find_standings
from attrib.assess.strength import Evidence, score_strength
from attrib.assess.surroundings import Surroundings, find_surroundings
from attrib.records import (
    Claim,
    ClaimSource,
    Extraction,
    Resolution,
    ResolvedAttribution,
    Span,
    Strength,
    Voice,
)
from attrib.rulebook import Rulebook
from attrib.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists that are built once for all articles."""

    clauses: ClauseWords
    names: NamingWords


@dataclass(frozen=True, slots=True)
class Assessment:
    """Claims in order, and by (article, claim id) the evidence that each grade was given on."""

    claims: tuple[Claim, ...]
    evidence: Mapping[tuple[str, str], Evidence]


def assess(
    extractions: Sequence[Extraction], resolution: Resolution, rulebook: Rulebook
) -> Assessment:
    """All claims of all articles, in order of (article, lowest start, end, id).

    Each attribution gives one claim or, where its content says several things, one for each;
    each declarative sentence without an attribution gives one in the writer's own voice.
    """
    sources = {source.id: source for source in resolution.sources}
    by_article: dict[str, list[ResolvedAttribution]] = {}
    for item in resolution.attributions:
        by_article.setdefault(item.article, []).append(item)
    claims: dict[tuple[str, str], Claim] = {}
    evidence: dict[tuple[str, str], Evidence] = {}
    words = Words(load_clause_words(rulebook), load_naming_words(rulebook))
    for extraction in extractions:
        scene = set_scene(extraction, by_article.get(extraction.article.id, ()), sources)
        for claim, shown in _attributed(scene, words, rulebook):
            key = claim.article, claim.id
            if key not in claims:
                claims[key], evidence[key] = claim, shown
        for claim in find_own(scene):
            claims.setdefault((claim.article, claim.id), claim)
    ordered = sorted(claims.values(), key=lambda c: (c.article, c.start, c.end, c.id))
    return Assessment(with_keys(ordered, extractions), evidence)


def _attributed(
    scene: Scene, words: Words, rulebook: Rulebook
) -> tuple[tuple[Claim, Evidence], ...]:
    standings = find_standings(scene, rulebook)
    claims: dict[int, list[tuple[Claim, Evidence]]] = {}
    for item in scene.attributions:
        if _has_words(scene, item.attribution.content):
            pieces = _pieces(scene, item, words)
            around = find_surroundings(scene, item, standings, rulebook)
            claims[item.index] = [
                _claim(scene, around, piece, words, rulebook, place=place, n_pieces=len(pieces))
                for place, piece in enumerate(pieces)
            ]
    return tuple(
        (replace(claim, within=_holder(claim, item.attribution.within, claims)), evidence)
        for item in scene.attributions
        for claim, evidence in claims.get(item.index, ())
    )


def _pieces(scene: Scene, item: ResolvedAttribution, words: Words) -> tuple[tuple[Span, ...], ...]:
    """The content cut into claims; words that nobody is said to speak are one, however many."""
    attribution = item.attribution
    if attribution.source is None and attribution.cue is None:
        return (attribution.content,)
    return split_content(scene, attribution.content, words.clauses)


def _has_words(scene: Scene, content: tuple[Span, ...]) -> bool:
    return any(char.isalnum() for span in content for char in span.of(scene.text))


def _claim(
    scene: Scene,
    around: Surroundings,
    content: tuple[Span, ...],
    words: Words,
    rulebook: Rulebook,
    *,
    place: int,
    n_pieces: int,
) -> tuple[Claim, Evidence]:
    """The claim made by piece number `place` of an attribution's content, and its evidence."""
    item, attribution = around.item, around.item.attribution
    article = scene.segmentation.article.id
    quoted = is_quoted(scene, content)
    line = without_connective(join_words(scene, content, rulebook), rulebook, quoted=quoted)
    tokens = tokenise(line)
    stance, act = stance_of(attribution, tokens, rulebook, quoted=quoted)
    # In a transcript's words, which have no marks, "he" is anybody but their speaker.
    spoken = attribution.voice == "direct" and not quoted
    naming = (
        None if spoken else find_naming(scene, item, words.names, rulebook, first_piece=place == 0)
    )
    raised = None if act else raise_subject(scene, attribution, content, stance, rulebook)
    lemma = attribution.cue.lemma.lower() if attribution.cue else ""
    plain = not quoted and attribution.modality == "actual"
    if plain and not (raised or act):
        raised = say_what_it_is(line, lemma, rulebook)
    text = restate(raised or line, stance, act, naming, rulebook, quoted=quoted)
    if plain and lemma and not raised:
        text = (
            name_small_clause(text, stance, rulebook, is_whole=len(content) == 1)
            or say_who_is_blamed(text, lemma, rulebook, is_lower=line[:1].islower())
            or text
        )
    speaks_of_itself = quoted and _is_first_person_act(tokens, rulebook)
    named = not quoted and naming is not None and name_subject(line, naming) is not None
    # What somebody promises or did is known by that one best.
    own_act = stance == "commits" or speaks_of_itself or named
    evidence = find_evidence(scene, around, content, stance, rulebook, own_act=own_act)
    strength: Strength | None = score_strength(evidence, rulebook.strength)
    spans = [span for span in (attribution.cue, attribution.source) if span is not None]
    claim = Claim(
        id=claim_id(article, content, stance, item.source_id),
        article=article,
        text=text,
        content=content,
        sentence=sentence_around(scene, [*content, *(part.span for part in spans)]),
        cue=attribution.cue,
        source=_claim_source(scene, item),
        chain=item.chain,
        voice=_voice(scene, content, attribution.voice) if n_pieces > 1 else attribution.voice,
        stance=stance,
        polarity=polarity_of(attribution, stance, tokens, rulebook),
        tone=attribution.cue.tone if attribution.cue else 0,
        # "Has not said", "if he says": nothing was said whose source could be weighed.
        strength=strength if attribution.modality == "actual" else None,
        modality=attribution.modality,
        grounds=find_grounds(item, scene.sources),
    )
    return claim, evidence


def _is_first_person_act(words: Sequence[Token], rulebook: Rulebook) -> bool:
    """Whether quoted words tell what their speaker did: "I opened the gate", not "I think"."""
    mental = rulebook.terms_of("assess-mental")
    speaks = bool(words) and words[0].lower in rulebook.terms_of("assess-speakers")
    return speaks and not any(word.lower in mental for word in words[1:4])


def _claim_source(scene: Scene, item: ResolvedAttribution) -> ClaimSource | None:
    mention = item.attribution.source
    source = scene.sources.get(item.source_id or "")
    if mention is None or source is None:
        return None
    return ClaimSource(
        source.id,
        source.name,
        source.source_class,
        mention.span,
        mention.text,
        source.resolved,
        item.reason or source.reason,
    )


def _voice(scene: Scene, content: tuple[Span, ...], voice: Voice) -> Voice:
    """The voice of one piece, where the whole is partly quoted."""
    if voice != "mixed":
        return voice
    if is_quoted(scene, content):
        return "direct"
    return "mixed" if any(quotes_over(scene, span) for span in content) else "indirect"


def _holder(
    claim: Claim, outer: int | None, claims: Mapping[int, Sequence[tuple[Claim, Evidence]]]
) -> str | None:
    """The claim, among the pieces of the attribution around this one, that holds its content."""
    pieces = claims.get(outer, ()) if outer is not None else ()
    for span in claim.content:
        for piece, _ in pieces:
            # The same words twice are one claim with a chain, and neither holds the other.
            if piece.content != claim.content and any(
                part.overlaps(span) for part in piece.content
            ):
                return piece.id
    return None
