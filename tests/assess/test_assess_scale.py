"""Reading rules/strength.yaml: complete, ordered, and clear about what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from attrib.errors import RuleError
from attrib.resources import find_folder
from attrib.rulebook.strength import load_strength

SHIPPED = (find_folder("rules") / "strength.yaml").read_text(encoding="utf-8")


def load(tmp_path: Path, text: str) -> None:
    path = tmp_path / "strength.yaml"
    path.write_text(text, encoding="utf-8")
    load_strength(path)


def test_shipped_scale_sums_to_a_hundred(tmp_path: Path) -> None:
    load(tmp_path, SHIPPED)
    scale = load_strength(tmp_path / "strength.yaml")
    assert sum(scale.of.values()) == 100
    best = {
        "identification": max(level.points for level in scale.identification.values()),
        "proximity": max(level.points for level in scale.proximity.values()),
        "documents": max(level.points for level in scale.documents.values()),
        "directness": max(level.points for level in scale.directness.values()),
        "record": max(level.points for level in scale.record.values()),
        "specificity": sum(level.points for level in scale.specificity.values()),
    }
    assert best == {name: scale.of[name] for name in best}  # type: ignore[index]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  witness: {points: 16", "  witnes: {points: 16", "expected one of own-act"),
        ("    own: 0\n", "", "'commitment: defaults' lacks own"),
        ("  - {grade: B, at-least: 60, words: Firm}\n", "", "'grades' lacks B"),
        ("grade: B, at-least: 60", "grade: B, at-least: 95", "must fall from A to E"),
        ("grade: E, at-least: 0", "grade: E, at-least: 5", "E must begin at 0"),
        (
            "{points: 20, words: \"the source's",
            "{points: many, words: \"the source's",
            "whole number",
        ),
    ],
)
def test_incomplete_scale_is_refused_with_what_is_wrong(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in SHIPPED
    with pytest.raises(RuleError, match=message) as caught:
        load(tmp_path, SHIPPED.replace(old, new, 1))
    assert "strength.yaml" in str(caught.value)
