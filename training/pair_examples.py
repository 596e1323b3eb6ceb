"""The pairs that the pair model learns from: (premise, hypothesis, label), other each epoch."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from labelled import read_labelled
from matters import Matter, read_matters
from minimal_pairs import (
    CONTRADICTION,
    ENTAILMENT,
    NEUTRAL,
    Pair,
    Sentence,
    approximate,
    change_figure,
    make_stances,
    negate,
    negate_parsed,
    oppose,
)
from neighbours import read_neighbours

KEPT_OUT = "mnli-matched-dev"
"""Measured on, never trained on."""
ONE_SIDED = "wikifactcheck"
"""Holds contradictions alone: few are taken, each with its premise for a pair that agrees."""
_LABELS = {"entailment": ENTAILMENT, "neutral": NEUTRAL, "contradiction": CONTRADICTION}
_FIFTH = 5


@dataclass(frozen=True, slots=True)
class Material:
    """All that pairs are made of."""

    general: tuple[Pair, ...]
    one_sided: tuple[Pair, ...]
    headlines: tuple[dict[str, tuple[str, ...]], ...]
    """For each claim of Emergent its headlines by stance, and itself as "claim"."""
    documents: tuple[Pair, ...]
    sentences: tuple[Sentence, ...]
    matters: tuple[Matter, ...]
    labelled: tuple[Pair, ...]
    """Real pairs that a reader labelled, most of them ones that an earlier model got wrong."""
    neighbours: tuple[Pair, ...]
    """Real pairs that hardly ever clash; only for the epochs of news."""


def read_material(data: Path, *, news: bool = False) -> Material:
    """Read the sets below `data`: nli/, emergent/, contradoc/, polnear/; for `news` events/ too,
    whose articles attrib then reads, which takes some minutes."""
    rows = []
    with gzip.open(data / "nli" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    pairs = [(r["premise"], r["hypothesis"], _LABELS[r["label"]], r["set"]) for r in rows]
    return Material(
        tuple(p[:3] for p in pairs if p[3] not in (KEPT_OUT, ONE_SIDED)),
        tuple(p[:3] for p in pairs if p[3] == ONE_SIDED),
        tuple(claim for n, claim in enumerate(read_headlines(data)) if n % _FIFTH),
        tuple(
            (r["premise"], r["hypothesis"], CONTRADICTION if r["label"] == "1" else NEUTRAL)
            for r in _read_lines(data / "contradoc" / "train.jsonl")
        ),
        tuple(_read_sentences(data / "polnear" / "corenlp-train.jsonl.gz")),
        read_matters() if news else (),
        read_labelled(data) if news else (),
        read_neighbours(data, every=2) if news else (),
    )


def read_headlines(data: Path) -> list[dict[str, tuple[str, ...]]]:
    """Emergent's claims in order of text, each with its headlines by stance.

    Every fifth claim, from the first on, is kept out of training.
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _read_lines(data / "emergent" / "train.jsonl"):
        found[row["claim"]][row["stance"]].append(row["headline"])
    return [
        {"claim": (claim,), **{stance: tuple(lines) for stance, lines in found[claim].items()}}
        for claim in sorted(found)
    ]


