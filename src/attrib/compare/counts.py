"""Figure disputes: voices that give different numbers for one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from attrib.compare.disputes import Answer, Dispute, join_linked, shorten
from attrib.compare.figures import clash, is_higher, is_same_slot, slot_key
from attrib.compare.quantities import Quantity
from attrib.compare.scene import Scene
from attrib.compare.voices import is_same_voice

_TOLL_CLAUSES = 0.40
_TOLL_CLAIMS = 0.35
_OTHER_CLAUSES = 0.55
_OTHER_CLAIMS = 0.50
"""Least cosine of the words around two numbers, and of the two claims, to be about one thing."""
_NARROWED_CLAUSES = 0.75
"""The same for counts of which one is narrowed down further: "two female gorillas"."""
_MOST_APART = 5.0
"""Numbers that differ by more than this factor nearly always count different things."""
_SAME_PHASE = 4
"""Days between two articles within which figures other than tolls are taken for one time."""
_MOST_IN_GROUP = 500
_EARNEST = frozenset(
    {"asserts", "accuses", "concedes", "confirms", "corrects", "relays", "shows", "own"}
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A quantity and the place in the scene of the claim that gives it."""

    claim: int
    quantity: Quantity


def find_figure_disputes(scene: Scene) -> list[Dispute]:
    """All figure disputes of one event, strongest first."""
    groups: dict[tuple[str, str, str], list[_Figure]] = {}
    for place, (claim, statement) in enumerate(zip(scene.claims, scene.statements, strict=True)):
        if claim.stance not in _EARNEST or claim.polarity != "affirm" or statement.asks:
            continue
        for quantity in statement.quantities:
            if not quantity.part and not quantity.hypothetical:
                key = slot_key(quantity, scene.lexicon)
                groups.setdefault(key, []).append(_Figure(place, quantity))
    figures = [group[:_MOST_IN_GROUP] for _, group in sorted(groups.items()) if len(group) > 1]
    if not figures:
        return []
    clauses = [figure.quantity.clause for group in figures for figure in group]
    vectors = scene.embed(clauses)
    disputes, start = [], 0
    for group in figures:
        cosines = np.round(
            vectors[start : start + len(group)] @ vectors[start : start + len(group)].T, 3
        )
        start += len(group)
        disputes.extend(_disputes_of(group, cosines, scene))
    return disputes


def _disputes_of(group: Sequence[_Figure], cosines: np.ndarray, scene: Scene) -> list[Dispute]:
    toll = bool(group[0].quantity.matter)
    near = cosines >= (_TOLL_CLAUSES if toll else _OTHER_CLAUSES)
    links: dict[tuple[int, int], float] = {}
    for left, right in zip(*np.nonzero(np.triu(near, 1)), strict=True):
        one, other = int(left), int(right)
        score = _clash_score(group, one, other, float(cosines[one, other]), scene)
        if score:
            links[one, other] = score
    return [
        dispute
        for members in join_linked(links)
        if (dispute := _dispute(group, members, links, scene)) is not None
    ]


def _clash_score(
    group: Sequence[_Figure], one: int, other: int, cosine: float, scene: Scene
) -> float:
    """In [0, 1], 0 where the two do not clash or need not be about the same thing."""
    left, right = group[one], group[other]
    p, q = left.quantity, right.quantity
    if left.claim == right.claim or not is_same_slot(p, q, scene.lexicon) or not clash(p, q):
        return 0.0
    if max(p.low, q.low) > _MOST_APART * max(min(p.high, q.high), 1e-9):
        return 0.0
    if not _may_contest(left.claim, right.claim, scene):
        return 0.0
    claims = round(float(scene.vectors[left.claim] @ scene.vectors[right.claim]), 3)
    if claims < (_TOLL_CLAIMS if p.matter else _OTHER_CLAIMS):
        return 0.0
    if not p.matter and not (p.near & q.near):
        return 0.0
    if p.narrowed != q.narrowed and cosine < _NARROWED_CLAUSES:
        return 0.0
    if not _is_one_occasion(left, right, scene) or _is_update(left, right, scene):
        return 0.0
    if _gives_both(group, left, right, scene) or _gives_both(group, right, left, scene):
        return 0.0
    return round(min(1.0, 0.5 * cosine + 0.5 * claims + 0.15), 3)


def _may_contest(one: int, other: int, scene: Scene) -> bool:
    """Whether the two are different voices; in one article both must be somebody's words."""
    left, right = scene.voices[one], scene.voices[other]
    if is_same_voice(left, right):
        return False
    if scene.claims[one].article == scene.claims[other].article:
        return left.is_resolved and right.is_resolved and not left.is_own and not right.is_own
    return True


