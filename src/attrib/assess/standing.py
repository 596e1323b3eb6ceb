"""How each source stands in one article: who it is, how it knows, on what terms it speaks.

Gathered over all mentions of the source, so that "he said" scores as the full name does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from attrib.assess.counting import count_in_words, count_members
from attrib.assess.documents import find_document
from attrib.assess.scene import Scene, frame_tokens, sentences_touched, source_tokens, window_tokens
from attrib.assess.wording import find_term
from attrib.records import Mention, ResolvedAttribution, Source, Span
from attrib.rulebook import Rulebook
from attrib.rulebook.strength import Document, Identity, Nearness, OnRecord
from attrib.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class Standing:
    """What an article shows of one source, wherever it shows it, and the words that do."""

    identity: Identity
    nearness: Nearness
    on_record: OnRecord
    sources: int = 1
    identity_span: Span | None = None
    nearness_span: Span | None = None
    record_span: Span | None = None
    sources_span: Span | None = None
    document: Document = "none"
    document_span: Span | None = None


def find_standings(scene: Scene, rulebook: Rulebook) -> dict[str, Standing]:
    """The standing of every source that knows something in this article, by id."""
    mentions: dict[str, list[tuple[ResolvedAttribution, Mention]]] = {}
    for item in scene.attributions:
        known = knowing_mention(item)
        if known:
            mentions.setdefault(known[0], []).append((item, known[1]))
    return {
        key: _standing(scene, scene.sources[key], found, rulebook)
        for key, found in mentions.items()
        if key in scene.sources
    }


def knowing_mention(item: ResolvedAttribution) -> tuple[str, Mention] | None:
    """Id and mention of the one who is said to know: the last of the chain."""
    attribution = item.attribution
    last = item.chain[-1].id if item.chain else item.source_id
    if last is None:
        return None
    if last != item.source_id and attribution.origins:
        return last, attribution.origins[-1]
    return (last, attribution.source) if attribution.source else None


def _standing(
    scene: Scene,
    source: Source,
    mentions: Sequence[tuple[ResolvedAttribution, Mention]],
    rulebook: Rulebook,
) -> Standing:
    identity = _identity(source, rulebook)
    level = rulebook.strength.identification[identity]
    # The fullest mention shows best who it is; of equals the first.
    fullest = max(mentions, key=lambda pair: (len(pair[1].span), -pair[1].span.start))[1]
    standing = Standing(identity, level.nearness, level.on_record, identity_span=fullest.span)
    if level.group == "nobody":
        return standing
    standing = _with_number(standing, source, mentions, scene, rulebook)
    standing = _with_nearness(standing, source, mentions, scene, rulebook)
    if level.group == "record":
        standing = _with_document(standing, mentions, scene, rulebook)
    if level.group == "unnamed":
        standing = _with_reason(standing, mentions, scene, rulebook)
    return standing


def _identity(source: Source, rulebook: Rulebook) -> Identity:
    match source.source_class:
        case None:
            return "unsettled"
        case "COL":
            bare = find_term(tokenise(source.name), rulebook.terms_of("assess-bare-sources"))
            return "bare" if bare else "collective"
        case "DOC" | "DAT" as kind:
            return kind if _could_be_looked_up(source, rulebook) else "untitled"
        case kind:
            return kind


def _could_be_looked_up(source: Source, rulebook: Rulebook) -> bool:
    """Whether a document has a title, an issuer or a date: a figure, a name past the first word."""
    words = [tokenise(text) for text in (source.description, source.name, *source.aliases)]
    issuers = rulebook.terms_of("generic-bodies") | rulebook.terms_of("state-bodies") | {"'s"}
    return source.affiliation is not None or any(
        (token.is_capitalised and not token.text.rpartition("-")[2].islower())
        or token.text[0].isdigit()
        or token.lower in issuers
        for tokens in words
        for token in tokens[1:]
    )


def _with_number(
    standing: Standing,
    source: Source,
    mentions: Sequence[tuple[ResolvedAttribution, Mention]],
    scene: Scene,
    rulebook: Rulebook,
) -> Standing:
    if source.members:
        number = count_members(source, scene.sources, rulebook)
        return replace(standing, sources=number, sources_span=standing.identity_span)
    # A document is one source, and so are two who speak for one organisation.
    is_record = rulebook.strength.identification[standing.identity].group == "record"
    if is_record or source.affiliation is not None or standing.identity == "UOR":
        return standing
    for _, mention in mentions:
        number = count_in_words(
            tokenise(scene.text, mention.span.start, mention.span.end), rulebook
        )
        if number > 1:
            return replace(standing, sources=number, sources_span=mention.span)
    return standing


def _with_nearness(
    standing: Standing,
    source: Source,
    mentions: Sequence[tuple[ResolvedAttribution, Mention]],
    scene: Scene,
    rulebook: Rulebook,
) -> Standing:
    points = {kind: level.points for kind, level in rulebook.strength.proximity.items()}
    described = [(source_tokens(scene, item, mention.span), True) for item, mention in mentions]
    described.append((tokenise(source.description), False))
    found = standing
    kinds: tuple[tuple[Nearness, str], ...] = (
        ("witness", "assess-witness"),
        ("direct", "assess-direct-knowledge"),
    )
    for kind, name in kinds:
        for tokens, in_text in described:
            span = find_term(tokens, rulebook.terms_of(name))
            if span and points[kind] > points[found.nearness]:
                found = replace(found, nearness=kind, nearness_span=span if in_text else None)
    openings = [tokens[:4] for tokens, _ in described] + [tokenise(source.role or "")[:4]]
    # Whoever has left an office keeps the name of it, but knows no more from it.
    if points[found.nearness] > points["former"] and any(
        _is_former(tokens, rulebook) for tokens in openings
    ):
        return replace(found, nearness="former", nearness_span=standing.identity_span)
    return found


def _is_former(tokens: Sequence[Token], rulebook: Rulebook) -> bool:
    former = rulebook.terms_of("assess-former")
    return any(token.lower in former or token.lower.startswith("ex-") for token in tokens)


def _with_document(
    standing: Standing,
    mentions: Sequence[tuple[ResolvedAttribution, Mention]],
    scene: Scene,
    rulebook: Rulebook,
) -> Standing:
    points = {kind: level.points for kind, level in rulebook.strength.documents.items()}
    best = standing
    for item, _ in mentions:
        found, span = find_document(frame_tokens(scene, item), rulebook, is_source=True)
        if points[found] > points[best.document]:
            best = replace(best, document=found, document_span=span)
    return best


def _with_reason(
    standing: Standing,
    mentions: Sequence[tuple[ResolvedAttribution, Mention]],
    scene: Scene,
    rulebook: Rulebook,
) -> Standing:
    points = {kind: level.points for kind, level in rulebook.strength.record.items()}
    best = standing
    for _, mention in mentions:
        for tokens in (window_tokens(scene, mention.span), _sequel(scene, mention.span, rulebook)):
            found, span = _reason(tokens, rulebook)
            if points[found] > points[best.on_record]:
                best = replace(best, on_record=found, record_span=span)
    return best


def _reason(tokens: Sequence[Token], rulebook: Rulebook) -> tuple[OnRecord, Span | None]:
    """Why a source goes unnamed, if the sentence says so."""
    # The formula comes first: "because he was not authorised to speak" gives no reason.
    stock = find_term(tokens, rulebook.terms_of("assess-stock-reason"))
    if stock:
        return "stock", stock
    asked = find_term(tokens, rulebook.terms_of("assess-anonymity"))
    if not asked:
        return "none", None
    after = [token for token in tokens if token.start >= asked.end]
    reason = find_term(after, rulebook.terms_of("assess-reason"))
    return ("reason", Span(asked.start, reason.end)) if reason else ("none", None)


def _sequel(scene: Scene, span: Span, rulebook: Rulebook) -> tuple[Token, ...]:
    """The next sentence, where it goes on about the same one: "He asked not to be named ..."."""
    sentences = scene.segmentation.sentences
    touched = sentences_touched(scene, span)
    if not touched or touched[-1] + 1 >= len(sentences):
        return ()
    start = sentences[touched[-1] + 1].span.start
    tokens = window_tokens(scene, Span(start, start + 1))
    return tokens if tokens and tokens[0].lower in rulebook.terms_of("anaphors") else ()
