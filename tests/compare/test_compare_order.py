"""What holds for every comparison: order, ids, clusters, sides."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from telling import (
    RULEBOOK,
    accused,
    compare_told,
    denied,
    embed_words,
    own,
    person,
    quoted,
    said,
    sources_of,
    tell,
)

from attrib.compare import Comparison, compare

CRASH = "people were injured in the ferry crash at Port Ellary"
TOLD = (
    tell(
        "Courier",
        "2025-10-14",
        said("Health Board", f"31 {CRASH}"),
        accused("Sailors Union", "Callan Line of sending the ferry to sea with a steering fault"),
        quoted("Ruth Adair", "These ferries are old, they are unsafe and they should have gone"),
        own("The ferry left Greyholm at ten past six with 214 people on board"),
    ),
    tell(
        "Ledger",
        "2025-10-14",
        said("Coast Guard", f"47 {CRASH}"),
        denied("Callan Line", "Callan Line sent the ferry to sea with a steering fault"),
        own("The ferry left Greyholm at ten past six with 214 people on board"),
    ),
    tell(
        "Post",
        None,
        quoted("Ruth Adair", "These ferries are old, they are late and they should have gone"),
        own("The ferry left Greyholm at ten past six with people on board"),
    ),
)
PEOPLE = {"ruth": person("Ruth Adair")}


def test_hand_made_event_has_its_three_contests() -> None:
    comparison = compare_told(*TOLD, **PEOPLE)
    assert sorted(contest.kind for contest in comparison.contests) == ["denial", "figure", "quote"]


@given(st.integers(min_value=0, max_value=10_000))
@settings(max_examples=15, deadline=None)
def test_order_of_articles_and_claims_changes_nothing(seed: int) -> None:
    shuffled = random.Random(seed)
    articles = [item.article for item in TOLD]
    claims = [claim for item in TOLD for claim in item.claims]
    sources = list(sources_of(TOLD, **PEOPLE))
    expected = compare(articles, claims, sources, RULEBOOK, embed_words)
    for items in (articles, claims, sources):
        shuffled.shuffle(items)
    assert compare(articles, claims, sources, RULEBOOK, embed_words) == expected


def test_claims_of_a_contest_are_in_its_cluster() -> None:
    comparison = compare_told(*TOLD, **PEOPLE)
    clusters = {cluster.id: set(cluster.claims) for cluster in comparison.clusters}
    assert comparison.contests
    for contest in comparison.contests:
        for side in contest.sides:
            assert set(side.claims) <= clusters[contest.cluster]


def test_clusters_have_two_claims_and_share_none() -> None:
    comparison = compare_told(*TOLD, **PEOPLE)
    members = [claim for cluster in comparison.clusters for claim in cluster.claims]
    assert members
    assert len(members) == len(set(members))
    assert all(len(cluster.claims) >= 2 for cluster in comparison.clusters)


def test_records_come_in_order_of_id() -> None:
    comparison = compare_told(*TOLD, **PEOPLE)
    for records in (comparison.events, comparison.clusters, comparison.contests):
        ids = [record.id for record in records]
        assert ids == sorted(set(ids))


def test_scores_are_rounded_shares() -> None:
    contests = compare_told(*TOLD, **PEOPLE).contests
    assert contests
    for contest in contests:
        assert 0 <= contest.score <= 1
        assert contest.score == round(contest.score, 3)


def test_article_on_which_everybody_agrees_shows_no_contest() -> None:
    one, other = (
        tell(outlet, "2025-10-14", said(source, f"31 {CRASH}"), own("The harbour is closed"))
        for outlet, source in (("Courier", "Health Board"), ("Ledger", "Coast Guard"))
    )
    assert compare_told(one, other).contests == ()


def test_article_split_in_two_shows_no_contest() -> None:
    first = tell("Courier", "2025-10-14", own(f"31 {CRASH}"))
    second = tell("Courier", "2025-10-14", own("The ferry crash closed the harbour at Port Ellary"))
    assert compare_told(first, second).contests == ()


def test_nothing_to_compare_embeds_nothing() -> None:
    told = tell("Courier", "2025-10-14", own("The harbour is closed"))

    def refuse(_: object) -> object:
        raise AssertionError("nothing was to be embedded")

    comparison = compare([told.article], told.claims, (), RULEBOOK, refuse)  # type: ignore[arg-type]
    assert (comparison.clusters, comparison.contests) == ((), ())
    assert len(comparison.events) == 1


def test_no_articles_at_all() -> None:
    comparison = compare([], [], [], RULEBOOK, embed_words)
    assert comparison == Comparison((), (), ())
