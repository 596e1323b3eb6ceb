"""Denials set against what they answer by the sentence itself: "X said P, but Y denied Q".

The writer has put the two against one another; how many words they share says nothing then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from attrib.compare.scene import Scene
from attrib.compare.voices import is_same_voice
from attrib.records import Claim, Span
from attrib.tokens import tokenise

_SCORE = 0.7
_PUTS_FORWARD = frozenset({"accuses", "asserts", "shows", "relays", "confirms"})


def find_contrasted(scene: Scene) -> dict[int, dict[int, float]]:
    """For each denial what it is contrasted with in the text, and how sure that is."""
    by_sentence: defaultdict[tuple[str, Span], list[int]] = defaultdict(list)
    for place, claim in enumerate(scene.claims):
        by_sentence[claim.article, claim.sentence].append(place)
    found: dict[int, dict[int, float]] = {}
    for places in by_sentence.values():
        for denial in filter(lambda place: _denies(place, scene), places):
            matched = {place: _SCORE for place in places if _is_contrasted(denial, place, scene)}
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
    between = _between(claim, scene.claims[denial], scene)
    return any(word in scene.lexicon.contrasts for word in between)


def _between(claim: Claim, denied: Claim, scene: Scene) -> Iterator[str]:
    """The words between what is put forward and who denies it; both within one sentence."""
    text = scene.articles[denied.article].text
    start = max(claim.end, claim.cue.span.end if claim.cue else 0)
    ends = [denied.cue.span.start] if denied.cue else []
    if denied.source:
        ends.append(denied.source.span.start)
    for token in tokenise(text, start, max(start, min(ends, default=start))):
        yield token.lower
