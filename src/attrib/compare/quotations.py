"""The same quoted words in two articles: altered on the way, or given to another speaker.

Trimming a quote, closing it with an ellipsis, inserting brackets, and other spelling or
punctuation are no change; a word swapped, added or dropped inside the quote is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein, Opcode
from rapidfuzz.fuzz import ratio

from attrib.compare.disputes import Answer, Dispute, shorten
from attrib.compare.lexicon import Lexicon
from attrib.compare.scene import Scene
from attrib.compare.stems import stem
from attrib.compare.voices import Voice, find_outlet, is_same_voice
from attrib.records import LACKING, Span
from attrib.tokens import tokenise

_LEAST_WORDS = 5
_LEAST_SHARE = 0.75
"""Share of the shorter quote's words that must be the same, in the same order."""
_LONG, _LEAST_SHARE_LONG = 8, 0.55
"""So many words in the same order are one quote also where much was added or cut in between."""
_LEAST_END = 2
"""Words that must agree at the end of the stretch that two quotes share."""
_MOST_CHANGES = 2
"""Changes beyond which the quotes are told whole, since a row of snippets says nothing."""
_LEAST_SHARED_SPEAKERS = 6
_MOST_PLACES = 40
"""Places of one run of three words beyond which it tells nothing."""
QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]+)[”\"»“]?|(?<!\w)[‘']([^‘]+?)[’'](?!\w)")
"""Words in quotation marks, double or single: in the first group or in the second."""
_SPELLINGS = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"ll(ing|ed|er|ers)\Z", r"l\1"),
        (r"our(s|ed|ing|able|ite|ites)?\Z", r"or\1"),
        (r"([a-z]{3})is(e|es|ed|ing|ation|ations)\Z", r"\1iz\2"),
        (r"yse(d|s)?\Z", r"yze\1"),
    )
)
"""British endings and their American forms; both sides are turned, so no word is lost."""
_PIECES = re.compile(r"(?:[^.…\[\]()]|\.(?!\.| \.))+")
"""Words in a row; an ellipsis and anything in brackets end them."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of quoted words of one attribution, with the claim that each word is in."""

    text: str
    words: tuple[str, ...]
    keys: tuple[str, ...]
    claims: tuple[int, ...]

    @property
    def claim(self) -> int:
        return self.claims[0]


def find_quote_disputes(scene: Scene) -> list[Dispute]:
    """Quotes that two outlets print with other words, or with another speaker."""
    pieces = [piece for quote in _quotes(scene) for piece in _pieces(quote, scene)]
    disputes = []
    for one, other in _pairs(pieces):
        dispute = _compare(pieces[one], pieces[other], scene)
        if dispute:
            disputes.append(dispute)
    return disputes


def _quotes(scene: Scene) -> list[list[int]]:
    """Claims with quoted words, those that one attribution was split into together."""
    quotes: dict[tuple[str, int, int], list[int]] = {}
    for place, claim in enumerate(scene.claims):
        if claim.voice in ("direct", "mixed"):
            cue = claim.cue.span if claim.cue else claim.sentence
            quotes.setdefault((claim.article, cue.start, cue.end), []).append(place)
    return [
        sorted(quotes[key], key=lambda place: scene.claims[place].start) for key in sorted(quotes)
    ]


def _pieces(places: Sequence[int], scene: Scene) -> list[_Piece]:
    """The quoted stretches of one attribution, cut where the printed quote leaves words out."""
    text = scene.articles[scene.claims[places[0]].article].text
    spans = sorted((span, place) for place in places for span in scene.claims[place].content)
    found = []
    for start, end in _join_spans([span for span, _ in spans], text):
        content = text[start:end]
        quoted = [match.span(1 if match[1] else 2) for match in QUOTED.finditer(content)]
        if not quoted and scene.claims[places[0]].voice == "direct":
            quoted = [(0, len(content))]
        for first, last in quoted:
            for part in _PIECES.finditer(content, first, last):
                tokens = [t for t in tokenise(content, *part.span()) if t.text[0].isalnum()]
                if len(tokens) < _LEAST_WORDS:
                    continue
                home = [_claim_at(spans, start + token.start) for token in tokens]
                words = tuple(token.text for token in tokens)
                keys = tuple(_key(word, scene.lexicon) for word in words)
                shown = content[tokens[0].start : tokens[-1].end]
                found.append(_Piece(shown, words, keys, tuple(home)))
    return found


def _join_spans(spans: Sequence[Span], text: str) -> list[tuple[int, int]]:
    """Spans with nothing but marks and space between them, as one."""
    joined: list[tuple[int, int]] = []
    for span in spans:
        if joined and not any(c.isalnum() for c in text[joined[-1][1] : span.start]):
            joined[-1] = joined[-1][0], max(joined[-1][1], span.end)
        else:
            joined.append((span.start, span.end))
    return joined


def _claim_at(spans: Sequence[tuple[Span, int]], offset: int) -> int:
    before = [place for span, place in spans if span.start <= offset]
    return before[-1] if before else spans[0][1]


