"""Denials set against what they answer by the writer: "X said P, but Y denied Q".

A contrasting word within one sentence, or at the start of the next, puts the two against one
another; how many words they share says little then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrib.compare.pointing import find_pointing
from attrib.compare.scene import Scene
from attrib.records import Claim, Span
from attrib.tokens import tokenise

_SCORE, _NEXT_SCORE = 0.7, 0.6
_PUTS_FORWARD = frozenset({"accuses", "asserts", "shows", "relays", "confirms"})
_NEXT_COSINE = 0.3
"""Least cosine of a claim and one of the next sentence that negates it."""
_LEAST_WORDS = 2
"""Content words of what is put forward: "its donations" says nothing."""
_GAP = 4
"""Characters between two sentences of which one follows the other."""


def find_contrasted(scene: Scene) -> dict[int, dict[int, float]]:
    """For each denial what it is contrasted with in the text, and how sure that is."""
    by_sentence: defaultdict[tuple[str, Span], list[int]] = defaultdict(list)
    for place, claim in enumerate(scene.claims):
        by_sentence[claim.article, claim.sentence].append(place)
    found: dict[int, dict[int, float]] = {}
    for places in by_sentence.values():
        for denial in filter(lambda place: _denies(place, scene), places):
            for place in places:
                if _is_contrasted(denial, place, scene):
                    found.setdefault(denial, {})[place] = _SCORE
    for denial, place in _find_next(sorted(by_sentence.items()), scene):
        found.setdefault(denial, {}).setdefault(place, _NEXT_SCORE)
    return found


def _denies(place: int, scene: Scene) -> bool:
    claim = scene.claims[place]
    if claim.cue is None or not scene.voices[place].shown:
        return False
    # "X said P, but reports show that's untrue".
    return claim.stance == "denies" or find_pointing(place, scene) == "bare"


def _is_contrasted(denial: int, place: int, scene: Scene) -> bool:
    if not _puts_forward(place, denial, scene):
        return False
    between = _between(scene.claims[place], scene.claims[denial], scene)
    return any(word in scene.lexicon.contrasts for word in between)


def _puts_forward(place: int, denial: int, scene: Scene) -> bool:
    """Whether the claim says something, in earnest, in another voice than that of the denial."""
    claim = scene.claims[place]
    if claim.polarity != "affirm" or claim.stance not in _PUTS_FORWARD:
        return False
    if len(scene.statements[place].stems) < _LEAST_WORDS:
        return False
    return not scene.voices[place].is_own and scene.is_of_another(place, denial)


def _between(claim: Claim, denied: Claim, scene: Scene) -> Iterator[str]:
    """The words between what is put forward and who denies it; both within one sentence."""
    text = scene.articles[denied.article].text
    start = max(claim.end, claim.cue.span.end if claim.cue else 0)
    ends = [denied.cue.span.start] if denied.cue else []
    if denied.source:
        ends.append(denied.source.span.start)
    for token in tokenise(text, start, max(start, min(ends, default=start))):
        yield token.lower


def _find_next(
    sentences: Sequence[tuple[tuple[str, Span], Sequence[int]]], scene: Scene
) -> Iterator[tuple[int, int]]:
    """Claims of a sentence that begins "But ...", with those of the one before, as (denial,
    answered): the one of the two that negates is the denial, wherever it stands."""
    for ((article, before), places), ((other, span), following) in pairwise(sentences):
        if article != other or not 0 <= span.start - before.end <= _GAP:
            continue
        text = scene.articles[article].text
        opening = tokenise(text, span.start, min(span.start + 20, span.end))[:1]
        if not opening or opening[0].lower not in scene.lexicon.contrast_openers:
            continue
        for one in places:
            for later in following:
                for denial, answered in ((one, later), (later, one)):
                    if _negates(denial, answered, scene):
                        yield denial, answered


def _negates(denial: int, answered: int, scene: Scene) -> bool:
    """Whether the one claim denies or negates, the other does not, and both are on one matter."""
    cosine = round(float(scene.vectors[denial] @ scene.vectors[answered]), 3)
    if cosine < _NEXT_COSINE or not _puts_forward(answered, denial, scene):
        return False
    if not _says_no(denial, answered, scene) or _says_no(answered, denial, scene):
        return False
    voice = scene.voices[denial]
    shared = scene.statements[denial].stems & scene.statements[answered].stems
    earnest = scene.claims[denial].stance != "hedges"
    return bool(voice.shown and not voice.is_own and shared and earnest)


def _says_no(place: int, other: int, scene: Scene) -> bool:
    """Whether a claim denies, refutes, or negates a word that the other has too."""
    statement = scene.statements[place]
    denies = scene.claims[place].polarity == "deny" or statement.refutes
    return denies or bool(statement.negated & scene.statements[other].stems)
