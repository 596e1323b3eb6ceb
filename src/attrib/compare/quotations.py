"""The same quoted words in two articles: altered on the way, or given to another speaker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from attrib.compare.disputes import Answer, Dispute, join_linked, shorten
from attrib.compare.lexicon import Lexicon
from attrib.compare.quoted import LEAST_WORDS, Piece, find_pieces
from attrib.compare.scene import Scene
from attrib.compare.voices import Voice, find_outlet, is_same_voice
from attrib.compare.wording_changes import (
    Change,
    Comparison,
    around,
    compare_pieces,
    is_of_small_words,
    matters,
)
from attrib.records import LACKING

_LEAST_SHARE = 0.75
"""Share of the shorter quote's words that must be the same, in the same order."""
_LONG, _LEAST_SHARE_LONG = 8, 0.55
"""So many words in the same order are one quote also where much was added or cut in between."""
_MOST_CHANGES = 2
"""Changes beyond which the quotes are told whole, since a row of snippets says nothing."""
_SMALL = 0.5
"""What is left of the score where only words without matter of their own changed."""
_LENGTHS = (60, 120, 240)
"""Characters of a wording told whole: the fewest in which all of them differ."""
_LEAST_SHARED_SPEAKERS = 6
_MOST_PLACES = 40
"""Places of one run of three words beyond which it tells nothing."""


@dataclass(frozen=True, slots=True)
class _Altered:
    """Two pieces, by number, that are one quote with other words."""

    one: int
    other: int
    compared: Comparison

    def holds(self, wording: Sequence[int]) -> bool:
        return self.one in wording or self.other in wording

    def claims_in(self, wording: Sequence[int]) -> frozenset[int]:
        """Places of the claims of `wording` that hold the changes."""
        found: frozenset[int] = frozenset()
        for change in self.compared.changes:
            found |= change.our_claims if self.one in wording else frozenset()
            found |= change.their_claims if self.other in wording else frozenset()
        return found


def find_quote_disputes(scene: Scene) -> list[Dispute]:
    """Quotes that two outlets print with other words, or with another speaker."""
    pieces = find_pieces(scene)
    disputes: list[Dispute] = []
    alike: dict[tuple[int, int], Comparison] = {}
    links: list[tuple[int, int]] = []
    for one, other in _pairs(pieces):
        compared = compare_pieces(pieces[one], pieces[other])
        least = _LEAST_SHARE_LONG if compared.shared >= _LONG else _LEAST_SHARE
        if compared.share < least or compared.shared < LEAST_WORDS:
            continue
        changes = tuple(c for c in compared.changes if matters(c, scene.lexicon))
        alike[one, other] = replace(compared, changes=changes)
        if _is_one_speaker(pieces[one], pieces[other], scene):
            if changes:
                links.append((one, other))
        elif _are_two_outlets(pieces[one], pieces[other], scene):
            dispute = _reassigned(pieces[one], pieces[other], compared, scene)
            if dispute:
                disputes.append(dispute)
    for group in join_linked(links):
        dispute = _altered(group, pieces, alike, scene)
        if dispute:
            disputes.append(dispute)
    return disputes


