"""Denials that say nothing of their own matter, and what they answer.

"It's nonsense," she said, right behind what somebody says of her, denies just that; "Cruz's
description was false" denies what Cruz said, also further up.
"""

from __future__ import annotations

from attrib.compare.scene import Scene
from attrib.compare.voices import is_same_voice

_ADJACENT = 400
"""Characters before a bare denial in which what it denies must stand."""
_NAMED_REACH = 4000
"""The same where the denial names who put it forward: "Cruz's description was false"."""
_LEAST_WORDS = 3
"""Content words of a claim that a bare denial can answer."""
_PUTS_FORWARD = frozenset({"accuses", "asserts", "shows", "relays", "hedges", "confirms"})
_BARE_SCORE = 0.6


def find_bare_denials(scene: Scene) -> dict[int, dict[int, float]]:
    """For each denial without a matter of its own, the claim before it, and how sure."""
    found: dict[int, dict[int, float]] = {}
    by_article: dict[str, list[int]] = {}
    for place, claim in enumerate(scene.claims):
        by_article.setdefault(claim.article, []).append(place)
    for places in by_article.values():
        ordered = sorted(places, key=lambda place: (scene.claims[place].start, place))
        for number, denial in enumerate(ordered):
            if is_bare_denial(denial, scene):
                before = [p for p in reversed(ordered[:number]) if _may_have(denial, p, scene)]
                if before:
                    found[denial] = {before[0]: _BARE_SCORE}
    return found


def is_bare_denial(place: int, scene: Scene) -> bool:
    """Whether a claim denies something and does not say what: "The accusations are false"."""
    claim, statement = scene.claims[place], scene.statements[place]
    voice = scene.voices[place]
    if voice.is_own or not voice.shown or statement.asks or claim.stance not in (
        "asserts", "denies", "corrects",
    ):  # fmt: skip
        return False
    if statement.words[:1] and statement.words[0].lower() in scene.lexicon.speakers:
        # "He made it all up" tells what somebody did.
        return False
    names_claim = bool(statement.stems & scene.lexicon.claim_stems)
    denies = statement.refutes or (claim.polarity == "deny" and names_claim)
    matter = statement.stems - statement.refuting - scene.lexicon.claim_stems - statement.names
    return denies and not statement.negated and not matter


def _may_have(denial: int, place: int, scene: Scene) -> bool:
    """Whether a bare denial may be of this claim, which stands before it."""
    claim, voice = scene.claims[place], scene.voices[place]
    statement = scene.statements[place]
    named = scene.statements[denial].names
    reach = _NAMED_REACH if named else _ADJACENT
    return (
        scene.claims[denial].start - claim.end <= reach
        and (not named or bool(named & voice.names))
        and claim.polarity == "affirm"
        and claim.stance in _PUTS_FORWARD
        and bool(voice.shown)
        and not statement.refutes
        and not statement.asks
        and len(statement.stems) >= _LEAST_WORDS
        and not voice.is_own
        and not is_same_voice(voice, scene.voices[denial])
        and claim.sentence != scene.claims[denial].sentence
    )
