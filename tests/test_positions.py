"""Lines and columns, counted as editors count them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.ingest import make_article
from attrib.positions import line_and_column
from attrib.records import RawMap


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("one\ntwo", 0, (1, 1)),
        ("one\ntwo", 3, (1, 4)),  # a line end stands on the line it ends
        ("one\ntwo", 4, (2, 1)),
        ("one\r\ntwo", 4, (1, 5)),  # the line feed of a pair has not begun a line
        ("one\r\ntwo", 5, (2, 1)),
        ("one\rtwo", 4, (2, 1)),
        ("\n\r\n\rx", 4, (4, 1)),
        ("one\u2028two\x0cthree", 8, (1, 9)),  # these end no line
        ("\U0001f6a2 ship\nx", 2, (1, 3)),  # an emoji is one code point
        ("e\u0301x", 2, (1, 3)),  # a combining mark is one too
        ("", 0, (1, 1)),
        ("end\n", 4, (2, 1)),
    ],
)
def test_places_in_a_text_that_is_the_file(text: str, offset: int, place: tuple[int, int]) -> None:
    assert line_and_column(make_article(text), offset) == place


def test_a_map_leads_to_the_raw_file() -> None:
    # The raw file is "<p>\n a &amp; b": text "a & b".
    raw = RawMap((0, 3), (5, 12), (0, 4))
    article = make_article("a & b", raw=raw)
    assert line_and_column(article, 0) == (2, 2)
    assert line_and_column(article, 2) == (2, 4)
    assert line_and_column(article, 4) == (2, 10)


@given(st.text(alphabet="ab\r\n\u2028\U0001f6a2", max_size=40), st.data())
def test_place_is_the_number_of_line_ends_before_and_the_rest(
    text: str, data: st.DataObject
) -> None:
    offset = data.draw(st.integers(0, len(text)))
    starts = [0, *(match.end() for match in re.finditer("\r\n|\r|\n", text))]
    start = max(start for start in starts if start <= offset)
    assert line_and_column(make_article(text), offset) == (
        starts.index(start) + 1,
        offset - start + 1,
    )
