"""Who is named most: kept up as an article is read, never counted anew."""

from __future__ import annotations

from heapq import nsmallest

from hypothesis import given
from hypothesis import strategies as st

from attrib.resolve.scene import Tally

# Names before a place are taken off again where a mention further back is looked at.
MOVES = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from((1, 1, -1)), st.booleans()))


@given(MOVES)
def test_the_three_named_most_are_those_of_all_counts(moves: list[tuple[str, int, bool]]) -> None:
    tally = Tally()
    for key, times, asked in moves:
        if tally.counts[key] + times >= 0:
            tally.add(key, times)
        if asked:
            expected = ((-total, name) for name, total in tally.counts.items() if total)
            assert tally.most(3) == nsmallest(3, expected)


def test_what_holds_no_more_is_looked_at_once() -> None:
    tally = Tally()
    for _ in range(100):
        tally.add("a", 1)
    tally.add("b", 1)
    assert tally.most(3) == [(-100, "a"), (-1, "b")]
    assert len(tally.ranks) == 2


def test_nobody_is_named_most_where_nobody_is_named() -> None:
    tally = Tally()
    assert tally.most(3) == []
    tally.add("a", 1)
    tally.add("a", -1)
    assert tally.most(3) == []
