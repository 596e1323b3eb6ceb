"""Ranks, scores and temperatures: read as figures, and held against each other by pairs only."""

from __future__ import annotations

import pytest
from telling import LEXICON, contests_of, said, tell

from attrib.compare.figure_pairs import pair_figures, worst_pair
from attrib.compare.moments import MOMENTS
from attrib.compare.quantities import find_quantities
from attrib.compare.quantity import Quantity
from attrib.compare.statements import state


def figures(text: str) -> list[tuple[str, float, str]]:
    found = find_quantities(text, LEXICON)
    return [(q.unit, q.low, q.noun) for q in found if q.unit not in MOMENTS]


def kind(one: str, other: str) -> str | None:
    def likeness(p: Quantity, q: Quantity) -> float:
        return 0.8 if p and q else 0.0

    worst = worst_pair(pair_figures(state(one, LEXICON), state(other, LEXICON), likeness, LEXICON))
    return worst.kind if worst else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is the second-largest port", [("rank", 2, "-est")]),
        ("It is the fourth most used port", [("rank", 4, "-est")]),
        ("It was the 19th launch of the year", [("rank", 19, "launch")]),
        ("It was her third, a record", [("rank", 3, "")]),
        ("It sank for the second time", [("rank", 2, "tim")]),
        ("It fell from the third floor", [("rank", 3, "floor")]),
        ("It fell from a seventh-storey window", [("rank", 7, "floor")]),
        ("She finished third in the sculls", [("rank", 3, "")]),
        ("She won bronze in the sculls", [("rank", 3, "")]),
        ("They won 34-6", [("score", 34006, "")]),
        ("They led 20-0 at half-time", [("score", 20000, "half")]),
        ("It was 14C at noon", [("temperature", 14, "")]),
        ("It was 50 °F at noon", [("temperature", 10, "")]),
        ("It was minus 4 degrees Celsius at noon", [("temperature", -4, "")]),
    ],
)
def test_ranks_scores_and_temperatures_are_figures(
    text: str, found: list[tuple[str, float, str]]
) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It came first",
        "The first boat sank",
        "A third of the floor was wet",
        "Silver lay in the mine",
        "It was built in the 19th century",
        "It stands in Third Avenue",
        "The second of the boats sank",
        "It ran in 2016-17",
        "Plan 9 f was dropped in part",
    ],
)
def test_what_ranks_nothing_is_no_rank(text: str) -> None:
    assert not {unit for unit, _, _ in figures(text)} & {"rank", "score", "temperature"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The port is the second-largest", "The port is the fourth-largest", "differ"),
        ("It was her third show", "She played the show a second time", "differ"),
        ("It was the 19th launch", "It was the 19th launch", "same"),
        ("The Owls won 34-6", "The Larks lost 30-6", "differ"),
        ("The Owls won 34-6", "The Larks lost 6-34", "same"),
        ("The Owls led 20-0 at the interval", "The Owls won 34-6", None),
        ("It was 22 degrees Celsius", "It was 14C", "differ"),
        ("It was 10 degrees Celsius", "It was 50F", "same"),
    ],
)
def test_two_texts_on_one_matter_differ_in_them(one: str, other: str, expected: str | None) -> None:
    assert kind(one, other) == expected


def test_ranks_of_two_things_are_no_contest() -> None:
    told = (
        tell("Courier", "2025-10-14", said("Harbour Pilot", "the ferry made its second trip")),
        tell("Ledger", "2025-10-14", said("Coast Guard", "the ferry made its third trip")),
    )
    assert [contest for contest in contests_of(*told) if contest.kind == "figure"] == []
