"""Who is quoted inside what somebody says: the tagger over each content again, on its own.

The tagger knows outermost attributions only. A content is read as a paragraph of its own, beside
the other contents of its article: without the quotation marks that hold all of it and without the
"that" that opens it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from attrib.extract.decode import Found, decode, score_words
from attrib.extract.lexicon import Lexicon
from attrib.extract.sequences import Range
from attrib.extract.tagger import Tagger
from attrib.extract.words import Words

DEEPEST = 3
"""How many attributions may hold one another."""
_FEWEST_WORDS = 5
_OUTSIDE = 0
_QUOTE_STATE, _OPENS_SENTENCE = 1, 2


_Places = tuple[int, ...]
"""The content of one attribution, as the places of its words in the article."""


def find_inner(
    words: Words, outer: Sequence[Found], tagger: Tagger, lexicon: Lexicon
) -> tuple[Found, ...]:
    """The attributions inside the contents of `outer`, and inside theirs, DEEPEST in all.

    Only a content that holds a listed reporting word is read again. What is found is cut to
    the content that it stands in.
    """
    found: list[Found] = []
    level = list(outer)
    for _ in range(DEEPEST - 1):
        parts = [part for item in level if (part := _part_of(words, item, lexicon))]
        if not parts:
            break
        level = _read_parts(words, parts, tagger)
        found += level
    return tuple(sorted(found, key=lambda item: item.cue))


def _part_of(words: Words, item: Found, lexicon: Lexicon) -> _Places | None:
    places = [place for first, last in item.contents for place in range(first, last)]
    while places and words.forms[places[0]].lower() in ("that", '"'):
        del places[0]
    forms = [words.forms[place].lower() for place in places]
    if len(places) < _FEWEST_WORDS or not any(map(lexicon.starting_with, forms)):
        return None
    return tuple(places)


def _read_parts(words: Words, parts: Sequence[_Places], tagger: Tagger) -> list[Found]:
    """The attributions in each of `parts`, read as the paragraphs of one text."""
    places = [place for part in parts for place in part]
    numbers = [number for number, part in enumerate(parts) for _ in part]
    features = words.features[places].copy()
    start = 0
    for part in parts:
        here = slice(start, start + len(part))
        features[start, _OPENS_SENTENCE] = 1
        if features[here, _QUOTE_STATE].all():
            features[here, _QUOTE_STATE] = _OUTSIDE
        start += len(part)
    taken = Words(
        words.starts[places],
        words.ends[places],
        np.array(numbers, np.int32),
        features,
        tuple(words.forms[place] for place in places),
    )
    judgements = tagger.judge(taken)
    inner = decode(taken, score_words(judgements), judgements, tagger.tables)
    return [found for item in inner if (found := _placed(item, places, numbers, parts))]


def _placed(
    item: Found, places: Sequence[int], numbers: Sequence[int], parts: Sequence[_Places]
) -> Found | None:
    """`item` in words of the article; None if it takes in all of its content, or leaves it."""
    number = numbers[item.cue[0]]
    ranges = [r for r in item.contents if numbers[r[0]] == number]
    size = sum(last - first for first, last in ranges)
    if not ranges or size + item.cue[1] - item.cue[0] > len(parts[number]):
        return None
    cue = _whole(item.cue, places)
    source = item.source if item.source and numbers[item.source[0]] == number else None
    contents = [_whole(part, places) for part in ranges]
    if cue is None or None in contents:
        return None
    return Found(
        cue,
        _whole(source, places) if source else None,
        tuple(part for part in contents if part is not None),
    )


def _whole(part: Range, places: Sequence[int]) -> Range | None:
    """A range of taken words in words of the article; None if something was left out in it."""
    first, last = places[part[0]], places[part[1] - 1] + 1
    return (first, last) if last - first == part[1] - part[0] else None
