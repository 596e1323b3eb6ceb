"""What teacher and student learn from, as numbers: `python training/distil_material.py DATA OUT`.

Reads the sets once, cuts their texts into pieces, and writes the file OUT (.npz), so that whoever
trains on another machine needs neither the data nor attrib's own dependencies there.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from batches import Pieces
from matters import read_matters
from minimal_pairs import CONTRADICTION, NEUTRAL, Pair
from neighbours import EVENTS
from pair_examples import Material, make_epoch, read_material
from train import load_tokenizer

EVERY_PREMISE, EVERY_CLAIM, EVERY_DOCUMENT = 15, 8, 10
"""Of the general sets, Emergent and ContraDoc every so manyth is kept for tuning."""
_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+")
_LEAST_WORDS = 5
Array = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Stock:
    """`sizes` and `flat` are the pieces of all texts; pairs are rows of (one, other, label).

    `gold` holds the pairs of `epochs` in turn; `held` those kept for tuning, by name; `general`
    the pairs of the sets for inference, and `loose` the numbers of all texts that may be paired
    anew. `marks` are the pieces for a window's start, a text's end and a masked piece, `words`
    those that are words or numbers by themselves.
    """

    flat: Array
    sizes: Array
    gold: tuple[Array, ...]
    general: Array
    loose: Array
    held: dict[str, Array]
    marks: tuple[int, int, int]
    n_vocabulary: int
    words: Array

    def texts(self) -> list[list[int]]:
        """The pieces of each text."""
        ends = np.cumsum(self.sizes)
        return [
            self.flat[end - size : end].tolist() for end, size in zip(ends, self.sizes, strict=True)
        ]


def part(material: Material) -> tuple[Material, dict[str, list[Pair]]]:
    """The material without what is kept for tuning, and that, by set."""
    premises = {pair[0] for pair in material.general}
    kept = set(sorted(premises)[::EVERY_PREMISE])
    two_sided = [c for c in material.headlines if c.get("for") and c.get("against")]
    claims = two_sided[::EVERY_CLAIM]
    claims += [c for c in material.headlines if c not in two_sided][::EVERY_CLAIM]
    documents = material.documents[::EVERY_DOCUMENT]
    held = {
        "general": [pair for pair in material.general if pair[0] in kept],
        "headlines": [pair for claim in claims for pair in _sides(claim)],
        "documents": list(documents),
    }
    rest = replace(
        material,
        general=tuple(pair for pair in material.general if pair[0] not in kept),
        headlines=tuple(claim for claim in material.headlines if claim not in claims),
        documents=tuple(pair for pair in material.documents if pair not in documents),
    )
    return rest, held


def _sides(claim: dict[str, tuple[str, ...]]) -> Iterator[Pair]:
    """Headlines for with headlines against a claim, and, as if neutral, two of one side."""
    sides = claim.get("for", ()), claim.get("against", ())
    yield from ((one, other, CONTRADICTION) for one in sides[0] for other in sides[1])
    for side in sides:
        yield from ((one, other, NEUTRAL) for one, other in combinations(side, 2))


def read_loose(data: Path, material: Material) -> Iterator[str]:
    """Texts to be paired anew: all that the sets hold, matters, and sentences of the EVENTS."""
    for one, other, _ in (*material.general, *material.documents):
        yield from (one, other)
    for one, other, _ in material.one_sided:
        yield from (one, other)
    for claim in material.headlines:
        yield from (line for lines in claim.values() for line in lines)
    yield from (sentence.text for sentence in material.sentences)
    for matter in read_matters():
        yield from (sentence for side in matter.sides for sentence in side)
        yield from matter.beside
    for event in EVENTS:
        lines = (data / "events" / "news_cluster" / f"{event}.jsonl").read_text(encoding="utf-8")
        for article in map(json.loads, lines.splitlines()):
            for paragraph in article["text"].split("\n"):
                for sentence in _SENTENCE_END.split(paragraph.strip()):
                    if len(sentence.split()) >= _LEAST_WORDS:
                        yield sentence


def gather(data: Path, n_epochs: int, seed: int) -> Stock:
    """Read all below `data`, and make the pairs of `n_epochs` and of a last one, all of news."""
    material, held = part(read_material(data))
    random = Random(seed)
    epochs = [make_epoch(material, random) for _ in range(n_epochs)]
    epochs.append(make_epoch(material, random, last=True))
    numbers: dict[str, int] = {}
    kept_out = {text for pairs in held.values() for pair in pairs for text in pair[:2]}
    loose = [text for text in dict.fromkeys(read_loose(data, material)) if text not in kept_out]
    gold = tuple(_number(pairs, numbers) for pairs in epochs)
    general = _number(material.general, numbers)
    found = {name: _number(pairs, numbers) for name, pairs in held.items()}
    places = np.array([numbers.setdefault(text, len(numbers)) for text in loose], np.int64)
    tokenizer = load_tokenizer()
    pieces = Pieces(tokenizer)
    vocabulary = tokenizer.get_vocab()
    words = sorted(n for word, n in vocabulary.items() if word.isalnum() and len(word) > 1)
    cut = [pieces.of_text(text) for text in numbers]
    return Stock(
        np.array([piece for row in cut for piece in row], np.int64),
        np.array([len(row) for row in cut], np.int64),
        gold,
        general,
        places,
        found,
        (pieces.start, pieces.end, pieces.mask),
        tokenizer.get_vocab_size(),
        np.array(words, np.int64),
    )


def _number(pairs: Iterable[Pair], numbers: dict[str, int]) -> Array:
    """Rows of (one, other, label); texts without a number get the next ones."""
    rows = [
        (
            numbers.setdefault(one, len(numbers)),
            numbers.setdefault(other, len(numbers)),
            label,
        )
        for one, other, label in pairs
    ]
    return np.array(rows, np.int64).reshape(-1, 3)


def save(stock: Stock, path: Path) -> None:
    """Write `stock` small: piece numbers need 16 bits."""
    arrays: dict[str, NDArray[np.generic]] = {
        "flat": stock.flat.astype(np.uint16),
        "sizes": stock.sizes.astype(np.uint16),
        "general": stock.general.astype(np.int32),
        "loose": stock.loose.astype(np.int32),
        "words": stock.words.astype(np.int32),
        "marks": np.array([*stock.marks, stock.n_vocabulary], np.int32),
    }
    arrays |= {f"gold_{n}": rows.astype(np.int32) for n, rows in enumerate(stock.gold)}
    arrays |= {f"held_{name}": rows.astype(np.int32) for name, rows in stock.held.items()}
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def load(path: Path) -> Stock:
    """What `save` wrote."""
    with np.load(path) as arrays:
        found = {name: arrays[name].astype(np.int64) for name in arrays.files}
    marks = found["marks"].tolist()
    return Stock(
        found["flat"],
        found["sizes"],
        tuple(found[f"gold_{n}"] for n in range(sum(name.startswith("gold_") for name in found))),
        found["general"],
        found["loose"],
        {name.removeprefix("held_"): rows for name, rows in found.items() if "held_" in name},
        (marks[0], marks[1], marks[2]),
        marks[3],
        found["words"],
    )


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="holds nli/, emergent/, contradoc/, polnear/ ...")
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=3, help="of pairs, besides one of news")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    save(gather(chosen.data, chosen.epochs, chosen.seed), chosen.out)


if __name__ == "__main__":
    main()
