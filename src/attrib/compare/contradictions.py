"""Contradiction disputes: voices whose words on one matter oppose each other.

Two signs, each of which has to be clear: words that oppose one another in one frame (rose / fell,
kitchen / garage), or one text negating what the other says, which the pair model then has to
confirm. The model alone, over all pairs of an event, is right once in a hundred.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrib.compare.disputes import Answer, Dispute, label_whether, shorten
from attrib.compare.oppositions import NEGATED, STATED, Opposition, find_opposition
from attrib.compare.scene import Scene
from attrib.compare.statements import Statement
from attrib.compare.voices import is_same_voice
from attrib.records import Claim

_QUOTED = frozenset({"direct", "mixed"})
_LEAST_COSINE = 0.72
_LEAST_SLOT_COSINE = 0.5
_LEAST_SCORE = 0.5
_SAME_PHASE = 4
_EARNEST = frozenset(
    {"asserts", "accuses", "concedes", "confirms", "corrects", "relays", "shows", "own", "hedges"}
)
_READ_COSINE, _READ_COVER = 0.42, 0.4
"""Least cosine, and share of the one's words that the other has, for the model to be asked."""
_UNDATED_COSINE = 0.59
"""The same for two articles of which one has no date: they may be months apart."""
_NEAR_COSINE, _NEAR_COVER = 0.7, 0.3
"""The same where the claims are near in meaning, whatever their words."""
_OPPOSED = 0.5
"""What the model must say; nine of the ten pairs that it put above in 34 events were real."""
_OPPOSED_LOOSELY, _LOOSE_COSINE = 0.75, 0.6
"""What it must say, and the least cosine, where of the words that the one negates the first is
not in the other: "did not attack the child", "dragged the child"."""
_SHARED = 2
"""Content words besides names that both must have."""
_OUGHT = frozenset({"should", "must", "ought"})
_FIRST_PERSON = frozenset({"my", "me", "mine", "myself"})
_SPEAKERS = frozenset({"i", "we", "you"})
_FIRST = frozenset({("first", "time"), ("first", "ever")})
_NO_CLAIM = frozenset({"To", "Whether"})
"""How a claim begins that only says what somebody means to do, or asks himself."""


_NOT = re.compile(r"\b(is|are|was|were|will|would|has|have|had)(?: not|n['’]t)\b")
_VERB = re.compile(r"\b(?:is|are|was|were|will|would|has|have|had|say|says|said|that|who|if)\b")
_ANY_NOT = re.compile(r"\b(?:not|never|no|none|nobody|nothing)\b|n['’]t\b")


def find_contradiction_disputes(
    scene: Scene, neighbours: Mapping[tuple[int, int], float]
) -> list[Dispute]:
    """Contradictions among neighbouring claims, one dispute for each opposed pair of answers."""
    disputes = []
    asked: list[tuple[int, int]] = []
    for (one, other), cosine in sorted(neighbours.items()):
        if not _may_contradict(one, other, scene):
            continue
        opposition = find_opposition(
            scene.statements[one], scene.statements[other], cosine, scene.lexicon
        )
        if opposition and _is_sure(opposition, one, other, cosine, scene):
            disputes.append(_dispute(opposition, one, other, scene))
        elif _is_worth_reading(one, other, cosine, scene):
            asked.append((one, other))
    return [*disputes, *_read_pairs(asked, scene)]


def _read_pairs(asked: Sequence[tuple[int, int]], scene: Scene) -> list[Dispute]:
    """Disputes between claims of which one negates what the other says, as the model sees it."""
    texts = [(scene.claims[one].text, scene.claims[other].text) for one, other in asked]
    disputes = []
    for (one, other), reading in zip(asked, scene.read(texts), strict=True):
        left, right = scene.statements[one], scene.statements[other]
        sure = _shares_head(left, right) or _shares_head(right, left)
        if reading.contradiction >= (_OPPOSED if sure else _OPPOSED_LOOSELY):
            first_negates = _negates(left, right)
            opposition = Opposition(
                "negation",
                NEGATED if first_negates else STATED,
                STATED if first_negates else NEGATED,
                "one negates what the other states",
                round(reading.contradiction, 3),
            )
            disputes.append(_dispute(opposition, one, other, scene))
    return disputes


def _is_worth_reading(one: int, other: int, cosine: float, scene: Scene) -> bool:
    left, right = scene.statements[one], scene.statements[other]
    if left.asks or right.asks or left.updates or right.updates:
        return False
    apart = scene.claims[one].article != scene.claims[other].article
    undated = scene.days[one] is None or scene.days[other] is None
    if cosine < (_UNDATED_COSINE if apart and undated else _READ_COSINE):
        return False
    if left.supposes or right.supposes or not (left.is_proposition and right.is_proposition):
        return False
    if _is_called_for(left) != _is_called_for(right):
        return False
    if scene.days_between(one, other) > _SAME_PHASE:
        return False
    if _negates(left, right) == _negates(right, left) or (left.negated and right.negated):
        return False
    sure = _shares_head(left, right) or _shares_head(right, left)
    if not sure and cosine < _LOOSE_COSINE:
        return False
    shared = (left.stems & right.stems) - left.names - right.names
    if len(shared) < _SHARED or not {*left.words[:1], *right.words[:1]}.isdisjoint(_NO_CLAIM):
        return False
    least = _NEAR_COVER if cosine >= _NEAR_COSINE else _READ_COVER
    return max(scene.covers(one, other), scene.covers(other, one)) >= least


