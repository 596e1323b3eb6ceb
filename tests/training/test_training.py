"""What is trained, and what becomes of it when it is written: small, exact, without data."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path
from random import Random

import pytest
import torch
from tokenizers import Tokenizer

from attrib.extract.tagger import TAGS
from attrib.resources import find_folder
from attrib.rulebook import load_rulebook
from batches import Pieces, cut_epoch
from corpus import SilverLabels, read_examples, tags_of
from crf import Crf, forbidden
from losses import score_batch
from make import average
from network import Network
from outliers import measure_reach, set_apart

LABELS = SilverLabels(("NN",), ("O", "PERSON"), ("dep",))
FIRST, SECOND = '"It is old,"', '"and it leaks."'
TEXT = f"The board said the pump had failed. {FIRST} Ida Moss said, {SECOND}\n\nIt rained."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    def at(words: str) -> str:
        return f"{TEXT.index(words)} {TEXT.index(words) + len(words)}"

    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "leak.txt").write_text(TEXT, encoding="utf-8")
    pieces = f"{at(FIRST)};{at(SECOND)}"
    lines = [
        f"T1\tSource {at('The board')}\tx",
        f"T2\tCue {at('said')}\tx",
        f"T3\tContent {at('the pump had failed')}\tx",
        "E1\tAttribution:T9 Source:T1 Cue:T2 Content:T3",
        f"T4\tSource {at('Ida Moss')}\tx",
        f"T5\tCue {at('said,')}\tx",
        f"T6\tContent {pieces}\tx",
        "T9\tAttribution 1 2\tx",
        "E2\tAttribution:T9 Source:T4 Cue:T5 Content:T6",
    ]
    gold = tmp_path / "attributions" / "leak_a.ann"
    gold.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_brat_files_become_tags_and_links(data: Path) -> None:
    ((example,), _) = read_examples(data, load_rulebook())
    ((board, moss),) = example.links
    words = example.words.forms
    assert [words[first:last] for first, last in moss.contents] == [
        ('"', "It", "is", "old", ",", '"'),
        ('"', "and", "it", "leaks", ".", '"'),
    ]
    assert board.source is not None
    assert words[slice(*board.source)] == ("The", "board")
    tags = [TAGS[tag] for tag in tags_of(example.links[0], len(words))]
    assert tags[:5] == ["B-source", "I-source", "B-cue", "B-content", "I-content"]
    assert tags[-3:] == ["O", "O", "O"]


def test_the_crf_sums_over_all_sequences() -> None:
    torch.manual_seed(0)
    crf = Crf()
    torch.nn.init.normal_(crf.steps)
    scores, starts = torch.randn(1, 4, len(TAGS)), torch.tensor([[True, False, True, False]])
    tags = torch.tensor([[1, 2, 5, 6]])
    table = crf.table().detach()

    def total(sequence: tuple[int, ...]) -> torch.Tensor:
        steps = [table[-1, sequence[0]]]
        for place, (before, tag) in enumerate(pairwise(sequence), 1):
            steps.append(table[-1, tag] if starts[0, place] else table[before, tag])
        return torch.stack(steps).sum() + scores[0, range(4), list(sequence)].sum()

    every = torch.stack([total(item) for item in product(range(len(TAGS)), repeat=4)])
    expected = (torch.logsumexp(every, 0) - total((1, 2, 5, 6))) / 4
    loss = crf.loss(scores, tags, starts, torch.ones(1, 4, dtype=torch.bool))
    assert loss.item() == pytest.approx(expected.item(), abs=1e-4)


def test_only_its_own_begin_or_inside_goes_before_an_inside() -> None:
    banned = forbidden()
    inside = TAGS.index("I-cue")
    allowed = [name for name, no in zip((*TAGS, "start"), banned[:, inside], strict=True) if not no]
    assert allowed == ["B-cue", "I-cue"]
    assert not banned[:, 0].any()


def small_network() -> Network:
    torch.manual_seed(1)
    return Network(30522, LABELS).eval()


def batch_of(data: Path) -> object:
    tokenizer = Tokenizer.from_file(str(find_folder("models") / "tokenizer.json"))
    (examples, _) = read_examples(data, load_rulebook())
    return next(cut_epoch(list(examples) * 32, Pieces(tokenizer), {}, Random(1)))


def test_a_batch_has_a_loss_and_a_gradient(data: Path) -> None:
    network, batch = small_network(), batch_of(data)
    encoded, low = network.encoder(batch.pieces, batch.features, batch.bias)  # type: ignore[attr-defined]
    output = network.judge(encoded, low, batch.firsts)  # type: ignore[attr-defined]
    total = score_batch(network, output, batch).total  # type: ignore[arg-type]
    total.backward()  # type: ignore[no-untyped-call]
    assert torch.isfinite(total)
    assert all(
        p.grad is not None and torch.isfinite(p.grad).all() for p in network.roles.parameters()
    )


def test_setting_outliers_apart_changes_nothing_before_rounding(data: Path) -> None:
    network, batch = small_network(), batch_of(data)
    pieces, features = batch.pieces, batch.features  # type: ignore[attr-defined]
    with torch.inference_mode():
        before, _ = network.encoder(pieces, features)
        set_apart(network.encoder, measure_reach(network.encoder, [batch]))  # type: ignore[list-item]
        after, _ = network.encoder(pieces, features)
    assert torch.allclose(before, after, atol=1e-4)


def test_the_mean_of_runs_is_the_mean_of_each_weight(tmp_path: Path) -> None:
    for number in (1, 3):
        torch.save(
            {"w": torch.full((2,), float(number)), "n": torch.tensor(7)}, tmp_path / f"{number}"
        )
    average([tmp_path / "1", tmp_path / "3"], tmp_path / "mean")
    mean = torch.load(tmp_path / "mean", weights_only=True)
    assert mean["w"].tolist() == [2, 2]
    assert mean["n"].item() == 7
