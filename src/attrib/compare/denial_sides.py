"""Who else stands on a side of a denial: allies of the accuser, fellows of the denier."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from attrib.compare.scene import Scene
from attrib.compare.voices import Voice, is_same_voice
from attrib.records import UNNAMED, Claim

AFFIRMS = frozenset(
    {"accuses", "asserts", "own", "shows", "confirms", "relays", "concedes", "hedges"}
)
"""Stances of what can be denied."""
_OWN_STANCES = frozenset({"asserts", "shows", "corrects", "relays", "denies"})
"""Stances of a denier's own account; what he concedes or confirms is none."""
_SAME_SIDE = 0.57
"""Least cosine of two claims that affirm (or deny) one thing."""
_ALLY_COVER = 0.2
"""Share of an ally's words, rare ones weighing more, that the accusation has too."""
_OWN_ACCOUNT = 0.45
"""Least cosine of the denier's own account and what he is accused of."""
_FELLOW, _FELLOW_COVER = 0.70, 0.5
"""Least cosine of a denial and of what says the same in negated words, and share of its words."""
_THIS = frozenset({"this", "it", "that"})
_ONE_STAGE = 4
"""Days within which "this" is taken for the same."""


def find_allies(
    affirmed: Sequence[int],
    denials: Sequence[int],
    deniers: Sequence[Voice],
    taken: set[int],
    scene: Scene,
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
        and claim.stance in AFFIRMS
        and nearness[place] >= _SAME_SIDE
        and max(scene.covers(place, other) for other in affirmed) >= _ALLY_COVER
        and not scene.voices[place].is_own
        and scene.statements[place].names & about
        and not scene.statements[place].refutes
        and not (scene.statements[place].distances and claim.stance != "accuses")
        and not any(is_same_voice(scene.voices[place], scene.voices[d]) for d in denials)
        and _is_against(scene.voices[place], deniers, scene)
    ]


def _is_against(voice: Voice, deniers: Sequence[Voice], scene: Scene) -> bool:
    """Whether the voice elsewhere accuses the deniers, or calls on them to stop."""
    return any(
        is_same_voice(voice, reproach.voice) and reproach.names & denier.names
        for reproach in scene.reproaches
        for denier in deniers
    )


def find_account(
    deniers: Sequence[Voice],
    affirmed: Sequence[int],
    denials: Sequence[int],
    taken: set[int],
    scene: Scene,
) -> list[int]:
    """What the deniers themselves say on the matter: their own account of it."""
    rows = [*affirmed, *denials]
    about = frozenset().union(*(scene.statements[place].stems for place in rows))
    about -= frozenset().union(*(voice.names for voice in deniers))
    nearness = np.round((scene.vectors[rows] @ scene.vectors.T).max(axis=0), 3)
    return [
        place
        for place, claim in enumerate(scene.claims)
        if place not in taken
        and nearness[place] >= _OWN_ACCOUNT
        and claim.stance in _OWN_STANCES
        and not _is_unnamed(claim)
        and scene.statements[place].stems & about
        and any(is_same_voice(scene.voices[place], voice) for voice in deniers)
    ]


def _is_unnamed(claim: Claim) -> bool:
    """Whether whoever knows it is nobody a reader could find: he gives nobody's account."""
    return bool(claim.chain) and claim.chain[-1].source_class in UNNAMED


def find_fellows(denials: Sequence[int], taken: set[int], scene: Scene) -> list[int]:
    """Claims of other voices that say in negated words what the denials deny."""
    nearness = np.round((scene.vectors[denials] @ scene.vectors.T).max(axis=0), 3)
    about = frozenset().union(*(scene.statements[place].stems for place in denials))
    return [
        place
        for place, claim in enumerate(scene.claims)
        if place not in taken
        and claim.stance in AFFIRMS
        and nearness[place] >= _FELLOW
        and scene.statements[place].negated & about
        and max(scene.covers(denial, place) for denial in denials) >= _FELLOW_COVER
    ]


def find_echoes(denials: Sequence[int], taken: set[int], scene: Scene) -> list[int]:
    """What the denier adds in the same sentence: "denied that P, saying “this is not a swap”"."""
    return [
        place
        for place, claim in enumerate(scene.claims)
        if place not in taken
        and _is_curt(place, scene)
        and any(
            claim.article == scene.claims[denial].article
            and claim.sentence == scene.claims[denial].sentence
            and is_same_voice(scene.voices[place], scene.voices[denial])
            for denial in denials
        )
    ]


def _is_curt(place: int, scene: Scene) -> bool:
    """Whether a claim says of "this" or "it" what it is not, and no more."""
    statement = scene.statements[place]
    first = statement.words[0].lower() if statement.words else ""
    earnest = first in _THIS and scene.claims[place].stance in AFFIRMS
    return earnest and bool(statement.negated) and not statement.stems - statement.negated


def find_curt(affirmed: Sequence[int], taken: set[int], scene: Scene) -> list[int]:
    """Claims that say no more than that it is none: "This is not a swap", beside "a swap"."""
    found = []
    for place in range(len(scene)):
        if place in taken or not _is_curt(place, scene):
            continue
        negated = scene.statements[place].negated
        if any(
            negated <= scene.statements[other].stems - scene.statements[other].negated
            and scene.is_of_another(other, place)
            and scene.days_between(place, other) <= _ONE_STAGE
            for other in affirmed
        ):
            found.append(place)
    return found
