"""Who else says the same as a claim, counted as an editor would: origins, not outlets.

Two who say the same in the same words have it from one place: a statement, or copy from a wire.
Only what two with names say each in words of their own counts (Reuters and BBC on sources that
are independent). Quoted words are never repeated by chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrib.compare.moments import MOMENTS
from attrib.compare.scene import Scene
from attrib.compare.signs import find_signs
from attrib.compare.voices import Voice, find_outlet
from attrib.records import Agreement, Claim

_SAME = 0.8
"""Cosine from which on two claims without a clash say the same; set high, since a grade rises."""
_SHARED = 0.6
"""Share of the shorter one's words that the other must have too."""
_COPIED = 0.8
"""Share of all their words in common from which on one is a copy of the other."""
_LEAST_WORDS = 3
"""How many content words both must have: "the launch" says nothing that could be confirmed."""
_RECORDS = ("DOC", "DAT")
_NAMED = ("NOF", "NPA", "NEX", "NIN", "NSP", "ORG", "OBS", *_RECORDS)


def find_agreements(
    scene: Scene, neighbours: Mapping[tuple[int, int], float]
) -> tuple[Agreement, ...]:
    """For each claim that independent sources repeat, who they are, in order of claim id."""
    same: dict[int, list[int]] = defaultdict(list)
    for (one, other), cosine in neighbours.items():
        if cosine >= _SAME and _says_the_same(scene, one, other, cosine):
            same[one].append(other)
            same[other].append(one)
    return tuple(
        agreement
        for place in sorted(same)
        if (agreement := _agreement(scene, place, sorted(same[place]))) is not None
    )


def _says_the_same(scene: Scene, one: int, other: int, cosine: float) -> bool:
    mine, theirs = scene.claims[one], scene.claims[other]
    if mine.polarity != theirs.polarity or mine.modality != theirs.modality:
        return False
    if not (_can_vouch(mine, scene.voices[one]) and _can_vouch(theirs, scene.voices[other])):
        return False
    # Two who share a name ("the zoo" and its director, two bodies of one state) are not two.
    if "direct" in (mine.voice, theirs.voice) or (
        scene.voices[one].names & scene.voices[other].names
    ):
        return False
    words, others = scene.statements[one].stems, scene.statements[other].stems
    if min(len(words), len(others)) < _LEAST_WORDS:
        return False
    if len(words & others) >= _COPIED * len(words | others):
        return False
    signs = find_signs(scene.statements[one], scene.statements[other], cosine, scene.lexicon)
    clash = signs.figures or signs.opposition or signs.one_negates or signs.one_refutes
    # "12 people died" is not what "people died" says.
    numbers = [
        sorted(q.shown for q in scene.statements[place].quantities if q.unit not in MOMENTS)
        for place in (one, other)
    ]
    return not clash and signs.overlap >= _SHARED and numbers[0] == numbers[1]


def _can_vouch(claim: Claim, voice: Voice) -> bool:
    """Whether a claim has a source that a reader could count."""
    known = claim.chain[-1].source_class if claim.chain else None
    return voice.is_resolved and not voice.is_own and known in _NAMED


def _agreement(scene: Scene, place: int, others: Iterable[int]) -> Agreement | None:
    """The voices that neither share anything with this one nor with each other."""
    claim = scene.claims[place]
    counted = set(scene.voices[place].grounds)
    shown: list[str] = []
    document = False
    for other in others:
        grounds = scene.voices[other].grounds
        if counted & grounds:
            continue
        counted |= grounds
        theirs = scene.claims[other]
        # A paper that says the same backs the claim; it is no second person.
        if theirs.chain[-1].source_class in _RECORDS:
            document = True
            continue
        outlet = find_outlet(scene.articles[theirs.article])
        shown.append(f"{theirs.chain[-1].name} ({outlet})")
    if not shown and not document:
        return None
    return Agreement(claim.article, claim.id, tuple(shown), document)
