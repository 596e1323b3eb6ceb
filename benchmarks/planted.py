"""Drafts with one planted fault each: how many the checks find: `python benchmarks/planted.py`.

The drafts were written by people who had read the catalogue's descriptions and neither the rules
nor the code. Those in planted/ were there to mend the checks by. Those in planted_fresh/ were
written when that was done: in each file the first half of the faults and of the near misses was
looked at since, the second half was held back, and is what counts. Those in planted_third/ (two
faults and a near miss a check) and planted_fourth/ (three and one) came later still, and are
halved alike. Those in planted_hard/ are for the thirteen checks that miss most, by somebody who
was asked to commit each fault in ten ways as different from one another as could be; all of them
were looked at. Those in planted_fifth/ and planted_sixth/ nobody has looked at.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attrib.checking import check_article
from attrib.ingest import make_article
from attrib.records import Article, Diagnostic
from attrib.rulebook import load_rulebook
from attrib.settings import Settings

SEEN = Path(__file__).parent / "planted"
FRESH = Path(__file__).parent / "planted_fresh"
LATER = ("third", "fourth", "hard", "broad", "fifth", "sixth")
"""Further folders, planted_third/ and so on, each by itself."""
RULEBOOK = load_rulebook()


@dataclass(frozen=True, slots=True)
class Planted:
    """One draft. `fault` are the words an editor would point at, "" in a near miss."""

    check: str
    article: Article
    others: tuple[Article, ...]
    fault: str
    note: str


def read_planted(check: str, half: str, folder: Path = FRESH) -> list[Planted]:
    """The drafts of one check: "seen", "held" or "all"; `folder` is that which is halved."""
    chosen: list[dict[str, Any]] = []
    if half != "held" and folder == FRESH:
        chosen += _rows(SEEN, check)
    fresh = _rows(folder, check)
    for kind in ("fault", "clean"):
        alike = [row for row in fresh if row["kind"] == kind]
        middle = len(alike) // 2
        chosen += {"seen": alike[:middle], "held": alike[middle:], "all": alike}[half]
    return [_plant(row) for row in chosen]


def _rows(folder: Path, check: str) -> list[dict[str, Any]]:
    path = folder / f"{check}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [json.loads(line) for line in lines]


def find(planted: Planted) -> tuple[list[Diagnostic], bool]:
    """What the draft's check finds in it, and whether one of that is at the fault."""
    found = check_article(
        planted.article, RULEBOOK, planted.others, settings=Settings(select=(planted.check,))
    ).diagnostics
    return list(found), any(_is_at(item, planted) for item in found)


def _is_at(diagnostic: Diagnostic, planted: Planted) -> bool:
    """Whether the finding is in the sentence or line of the fault, or the fault in its own."""
    text = planted.article.text if diagnostic.field == "text" else planted.article.title or ""
    start = text.find(planted.fault)
    if start < 0 or not planted.fault:
        return False
    end = start + len(planted.fault)
    left = max(text.rfind(mark, 0, start) for mark in (". ", "\n", "? ", "! ")) + 1
    right = min(
        (place for mark in (". ", "\n", "? ", "! ") if (place := text.find(mark, end - 1)) >= 0),
        default=len(text),
    )
    return diagnostic.span.start < right + 2 and diagnostic.span.end > left


def _plant(row: dict[str, Any]) -> Planted:
    others = tuple(
        make_article(other["text"], title=other.get("title"), outlet=other.get("outlet"))
        for other in row.get("with", ())
    )
    article = make_article(row["text"], title=row["title"])
    return Planted(row["check"], article, others, row["fault"], row["note"])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("seen", "held", "all"), default="held")
    parser.add_argument("--set", choices=LATER, help="of planted_third/ ..., not of the others")
    parser.add_argument("--checks", help="codes with commas; default: all that there are")
    parser.add_argument("--show", action="store_true", help="print what was missed or wrong")
    chosen = parser.parse_args(arguments)
    known = {rule.id for rule in RULEBOOK.checks}
    folder = Path(__file__).parent / f"planted_{chosen.set}" if chosen.set else FRESH
    known_files = (*folder.glob("*.jsonl"), *(() if chosen.set else SEEN.glob("*.jsonl")))
    files = sorted({path.stem for path in known_files})
    checks = (
        chosen.checks.split(",") if chosen.checks else [code for code in files if code in known]
    )
    total = [0, 0, 0, 0, 0]
    print(f"{'check':8} faults  found  at the words   near misses  alarms")
    for check in checks:
        row = [0, 0, 0, 0, 0]
        for planted in read_planted(check, chosen.half, folder):
            found, at = find(planted)
            place = 0 if planted.fault else 3
            row[place] += 1
            row[place + 1] += bool(found)
            row[2] += at
            if chosen.show and (not at if planted.fault else bool(found)):
                told = "; ".join(item.message for item in found) or "nothing"
                print(f"  {check} [{planted.fault or 'near miss: ' + planted.note}] -> {told}")
        print(f"{check:8} {row[0]:6} {row[1]:6} {row[2]:13} {row[3]:13} {row[4]:7}", flush=True)
        total = [a + b for a, b in zip(total, row, strict=True)]
    if total[0]:
        print(
            f"{'all':8} {total[0]:6} {total[1]:6} {total[2]:13} {total[3]:13} {total[4]:7}\n"
            f"recall {100 * total[1] / total[0]:.1f} %, at the words "
            f"{100 * total[2] / total[0]:.1f} %"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
