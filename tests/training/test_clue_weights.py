"""The weights of clues: learned from choices, and set so that nobody is taken on even odds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clue_weights import Choice, fit, predict, set_threshold, write

CHOICES = [
    Choice(
        f"article {number}",
        "person",
        (("near",), ("far",), ("none",)),
        (True, True, False),
        (True, False, False),
    )
    for number in range(20)
]


def test_a_clue_of_the_right_ones_weighs_more() -> None:
    weights = fit(CHOICES, 1.0)
    assert weights["near"] > 0 > weights["far"]
    assert predict(CHOICES[0], weights)[0] == 0


def test_a_heavier_penalty_keeps_weights_smaller() -> None:
    assert abs(fit(CHOICES, 10.0)["near"]) < abs(fit(CHOICES, 0.1)["near"])


def test_the_threshold_is_above_even_odds_and_told() -> None:
    least, told = set_threshold(CHOICES, 1.0, 2.0)
    assert least >= 0.6
    assert "20 mentions, 20 with a name among the candidates" in told


def test_the_same_choices_give_the_same_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    choices = {"person": CHOICES, "role": CHOICES, "institution": CHOICES}
    for name in ("one.json", "other.json"):
        write(choices, 1.0, tmp_path / name)  # type: ignore[arg-type]
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "other.json").read_bytes()
    tables = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    assert set(tables) == {"person", "role", "institution"}
    assert "one.json" in (tmp_path / "one.sha256").read_text(encoding="ascii")
    assert capsys.readouterr().out
