"""Which later article gives another answer than an earlier one of the same outlet or source."""

from __future__ import annotations

from dataclasses import replace

import pytest
from crowd import make_story
from page import read_page, to_words

from attrib.records import Analysis, ContestKind, Reversal
from attrib.report import render
from attrib.report.index import build_index
from attrib.report.later import find_later


def told(analysis: Analysis) -> list[str]:
    (contest,) = analysis.contests
    return [later.said for later in find_later(contest, build_index(analysis))]


def test_an_outlets_later_article_with_another_figure_supersedes() -> None:
    story = make_story(
        ("The Lake Post", "2031-05-06", "brigade", "12"),
        ("The Lake Post", "2031-05-07T09:30Z", "clinic", "15"),
        ("Brenna Courier", "2031-05-08", "board", "12"),
    )
    assert told(story) == [
        "The Lake Post gives 15 on 7 May 2031, 09:30 UTC, after 12 on 6 May 2031."
    ]
    later = find_later(story.contests[0], build_index(story))[0]
    claims = {claim.id: claim for claim in story.claims}
    assert "15" in claims[later.claim].text
    assert "12" in claims[later.earlier].text


def test_every_format_says_so() -> None:
    story = make_story(
        ("Post", "2031-05-06", "brigade", "12"), ("Post", "2031-05-07", "brigade", "15")
    )
    said = "Post gives 15 on 7 May 2031, after 12 on 6 May 2031."
    assert f"Later: {said}" in render(story, "text")
    assert f"*Later:* {said}" in render(story, "md")
    page = read_page(render(story, "html"))
    assert said in to_words(page.by_id(f"contest-{story.contests[0].id}").text)


def test_a_name_in_small_letters_stays_as_it_is() -> None:
    story = make_story(
        ("post.example", "2031-05-06", "", "12"), ("post.example", "2031-05-07", "", "15")
    )
    assert "Later: post.example gives" in render(story, "text")
    assert "post.example gives 15" in render(story, "html")


def test_a_change_of_one_source_between_the_same_articles_is_told_once() -> None:
    story = make_story(
        ("Post", "2031-05-06", "brigade", "12"), ("Post", "2031-05-07", "brigade", "15")
    )
    assert len(told(story)) == 1


def test_a_source_that_changes_its_figure_from_one_outlet_to_another_supersedes() -> None:
    story = make_story(
        ("Courier", "2031-05-06", "brigade", "12"), ("Post", "2031-05-07", "brigade", "15")
    )
    assert told(story) == [
        "brigade gives 15 in Post on 7 May 2031, after 12 in Courier on 6 May 2031."
    ]


def test_each_change_is_told_in_order_and_a_repeat_is_none() -> None:
    days = [("2031-05-09", "17"), ("2031-05-07", "15"), ("2031-05-06", "12"), ("2031-05-08", "15")]
    found = told(make_story(*(("Post", day, "", value) for day, value in days)))
    assert [line.split(" gives ")[1].split(" on ")[0] for line in found] == ["15", "17"]


@pytest.mark.parametrize(
    "given",
    [
        # Nothing says which came later.
        [("Post", "2031-05-06", "agency", "12"), ("Post", "2031-05-06", "agency", "15")],
        [("Post", None, "agency", "12"), ("Post", "2031-05-06", "agency", "15")],
        [("Post", "soon", "agency", "12"), ("Post", "2031-05-06", "agency", "15")],
        # Whoever gives both reports a dispute.
        [("Post", "2031-05-06", "agency", "12"), ("Post", "2031-05-07", "agency", "12|15")],
        # Other outlets, other sources: that is the contest itself.
        [("Post", "2031-05-06", "agency", "12"), ("Courier", "2031-05-07", "bureau", "15")],
        [("Post", "2031-05-06", "agency", "12"), ("Post", "2031-05-07", "agency", "12")],
    ],
)
def test_nothing_supersedes(given: list[tuple[str, str | None, str, str]]) -> None:
    assert told(make_story(*given)) == []


def test_of_a_denial_an_outlet_tells_first_one_side_and_then_the_other() -> None:
    given = [
        ("Post", "2031-05-06", "inspectors", "affirmed"), ("Post", "2031-05-07", "firm", "denied"),
    ]  # fmt: skip
    assert told(make_story(*given, kind="denial")) == []
    turned = make_story(given[0], ("Post", "2031-05-07", "inspectors", "denied"), kind="denial")
    assert told(turned) == [
        "inspectors denies it in Post on 7 May 2031, after affirming it in Post on 6 May 2031."
    ]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("quote", "gives “unsafe” on 7 May 2031, after “old”"),
        ("attribution", "gives the words to unsafe on 7 May 2031, after old"),
    ],
)
def test_words_quoted_otherwise_are_the_outlets_doing(kind: ContestKind, words: str) -> None:
    one, other = ("Post", "2031-05-06", "mayor", "old"), ("Post", "2031-05-07", "mayor", "unsafe")
    assert words in told(make_story(one, other, kind=kind))[0]
    elsewhere = ("Courier", *other[1:])
    assert told(make_story(one, elsewhere, kind=kind)) == []


def test_what_a_side_leaves_out_of_a_quotation_is_said_in_words() -> None:
    given = [("Post", "2031-05-06", "mayor", "–"), ("Post", "2031-05-07", "mayor", "unsafe")]
    assert "after leaving words out" in told(make_story(*given, kind="quote"))[0]


def test_two_articles_officials_are_never_one_source() -> None:
    story = make_story(
        ("Courier", "2031-05-06", "officials", "12"), ("Post", "2031-05-07", "officials", "15")
    )
    unknown = tuple(replace(source, resolved=False) for source in story.sources)
    assert told(replace(story, sources=unknown)) == []


def test_a_reversal_with_one_end_in_the_contest_is_told() -> None:
    story = make_story(
        ("Courier", "2031-05-06", "brigade", "12"),
        ("Post", "2031-05-06", "board", "15"),
        ("Ledger", "2031-05-09", "brigade", "gone"),
    )
    (contest,) = story.contests
    kept = replace(contest, sides=contest.sides[:2])
    by_value = {side.value: side.claims[0] for side in contest.sides}
    one, other = sorted((by_value["12"], by_value["gone"]))
    source = next(source for source in story.sources if source.name == "brigade")
    reversal = Reversal(source.id, (one, other), "figures differ; said on different days")
    turned = replace(story, contests=(kept,), reversals=(reversal,))
    (line,) = told(turned)
    assert line.startswith("brigade in Ledger on 9 May 2031: ")
    assert "; before, in Courier on 6 May 2031: " in line
    # With both ends inside it is the contest that tells it, with neither it is no matter of it.
    assert len(told(replace(turned, contests=(contest,)))) == 1
    alone = replace(contest, sides=contest.sides[1:2])
    assert told(replace(turned, contests=(alone,))) == []