def _key(word: str, lexicon: Lexicon) -> str:
    """A word for comparison: 7 and seven, colour and color are one."""
    lower = word.lower().replace("’", "'")
    if lower in lexicon.numbers:
        return str(lexicon.numbers[lower])
    lower = lexicon.spellings.get(lower, lower)
    for british, american in _SPELLINGS:
        lower = british.sub(american, lower)
    return lower.replace(".", "")


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
    least = _LEAST_SHARE_LONG if shared >= _LONG else _LEAST_SHARE
    if share < least or shared < _LEAST_WORDS:
        return None
    speakers = scene.voices[one.claim], scene.voices[other.claim]
    if is_same_voice(*speakers) or not (speakers[0].is_resolved and speakers[1].is_resolved):
        changes = [change for change in changes if _matters(change, scene.lexicon)]
        return _altered(one, other, changes, share, scene) if changes else None
    return _reassigned(one, other, shared, share, scene)


@dataclass(frozen=True, slots=True)
class _Change:
    """Words of two quotes that differ, and the claims they stand in."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    our_claims: frozenset[int]
    their_claims: frozenset[int]


def _differences(one: _Piece, other: _Piece) -> tuple[list[_Change], int, float]:
    """Changed words inside the stretch both print, how many words agree, and their share."""
    blocks = _trim(list(Levenshtein.opcodes(one.keys, other.keys)))
    equal = [block for block in blocks if block.tag == "equal"]
    if not equal:
        return [], 0, 0.0
    shared = sum(block.src_end - block.src_start for block in equal)
    first, last = blocks.index(equal[0]), len(blocks) - 1 - blocks[::-1].index(equal[-1])
    changes = [
        _Change(
            one.words[block.src_start : block.src_end],
            other.words[block.dest_start : block.dest_end],
            frozenset(one.claims[max(block.src_start - 1, 0) : block.src_end]),
            frozenset(other.claims[max(block.dest_start - 1, 0) : block.dest_end]),
        )
        for block in blocks[first : last + 1]
        if block.tag != "equal"
    ]
    ours = equal[-1].src_end - equal[0].src_start
    theirs = equal[-1].dest_end - equal[0].dest_start
    share = shared / max(min(len(one.keys), len(other.keys)), ours, theirs)
    return changes, shared, round(share, 3)


def _trim(blocks: list[Opcode]) -> list[Opcode]:
    """Without lone words at either end that only seem to agree.

    "He ran" against "He fell. He ran" is a quote begun later, not one with words dropped.
    """
    for inner in (1, -2):
        outer = 0 if inner == 1 else -1
        while (
            len(blocks) > 1
            and (blocks[outer].tag != "equal" or _length(blocks[outer]) < _LEAST_END)
            and not (blocks[outer].tag == "equal" and blocks[inner].tag == "replace")
        ):
            blocks.pop(outer)
    return blocks


def _length(block: Opcode) -> int:
    return int(block.src_end - block.src_start)


def _matters(change: _Change, lexicon: Lexicon) -> bool:
    """Whether a change touches a word that carries meaning, and not only its form."""
    if len(change.ours) == len(change.theirs) == 1 and _is_misprint(
        change.ours[0], change.theirs[0]
    ):
        return False
    ours, theirs = ({_stem(word) for word in words} for words in (change.ours, change.theirs))
    changed = [word for word in (*change.ours, *change.theirs) if _stem(word) in ours ^ theirs]
    return any(
        word.lower() in lexicon.negators
        or any(part not in lexicon.function_words for part in _parts(word))
        for word in changed
    )


def _parts(word: str) -> list[str]:
    """A contraction in its parts: I've is I and ve."""
    return [part for part in word.lower().replace("’", "'").split("'") if part]


def _is_misprint(one: str, other: str) -> bool:
    """Whether two long words differ in a letter or two, and not in a prefix such as un-."""
    left, right = one.lower(), other.lower()
    return left[0] == right[0] and min(len(left), len(right)) >= 6 and ratio(left, right) >= 88


def _stem(word: str) -> str:
    return stem(word.replace("’", "'"))


def _altered(
    one: _Piece, other: _Piece, changes: Sequence[_Change], share: float, scene: Scene
) -> Dispute:
    ours = " ... ".join(" ".join(change.ours) or LACKING for change in changes)
    theirs = " ... ".join(" ".join(change.theirs) or LACKING for change in changes)
    if len(changes) > _MOST_CHANGES:
        ours, theirs = one.text, other.text
    our_claims = frozenset().union(*(change.our_claims for change in changes))
    their_claims = frozenset().union(*(change.their_claims for change in changes))
    answers = (
        Answer(shorten(ours, 60), tuple(sorted(our_claims))),
        Answer(shorten(theirs, 60), tuple(sorted(their_claims))),
    )
    name = scene.voices[one.claim].shown or scene.voices[other.claim].shown
    return Dispute(
        kind="quote",
        label=f"Words quoted from {name}: “{shorten(one.text, 60)}”",
        answers=tuple(sorted(answers, key=lambda answer: answer.value)),
        score=share,
        reason=_say_change(ours, theirs),
    )


def _say_change(ours: str, theirs: str) -> str:
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


def _reassigned(
    one: _Piece, other: _Piece, shared: int, share: float, scene: Scene
) -> Dispute | None:
    left, right = scene.voices[one.claim], scene.voices[other.claim]
    if shared < _LEAST_SHARED_SPEAKERS or share < 0.9:
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
        score=share,
        reason=f"the same words are given to {answers[0].value} and to {answers[1].value}",
    )
