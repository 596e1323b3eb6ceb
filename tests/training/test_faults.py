"""The written drafts hold together, and come to the network as they stand in their files."""

from __future__ import annotations

import json
from itertools import chain
from random import Random

import numpy as np
import pytest
import torch

from attrib.check.fault_windows import LIMIT
from attrib.ingest import make_article
from batches import Pieces
from fault_network import FaultNetwork
from fault_sets import READ
from faults import CODES, FAULTS, mark_draft, read_drafts
from train import load_tokenizer
from train_faults import batch_up, lay, loss_of

ROWS = [
    json.loads(line)
    for path in sorted(FAULTS.glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
ROW = {
    "title": "Mayor admits the leak",
    "text": "The mayor met divers on Monday.\n\nThe dam cost 40m crowns. It leaks, a diver said.",
    "faults": [
        {"check": "AT803", "words": "cost 40m crowns"},
        {"check": "AT701", "words": "Mayor admits the leak"},
    ],
    "near": [{"check": "AT504", "words": "It leaks, a diver said."}],
}


def test_every_mark_stands_in_its_draft() -> None:
    assert len(ROWS) > 2000
    for row in ROWS:
        for mark in (*row["faults"], *row["near"]):
            assert mark["check"] in CODES
            assert mark["words"] in row["text"] or mark["words"] in row["title"]


def test_judgements_of_print_are_places_without_words() -> None:
    rows = [json.loads(line) for line in READ.read_text(encoding="utf-8").splitlines()]
    places = [(r["file"], r["article"], r["field"], r["start"], r["check"]) for r in rows]
    assert len(places) == len(set(places)) > 700
    assert places == sorted(places)
    for row in rows:
        assert set(row) == {"file", "article", "field", "start", "end", "check", "fault"}
        assert row["check"] in CODES
        assert row["start"] < row["end"]
        assert row["field"] in ("text", "title")


def test_some_drafts_are_kept_and_none_twice() -> None:
    tokenizer = load_tokenizer()
    path = sorted(FAULTS.glob("*.jsonl"))[0]
    drafts = [*read_drafts([path], tokenizer)]
    kept = [*read_drafts([path], tokenizer, held_out=True)]
    assert len(drafts) + len(kept) == len(path.read_text(encoding="utf-8").splitlines())
    assert not {draft.units for draft in drafts} & {draft.units for draft in kept}


def test_marks_fall_on_their_sentences_and_pieces() -> None:
    tokenizer = load_tokenizer()
    draft = mark_draft(ROW, tokenizer)
    assert [(place, code) for place, code, _ in draft.faults] == [(2, "AT803"), (0, "AT701")]
    assert draft.near == ((3, "AT504"),)
    (laid,) = lay(draft, Pieces(tokenizer))
    assert [tuple(pair) for pair in np.argwhere(laid.targets)] == [
        (0, CODES.index("AT701")),
        (2, CODES.index("AT803")),
    ]
    marked = np.flatnonzero(laid.marked[:, CODES.index("AT803")])
    words = tokenizer.decode([laid.pieces[place] for place in marked])
    assert words == "cost 40m crowns"
    assert laid.weights[3, CODES.index("AT504")] > laid.weights[3, CODES.index("AT108")] > 0


def test_nothing_is_learned_from_what_stands_around() -> None:
    tokenizer = load_tokenizer()
    printed = make_article("\n".join(f"The harbour board met for day {n}." for n in range(80)))
    draft = mark_draft(ROW, tokenizer, printed)
    own = [place for place in range(len(draft.units)) if place not in draft.foreign]
    assert len(own) == 3
    assert {place for place, _, _ in draft.faults} - draft.foreign == {own[1]}
    weighed = list(lay(draft, Pieces(tokenizer)))
    assert sum(int((laid.weights.sum(1) > 0).sum()) for laid in weighed) == 3


@pytest.mark.parametrize("seed", [1, 2])
def test_a_batch_can_be_learned_from(seed: int) -> None:
    torch.manual_seed(seed)
    tokenizer = load_tokenizer()
    pieces = Pieces(tokenizer)
    network = FaultNetwork(tokenizer.get_vocab_size(), len(CODES))
    windows = list(chain.from_iterable(lay(mark_draft(row, tokenizer), pieces) for row in ROWS[:3]))
    assert all(len(laid.pieces) <= LIMIT for laid in windows)
    (batch, *_) = batch_up(windows, pieces, Random(seed))
    optimizer = torch.optim.SGD(network.parameters(), lr=0.05)
    losses = []
    for _ in range(3):
        encoded, _ = network.encoder(batch.pieces, batch.features, batch.bias)
        loss = loss_of(network, encoded, batch)
        losses.append(loss.item())
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        optimizer.step()
    assert losses[-1] < losses[0]
