"""The way from the text that is read to the text as it is written, and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from attrib.ingest import make_article
from attrib.plain import carry, put_around, put_back, read_plain, written
from attrib.positions import line_and_column, map_lines
from attrib.records import Article, Markup, Span


def article_of(*pieces: str | tuple[str, str]) -> Article:
    """Of text and, as pairs, markup with what is read for it."""
    text, markup = "", []
    for piece in pieces:
        words, read_as = piece if isinstance(piece, tuple) else (piece, None)
        if read_as is not None:
            markup.append(Markup(Span(len(text), len(text) + len(words)), read_as))
        text += words
    return make_article(text, markup=tuple(markup))


EXAMPLE = article_of(
    ("**", ""), "A ", ("[", ""), "source", ("](u)", ""), ("&nbsp;", " "), "said", ("**", ""), ". B"
)


def test_words_are_put_back_without_the_markup_around_them() -> None:
    read = read_plain(EXAMPLE)
    assert read.text == "A source said. B"
    assert written(read) is EXAMPLE
    found = {
        words: put_back(read, Span(read.text.index(words), read.text.index(words) + len(words)))
        for words in ("A source", "source", " ", "source said", "said.", "B")
    }
    assert {words: span.of(EXAMPLE.text) for words, span in found.items()} == {
        "A source": "A [source",
        "source": "source",
        " ": " ",
        "source said": "source](u)&nbsp;said",
        "said.": "said**.",
        "B": "B",
    }
    assert put_back(read, Span(8, 9)).of(EXAMPLE.text) == "&nbsp;"


def test_sentences_are_put_back_with_the_markup_around_them() -> None:
    read = read_plain(EXAMPLE)
    assert put_around(read, Span(0, 14)).of(EXAMPLE.text) == "**A [source](u)&nbsp;said**."
    assert put_around(read, Span(2, 8)).of(EXAMPLE.text) == "[source](u)"
    assert put_around(read, Span(15, 16)).of(EXAMPLE.text) == "B"


def test_a_text_without_markup_is_itself() -> None:
    article = make_article("A *source*.")
    assert read_plain(article) is written(article) is article
    assert put_back(article, Span(2, 4)) == put_around(article, Span(2, 4)) == Span(2, 4)
    assert carry(article, Span(2, 4)) == Span(2, 4)


_PIECES = st.one_of(
    st.text(alphabet="ab \n\r", min_size=1, max_size=4),
    st.tuples(st.text(alphabet="*[]\n", min_size=1, max_size=3), st.sampled_from(["", " ", "x"])),
)


@given(st.lists(_PIECES, max_size=12), st.data())
def test_every_span_comes_back_to_where_it_was(
    pieces: list[str | tuple[str, str]], data: st.DataObject
) -> None:
    article = article_of(*pieces)
    read = read_plain(article)
    start = data.draw(st.integers(0, len(read.text)))
    end = data.draw(st.integers(start, len(read.text)))
    span = Span(start, end)
    back = put_back(read, span)
    assert carry(read, back) == span or not len(span)
    kept = {part.span.start: part.read_as for part in article.markup}
    if len(span):
        first = article.text[back.start]
        assert kept.get(back.start, first) == read.text[start]
    words = read.text[start:end]
    if words and words == words.strip():
        around = put_around(read, span)
        # A character that is read for markup may be white space as it is written.
        assert around.covers(back) or any(part.span.overlaps(back) for part in article.markup)
        assert carry(read, around) == span or any(part.read_as for part in article.markup)
    lines = map_lines(read)
    assert lines.line_and_column(start) == line_and_column(read, start)
    assert line_and_column(read, start) == line_and_column(
        article, put_back(read, Span(start, start)).start
    )
