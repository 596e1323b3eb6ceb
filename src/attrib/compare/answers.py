"""What a denial answers where the two share few words: by where they stand, or as the model reads.

"It's nonsense," she said, right behind what somebody says of her, denies just that. Where a
denial says what it denies, the pair model tells whether another claim implies it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from attrib.compare.scene import Scene
from attrib.compare.voices import is_same_voice

_ADJACENT = 400
"""Characters before a bare denial in which what it denies must stand."""
_NAMED_REACH = 4000
"""The same where the denial names who put it forward: "Cruz's description was false"."""
_LEAST_WORDS = 3
"""Content words of a claim that a bare denial can answer."""
_PUTS_FORWARD = frozenset({"accuses", "asserts", "own", "shows", "relays", "hedges", "confirms"})
_SAYS = _PUTS_FORWARD - {"accuses"}
"""An accusation is tied to its denial by whom it is aimed at."""
_BARE_SCORE = 0.6
_LEAST_COSINE, _LEAST_COVER = 0.3, 0.3
_READ = 6
"""Claims of the event, the likest first, that the model reads beside a denial."""
_IMPLIED = 0.6
_MOST_DAYS = 30


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


def read_answers(
    denial: int, cosines: Sequence[float], known: Collection[int], scene: Scene
) -> dict[int, float]:
    """Claims that imply what the denial denies, as the pair model reads them, and how surely."""
    statement = scene.statements[denial]
    if not (statement.is_proposition and scene.voices[denial].shown):
        return {}
    near = [
        place
        for place in range(len(scene))
        if place not in known
        and cosines[place] >= _LEAST_COSINE
        and _may_be_denied(denial, place, scene)
    ]
    near = sorted(near, key=lambda place: (-cosines[place], place))[:_READ]
    texts = [(scene.claims[place].text, scene.claims[denial].text) for place in near]
    return {
        place: round(reading.forward, 3)
        for place, reading in zip(near, scene.read(texts), strict=True)
        if reading.forward >= _IMPLIED > reading.contradiction
    }


def _may_be_denied(denial: int, place: int, scene: Scene) -> bool:
    claim, voice = scene.claims[place], scene.voices[place]
    mine = scene.voices[denial]
    return (
        claim.polarity == "affirm"
        and claim.stance in _SAYS
        and bool(voice.shown)
        and scene.covers(denial, place) >= _LEAST_COVER
        and not is_same_voice(voice, mine)
        and not mine.origin & voice.grounds
        and not (scene.statements[place].negated or scene.statements[place].refutes)
        and not (voice.is_own and claim.article == scene.claims[denial].article)
        and scene.days_between(denial, place) <= _MOST_DAYS
    )
