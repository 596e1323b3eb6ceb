"""Where one source says two things that cannot both hold: no contest, yet worth a call."""

from __future__ import annotations

from collections.abc import Mapping

from attrib.compare.figures import clash
from attrib.compare.scene import Scene
from attrib.compare.signs import find_signs
from attrib.records import Reversal

_ON_ONE_MATTER = 0.7
"""Cosine from which on two claims of one source are near enough to be held together."""
_DAYS = 3
"""Over how many days two claims may be about one happening."""


def find_reversals(scene: Scene, neighbours: Mapping[tuple[int, int], float]) -> list[Reversal]:
    """Pairs of claims of one source, in order of id, and why they cannot both hold.

    Somebody who speaks again on a later day may know more: that the days differ is told.
    """
    found = []
    for (one, other), cosine in sorted(neighbours.items()):
        if cosine < _ON_ONE_MATTER or scene.days_between(one, other) > _DAYS:
            continue
        source = _same_source(scene, one, other)
        reason = _why(scene, one, other, cosine) if source else ""
        if source and reason:
            later = "; said on different days" if scene.days_between(one, other) else ""
            pair = tuple(sorted((scene.claims[one].id, scene.claims[other].id)))
            found.append(Reversal(source, (pair[0], pair[1]), reason + later))
    return found


def _same_source(scene: Scene, one: int, other: int) -> str:
    """The id of the source both go back to, if a reader would know it as one; else ""."""
    mine, theirs = scene.claims[one], scene.claims[other]
    known = scene.voices[one].is_resolved and mine.chain and theirs.chain
    same = known and mine.chain[-1].id == theirs.chain[-1].id
    return mine.chain[-1].id if same and mine.modality == theirs.modality else ""


def _why(scene: Scene, one: int, other: int, cosine: float) -> str:
    mine, theirs = scene.statements[one], scene.statements[other]
    signs = find_signs(mine, theirs, cosine, scene.lexicon)
    opposed = scene.claims[one].polarity != scene.claims[other].polarity
    if signs.figures and not opposed and clash(*signs.figures):
        return f"figures differ: {' / '.join(sorted(item.shown for item in signs.figures))}"
    # Words that merely differ are two wordings more often than two meanings, in one mouth.
    if opposed and not (signs.figures or signs.opposition or signs.one_negates):
        return "denied in one place and stated in the other"
    return ""
