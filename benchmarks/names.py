"""How often attrib gives a source the right name: `python benchmarks/names.py --help`.

Prints, for each kind of source words, how many were found, how many got the right name, how
many a wrong one and how many none, with 95 % intervals (Wilson, 1927).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from attrib.pipeline import Reading, read_claims
from attrib.records import Claim, Source, Span
from attrib.rulebook import load_rulebook
from gate import find_data
from intervals import show_share
from name_gold import FILE, KINDS, Expected, Kind, open_articles, read_sheets
from name_match import is_described, means_same, names_issuer, names_of

Verdict = Literal["right", "open", "wrong", "missed"]
"""`open`: a name was wanted and none given; `missed`: the attribution was not found."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One expected source, the claim it was found as, and the verdict on its name."""

    expected: Expected
    claim: Claim | None
    verdict: Verdict

    @property
    def group(self) -> Kind | Literal["none"]:
        """The kind of its words, or "none" where an editor would put no name."""
        return self.expected.kind if self.expected.names else "none"


def judge(expected: Iterable[Expected], reading: Reading) -> Iterator[Judged]:
    """Each expected source beside the claim whose source and contents overlap it most."""
    sources = {source.id: source for source in reading.resolution.sources}
    for item in expected:
        claim = find_claim(item.article, item.source, item.content, reading.claims)
        yield Judged(item, claim, _verdict(item, claim, sources))


def find_claim(
    article: str, source: Span | None, content: Sequence[Span], claims: Iterable[Claim]
) -> Claim | None:
    """The claim whose contents, then source, overlap those given most; None if none does.

    Without a `source` the contents alone must overlap.
    """

    def shared(mine: Iterable[Span], theirs: Iterable[Span]) -> int:
        return sum(
            max(0, min(one.end, other.end) - max(one.start, other.start))
            for one in mine
            for other in theirs
        )

    def overlap(claim: Claim) -> tuple[int, int]:
        spans = (claim.source.span,) if claim.source else ()
        return shared(claim.content, content), shared(spans, (source,) if source else ())

    here = (claim for claim in claims if claim.article == article and claim.voice != "own")
    found = [claim for claim in here if overlap(claim)[source is not None]]
    return max(found, key=lambda claim: (overlap(claim), claim.id), default=None)


def _verdict(expected: Expected, claim: Claim | None, sources: dict[str, Source]) -> Verdict:
    if claim is None:
        return "missed"
    given = names_of(claim, sources)
    if given and means_same(given, expected.names):
        return "right"
    is_paper = claim.source is not None and claim.source.source_class in ("DOC", "DAT")
    if is_paper and names_issuer(given, expected.names):
        return "right"
    if not given or is_described(claim, sources):
        return "open" if expected.names else "right"
    return "wrong"


def render(judged: Sequence[Judged]) -> str:
    """A line each for the kinds of words, for no name, and for all."""
    lines = [
        f"{'':14}{'gold':>6}{'found':>7}{'right':>7}{'open':>6}{'wrong':>7}"
        f"{'right of found, %':>26}{'wrong of found, %':>26}"
    ]
    groups = [*KINDS, "none", "all"]
    for group in groups:
        counts = Counter(item.verdict for item in judged if group in (item.group, "all"))
        found = counts.total() - counts["missed"]
        lines.append(
            f"{group:14}{counts.total():6}{found:7}{counts['right']:7}{counts['open']:6}"
            f"{counts['wrong']:7}{show_share(counts['right'], found):>26}"
            f"{show_share(counts['wrong'], found):>26}"
        )
    right = sum(item.verdict == "right" for item in judged)
    lines.append(f"found and rightly named, of all: {show_share(right, len(judged))}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("dev", "held"), default="dev")
    parser.add_argument("--gold", type=Path, default=FILE)
    parser.add_argument("--sure", action="store_true", help="leave out what the reader doubted")
    parser.add_argument("--errors", action="store_true", help="list what is not right")
    chosen = parser.parse_args(arguments)
    data = find_data()
    if data is None:
        return 0
    sheets = tuple(sheet for sheet in read_sheets(chosen.gold) if sheet.half == chosen.half)
    rulebook = load_rulebook()
    judged: list[Judged] = []
    for sheet, article in open_articles(sheets, data):
        reading = read_claims([article], rulebook)
        expected = [item for item in sheet.expected if item.sure or not chosen.sure]
        found = list(judge(expected, reading))
        judged += found
        if chosen.errors:
            for item in found:
                if item.verdict not in ("right", "missed"):
                    print(_describe(item))
    print(f"{len(sheets)} articles, {len(judged)} attributions")
    print(render(judged))
    return 0


def _describe(item: Judged) -> str:
    source = item.claim.source if item.claim else None
    place = item.expected.source or item.expected.content[0]
    wanted = " / ".join(item.expected.names) or "no name"
    given = f"«{source.text}» given {source.name!r} ({source.reason})" if source else "no source"
    return (
        f"{item.verdict:6}{item.group:12} {item.expected.article}:{place.start} {given}, "
        f"wanted {wanted!r}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
