"""The scorer of benchmarks/gate.py on an invented article, counted by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gate
from attrib.records import Span
from floors import Floors, find_sunk, raise_floors, read_floors, write_floors
from relations import Relation, find_gold, merge_split, read_claims_file, read_gold
from scoring import Count, Figures, score_article

TEXT = (
    'The board said the pump had failed. "It is old," Ida Moss said, "and it leaks." '
    "Bo Ashby denied that."
)


def at(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


BOARD = Relation(at("The board"), at("said"), at("the pump had failed."))
MOSS = Relation(at("Ida Moss"), at("said,"), at('"It is old,"', '"and it leaks."'))
ASHBY = Relation(at("Bo Ashby"), at("denied"), at("that"))
GOLD = (BOARD, MOSS, ASHBY)


def test_what_is_all_right_has_full_marks() -> None:
    for name in Figures.__dataclass_fields__:
        count = getattr(score_article(TEXT, GOLD, GOLD), name)
        assert (count.precision, count.recall, count.f1) == (1, 1, 1), name


def test_finding_nothing_has_no_marks_and_loses_no_gold() -> None:
    figures = score_article(TEXT, GOLD, ())
    assert figures.cue_exact == Count(0, 0, 3)
    assert figures.relation_half == Count(0, 0, 3)
    assert (figures.cue_exact.precision, figures.cue_exact.f1) == (0, 0)


def test_marks_and_spaces_at_the_ends_are_no_fault_but_words_are() -> None:
    (content,) = BOARD.content
    trimmed = replace(BOARD, content=(Span(content.start - 1, content.end - 1),))
    assert score_article(TEXT, [BOARD], [trimmed]).content_exact == Count(1, 1, 1)
    longer = replace(BOARD, content=(Span(content.start - len("said "), content.end),))
    figures = score_article(TEXT, [BOARD], [longer])
    assert figures.content_exact == Count(0, 1, 1)
    letters = len("thepumphadfailed")
    assert figures.content_char == Count(letters, letters + len("said"), letters)


def test_a_relation_is_half_right_with_the_source_and_half_of_the_content() -> None:
    first, second = MOSS.content
    half = replace(MOSS, content=(second,))
    assert score_article(TEXT, [MOSS], [half]).relation_half == Count(1, 1, 1)
    assert score_article(TEXT, [MOSS], [half]).relation_exact == Count(0, 1, 1)
    less = replace(MOSS, content=(first,))
    assert score_article(TEXT, [MOSS], [less]).relation_half == Count(0, 1, 1)
    other = replace(half, source=BOARD.source)
    figures = score_article(TEXT, [MOSS], [other])
    assert figures.relation_half == Count(0, 1, 1)
    assert figures.source_given_content == Count(0, 1, 1)


def test_no_source_agrees_with_no_source_only() -> None:
    nobody = replace(BOARD, source=())
    assert score_article(TEXT, [nobody], [nobody]).relation_half.right == 1
    assert score_article(TEXT, [nobody], [BOARD]).relation_half.right == 0


def test_claims_split_from_one_attribution_are_one_again() -> None:
    first, second = (replace(MOSS, content=(span,)) for span in MOSS.content)
    assert merge_split([second, first, BOARD], TEXT) == (MOSS, BOARD)
    start, end = BOARD.content[0].start, BOARD.content[0].end
    pieces = [replace(BOARD, content=(Span(start, 23),)), replace(BOARD, content=(Span(24, end),))]
    assert merge_split(pieces, TEXT) == (BOARD,)
    uncued = [replace(BOARD, cue=()), replace(BOARD, cue=(), content=ASHBY.content)]
    assert len(merge_split(uncued, TEXT)) == 2


def test_brat_files_are_read_with_pieces_and_without_what_is_no_role(tmp_path: Path) -> None:
    (folder := tmp_path / "attributions").mkdir()
    gold = folder / "leak_b.ann"
    gold.write_text(
        "T1\tSource 0 9\tThe board\nT2\tCue 10 14\tsaid\nT3\tContent 15 18;23 34\tthe had failed\n"
        "T4\tAttribution 10 14\tsaid\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
        "T5\tSource 50 58\tIda Moss\nE2\tAttribution:T4 Source:T5\n",
        encoding="utf-8",
    )
    (folder / "leak_c.ann").write_text("", encoding="utf-8")
    assert find_gold(tmp_path) == {"leak.txt": gold}
    expected = Relation((Span(0, 9),), (Span(10, 14),), (Span(15, 18), Span(23, 34)))
    assert read_gold(gold) == (expected,)


def test_printed_claims_are_read_but_for_inner_and_own_ones(tmp_path: Path) -> None:
    claim = {
        "article_path": "wire/leak.txt",
        "voice": "indirect",
        "within": None,
        "source": {"start": 0, "end": 9},
        "cue": None,
        "content": [{"start": 15, "end": 34}],
    }
    rows = [claim, {**claim, "voice": "own"}, {**claim, "within": "c1"}, {**claim, "source": None}]
    file = tmp_path / "claims.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    content = (Span(15, 34),)
    expected = [Relation((Span(0, 9),), (), content), Relation((), (), content)]
    assert read_claims_file(file) == {"leak.txt": expected}


@given(st.permutations(GOLD), st.permutations(GOLD))
def test_order_changes_no_figure(gold: list[Relation], found: list[Relation]) -> None:
    assert score_article(TEXT, gold, found) == score_article(TEXT, GOLD, GOLD)


def test_the_benchmark_says_that_it_has_no_data(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ATTRIB_DATA", raising=False)
    assert gate.main([]) == 0
    assert capsys.readouterr().out.startswith("skipped: no data")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "polnear" / "dev"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    (folder / "text" / "leak.txt").write_text(TEXT, encoding="utf-8")
    (folder / "attributions" / "leak_a.ann").write_text(
        "T1\tSource 0 9\tThe board\nT2\tCue 10 14\tsaid\nT3\tContent 15 34\tthe pump had failed\n"
        "E1\tAttribution:T9 Source:T1 Cue:T2 Content:T3\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("ATTRIB_DATA", str(tmp_path))
    monkeypatch.setattr("gate.FILE", tmp_path / "floors.json")
    return tmp_path


def test_floors_are_set_held_and_lowered_only_on_demand(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gate.main([]) == 0
    assert "no floors yet" in capsys.readouterr().out
    assert gate.main(["--update"]) == 0
    assert gate.main([]) == 0
    assert "no figure is below its floor" in capsys.readouterr().out
    floors = read_floors("polnear-dev", data / "floors.json")
    assert floors is not None
    write_floors(
        "polnear-dev",
        replace(floors, figures={**floors.figures, "cue_exact": 1.1}),
        data / "floors.json",
    )
    assert gate.main([]) == 1
    assert "cue_exact: " in capsys.readouterr().out
    assert gate.main(["--update"]) == 1
    assert read_floors("polnear-dev", data / "floors.json") != floors
    assert gate.main(["--update", "--lower"]) == 0
    assert read_floors("polnear-dev", data / "floors.json") == floors


def test_floors_rise_and_do_not_sink() -> None:
    old = Floors("sha256:1", {"cue": 0.5})
    assert raise_floors(old, "sha256:1", {"cue": 0.61289}, lower=False).figures == {"cue": 0.612}
    with pytest.raises(ValueError, match=r"cue: 0\.400 is below its floor 0\.500"):
        raise_floors(old, "sha256:1", {"cue": 0.4}, lower=False)
    assert raise_floors(old, "sha256:1", {"cue": 0.4}, lower=True).figures == {"cue": 0.4}
    assert raise_floors(old, "sha256:2", {"cue": 0.4}, lower=False).figures == {"cue": 0.4}
    assert find_sunk(old, {}) == ["cue: 0.000 is below its floor 0.500"]
