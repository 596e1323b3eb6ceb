"""Teach the pair model news: `python training/train_news.py DATA --start WEIGHTS --out FOLDER`.

WEIGHTS is `pairs.pt` of a run on the general sets (distil.py, train_pairs.py). FOLDER gets a log,
a checkpoint after each epoch and the averaged weights `pairs.pt`; called again, it goes on from
the last checkpoint. The embeddings of word pieces stay as they are.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn
from torch.nn import functional

from attrib.compare.pairs import LABELS
from batches import Pieces
from losses import locked_dropout
from network import LAYERS, WIDTH
from news_examples import KEPT, is_clash, make_news_epoch
from pair_examples import Material, read_material
from pair_network import PairNetwork, at_odds
from train import keep, load_tokenizer, make_optimizer, one_cycle, resume, update_average
from train_pairs import CLIP, DROPOUT, SMOOTHING, Batch, batch_up, log
from written import FIRST_KIND

HEAD_DROPOUT = 0.2
KEPT_WEIGHT = 2.0
"""What a pair weighs on which nothing shall be unlearned; one with a label weighs 1."""
_N_LABELS = len(LABELS)
_OF_NEWS = ("clash", "figures")
"""How the names of the two heads begin that only this run trains."""


def main() -> None:
    chosen = _parse()
    chosen.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(chosen.threads)
    tokenizer = load_tokenizer()
    before, network = (PairNetwork(tokenizer.get_vocab_size()) for _ in range(2))
    weights = torch.load(chosen.start, weights_only=True)
    before.start_from(weights)
    network.start_from(weights)
    before.eval()
    network.encoder.pieces.requires_grad_(False)
    material, pieces = read_material(chosen.data, news=True), Pieces(tokenizer)
    optimizer = make_optimizer(network, chosen.rate)
    rates = [group["lr"] for group in optimizer.param_groups]
    checkpoint = chosen.out / "checkpoint.pt"
    average, first, step = resume(checkpoint, network, optimizer)
    epochs = [_lay_out(number, material, pieces, chosen) for number in range(chosen.epochs)]
    n_steps = sum(map(len, epochs))
    for epoch in range(first, chosen.epochs):
        torch.manual_seed(chosen.seed * 1000 + epoch)
        network.train()
        began, total = time.monotonic(), 0.0
        for n_seen, batch in enumerate(epochs[epoch], start=1):
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * one_cycle(min(step / n_steps, 1))
            drop = locked_dropout(LAYERS, len(batch.pieces), WIDTH, DROPOUT)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                encoded, _ = network.encoder(batch.pieces, batch.features, batch.bias, drop)
            scores = network.judge(encoded.float(), batch.features, HEAD_DROPOUT)
            loss = score_news(scores, batch.labels, read_before(before, batch))
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            optimizer.step()
            optimizer.zero_grad()
            step, total = step + 1, total + loss.item()
            update_average(average, network, min(chosen.decay, step / (step + 10)))
            if n_seen % 100 == 0:
                log(chosen.out, epoch, step, n_steps, total / n_seen, time.monotonic() - began)
        keep(checkpoint, network, optimizer, average, (epoch + 1, step))
        torch.save(move_back(average, before, chosen.back), chosen.out / "pairs.pt")


def move_back(weights: dict[str, Tensor], before: PairNetwork, share: float) -> dict[str, Tensor]:
    """The weights, those of the encoder and of the first head moved by `share` of the way, in
    [0, 1], to what they were, as in WiSE-FT (Wortsman et al., 2022): a little of what was learned
    for more of what was known."""
    start = before.state_dict()
    return {
        name: value if name.startswith(_OF_NEWS) else torch.lerp(value, start[name], share)
        for name, value in weights.items()
    }


def _lay_out(
    number: int, material: Material, pieces: Pieces, chosen: argparse.Namespace
) -> list[Batch]:
    random = Random(chosen.seed * 1000 + number)
    return list(batch_up(make_news_epoch(material, random), pieces, random))


@torch.inference_mode()
def read_before(network: PairNetwork, batch: Batch) -> Tensor:
    """What the network as it was says of the pairs of a batch that are KEPT, [kept, 3]."""
    rows = batch.labels == KEPT
    with torch.autocast("cpu", dtype=torch.bfloat16):
        encoded, _ = network.encoder(batch.pieces[rows], batch.features[rows], batch.bias[rows])
    return network.judge_labels(encoded.float(), batch.features[rows])


def score_news(scores: Tensor, labels: Tensor, before: Tensor) -> Tensor:
    """The mean loss of a batch: `scores` as PairNetwork.judge gives them, `before` of read_before.

    A KEPT pair asks for the probabilities of before (Hinton et al., 2015); every other one for
    whether it clashes, and one of figures also for its kind.
    """
    kept, of_figures = labels == KEPT, labels >= FIRST_KIND
    wanted = torch.softmax(before, -1)
    found = torch.log_softmax(scores[kept, :_N_LABELS], -1)
    loss = KEPT_WEIGHT * functional.kl_div(found, wanted, reduction="sum")
    clashes = torch.tensor([is_clash(label) for label in labels.tolist()], dtype=scores.dtype)
    smooth = clashes * (1 - SMOOTHING) + SMOOTHING / 2
    weights = torch.where(of_figures, 0.5, 1.0)
    loss = loss + functional.binary_cross_entropy_with_logits(
        scores[~kept, _N_LABELS], smooth[~kept], weights[~kept], reduction="sum"
    )
    figures = scores[of_figures, _N_LABELS + 1 :]
    loss = loss + functional.binary_cross_entropy_with_logits(
        at_odds(figures), smooth[of_figures], reduction="sum"
    )
    kinds = functional.cross_entropy(
        figures, labels[of_figures] - FIRST_KIND, label_smoothing=SMOOTHING, reduction="sum"
    )
    return (loss + 0.5 * kinds) / len(labels)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "data", type=Path, help="holds nli/, emergent/, contradoc/, polnear/, events/"
    )
    parser.add_argument("--start", type=Path, required=True, help="weights to go on from")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints and weights go")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1.3e-4, help="peak rate of the encoder")
    parser.add_argument("--decay", type=float, default=0.99, help="of the average of the weights")
    parser.add_argument(
        "--back", type=float, default=0.15, help="how far the weights are moved back to the start"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
