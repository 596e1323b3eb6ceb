"""The story in time, and each contested matter in time: marks in order, inside, and apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from crowd import make_graded, make_story
from hostile import EVIL, make_hostile
from mill import make_analysis
from page import read_page, to_words

from attrib.records import Analysis
from attrib.report import render
from attrib.report.contests import view_contests
from attrib.report.index import build_index
from attrib.report.plots.axis import lay_axis
from attrib.report.plots.contest_times import Timeline
from attrib.report.plots.story import Story, lay_story
from attrib.report.when import read_when
from attrib.report.words import load_words
from attrib.resources import find_folder

WORDS = load_words((find_folder("reports"),))


def story_of(analysis: Analysis) -> Story:
    index = build_index(analysis)
    return lay_story([view.contest for view in view_contests(index, WORDS)], index)


def timeline_of(analysis: Analysis) -> Timeline | None:
    return view_contests(build_index(analysis), WORDS)[0].timeline


def many(count: int) -> Analysis:
    """An article a day, the value going round three."""
    return make_story(
        *(
            (f"Paper {number}", f"2031-{number // 28 + 1:02}-{number % 28 + 1:02}", "", value)
            for number, value in zip(range(count), "abc" * count, strict=False)
        )
    )


@pytest.mark.parametrize(
    ("dates", "begins", "ends"),
    [
        (["2031-05-06", "2031-05-09"], "6 May 2031", "9 May 2031"),
        (["2031-05-06T09:30Z", "2031-05-06T11:10Z"], "09:00 UTC", "12:00 UTC"),
        (["2031-05-06T09:30", "2031-05-06T10:00"], "09:00", "11:00"),
        # By the instant it is one hour, whatever the calendars say.
        (["2031-05-06T22:30-05:00", "2031-05-07T04:10Z"], "03:00 UTC", "05:00 UTC"),
        # Of one day: by the times that there are.
        (["2031-05-06", "2031-05-06T09:30Z", "2031-05-06T10:30Z"], "09:00 UTC", "11:00 UTC"),
        (["1700-01-01", "2900-01-01"], "1 Jan 1700", "1 Jan 2900"),
    ],
)
def test_an_axis_begins_and_ends_around_all_that_has_a_time(
    dates: list[str], begins: str, ends: str
) -> None:
    whens = [when for when in map(read_when, dates) if when is not None]
    axis = lay_axis(whens, 10, 210)
    assert axis is not None
    assert (axis.begins, axis.ends) == (begins, ends)
    assert 2 <= len(axis.ticks) <= 15
    assert axis.ticks == tuple(sorted(set(axis.ticks)))
    for when in whens:
        assert 10 <= axis.place(when.start) <= axis.place(when.middle) <= axis.place(when.end)
        assert axis.place(when.end) <= 210
    timed = sorted((when for when in whens if when.has_time), key=lambda when: when.start)
    assert [axis.place(when.start) for when in timed] == sorted(
        {axis.place(when.start) for when in timed}
    )


@pytest.mark.parametrize(
    "dates",
    [[], ["2031-05-06"], ["2031-05-06", "2031-05-06"], ["2031-05-06", "2031-05-06T09:30Z"],
     ["2031-05-06T09:30Z", "2031-05-06T11:30+02:00"]],
)  # fmt: skip
def test_what_is_not_apart_in_time_has_no_axis(dates: list[str]) -> None:
    whens = [when for when in map(read_when, dates) if when is not None]
    assert len(whens) == len(dates)
    assert lay_axis(whens, 10, 210) is None


@pytest.mark.parametrize("count", [2, 7, 60, 61, 90])
def test_articles_stand_in_order_of_time_inside_the_drawing(count: int) -> None:
    story = story_of(many(count))
    assert story.axis is not None
    assert len(story.published) == count
    assert story.drawn == min(count, 60)
    drawn = story.published[: story.drawn]
    for one, other in pairwise(drawn):
        assert other.y - one.y >= 20
        assert other.x >= one.x
    for item in drawn:
        assert story.axis.left <= item.start <= item.x <= item.end <= story.axis.right
        assert 0 < item.y < story.height
        assert len(item.label) <= 25
    assert all(story.axis.right < matter.x < story.width for matter in story.matters)
    page = read_page(render(many(count), "html"))
    (svg,) = (e for e in page.all("svg") if e.attributes.get("aria-labelledby") == "story-title")
    assert svg.attributes["viewbox"] == f"0 0 {story.width} {story.height}"
    said = f"Drawn are the first 60 articles; the table has all {count}."
    assert (said in to_words(page.by_id("glance").text)) is (count > 60)


def test_the_letters_are_those_of_the_key_and_the_table_has_the_words() -> None:
    story = story_of(make_analysis())
    assert [matter.number for matter in story.matters] == [1, 2]
    courier = next(item for item in story.published if item.name == "Brenna Courier")
    assert [[answer.value for answer in mine] for mine in courier.answers] == [
        ["12 people"],
        ["Affirmed", "Denied"],
    ]
    assert courier.drawn == ("a", "a b")
    page = read_page(render(make_analysis(), "html"))
    table = next(
        item for item in page.all("table", class_="figures") if "contested answers" in item.text
    )
    assert "Affirmed; Denied" in to_words(table.text)
    assert "15 people" in to_words(table.text)


def test_more_letters_than_fit_are_cut_in_the_drawing_alone() -> None:
    story = story_of(
        make_story(("Post", "2031-05-06", "", "a|b|c|d"), ("Post", "2031-05-07", "", "e"))
    )
    (first, _) = story.published
    assert first.drawn == ("ab…",)
    assert len(first.answers[0]) == 4


def test_undated_articles_are_listed_with_what_they_say() -> None:
    story = make_story(
        ("Post", "2031-05-06", "", "1"), ("Post", "2031-05-07", "", "2"),
        ("Late Times", None, "", "2"), ("Odd Times", "last week", "", "2"),
    )  # fmt: skip
    shown = to_words(read_page(render(story, "html")).by_id("glance").text)
    assert "Without a date: Odd Times (“last week”), Late Times." in shown
    timeline = timeline_of(story)
    assert timeline is not None
    assert [moment.date for moment in timeline.moments] == [
        "6 May 2031", "7 May 2031", "", "last week",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (("2031-05-06", "2031-05-06"), "All of it was published on 6 May 2031; times of day"),
        (("2031-05-06", None), "What has a date was published on 6 May 2031; times of day"),
        ((None, None), "No article has a date that can be read."),
        ((None,), "One article: nothing to lay out in time."),
        (("2031-05-06T09:00Z",), "One article, published on 6 May 2031, 09:00 UTC: nothing"),
    ],
)
def test_without_a_distance_in_time_there_is_a_sentence_and_no_drawing(
    dates: tuple[str | None, ...], said: str
) -> None:
    analysis = make_story(*(("Post", day, "", str(place)) for place, day in enumerate(dates)))
    page = read_page(render(analysis, "html"))
    assert said in to_words(page.by_id("glance").text)
    assert not [e for e in page.all("svg") if "story" in e.attributes.get("aria-labelledby", "")]
    assert timeline_of(analysis) is None
    assert "When each answer was given" not in render(analysis, "html")


def test_one_day_is_told_by_its_times_across_zones() -> None:
    analysis = make_story(
        ("West", "2031-05-06T08:00-05:00", "", "15"), ("East", "2031-05-06T09:00+02:00", "", "12")
    )
    assert [item.name for item in story_of(analysis).published] == ["East", "West"]
    timeline = timeline_of(analysis)
    assert timeline is not None
    assert [moment.value for moment in timeline.moments] == ["12", "15"]


@pytest.mark.parametrize("count", [2, 9, 60])
def test_marks_of_an_answer_are_inside_in_order_and_apart(count: int) -> None:
    timeline = timeline_of(many(count))
    assert timeline is not None
    heights = [line.y for line in timeline.lines]
    assert heights == sorted(set(heights))
    for line in timeline.lines:
        for one, other in pairwise(line.marks):
            assert other.x - one.x >= 18
        for mark in line.marks:
            assert 9 <= mark.x <= timeline.width - 9
            assert timeline.axis.left <= mark.start <= mark.end <= timeline.axis.right
        assert 13 <= line.y < line.y + 29 < timeline.height
    assert sum(mark.number for line in timeline.lines for mark in line.marks) == count


def test_sides_beyond_the_eighth_are_counted_and_stand_in_the_table() -> None:
    analysis = make_story(
        *(("Post", f"2031-05-{number + 1:02}", "", f"value {number}") for number in range(11))
    )
    timeline = timeline_of(analysis)
    assert timeline is not None
    assert len(timeline.lines) == 8
    assert timeline.hidden == 3
    assert "3 further answers in the table alone" in to_words(
        read_page(render(analysis, "html")).by_id("contested").text
    )
    assert len({moment.value for moment in timeline.moments}) == 11


def test_a_moment_leads_to_its_claim_and_is_told_once_an_article() -> None:
    timeline = timeline_of(make_analysis())
    assert timeline is not None
    keys = [(moment.date, moment.speaker, moment.value, moment.outlet)
            for moment in timeline.moments]  # fmt: skip
    assert len(keys) == len(set(keys))
    assert {moment.claim for moment in timeline.moments} <= {c.id for c in make_analysis().claims}


def test_hostile_names_and_dates_are_words_and_cut() -> None:
    analysis = make_hostile()
    story = story_of(analysis)
    assert [item.date for item in story.undated] == [EVIL]
    long = tuple(replace(article, outlet=EVIL * 20) for article in analysis.articles)
    story = story_of(replace(analysis, articles=long))
    assert all(item.label.endswith("…") and item.name == EVIL * 20 for item in story.published)


def test_nothing_read_draws_nothing() -> None:
    story = story_of(Analysis((), (), (), (), ()))
    assert (story.published, story.undated, story.matters, story.axis) == ((), (), (), None)
    assert story_of(make_graded(("Post", "B"))).matters == ()
