"""Several stories in one report: each with its name, its matters and its warnings."""

from __future__ import annotations

from dataclasses import replace

from building import digest
from mill import make_analysis
from page import outline, read_page

from attrib.records import Analysis, Event
from attrib.report import render
from attrib.report.contests import view_contests
from attrib.report.index import build_index
from attrib.report.stories import find_stories
from attrib.report.words import load_words
from attrib.resources import find_folder

WORDS = load_words((find_folder("reports"),))


def two_stories(*events: tuple[str, ...]) -> Analysis:
    """The mill's articles as stories, told by their names."""
    analysis = make_analysis()
    ids = {article.path: article.id for article in analysis.articles}
    made = (
        Event(digest(*names), tuple(sorted(ids[f"mill/{name}.txt"] for name in names)), names[0])
        for names in events
    )
    return replace(analysis, events=tuple(sorted(made, key=lambda event: event.id)))


def test_one_event_or_none_is_one_story() -> None:
    for events in (make_analysis().events, ()):
        (story,) = find_stories(build_index(replace(make_analysis(), events=events)))
        assert story.id == ""
        assert len(story.articles) == 3


def test_the_story_with_most_contested_comes_first() -> None:
    stories = find_stories(build_index(two_stories(("lake-post",), ("courier", "wire"))))
    assert [story.heading for story in stories] == [
        "Fire at Orsa mill hurts 12",
        "Mill blaze injures 15",
    ]
    assert [story.scope for story in stories] == [
        "2 articles from 1 outlet, 6 May 2031", "1 article from 1 outlet, 7 May 2031",
    ]  # fmt: skip


def test_articles_of_no_event_stand_at_the_end() -> None:
    analysis = two_stories(("wire",), ("courier",))
    stories = find_stories(build_index(analysis))
    assert stories[-1].id == ""
    assert stories[-1].heading == "Articles on nothing else"
    assert len(stories) == 3


def test_contests_stand_with_their_story() -> None:
    views = view_contests(build_index(two_stories(("lake-post",), ("courier", "wire"))), WORDS)
    assert {view.event for view in views} == {"Fire at Orsa mill hurts 12"}
    (single,) = {view.event for view in view_contests(build_index(make_analysis()), WORDS)}
    assert single == ""


def test_the_first_screen_and_the_matters_are_grouped_by_story() -> None:
    html = render(two_stories(("lake-post",), ("courier", "wire")), "html")
    lines = outline(html).splitlines()
    first = lines[
        lines.index("## To check first") : lines.index("## Resting on one unnamed source")
    ]
    assert first.index("### Fire at Orsa mill hurts 12") == 1
    assert first[-2] == "### Mill blaze injures 15"
    assert first[-1].endswith("Nothing contested was found")
    page = read_page(html)
    assert [element.text for element in page.all("h3", class_="story")] == [
        "Fire at Orsa mill hurts 12"
    ]
    assert not page.faults
    text = render(two_stories(("lake-post",), ("courier", "wire")), "text")
    assert "Fire at Orsa mill hurts 12: Rests on one unnamed source: hospital official" in (
        " ".join(text.split())
    )
