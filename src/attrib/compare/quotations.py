"""The same quoted words in two articles: altered on the way, or given to another speaker.

Trimming a quote, closing it with an ellipsis, inserting brackets, and other spelling or
punctuation are no change; a word swapped, added or dropped inside the quote is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from attrib.compare.disputes import Answer, Dispute, shorten
from attrib.compare.lexicon import Lexicon
from attrib.compare.scene import Scene
from attrib.compare.stems import stem
from attrib.compare.voices import find_outlet, is_same_voice
from attrib.tokens import tokenise

_LEAST_WORDS = 5
_LEAST_SHARE = 0.75
"""Share of the shorter quote's words that must be the same, in the same order."""
_LEAST_SHARED_SPEAKERS = 6
_MOST_PLACES = 40
"""Places of one run of three words beyond which it tells nothing."""
_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]+)[”\"»“]?|(?<!\w)[‘']([^‘]+?)[’'](?!\w)")
_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_PIECES = re.compile(r"\.\.\.+|…|\. \. \.|\[|\]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of quoted words: the claim it is from, its words as printed and lower-cased."""

    claim: int
    words: tuple[str, ...]
    keys: tuple[str, ...]


def find_quote_disputes(scene: Scene) -> list[Dispute]:
    """Quotes that two outlets print with other words, or with another speaker."""
    pieces = [piece for place in range(len(scene)) for piece in _pieces(place, scene)]
    disputes = []
    for one, other in _pairs(pieces):
        dispute = _compare(pieces[one], pieces[other], scene)
        if dispute:
            disputes.append(dispute)
    return disputes


def _pieces(place: int, scene: Scene) -> list[_Piece]:
    claim = scene.claims[place]
    if claim.voice not in ("direct", "mixed"):
        return []
    text = scene.articles[claim.article].text
    found = []
    for span in claim.content:
        content = span.of(text)
        quoted = [a or b for a, b in _QUOTED.findall(content)]
        if not quoted and claim.voice == "direct":
            quoted = [content]
        for stretch in quoted:
            for part in _PIECES.split(_BRACKETS.sub(" [ ", stretch)):
                words = tuple(t.text for t in tokenise(part) if t.text[0].isalnum())
                if len(words) >= _LEAST_WORDS:
                    keys = tuple(_key(word, scene.lexicon) for word in words)
                    found.append(_Piece(place, words, keys))
    return found


def _key(word: str, lexicon: Lexicon) -> str:
    """A word for comparison: 7 and seven, colour and color are one."""
    lower = word.lower().replace("’", "'")
    if lower in lexicon.numbers:
        return str(lexicon.numbers[lower])
    return lexicon.spellings.get(lower, lower)


def _pairs(pieces: Sequence[_Piece]) -> list[tuple[int, int]]:
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


def _compare(one: _Piece, other: _Piece, scene: Scene) -> Dispute | None:
    left, right = scene.claims[one.claim], scene.claims[other.claim]
    outlets = [find_outlet(scene.articles[claim.article]) for claim in (left, right)]
    if left.article == right.article or outlets[0].lower() == outlets[1].lower():
        return None
    changes, shared, share = _differences(one, other)
    if share < _LEAST_SHARE or shared < _LEAST_WORDS:
        return None
    speakers = scene.voices[one.claim], scene.voices[other.claim]
    if is_same_voice(*speakers) or not (speakers[0].is_resolved and speakers[1].is_resolved):
        changes = [change for change in changes if _matters(change, scene.lexicon)]
        return _altered(one, other, changes, share, scene) if changes else None
    return _reassigned(one, other, shared, share, scene)


def _differences(
    one: _Piece, other: _Piece
) -> tuple[list[tuple[tuple[str, ...], tuple[str, ...]]], int, float]:
    """Changed words inside the stretch both print, how many words agree, and their share."""
    blocks = Levenshtein.opcodes(one.keys, other.keys)
    equal = [block for block in blocks if block.tag == "equal"]
    if not equal:
        return [], 0, 0.0
    shared = sum(block.src_end - block.src_start for block in equal)
    first, last = blocks.index(equal[0]), len(blocks) - 1 - list(blocks)[::-1].index(equal[-1])
    inner = [block for block in list(blocks)[first : last + 1] if block.tag != "equal"]
    changes = [
        (one.words[b.src_start : b.src_end], other.words[b.dest_start : b.dest_end]) for b in inner
    ]
    span = equal[-1].src_end - equal[0].src_start, equal[-1].dest_end - equal[0].dest_start
    share = shared / max(min(len(one.keys), len(other.keys)), *span)
    return changes, shared, round(share, 3)


def _matters(change: tuple[tuple[str, ...], tuple[str, ...]], lexicon: Lexicon) -> bool:
    """Whether a change touches a word that carries meaning, and not only its form."""
    ours, theirs = ({_stem(word) for word in words} for words in change)
    changed = [word for words in change for word in words if _stem(word) in ours ^ theirs]
    return any(
        word.lower() not in lexicon.function_words or word.lower() in lexicon.negators
        for word in changed
    )


def _stem(word: str) -> str:
    return stem(word.replace("’", "'"))


def _altered(
    one: _Piece,
    other: _Piece,
    changes: Sequence[tuple[tuple[str, ...], tuple[str, ...]]],
    share: float,
    scene: Scene,
) -> Dispute:
    ours = " ... ".join(" ".join(words) or "–" for words, _ in changes)
    theirs = " ... ".join(" ".join(words) or "–" for _, words in changes)
    answers = sorted(
        (Answer(shorten(ours, 60), (one.claim,)), Answer(shorten(theirs, 60), (other.claim,))),
        key=lambda answer: answer.value,
    )
    name = scene.voices[one.claim].shown or scene.voices[other.claim].shown
    return Dispute(
        kind="quote",
        label=f"Words quoted from {name}: “{shorten(' '.join(one.words), 60)}”",
        answers=tuple(answers),
        score=share,
        reason=f"the same quote with other words: “{ours}” / “{theirs}”",
    )


def _reassigned(
    one: _Piece, other: _Piece, shared: int, share: float, scene: Scene
) -> Dispute | None:
    speakers = scene.voices[one.claim], scene.voices[other.claim]
    if (
        shared < _LEAST_SHARED_SPEAKERS
        or share < 0.9
        or speakers[0].is_person != speakers[1].is_person
    ):
        return None
    if speakers[0].names & speakers[1].names or speakers[0].grounds & speakers[1].grounds:
        return None
    answers = sorted(
        (Answer(speakers[0].shown, (one.claim,)), Answer(speakers[1].shown, (other.claim,))),
        key=lambda answer: answer.value,
    )
    return Dispute(
        kind="attribution",
        label=f"Who said “{shorten(' '.join(one.words), 60)}”",
        answers=tuple(answers),
        score=share,
        reason=f"the same words are given to {answers[0].value} and to {answers[1].value}",
    )
