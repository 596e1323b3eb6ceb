"""Teach the pair model news: `python training/train_news.py DATA --start WEIGHTS --out FOLDER`.

WEIGHTS is `pairs.pt` of a run on the general sets (distil.py, train_pairs.py). FOLDER gets a log,
a checkpoint after each epoch and the averaged weights `pairs.pt`; called again, it goes on from
the last checkpoint. The embeddings of word pieces stay as they are.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from random import Random

import torch
from torch import Tensor
from torch.nn import functional

from attrib.compare.pairs import LABELS
from batches import Pieces
from minimal_pairs import Pair
from news_examples import KEPT, is_clash, make_news_epoch
from pair_examples import read_material
from pair_network import PairNetwork, at_odds
from train import load_tokenizer
from train_pairs import SMOOTHING, Batch, Lesson, encode_batch, run
from written import FIRST_KIND

HEAD_DROPOUT = 0.2
KEPT_WEIGHT = 2.0
"""What a pair weighs on which nothing shall be unlearned; one with a label weighs 1."""
_N_LABELS = len(LABELS)
_OF_NEWS = ("clash", "figures")
"""How the names of the two heads begin that only this run trains."""


def main() -> None:
    chosen = _parse()
    torch.manual_seed(chosen.seed)
    tokenizer = load_tokenizer()
    before, network = (PairNetwork(tokenizer.get_vocab_size()) for _ in range(2))
    weights = torch.load(chosen.start, weights_only=True)
    before.start_from(weights)
    network.start_from(weights)
    before.eval()
    network.encoder.pieces.requires_grad_(False)
    material = read_material(chosen.data, news=True)

    def pairs_of(_: int, random: Random) -> list[Pair]:
        return make_news_epoch(material, random)

    def loss_of(batch: Batch) -> Tensor:
        encoded = encode_batch(network.encoder, batch)
        scores = network.judge(encoded, batch.features, HEAD_DROPOUT)
        return score_news(scores, batch.labels, read_before(before, batch))

    def finish(average: dict[str, Tensor]) -> dict[str, Tensor]:
        return move_back(average, before, chosen.back)

    run(network, Lesson(pairs_of, loss_of, finish), Pieces(tokenizer), chosen)


def move_back(weights: dict[str, Tensor], before: PairNetwork, share: float) -> dict[str, Tensor]:
    """The weights, those of the encoder and of the first head moved by `share` of the way, in
    [0, 1], to what they were, as in WiSE-FT (Wortsman et al., 2022): a little of what was learned
    for more of what was known."""
    start = before.state_dict()
    return {
        name: value if name.startswith(_OF_NEWS) else torch.lerp(value, start[name], share)
        for name, value in weights.items()
    }


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
        "--back", type=float, default=0.1, help="how far the weights are moved back to the start"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
