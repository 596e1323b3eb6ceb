"""Is a denial shown against what it answers? `python benchmarks/denials.py`.

Gold: denials that a reader linked to the passage that they answer, most of which share few words
with it, and passages that only look like denials. A link is found if one contest holds claims
that overlap the two, on two of its sides. `--bare` asks `attrib.relate` of the two passages
alone instead, and of each denial beside what the article's other denials answer. `--written`
takes invented articles instead, and needs no data.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import attrib
from attrib.records import Analysis, Contest
from denial_gold import GOLD, Linked, Place, find_articles, read_links, read_written, touches
from gate import find_data
from intervals import show_share


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("dev", "held"), help="every other line of the gold")
    parser.add_argument(
        "--gold",
        type=Path,
        default=GOLD,
        help="another file of links, such as denials-second.jsonl",
    )
    parser.add_argument("--bare", action="store_true", help="the two passages alone")
    parser.add_argument("--written", action="store_true", help="invented articles")
    parser.add_argument("--grade", type=int, default=1, help="links of this grade and above")
    chosen = parser.parse_args(arguments)
    if chosen.written:
        if chosen.bare or chosen.half:
            parser.error("--written goes with neither --bare nor --half")
        written = read_written()
        analyses = {article.id: attrib.analyze([article]) for article, _ in written}
        links = [link for _, found in written for link in found if link.grade >= chosen.grade]
        _print_shown(links, analyses)
        return 0
    data = find_data()
    if data is None:
        return 0
    links = [link for link in read_links(chosen.half, chosen.gold) if link.grade >= chosen.grade]
    if chosen.bare:
        _relate_bare(data, links)
        return 0
    analyses = {}
    for link in links:
        articles = find_articles(data, link.denial[0])
        if articles[0].id not in analyses:
            analysis = attrib.analyze(articles)
            analyses |= {article.id: analysis for article in articles}
    _print_shown(links, analyses)
    return 0


def _print_shown(links: Sequence[Linked], analyses: Mapping[str, Analysis]) -> None:
    """What is shown of the links; `analyses` by the id of an article."""
    linked: list[bool] = []
    shown: list[bool] = []
    confirmed: set[str] = set()
    for link in links:
        found = find_shown(link, analyses[link.denial[0]])
        (shown if link.accusation is None else linked).append(bool(found))
        if link.accusation:
            confirmed.update(contest.id for contest in found)
    contests = {c.id: c for analysis in analyses.values() for c in analysis.contests}
    denials = {contest.id for contest in contests.values() if contest.kind == "denial"}
    print(f"contests in these articles: {len(contests)}, of denials: {len(denials)}")
    print(f"of denials, with a linked pair: {len(denials & confirmed)}")
    print(f"denials set against what they answer: {show_share(sum(linked), len(linked))}")
    print(f"look-alikes shown as contested: {show_share(sum(shown), len(shown))}")


def _relate_bare(data: Path, links: Sequence[Linked]) -> None:
    linked = [link for link in links if link.accusation]
    answered = [(link.denial, link.accusation) for link in linked if link.accusation]
    beside = [
        (one.denial, other.accusation)
        for one in linked
        for other in linked
        if other.accusation
        and one.denial[0] == other.denial[0]
        and other.accusation not in (one.accusation, *one.also)
    ]
    for name, places in (("what they answer", answered), ("what others there answer", beside)):
        texts = [(_read(data, one), _read(data, other)) for one, other in places]
        found = [relation.kind == "contradiction" for relation in attrib.relate(texts)]
        print(f"denials that contradict {name}: {show_share(sum(found), len(found))}")


def _read(data: Path, place: Place) -> str:
    return _texts(data, place[0])[place[0]][place[1] : place[2]]


@cache
def _texts(data: Path, name: str) -> dict[str, str]:
    return {article.id: article.text for article in find_articles(data, name)}


def find_shown(link: Linked, analysis: Analysis) -> list[Contest]:
    """The contests that set the denial against what it answers; where nothing says that, all
    contests that hold the denial."""
    denial = {claim.id for claim in analysis.claims if touches(claim, link.denial)}
    if link.accusation is None:
        return [c for c in analysis.contests if any(denial & set(side.claims) for side in c.sides)]
    places = (link.accusation, *link.also)
    said = {c.id for c in analysis.claims if any(touches(c, place) for place in places)}
    return [
        contest
        for contest in analysis.contests
        if any(
            denial & set(one.claims) and said & set(other.claims)
            for one in contest.sides
            for other in contest.sides
            if one is not other
        )
    ]


if __name__ == "__main__":
    raise SystemExit(main())
