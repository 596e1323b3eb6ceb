"""Ranks and scores in running text: "the third-largest", "her second title", "won 34-6".

Both are held against each other in two texts that are known to be on one matter; by themselves
they say too little of what they are a rank or a score of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib.compare.clocks import Moment
from attrib.compare.lexicon import Lexicon
from attrib.compare.stems import stem
from attrib.tokens import Token

RANK, SCORE = "rank", "score"
EXACT = frozenset({RANK, SCORE})
"""Units of which two values are at odds unless they are equal."""
ANY = frozenset({"", stem("time")})
"""Nouns of a rank that stand for any: "the second time", "her second"."""
_HIGHEST = "-est"
"""The noun of a rank among all: "the second-largest", "the fourth most valuable"."""
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\Z")
_DATED = frozenset({"century", "street", "avenue", "anniversary", "amendment", "of"})
"""Words behind an ordinal that then ranks nothing."""
_FLOOR, _STOREYS = "floor", frozenset({"floor", "storey", "story"})
_OWNS = frozenset({"'s", "his", "her", "its", "their"})
_RANKS = frozenset(
    {
        "came",
        "come",
        "comes",
        "finished",
        "finishes",
        "finishing",
        "home",
        "placed",
        "ranked",
        "ranks",
    }
)
"""Verbs behind which a bare ordinal is a place: "came third in the vote"."""
_MEDALS = {"gold": 1, "silver": 2, "bronze": 3}
_MEDAL = frozenset({"medal", "medallist", "medalist"})
_WINS = frozenset(
    {
        "won",
        "win",
        "wins",
        "winning",
        "took",
        "take",
        "takes",
        "claimed",
        "claims",
        "earned",
        "earns",
        "olympic",
    }
)
_COUNTED = frozenset({"votes", "goals", "points", "sets", "games"})
_VOTED = frozenset({"vote", "voted", "voting"})
_MOST_POINTS = 700
_HALFWAY = frozenset({"halftime", "half-time", "interval", "break", "halfway", "quarter"})


def find_rank(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Moment | None:
    """The rank that begins at token `place`; the first of all is none, but for a first time."""
    head, _, tail = tokens[place].lower.partition("-")
    value = _ordinal(head, lexicon)
    if not value:
        return _find_medal(tokens, place)
    following = [token.lower for token in tokens[place + 1 : place + 3]]
    after = following[0] if following else ""
    if tail in _STOREYS:
        return _rank(place, 1, value, stem(_FLOOR))
    if tail:
        return _rank(place, 1, value, _HIGHEST) if tail.endswith("est") or tail == "most" else None
    if after.endswith("est") or after == "most":
        return _rank(place, 2, value, _HIGHEST)
    if after in _DATED or after in lexicon.months or tokens[place].is_capitalised:
        return None
    before = tokens[place - 1].lower if place else ""
    if not after or not after[0].isalpha() or after in lexicon.function_words:
        told = before in _OWNS or before in _RANKS
        return _rank(place, 1, value, "") if told and value > 1 else None
    noun = stem(_FLOOR if after in _STOREYS else after)
    return _rank(place, 2, value, noun) if value > 1 or noun in ANY else None


def _find_medal(tokens: Sequence[Token], place: int) -> Moment | None:
    """Bronze as a third place: "won bronze", "a silver medal", "bronze in the sculls went to"."""
    value = _MEDALS.get(tokens[place].lower)
    if value is None:
        return None
    before = tokens[place - 1].lower if place else ""
    after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    named = after in _MEDAL
    if named or before in _WINS or (after == "in" and not before.isalpha()):
        return _rank(place, 1 + named, value, "")
    return None


def _rank(place: int, length: int, value: int, noun: str) -> Moment:
    return Moment(place, place + length, RANK, value, value, zone=noun)


def _ordinal(word: str, lexicon: Lexicon) -> int:
    found = _ORDINAL.match(word)
    return int(found[1]) if found else lexicon.ordinals.get(word, 0)


def find_score(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Moment | None:
    """The score "34-6" that begins at token `place`: the higher times a thousand, and the lower."""
    voted = _find_vote(tokens, place, lexicon)
    if voted is not None:
        return voted
    run = tokens[place : place + 3]
    if len(run) < 3 or run[1].text not in ("-", "–") or not _are_joined(run):
        return None
    points = [int(token.text) for token in (run[0], run[2]) if token.text.isdecimal()]
    if len(points) < 2 or max(points) > _MOST_POINTS or (place and tokens[place - 1].text == "-"):
        return None
    after = tokens[place + 3].lower if place + 3 < len(tokens) else "."
    closes = not after[0].isalnum() or after in lexicon.function_words
    if after == "-" or not (points[0] > points[1] or closes):
        return None
    value = 1000 * max(points) + min(points)
    # A score before the end is not held against the last one.
    halfway = any(token.lower in _HALFWAY for token in tokens)
    return Moment(place, place + 3, SCORE, value, value, zone="half" if halfway else "")


def _find_vote(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Moment | None:
    """Seven votes to two, as a score."""
    run = [token.lower for token in tokens[place : place + 4]]
    last = place + 4
    if run[1:2] == ["to"] and place and tokens[place - 1].lower in _VOTED:
        # "Voted 11 to 4"
        run.insert(1, "votes")
        last -= 1
    if len(run) < 4 or run[1] not in _COUNTED or run[2] != "to":
        return None
    points = [
        int(word) if word.isdecimal() else lexicon.numbers.get(word) for word in (run[0], run[3])
    ]
    if None in points:
        return None
    ours, theirs = sorted(value for value in points if value is not None)
    return Moment(place, last, SCORE, 1000 * theirs + ours, 1000 * theirs + ours)


def _are_joined(run: Sequence[Token]) -> bool:
    return run[0].end == run[1].start and run[1].end == run[2].start
