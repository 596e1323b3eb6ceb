"""Which later article gives another answer than an earlier one of the same outlet or source.

Only what is surely later is told, so two dates alone of one day are in no order. Whoever gives
two answers in one article reports a dispute and changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from attrib.records import Article, Claim, Contest, ContestKind, Reversal
from attrib.report.index import Index
from attrib.report.phrasing import in_quotes, name_article
from attrib.report.when import When, is_later, order, read_when

_OUTLET_ANSWERS: frozenset[ContestKind] = frozenset({"figure", "quote", "attribution"})
"""Kinds of contest in which an outlet's article answers, whomever it quotes. Of a denial, it tells
first the one side and then the other, and has changed nothing."""
_NONE = "–"
"""The value of a side that quotes without the words on which the others differ."""
_SOURCE_ANSWERS: frozenset[ContestKind] = frozenset({"figure", "denial", "contradiction"})
"""Kinds in which a source answers. That its words are quoted otherwise, or given to somebody
else, is the doing of outlets."""
_VERBS = {
    "affirmed": ("affirms it", "affirming it"),
    "denied": ("denies it", "denying it"),
    "stated": ("states it", "stating it"),
    "negated": ("negates it", "negating it"),
}
"""Sides that say what a source does with the matter: now, and before."""


@dataclass(frozen=True, slots=True)
class Later:
    """That `who` gives `value` in a later article, after `before` in an earlier one.

    `claim` and `earlier` are ids of claims that show it; `said` is the whole in words, a sentence
    that may begin with a name in small letters.
    """

    who: str
    value: str
    before: str
    claim: str
    earlier: str
    said: str


@dataclass(frozen=True, slots=True)
class _Answer:
    """The one value somebody gives in an article, and the first claim that has it."""

    article: Article
    when: When
    value: str
    claim: str


def find_later(contest: Contest, index: Index) -> tuple[Later, ...]:
    """Changes of answer in this contest, and of those who answer in it, in order of time.

    An outlet's comes first; where a source changes its account between the same two articles
    in the same way, that is not told twice.
    """
    given = [
        (side.value, index.claims[claim])
        for side in contest.sides
        for claim in side.claims
        if claim in index.claims
    ]
    outlets: defaultdict[str, list[tuple[str, Claim]]] = defaultdict(list)
    sources: defaultdict[str, list[tuple[str, Claim]]] = defaultdict(list)
    for value, claim in given:
        outlet = index.articles[claim.article].outlet
        if outlet and (contest.kind in _OUTLET_ANSWERS or claim.voice == "own"):
            outlets[outlet].append((value, claim))
        if contest.kind in _SOURCE_ANSWERS and claim.chain and _is_known(claim.chain[-1].id, index):
            sources[claim.chain[-1].id].append((value, claim))
    found: dict[tuple[str, str, str, str], tuple[When, Later]] = {}
    for name, answers in sorted(outlets.items()):
        _collect(found, name, answers, contest.kind, index, is_outlet=True)
    for _, answers in sorted(sources.items()):
        name = answers[0][1].chain[-1].name
        _collect(found, name, answers, contest.kind, index, is_outlet=False)
    for reversal in index.analysis.reversals:
        _collect_reversal(found, reversal, {claim.id for _, claim in given}, index)
    ranked = sorted(found.values(), key=lambda item: (order(item[0]), item[1].said))
    return tuple(later for _, later in ranked)


def _is_known(source: str, index: Index) -> bool:
    """Two articles' "he" or "officials" are never one source."""
    known = index.sources.get(source)
    return known is not None and known.resolved


def _collect(
    found: dict[tuple[str, str, str, str], tuple[When, Later]],
    who: str,
    given: Sequence[tuple[str, Claim]],
    kind: ContestKind,
    index: Index,
    *,
    is_outlet: bool,
) -> None:
    for one, other in pairwise(_answers(given, index)):
        if one.value != other.value and is_later(other.when, one.when):
            key = (one.article.id, other.article.id, one.value, other.value)
            said = _say(who, one, other, kind, is_outlet=is_outlet) + "."
            later = Later(who, other.value, one.value, other.claim, one.claim, said)
            found.setdefault(key, (other.when, later))


def _collect_reversal(
    found: dict[tuple[str, str, str, str], tuple[When, Later]],
    reversal: Reversal,
    contested: Set[str],
    index: Index,
) -> None:
    """A change of account that the comparison knows of, where one end of it is contested here."""
    claims = [index.claims[claim] for claim in reversal.claims if claim in index.claims]
    if len(claims) < 2 or len({claim.id for claim in claims} & contested) != 1:
        return
    answers = [
        _Answer(index.articles[claim.article], when, _say_claim(claim), claim.id)
        for claim in claims
        if (when := read_when(index.articles[claim.article].published)) is not None
    ]
    answers.sort(key=lambda item: (order(item.when), item.article.id))
    if len(answers) == 2 and is_later(answers[1].when, answers[0].when):
        one, other = answers
        name = index.sources[reversal.source].name if reversal.source in index.sources else ""
        said = (
            f"{name or 'the same source'} in {name_article(other.article)} on {other.when.said}: "
            f"{other.value}; before, in {name_article(one.article)} on {one.when.said}: {one.value}"
        )
        stop = "" if said.endswith((".", "!", "?", "…", "”", '"')) else "."
        later = Later(name, other.value, one.value, other.claim, one.claim, said + stop)
        found.setdefault((one.article.id, other.article.id, one.claim, other.claim),
                         (other.when, later))  # fmt: skip


def _say_claim(claim: Claim) -> str:
    return f"denies: {claim.text}" if claim.polarity == "deny" else claim.text


def _answers(given: Sequence[tuple[str, Claim]], index: Index) -> list[_Answer]:
    """One answer an article, in order of time; articles that give two, or have no date, none."""
    by_article: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for value, claim in sorted(given, key=lambda item: (item[1].start, item[1].id)):
        by_article[claim.article].setdefault(value, claim)
    return sorted(_single(by_article, index), key=lambda item: (order(item.when), item.article.id))


def _single(by_article: dict[str, dict[str, Claim]], index: Index) -> Iterable[_Answer]:
    for key, values in by_article.items():
        article = index.articles[key]
        when = read_when(article.published)
        if when is not None and len(values) == 1:
            ((value, claim),) = values.items()
            yield _Answer(article, when, value, claim.id)


def _say(who: str, one: _Answer, other: _Answer, kind: ContestKind, *, is_outlet: bool) -> str:
    """ "The Lake Post gives 15 on 7 May 2031, after 12 on 6 May 2031"."""
    now, before = f"gives {other.value}", one.value
    if kind == "quote":
        now = "leaves words out" if other.value == _NONE else f"gives {in_quotes(other.value)}"
        before = "leaving words out" if one.value == _NONE else in_quotes(one.value)
    elif kind == "attribution":
        now = f"gives the words to {other.value}"
    elif one.value in _VERBS and other.value in _VERBS:
        now, before = _VERBS[other.value][0], _VERBS[one.value][1]
    there = "" if is_outlet else f" in {name_article(other.article)}"
    here = "" if is_outlet else f" in {name_article(one.article)}"
    return f"{who} {now}{there} on {other.when.said}, after {before}{here} on {one.when.said}"
