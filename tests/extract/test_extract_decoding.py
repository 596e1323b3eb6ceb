"""From scores to spans: the best legal sequence, and what belongs to which cue."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.extract import load_tagger
from attrib.extract.sequences import best_tags, ranges_of

STEPS = load_tagger(1).tables.steps
N_TAGS = STEPS.shape[1]


def is_legal(tags: tuple[int, ...]) -> bool:
    """Whether each inside tag follows its own begin or inside."""
    return all(
        tag == 0 or tag % 2 or (place and tags[place - 1] in (tag, tag - 1))
        for place, tag in enumerate(tags)
    )


@given(st.lists(st.lists(st.integers(-5, 5), min_size=7, max_size=7), min_size=1, max_size=4))
def test_best_tags_are_the_best_of_all_sequences(rows: list[list[int]]) -> None:
    scores = np.array(rows, np.float64)
    found = tuple(best_tags(scores, np.zeros(len(rows), np.int32), STEPS).tolist())

    def total(tags: tuple[int, ...]) -> float:
        steps = [STEPS[-1, tags[0]], *(STEPS[a, b] for a, b in pairwise(tags))]
        return float(sum(steps) + sum(scores[place, tag] for place, tag in enumerate(tags)))

    best = max(product(range(N_TAGS), repeat=len(rows)), key=total)
    assert total(found) == pytest.approx(total(best))
    assert is_legal(found)


@given(
    st.lists(
        st.lists(st.lists(st.floats(-9, 9), min_size=7, max_size=7), min_size=1, max_size=6),
        min_size=1,
        max_size=5,
    )
)
def test_a_paragraph_is_tagged_alike_whatever_stands_beside_it(
    paragraphs: list[list[list[float]]],
) -> None:
    scores = [np.array(rows) for rows in paragraphs]
    numbers = np.repeat(np.arange(len(scores)), [len(rows) for rows in scores]).astype(np.int32)
    together = best_tags(np.concatenate(scores), numbers, STEPS)
    alone = [best_tags(rows, np.zeros(len(rows), np.int32), STEPS) for rows in scores]
    assert together.tolist() == np.concatenate(alone).tolist()


def test_no_words_have_no_tags() -> None:
    assert best_tags(np.zeros((0, 7)), np.zeros(0, np.int32), STEPS).tolist() == []


def test_a_span_ends_with_its_paragraph_and_where_another_begins() -> None:
    tags = [1, 2, 3, 5, 6, 5, 6, 6, 0]
    paragraphs = [0, 0, 0, 0, 0, 0, 0, 1, 1]
    assert ranges_of(tags, paragraphs) == {
        "source": [(0, 2)],
        "cue": [(2, 3)],
        "content": [(3, 5), (5, 7), (7, 8)],
    }
