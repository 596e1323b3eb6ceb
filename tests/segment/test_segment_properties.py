"""Invariants of the cutting, for any text whatever, and its cost on a long line."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib.records import Article, Segmentation, Span
from attrib.rulebook import load_rulebook
from attrib.segment import segment

RULEBOOK = load_rulebook()

PIECES = [
    *"\"'“”‘’«»„‚`.!?…,:;—-()[]#*>/@|0159 \n\r\t\u2028",
    "''",
    "``",
    "...",
    "\r\n",
    "\n\n",
    "Dr.",
    "U.S.",
    "No.",
    "p.m.",
    "Roe",
    "Okoye",
    "said",
    "The",
    "gate",
    "failed",
    "the",
    "’s",
    "6'2\"",
    "'90s",
    "1/8",
    "Photo:",
    "Read more",
    "\u00a0",
    "\x1c",
    "\ufeff",
    "\U0001f6a2",
    "ß",
]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=80).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=80).map(" ".join),
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(TEXTS)
    edges = st.integers(0, len(text))
    given_spans = draw(st.lists(st.tuples(edges, edges), max_size=3))
    furniture = tuple(Span(min(pair), max(pair)) for pair in given_spans)
    return Article(
        id="a", text=text, title=draw(st.none() | st.just("The gate failed")), furniture=furniture
    )


@settings(max_examples=300, deadline=None)
@given(articles())
def test_every_character_but_space_is_in_one_paragraph_and_one_sentence(article: Article) -> None:
    found = segment(article, RULEBOOK)
    text = article.text
    words = {place for place, char in enumerate(text) if not char.isspace()}
    in_paragraphs = _places([block.span for block in found.paragraphs])
    assert {place for place in in_paragraphs if not text[place].isspace()} == words
    read = [block.span for block in found.paragraphs if block.kind != "furniture"]
    in_sentences = _places([sentence.span for sentence in found.sentences])
    in_read = {place for place in _places(read) if not text[place].isspace()}
    assert {place for place in in_sentences if not text[place].isspace()} == in_read


@settings(max_examples=300, deadline=None)
@given(articles())
def test_spans_are_in_order_trimmed_and_inside_their_paragraph(article: Article) -> None:
    found = segment(article, RULEBOOK)
    text = article.text
    spans = [
        [block.span for block in found.paragraphs],
        [sentence.span for sentence in found.sentences],
        [quote.span for quote in found.quotes],
    ]
    for row in spans:
        assert all(a.end <= b.start for a, b in pairwise(row))
        assert all(span.of(text).strip() == span.of(text) != "" for span in row)
    places = [(sentence.paragraph, sentence.span) for sentence in found.sentences]
    for index, span in [*places, *((quote.paragraph, quote.span) for quote in found.quotes)]:
        assert found.paragraphs[index].kind != "furniture"
        assert found.paragraphs[index].span.covers(span)
    for quote in found.quotes:
        assert quote.span.covers(quote.inner)
        assert quote.inner.of(text).strip()
        assert (quote.span.end > quote.inner.end) == quote.closed


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["\n", "\r\n", "\r", "\u2028"]), min_size=3, max_size=3))
def test_kind_of_line_end_changes_no_sentence(ends: list[str]) -> None:
    lines = ["“The gate failed at six.", "“Nobody came,” Roe said. She left.", "It rained."]
    text = "".join(line + end for line, end in zip(lines, ends, strict=True))
    found = _read(text)
    assert [sentence.span.of(text) for sentence in found.sentences] == [
        "“The gate failed at six.",
        "“Nobody came,” Roe said.",
        "She left.",
        "It rained.",
    ]


@pytest.mark.parametrize(
    "piece",
    [
        'The mayor, Dr. Roe, said on Monday: "The U.S. dam is safe." It isn\'t, she added. ',
        "Roe said.",
        "“a ",
        "'a ",
        "a' ",
        '" ',
        "x",
        "(",
        ". ",
        "5' 1",
    ],
)
def test_long_line_takes_time_in_proportion(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        _read(text)
        return time.process_time() - start

    # Ten times the text may take a hundred times as long only if the work is quadratic.
    assert seconds(1_000_000) < 40 * max(seconds(100_000), 0.02)


def _read(text: str) -> Segmentation:
    return segment(Article(id="a", text=text), RULEBOOK)


def _places(spans: list[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}
