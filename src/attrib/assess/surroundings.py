"""What stands around cue and source of one attribution, for all pieces of its content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attrib.assess.documents import find_document
from attrib.assess.scene import Scene, frame_tokens
from attrib.assess.standing import Standing, knowing_mention
from attrib.assess.wording import find_term
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook import Rulebook
from attrib.rulebook.strength import Document
from attrib.tokens import Token

_NOBODY = Standing("agentless", "agentless", "none")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """An attribution, how the one who is said to know stands, and the words of its frame.

    `observed` says that the outlet confirms the content by its own observation.
    """

    item: ResolvedAttribution
    standing: Standing
    frame: tuple[Token, ...]
    document: Document
    document_span: Span | None
    observed: bool


def find_surroundings(
    scene: Scene, item: ResolvedAttribution, standings: Mapping[str, Standing], rulebook: Rulebook
) -> Surroundings:
    """The surroundings of one attribution; `standings` are those of the article's sources."""
    known = knowing_mention(item)
    standing = standings.get(known[0], _NOBODY) if known else _NOBODY
    scale = rulebook.strength
    frame = frame_tokens(scene, item)
    is_source = scale.identification[standing.identity].group == "record"
    document, span = find_document(frame, rulebook, is_source=is_source)
    # "The report said" shows no date; the mention that introduced the report did.
    if scale.documents[standing.document].points > scale.documents[document].points:
        document, span = standing.document, standing.document_span
    return Surroundings(item, standing, frame, document, span, _is_observed(frame, rulebook))


def _is_observed(frame: Sequence[Token], rulebook: Rulebook) -> bool:
    """Whether the outlet says that it has seen or checked it, and not that it could not."""
    span = find_term(frame, rulebook.terms_of("assess-observed"))
    if span is None:
        return False
    before = [token for token in frame if token.end <= span.start][-4:]
    return find_term(before, rulebook.terms_of("assess-not-observed")) is None
