"""Which articles are about one event: `python benchmarks/event_groups.py`.

The articles of 34 event files mixed together, B-cubed (Bagga and Baldwin, 1998) against those
files after a reader took out strays and parted what were two events.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import attrib
from attrib.compare import find_events
from attrib.records import Article
from attrib.rulebook import load_rulebook
from gate import find_data

GOLD = Path(__file__).resolve().parent / "gold" / "events.jsonl"
THRESHOLDS = (0.2, 0.15, 0.12, 0.1, 0.08)


def main() -> int:
    folder = find_data("events", "news_cluster")
    if folder is None:
        return 0
    gold = {
        row["id"]: row["event"]
        for row in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    }
    articles = [a for a in attrib.read([folder]) if a.id in gold]
    events = find_events(articles, load_rulebook())
    found = {article: event.id for event in events for article in event.articles}
    print(f"{len(articles)} articles, {len(set(gold.values()))} events; {len(events)} found")
    print(f"{'':28}{'P':>7}{'R':>7}{'F1':>7}")
    _show("attrib", found, gold)
    for threshold in THRESHOLDS:
        _show(f"TF-IDF, linked from {threshold:.2f}", link_plainly(articles, threshold), gold)
    return 0


def _show(name: str, found: Mapping[str, object], gold: Mapping[str, str]) -> None:
    figures = b_cubed(found, gold)
    print(f"{name:28}" + "".join(f"{100 * figure:7.1f}" for figure in figures))


def link_plainly(articles: list[Article], threshold: float) -> dict[str, object]:
    """The baseline: TF-IDF of headline and text, average linkage, no more."""
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [f"{article.title or ''} {article.text}" for article in articles]
    vectors = TfidfVectorizer(stop_words="english").fit_transform(texts)
    labels = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - threshold
    ).fit_predict(1 - (vectors @ vectors.T).toarray().clip(0, 1))
    return {article.id: int(label) for article, label in zip(articles, labels, strict=True)}


def b_cubed(found: Mapping[str, object], gold: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1, averaged over articles."""
    ours: dict[object, set[str]] = defaultdict(set)
    theirs: dict[object, set[str]] = defaultdict(set)
    for article, group in found.items():
        ours[group].add(article)
        theirs[gold[article]].add(article)
    precision = recall = 0.0
    for article, group in found.items():
        both = len(ours[group] & theirs[gold[article]])
        precision += both / len(ours[group]) / len(found)
        recall += both / len(theirs[gold[article]]) / len(found)
    return precision, recall, 2 * precision * recall / (precision + recall)


if __name__ == "__main__":
    raise SystemExit(main())
