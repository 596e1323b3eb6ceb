"""Denial disputes: what one voice denies, and the voices that accuse it or assert just that."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from attrib.compare.disputes import Answer, Dispute, join_linked, shorten
from attrib.compare.scene import Scene
from attrib.compare.voices import Voice, is_same_voice
from attrib.compare.words import find_names
from attrib.tokens import tokenise

_AFFIRMS = frozenset(
    {"accuses", "asserts", "own", "shows", "confirms", "relays", "concedes", "hedges"}
)
_TO_ACCUSATION = 0.38
"""Least cosine of a denial and an accusation of the denier himself."""
_TO_ASSERTION = 0.60
_SAME_SIDE = 0.55
"""Least cosine of two claims that affirm (or deny) one thing."""
_OWN_ACCOUNT = 0.45
"""Least cosine of the denier's own account and what he is accused of."""


def find_denial_disputes(scene: Scene) -> list[Dispute]:
    """All denial disputes of one event; denials of one accusation make one dispute."""
    denials = [place for place, claim in enumerate(scene.claims) if claim.polarity == "deny"]
    if not denials:
        return []
    cosines = np.round(scene.vectors[denials] @ scene.vectors.T, 3)
    answered: dict[int, dict[int, float]] = {}
    for row, denial in enumerate(denials):
        found = {
            other: score
            for other in range(len(scene))
            if (score := _answers(denial, other, float(cosines[row, other]), scene))
        }
        if found:
            answered[denial] = found
    links = [(denial, other) for denial, found in answered.items() for other in found]
    return [_dispute(group, answered, scene) for group in join_linked(links)]


def _answers(denial: int, other: int, cosine: float, scene: Scene) -> float:
    """How surely `other` puts forward what `denial` denies, in [0, 1]; 0 if it does not."""
    claim, voice = scene.claims[other], scene.voices[other]
    if claim.polarity != "affirm" or claim.stance not in _AFFIRMS:
        return 0.0
    if is_same_voice(voice, scene.voices[denial]):
        return 0.0
    shared = scene.statements[denial].stems & scene.statements[other].stems
    if claim.stance == "accuses":
        if cosine >= _TO_ACCUSATION and _is_target(scene.voices[denial], other, scene):
            return min(1.0, 0.4 + cosine / 2)
        return min(1.0, 0.2 + cosine / 2) if cosine >= _TO_ASSERTION and shared else 0.0
    # A writer who reports a denial often restates in the same article what is denied.
    if voice.is_own and claim.article == scene.claims[denial].article:
        return 0.0
    if scene.statements[other].negated & shared or scene.statements[other].refutes:
        return 0.0
    enough = len(shared) >= 2 and len(shared) >= 0.3 * len(scene.statements[denial].stems)
    return round(0.1 + cosine * 0.8, 3) if cosine >= _TO_ASSERTION and enough else 0.0


def _is_target(denier: Voice, accusation: int, scene: Scene) -> bool:
    """Whether the accusation is aimed at the denier: he is named in it, or in its sentence."""
    claim = scene.claims[accusation]
    text = scene.articles[claim.article].text
    start = claim.cue.span.end if claim.cue else claim.start
    aimed = text[min(start, claim.start) : claim.end]
    names = find_names(tokenise(aimed), scene.lexicon) | scene.statements[accusation].names
    return bool(denier.names & names)


def _dispute(group: Sequence[int], answered: dict[int, dict[int, float]], scene: Scene) -> Dispute:
    denials = [place for place in group if place in answered]
    affirmed = sorted({other for denial in denials for other in answered[denial]})
    deniers = [scene.voices[place] for place in denials]
    taken = {*denials, *affirmed}
    affirmed += _allies(affirmed, denials, taken, scene)
    taken.update(affirmed)
    denied = denials + _account(deniers, affirmed, denials, taken, scene)
    first = max(denials, key=lambda place: (max(answered[place].values()), -place))
    best = max(answered[first].items(), key=lambda item: (item[1], -item[0]))[0]
    return Dispute(
        kind="denial",
        label=f"Whether {_lower_first(shorten(scene.claims[first].text), scene)}",
        answers=(
            Answer("affirmed", tuple(sorted(affirmed))),
            Answer("denied", tuple(sorted(denied))),
        ),
        score=round(max(answered[first].values()), 3),
        reason=f"{scene.voices[first].shown} denies what {scene.voices[best].shown} says",
    )


def _allies(
    affirmed: Sequence[int], denials: Sequence[int], taken: set[int], scene: Scene
) -> list[int]:
    """Claims of further voices that say the same as those already on the affirming side."""
    if not affirmed:
        return []
    about = frozenset().union(*(scene.statements[place].names for place in denials))
    nearness = np.round((scene.vectors[list(affirmed)] @ scene.vectors.T).max(axis=0), 3)
    return [
        place
        for place, claim in enumerate(scene.claims)
        if place not in taken
        and claim.polarity == "affirm"
        and claim.stance in _AFFIRMS
        and nearness[place] >= _SAME_SIDE
        and not scene.voices[place].is_own
        and scene.statements[place].names & about
        and not any(is_same_voice(scene.voices[place], scene.voices[d]) for d in denials)
    ]


def _account(
    deniers: Sequence[Voice],
    affirmed: Sequence[int],
    denials: Sequence[int],
    taken: set[int],
    scene: Scene,
) -> list[int]:
    """What the deniers themselves say on the matter: their own account of it."""
    about = frozenset().union(*(scene.statements[place].names for place in denials))
    about -= frozenset().union(*(voice.names for voice in deniers))
    rows = [*affirmed, *denials]
    nearness = np.round((scene.vectors[rows] @ scene.vectors.T).max(axis=0), 3)
    return [
        place
        for place, claim in enumerate(scene.claims)
        if place not in taken
        and nearness[place] >= _OWN_ACCOUNT
        and claim.stance in _AFFIRMS | {"denies"}
        and scene.statements[place].names & about
        and any(is_same_voice(scene.voices[place], voice) for voice in deniers)
    ]


def _lower_first(text: str, scene: Scene) -> str:
    first = text.split(" ", 1)[0]
    known = first.lower() in scene.lexicon.function_words and first != "I"
    return text[:1].lower() + text[1:] if known else text
