"""Which claims rest on a source without a name, and on nobody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from attrib.records import UNNAMED, Claim, Grade, SourceClass
from attrib.report.index import Index
from attrib.report.phrasing import name_article, to_one_line
from attrib.report.words import Words

_NO_NAME = "no source named"
_SEVERAL = frozenset({
    "all", "both", "dozens", "few", "hundreds", "many", "most", "multiple", "numerous", "people",
    "several", "some", "scores", "they", "three", "two", "various",
})  # fmt: skip
_BEHIND = frozenset({
    "among", "at", "close", "familiar", "from", "in", "near", "of", "on", "to", "who", "with",
    "within",
})  # fmt: skip
"""Words behind the noun that a description stands on."""
_FEWEST_WORDS = 3
_LONG = 4
"""Letters from which on a word tells what a claim is about, nearly always."""
_EDGES = ".,;:!?\"'“”‘’()"
_NOTHING_TO_CHECK = frozenset({"evaluates", "questions", "declines"})
"""Stances of judgements, questions and refusals."""


@dataclass(frozen=True, slots=True)
class Resting:
    """What one unnamed source says, once however often: the best grade it has, and where.

    `claim` is the first of its claims; `contested` says that somebody says otherwise; `also` are
    the further unnamed sources that say the same.
    """

    claim: str
    text: str
    grade: Grade | None
    outlets: tuple[str, ...]
    contested: bool
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnnamedSource:
    """A source nobody could find and what rests on it alone; `id` is None where none is
    mentioned."""

    id: str | None
    name: str
    kind: str
    outlets: tuple[str, ...]
    several: bool
    rests: tuple[Resting, ...]

    @property
    def contested(self) -> bool:
        return any(item.contested for item in self.rests)


@dataclass(frozen=True, slots=True)
class UnnamedView:
    """What rests on unnamed sources, contested claims first, then the sources with most claims.

    `single` are one person each; `groups` are "officials" and "analysts", of whom nobody knows how
    many spoke; `nameless` are claims said to be said, with no source mentioned at all. `backed`
    counts the claims that a named source makes as well.
    """

    single: tuple[UnnamedSource, ...]
    groups: tuple[UnnamedSource, ...]
    nameless: UnnamedSource | None
    backed: int


def rests_on_unnamed(claim: Claim) -> bool:
    """Whether the one who is said to know is nobody a reader could find."""
    if claim.strength is None:
        return False
    return not claim.chain or claim.chain[-1].source_class in UNNAMED


def is_several(name: str, source_class: SourceClass | None) -> bool:
    """Whether an unnamed source is more than one, or nobody can tell: "officials", "experts"."""
    words = name.lower().split()
    if not words or words[0] in ("a", "an", "another", "one"):
        return False
    if source_class == "COL" or words[0] in _SEVERAL:
        return True
    noun = next((at for at, word in enumerate(words) if word in _BEHIND), len(words))
    head = words[max(noun - 1, 0)]
    return head in _SEVERAL or (head.endswith("s") and not head.endswith(("ss", "'s", "’s")))


def view_unnamed(articles: frozenset[str], index: Index, words: Words) -> UnnamedView:
    """What rests on unnamed sources in `articles`."""
    matters = {
        claim: cluster.claims for cluster in index.analysis.clusters for claim in cluster.claims
    }
    by_source: defaultdict[str | None, list[Claim]] = defaultdict(list)
    backed = 0
    for claim in index.claims.values():
        if claim.article not in articles or claim.voice == "own" or not rests_on_unnamed(claim):
            continue
        if claim.stance in _NOTHING_TO_CHECK or len(claim.text.split()) < _FEWEST_WORDS:
            # "A voter praised trade agreements" leaves nothing that could be looked into, nor
            # does a scrap of a sentence.
            continue
        agreeing = _find_agreeing(claim, matters.get(claim.id, ()), index)
        # Those of a contest stand on its side; a matter alone also holds what adds to it.
        sure = claim.id in index.contests
        if any(_names_somebody(o) and (sure or _says_the_same(o, claim)) for o in agreeing):
            backed += 1
        else:
            by_source[claim.chain[-1].id if claim.chain else None].append(claim)
    views = [
        _view_source(source, claims, matters, index, words) for source, claims in by_source.items()
    ]
    ranked = sorted(
        (view for view in views if view.id is not None),
        key=lambda view: (not view.contested, -len(view.rests), view.name.casefold(), view.id),
    )
    return UnnamedView(
        tuple(view for view in ranked if not view.several),
        tuple(view for view in ranked if view.several),
        next((view for view in views if view.id is None), None),
        backed,
    )


def _find_agreeing(claim: Claim, matter: Sequence[str], index: Index) -> list[Claim]:
    """The other attributed claims on the matter that put forward the same."""
    sides = [side.claims for contest in index.contests.get(claim.id, ()) for side in contest.sides]
    mine = {other for side in sides if claim.id in side for other in side}
    return [
        index.claims[key]
        for key in sorted(mine or matter)
        if key in index.claims and key != claim.id and _puts_forward(key, claim, mine, index)
    ]


def _puts_forward(key: str, claim: Claim, side: Collection[str], index: Index) -> bool:
    """Whether a claim says what `claim` says: it stands on its side, or on its matter alike."""
    other = index.claims[key]
    return other.strength is not None and (key in side or other.polarity == claim.polarity)


def _says_the_same(one: Claim, other: Claim) -> bool:
    """Whether two claims on a matter share half their words: else they tell two things of it."""
    words = [
        {word.strip(_EDGES).casefold() for word in claim.text.split()} for claim in (one, other)
    ]
    long = [{word for word in found if len(word) >= _LONG or word.isdecimal()} for found in words]
    fewest = min(map(len, long))
    return fewest > 0 and 2 * len(long[0] & long[1]) >= fewest


def _names_somebody(claim: Claim) -> bool:
    """Whether the one who is said to know can be found."""
    if not claim.chain:
        return False
    known = claim.chain[-1].source_class
    return known is not None and known not in UNNAMED


def _view_source(
    source: str | None,
    claims: Sequence[Claim],
    matters: dict[str, tuple[str, ...]],
    index: Index,
    words: Words,
) -> UnnamedSource:
    groups: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        matter = matters.get(claim.id)
        groups[matter[0] if matter else to_one_line(claim.text).casefold()].append(claim)
    rests = [_view_resting(group, matters.get(group[0].id, ()), index) for group in groups.values()]
    link = claims[0].chain[-1] if source else None
    return UnnamedSource(
        source,
        link.name if link else _NO_NAME,
        words.of_class(link.source_class if link else "COL").name,
        _outlets(claims, index),
        link is not None and is_several(link.name, link.source_class),
        tuple(sorted(rests, key=lambda item: not item.contested)),
    )


def _view_resting(group: Sequence[Claim], matter: Sequence[str], index: Index) -> Resting:
    mine = {claim.chain[-1].id for claim in group if claim.chain}
    also = {
        f"{other.chain[-1].name} ({name_article(index.articles[other.article])})"
        for other in _find_agreeing(group[0], matter, index)
        if other.chain and other.chain[-1].id not in mine
    }
    grades = [claim.strength.grade for claim in group if claim.strength]
    return Resting(
        group[0].id,
        group[0].text,
        min(grades, default=None),
        _outlets(group, index),
        any(claim.id in index.contests for claim in group),
        tuple(sorted(also)),
    )


def _outlets(claims: Iterable[Claim], index: Index) -> tuple[str, ...]:
    return tuple(sorted({name_article(index.articles[claim.article]) for claim in claims}))
