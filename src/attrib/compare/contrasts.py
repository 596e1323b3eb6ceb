"""Denials set against what they answer by the sentence itself: "X said P, but Y denied Q".

The writer has put the two against one another; how many words they share says nothing then.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.compare.scene import Scene
from attrib.compare.voices import is_same_voice
from attrib.records import Claim
from attrib.tokens import tokenise

_SCORE = 0.7
_PUTS_FORWARD = frozenset({"accuses", "asserts", "shows", "relays", "confirms"})


def find_contrasted(scene: Scene) -> dict[int, dict[int, float]]:
    """For each denial what it is contrasted with in the text, and how sure that is."""
    by_article: dict[str, list[int]] = {}
    for place, claim in enumerate(scene.claims):
        by_article.setdefault(claim.article, []).append(place)
    found: dict[int, dict[int, float]] = {}
    for places in by_article.values():
        for denial in places:
            if _denies(denial, scene):
                matched = {p: _SCORE for p in places if _is_contrasted(denial, p, scene)}
                if matched:
                    found[denial] = matched
    return found


def _denies(place: int, scene: Scene) -> bool:
    claim = scene.claims[place]
    return claim.stance == "denies" and claim.cue is not None and bool(scene.voices[place].shown)


def _is_contrasted(denial: int, place: int, scene: Scene) -> bool:
    claim, voice = scene.claims[place], scene.voices[place]
    if claim.polarity != "affirm" or claim.stance not in _PUTS_FORWARD:
        return False
    if voice.is_own or not voice.shown or is_same_voice(voice, scene.voices[denial]):
        return False
    if scene.voices[denial].origin & voice.grounds:
        return False
    denied = scene.claims[denial]
    if claim.sentence != denied.sentence:
        return False
    return any(word in scene.lexicon.contrasts for word in _between(claim, denied, scene))


def _between(claim: Claim, denied: Claim, scene: Scene) -> Iterator[str]:
    """The words between what is put forward and who denies it; both within one sentence."""
    text = scene.articles[denied.article].text
    start = max(claim.end, claim.cue.span.end if claim.cue else 0)
    ends = [denied.cue.span.start] if denied.cue else []
    if denied.source:
        ends.append(denied.source.span.start)
    for token in tokenise(text, start, max(start, min(ends, default=start))):
        yield token.lower
