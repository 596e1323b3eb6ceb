"""Quoted words of one attribution, in stretches as they were printed, each word as compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from attrib.compare.lexicon import Lexicon
from attrib.compare.scene import Scene
from attrib.contractions import expand
from attrib.records import Span
from attrib.tokens import tokenise

LEAST_WORDS = 5
_AMISS = re.compile(r"(?<=\w)‘(?=\w)")
"""A mark that opens, where an apostrophe is meant: "Moss‘s"."""
QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]+)[”\"»“]?|(?<!\w)[‘']([^‘]+?)[’'](?!\w)")
"""Words in quotation marks, double or single: in the first group or in the second."""
_PIECES = re.compile(r"(?:[^.…\[\]()]|\.(?!\.| \.))+")
"""Words in a row; an ellipsis and anything in brackets end them."""
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


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of quoted words of one attribution.

    `keys`, what the words are compared by, and `claims`, the place in the scene of the claim
    that each is in, run parallel; `words` too, with a contraction once for each of its parts.
    """

    text: str
    words: tuple[str, ...]
    keys: tuple[str, ...]
    claims: tuple[int, ...]

    @property
    def claim(self) -> int:
        return self.claims[0]


def find_pieces(scene: Scene) -> list[Piece]:
    """The stretches of five words or more of all that is quoted, in order of article and place."""
    return [piece for places in _quotes(scene) for piece in _pieces(places, scene)]


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


def _pieces(places: Sequence[int], scene: Scene) -> list[Piece]:
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
                piece = _piece(content, part.span(), start, spans, scene.lexicon)
                if piece:
                    found.append(piece)
    return found


def _piece(
    content: str,
    part: tuple[int, int],
    offset: int,
    spans: Sequence[tuple[Span, int]],
    lexicon: Lexicon,
) -> Piece | None:
    whole = _AMISS.sub("’", content)
    tokens = [t for t in tokenise(whole, *part) if t.text[0].isalnum() or t.lower == "'s"]
    while tokens and tokens[0].lower == "'s":
        tokens.pop(0)
    if sum(token.text[0].isalnum() for token in tokens) < LEAST_WORDS:
        return None
    read = [
        (token.text, key, _claim_at(spans, offset + token.start))
        for token in tokens
        for key in read_word(token.lower, lexicon)
    ]
    words, keys, home = zip(*read, strict=True)
    return Piece(content[tokens[0].start : tokens[-1].end], words, keys, home)


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


def read_word(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """A word for comparison: 7 and seven, colour and color are one, "don't" is "do not"."""
    return tuple(_spell(part, lexicon) for part in expand(word))


def _spell(word: str, lexicon: Lexicon) -> str:
    if word in lexicon.numbers:
        return str(lexicon.numbers[word])
    spelled = lexicon.spellings.get(word, word)
    for british, american in _SPELLINGS:
        spelled = british.sub(american, spelled)
    return spelled.replace(".", "")
