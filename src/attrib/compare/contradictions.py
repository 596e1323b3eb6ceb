"""Contradiction disputes: voices whose words on one matter oppose each other."""

from __future__ import annotations

from collections.abc import Mapping

from attrib.compare.disputes import Answer, Dispute, shorten
from attrib.compare.oppositions import NEGATED, Opposition, find_opposition
from attrib.compare.scene import Scene
from attrib.compare.voices import is_same_voice

_QUOTED = frozenset({"direct", "mixed"})
_LEAST_COSINE = 0.72
_LEAST_SLOT_COSINE = 0.5
_LEAST_SCORE = 0.5
_SAME_PHASE = 4
_EARNEST = frozenset(
    {"asserts", "accuses", "concedes", "confirms", "corrects", "relays", "shows", "own"}
)


def find_contradiction_disputes(
    scene: Scene, neighbours: Mapping[tuple[int, int], float]
) -> list[Dispute]:
    """Contradictions among neighbouring claims, one dispute for each opposed pair of answers."""
    disputes = []
    for (one, other), cosine in sorted(neighbours.items()):
        if not _may_contradict(one, other, scene):
            continue
        opposition = find_opposition(
            scene.statements[one], scene.statements[other], cosine, scene.lexicon
        )
        if opposition and _is_sure(opposition, one, other, cosine, scene):
            disputes.append(_dispute(opposition, one, other, scene))
    return disputes


def _may_contradict(one: int, other: int, scene: Scene) -> bool:
    left, right = scene.claims[one], scene.claims[other]
    if left.polarity != "affirm" or right.polarity != "affirm":
        return False
    if is_same_voice(scene.voices[one], scene.voices[other]):
        return False
    predicted = [claim.stance == "predicts" for claim in (left, right)]
    if all(predicted):
        return True
    if left.stance not in _EARNEST or right.stance not in _EARNEST:
        return False
    if left.voice in _QUOTED and right.voice in _QUOTED:
        # Two printings of one quote are compared word by word elsewhere.
        return False
    own = scene.voices[one].is_own or scene.voices[other].is_own
    return not (own and left.article == right.article)


def _is_sure(opposition: Opposition, one: int, other: int, cosine: float, scene: Scene) -> bool:
    left, right = scene.statements[one], scene.statements[other]
    if left.hypothetical or right.hypothetical or left.updates or right.updates:
        return False
    if left.years != right.years:
        return False
    days = scene.days[one], scene.days[other]
    if days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > _SAME_PHASE:
        return False
    if opposition.sign == "slot":
        return cosine >= _LEAST_SLOT_COSINE and opposition.score >= _LEAST_SCORE
    names = left.names - scene.common, right.names - scene.common
    if names[0] and names[1] and not names[0] & names[1]:
        return False
    return cosine >= _LEAST_COSINE and opposition.score >= _LEAST_SCORE


def _dispute(opposition: Opposition, one: int, other: int, scene: Scene) -> Dispute:
    answers = sorted(
        (Answer(opposition.one, (one,)), Answer(opposition.other, (other,))),
        key=lambda answer: answer.value,
    )
    return Dispute(
        "contradiction", _label(opposition, one, other, scene), tuple(answers),
        opposition.score, opposition.reason,
    )  # fmt: skip


def _label(opposition: Opposition, one: int, other: int, scene: Scene) -> str:
    """The frame without its fillers; for a negation, what is stated and negated."""
    if opposition.sign == "negation":
        stated = other if opposition.one == NEGATED else one
        return f"Whether {shorten(scene.claims[stated].text)}"
    frame = scene.claims[one].text.replace(opposition.filler, "...", 1)
    return shorten(frame)
