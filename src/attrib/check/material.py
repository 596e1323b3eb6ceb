"""The texts that quotes are looked for in, laid out for searching, and where to look in them.

Looking up the same words costs one search in each text. Near passages are found by the pairs
of neighbouring words that a quote shares with a text, the rarest first, so that the work grows
with the length of the texts and not with quotes times texts.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib.check.folding import Words, fold_words, has_same_end, pack_words
from attrib.check.voices import Speech
from attrib.records import Article, Extraction, Span

_MOST_PLACES = 50
_MOST_TRIES = 1000
_MOST_HITS = 2000
"""Of one pair in all texts, and of all pairs that one quote is looked up by."""
_MOST_WINDOWS = 6
_SEPARATOR = "\x1f"
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Material:
    """One text of the material: its words, its quotes, and who says what in it.

    `known` are the folded words, each once; `line` holds them in order, each between
    separators, and `line_starts[i]` is where the separator before word i stands in it.
    """

    article: Article
    words: Words
    known: frozenset[str]
    line: str
    line_starts: array[int]
    quotes: tuple[Span, ...]
    speech: Speech | None


@dataclass(frozen=True, slots=True)
class Window:
    """Words `[first, last)` of the text with index `material` that share pairs with a quote."""

    material: int
    first: int
    last: int


def lay_out_material(extraction: Extraction, speech: Speech | None) -> Material:
    """The extraction's article for searching, without what its format marks as no prose."""
    article = extraction.article
    words = _without(fold_words(article.text), article.furniture)
    starts, place = array("L"), 0
    for word in words.folded:
        starts.append(place)
        place += len(word) + 1
    line = _SEPARATOR + "".join(word + _SEPARATOR for word in words.folded)
    inner = tuple(quote.inner for quote in extraction.segmentation.quotes)
    return Material(article, words, frozenset(words.folded), line, starts, inner, speech)


def find_exact(material: Material, text: str, span: Span) -> Iterator[Span]:
    """Ranges of words whose characters are those of `text` at `span`, the first fifty."""
    words, other = material.words, material.article.text
    needle, place, n_found = span.of(text), -1, 0
    for _ in range(_MOST_TRIES):
        place = other.find(needle, place + 1)
        if place < 0 or n_found == _MOST_PLACES:
            return
        first = bisect_left(words.starts, place)
        last = bisect_left(words.ends, place + len(needle))
        if (
            first <= last < len(words)
            and words.starts[first] == place
            and words.ends[last] == place + len(needle)
            and has_same_end(_after(text, span.end), _after(other, words.ends[last]))
        ):
            n_found += 1
            yield Span(first, last + 1)


def find_quotes(material: Material, span: Span) -> tuple[Span, ...]:
    """The quotes of the text that `span` touches, without their marks."""
    place = max(bisect_right(material.quotes, span.start, key=lambda one: one.start) - 1, 0)
    found = []
    for quote in material.quotes[place:]:
        if quote.start >= span.end:
            break
        if quote.overlaps(span):
            found.append(quote)
    return tuple(found)


def clip(material: Material, run: tuple[int, int], span: Span) -> Span | None:
    """The characters of the words `run` (half-open indexes) that stand within `span`."""
    words = material.words
    first = max(run[0], bisect_left(words.starts, span.start))
    last = min(run[1], bisect_right(words.ends, span.end))
    return Span(words.starts[first], words.ends[last - 1]) if first < last else None


def _after(text: str, offset: int) -> str:
    return text[offset : offset + 8]


def find_folded(material: Material, folded: Sequence[str]) -> Iterator[Span]:
    """Ranges of words that are the folded ones, in reading order, the first fifty."""
    needle = _SEPARATOR + _SEPARATOR.join(folded) + _SEPARATOR
    place = -1
    for _ in range(_MOST_PLACES):
        place = material.line.find(needle, place + 1)
        if place < 0:
            return
        first = bisect_left(material.line_starts, place)
        yield Span(first, first + len(folded))


