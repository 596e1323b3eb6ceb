"""The tagger: windows that lose no word and change none beside them, and files that are checked."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import attrib
from attrib import modelfiles
from attrib.errors import ModelError
from attrib.extract import extract, load_tagger
from attrib.extract.windows import cut_windows
from attrib.extract.words import FEATURE_SIZES, lay_out, words_in
from attrib.records import Article, Segmentation
from attrib.resources import find_folder
from attrib.rulebook import load_rulebook
from attrib.segment import segment

RULEBOOK = load_rulebook()
TAGGER = load_tagger(1)
TURN = 'The harbour master, Ida Moss, said that the quay would stay shut. "It is old," she said.'


def cut(text: str) -> Segmentation:
    return segment(Article(id="a", text=text), RULEBOOK)


def long_text(n_paragraphs: int) -> str:
    return "\n\n".join(f"{TURN} The stone of {number} was read." for number in range(n_paragraphs))


@given(
    st.lists(st.tuples(st.integers(1, 14), st.booleans()), max_size=200),
    st.integers(8, 60),
    st.integers(0, 20),
)
def test_each_word_is_judged_once_in_a_window_that_fits(
    words: list[tuple[int, bool]], limit: int, context: int
) -> None:
    sizes = [min(size, limit // 2 - 1) for size, _ in words]
    paragraphs = list(np.cumsum([breaks for _, breaks in words]))
    windows = cut_windows(sizes, paragraphs, limit, context)
    judged = [word for window in windows for word in range(window.core, window.end)]
    assert judged == list(range(len(words)))
    for window in windows:
        assert 0 <= window.start <= window.core < window.end
        inside = range(window.start, window.end)
        ends = sum(
            word + 1 == window.end or paragraphs[word + 1] != paragraphs[word] for word in inside
        )
        assert 1 + sum(sizes[word] for word in inside) + ends <= limit
        before = sum(sizes[word] for word in range(window.start, window.core))
        assert before < max(context, 1)


def test_a_paragraph_that_fits_is_not_cut() -> None:
    windows = cut_windows([1] * 30, [0] * 12 + [1] * 12 + [2] * 6, 20, 0)
    assert [(window.core, window.end) for window in windows] == [(0, 12), (12, 24), (24, 30)]


def test_a_window_is_judged_alike_whatever_stands_before_it_in_the_order() -> None:
    words = lay_out(cut(long_text(40)))
    in_order = TAGGER.judge(words)
    assert len(in_order) > 3
    pieces = TAGGER._pieces_of(words.forms)
    paragraphs = words.paragraphs.tolist()
    for judgement in reversed(in_order):
        alone = TAGGER._judge_window(judgement.window, words, pieces, paragraphs)
        for ours, theirs in zip(
            (judgement.tags, judgement.words, judgement.cues),
            (alone.tags, alone.words, alone.cues),
            strict=True,
        ):
            assert ours.tobytes() == theirs.tobytes()


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from([TURN, "The tide rose.", "“No,” he said.", "x"]), max_size=12))
def test_what_follows_a_window_does_not_change_it(paragraphs: list[str]) -> None:
    head = long_text(12)
    alone = TAGGER.judge(lay_out(cut(head)))
    followed = TAGGER.judge(lay_out(cut("\n\n".join([head, *paragraphs]))))
    # The last window of the head may take in what follows.
    for ours, theirs in zip(alone[:-1], followed, strict=False):
        assert ours.window == theirs.window
        assert ours.tags.tobytes() == theirs.tags.tobytes()


def test_threads_change_no_result() -> None:
    words = lay_out(cut(long_text(12)))
    for ours, theirs in zip(TAGGER.judge(words), load_tagger(2).judge(words), strict=True):
        assert ours.tags.tobytes() == theirs.tags.tobytes()


STRANGE = {
    "a paragraph of 5,000 words": "The quay is old and the stone is late. " * 625,
    "a table": "\n".join(" | ".join(map(str, range(row, row + 9))) for row in range(200)),
    "emoji": "🌊👩🏽‍🚒🏴󠁧󠁢󠁥󠁮󠁧󠁿 " * 300,
    "right to left": "قالت الوزارة إن الجسر مغلق. " * 200,
    "a lone surrogate": f"{TURN} \ud83d {TURN}",
    "a long word": f"{TURN} {'schifffahrts' * 400} {TURN}",
    "combining marks": "e\u0301" * 2000,
    "marks alone": '"“”‘’«»—' * 200,
    "nothing": "",
    "white space": " \n\n\t\u2028 ",
    "a null": f"{TURN}\0{TURN}",
}  # fmt: skip


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_strange_text_is_read_to_its_end(text: str) -> None:
    segmentation = cut(text)
    words = lay_out(segmentation)
    judgements = TAGGER.judge(words)
    assert sum(j.window.end - j.window.core for j in judgements) == len(words)
    for judgement in judgements:
        assert len(judgement.tags) == judgement.window.end - judgement.window.start
        assert np.isfinite(judgement.tags).all()
    for attribution in extract(segmentation, RULEBOOK, lambda: TAGGER).attributions:
        for span in attribution.content:
            assert 0 <= span.start < span.end <= len(text)


def test_an_attribution_behind_5000_words_without_a_paragraph_is_found() -> None:
    text = "The quay is old and the stone is late. " * 625 + TURN
    found = extract(cut(text), RULEBOOK, lambda: TAGGER).attributions
    assert "that the quay would stay shut" in {span.of(text) for a in found for span in a.content}


@given(st.text(max_size=300))
@settings(deadline=None)
def test_words_cover_all_that_is_no_space_in_order(text: str) -> None:
    segmentation = cut(text)
    words = lay_out(segmentation)
    assert (words.starts[1:] >= words.ends[:-1]).all()
    prose = [p.span for p in segmentation.paragraphs if p.kind != "furniture"]
    covered = {
        place
        for start, end in zip(words.starts, words.ends, strict=True)
        for place in range(start, end)
    }
    assert covered >= {
        place for span in prose for place in range(span.start, span.end) if text[place].isalnum()
    }
    for form, start, end in zip(words.forms, words.starts, words.ends, strict=True):
        assert len(form) == end - start or form == '"'
        assert words_in(words, int(start), int(end)) == (
            int(np.searchsorted(words.starts, start)),
            int(np.searchsorted(words.starts, start)) + 1,
        )
    assert (words.features < np.array(FEATURE_SIZES)).all()


def test_british_and_curly_quotes_look_alike_to_the_encoder() -> None:
    kinds = ['"The quay is shut," she said.', "“The quay is shut,” she said."]
    kinds.append("‘The quay is shut,’ she said.")
    laid = [lay_out(cut(f"{kind} The rain went on all day.")) for kind in kinds]
    assert laid[0].forms == laid[1].forms == laid[2].forms
    assert (laid[0].features == laid[2].features).all()


def test_a_changed_model_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(find_folder("models"), tmp_path / "models")
    monkeypatch.setattr(modelfiles, "find_folder", lambda name: tmp_path / name)
    load_tagger.cache_clear()
    with (tmp_path / "models" / "tagger.onnx").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(ModelError, match="not the one released"):
        load_tagger(1)
    (tmp_path / "models" / "tagger.onnx").unlink()
    with pytest.raises(ModelError, match="cannot be read"):
        load_tagger(1)


def test_the_model_is_small_enough_to_ship_and_has_a_card() -> None:
    folder = find_folder("models")
    assert (folder / "tagger.onnx").stat().st_size <= 25_000_000
    card = (folder / "README.md").read_text(encoding="utf-8")
    digest = (folder / "tagger.sha256").read_text(encoding="ascii").split()[0]
    assert digest in card
    for heading in ("Data", "Figures", "Limits"):
        assert f"## {heading}" in card


def test_articles_in_another_language_are_not_tagged() -> None:
    text = "Das Ministerium sagte am Montag, dass die Brücke geschlossen sei. " * 5
    article = attrib.article(text)
    assert article.language != "en"
    assert extract(segment(article, RULEBOOK), RULEBOOK, lambda: TAGGER).attributions == ()
