"""Broken drafts by the thousand: `python benchmarks/fuzz.py --minutes 10`.

Real articles (ATTRIB_DATA) and the examples are cut, joined, shuffled and sprinkled with marks and
odd characters, written as text, Markdown, HTML or JSON lines, and checked. It ends with 1 at the
first traceback and at the first finding outside of its file; the draft is kept for a look.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

from attrib.checking import check_corpus
from attrib.ingest import read_paths
from attrib.records import Diagnostic
from attrib.rulebook import load_rulebook
from attrib.rulebook.profiles import apply_levels
from attrib.settings import Settings
from gate import find_data

ROOT = Path(__file__).resolve().parent.parent
RULEBOOK = load_rulebook()
MARKS = (
    '"', "“", "”", "'", "‘", "’", "«", "»", "„", "—", "…", "...", ": ", ", ", "(", ")", "[", "]",
    "\n\n", "\r\n", "\r", "\t", "\u00a0", "\u200b", "\u202e", "\u2028", "\x00", "\x1b", "e\u0301",
    "👩‍👩‍👧", "🇪🇪", "ß", "İ", "<", ">", "&amp;", "&#x110000;", "<!--", "-->", "<p>",
    "</blockquote>", "<!-- attrib-disable AT1 -->", "<!-- attrib-disable-next AT101: x -->",
    "```", "---\n", "> ", " said ", " according to sources", " he said she said ", "A source said",
    "7", "%", "€3m",
)  # fmt: skip


def mutate(text: str, others: Sequence[str], chance: random.Random) -> str:
    """`text` after one to eight small accidents."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        to = min(len(text), at + chance.choice((1, 5, 40, 400)))
        kind = chance.randrange(7)
        if kind == 0:
            text = text[:at] + text[to:]
        elif kind == 1:
            text = text[:at] + chance.choice(MARKS) * chance.choice((1, 1, 2, 50)) + text[at:]
        elif kind == 2:
            text = text[:at] + text[at:to] * chance.choice((2, 3, 20)) + text[to:]
        elif kind == 3:
            other = chance.choice(others)
            start = chance.randrange(len(other) + 1)
            text = text[:at] + other[start : start + 300] + text[at:]
        elif kind == 4:
            words = text[at:to].split(" ")
            chance.shuffle(words)
            text = text[:at] + " ".join(words) + text[to:]
        elif kind == 5:
            text = text[:at] + text[at:to].swapcase() + text[to:]
        else:
            text = text[: max(at, 200)]
    return text


def spell(text: str, chance: random.Random) -> tuple[str, bytes]:
    """A file name and the text as that format has it, sometimes with broken bytes."""
    suffix = chance.choice((".txt", ".md", ".html", ".jsonl"))
    if suffix == ".jsonl":
        text = json.dumps({"text": text, "title": text[:60], "outlet": "Courier"})
    elif suffix == ".html":
        text = "<html><body>" + "".join(f"<p>{p}</p>\n" for p in text.split("\n\n"))
    data = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.1:
        at = chance.randrange(len(data) + 1)
        data = data[:at] + bytes([chance.randrange(256)]) + data[at:]
    return f"draft{suffix}", data


def check_file(path: Path, settings: Settings) -> list[str]:
    """What is wrong with what is found in the file; empty if nothing is."""
    corpus = read_paths(path, settings, rules=RULEBOOK)
    rules = apply_levels(RULEBOOK, None, {rule.id: "info" for rule in RULEBOOK.checks})
    found = check_corpus(corpus, rules, settings=settings).diagnostics
    texts = {article.id: article for article in corpus}
    wrong = []
    for item in found:
        article = texts[item.article]
        text = article.text if item.field == "text" else article.title or ""
        if not _is_inside(item, text):
            wrong.append(f"{item.code} at {item.span} of {len(text)}, {item.line}:{item.column}")
    return wrong


def _is_inside(item: Diagnostic, text: str) -> bool:
    ordered = (item.line, item.column) <= (item.end_line, item.end_column)
    return item.span.end <= len(text) and item.line >= 1 and item.column >= 1 and ordered


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    chance = random.Random(chosen.seed)
    data = find_data("polnear")
    files = [
        *sorted((ROOT / "examples").rglob("*.md")),
        *sorted((ROOT / "examples").rglob("*.txt")),
    ]
    files += sorted((data / "train" / "text").glob("*.txt"))[::4] if data else []
    texts = [path.read_text(encoding="utf-8")[:6000] for path in files]
    count, ends = 0, time.monotonic() + 60 * chosen.minutes
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < ends:
            name, content = spell(mutate(chance.choice(texts), texts, chance), chance)
            path = Path(folder) / name
            path.write_bytes(content)
            try:
                wrong = check_file(path, Settings())
            except Exception:
                wrong = [traceback.format_exc()]
            if wrong:
                kept = Path(tempfile.mkdtemp(prefix="attrib-fuzz-")) / name
                kept.write_bytes(content)
                print("\n".join((*wrong, f"kept as {kept}")))
                return 1
            path.unlink()
            count += 1
    print(f"{count} drafts in {chosen.minutes:g} minutes: no traceback, no finding out of place")
    return 0


if __name__ == "__main__":
    sys.exit(main())