def find_windows(
    materials: Sequence[Material], quotes: Sequence[tuple[str, ...]]
) -> tuple[tuple[Window, ...], ...]:
    """For each quote, as folded words, the windows that share most of its rarer word pairs.

    Best first, at most six; none where nothing is shared.
    """
    wanted = {pair for folded in quotes for pair, _ in _pairs(folded)}
    firsts = {pair[0] for pair in wanted}
    places: dict[_Pair, list[tuple[int, int]]] = {}
    for number, material in enumerate(materials):
        folded = material.words.folded
        for place, word in enumerate(folded):
            if word in firsts:
                for other in folded[place + 1 : place + 3]:
                    pair = (word, other)
                    if pair in wanted:
                        found = places.setdefault(pair, [])
                        # Bounds the memory for a text that repeats itself.
                        if len(found) < _MOST_HITS:
                            found.append((number, place))
    return tuple(_windows(folded, places, materials) for folded in quotes)


def _windows(
    folded: tuple[str, ...],
    places: dict[_Pair, list[tuple[int, int]]],
    materials: Sequence[Material],
) -> tuple[Window, ...]:
    pairs = sorted(
        {pair for pair, _ in _pairs(folded) if pair in places},
        key=lambda pair: (len(places[pair]), pair),
    )
    hits: list[tuple[int, int, _Pair]] = []
    for pair in pairs:
        # The commonest pairs ("of the") would bury the others, and point nowhere.
        if hits and len(hits) + len(places[pair]) > _MOST_HITS:
            break
        hits += ((number, place, pair) for number, place in places[pair])
    hits.sort()
    # Room for as many words left out without an ellipsis as there are in the quote.
    reach = 2 * len(folded) + 24
    chosen: list[Window] = []
    for _, number, first, last in _rate(hits, places, reach):
        length = len(materials[number].words)
        slack = len(folded) + 16
        window = Window(number, max(first - slack, 0), min(last + slack, length))
        if not any(_is_near(window, other) for other in chosen):
            chosen.append(window)
            if len(chosen) == _MOST_WINDOWS:
                break
    return tuple(chosen)


def _rate(
    hits: list[tuple[int, int, _Pair]],
    places: dict[_Pair, list[tuple[int, int]]],
    reach: int,
) -> list[tuple[float, int, int, int]]:
    """(-score, text, first and last hit) of the stretches of `reach` words, best first."""
    rated: list[tuple[float, int, int, int]] = []
    inside: Counter[_Pair] = Counter()
    score, left = 0.0, 0
    for number, place, pair in hits:
        inside[pair] += 1
        if inside[pair] == 1:
            score += _weight(len(places[pair]))
        while hits[left][0] != number or place - hits[left][1] > reach:
            gone = hits[left][2]
            inside[gone] -= 1
            if inside[gone] == 0:
                score -= _weight(len(places[gone]))
            left += 1
        rated.append((-round(score, 6), number, hits[left][1], place))
    rated.sort()
    return rated


def _pairs(folded: Sequence[str]) -> Iterator[tuple[_Pair, int]]:
    """Neighbours, and words with one between them: one word put in or out parts no pair."""
    for place, word in enumerate(folded):
        for other in folded[place + 1 : place + 3]:
            yield (word, other), place


def _weight(count: int) -> float:
    return 1 / (1 + math.log2(count))


def _is_near(window: Window, other: Window) -> bool:
    return window.material == other.material and (
        other.first <= (window.first + window.last) // 2 < other.last
    )


def _without(words: Words, furniture: Sequence[Span]) -> Words:
    if not furniture:
        return words
    spans = sorted(furniture)
    starts = [span.start for span in spans]
    triples = zip(words.starts, words.ends, words.folded, strict=True)
    return pack_words(
        triple
        for triple in triples
        if not any(
            span.start <= triple[0] < span.end
            for span in spans[max(bisect_right(starts, triple[0]) - 3, 0) :][:3]
        )
    )