def _is_one_occasion(left: _Figure, right: _Figure, scene: Scene) -> bool:
    """Whether nothing in the two claims points to different times, places or people."""
    one, other = scene.statements[left.claim], scene.statements[right.claim]
    if one.years != other.years and (_is_past(left.claim, scene) or _is_past(right.claim, scene)):
        return False
    p, q = left.quantity.names - scene.common, right.quantity.names - scene.common
    if p and q and not p & q:
        return False
    if bool(p) != bool(q) and not left.quantity.counts_all:
        return False
    whole_p, whole_q = one.names - scene.common, other.names - scene.common
    if not left.quantity.counts_all and (whole_p or whole_q) and not whole_p & whole_q:
        return False
    if (left.quantity.stems | right.quantity.stems) & scene.lexicon.score_stems and not (p & q):
        return False
    days = scene.days[left.claim], scene.days[right.claim]
    if days[0] is None or days[1] is None:
        return True
    return abs(days[0] - days[1]) <= (30 if left.quantity.matter else _SAME_PHASE)


def _is_past(place: int, scene: Scene) -> bool:
    """Whether the claim names a year other than that of its article."""
    published = scene.articles[scene.claims[place].article].published or ""
    here = {int(published[:4])} if published[:4].isdigit() else set()
    return bool(scene.statements[place].years - here)


def _is_update(left: _Figure, right: _Figure, scene: Scene) -> bool:
    """Whether the higher figure is only the later one of a count that grows."""
    if is_higher(right.quantity, left.quantity):
        left, right = right, left
    if left.quantity.matter not in scene.lexicon.tolls:
        return scene.statements[left.claim].updates or scene.statements[right.claim].updates
    if scene.statements[left.claim].updates:
        return True
    later, earlier = scene.days[left.claim], scene.days[right.claim]
    return later is not None and earlier is not None and later > earlier


def _gives_both(group: Sequence[_Figure], left: _Figure, right: _Figure, scene: Scene) -> bool:
    """Whether the article of `right` also gives the number of `left`: it tells the two apart."""
    article = scene.claims[right.claim].article
    if article == scene.claims[left.claim].article:
        return False
    return any(
        scene.claims[figure.claim].article == article
        and figure.quantity.hedge in ("", "about", "range")
        and not clash(figure.quantity, left.quantity)
        and _is_one_occasion(figure, left, scene)
        for figure in group
    )


def _dispute(
    group: Sequence[_Figure],
    members: Sequence[int],
    links: dict[tuple[int, int], float],
    scene: Scene,
) -> Dispute | None:
    chosen = sorted(
        members,
        key=lambda m: (
            bool(group[m].quantity.hedge),
            group[m].quantity.low,
            group[m].quantity.high,
            m,
        ),
    )
    sides: list[list[int]] = []
    for member in chosen:
        for side in sides:
            if all(not clash(group[member].quantity, group[o].quantity) for o in side):
                side.append(member)
                break
        else:
            sides.append([member])
    # "At least 40" beside 40 and 50 takes no side.
    sides = [
        kept
        for side in sides
        if (kept := [m for m in side if _clashes_with_all(m, side, sides, group)])
    ]
    if len(sides) < 2:
        return None
    answers = []
    for side in sides:
        shown = Counter(group[m].quantity.shown for m in side)
        exact = Counter(group[m].quantity.shown for m in side if not group[m].quantity.hedge)
        best = exact or shown
        value = min(best, key=lambda text: (-best[text], text))
        answers.append(Answer(value, tuple(sorted({group[m].claim for m in side}))))
    scores = [score for pair, score in links.items() if pair[0] in members]
    first = group[chosen[0]].quantity
    values = " / ".join(answer.value for answer in answers)
    return Dispute(
        kind="figure",
        label=_label(first),
        answers=tuple(answers),
        score=max(scores),
        reason=f"figures differ: {values}{_unit_name(first)}",
    )


def _clashes_with_all(
    member: int, side: Sequence[int], sides: Sequence[Sequence[int]], group: Sequence[_Figure]
) -> bool:
    """Whether the figure clashes with somebody on every other side."""
    return all(
        any(clash(group[member].quantity, group[o].quantity) for o in other)
        for other in sides
        if other is not side
    )


def _label(quantity: Quantity) -> str:
    if quantity.unit == "age":
        return f"Age of {quantity.noun_shown}" if quantity.noun_shown else "Age"
    if quantity.matter:
        counted = (
            quantity.noun_shown
            if quantity.noun_shown and quantity.noun_shown.lower() != quantity.matter
            else "people"
        )
        return f"Number of {counted} {quantity.matter}"
    if not quantity.unit:
        return f"Number of {quantity.noun_shown}"
    return f"How much: {shorten(quantity.clause, 70)}"


def _unit_name(quantity: Quantity) -> str:
    if quantity.unit or (quantity.matter == "" and not quantity.noun_shown):
        return ""
    return f" {quantity.matter or quantity.noun_shown}"
