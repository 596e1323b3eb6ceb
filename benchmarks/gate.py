"""How well attrib finds who says what in PolNeAR: `python benchmarks/gate.py --help`.

Prints tables of precision, recall and F1 and of recall by kind of attribution, and exits with 1
when a figure is below its floor.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from attrib.extract import extract, load_tagger
from attrib.extract.decode import decode, score_words
from attrib.extract.learned import span_of
from attrib.extract.words import lay_out
from attrib.ingest import make_article
from attrib.pipeline import read_claims
from attrib.records import Claim
from attrib.rulebook import load_rulebook
from attrib.segment import segment
from floors import FILE, find_sunk, raise_floors, read_floors, write_floors
from groups import Recall, score_kinds
from relations import Relation, find_gold, merge_split, read_claims_file, read_gold
from scoring import Count, Figures, score_articles


def main(arguments: Sequence[str] | None = None) -> int:
    chosen = _parse(arguments)
    folder = find_data("polnear", chosen.split)
    if folder is None:
        return 0
    gold_files = dict(list(find_gold(folder).items())[:: chosen.every])
    texts = {name: (folder / "text" / name).read_bytes().decode("utf-8") for name in gold_files}
    gold = {name: read_gold(path) for name, path in gold_files.items()}
    if chosen.predictions:
        found = read_claims_file(chosen.predictions)
    else:
        found = {"both": extract_claims, "rules": rule_alone, "tagger": tag_alone}[chosen.by](texts)
    merged = {name: merge_split(found.get(name, ()), texts[name]) for name in gold}
    figures = score_articles(texts, gold, merged)
    print(
        f"PolNeAR {chosen.split}: {len(gold)} articles, {sum(map(len, gold.values()))} attributions"
    )
    print(render_table(figures))
    print(render_kinds(score_kinds(texts, gold, merged, load_rulebook())))
    if chosen.every != 1 or chosen.by != "both":
        return 0
    return _hold(f"polnear-{chosen.split}", _checksum(folder, gold_files), figures, chosen)


def find_data(*parts: str) -> Path | None:
    """The folder of that name in ATTRIB_DATA; None, and a line that says so, if it is not there."""
    place = os.environ.get("ATTRIB_DATA")
    folder = Path(place, *parts) if place else None
    if folder is not None and folder.is_dir():
        return folder
    print("skipped: no data; set ATTRIB_DATA to the folder that holds polnear/ and events/")
    return None


def extract_claims(texts: dict[str, str]) -> dict[str, list[Relation]]:
    """What attrib finds in `texts`, by the same names, as `attrib extract` would print it."""
    articles = [make_article(text, path=name) for name, text in texts.items()]
    names = {article.id: article.path or "" for article in articles}
    found: dict[str, list[Relation]] = {}
    for claim in read_claims(articles, load_rulebook()).claims:
        if claim.voice != "own" and claim.within is None:
            found.setdefault(names[claim.article], []).append(_relation_of(claim))
    return found


def rule_alone(texts: dict[str, str]) -> dict[str, list[Relation]]:
    """What the rules find without the tagger."""
    rulebook = load_rulebook()
    found = {}
    for name, text in texts.items():
        extraction = extract(segment(make_article(text, path=name), rulebook), rulebook)
        found[name] = [
            Relation(
                (item.source.span,) if item.source else (),
                (item.cue.span,) if item.cue else (),
                item.content,
            )
            for item in extraction.attributions
            if item.within is None
        ]
    return found


def tag_alone(texts: dict[str, str]) -> dict[str, list[Relation]]:
    """What the tagger finds without the rules."""
    rulebook, tagger = load_rulebook(), load_tagger()
    found = {}
    for name, text in texts.items():
        words = lay_out(segment(make_article(text, path=name), rulebook))
        judgements = tagger.judge(words)
        found[name] = [
            Relation(
                (span_of(words, item.source),) if item.source else (),
                (span_of(words, item.cue),),
                tuple(span_of(words, part) for part in item.contents),
            )
            for item in decode(words, score_words(judgements), judgements, tagger.tables)
        ]
    return found


def _relation_of(claim: Claim) -> Relation:
    return Relation(
        (claim.source.span,) if claim.source else (),
        (claim.cue.span,) if claim.cue else (),
        claim.content,
    )


def render_table(figures: Figures) -> str:
    """The figures in percent, a line each."""
    lines = [f"{'':22}{'P':>7}{'R':>7}{'F1':>7}"]
    for item in fields(figures):
        count: Count = getattr(figures, item.name)
        numbers = (count.precision, count.recall, count.f1)
        lines.append(f"{item.name:22}" + "".join(f"{100 * number:7.1f}" for number in numbers))
    return "\n".join(lines)


def render_kinds(counts: dict[str, Recall]) -> str:
    """How many there are of each kind, and how many percent of them were found, a line each."""
    lines = [f"{'recall by kind':28}{'gold':>7}{'content':>9}{'+source':>9}{'exact':>9}"]
    for kind, count in counts.items():
        parts = (count.content, count.source, count.exact)
        shares = "".join(f"{100 * part / max(count.gold, 1):9.1f}" for part in parts)
        lines.append(f"{kind:28}{count.gold:7}{shares}")
    return "\n".join(lines)


def _hold(name: str, data: str, figures: Figures, chosen: argparse.Namespace) -> int:
    scores = {item.name: getattr(figures, item.name).f1 for item in fields(figures)}
    floors = read_floors(name, FILE)
    if chosen.update:
        try:
            write_floors(name, raise_floors(floors, data, scores, lower=chosen.lower), FILE)
        except ValueError as sunk:
            print(f"floors left as they are, because some would sink (--lower allows it):\n{sunk}")
            return 1
        print("floors updated")
        return 0
    if floors is None:
        print("no floors yet; --update sets them")
        return 0
    if floors.data != data:
        print("other data than the floors were set on; nothing is compared")
        return 0
    lines = find_sunk(floors, scores)
    print("\n".join(lines) if lines else "no figure is below its floor")
    return int(bool(lines))


def _checksum(folder: Path, gold: dict[str, Path]) -> str:
    digest = hashlib.sha256()
    for name, path in sorted(gold.items()):
        digest.update((folder / "text" / name).read_bytes() + b"\0" + path.read_bytes() + b"\0")
    return f"sha256:{digest.hexdigest()}"


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="dev", help="the folder of polnear/ to read")
    parser.add_argument(
        "--every", type=int, default=1, metavar="N", help="read every Nth article only"
    )
    parser.add_argument(
        "--by",
        choices=("both", "rules", "tagger"),
        default="both",
        help="score the rules or the tagger alone; floors hold for both together",
    )
    parser.add_argument(
        "--predictions",
        type=Path,
        metavar="FILE",
        help="score this output of attrib extract instead",
    )
    parser.add_argument(
        "--update", action="store_true", help="raise the floors to what was measured"
    )
    parser.add_argument("--lower", action="store_true", help="let --update lower floors too")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
