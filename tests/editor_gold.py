"""Hold an analysis against what an independent reader expects (tests/variants/*.yaml).

An absent key is not judged. A joint source is met through its members; a name on a side of
a contest is met by a source of that name, or by one that has it among its members.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from attrib.records import Analysis, Claim, Contest, Source

Gold = dict[str, Any]


def read_gold(path: Path) -> Gold:
    gold: Gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    return gold


def covers(claim: Claim, start: int, end: int) -> bool:
    return any(span.start <= start and end <= span.end for span in claim.content)


def claims_at(analysis: Analysis, article: str, words: str) -> list[Claim]:
    """Claims whose content holds `words`, innermost (shortest content) first.

    Where the words run over the pieces of a split content, the piece in which they begin.
    """
    text = next(a.text for a in analysis.articles if a.id == article)
    start = text.index(words)
    here = [claim for claim in analysis.claims if claim.article == article]
    found = [claim for claim in here if covers(claim, start, start + len(words))]
    found = found or [claim for claim in here if covers(claim, start, start + 1)]
    return sorted(found, key=lambda claim: sum(len(span) for span in claim.content))


def faults(analysis: Analysis, article: str, gold: Gold) -> list[str]:
    """What differs from the gold, one line each; empty when all is as expected."""
    sources = {source.id: source for source in analysis.sources}
    text = next(a.text for a in analysis.articles if a.id == article)
    found: list[str] = []
    for wanted in gold.get("claims", ()):
        at = [c for c in claims_at(analysis, article, wanted["content"]) if c.voice != "own"]
        if not at:
            found.append(f"no claim: {wanted['content']}")
            continue
        reasons = [claim_faults(claim, wanted, sources) for claim in at]
        if all(reasons):
            fewest = sorted(reasons, key=lambda reason: len(reason))[0]
            found.append(f"{wanted['content']}: {'; '.join(fewest)}")
    for words in gold.get("own_voice", ()):
        if not any(c.voice == "own" for c in claims_at(analysis, article, words)):
            found.append(f"not in the writer's voice: {words}")
    for words in gold.get("not_claims", ()):
        start = text.index(words)
        touched = [
            claim
            for claim in analysis.claims
            if claim.article == article
            and any(s.start < start + len(words) and start < s.end for s in claim.content)
        ]
        if touched:
            found.append(f"taken for a claim: {words}")
    for one, other in gold.get("same_source", ()):
        found += [f"two sources: {one} / {other}"] * (not same_source(analysis, one, other))
    for contest in gold.get("contests", ()):
        if not any(is_contest(c, contest, sources) for c in analysis.contests):
            found.append(f"no contest: {contest}")
    return found


def claim_faults(claim: Claim, wanted: Gold, sources: dict[str, Source]) -> list[str]:
    source = sources.get(claim.source.id) if claim.source else None
    last = sources.get(claim.chain[-1].id) if claim.chain else None
    found: list[str] = []
    if "source" in wanted and wanted["source"] != (source.name if source else None):
        found.append(f"source {source.name if source else None}, not {wanted['source']}")
    if "members" in wanted:
        members = member_names(source, sources)
        if members != set(wanted["members"]):
            found.append(f"members {sorted(members)}, not {wanted['members']}")
    if "chain" in wanted and [link.name for link in claim.chain] != wanted["chain"]:
        found.append(f"chain {[link.name for link in claim.chain]}, not {wanted['chain']}")
    if wanted.get("stance", claim.stance) != claim.stance:
        found.append(f"stance {claim.stance}, not {wanted['stance']}")
    if wanted.get("polarity", claim.polarity) != claim.polarity:
        found.append(f"polarity {claim.polarity}, not {wanted['polarity']}")
    if "class" in wanted and (last is None or last.source_class != wanted["class"]):
        found.append(f"class {last.source_class if last else None}, not {wanted['class']}")
    if "affiliation" in wanted:
        body = sources.get(source.affiliation or "") if source else None
        if body is None or body.name != wanted["affiliation"]:
            found.append(f"affiliation {body.name if body else None}, not {wanted['affiliation']}")
    if "grade_in" in wanted:
        grade = claim.strength.grade if claim.strength else None
        if grade not in wanted["grade_in"]:
            found.append(f"grade {grade}, not in {wanted['grade_in']}")
    return found


def member_names(source: Source | None, sources: dict[str, Source]) -> set[str]:
    if source is None:
        return set()
    named = {sources[member].name for member in source.members}
    return named or {source.name}


def same_source(analysis: Analysis, one: str, other: str) -> bool:
    return any(one in source.aliases and other in source.aliases for source in analysis.sources)


def names_on(contest: Contest, value: str, sources: dict[str, Source]) -> set[str]:
    names: set[str] = set()
    for side in contest.sides:
        if side.value == value:
            for key in side.sources:
                names |= {sources[key].name} | {sources[m].name for m in sources[key].members}
    return names


def is_contest(contest: Contest, wanted: Gold, sources: dict[str, Source]) -> bool:
    if contest.kind != wanted["kind"]:
        return False
    if contest.kind == "denial" and "denied_by" in wanted:
        return set(wanted["denied_by"]) <= names_on(contest, "denied", sources) and set(
            wanted["affirmed_by"]
        ) <= names_on(contest, "affirmed", sources)
    return True
