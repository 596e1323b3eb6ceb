"""The measures of what is contested: when a matter counts as found, how groups are scored."""

from __future__ import annotations

import json

import pytest

import attrib
from contested import GOLD as CONTESTED
from contested import is_found
from denial_gold import read_links
from event_groups import GOLD as EVENTS
from event_groups import b_cubed
from figures import GOLD as FIGURES
from figures import KINDS
from pair_sets import average_precision, balanced_accuracy, f1

ONE = "Twelve people were killed when the mill burned down, the fire service said on Monday."
OTHER = "Fifteen people were killed when the mill burned down, the town council said on Monday."


@pytest.fixture(scope="module")
def analysis() -> attrib.Analysis:
    return attrib.analyze(
        [attrib.article(ONE, id="a", outlet="A"), attrib.article(OTHER, id="b", outlet="B")]
    )


def test_a_matter_is_found_where_two_of_its_sides_stand_on_two_sides(
    analysis: attrib.Analysis,
) -> None:
    assert len(analysis.contests) == 1
    matter = {"sides": [[["a", 0, 30]], [["b", 0, 30]]]}
    assert is_found(matter, analysis)


@pytest.mark.parametrize(
    "sides",
    [
        [[["a", 0, 30]], [["a", 5, 30]]],
        [[["a", 0, 30]], [["c", 0, 30]]],
        [[["a", 0, 30]], [["b", len(OTHER), len(OTHER) + 9]]],
    ],
)
def test_a_matter_with_one_side_on_the_page_is_not(
    sides: list[object], analysis: attrib.Analysis
) -> None:
    assert not is_found({"sides": sides}, analysis)


def test_groups_are_scored_as_published() -> None:
    gold = {"a": "x", "b": "x", "c": "y"}
    assert b_cubed({"a": 1, "b": 1, "c": 2}, gold) == pytest.approx((1, 1, 1))
    assert b_cubed({"a": 1, "b": 1, "c": 1}, gold) == pytest.approx((5 / 9, 1, 5 / 7))
    assert b_cubed({"a": 1, "b": 2, "c": 3}, gold) == pytest.approx((1, 2 / 3, 4 / 5))


def test_scores_of_pairs() -> None:
    gold = [True, True, False, False]
    assert f1(gold, [True, False, True, False]) == 0.5
    assert f1([False], [False]) == 0
    assert balanced_accuracy(gold, [True, False, False, False]) == 0.75
    assert average_precision(gold, [0.9, 0.1, 0.5, 0.0]) == pytest.approx((1 + 2 / 3) / 2)


def test_gold_is_whole() -> None:
    rows = [json.loads(line) for line in FIGURES.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 200
    assert {row["label"] for row in rows} == set(KINDS)
    assert len(EVENTS.read_text(encoding="utf-8").splitlines()) == 173
    for line in CONTESTED.read_text(encoding="utf-8").splitlines():
        for side in json.loads(line).get("sides", ()):
            assert all(start < end for _, start, end in side)
    assert sum(link.accusation is not None for link in read_links()) == 131
