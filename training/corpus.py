"""PolNeAR as training examples: words, tags, and for each cue its source and its contents."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from attrib.extract.sequences import ROLES, Range
from attrib.extract.words import Words, lay_out, words_in
from attrib.ingest import make_article
from attrib.records import Segmentation, Span
from attrib.rulebook import Rulebook
from attrib.segment import segment

NO_HEAD = -1


@dataclass(frozen=True, slots=True)
class Link:
    """One gold attribution, as ranges of words."""

    cue: Range
    source: Range | None
    contents: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Silver:
    """Machine-made labels of each word, or -1: part of speech, entity, relation, head word."""

    pos: NDArray[np.int64]
    ner: NDArray[np.int64]
    deprel: NDArray[np.int64]
    head: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """One article; `links` holds one reading of it for each annotator."""

    name: str
    segmentation: Segmentation
    words: Words
    links: tuple[tuple[Link, ...], ...]
    silver: Silver | None


@dataclass(frozen=True, slots=True)
class SilverLabels:
    """The names of the silver labels, sorted; a label's number is its place."""

    pos: tuple[str, ...]
    ner: tuple[str, ...]
    deprel: tuple[str, ...]


def read_examples(
    folder: Path, rulebook: Rulebook, silver_file: Path | None = None
) -> tuple[tuple[Example, ...], SilverLabels]:
    """Every annotated article of `folder` (text/ and attributions/), in order of name."""
    sentences = _read_silver(silver_file) if silver_file else {}
    labels = _collect_labels(sentences)
    examples = []
    for name, files in find_annotations(folder).items():
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        segmentation = segment(make_article(text, path=name), rulebook)
        words = lay_out(segmentation)
        links = tuple(_links(words, read_attributions(path), text) for path in files)
        silver = _silver(words, sentences[name], labels) if name in sentences else None
        examples.append(Example(name, segmentation, words, links, silver))
    return tuple(examples), labels


def find_annotations(folder: Path) -> dict[str, list[Path]]:
    """The brat files of each article, by its name; several where several people read it."""
    found: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        found.setdefault(path.stem.rsplit("_", 1)[0], []).append(path)
    return found


def read_attributions(path: Path) -> Iterator[dict[str, tuple[Span, ...]]]:
    """The attributions of a brat file, as spans by role."""
    spans: dict[str, tuple[str, tuple[Span, ...]]] = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            kind, _, offsets = rest.partition("\t")[0].partition(" ")
            if kind.lower() in ROLES:
                pieces = (piece.split() for piece in offsets.split(";"))
                spans[name] = (kind.lower(), tuple(Span(int(a), int(b)) for a, b in pieces))
        elif name.startswith("E"):
            roles: dict[str, tuple[Span, ...]] = dict.fromkeys(ROLES, ())
            for argument in rest.split():
                kind, pieces_of = spans.get(argument.partition(":")[2], ("", ()))
                if kind in roles:
                    roles[kind] = tuple(sorted({*roles[kind], *pieces_of}))
            yield roles


def _links(
    words: Words, attributions: Iterator[dict[str, tuple[Span, ...]]], text: str
) -> tuple[Link, ...]:
    links = []
    for roles in attributions:
        ranges = {
            role: [found for span in spans if (found := _range(words, span, text))]
            for role, spans in roles.items()
        }
        if ranges["cue"] and ranges["content"]:
            source = ranges["source"][0] if ranges["source"] else None
            links.append(Link(ranges["cue"][0], source, tuple(_joined(ranges["content"], words))))
    return tuple(sorted(links, key=lambda link: (link.cue, link.contents)))


def _range(words: Words, span: Span, text: str) -> Range | None:
    chars = span.of(text)
    start = span.start + len(chars) - len(chars.lstrip())
    first, last = words_in(words, start, span.start + len(chars.rstrip()))
    return (first, last) if first < last else None


def _joined(ranges: list[Range], words: Words) -> Iterator[Range]:
    """Ranges that touch made one, as the scorers read them, and cut where a paragraph ends."""
    merged: list[list[int]] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], last)
        else:
            merged.append([first, last])
    for first, last in merged:
        cuts = [i for i in range(first + 1, last) if words.paragraphs[i] != words.paragraphs[i - 1]]
        bounds = [first, *cuts, last]
        yield from pairwise(bounds)


def tags_of(links: tuple[Link, ...], n_words: int) -> NDArray[np.int64]:
    """The number in TAGS of each word; where two spans overlap, the role that is rarer stands."""
    tags = np.zeros(n_words, np.int64)
    spans = [("content", part) for link in links for part in link.contents]
    spans += [("source", link.source) for link in links if link.source]
    spans += [("cue", link.cue) for link in links]
    for role, (first, last) in spans:
        number = 1 + 2 * ROLES.index(role)
        tags[first:last] = number + 1
        tags[first] = number
        if last < n_words and tags[last] in (2, 4, 6):
            tags[last] -= 1
    return tags


def _read_silver(path: Path) -> dict[str, list[dict[str, list[list[object]]]]]:
    found = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            found[article["id"]] = article["sentences"]
    return found


def _collect_labels(sentences: dict[str, list[dict[str, list[list[object]]]]]) -> SilverLabels:
    seen: tuple[set[str], ...] = (set(), set(), set())
    for article in sentences.values():
        for sentence in article:
            for token in sentence["tokens"]:
                for place, column in enumerate((4, 5, 7)):
                    seen[place].add(str(token[column]))
    return SilverLabels(*(tuple(sorted(labels)) for labels in seen))


def _silver(
    words: Words, sentences: list[dict[str, list[list[object]]]], labels: SilverLabels
) -> Silver:
    places = [
        {label: number for number, label in enumerate(names)}
        for names in (labels.pos, labels.ner, labels.deprel)
    ]
    columns = np.full((4, len(words)), -1, np.int64)
    by_start = {int(start): number for number, start in enumerate(words.starts)}
    for sentence in sentences:
        tokens = sentence["tokens"]
        heads = [by_start.get(int(str(token[0])), NO_HEAD) for token in tokens]
        for number, token in enumerate(tokens):
            word = heads[number]
            if word < 0:
                continue
            for place, column in enumerate((4, 5, 7)):
                columns[place, word] = places[place][str(token[column])]
            head = int(str(token[6]))
            columns[3, word] = heads[head - 1] if head > 0 else word
    return Silver(*columns)
