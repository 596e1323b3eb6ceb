"""What else the model that reads for faults learns from: printed sentences that readers judged,
and the examples that stand beside the rules.

`training/read_faults.jsonl` holds a judgement a line, as a place in the data and not as words:
the sentences that an earlier model took most surely for a fault, and whether a reader did. Without
them it takes much of what is usual in print for one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

import attrib
from attrib.checking import check_article
from attrib.records import Article, Diagnostic, Span
from attrib.rule_examples import read_check_example
from attrib.settings import Settings
from faults import CODES, RULEBOOK, Marked, read_units

READ = Path(__file__).resolve().parent / "read_faults.jsonl"


def read_judged(data: Path, tokenizer: Tokenizer, file: Path = READ) -> Iterator[Marked]:
    """The articles with judged sentences, in order of the file; of others nothing is learned."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for (name, key), given in groupby(rows, lambda row: (row["file"], row["article"])):
        (article,) = (item for item in attrib.read([data / name]) if item.id == key)
        yield _judge(article, list(given), tokenizer)


def _judge(article: Article, rows: list[dict[str, Any]], tokenizer: Tokenizer) -> Marked:
    units = read_units(article, tokenizer)
    places = {(unit.field, unit.span.start): place for place, unit in enumerate(units)}
    faults, near = [], []
    for row in rows:
        place = places.get((row["field"], row["start"]))
        if place is None:
            continue
        if row["fault"]:
            faults.append((place, row["check"], units[place].span))
        else:
            near.append((place, row["check"]))
    asked = {(place, code) for place, code, _ in faults} | set(near)
    return Marked(units, tuple(faults), tuple(near), asked=frozenset(asked))


def read_examples(tokenizer: Tokenizer) -> Iterator[Marked]:
    """The examples of the rules, each known for its own check alone."""
    rulebook = replace(
        RULEBOOK, checks=tuple(replace(rule, learned=None) for rule in RULEBOOK.checks)
    )
    for rule in rulebook.checks:
        if rule.id not in CODES:
            continue
        for text in (*rule.examples.bad, *rule.examples.good):
            article, others = read_check_example(text)
            if others:
                continue
            found = check_article(
                article, rulebook, settings=Settings(select=(rule.id,))
            ).diagnostics
            units = read_units(article, tokenizer)
            yield Marked(units, tuple(_marks(found, units)), known=(rule.id,))


def _marks(
    found: tuple[Diagnostic, ...], units: tuple[Any, ...]
) -> Iterator[tuple[int, str, Span]]:
    for item in found:
        for place, unit in enumerate(units):
            if unit.field == item.field and unit.span.overlaps(item.span):
                yield place, item.code, item.span