def _first_word(statement: Statement) -> str:
    first = statement.words[0].lower().replace("’", "'") if statement.words else ""
    return first.partition("'")[0]


def _speaks_for_us(statement: Statement) -> bool:
    return _first_word(statement) == "we"


def _speaks_of_own(statement: Statement) -> bool:
    if _first_word(statement) in _SPEAKERS:
        return True
    return not _FIRST_PERSON.isdisjoint(word.lower() for word in statement.words)


def _negates(one: Statement, other: Statement) -> bool:
    """Whether `one` negates or refutes words that `other` states."""
    if one.refutes and not other.refutes and not other.negated:
        return True
    return bool(one.negated & (other.stems - other.negated))


def _shares_head(one: Statement, other: Statement) -> bool:
    """Whether the other states what `one` negates or refutes, not only words that go with it."""
    return one.refutes or bool(one.heads & (other.stems - other.negated))


def _is_called_for(statement: Statement) -> bool:
    """Whether it says what ought to be, and not what is."""
    return not _OUGHT.isdisjoint(word.lower() for word in statement.words)


def _may_contradict(one: int, other: int, scene: Scene) -> bool:
    left, right = scene.claims[one], scene.claims[other]
    if left.polarity != "affirm" or right.polarity != "affirm":
        return False
    statements = scene.statements[one], scene.statements[other]
    if _is_first(*statements) or _is_first(*reversed(statements)):
        return False
    voices = scene.voices[one], scene.voices[other]
    if is_same_voice(*voices) or not (voices[0].shown and voices[1].shown):
        return False
    if all(map(_speaks_of_own, statements)) and not all(map(_speaks_for_us, statements)):
        # Each of his own: "I will run my campaign", "I will not say what my campaign does"; but
        # "we hold the city" and "we have not lost the city" are on one matter.
        return False
    predicted = [claim.stance == "predicts" for claim in (left, right)]
    if all(predicted):
        return True
    if left.stance not in _EARNEST or right.stance not in _EARNEST:
        return False
    own = voices[0].is_own or voices[1].is_own
    return not (left.article == right.article and (own or _share_sentence(left, right)))


def _is_first(one: Statement, other: Statement) -> bool:
    """ "Planets were found for the first time" and "no planet had ever been found" agree."""
    if not other.negated:
        return False
    words = [word.lower() for word in one.words]
    return "ever" in other.words and not _FIRST.isdisjoint(pairwise(words))


def _share_sentence(one: Claim, other: Claim) -> bool:
    return one.sentence.start < other.sentence.end and other.sentence.start < one.sentence.end


def _is_sure(opposition: Opposition, one: int, other: int, cosine: float, scene: Scene) -> bool:
    left, right = scene.statements[one], scene.statements[other]
    both_quoted = {scene.claims[one].voice, scene.claims[other].voice} <= _QUOTED
    if both_quoted and opposition.sign == "slot":
        # Two printings of one quote are compared word by word elsewhere.
        return False
    if left.hypothetical or right.hypothetical or left.updates or right.updates:
        return False
    if left.years != right.years or scene.days_between(one, other) > _SAME_PHASE:
        return False
    if opposition.sign == "slot":
        return cosine >= _LEAST_SLOT_COSINE and opposition.score >= _LEAST_SCORE
    names = left.names - scene.common, right.names - scene.common
    if names[0] and names[1] and not names[0] & names[1]:
        return False
    return cosine >= _LEAST_COSINE and opposition.score >= _LEAST_SCORE


def _dispute(opposition: Opposition, one: int, other: int, scene: Scene) -> Dispute:
    answers = sorted(
        (Answer(opposition.one, (one,)), Answer(opposition.other, (other,))),
        key=lambda answer: answer.value,
    )
    return Dispute(
        "contradiction", _label(opposition, one, other, scene), tuple(answers),
        opposition.score, opposition.reason,
    )  # fmt: skip


def _label(opposition: Opposition, one: int, other: int, scene: Scene) -> str:
    """The frame without its fillers; for a negation, what is stated and negated."""
    if opposition.sign == "negation":
        stated, negated = (other, one) if opposition.one == NEGATED else (one, other)
        matter = scene.claims[stated].text
        # "A straight road is a straight road" says less than "The sand road was not straight".
        if len(scene.statements[stated].stems) < len(scene.statements[negated].stems):
            matter = _unnegated(scene.claims[negated].text) or matter
        return label_whether(matter, scene.lexicon.function_words)
    frame = scene.claims[one].text.replace(opposition.filler, "...", 1)
    return shorten(frame)


def _unnegated(text: str) -> str:
    """ "The road was straight" of "The road was not straight"; "" where that is less sure."""
    found = list(_NOT.finditer(text))
    if len(found) != 1 or len(_ANY_NOT.findall(text)) > 1:
        return ""
    # "She was wrong to say he had not sailed" negates what she said.
    if _VERB.search(text, 0, found[0].start()):
        return ""
    return text[: found[0].start()] + found[0][1] + text[found[0].end() :]
