"""The sides of a contest: each answer with the voices that give it."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.compare.disputes import Answer
from attrib.compare.scene import Scene
from attrib.compare.voices import count_voices, find_outlet
from attrib.records import Side


def build_sides(answers: Sequence[Answer], scene: Scene) -> tuple[Side, ...]:
    """One Side an answer, in order of value."""
    return tuple(sorted((_side(answer, scene) for answer in answers), key=lambda side: side.value))


def _side(answer: Answer, scene: Scene) -> Side:
    claims = [scene.claims[place] for place in answer.members]
    voices = [scene.voices[place] for place in answer.members]
    outlets = {find_outlet(scene.articles[claim.article]) for claim in claims}
    sources = {
        origin
        for claim in claims
        if (origin := claim.chain[-1].id if claim.chain else claim.source and claim.source.id)
    }
    count = count_voices(voices)
    return Side(
        value=answer.value,
        claims=tuple(sorted(claim.id for claim in claims)),
        sources=tuple(sorted(sources)),
        outlets=tuple(sorted(outlets)),
        voices=count,
        note=answer.note or _note(answer, len(outlets), count, scene),
    )


def _note(answer: Answer, n_outlets: int, n_voices: int, scene: Scene) -> str:
    """What an editor would miss from the list of outlets: that they all repeat one voice."""
    if n_outlets < 2 or n_voices != 1:
        return ""
    if any(scene.voices[place].is_own for place in answer.members):
        return f"{n_outlets} outlets, the same words"
    return f"{n_outlets} outlets, 1 source"
