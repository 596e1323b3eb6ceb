"""The words that differ between the passages of a contest."""

from __future__ import annotations

import pytest
from building import make_article, make_claim
from hypothesis import given
from hypothesis import strategies as st

from attrib.report.differing import find_differing, list_words


def differing(one: str, *others: str) -> list[str]:
    """The words of the claim that is all of `one`, against claims that are all of `others`."""
    made = [make_article(str(n), text) for n, text in enumerate((one, *others))]
    ours, *theirs = (make_claim(article, article.text) for article in made)
    articles = {article.id: article for article in made}
    spans = find_differing(ours, list_words(theirs, articles), articles)
    return [span.of(one) for span in spans]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("The bell is cracked beyond repair", "The bell is scratched beyond repair", ["cracked"]),
        ("The bell weighs 340 kilos", "The bell weighs 304 kilos", ["340"]),
        ("“We will not sell the bell,” he said", "“We will sell the bell,” he said", ["not"]),
        ("We will sell the old bell", "We will sell the bell", ["old"]),
        ("We will sell it", "We will sell it", []),
        # Told in two ways: only the figure.
        ("At least 12 sailors drowned off Arle", "The wreck cost the lives of nine men", ["12"]),
        ("The mayor knew of it", "Nobody had told her, she says", []),
    ],
)
def test_what_differs_is_marked(one: str, other: str, found: list[str]) -> None:
    assert differing(one, other) == found


def test_of_figures_only_the_value_of_the_side_is_marked() -> None:
    one = make_article("one", "The 17 sailors saw another 31 people hurt in the crash of 2 boats")
    two = make_article("two", "That 47 people had been injured in the crash")
    ours, theirs = make_claim(one, one.text), make_claim(two, two.text)
    articles = {article.id: article for article in (one, two)}
    (span,) = find_differing(
        ours, list_words([theirs], articles), articles, value="at least 31 hurt"
    )
    assert span.of(one.text) == "31"
    # The value stands in words: no other number may pass for it.
    assert find_differing(ours, list_words([theirs], articles), articles, value="12") == ()


def test_the_nearest_of_the_other_side_is_what_counts() -> None:
    assert differing("The bell is cracked", "Nobody rang it", "The bell is whole") == ["cracked"]
    assert differing("The bell is cracked") == []


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_marks_stand_inside_the_claim_and_in_order(one: str, other: str) -> None:
    made = [make_article(name, text) for name, text in (("one", one), ("other", other))]
    ours, theirs = (make_claim(article, article.text) for article in made)
    articles = {article.id: article for article in made}
    spans = find_differing(ours, list_words([theirs], articles), articles)
    assert list(spans) == sorted(spans)
    assert all(0 <= span.start < span.end <= len(one) for span in spans)
