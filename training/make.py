"""From the data to the model file: `python training/make.py DATA --work FOLDER`.

Trains once for each seed on all of PolNeAR's training articles, averages the weights of the runs
(Wortsman et al., 2022: all begin alike, so that their mean is a model too), and writes the model
files. Called again, it goes on where it was interrupted. About 25 minutes a seed on two cores
with AMX, and about 80 without.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import torch

from train import mean_of

HERE = Path(__file__).resolve().parent
MODELS = HERE.parent / "src" / "attrib" / "models"
SEEDS = (1, 2, 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds polnear/")
    parser.add_argument("--work", type=Path, required=True, help="for checkpoints and logs")
    parser.add_argument("--out", type=Path, default=MODELS, help="folder of the model files")
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    chosen = parser.parse_args()
    runs = [chosen.work / f"seed-{seed}" for seed in chosen.seeds]
    for seed, run in zip(chosen.seeds, runs, strict=True):
        if not (run / "network.pt").is_file():
            _run("train.py", chosen.data, "--out", run, "--seed", seed, "--all")
    mean = chosen.work / "mean.pt"
    average([run / "network.pt" for run in runs], mean)
    _run("export.py", chosen.data, mean, "--out", chosen.out)


def average(paths: list[Path], target: Path) -> None:
    """The mean of the weights at `paths`, each weight by itself, written to `target`."""
    states = [torch.load(path, weights_only=True) for path in paths]
    torch.save(mean_of(states), target)


def _run(script: str, *arguments: object) -> None:
    subprocess.run([sys.executable, str(HERE / script), *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
