"""Is a denial shown against what it answers? `python benchmarks/denials.py`.

Gold: denials that a reader linked to the passage that they answer, most of which share few words
with it, and passages that only look like denials. A link is found if one contest holds claims
that overlap the two, on two of its sides.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import attrib
from attrib.records import Analysis
from denial_gold import Linked, find_articles, read_links, touches
from gate import find_data
from intervals import show_share


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("dev", "held"), help="every other line of the gold")
    chosen = parser.parse_args(arguments)
    data = find_data()
    if data is None:
        return 0
    analyses: dict[str, Analysis] = {}
    linked: list[bool] = []
    shown: list[bool] = []
    for link in read_links(chosen.half):
        articles = find_articles(data, link.denial[0])
        analysis = analyses.setdefault(articles[0].id, attrib.analyze(articles))
        (shown if link.accusation is None else linked).append(is_shown(link, analysis))
    print(f"denials set against what they answer: {show_share(sum(linked), len(linked))}")
    print(f"look-alikes shown as contested: {show_share(sum(shown), len(shown))}")
    return 0


def is_shown(link: Linked, analysis: Analysis) -> bool:
    """Whether a contest sets the denial against what it answers, or holds it at all."""
    denial = {claim.id for claim in analysis.claims if touches(claim, link.denial)}
    sides = [[set(side.claims) for side in contest.sides] for contest in analysis.contests]
    if link.accusation is None:
        return any(side & denial for contest in sides for side in contest)
    accusation = {claim.id for claim in analysis.claims if touches(claim, link.accusation)}
    return any(
        one & denial and other & accusation
        for contest in sides
        for one in contest
        for other in contest
        if one is not other
    )


if __name__ == "__main__":
    raise SystemExit(main())
