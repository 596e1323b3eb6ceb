"""A report in a folder: a page a story, an index that leads to all of it, nothing told twice."""

from __future__ import annotations

import re
from dataclasses import fields, replace

import pytest
from hostile import EVIL, make_hostile
from mill import make_analysis
from page import read_page, to_words

from attrib.records import Analysis, Event, Problem
from attrib.report import SIGNATURE, render_folder
from attrib.report.folder import name_file
from attrib.report.parting import part_by_story
from grown import grow

EMPTY = Analysis((), (), (), (), ())
THREE = grow(make_analysis(), 40)


def test_every_story_has_a_page_and_the_index_leads_to_it() -> None:
    pages = render_folder(THREE)
    assert len(THREE.events) == 3
    assert len(pages) == 4
    links = {item.attributes["href"] for item in read_page(pages["index.html"]).all("a")}
    for name in set(pages) - {"index.html"}:
        assert name in links
        home = read_page(pages[name]).all("a", href="index.html")
        assert [item.text for item in home] == ["All stories"]
    for link in links:
        file, _, anchor = link.partition("#")
        if file and anchor:
            read_page(pages[file]).by_id(anchor)


def test_parts_hold_all_and_nothing_twice() -> None:
    parts = part_by_story(THREE)
    for name in ("articles", "claims", "clusters", "contests", "events", "segmentations"):
        told = [item for part in parts for item in getattr(part, name)]
        assert sorted(map(repr, told)) == sorted(map(repr, getattr(THREE, name))), name
    assert {item for part in parts for item in part.sources} == set(THREE.sources)


def test_a_story_has_those_whom_its_speakers_belong_to() -> None:
    """The mill workers' union says nothing alone, but is part of a statement."""
    (part,) = part_by_story(make_analysis())
    assert part.sources == make_analysis().sources


def test_a_new_table_of_an_analysis_is_parted_too() -> None:
    """Whoever adds one says in parting.py which of it belongs to a story, and adds it here."""
    assert {field.name for field in fields(Analysis)} == {
        "articles", "claims", "sources", "clusters", "contests", "problems", "events",
        "segmentations", "reversals", "rules", "diagnostics", "checks", "decided",
        "set_aside_claims", "set_aside_contests",
    }  # fmt: skip


def test_what_could_not_be_read_stands_in_the_index_alone() -> None:
    pages = render_folder(make_analysis())
    assert [name for name in pages if "mill/notes.docx" in pages[name]] == ["index.html"]


def test_an_article_read_in_part_is_told_with_its_story() -> None:
    problem = Problem("mill/courier.txt", "was cut off", fatal=False)
    pages = render_folder(replace(make_analysis(), problems=(problem,)))
    assert all("was cut off" in page for page in pages.values())


def test_index_says_what_is_contested_by_whom_and_how_well_shown() -> None:
    words = to_words(read_page(render_folder(make_analysis())["index.html"]).all("main")[0].text)
    for fact in (
        "1 story",
        "3 articles from 2 outlets, 6 to 7 May 2031: Brenna Courier and The Lake Post",
        "12 attributed claims of 9 sources: grade B, 2 grade C, 3 grade D, 4 grade E, 2 not graded",
        "Were the mill's alarms switched off? Denial Affirmed: 1 voice, best grade B, "
        "Denied: 1 voice, best grade C,",
    ):
        assert fact in words, words
    assert "grade A" not in words


def test_more_contests_than_are_listed_are_counted() -> None:
    analysis = make_analysis()
    first = analysis.contests[0]
    more = tuple(replace(first, id=f"{number}") for number in range(5))
    page = read_page(render_folder(replace(analysis, contests=more))["index.html"])
    (link,) = (item for item in page.all("a") if item.text == "2 more")
    assert link.attributes["href"].endswith(".html#contested")


def test_nothing_read_is_said() -> None:
    pages = render_folder(EMPTY)
    assert list(pages) == ["index.html"]
    assert "No article was read." in pages["index.html"]


def test_a_story_without_claims_is_listed() -> None:
    analysis = make_analysis()
    bare = replace(EMPTY, articles=analysis.articles, events=analysis.events)
    assert "No attributed claims were found." in render_folder(bare)["index.html"]


@pytest.mark.parametrize(
    "analysis", [THREE, make_hostile(), EMPTY], ids=["three", "hostile", "empty"]
)
def test_pages_are_well_formed_signed_and_shut_to_the_network(analysis: Analysis) -> None:
    for text in render_folder(analysis).values():
        page = read_page(text)
        assert page.faults == []
        assert page.unclosed == []
        assert text.endswith(f"</html>\n{SIGNATURE}")
        assert "default-src 'none'" in page.all("meta")[1].attributes["content"]
        assert not page.all("img")
        assert all(not name.startswith("on") for item in page.elements for name in item.attributes)
        assert len(page.all("script")) == 1


def test_order_of_the_input_changes_nothing() -> None:
    turned = replace(
        THREE,
        articles=THREE.articles[::-1],
        claims=THREE.claims[::-1],
        sources=THREE.sources[::-1],
        contests=THREE.contests[::-1],
        events=THREE.events[::-1],
        segmentations=THREE.segmentations[::-1],
    )
    assert render_folder(turned) == render_folder(THREE)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Mill blaze injures 15", "mill-blaze-injures-15-0a1b.html"),
        ("The firm's “no”: what now?", "the-firms-no-what-now-0a1b.html"),
        ("Señor Muñoz à Genève", "senor-munoz-a-geneve-0a1b.html"),
        ("火事", "story-0a1b.html"),
        ("", "story-0a1b.html"),
        ("../../etc/passwd", "etc-passwd-0a1b.html"),
        ("index", "index-0a1b.html"),
        ("a" * 300, "a" * 48 + "-0a1b.html"),
        ("word " * 30, "word-word-word-word-word-word-word-word-word-0a1b.html"),
    ],
)
def test_file_names_are_readable_and_harmless(heading: str, name: str) -> None:
    assert name_file(heading, "0a1b") == name


def test_hostile_names_stay_file_names() -> None:
    hostile = replace(
        make_hostile(), events=(Event("../x", make_hostile().events[0].articles, EVIL),)
    )
    assert all(re.fullmatch(r"[a-z0-9-]+\.html", name) for name in render_folder(hostile))


def test_two_stories_of_one_headline_have_two_pages() -> None:
    analysis = make_analysis()
    one, *rest = (article.id for article in analysis.articles)
    events = (Event("a1", (one,), "Fire"), Event("b2", tuple(rest), "Fire"))
    assert len(render_folder(replace(analysis, events=events))) == 3
