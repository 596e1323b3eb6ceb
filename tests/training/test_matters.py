"""The matters written for training, and the pairs made of them."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from labelled import FILE, read_labelled
from matters import FOLDER, Matter, all_pairs, of_matters, read_matters
from minimal_pairs import APART, CLASH

BELL = Matter((("The bell rang.", "It was heard."), ("The bell kept silent.",)), ("It is old.",))


def test_sides_clash_and_leave_what_is_beside_alone() -> None:
    clashing, agreeing, beside = all_pairs(BELL)
    assert clashing == [
        ("The bell rang.", "The bell kept silent.", CLASH),
        ("It was heard.", "The bell kept silent.", CLASH),
    ]
    assert agreeing == [("The bell rang.", "It was heard.", APART)]
    assert [pair[0] for pair in beside] == ["It is old."] * 3
    assert {pair[2] for pair in beside} == {APART}


@pytest.mark.parametrize("seed", range(5))
def test_an_epoch_has_each_matter_and_no_clash_but_between_sides(seed: int) -> None:
    made = list(of_matters([BELL, BELL], Random(seed)))
    assert sum(label == CLASH for *_, label in made) == 4
    assert {label for one, _, label in made if one in BELL.beside} == {APART}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.jsonl")), ids=lambda path: path.stem)
def test_every_line_written_is_whole(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert set(row) == {"matter", "sides", "beside"}
        assert len(row["sides"]) >= 2, row["matter"]
        assert all([*row["sides"], row["beside"]]), row["matter"]
        for one, other in combinations([*row["sides"], row["beside"]], 2):
            assert not set(one) & set(other), row["matter"]


def test_what_is_held_out_is_not_trained_on() -> None:
    trained = {s for matter in read_matters() for side in matter.sides for s in side}
    held = {s for matter in read_matters(held_out=True) for side in matter.sides for s in side}
    assert trained
    assert held
    assert not trained & held


def test_labelled_pairs_are_cut_out_of_the_data(tmp_path: Path) -> None:
    (tmp_path / "bell.txt").write_text("The old bell\nrang. Nobody heard it.\n", encoding="utf-8")
    import attrib

    (article,) = attrib.read([tmp_path / "bell.txt"])
    row = {
        "file": "bell.txt",
        "one": [article.id, [[0, 12], [13, 18]]],
        "other": [article.id, [[19, 35]]],
        "label": "neither",
    }
    given = tmp_path / "pairs.jsonl"
    given.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (pair,) = read_labelled(tmp_path, given)
    assert pair == ("The old bell rang.", "Nobody heard it.", APART)
    assert read_labelled(tmp_path, tmp_path / "none.jsonl") == ()


def test_labels_kept_hold_places_and_no_words() -> None:
    for line in FILE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert set(row) == {"file", "one", "other", "label"}
        for _, spans in (row["one"], row["other"]):
            assert all(start < end for start, end in spans)
