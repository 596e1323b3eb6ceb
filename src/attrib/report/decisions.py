"""What the page needs to show decisions, to take new ones, and to write them all down again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from attrib.records import Decision
from attrib.report.contests import ContestView, view_set_aside
from attrib.report.decided import DecidedView, view_decided
from attrib.report.index import Index
from attrib.report.words import Words


@dataclass(frozen=True, slots=True)
class DecisionsView:
    """The decisions that hold, those without effect, and what they set aside.

    `given` is a JSON list of all of them, for the page's script; `report` is a hash of the
    articles, under which a browser keeps what was decided in this page. `names` are sources that
    a speaker may be called by.
    """

    held: tuple[DecidedView, ...]
    idle: tuple[DecidedView, ...]
    set_aside: tuple[ContestView, ...]
    given: str
    report: str
    names: tuple[str, ...]


def view_decisions(index: Index, words: Words) -> DecisionsView:
    views = view_decided(index, words)
    return DecisionsView(
        tuple(view for view in views if view.matches),
        tuple(view for view in views if not view.matches),
        view_set_aside(index, words),
        # In ASCII, for nothing of it to be shown otherwise than it was given.
        json.dumps([_plain(view.decision) for view in views], ensure_ascii=True),
        _hash_articles(index),
        tuple(sorted({source.name for source in index.sources.values() if source.resolved})),
    )


def _plain(decision: Decision) -> dict[str, object]:
    shape: dict[str, object] = {
        "kind": decision.kind,
        "by": decision.by,
        "reason": decision.reason,
        "about": decision.about,
    }
    if decision.claim is not None:
        shape["claim"] = decision.claim
    if decision.sides:
        shape["sides"] = [list(side) for side in decision.sides]
    if decision.speaker is not None:
        shape["speaker"] = decision.speaker
    return shape


def _hash_articles(index: Index) -> str:
    # Not of the whole report: rules and decisions may change, and what was decided stays.
    digest = hashlib.sha256()
    for article in sorted(index.articles.values(), key=lambda item: item.id):
        for part in (article.id, article.text):
            digest.update(hashlib.sha256(part.encode("utf-8", "surrogatepass")).digest())
    return digest.hexdigest()[:16]
