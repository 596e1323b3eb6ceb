"""How an article is laid out for the model that reads for faults."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.check.fault_windows import (
    LIMIT,
    LONGEST,
    Unit,
    cut_windows,
    lay_window,
    make_units,
)
from attrib.ingest import make_article
from attrib.modelfiles import open_model
from attrib.pipeline import extract_article
from attrib.records import Span
from attrib.rulebook import load_rulebook

TEXT = (
    "The ferry struck the pier on Monday. Nobody was hurt.\n\n"
    "“She turned too late 🙂,” said Ida Mork, the harbour master.\r\n\r\nThe inquiry opens in May."
)


def _unit(size: int, paragraph: int = 0, *, title: bool = False) -> Unit:
    numbers = tuple(range(size))
    return Unit(
        Span(0, size),
        "title" if title else "text",
        -1 if title else paragraph,
        numbers,
        numbers,
        tuple(number + 1 for number in numbers),
        tuple((1 if title else 2, 0) for _ in numbers),
    )


SIZES = st.lists(st.integers(1, LONGEST), max_size=60)


@given(SIZES, st.booleans())
def test_each_unit_is_judged_once_and_no_window_is_too_long(sizes: list[int], titled: bool) -> None:
    units = [_unit(9, title=True)] if titled else []
    units += [_unit(size, paragraph=place // 3) for place, size in enumerate(sizes)]
    windows = cut_windows(units)
    judged = Counter(
        index for window in windows for index in window.units[window.core : window.core_end]
    )
    assert judged == Counter(range(len(units)))
    for window in windows:
        assert list(window.units) == sorted(set(window.units))
        pieces, features, owners = lay_window(units, window, (101, 102))
        assert len(pieces) == len(features) == len(owners) <= LIMIT
        assert Counter(owner for owner in owners if owner >= 0) == {
            place: len(units[index].pieces) for place, index in enumerate(window.units)
        }


def test_what_stands_around_is_there_too() -> None:
    units = [_unit(10, title=True), *(_unit(30, paragraph=place) for place in range(40))]
    windows = cut_windows(units)
    assert len(windows) > 2
    for window in windows:
        assert window.units[0] == 0
    for window in windows[1:]:
        assert window.units[window.core] - 1 in window.units
    for window in windows[:-1]:
        assert window.units[window.core_end - 1] + 1 in window.units


def test_pieces_stand_where_their_words_do() -> None:
    article = make_article(TEXT, title="Ferry strikes pier")
    extraction = extract_article(article, load_rulebook())
    units = make_units(extraction, open_model().tokenizer)
    assert [unit.field for unit in units] == ["title", *["text"] * 4]
    whole = article.title or ""
    assert units[0].span.of(whole) == "Ferry strikes pier"
    for unit in units:
        text = whole if unit.field == "title" else article.text
        for start, end in zip(unit.starts, unit.ends, strict=True):
            assert unit.span.start <= start < end <= unit.span.end
            assert text[start:end].strip()
    quoted = units[3]
    by_words = {
        article.text[start:end]: features
        for start, end, features in zip(quoted.starts, quoted.ends, quoted.features, strict=True)
    }
    assert by_words["late"] == (3, 3)
    assert by_words["said"] == (2, 2)
    assert by_words["Ida"] == (2, 1)


@pytest.mark.parametrize("text", ["", "\n", "x", "\x00", "a" * 3000])
def test_odd_texts_have_windows_too(text: str) -> None:
    extraction = extract_article(make_article(text), load_rulebook())
    units = make_units(extraction, open_model().tokenizer)
    assert len(cut_windows(units)) <= len(units)
    assert all(len(unit.pieces) <= LONGEST for unit in units)
