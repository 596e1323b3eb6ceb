"""Which earlier mention attrib ties a source to, held against GUM: `python benchmarks/links.py`.

GUM marks who is who in news, interviews and biographies (Zeldes 2017). A link is right where the
source and the last mention before it that attrib takes for the same lie in one chain of GUM's.
Recall asks for every source of a person or body that is named earlier in its chain.
"""

from __future__ import annotations

import argparse
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from attrib.extract import extract, load_tagger
from attrib.ingest import make_article
from attrib.records import Span
from attrib.resolve.coreference import ArticleLinks, resolve_article
from attrib.resolve.lexicon import load_lexicon
from attrib.resolve.ranking import load_ranker
from attrib.rulebook import load_rulebook
from attrib.segment import segment
from gate import find_data
from intervals import show_share

GENRES = ("news", "interview", "bio")
_MARK = re.compile(r"\((\d+)-(\w+)[^()]*(\))?|(\d+)\)")
_TYPES = ("person", "organization")


@dataclass(frozen=True, slots=True)
class Gold:
    """A mention of a person or body: its chain, its place, and whether it holds a name."""

    chain: str
    span: Span
    is_name: bool


def read_document(path: Path) -> tuple[str, tuple[Gold, ...]]:
    """The text of a CoNLL-U file, paragraphs parted by blank lines, and its mentions."""
    text = ""
    found: list[Gold] = []
    opened: list[tuple[str, str, int, bool]] = []
    proper: list[bool] = []
    starts: list[int] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and "block" not in line and text:
            text = text.rstrip() + "\n\n"
        fields = line.split("\t")
        if len(fields) != 10 or not fields[0].isdigit():
            continue
        starts.append(len(text))
        proper.append(fields[3] == "PROPN")
        text += fields[1]
        misc = fields[9]
        for entity in (part for part in misc.split("|") if part.startswith("Entity=")):
            for mark in _MARK.finditer(entity):
                if mark[1]:
                    opened.append((mark[1], mark[2], len(starts) - 1, False))
                if mark[4] or mark[3]:
                    found += _close(mark[4] or mark[1], opened, starts, proper, len(text))
        if "SpaceAfter=No" not in misc:
            text += " "
    return text, tuple(sorted(found, key=lambda item: (item.span.start, -item.span.end)))


def _close(
    chain: str,
    opened: list[tuple[str, str, int, bool]],
    starts: Sequence[int],
    proper: Sequence[bool],
    end: int,
) -> Iterator[Gold]:
    for place in range(len(opened) - 1, -1, -1):
        name, kind, first, _ = opened[place]
        if name == chain:
            del opened[place]
            if kind in _TYPES:
                yield Gold(chain, Span(starts[first], end), any(proper[first:]))
            return


def judge_document(
    links: ArticleLinks, gold: Sequence[Gold]
) -> Iterator[tuple[str, bool, bool, bool]]:
    """For each source that GUM marks: how it is written, and whether a link to an earlier
    mention was wanted, made, and right.
    """
    scene = links.scene
    named = [(item.start, item.end, item.key) for item in scene.cast.occurrences]
    earlier = sorted(
        {
            *named,
            *(
                (mention.span.start, mention.span.end, key)
                for key, mentions in links.mentions.items()
                for mention in mentions
            ),
        }
    )
    seen: set[int] = set()
    for link, attribution in zip(links.links, scene.extraction.attributions, strict=True):
        mention = attribution.source
        if mention is None or mention.span.start in seen:
            continue
        seen.add(mention.span.start)
        mine = _gold_at(mention.span, gold)
        if mine is None:
            continue
        wanted = any(
            item.chain == mine.chain and item.is_name and item.span.start < mine.span.start
            for item in gold
        )
        key = link.source.key
        entity = scene.entity(key) if key else None
        before = [
            Span(start, end)
            for start, end, other in earlier
            if other == key and end <= mention.span.start
        ]
        theirs = [item for span in before if (item := _gold_at(span, gold)) is not None]
        made = entity is not None and entity.resolved and bool(theirs)
        parsed = scene.parse(mention)
        kind = parsed.phrase.form if parsed.phrase.form != "nothing" else "description"
        yield kind, wanted, made, made and theirs[-1].chain == mine.chain


def _gold_at(span: Span, gold: Sequence[Gold]) -> Gold | None:
    """The mention that shares most with a span, and at least half of what both cover."""
    last = bisect_right(gold, span.end, key=lambda item: item.span.start)
    best, most = None, 0.5
    for item in gold[max(last - 80, 0) : last]:
        shared = min(item.span.end, span.end) - max(item.span.start, span.start)
        whole = max(item.span.end, span.end) - min(item.span.start, span.start)
        if shared / whole >= most:
            best, most = item, shared / whole
    return best


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--genres", nargs="*", default=list(GENRES))
    chosen = parser.parse_args(arguments)
    folder = find_data("gum")
    if folder is None:
        return 0
    rulebook, tagger, ranker = load_rulebook(), load_tagger(), load_ranker()
    lexicon = load_lexicon(rulebook)
    counts: Counter[tuple[str, str]] = Counter()
    files = [path for genre in chosen.genres for path in sorted(folder.glob(f"GUM_{genre}_*"))]
    for path in files:
        text, gold = read_document(path)
        article = make_article(text, id=path.stem)
        extraction = extract(segment(article, rulebook), rulebook, lambda: tagger)
        links = resolve_article(extraction, lexicon, ranker)
        for kind, wanted, made, right in judge_document(links, gold):
            held = {"wanted": wanted, "made": made, "right": right, "found": right and wanted}
            counts.update((name, what) for name in (kind, "all") for what in held if held[what])
    print(f"{len(files)} documents")
    print(f"{'':14}{'precision, %':>24}{'recall, %':>24}")
    for name in ("name", "pronoun", "description", "list", "all"):
        precision = show_share(counts[name, "right"], counts[name, "made"])
        recall = show_share(counts[name, "found"], counts[name, "wanted"])
        n_made, n_wanted = counts[name, "made"], counts[name, "wanted"]
        print(f"{name:14}{precision:>24} of {n_made:<5}{recall:>24} of {n_wanted}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
