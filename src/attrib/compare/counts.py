"""Figure disputes: voices that give different numbers for one thing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from attrib.compare.clocks import CLOCK
from attrib.compare.disputes import Dispute, join_linked
from attrib.compare.figures import clash, is_higher, is_same_slot, is_slip, slot_key
from attrib.compare.moments import MOMENTS, YEAR
from attrib.compare.quantity import Quantity
from attrib.compare.ranks import EXACT
from attrib.compare.scene import Scene, share_words
from attrib.compare.tallies import Figure, part_sides, tell_figures
from attrib.compare.voices import is_same_voice

Cosines = npt.NDArray[np.float32]

_TOLL_CLAUSES = 0.40
_TOLL_CLAIMS = 0.35
_OTHER_CLAUSES = 0.55
_OTHER_CLAIMS = 0.50
"""Least cosine of the words around two numbers, and of the two claims, to be about one thing."""
_NARROWED_CLAUSES = 0.75
"""The same for counts of which one is narrowed down further: "two female gorillas"."""
_TIME_CLAUSES, _TIME_CLAIMS = 0.45, 0.45
_DAY_CLAUSES, _DAY_CLAIMS = 0.60, 0.62
"""The same for times of day, and for days, dates and years."""
_LEAST_SHARED = 2
"""Stems that the words around two times of day must share."""
_THING_CLAUSES, _THING_CLAIMS = 0.15, 0.25
"""The same for a measure of one thing, named in both: "a 25-ton truck"."""
_MOST_APART = 5.0
"""Numbers that differ by more than this factor nearly always count different things."""
_SAME_PHASE = 4
"""Days between two articles within which figures other than tolls are taken for one time."""
_FEW_ARTICLES = 12
_MOST_IN_GROUP = 500
_EARNEST = frozenset(
    {"asserts", "accuses", "concedes", "confirms", "corrects", "relays", "shows", "own"}
)


def find_figure_disputes(scene: Scene) -> list[Dispute]:
    """All figure disputes of one event, strongest first."""
    groups: dict[tuple[str, str, str], list[Figure]] = {}
    for place, (claim, statement) in enumerate(zip(scene.claims, scene.statements, strict=True)):
        if claim.stance not in _EARNEST or claim.polarity != "affirm" or statement.asks:
            continue
        for quantity in statement.quantities:
            # "The second launch" and "the third launch" are two launches.
            counts = quantity.unit not in EXACT
            if counts and not quantity.part and not quantity.hypothetical:
                key = slot_key(quantity, scene.lexicon)
                groups.setdefault(key, []).append(Figure(place, quantity))
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


def _disputes_of(group: Sequence[Figure], cosines: Cosines, scene: Scene) -> list[Dispute]:
    near = cosines >= _THING_CLAUSES
    links: dict[tuple[int, int], float] = {}
    for left, right in zip(*np.nonzero(np.triu(near, 1)), strict=True):
        one, other = int(left), int(right)
        score = _clash_score(group, one, other, float(cosines[one, other]), scene)
        if score:
            links[one, other] = score
    disputes = []
    for members in join_linked(links):
        sides = part_sides(group, members, links)
        if sides:
            score = max(links[pair] for pair in links if pair[0] in members)
            sides = [[*side, *_allies(side, sides, group, cosines, scene)] for side in sides]
            disputes.append(tell_figures(group, sides, score))
    return disputes


def _allies(
    side: Sequence[int],
    sides: Sequence[Sequence[int]],
    group: Sequence[Figure],
    cosines: Cosines,
    scene: Scene,
) -> list[int]:
    """Further figures for the same thing that fit this side and no other."""
    rivals = [member for other in sides if other is not side for member in other]
    taken = {member for members in sides for member in members}
    return [
        place
        for place, figure in enumerate(group)
        if place not in taken
        and all(not clash(figure.quantity, group[o].quantity) for o in side)
        and all(clash(figure.quantity, group[o].quantity) for o in rivals)
        and any(_likeness(figure, group[o], float(cosines[place, o]), scene) for o in side)
        and not scene.statements[figure.claim].updates
    ]


def _clash_score(
    group: Sequence[Figure], one: int, other: int, cosine: float, scene: Scene
) -> float:
    """In [0, 1], 0 where the two do not clash or need not be about the same thing."""
    left, right = group[one], group[other]
    p, q = left.quantity, right.quantity
    if not clash(p, q) or not _may_contest(left.claim, right.claim, scene):
        return 0.0
    if "vague" in (p.hedge, q.hedge):
        return 0.0
    far = 0 < min(p.high, q.high) * _MOST_APART < max(p.low, q.low)
    if p.unit not in MOMENTS and far and not is_slip(p, q):
        return 0.0
    claims = _likeness(left, right, cosine, scene)
    if not claims or _is_update(left, right, scene):
        return 0.0
    if _gives_both(group, left, right, scene) or _gives_both(group, right, left, scene):
        return 0.0
    if p.thing & q.thing and _are_many(group, p.thing & q.thing, scene):
        return 0.0
    return round(min(1.0, 0.5 * cosine + 0.5 * claims + 0.15), 3)


def _likeness(left: Figure, right: Figure, cosine: float, scene: Scene) -> float:
    """Cosine of the two claims, 0 where their figures need not be for one thing.

    `cosine` is that of the words around the two figures.
    """
    p, q = left.quantity, right.quantity
    if left.claim == right.claim or not is_same_slot(p, q, scene.lexicon):
        return 0.0
    least_clauses, least_claims = _least(p, q)
    claims = round(float(scene.vectors[left.claim] @ scene.vectors[right.claim]), 3)
    if cosine < least_clauses or claims < least_claims:
        return 0.0
    if p.unit == CLOCK:
        own = any(_tells_own_act(figure.claim, scene) for figure in (left, right))
        if own or len(p.stems & q.stems) < _LEAST_SHARED:
            return 0.0
    elif not (p.thing & q.thing or p.is_toll or p.unit == "age"):
        if not (p.near & q.near) - {p.noun}:
            return 0.0
        if p.narrowed != q.narrowed and cosine < _NARROWED_CLAUSES:
            return 0.0
    return claims if _is_one_occasion(left, right, scene) else 0.0


def _tells_own_act(place: int, scene: Scene) -> bool:
    """Whether somebody tells when he did something, or it was done to him: "We were called"."""
    words = scene.statements[place].words
    return bool(words) and words[0].lower() in scene.lexicon.speakers


def _least(p: Quantity, q: Quantity) -> tuple[float, float]:
    """Least cosine of the words around two figures, and of the claims that hold them."""
    if p.thing & q.thing:
        return _THING_CLAUSES, _THING_CLAIMS
    if p.is_toll:
        return _TOLL_CLAUSES, _TOLL_CLAIMS
    if p.unit == CLOCK:
        return _TIME_CLAUSES, _TIME_CLAIMS
    if p.unit in MOMENTS:
        return _DAY_CLAUSES, _DAY_CLAIMS
    return _OTHER_CLAUSES, _OTHER_CLAIMS


def _may_contest(one: int, other: int, scene: Scene) -> bool:
    """Whether the two are different voices; in one article both must be somebody's words, none
    of them the other's too."""
    left, right = scene.voices[one], scene.voices[other]
    if is_same_voice(left, right):
        return False
    if scene.claims[one].article == scene.claims[other].article:
        if share_words(scene.claims[one], scene.claims[other]):
            return False
        return left.is_resolved and right.is_resolved and not left.is_own and not right.is_own
    return True


