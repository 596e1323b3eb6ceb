"""The ranker: what it takes, what it leaves open, and that the order of candidates is nothing."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib import modelfiles
from attrib.errors import ModelError
from attrib.resolve.ranking import Ranker, load_ranker
from attrib.resources import find_folder

RANKER = Ranker({"person": {"near": 2.0, "far": -1.0, "none": 0.5}}, {"person": 0.6, "role": 1.0})
CLUES = sorted({clue for table in load_ranker().weights.values() for clue in table})


def test_the_likeliest_is_taken_if_likely_enough() -> None:
    ranked = RANKER.rank("person", 0, {"a": ["near"], "b": ["far"]}, ["none"])
    assert ranked.key == "a"
    assert RANKER.takes("person", ranked)
    close = RANKER.rank("person", 0, {"a": ["near"], "b": ["near"]}, ["none"])
    assert not RANKER.takes("person", close)


def test_nobody_where_nobody_beats_none_of_them() -> None:
    assert RANKER.rank("person", 0, {"a": ["far"]}, ["none"]).key is None
    assert RANKER.rank("person", 0, {}, ["none"]).key is None


def test_an_unknown_clue_counts_nothing() -> None:
    plain = RANKER.rank("person", 0, {"a": ["near"]}, ["none"])
    assert RANKER.rank("person", 0, {"a": ["near", "?"]}, ["none"]) == plain


@given(
    st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.lists(st.sampled_from(CLUES))),
    st.lists(st.sampled_from(CLUES)),
)
def test_order_changes_nothing_and_likelihood_is_one(
    candidates: dict[str, list[str]], none: list[str]
) -> None:
    ranker = load_ranker()
    ranked = ranker.rank("person", 0, candidates, none)
    turned = dict(reversed(list(candidates.items())))
    assert ranker.rank("person", 0, turned, none) == ranked
    assert 0.0 < ranked.likelihood <= 1.0
    assert ranked.key is None or ranked.key in candidates


def test_shipped_weights_cover_every_task_and_take_nobody_on_even_odds() -> None:
    ranker = load_ranker()
    assert set(ranker.weights) == set(ranker.least) == {"person", "role", "institution"}
    assert all(least > 0.5 for least in ranker.least.values())
    assert ranker.weights["person"]["last speaker"] > 0


def test_weights_that_are_not_the_released_ones_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = find_folder("models")
    content = json.loads((folder / "antecedents.json").read_text(encoding="utf-8"))
    content["person"]["least"] = 0.1
    changed = json.dumps(content).encode()
    (tmp_path / "antecedents.json").write_bytes(changed)
    (tmp_path / "antecedents.sha256").write_bytes((folder / "antecedents.sha256").read_bytes())
    monkeypatch.setattr(modelfiles, "find_folder", lambda _name: tmp_path)
    with pytest.raises(ModelError, match="not the one released"):
        load_ranker()
    digest = hashlib.sha256(changed).hexdigest()
    (tmp_path / "antecedents.sha256").write_text(f"{digest}  antecedents.json\n")
    assert load_ranker().least["person"] == 0.1
