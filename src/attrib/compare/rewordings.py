"""One speaker's words that two outlets print in other words: translated, cleaned up, misheard.

What `quotations` aligns word by word is left to it; here are quoted sentences of one voice that
say much the same and share their rarer words. Somebody who says a thing twice is no
disagreement: where one article prints both, nothing is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from attrib.compare.disputes import Answer, Dispute, shorten
from attrib.compare.lexicon import Lexicon
from attrib.compare.quoted import QUOTED, read_word
from attrib.compare.scene import Scene
from attrib.compare.stems import stem
from attrib.compare.voices import find_outlet, is_same_voice
from attrib.tokens import tokenise

_LEAST_WORDS = 4
_LEAST_SHARED = 3
"""Different stems that carry meaning, in both."""
_LEAST_UNDATED = 5
"""The same where an article has no date."""
_MOST_DAYS = 4
"""Days between two articles that print what was said at one time."""
_LEAST_COVERED = 0.5
"""Share of the stems of each that the other has too; rare ones weigh more."""
_LEAST_LIKENESS = 0.55
_LEAST_LIKENESS_OPEN = 0.8
"""Cosine of the two claims; the higher where it is open who speaks in one of them."""
_ALIGNED = 0.75
"""Share of the words of the shorter, in order, from which on `quotations` compares them."""
_REPEATED = 0.85
"""The same share from which on one is the other once more."""
_MOST_SAYINGS = 40
"""Sayings that hold one stem beyond which it tells nothing."""
_EDGES = " \n\t“”\"'‘’,;"


@dataclass(frozen=True, slots=True)
class _Saying:
    """The quoted words of the claim at `place`; `stems` are those that carry meaning."""

    place: int
    text: str
    words: tuple[str, ...]
    stems: frozenset[str]


def find_reworded_disputes(scene: Scene, known: Collection[int] = ()) -> list[Dispute]:
    """Quotes of one voice that two outlets print in other words; not of the claims `known`."""
    sayings = [saying for saying in _sayings(scene) if saying.place not in known]
    found = []
    for left, right in _pairs(sayings):
        one, other = sayings[left], sayings[right]
        score = _score(one, other, scene)
        if score and not _is_said_twice(one, other, sayings, scene):
            found.append(_tell(one, other, score, scene))
    return found


def _sayings(scene: Scene) -> Iterable[_Saying]:
    for place, claim in enumerate(scene.claims):
        if claim.voice not in ("direct", "mixed"):
            continue
        text = scene.articles[claim.article].text
        content = text[claim.content[0].start : claim.content[-1].end]
        parts = [content]
        if claim.voice == "mixed":
            parts = [match[1] or match[2] for match in QUOTED.finditer(content)]
        words = tuple(
            key
            for part in parts
            for token in tokenise(part)
            if token.text[0].isalnum()
            for key in read_word(token.lower, scene.lexicon)
        )
        stems = frozenset(stem(word) for word in words if _carries(word, scene.lexicon))
        if len(words) >= _LEAST_WORDS and len(stems) >= _LEAST_SHARED:
            shown = " ... ".join(" ".join(part.strip(_EDGES).split()) for part in parts)
            yield _Saying(place, shown, words, stems)


def _carries(word: str, lexicon: Lexicon) -> bool:
    """Whether a word means something by itself; of "they've" the first part counts."""
    first = word.split("'")[0]
    return len(first) > 1 and first not in lexicon.function_words


def _pairs(sayings: Sequence[_Saying]) -> list[tuple[int, int]]:
    """Sayings that share stems enough, found by those that do not stand everywhere."""
    holders: dict[str, list[int]] = {}
    for number, saying in enumerate(sayings):
        for word in sorted(saying.stems):
            holders.setdefault(word, []).append(number)
    near = {
        (one, other)
        for numbers in holders.values()
        if len(numbers) <= _MOST_SAYINGS
        for index, one in enumerate(numbers)
        for other in numbers[index + 1 :]
    }
    return sorted(
        (one, other)
        for one, other in near
        if len(sayings[one].stems & sayings[other].stems) >= _LEAST_SHARED
    )


def _score(one: _Saying, other: _Saying, scene: Scene) -> float:
    """In [0, 1], 0 where the two need not be one saying or differ in no more than length."""
    left, right = scene.claims[one.place], scene.claims[other.place]
    outlets = [find_outlet(scene.articles[claim.article]).lower() for claim in (left, right)]
    if left.article == right.article or outlets[0] == outlets[1]:
        return 0.0
    if not _is_one_time(one, other, scene):
        return 0.0
    voices = scene.voices[one.place], scene.voices[other.place]
    same = is_same_voice(*voices)
    if not same and voices[0].is_resolved and voices[1].is_resolved:
        return 0.0
    if _aligned(one, other) >= _ALIGNED:
        return 0.0
    covered = _weigh(one.stems & other.stems, scene) / max(
        _weigh(one.stems, scene), _weigh(other.stems, scene)
    )
    likeness = float(scene.vectors[one.place] @ scene.vectors[other.place])
    least = _LEAST_LIKENESS if same else _LEAST_LIKENESS_OPEN
    if covered < _LEAST_COVERED or likeness < least:
        return 0.0
    return round((covered + min(likeness, 1.0)) / 2, 3)


def _is_one_time(one: _Saying, other: _Saying, scene: Scene) -> bool:
    """Whether both may have been said at once: a slogan is said again and again."""
    if None in (scene.days[one.place], scene.days[other.place]):
        return min(len(one.stems), len(other.stems)) >= _LEAST_UNDATED
    return scene.days_between(one.place, other.place) <= _MOST_DAYS


def _weigh(stems: Iterable[str], scene: Scene) -> float:
    return sum(scene.weights.get(word, 1.0) for word in sorted(stems))


def _aligned(one: _Saying, other: _Saying) -> float:
    """Share of the words of the shorter that the longer has in the same order."""
    shorter = min(len(one.words), len(other.words))
    return float(LCSseq.similarity(one.words, other.words)) / shorter


def _is_said_twice(one: _Saying, other: _Saying, sayings: Sequence[_Saying], scene: Scene) -> bool:
    """Whether the article of either also prints what the other does."""
    for printed, there in ((one, other), (other, one)):
        article = scene.claims[there.place].article
        if any(
            scene.claims[saying.place].article == article
            and saying.place != there.place
            and _aligned(saying, printed) >= _REPEATED
            for saying in sayings
        ):
            return True
    return False


def _tell(one: _Saying, other: _Saying, score: float, scene: Scene) -> Dispute:
    answers = sorted(
        (Answer(f"“{shorten(saying.text, 120)}”", (saying.place,)) for saying in (one, other)),
        key=lambda answer: answer.value,
    )
    name = scene.voices[one.place].shown or scene.voices[other.place].shown
    longer = max((one, other), key=lambda saying: (len(saying.text), saying.text))
    return Dispute(
        kind="quote",
        label=f"Words quoted from {name}: “{shorten(longer.text, 60)}”",
        answers=tuple(answers),
        score=score,
        reason="one outlet quotes it in other words than another",
    )
