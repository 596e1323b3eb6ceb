"""What denials answer that point at somebody's words instead of saying what they deny.

"It's nonsense," she said, right behind what somebody says of her, denies just that; "Cruz's
description was false" denies what Cruz said, also further up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from attrib.compare.pointing import Pointing, find_matter, find_owners, find_pointing
from attrib.compare.scene import Scene
from attrib.compare.voices import is_same_voice
from attrib.compare.words import find_capitalised
from attrib.tokens import tokenise

_ADJACENT = 400
"""Characters before a denial in which what it points at must stand ..."""
_BLAMED = 800
"""... where that accuses, or names the denier ..."""
_ACCUSED, _BEHIND = 1500, 600
"""... where it does both, and then also behind the denial."""
_OWNED = 4000
"""Characters between a denial and what it answers, also where it says whose words they are."""
_NEARER = 400
"""Characters that an accusation, or the denier's name, is worth when the nearest is sought."""
_NEXT = 40
"""Characters between two sentences of one speech: marks, and "she said"."""
_RELATIVES = frozenset({"which", "what"})
_LEAST_WORDS = 3
"""Content words of a claim that a denial can point at."""
_LIKE = 0.5
"""Least cosine of "her claims that ..." and what she claims."""
_PUTS_FORWARD = frozenset({"accuses", "asserts", "shows", "relays", "hedges", "confirms"})
_SCORE = 0.6


def find_answered(scene: Scene) -> dict[int, dict[int, float]]:
    """For each denial that points at other words, the claim it answers, and how sure that is."""
    found: dict[int, dict[int, float]] = {}
    by_article: defaultdict[str, list[int]] = defaultdict(list)
    for place, claim in enumerate(scene.claims):
        by_article[claim.article].append(place)
    for places in by_article.values():
        for denial in places:
            pointing = find_pointing(denial, scene)
            if pointing:
                pool = [place for place in places if _may_be_meant(denial, place, scene)]
                answered = _find_meant(denial, pointing, pool, scene)
                if answered is not None:
                    found[denial] = {answered: _SCORE}
    return found


def _find_meant(denial: int, pointing: Pointing, pool: Sequence[int], scene: Scene) -> int | None:
    """The one claim of `pool` that the denial points at, None where none is near enough."""
    owners = find_owners(denial, scene) - scene.voices[denial].names
    if pointing == "owned" or (owners and pointing == "bare"):
        owned = [place for place in pool if owners & scene.voices[place].names]
        before = [place for place in owned if _gap(denial, place, scene) >= 0]
        return min(before, key=lambda p: _order(denial, p, scene), default=None)
    # Who denies a denial says whose it was.
    pool = [place for place in pool if not scene.statements[place].refutes]
    if pointing == "theirs":
        likeness = {p: round(float(scene.vectors[denial] @ scene.vectors[p]), 3) for p in pool}
        matter = find_matter(denial, scene)
        near = [
            place
            for place in pool
            if likeness[place] >= _LIKE and scene.statements[place].stems & matter
        ]
        return max(near, key=lambda p: (likeness[p], -p), default=None)
    if not scene.statements[denial].stems & scene.lexicon.claim_stems and (
        _speaks_on(denial, scene) or _is_joined(denial, scene)
    ):
        return None
    reached = [place for place in pool if _is_reached(denial, place, scene)]
    return min(reached, key=lambda p: _order(denial, p, scene), default=None)


def _speaks_on(denial: int, scene: Scene) -> bool:
    """Whether the denier has just said something else, which "it" then points at.

    "“We are told that the pier is safe. It is all lies,” she said."
    """
    here = scene.claims[denial]
    return any(
        claim.article == here.article
        and claim.sentence != here.sentence
        and 0 <= here.start - claim.end <= _NEXT
        and is_same_voice(scene.voices[place], scene.voices[denial])
        for place, claim in enumerate(scene.claims)
    )


def _is_joined(denial: int, scene: Scene) -> bool:
    """Whether "which" or "this" stands for what its own sentence says before it.

    "The quay lies on Norland's side, although Vessia disputes this"; "the charges, which she
    denies".
    """
    claim = scene.claims[denial]
    if claim.polarity != "deny" or scene.statements[denial].stems:
        return False
    if claim.text.lower() in _RELATIVES:
        return True
    text = scene.articles[claim.article].text
    ends = [part.span.start for part in (claim.cue, claim.source) if part]
    before = tokenise(text, claim.sentence.start, min([claim.start, *ends]))
    # "But she denies this": nothing stands before it.
    return any(token.lower in scene.lexicon.contrasts for token in before[1:])


def _may_be_meant(denial: int, place: int, scene: Scene) -> bool:
    """Whether the claim puts something forward that the voice of the denial could deny."""
    claim, statement = scene.claims[place], scene.statements[place]
    return (
        claim.polarity == "affirm"
        and claim.stance in _PUTS_FORWARD
        and not scene.voices[place].is_own
        and not statement.asks
        and len(statement.stems) >= _LEAST_WORDS
        and scene.is_of_another(place, denial)
        and claim.sentence != scene.claims[denial].sentence
        and abs(_gap(denial, place, scene)) <= _OWNED
    )


def _is_reached(denial: int, place: int, scene: Scene) -> bool:
    gap = _gap(denial, place, scene)
    signs = _accuses(place, scene) + _names_denier(denial, place, scene)
    if gap < 0:
        return signs == 2 and -gap <= _BEHIND
    return gap <= (_ADJACENT, _BLAMED, _ACCUSED)[signs]


def _distance(denial: int, place: int, scene: Scene) -> int:
    """How far off a claim is, in characters; less where it accuses or names the denier."""
    gap = _gap(denial, place, scene)
    signs = _accuses(place, scene) + _names_denier(denial, place, scene)
    fragment = not scene.statements[place].is_proposition
    return abs(gap) + _NEARER * (fragment - signs) + (_ACCUSED if gap < 0 else 0)


def _gap(denial: int, place: int, scene: Scene) -> int:
    """Characters from the claim's sentence to that of the denial; negative where it is behind."""
    answered, answering = scene.claims[place].sentence, scene.claims[denial].sentence
    if answered.start > answering.start:
        return answering.end - answered.start
    return max(answering.start - answered.end, 0)


def _order(denial: int, place: int, scene: Scene) -> tuple[int, int, int]:
    """The nearest claim first, and of one sentence the longest: it holds what is inside it."""
    return _distance(denial, place, scene), -len(scene.claims[place].text), place


def _accuses(place: int, scene: Scene) -> bool:
    return scene.claims[place].stance == "accuses"


def _names_denier(denial: int, place: int, scene: Scene) -> bool:
    """Whether the denier is named in the claim or in its sentence."""
    claim = scene.claims[place]
    text = scene.articles[claim.article].text
    named = find_capitalised(tokenise(claim.text)) | find_capitalised(
        tokenise(text, claim.sentence.start, claim.sentence.end)
    )
    return bool(scene.voices[denial].names & named)
