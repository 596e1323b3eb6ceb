"""Claims on one matter: near in meaning, or set against each other by a contest."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np

from attrib.compare.disputes import Dispute, join_linked, shorten
from attrib.compare.scene import Scene
from attrib.records import Cluster

_SAME_MATTER = 0.72
"""Mean cosine of two groups of claims from which on they are on one matter."""
_LINK = 0.72
_MOST_AT_ONCE = 2000


def group_claims(
    scene: Scene, neighbours: Mapping[tuple[int, int], float], disputes: Sequence[Dispute]
) -> list[list[int]]:
    """Groups of two claims or more, each dispute's claims inside one of them.

    Average linkage inside the connected parts of the neighbour graph, so that no chain of
    near claims joins two matters; then the groups that a dispute spans are joined.
    """
    links = [pair for pair, cosine in neighbours.items() if cosine >= _LINK]
    groups = [group for part in join_linked(links) for group in _split(part, scene)]
    spanning = [
        (members[0], other)
        for members in [*groups, *(dispute.members for dispute in disputes)]
        for other in members[1:]
    ]
    return join_linked(spanning)


def build_cluster(members: Sequence[int], scene: Scene) -> Cluster:
    """The cluster of these claims, called after the most central of them."""
    vectors = scene.vectors[list(members)]
    centrality = np.round((vectors @ vectors.T).sum(axis=1), 3)
    central = members[int(np.argmax(centrality))]
    ids = tuple(sorted(scene.claims[place].id for place in members))
    digest = hashlib.sha256("\n".join(["cluster", *ids]).encode()).hexdigest()
    return Cluster(id=digest[:12], claims=ids, label=shorten(scene.claims[central].text))


def _split(part: Sequence[int], scene: Scene) -> list[list[int]]:
    if len(part) == 2 or len(part) > _MOST_AT_ONCE:
        return [list(part)]
    from sklearn.cluster import AgglomerativeClustering

    vectors = scene.vectors[list(part)]
    distances = np.round(np.clip(1 - vectors @ vectors.T, 0, 2), 3)
    labels = AgglomerativeClustering(
        n_clusters=None,
        metric="precomputed",
        linkage="average",
        distance_threshold=1 - _SAME_MATTER,
    ).fit_predict(distances)
    groups = [
        [part[int(i)] for i in np.flatnonzero(labels == label)] for label in range(max(labels) + 1)
    ]
    return [group for group in groups if len(group) > 1]