def _pairs(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Pieces that share a run of three words; runs that stand everywhere are left out."""
    places: dict[tuple[str, ...], list[int]] = {}
    for number, piece in enumerate(pieces):
        for start in range(len(piece.keys) - 2):
            run = piece.keys[start : start + 3]
            known = places.setdefault(run, [])
            if not known or known[-1] != number:
                known.append(number)
    return sorted(
        {
            (one, other)
            for known in places.values()
            if len(known) <= _MOST_PLACES
            for index, one in enumerate(known)
            for other in known[index + 1 :]
        }
    )


def _is_one_speaker(one: Piece, other: Piece, scene: Scene) -> bool:
    """Whether both are of one voice, or it is open of whom one of them is."""
    left, right = scene.voices[one.claim], scene.voices[other.claim]
    return is_same_voice(left, right) or not (left.is_resolved and right.is_resolved)


def _are_two_outlets(one: Piece, other: Piece, scene: Scene) -> bool:
    articles = [scene.claims[piece.claim].article for piece in (one, other)]
    outlets = {find_outlet(scene.articles[article]).lower() for article in articles}
    return articles[0] != articles[1] and len(outlets) > 1


def _altered(
    group: Sequence[int],
    pieces: Sequence[Piece],
    alike: Mapping[tuple[int, int], Comparison],
    scene: Scene,
) -> Dispute | None:
    """The wordings of one quote, None where only one outlet prints more than one."""
    wordings = _sort_into_wordings(group, pieces, alike)
    home = {piece: number for number, wording in enumerate(wordings) for piece in wording}
    told = [
        _Altered(one, other, alike[one, other])
        for one, other in combinations(sorted(home), 2)
        if home[one] != home[other]
        and (one, other) in alike
        and alike[one, other].changes
        and _are_two_outlets(pieces[one], pieces[other], scene)
    ]
    if not told:
        return None
    best = min(told, key=lambda pair: (-pair.compared.share, pair.one, pair.other))
    shown = [wording for wording in wordings if any(pair.holds(wording) for pair in told)]
    values = _name_wordings(shown, best, pieces, scene.lexicon)
    members: list[set[int]] = [set() for _ in shown]
    for pair in told:
        for number, wording in enumerate(shown):
            members[number].update(pair.claims_in(wording))
    small = all(is_of_small_words(c, scene.lexicon) for pair in told for c in pair.compared.changes)
    first = pieces[best.one]
    name = scene.voices[first.claim].shown or scene.voices[pieces[best.other].claim].shown
    answers = [
        Answer(value, tuple(sorted(claims))) for value, claims in zip(values, members, strict=True)
    ]
    return Dispute(
        kind="quote",
        label=f"Words quoted from {name}: “{shorten(first.text, 60)}”",
        answers=tuple(sorted(answers, key=lambda answer: answer.value)),
        score=round(best.compared.share * (_SMALL if small else 1), 3),
        reason=_say_change(values),
    )


def _sort_into_wordings(
    group: Sequence[int], pieces: Sequence[Piece], alike: Mapping[tuple[int, int], Comparison]
) -> list[list[int]]:
    """The pieces by wording, the longest first; what was cut down to words that two wordings
    share tells neither and is left out."""
    wordings: list[list[int]] = []
    for piece in sorted(group, key=lambda number: (-len(pieces[number].keys), number)):
        fitting = []
        for wording in wordings:
            known = [alike[pair] for other in wording if (pair := _pair(piece, other)) in alike]
            if known and not any(compared.changes for compared in known):
                fitting.append(wording)
        if not fitting:
            wordings.append([piece])
        elif len(fitting) == 1:
            fitting[0].append(piece)
    return wordings


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _name_wordings(
    shown: Sequence[Sequence[int]], best: _Altered, pieces: Sequence[Piece], lexicon: Lexicon
) -> list[str]:
    """What tells the wordings apart: of two with few changes the changed words, else the whole."""
    changes = best.compared.changes
    if len(shown) == 2 and len(changes) <= _MOST_CHANGES:
        if len(changes) == 1 and _says_little(changes[0], lexicon):
            ours, theirs = map(_show, around(changes[0], lexicon))
        else:
            ours = " ... ".join(_show(change.ours) for change in changes)
            theirs = " ... ".join(_show(change.theirs) for change in changes)
        if ours != theirs:
            return [ours, theirs] if best.one in shown[0] else [theirs, ours]
    texts = [pieces[wording[0]].text for wording in shown]
    for limit in _LENGTHS:
        values = [shorten(text, limit) for text in texts]
        if len(set(values)) == len(values):
            return values
    return texts


def _says_little(change: Change, lexicon: Lexicon) -> bool:
    """Whether the words of one side say nothing by themselves: "it" for "the car"."""
    return any(
        keys and all(key in lexicon.function_words for key in keys)
        for keys in (change.our_keys, change.their_keys)
    ) and bool(change.ours and change.theirs)


def _show(words: Sequence[str]) -> str:
    """The words as printed; of a contraction, which stands once for each of its parts, one."""
    return " ".join(word for word, _ in groupby(words)) or LACKING


def _say_change(values: Sequence[str]) -> str:
    if len(values) > 2:
        return f"the same quote in {len(values)} wordings"
    ours, theirs = sorted(values)
    if LACKING in (ours, theirs):
        return f"the same quote with and without “{theirs if ours == LACKING else ours}”"
    return f"the same quote with other words: “{ours}” / “{theirs}”"


def _speaks_in(voice: Voice, place: int, scene: Scene) -> bool:
    """Whether the voice is a source in the article of the claim: then the cue is in doubt."""
    article = scene.claims[place].article
    return any(
        claim.article == article and voice.origin & scene.voices[number].grounds
        for number, claim in enumerate(scene.claims)
    )


def _reassigned(one: Piece, other: Piece, compared: Comparison, scene: Scene) -> Dispute | None:
    left, right = scene.voices[one.claim], scene.voices[other.claim]
    if compared.shared < _LEAST_SHARED_SPEAKERS or compared.share < 0.9:
        return None
    # A body and its unnamed officials, a letter and those who signed it, share their words.
    if not (left.is_person and right.is_person and left.names and right.names):
        return None
    if left.names & right.names or left.grounds & right.grounds:
        return None
    if _speaks_in(left, other.claim, scene) or _speaks_in(right, one.claim, scene):
        return None
    answers = sorted(
        (
            Answer(left.shown, tuple(sorted(set(one.claims)))),
            Answer(right.shown, tuple(sorted(set(other.claims)))),
        ),
        key=lambda answer: answer.value,
    )
    return Dispute(
        kind="attribution",
        label=f"Who said “{shorten(one.text, 60)}”",
        answers=tuple(answers),
        score=compared.share,
        reason=f"the same words are given to {answers[0].value} and to {answers[1].value}",
    )