def make_epoch(material: Material, random: Random, *, last: bool = False) -> list[Pair]:
    """One epoch's pairs, shuffled; the `last` has less of the general sets, and more of news."""
    general = material.general
    pairs = random.sample(general, len(general) // 3) if last else list(general)
    pairs += _with_agreement(material.one_sided, random, 1500 if last else 5000)
    for _ in range(3 if last else 1):
        pairs += from_headlines(material.headlines, random)
    pairs += [pair for _ in range(5 if last else 3) for pair in material.documents]
    pairs += _from_general(material.general, random)
    pairs += from_sentences(material.sentences, random)
    return _turn(pairs, random)


def _turn(pairs: Sequence[Pair], random: Random) -> list[Pair]:
    """The pairs shuffled, some of them the other way round."""
    turned = []
    for one, other, label in pairs:
        # A contradiction holds both ways; what is neutral mostly does.
        chance = {ENTAILMENT: 0.0, NEUTRAL: 0.25}.get(label, 0.5)
        turned.append((other, one, label) if random.random() < chance else (one, other, label))
    random.shuffle(turned)
    return turned


def from_headlines(
    headlines: Sequence[dict[str, tuple[str, ...]]], random: Random
) -> Iterator[Pair]:
    for claim in headlines:
        yield from _of_headlines(claim, random)
    yield from _unlike(headlines, random)


def _with_agreement(pairs: Sequence[Pair], random: Random, count: int) -> Iterator[Pair]:
    for premise, hypothesis, label in random.sample(list(pairs), count):
        yield premise, hypothesis, label
        other = random.choice(pairs)
        agreed = random.choice((other[0], other[1]))
        cut = agreed.split(", ", 1)
        yield agreed, cut[0] if len(cut[0].split()) > 5 else agreed, ENTAILMENT


def _of_headlines(claim: dict[str, tuple[str, ...]], random: Random) -> Iterator[Pair]:
    affirm = (*claim["claim"], *claim.get("for", ()))
    deny, watch = claim.get("against", ()), claim.get("observing", ())
    against = [(a, b, CONTRADICTION) for a in affirm for b in deny]
    yield from random.sample(against, min(len(against), 24))
    same = [(a, b, ENTAILMENT) for side in (affirm, deny) for a in side for b in side if a != b]
    yield from random.sample(same, min(len(same), 14))
    open_pairs = [(a, b, NEUTRAL) for a in watch for b in (*affirm[:1], *deny)]
    yield from random.sample(open_pairs, min(len(open_pairs), 5))


def _unlike(headlines: Sequence[dict[str, tuple[str, ...]]], random: Random) -> Iterator[Pair]:
    for one in headlines:
        for _ in range(3):
            other = random.choice(headlines)
            if other is not one:
                lines = [line for stance in other.values() for line in stance]
                yield one["claim"][0], random.choice(lines), NEUTRAL


def _from_general(pairs: Sequence[Pair], random: Random) -> Iterator[Pair]:
    for one, other, label in random.sample(list(pairs), 9000):
        if label == CONTRADICTION:
            continue
        if len(other.split()) > 4 and random.random() < 0.6:
            yield from make_stances(one, other, label, random)
        if label == ENTAILMENT:
            for change in (negate(other), change_figure(other, random), oppose(other, random)):
                if change and random.random() < 0.5:
                    yield one, change, CONTRADICTION


def from_sentences(sentences: Sequence[Sentence], random: Random) -> Iterator[Pair]:
    for place in random.sample(range(len(sentences) - 4), 9000):
        sentence = sentences[place]
        neighbour = sentences[place + random.choice([1, 1, 2, 3, 4])]
        if neighbour.article == sentence.article and random.random() < 0.6:
            yield sentence.text, neighbour.text, NEUTRAL
        text = sentence.text
        changes = (negate_parsed(sentence), change_figure(text, random), oppose(text, random))
        for change, chance in zip(changes, (0.5, 0.7, 0.3), strict=True):
            if change and random.random() < chance:
                yield text, _cut(change, random), CONTRADICTION
        rounded = approximate(text, random)
        if rounded:
            yield text, rounded, ENTAILMENT
        if random.random() < 0.1:
            yield text, _cut(text, random), ENTAILMENT
        if random.random() < 0.12:
            yield from make_stances(text, text, ENTAILMENT, random)


def _cut(text: str, random: Random) -> str:
    head = text.split(", ", 1)[0]
    return head + "." if len(head.split()) > 6 and random.random() < 0.3 else text


def _read_sentences(path: Path) -> Iterator[Sentence]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for article, line in enumerate(lines):
            for given in json.loads(line)["sentences"]:
                tokens = given["tokens"]
                if 6 <= len(tokens) <= 45:
                    yield Sentence(_text_of(tokens), tokens, article)


def _text_of(tokens: Sequence[Sequence[object]]) -> str:
    """The tokens with the spaces that lay between them; a break of any kind is one space."""
    text, last = "", int(str(tokens[0][0]))
    for token in tokens:
        start, end = int(str(token[0])), int(str(token[1]))
        text += " " * (start - last) + str(token[2]).ljust(end - start)[: end - start]
        last = end
    return text


def _read_lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
