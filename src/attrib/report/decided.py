"""One decision as every report shows it: what was decided on what, who by, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from attrib.records import Claim, Decided, Decision
from attrib.report.index import Index
from attrib.report.phrasing import name_article, say_count, say_sentence
from attrib.report.words import Words


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about: where it stands in the page, and what it is called."""

    anchor: str
    label: str
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class DecidedView:
    """A decision in words. `place` is its number in the order given, from 0.

    `targets` is empty where it matches nothing; then `about` is all that is known of it.
    """

    place: int
    decision: Decision
    name: str
    what: str
    targets: tuple[Target, ...]
    about: str
    remarks: tuple[str, ...]
    matches: bool

    @property
    def why(self) -> str:
        """The reason as it was given, with a full stop where it ends without one."""
        reason = self.decision.reason.strip()
        return reason if reason.endswith((".", "!", "?", "…", "”", '"')) else f"{reason}."


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that somebody decided are no claim, and by which decisions."""

    claim: Claim
    decided: tuple[DecidedView, ...]


def view_decided(index: Index, words: Words) -> tuple[DecidedView, ...]:
    """All decisions, in the order given."""
    return tuple(
        _view(place, item, index, words) for place, item in enumerate(index.analysis.decided)
    )


def view_decided_on(key: str, index: Index, words: Words) -> tuple[DecidedView, ...]:
    """What was decided on the claim or contest with this id."""
    found = index.decided.get(key, ())
    return tuple(_view(index.analysis.decided.index(item), item, index, words) for item in found)


def say_decided(view: DecidedView) -> str:
    """ "Settled, by Mira Holt: The board corrected its figure." """
    return f"{view.what}, by {view.decision.by}: {view.why}"


def say_about(view: DecidedView) -> str:
    """What it is about, in words; "" where nobody wrote that down."""
    return "; ".join(target.label for target in view.targets) or view.about


def _view(place: int, item: Decided, index: Index, words: Words) -> DecidedView:
    decision = item.decision
    name = words.decisions[decision.kind].name
    return DecidedView(
        place,
        decision,
        name,
        f"{name}: {decision.speaker}" if decision.speaker else name,
        tuple(_find_targets(item, index)),
        decision.about,
        tuple(_remarks(item)),
        item.matches,
    )


def _find_targets(item: Decided, index: Index) -> Iterable[Target]:
    analysis = index.analysis
    for contest in (*analysis.contests, *analysis.set_aside_contests):
        if contest.id in item.contests:
            aside = contest in analysis.set_aside_contests
            yield Target(f"{'set-aside' if aside else 'contest'}-{contest.id}", contest.label)
    aside_claims = {claim.id: claim for claim in analysis.set_aside_claims if item.claims}
    for key in item.claims:
        claim = index.claims.get(key) or aside_claims.get(key)
        if claim is not None and claim.article in index.articles:
            kind = "claim" if key in index.claims else "passage"
            outlet = name_article(index.articles[claim.article])
            yield Target(f"{kind}-{key}", claim.text, outlet)


def _remarks(item: Decided) -> Iterable[str]:
    if item.joined:
        have = "has" if len(item.joined) == 1 else "have"
        yield f"{say_count(len(item.joined), 'claim')} {have} joined since."
    if item.note:
        yield say_sentence(item.note)
    elif not item.matches:
        yield "It matches no passage any more."
