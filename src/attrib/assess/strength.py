"""The strength scale: from what a text shows to points, a grade, and the reasons for both.

The mechanism only; every number and sentence stands in `rules/strength.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass

from attrib.records import Factor, Grade, Span, Strength
from attrib.rulebook.strength import (
    FACTORS,
    Cap,
    Detail,
    Directness,
    Document,
    FactorName,
    Identity,
    Level,
    Nearness,
    OnRecord,
    StrengthScale,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the text shows of where one claim comes from; nothing is weighed yet.

    `sources` counts independent ones, 1 or more; `hops` counts those through whom the claim
    was passed on; `commitment` is the cue's, 0 to 7. `observed` says that the outlet confirms
    the claim by its own observation. `spans` are the words that show a factor.
    """

    identity: Identity
    nearness: Nearness
    on_record: OnRecord
    directness: Directness
    commitment: int
    sources: int = 1
    document: Document = "none"
    observed: bool = False
    modal: bool = False
    details: tuple[Detail, ...] = ()
    hops: int = 0
    allegation: bool = False
    spans: tuple[tuple[FactorName, Span], ...] = ()


def score_strength(evidence: Evidence, scale: StrengthScale) -> Strength:
    """The sum of the eight factors, 0 to 100, its grade, and the caps that lowered it.

    A cap lowers the grade and never the score, so that both stay visible.
    """
    factors = tuple(_score_factor(name, evidence, scale) for name in FACTORS)
    score = sum(factor.points for factor in factors)
    by_score = max(
        (step for step in scale.grades if step.at_least <= score), key=lambda step: step.at_least
    ).grade
    # Letters sort the wrong way round for grades: A is the best and the smallest.
    caps = tuple(cap for cap in scale.caps if cap.grade > by_score and _holds(cap, evidence, scale))
    grade: Grade = max((cap.grade for cap in caps), default=by_score)
    return Strength(score, grade, factors, tuple(cap.words for cap in caps))


def is_supported(evidence: Evidence, scale: StrengthScale) -> bool:
    """Whether a document other than the source, or the outlet's own eyes, back the claim."""
    group = scale.identification[evidence.identity].group
    # A document cannot back itself, however well it is linked.
    if group == "observer" or evidence.observed:
        return True
    return group != "record" and evidence.document in scale.independent_documents


def _holds(cap: Cap, evidence: Evidence, scale: StrengthScale) -> bool:
    if scale.identification[evidence.identity].group not in cap.groups:
        return False
    supported = is_supported(evidence, scale)
    match cap.kind:
        case "nobody":
            return True
        case "one-unnamed":
            return evidence.sources == 1
        case "several-unnamed":
            return evidence.sources > 1
        case "one-hop":
            return evidence.hops >= 1 and not supported
        case "more-hops":
            return evidence.hops >= 2 and not supported
        case "single":
            return evidence.sources == 1 and not supported
        case "allegation":
            return evidence.allegation


def _score_factor(name: FactorName, evidence: Evidence, scale: StrengthScale) -> Factor:
    level = _level(name, evidence, scale)
    span = next((span for factor, span in evidence.spans if factor == name), None)
    return Factor(name, level.points, scale.of[name], level.words, span)


def _level(name: FactorName, evidence: Evidence, scale: StrengthScale) -> Level:
    match name:
        case "identification":
            identity = scale.identification[evidence.identity]
            return Level(identity.points, identity.words)
        case "proximity":
            return _proximity(evidence, scale)
        case "sources":
            return _sources(evidence, scale)
        case "documents":
            return scale.documents[evidence.document]
        case "directness":
            return scale.directness[evidence.directness]
        case "commitment":
            return _commitment(evidence, scale)
        case "record":
            return scale.record[evidence.on_record]
        case "specificity":
            return _specificity(evidence, scale)


def _proximity(evidence: Evidence, scale: StrengthScale) -> Level:
    near = scale.proximity[evidence.nearness]
    if evidence.hops == 0:
        return near
    # Whoever passes a claim on can only make it more distant, never nearer.
    far = scale.relay.one_hop if evidence.hops == 1 else scale.relay.more_hops
    if far.points >= near.points:
        return near
    return Level(far.points, f"{far.words}; else {near.points}: {near.words}")


def _sources(evidence: Evidence, scale: StrengthScale) -> Level:
    counts = scale.sources
    # Ten critics whom nobody could find are no better than one.
    if scale.identification[evidence.identity].group == "nobody":
        return counts.none
    if evidence.sources >= 3:
        return counts.three
    found = counts.two if evidence.sources == 2 else counts.one
    if found.points < counts.supported.points and is_supported(evidence, scale):
        return counts.supported
    return found


def _commitment(evidence: Evidence, scale: StrengthScale) -> Level:
    stated = min(max(evidence.commitment, 0), scale.of["commitment"])
    words = {level.points: level.words for level in scale.commitment.levels}
    if not evidence.modal:
        return Level(stated, words[stated])
    left = max(stated - scale.commitment.modal.points, 0)
    return Level(left, f"{words[stated]}, {scale.commitment.modal.words}")


def _specificity(evidence: Evidence, scale: StrengthScale) -> Level:
    shown = [kind for kind in scale.specificity if kind in evidence.details]
    points = min(sum(scale.specificity[kind].points for kind in shown), scale.of["specificity"])
    words = ", ".join(scale.specificity[kind].words for kind in shown)
    return Level(points, words or "no detail that a reader could check")
