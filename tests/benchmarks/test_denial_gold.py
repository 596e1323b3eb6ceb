"""The golds of who answers whom: they are whole, and what is said of them can be counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from denial_gold import GOLD, WRITTEN, read_links, read_written

THIRD = GOLD.with_name("denials-third.jsonl")


def test_in_written_articles_marked_words_stand_once() -> None:
    for line in WRITTEN.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        told = [words for link in row["links"] for words in (link["a"], *link["t"])]
        for words in (*told, *row["near"]):
            assert row["text"].count(words) == 1, words
        assert all(link["grade"] in (2, 3) and link["t"] for link in row["links"])


def test_written_links_are_places_in_their_articles() -> None:
    articles = read_written()
    assert len({article.id for article, _ in articles}) == len(articles) == 108
    links = [link for _, found in articles for link in found]
    assert sum(link.accusation is not None for link in links) == 539
    assert sum(link.accusation is None for link in links) == 369
    for article, found in articles:
        for link in found:
            places = [link.denial, *([link.accusation] if link.accusation else []), *link.also]
            assert all(name == article.id for name, _, _ in places)
            assert all(0 <= start < end <= len(article.text) for _, start, end in places)


@pytest.mark.parametrize(("grade", "count"), [(3, 183), (2, 622), (1, 210)])
def test_links_of_the_third_gold_have_grades(grade: int, count: int) -> None:
    links = read_links(None, THIRD)
    assert sum(link.grade == grade and link.accusation is not None for link in links) == count


def test_links_without_a_grade_count_as_disputes() -> None:
    assert {link.grade for link in read_links(None, GOLD)} == {3}


def test_the_third_gold_has_no_article_of_the_others() -> None:
    def articles(file: Path) -> set[str]:
        return {link.denial[0] for link in read_links(None, file)}

    third = articles(THIRD)
    assert len(third) >= 250
    assert not third & (articles(GOLD) | articles(GOLD.with_name("denials-second.jsonl")))
