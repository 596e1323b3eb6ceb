"""What the words around one claim show of where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.assess.details import find_details
from attrib.assess.scene import Scene, is_quoted, quotes_over
from attrib.assess.standing import Standing, knowing_mention
from attrib.assess.strength import Evidence
from attrib.assess.surroundings import Surroundings
from attrib.assess.wording import find_term
from attrib.records import Cue, ResolvedAttribution, Span, Stance
from attrib.rulebook import Rulebook
from attrib.rulebook.strength import Directness, FactorName, Nearness, OnRecord
from attrib.tokens import Token, tokenise


def find_evidence(
    scene: Scene,
    around: Surroundings,
    content: tuple[Span, ...],
    stance: Stance,
    rulebook: Rulebook,
    *,
    own_act: bool = False,
) -> Evidence:
    """The evidence for one piece of an attribution's content.

    `own_act` says that the content is about what the one who is said to know did.
    """
    item, who = around.item, around.standing
    is_person = rulebook.strength.identification[who.identity].group == "person"
    tokens = [token for span in content for token in tokenise(scene.text, span.start, span.end)]
    cue = item.attribution.cue
    directness, quote_span = _directness(scene, content, cue)
    nearness = _nearness(who, cue, own_act and is_person, rulebook)
    details = find_details(item, around.frame, tokens, rulebook)
    spans: list[tuple[FactorName, Span | None]] = [
        ("identification", who.identity_span),
        ("proximity", _nearness_span(who, nearness, content, cue)),
        ("sources", who.sources_span),
        ("documents", around.document_span),
        ("directness", quote_span),
        ("commitment", cue.span if cue else None),
        ("record", who.record_span),
        ("specificity", details[0][1] if details else None),
    ]
    return Evidence(
        identity=who.identity,
        nearness=nearness,
        on_record=_on_record(who, item, rulebook),
        directness=directness,
        commitment=_commitment(cue, stance, rulebook),
        sources=1 if _is_joint(item, rulebook) else who.sources,
        document=around.document,
        observed=around.observed,
        modal=_is_modal(tokens, rulebook),
        details=tuple(kind for kind, _ in details),
        hops=max(len(item.chain) - 1, 0) + (who.identity == "MED"),
        allegation=stance == "accuses"
        or find_term(tokens, rulebook.terms_of("assess-attacks")) is not None,
        spans=tuple((name, span) for name, span in spans if span is not None),
    )


def _nearness(who: Standing, cue: Cue | None, own_act: bool, rulebook: Rulebook) -> Nearness:
    points = {kind: level.points for kind, level in rulebook.strength.proximity.items()}
    if cue and find_term(tokenise(cue.lemma), rulebook.terms_of("assess-hearsay")):
        return "hearsay"
    return "own-act" if own_act and points["own-act"] > points[who.nearness] else who.nearness


def _nearness_span(
    who: Standing, nearness: Nearness, content: tuple[Span, ...], cue: Cue | None
) -> Span | None:
    if nearness == who.nearness:
        return who.nearness_span
    return cue.span if nearness == "hearsay" and cue else content[0]


def _on_record(who: Standing, item: ResolvedAttribution, rulebook: Rulebook) -> OnRecord:
    """The terms on which the source speaks; whatever it says in a statement is on the record."""
    medium = item.attribution.medium
    points = {kind: level.points for kind, level in rulebook.strength.record.items()}
    issued = medium and find_term(tokenise(medium.text), rulebook.terms_of("statement-nouns"))
    # Only whoever speaks can put it on the record, not "it is understood".
    if issued and knowing_mention(item) and points["issued"] > points[who.on_record]:
        return "issued"
    return who.on_record


def _is_joint(item: ResolvedAttribution, rulebook: Rulebook) -> bool:
    """Whether several speak through one document: "said in a joint statement"."""
    medium = item.attribution.medium
    joint = rulebook.terms_of("joint-words")
    return medium is not None and find_term(tokenise(medium.text), joint) is not None


def _commitment(cue: Cue | None, stance: Stance, rulebook: Rulebook) -> int:
    """The cue's points; the stance's where quoted words act for themselves, or no cue says it."""
    if cue is not None and cue.stance == stance:
        return cue.commitment
    return rulebook.strength.commitment.defaults[stance]


def _is_modal(tokens: Sequence[Token], rulebook: Rulebook) -> bool:
    """Whether the content itself is put as a possibility, not a clause inside it."""
    modals = rulebook.terms_of("assess-modals")
    openers = rulebook.terms_of("relatives") | rulebook.terms_of("assess-conditions")
    finite = rulebook.terms_of("assess-finite") | rulebook.terms_of("assess-mental")
    opened = False
    for place, token in enumerate(tokens):
        before = tokens[place - 1].lower if place else ""
        if token.text in ",.;:—–":
            opened = False
        elif token.lower in openers and place:
            # "It is that", "he thinks that" only introduce; "acts that" opens a clause about acts.
            opened = opened or token.lower != "that" or before not in finite
        elif token.lower in modals and not opened:
            is_month = token.text == "May" and place > 0
            cannot = place + 1 < len(tokens) and tokens[place + 1].lower == "not"
            if not is_month and not cannot:
                return True
    return False


def _directness(
    scene: Scene, content: tuple[Span, ...], cue: Cue | None
) -> tuple[Directness, Span | None]:
    """How far the content stands in quotation marks, and the first marks that it stands in."""
    quotes = [quote for span in content for quote in quotes_over(scene, span)]
    if not quotes:
        mental = cue is not None and cue.stance == "hedges" and cue.commitment <= 2
        return ("mental" if mental else "indirect"), None
    # A quoted sentence begins with a capital; '"the end of the road"' is a part of one.
    start = quotes[0].inner.start
    # A few characters tell; the whole of a long quote would be copied for each of its pieces.
    inner = scene.text[start : min(start + 60, quotes[0].inner.end)].lstrip("'‘\"“ ")
    whole = inner[:1].isupper() and " " in inner
    return ("full" if whole and is_quoted(scene, content) else "partial"), quotes[0].span
