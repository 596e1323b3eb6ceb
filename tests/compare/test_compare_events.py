"""Events: which articles are about one thing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from telling import RULEBOOK, compare_told, own, tell

from attrib.compare import find_events
from attrib.records import Article, Event

FERRY = (
    "The ferry Halcyon Sound struck the breakwater at Port Ellary on its way from Greyholm. "
    "Tugs pulled the ferry off the breakwater while lifeboats took passengers to Port Ellary."
)
FERRY_TOO = (
    "Passengers of the Halcyon Sound were taken to Port Ellary after the ferry hit the "
    "breakwater. The crossing from Greyholm is closed while tugs hold the ferry."
)
BUDGET = (
    "The parliament of Norrland voted for a budget that raises the tax on timber. Foresters "
    "marched against the timber tax while ministers defended the budget in parliament."
)


def article(name: str, text: str, published: str | None = "2025-10-14") -> Article:
    return Article(id=name, text=text, title=text.split(".")[0], published=published)


def groups(*articles: Article) -> set[tuple[str, ...]]:
    return {event.articles for event in find_events(articles, RULEBOOK)}


def test_articles_on_one_thing_are_one_event() -> None:
    found = groups(article("a", FERRY), article("b", FERRY_TOO), article("c", BUDGET))
    assert found == {("a", "b"), ("c",)}


def test_every_article_alone_is_an_event() -> None:
    (event,) = find_events([article("a", FERRY)], RULEBOOK)
    assert event.articles == ("a",)
    assert event.label == FERRY.split(".")[0]


def test_no_articles_are_no_events() -> None:
    assert find_events([], RULEBOOK) == ()


def test_empty_and_wordless_articles_do_no_harm() -> None:
    found = groups(article("a", ""), article("b", "... !!!"), article("c", "The the of"))
    assert sorted(name for group in found for name in group) == ["a", "b", "c"]


def test_dates_far_apart_set_like_texts_apart_only_when_they_are_hardly_alike() -> None:
    assert groups(article("a", FERRY), article("b", FERRY_TOO, "2024-01-01")) == {("a", "b")}


def test_unreadable_date_is_no_date() -> None:
    assert groups(article("a", FERRY), article("b", FERRY_TOO, "last week")) == {("a", "b")}


@given(st.permutations([("a", FERRY), ("b", FERRY_TOO), ("c", BUDGET), ("d", "")]))
@settings(max_examples=10, deadline=None)
def test_order_of_articles_changes_nothing(order: list[tuple[str, str]]) -> None:
    expected: tuple[Event, ...] = find_events(
        [article(name, text) for name, text in sorted(order)], RULEBOOK
    )
    assert find_events([article(name, text) for name, text in order], RULEBOOK) == expected


def test_claims_of_two_events_are_never_set_against_each_other() -> None:
    ferry = " ".join([FERRY, FERRY_TOO])
    one = tell("Courier", "2025-10-14", own(ferry), own("12 people were killed in the disaster"))
    other = tell(
        "Ledger",
        "2025-10-14",
        own(" ".join([BUDGET, BUDGET])),
        own("20 people were killed in the disaster"),
        title="Budget vote in Norrland",
    )
    comparison = compare_told(one, other)
    assert len(comparison.events) == 2
    assert comparison.contests == ()


def test_a_headline_that_its_text_does_not_bear_out_counts_for_nothing() -> None:
    listing = Article(
        id="c",
        text="Subscribe now for full access to all of our stories, puzzles and archives.",
        title="Ferry Halcyon Sound strikes breakwater at Port Ellary",
    )
    assert groups(article("a", FERRY), article("b", FERRY_TOO), listing) == {("a", "b"), ("c",)}


def test_two_articles_fare_as_they_would_among_many() -> None:
    others = [
        article(
            f"x{n}", f"Village {n} elected mayor {n}. Its choir sang for mayor {n} in hall {n}."
        )
        for n in range(40)
    ]
    few = groups(article("a", FERRY), article("b", FERRY_TOO), article("c", BUDGET))
    many = groups(article("a", FERRY), article("b", FERRY_TOO), article("c", BUDGET), *others)
    assert few == {("a", "b"), ("c",)}
    assert few <= many
