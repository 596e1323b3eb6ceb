"""How many alerts real articles get: `python benchmarks/alerts.py --articles 200`.

Articles of PolNeAR's development part and, one from each in turn, of the event files. Prints how
many alerts an article gets at each severity, by check, and with `--sample 150` that many alerts to
be read one by one, spread over the checks. Asserts nothing; "skipped: no data" without ATTRIB_DATA.
"""

from __future__ import annotations

import argparse
import hashlib
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain, zip_longest

from attrib.ingest import read_paths
from attrib.records import Article, Corpus, Diagnostic
from attrib.rulebook import find_rules
from attrib.runs import Manner, check_drafts
from attrib.settings import Settings
from gate import find_data

_SETTINGS = Settings()
_AROUND = 260


def choose_articles(count: int, *, skip: int = 0) -> tuple[Article, ...]:
    """Articles of the development part, then of the events in turn, `skip` of each left out."""
    polnear, events = find_data("polnear"), find_data("events")
    if polnear is None or events is None:
        return ()
    dev = list(read_paths(polnear / "dev" / "text", _SETTINGS).articles)
    files = [read_paths(path, _SETTINGS).articles for path in sorted(events.rglob("*.jsonl"))]
    turns = [a for a in chain.from_iterable(zip_longest(*files)) if a is not None]
    return tuple(dict.fromkeys([*dev[skip:], *turns[skip:]]))[:count]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", default="1")
    chosen = parser.parse_args(arguments)
    articles = choose_articles(chosen.articles)
    if not articles:
        return 0
    corpus = Corpus(tuple(sorted(articles, key=lambda article: article.id)))
    found = check_drafts(
        corpus, find_rules(), settings=_SETTINGS, manner=Manner(None, 0)
    ).diagnostics
    show_counts(articles, found)
    if chosen.sample:
        show_sample(articles, found, chosen.sample, chosen.seed)
    return 0


def show_counts(articles: Sequence[Article], found: Sequence[Diagnostic]) -> None:
    each = Counter(item.article for item in found if item.severity != "info")
    loud = [each[article.id] for article in articles]
    print(
        f"{len(articles)} articles; warnings and errors an article: median "
        f"{statistics.median(loud):g}, mean {statistics.mean(loud):.2f}, most {max(loud)}; "
        f"infos {sum(item.severity == 'info' for item in found) / len(articles):.2f}"
    )
    for (code, severity), count in sorted(Counter((d.code, d.severity) for d in found).items()):
        print(f"{code} {severity:8} {count:5}  {100 * count / len(articles):6.1f} a 100 articles")


def show_sample(
    articles: Sequence[Article], found: Sequence[Diagnostic], count: int, seed: str
) -> None:
    """Alerts in turn from each check, each check's in an order that only the seed decides."""
    texts = {article.id: article for article in articles}
    by_code: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for item in sorted(found, key=lambda d: _shuffle(seed, d)):
        by_code[item.code].append(item)
    turns = chain.from_iterable(zip_longest(*(by_code[code] for code in sorted(by_code))))
    for number, item in enumerate([item for item in turns if item is not None][:count], 1):
        article = texts[item.article]
        text = article.text if item.field == "text" else article.title or ""
        start = max(item.span.start - _AROUND, 0)
        before, after = text[start : item.span.start], text[item.span.end :][:_AROUND]
        words = f"{before}>>>{item.span.of(text)}<<<{after}".replace("\n", " | ")
        print(f"\n[{number}] {item.code} {item.severity}: {item.message}\n  title: {article.title}")
        print(f"  {words}")
        for place in item.related[:2]:
            print(f"  related ({place.message}): {place.span.of(article.text)[:200]}")


def _shuffle(seed: str, item: Diagnostic) -> str:
    return hashlib.sha256(f"{seed} {item.article} {item.code} {item.span}".encode()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
