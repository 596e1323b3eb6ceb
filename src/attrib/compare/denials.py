"""Denial disputes: what one voice denies, and the voices that accuse it or assert just that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from attrib.compare.answers import find_answered
from attrib.compare.contrasts import find_contrasted
from attrib.compare.denial_sides import (
    AFFIRMS,
    find_account,
    find_allies,
    find_curt,
    find_echoes,
    find_fellows,
)
from attrib.compare.disputes import Answer, Dispute, join_linked, label_whether
from attrib.compare.pointing import find_pointing
from attrib.compare.scene import Scene, share_words
from attrib.compare.stems import stem
from attrib.compare.voices import Voice, is_same_voice
from attrib.compare.words import find_capitalised
from attrib.tokens import tokenise

_TO_ACCUSATION = 0.48
_TO_ACCUSATION_COVER = 0.2
"""Least cosine of a denial and an accusation of the denier himself, and share of words."""
_TO_SAME_WORDS, _SAME_WORDS = 0.30, 0.9
"""The same where the accusation has nearly all words of the denial: "sexual assault"."""
_TO_NEXT_ACCUSATION = 0.20
"""The same where the denial stands within a few lines of the accusation."""
_FEW_LINES = 500
_TARGET_REACH = 7
"""Words behind the cue, or at the start of the claim, in which the accused is named."""
_TO_ASSERTION = 0.60
_TO_OWN_WORDS = 0.70
_TO_SAME_DEED = 0.35
"""The same where a denial in -ing ("denied threatening her") has its verb in common with what is
said of the denier ("he had threatened her")."""
_EVER = frozenset({"ever"})
_SAID_ALIKE = 0.75
"""Cosine and share of words from which on two headlines say one thing, verb or no verb."""
_COVER = 0.5
"""Share of the denial's words, rare ones weighing more, that a plain assertion must have."""
_MOST_DAYS = 30
_LEAST_WORDS = 2
"""Content words of an accusation besides names."""
_TOLD_TWICE, _TOLD_ALIKE = (0.5, 0.45), (0.75, 0.75)
"""Least cosine of two denials, and of what they answer, to be of one matter: those of one voice,
and those of two."""


def find_denial_disputes(scene: Scene) -> list[Dispute]:
    """All denial disputes of one event; denials of one accusation make one dispute."""
    denials = [place for place, claim in enumerate(scene.claims) if claim.polarity == "deny"]
    # What the writer sets a denial against is nearer than whatever else "it" may point at.
    answered = {**find_answered(scene), **find_contrasted(scene)}
    cosines = np.round(scene.vectors[denials] @ scene.vectors.T, 3) if denials else np.zeros((0, 0))
    for row, denial in enumerate(denials):
        found = {
            other: score
            for other in range(len(scene))
            if (score := _answers(denial, other, float(cosines[row, other]), scene))
        }
        if found:
            answered.setdefault(denial, {}).update(found)
    links = [(denial, other) for denial, found in answered.items() for other in found]
    links += _of_one_matter(answered, scene)
    return [_dispute(group, answered, scene) for group in join_linked(links)]


def _of_one_matter(
    answered: Mapping[int, Mapping[int, float]], scene: Scene
) -> list[tuple[int, int]]:
    """Denials by one voice, in like words, of what others say alike: one matter told twice."""
    found = []
    for one, other in combinations(sorted(answered), 2):
        same = is_same_voice(scene.voices[one], scene.voices[other])
        least, least_answered = _TOLD_TWICE if same else _TOLD_ALIKE
        if float(scene.vectors[one] @ scene.vectors[other]) < least:
            continue
        nearest = scene.vectors[sorted(answered[one])] @ scene.vectors[sorted(answered[other])].T
        if float(nearest.max()) >= least_answered:
            found.append((one, other))
    return found


def _answers(denial: int, other: int, cosine: float, scene: Scene) -> float:
    """How surely `other` puts forward what `denial` denies, in [0, 1]; 0 if it does not."""
    claim, voice = scene.claims[other], scene.voices[other]
    if claim.polarity != "affirm" or claim.stance not in AFFIRMS:
        return 0.0
    if not scene.voices[denial].shown or not scene.is_of_another(other, denial):
        # The denier's own words, or those of somebody whom nobody knows.
        return 0.0
    if scene.voices[denial].is_own or share_words(claim, scene.claims[denial]):
        # "Their rejection of the mayor" is nobody's denial; "the trials rebutted it, she said"
        # holds the denial and what is denied in her words.
        return 0.0
    if scene.days_between(denial, other) > _MOST_DAYS:
        return 0.0
    if voice.is_own and claim.voice != "own":
        return 0.0
    if claim.voice != "own" and claim.stance != "accuses" and scene.statements[other].distances:
        # "The alleged swap is bittersweet, said Moss" does not say that there was one.
        return 0.0
    shared = scene.statements[denial].stems & scene.statements[other].stems
    if claim.stance == "accuses":
        names = scene.statements[other].names | scene.voices[denial].names
        if len(scene.statements[other].stems - names) < _LEAST_WORDS:
            # "Criticised the mayor and his rhetoric" says nothing that could be denied.
            return 0.0
        if _is_target(scene.voices[denial], other, scene):
            covered = max(scene.covers(denial, other), scene.covers(other, denial))
            near = cosine >= _TO_ACCUSATION and covered >= _TO_ACCUSATION_COVER
            close = _stand_together(denial, other, scene) and cosine >= _TO_NEXT_ACCUSATION
            alike = cosine >= _TO_SAME_WORDS and scene.covers(denial, other) >= _SAME_WORDS
            found = near or close or alike
            return round(min(1.0, 0.4 + max(cosine, 0.3) / 2), 3) if found else 0.0
        if cosine < _TO_ASSERTION or not shared:
            return 0.0
        # "Brushed aside the needs of workers" denies nothing, "denied assault" does.
        told = _is_told_denial(denial, scene) or scene.covers(denial, other) >= _COVER
        return min(1.0, 0.2 + cosine / 2) if told else 0.0
    # "Rejected the plan" denies nothing; "rejected that he had planned it" does.
    covered = scene.covers(denial, other)
    alike = min(cosine, covered) >= _SAID_ALIKE and _tells_deed(denial, scene)
    if not (scene.statements[denial].is_proposition or alike):
        return 0.0
    if scene.statements[other].negated & shared or scene.statements[other].refutes:
        return 0.0
    # A writer who reports a denial often comes near to what is denied in the same article.
    beside = voice.is_own and claim.article == scene.claims[denial].article
    if not beside and cosine >= _TO_SAME_DEED and _tells_same_deed(denial, other, scene):
        return round(0.3 + cosine / 2, 3)
    if cosine < (_TO_OWN_WORDS if beside else _TO_ASSERTION):
        return 0.0
    return round(0.1 + cosine * 0.8, 3) if covered >= _COVER else 0.0


