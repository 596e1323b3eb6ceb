"""Grades, article by article: bars of one scale, inside their drawing, and a table that agrees."""

from __future__ import annotations

from itertools import pairwise

import pytest
from crowd import make_graded
from hostile import EVIL, make_hostile
from mill import make_analysis
from page import read_page, to_words

from attrib.records import Analysis
from attrib.report import render
from attrib.report.articles import sort_articles
from attrib.report.index import build_index
from attrib.report.plots.grades import GradesPlot, plot_grades


def plot_of(analysis: Analysis) -> GradesPlot:
    return plot_grades(build_index(analysis))


def test_bars_count_the_claims_of_each_grade_and_the_own_voice() -> None:
    (article,) = plot_of(make_graded(("Post", "BBD..."))).articles
    assert dict(article.counts) == {
        "A": 0, "B": 2, "C": 0, "D": 1, "E": 0, "–": 0, "own": 3,
    }  # fmt: skip
    assert article.said == "6 claims: 2 of grade B, 1 of grade D and 3 in its own voice"
    assert article.total == 6


def test_ungraded_claims_have_a_bar_of_their_own() -> None:
    plot = plot_of(make_analysis())
    post = next(item for item in plot.articles if item.name == "The Lake Post")
    assert dict(post.counts)["–"] == 1
    assert "1 not graded" in post.said


def test_all_bars_have_one_scale_and_stand_inside() -> None:
    plot = plot_of(make_graded(("Post", "B" * 40 + "A"), ("Courier", "B" * 20 + ".")))
    assert plot.highest == 40
    high, low = (next(bar for bar in item.bars if bar.kind == "B") for item in plot.articles)
    assert high.height == 2 * low.height == plot.floor - high.y
    for item in plot.articles:
        for bar in item.bars:
            assert bar.x >= 0
            assert bar.x + plot.bar <= plot.width
            # Room for the number above and the letter below.
            assert bar.y >= 14
            assert bar.y + bar.height == plot.floor <= plot.height - 15
            assert len(bar.number) <= 3
        assert all(other.x >= one.x + plot.bar for one, other in pairwise(item.bars))
        # One claim among forty is still to be seen; none is not.
        assert {bar.kind: bar.height > 0 for bar in item.bars} == {
            kind: number > 0 for kind, number in item.counts
        }


def test_a_number_too_long_for_its_bar_is_shortened_in_the_drawing_alone() -> None:
    (article,) = plot_of(make_graded(("Post", "B" * 1234))).articles
    assert next(bar.number for bar in article.bars if bar.kind == "B") == "1k"
    assert dict(article.counts)["B"] == 1234


def test_articles_stand_as_on_the_page() -> None:
    analysis = make_analysis()
    assert [item.id for item in plot_of(analysis).articles] == [
        article.id for article in sort_articles(analysis.articles)
    ]


@pytest.mark.parametrize(("count", "drawn"), [(1, 1), (60, 60), (73, 60)])
def test_every_article_is_in_the_table_and_sixty_are_drawn(count: int, drawn: int) -> None:
    analysis = make_graded(*((f"Paper {number}", "C") for number in range(count)))
    page = read_page(render(analysis, "html"))
    bars = page.all("svg", class_="bars")
    assert len(bars) == drawn
    for svg in bars:
        assert svg.attributes["role"] == "img"
        assert page.by_id(svg.attributes["aria-labelledby"]).text
        assert page.by_id(svg.attributes["aria-describedby"]).text.startswith("1 claim")
    table = next(item for item in page.all("table") if "by article and grade" in item.text)
    assert all(f"Paper {number}" in table.text for number in range(count))
    said = f"the table has all {count}" in to_words(page.by_id("glance").text)
    assert said is (count > drawn)


def test_no_claims_and_no_articles_say_so() -> None:
    assert plot_of(Analysis((), (), (), (), ())).articles == ()
    empty = read_page(render(Analysis((), (), (), (), ()), "html")).by_id("glance")
    assert "No article was read, so there is nothing to draw." in empty.text
    bare = read_page(render(make_graded(("Post", "")), "html"))
    assert "No claims were found." in to_words(bare.by_id("glance").text)
    assert not bare.all("svg", class_="bars")


def test_hostile_names_are_titles_in_words() -> None:
    page = read_page(render(make_hostile(), "html"))
    assert any(to_words(EVIL) in to_words(item.text) for item in page.all("title")[1:])
