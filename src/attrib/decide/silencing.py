"""Findings of the draft checks that a decision answers already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrib.decide.speakers import say_reason
from attrib.records import Claim, Decision, Diagnostic, Span

_SILENCING = ("settled", "other-matter")


def find_silenced(
    found: Sequence[Diagnostic], claims: Iterable[Claim], decisions: Sequence[Decision]
) -> dict[int, str]:
    """Which of `found`, by place in it, decisions answer, and in whose words.

    "no-claim" answers what is found inside the words of its claim, its cue and its source, and
    what rests on them elsewhere. "settled" and "other-matter" answer a finding that holds one of
    their passages against another, from a different side. `claims` are those of all articles that
    the findings speak of.
    """
    wanted = {
        key
        for decision in decisions
        if decision.kind in (*_SILENCING, "no-claim")
        for key in decision.keys
    }
    by_article: dict[str, list[Claim]] = {}
    for claim in claims if wanted else ():
        if claim.key in wanted:
            by_article.setdefault(claim.article, []).append(claim)
    if not by_article:
        return {}
    silenced: dict[int, str] = {}
    for number, diagnostic in enumerate(found):
        decision = next(_find_answers(diagnostic, by_article, decisions), None)
        if decision is not None:
            silenced[number] = say_reason(decision)
    return silenced


def _find_answers(
    diagnostic: Diagnostic, claims: Mapping[str, Sequence[Claim]], decisions: Sequence[Decision]
) -> Iterator[Decision]:
    if diagnostic.field != "text":
        return
    places = [(diagnostic.article, diagnostic.span)] + [
        (place.article or diagnostic.article, place.span) for place in diagnostic.related
    ]
    inside = {
        claim.key
        for article, span in places
        for claim in claims.get(article, ())
        if _reach(claim).covers(span)
    }
    here, there = (
        frozenset(
            claim.key
            for article, span in part
            for claim in claims.get(article, ())
            if _reach(claim).overlaps(span)
        )
        for part in (places[:1], places[1:])
    )
    for decision in decisions:
        if decision.kind == "no-claim" and decision.claim in inside:
            yield decision
        if decision.kind in _SILENCING and _sets_apart(decision, here, there):
            yield decision


def _sets_apart(decision: Decision, here: frozenset[str], there: frozenset[str]) -> bool:
    # Two claims of one sentence overlap where one stands inside the other: both are at both places.
    ours = {decision.side_of(key) for key in here - there} - {None}
    theirs = {decision.side_of(key) for key in there - here} - {None}
    return any(one != other for one in ours for other in theirs)


def _reach(claim: Claim) -> Span:
    """From the first to the last word of a claim, its cue and its source."""
    spans = [*claim.content]
    spans += [part.span for part in (claim.cue, claim.source) if part is not None]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