def _is_told_denial(place: int, scene: Scene) -> bool:
    cue = scene.claims[place].cue
    return cue is not None and cue.lemma in scene.lexicon.deniers


def _tells_deed(place: int, scene: Scene) -> bool:
    """Whether a headline has a verb in -ed, which has a capital there like any other word."""
    return any(len(w) > 4 and w.endswith("ed") for w in scene.statements[place].words)


def _tells_same_deed(denial: int, other: int, scene: Scene) -> bool:
    """Whether the denial begins with a deed in -ing which the other claim tells of the denier."""
    words = scene.statements[denial].words
    place = next((n for n, word in enumerate(words) if word.endswith("ing") and len(word) > 5), -1)
    if place < 0 or scene.statements[other].negated & {stem(words[place])}:
        return False
    # "Ever threatening her prospects", "Weinstein threatening her prospects": small words and
    # the denier's own name may come first.
    names = scene.voices[denial].names
    opens = all(
        word.lower() in scene.lexicon.function_words | _EVER or stem(word) in names
        for word in words[:place]
    )
    claim = scene.claims[other].text
    told = find_capitalised(tokenise(claim)) & names
    return opens and bool(told) and stem(words[place]) in scene.statements[other].stems


def _is_target(denier: Voice, accusation: int, scene: Scene) -> bool:
    """Whether the accusation is aimed at the denier: he is named in it, or in its sentence."""
    claim = scene.claims[accusation]
    text = scene.articles[claim.article].text
    start = claim.cue.span.end if claim.cue else claim.start
    # "accused the Russian forces of ...", restated as "The Russian forces ...": the first words.
    end = min(start + 100, max(claim.sentence.end, start))
    after_cue = tokenise(text, start, end)[:_TARGET_REACH]
    restated = tokenise(claim.text[:100])[:_TARGET_REACH]
    return bool(denier.names & find_capitalised([*after_cue, *restated]))


def _stand_together(one: int, other: int, scene: Scene) -> bool:
    left, right = scene.claims[one], scene.claims[other]
    return left.article == right.article and abs(left.start - right.start) <= _FEW_LINES


def _dispute(group: Sequence[int], answered: dict[int, dict[int, float]], scene: Scene) -> Dispute:
    denials = [place for place in group if place in answered]
    affirmed = sorted({other for denial in denials for other in answered[denial]})
    deniers = [scene.voices[place] for place in denials]
    taken = {*denials, *affirmed}
    affirmed += find_allies(affirmed, denials, deniers, taken, scene)
    taken.update(affirmed)
    account = find_account(deniers, affirmed, denials, taken, scene)
    taken.update(account)
    fellows = find_fellows(denials, taken, scene)
    curt = find_curt(affirmed, {*taken, *fellows}, scene)
    taken.update((*fellows, *curt))
    echoes = find_echoes(denials, taken, scene)
    denied = [*denials, *account, *fellows, *curt, *echoes]
    first = max(denials, key=lambda place: (max(answered[place].values()), -place))
    best = max(answered[first].items(), key=lambda item: (item[1], -item[0]))[0]
    return Dispute(
        kind="denial",
        label=label_whether(_matter_of(first, best, scene), scene.lexicon.function_words),
        answers=(
            Answer("affirmed", tuple(sorted(affirmed))),
            Answer("denied", tuple(sorted(denied))),
        ),
        score=round(max(answered[first].values()), 3),
        reason=f"{scene.voices[first].shown} denied what {scene.voices[best].shown} said",
    )


def _matter_of(denial: int, answered: int, scene: Scene) -> str:
    """What is denied, in the words of the denial, or else in those that it answers."""
    # "Denied doing a deal" says it in half a sentence.
    half = not _is_finite(denial, scene) and _is_finite(answered, scene)
    points = find_pointing(denial, scene) is not None
    return scene.claims[answered if half or points else denial].text


def _is_finite(place: int, scene: Scene) -> bool:
    """Whether the claim has what looks like a verb that can stand alone."""
    return any(
        word.lower() in scene.lexicon.auxiliaries or word.endswith("ed")
        for word in scene.statements[place].words
    )