def _is_one_occasion(left: Figure, right: Figure, scene: Scene) -> bool:
    """Whether nothing in the two claims points to different times, places or people."""
    one, other = scene.statements[left.claim], scene.statements[right.claim]
    in_past = _is_past(left.claim, scene) or _is_past(right.claim, scene)
    if left.quantity.unit != YEAR and one.years != other.years and in_past:
        return False
    if left.quantity.thing & right.quantity.thing:
        stems = left.quantity.stems | right.quantity.stems
        return not stems & scene.lexicon.score_stems
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
    return _is_one_phase(left, right, scene)


def _is_one_phase(left: Figure, right: Figure, scene: Scene) -> bool:
    """Whether both were published near enough in time to speak of one state of things."""
    days = scene.days[left.claim], scene.days[right.claim]
    if days[0] is None or days[1] is None:
        # Many articles without a date span weeks, and so do the counts in them.
        return left.quantity.counts_all or scene.n_articles <= _FEW_ARTICLES
    return abs(days[0] - days[1]) <= (30 if left.quantity.is_toll else _SAME_PHASE)


def _is_past(place: int, scene: Scene) -> bool:
    """Whether the claim names a year other than that of its article."""
    published = scene.articles[scene.claims[place].article].published or ""
    here = {int(published[:4])} if published[:4].isdigit() else set()
    return bool(scene.statements[place].years - here)


def _is_update(left: Figure, right: Figure, scene: Scene) -> bool:
    """Whether the higher figure is only the later one of a count that grows."""
    if is_higher(right.quantity, left.quantity):
        left, right = right, left
    if left.quantity.matter not in scene.lexicon.tolls:
        return scene.statements[left.claim].updates or scene.statements[right.claim].updates
    if scene.statements[left.claim].updates:
        return True
    later, earlier = scene.days[left.claim], scene.days[right.claim]
    return later is not None and earlier is not None and later > earlier


def _are_many(group: Sequence[Figure], thing: frozenset[str], scene: Scene) -> bool:
    """Whether one article measures two such things: then they are a kind and not one thing."""
    seen: dict[str, list[Quantity]] = {}
    for figure in group:
        if figure.quantity.thing & thing and not _is_past(figure.claim, scene):
            known = seen.setdefault(scene.claims[figure.claim].article, [])
            if any(clash(figure.quantity, other) for other in known):
                return True
            known.append(figure.quantity)
    return False


def _gives_both(group: Sequence[Figure], left: Figure, right: Figure, scene: Scene) -> bool:
    """Whether the article of `right` also gives the number of `left`: it tells the two apart."""
    article = scene.claims[right.claim].article
    if article == scene.claims[left.claim].article:
        return False
    return any(
        scene.claims[figure.claim].article == article
        and figure.quantity.hedge != "vague"
        and not clash(figure.quantity, left.quantity)
        and clash(figure.quantity, right.quantity)
        and _is_one_occasion(figure, left, scene)
        for figure in group
    )
