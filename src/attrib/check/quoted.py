"""The words of one quote of the draft, and where the draft itself says that it changed them.

An ellipsis marks words left out; square brackets mark words put in by the writer. A capital
in brackets ("[T]he") is only a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from attrib.check.folding import Words, fold, fold_words, pack_words
from attrib.records import Quote, Segmentation, Span

MIN_WORDS = 3
"""Shorter quotes are scare quotes, titles and single terms, but where somebody says them."""

_DOTS = r"(?:…|\.(?:\s?\.){2,})"
_MARKED = re.compile(
    rf"(?P<cut>\[\s{{0,3}}{_DOTS}\s{{0,3}}\]|\(\s{{0,3}}{_DOTS}\s{{0,3}}\)|{_DOTS})"
    r"|(?P<capital>\[\w\](?=\w))"
    # A bracket before a parenthesis is a link of Markdown.
    r"|(?P<bracket>\[[^\[\]\n]{0,200}\](?!\())"
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s|(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*[\r\n]")
_TITLE_ENDS = (".", "!", "?", ",", "…", ";", ":")
_SMALL_WORD = 4


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words that the draft put in brackets before the word with index `place`."""

    place: int
    span: Span
    folded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote ready to be looked for.

    `words` are those said to be verbatim; `every` has those in brackets too. `cuts` are the
    indexes of words before which an ellipsis stands.
    """

    quote: Quote
    words: Words
    every: Words
    cuts: frozenset[int]
    brackets: tuple[Bracket, ...]

    @property
    def span(self) -> Span:
        """From the first word to the end of the last, brackets included."""
        return Span(self.every.starts[0], self.every.ends[-1])


def read_quotes(segmentation: Segmentation, said: Sequence[Span]) -> Iterator[Quoted]:
    """The quotes to look for; `said` are the contents of the attributions.

    Short quotes and titles of works are left out where nobody is said to say them; a name is left
    out even then ("a great deal of “Skerra”").
    """
    text = segmentation.article.text
    spoken = _merge(said)
    for quote in segmentation.quotes:
        quoted = read_quote(text, quote)
        if quoted is None:
            continue
        is_said = any(quote.inner.overlaps(span) for span in spoken)
        if len(quoted.every) < MIN_WORDS:
            is_wanted = is_said and not _has_capitals(text, quoted)
        else:
            is_wanted = is_said or not _is_title(text, quoted)
        if is_wanted:
            yield quoted


def read_quote(text: str, quote: Quote) -> Quoted | None:
    """The words of `quote`; None where there are none."""
    every = fold_words(text, quote.inner.start, quote.inner.end)
    if not len(every):
        return None
    found: list[tuple[int, int, str]] = []
    brackets: list[Bracket] = []
    cuts: set[int] = set()
    place, capital = quote.inner.start, ""
    for match in (*_MARKED.finditer(text, *_range(quote.inner)), None):
        start, end = (match.start(), match.end()) if match else _range(quote.inner)[1:] * 2
        if match and match["bracket"]:
            start, end = _widen(text, start, end, place, quote.inner.end)
        segment = _triples(fold_words(text, place, max(start, place)))
        # "[T]he" is one word, and its brackets are three characters before the rest of it.
        if capital and segment and segment[0][0] == place:
            first = segment[0]
            segment[0] = (first[0] - 3, first[1], fold(capital + first[2]))
        found += segment
        capital = text[start + 1] if match and match["capital"] else ""
        if match and match["cut"]:
            cuts.add(len(found))
        elif match and match["bracket"]:
            inside = fold_words(text[start:end].replace("[", "").replace("]", ""))
            brackets.append(Bracket(len(found), Span(start, end), inside.folded))
        place = max(end, place)
    # A quote that is nearly all brackets is looked for as it stands.
    if len(found) < MIN_WORDS:
        return Quoted(quote, every, every, frozenset(), ())
    inner_cuts = frozenset(cuts - {0, len(found)})
    return Quoted(quote, pack_words(found), every, inner_cuts, tuple(brackets))


def find_seams(text: str, words: Words) -> frozenset[int]:
    """Indexes of words that begin a sentence, the first left out."""
    return frozenset(index for index in range(1, len(words)) if ends_sentence(text, words, index))


def ends_sentence(text: str, words: Words, index: int) -> bool:
    """Whether a sentence or paragraph ends between the word before `index` and the one there.

    No sentence begins with a small letter: the stop before it belongs to an abbreviation.
    """
    start = words.starts[index]
    return not text[start].islower() and bool(
        _SENTENCE_END.search(text, words.ends[index - 1] - 1, start)
    )


def split_at(length: int, places: frozenset[int]) -> tuple[tuple[int, int], ...]:
    """The ranges that `[0, length)` falls into when cut before each of `places`."""
    edges = [0, *sorted(places), length]
    return tuple(pairwise(edges))


def _range(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _triples(words: Words) -> list[tuple[int, int, str]]:
    return list(zip(words.starts, words.ends, words.folded, strict=True))


def _widen(text: str, start: int, end: int, floor: int, ceiling: int) -> tuple[int, int]:
    """The whole word that a bracket stands in: "build[ing]"."""
    while start > floor and text[start - 1].isalnum():
        start -= 1
    while end < ceiling and text[end].isalnum():
        end += 1
    return start, end


def _merge(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _is_title(text: str, quoted: Quoted) -> bool:
    """Whether the quote is written like the title of a work: every longer word has a capital."""
    inner = quoted.quote.inner.of(text)
    return not inner.rstrip().endswith(_TITLE_ENDS) and _has_capitals(text, quoted)


def _has_capitals(text: str, quoted: Quoted) -> bool:
    words = [text[start:end] for start, end, _ in _triples(quoted.every)]
    return words[0][0].isupper() and all(
        word[0].isupper() or word[0].isdigit() or len(word) < _SMALL_WORD for word in words
    )
