"""From disputes to contests: pairs on one matter merged, sides built, ids and order fixed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from attrib.compare.clusters import build_cluster, group_claims
from attrib.compare.contradictions import find_contradiction_disputes
from attrib.compare.counts import find_figure_disputes
from attrib.compare.denials import find_denial_disputes
from attrib.compare.disputes import Answer, Dispute, join_linked
from attrib.compare.quotations import find_quote_disputes
from attrib.compare.rewordings import find_reworded_disputes
from attrib.compare.scene import Scene
from attrib.compare.sides import build_sides
from attrib.records import Cluster, Contest


def find_contests(
    scene: Scene, neighbours: Mapping[tuple[int, int], float]
) -> tuple[list[Cluster], list[Contest]]:
    """The clusters and the contests of one event."""
    quotes = find_quote_disputes(scene)
    told = {member for dispute in quotes for member in dispute.members}
    disputes = merge_disputes(
        [
            *find_denial_disputes(scene),
            *find_figure_disputes(scene),
            *find_contradiction_disputes(scene, neighbours),
            *quotes,
            *find_reworded_disputes(scene, told),
        ]
    )
    groups = group_claims(scene, neighbours, disputes)
    clusters = [build_cluster(group, scene) for group in groups]
    home = {
        member: cluster.id
        for group, cluster in zip(groups, clusters, strict=True)
        for member in group
    }
    return clusters, [_contest(dispute, home[dispute.members[0]], scene) for dispute in disputes]


def merge_disputes(disputes: Sequence[Dispute]) -> list[Dispute]:
    """Disputes of one kind that share a claim become one; equal answers become one answer."""
    merged: list[Dispute] = []
    for kind in ("denial", "figure", "contradiction", "attribution", "quote"):
        same = [dispute for dispute in disputes if dispute.kind == kind]
        by_member: dict[int, int] = {}
        links = [(number, number) for number in range(len(same))]
        for number, dispute in enumerate(same):
            for member in dispute.members:
                links.append((by_member.setdefault(member, number), number))
        merged.extend(_merge([same[number] for number in group]) for group in join_linked(links))
    denials = [dispute for dispute in merged if dispute.kind == "denial"]
    return [dispute for dispute in merged if not _is_told_by(dispute, denials)]


def _is_told_by(dispute: Dispute, denials: Sequence[Dispute]) -> bool:
    """Whether a contradiction sets nothing against each other that a denial does not already."""
    if dispute.kind != "contradiction":
        return False
    return any(
        all(
            any(set(answer.members) & set(other.members) for other in denial.answers)
            for answer in dispute.answers
        )
        for denial in denials
    )


def _merge(disputes: Sequence[Dispute]) -> Dispute:
    if len(disputes) == 1:
        return disputes[0]
    best = max(disputes, key=lambda dispute: (dispute.score, dispute.label))
    members: dict[str, set[int]] = {}
    notes: dict[str, str] = {}
    for dispute in disputes:
        for answer in dispute.answers:
            members.setdefault(answer.value, set()).update(answer.members)
            notes[answer.value] = notes.get(answer.value, "") or answer.note
    answers = tuple(
        Answer(value, tuple(sorted(members[value])), notes[value]) for value in sorted(members)
    )
    return replace(best, answers=answers)


def _contest(dispute: Dispute, cluster: str, scene: Scene) -> Contest:
    ids = sorted(scene.claims[place].id for place in dispute.members)
    digest = hashlib.sha256("\n".join([dispute.kind, dispute.label, *ids]).encode()).hexdigest()
    return Contest(
        id=digest[:12],
        cluster=cluster,
        kind=dispute.kind,
        label=dispute.label,
        sides=build_sides(dispute.answers, scene),
        score=round(min(max(dispute.score, 0.0), 1.0), 3),
        reason=dispute.reason,
    )
