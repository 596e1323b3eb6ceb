"""The first screen: what is counted, what is warned of, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mill import make_analysis

from attrib.records import Analysis, Claim, Cluster, Contest, ContestKind, Event, Side
from attrib.report.articles import sort_articles, split_blocks, view_articles
from attrib.report.contests import view_contests
from attrib.report.index import build_index
from attrib.report.sources import Related, view_sources
from attrib.report.summary import Matter, SingleSource, Summary, say_percent, summarise
from attrib.report.text import say_single_source
from attrib.report.words import load_words
from attrib.resources import find_folder

WORDS = load_words((find_folder("reports"),))


def summary_of(analysis: Analysis) -> Summary:
    return summarise(build_index(analysis), WORDS)


def claim_of(analysis: Analysis, text: str) -> Claim:
    (found,) = (claim for claim in analysis.claims if claim.text == text)
    return found


def test_grades_count_attributed_claims_and_leave_own_voice_out() -> None:
    summary = summary_of(make_analysis())
    assert summary.grades == (("A", 0), ("B", 2), ("C", 3), ("D", 4), ("E", 2))
    assert (summary.attributed, summary.ungraded, summary.own) == (12, 1, 2)


def test_sentences_are_those_of_prose_only() -> None:
    assert summary_of(make_analysis()).sentences == 14
    assert summary_of(replace(make_analysis(), segmentations=())).sentences == 2


def test_unnamed_sources_are_counted_by_who_is_said_to_know() -> None:
    unnamed = {claim.text for claim in summary_of(make_analysis()).unnamed}
    assert "Fifteen people were injured in the mill fire" in unnamed
    assert "the sirens were silent" in unnamed
    assert '"The system was off," "We have the logs."'.strip('".,') not in unnamed
    assert "how the fire began" not in unnamed


def test_heading_is_the_headline_the_event_is_labelled_with() -> None:
    analysis = make_analysis()
    assert summary_of(analysis).heading == "Mill blaze injures 15"
    for label in ("Home | News | Sport", "Fire at Orsa mill ..."):
        named = replace(analysis, events=(replace(analysis.events[0], label=label),))
        assert summary_of(named).heading == "Fire at Orsa mill hurts 12"
    bare = replace(analysis, events=(Event("e", (), "A fire"),), articles=(), segmentations=())
    assert summary_of(bare).heading == "A fire"
    assert summary_of(replace(analysis, events=())).heading == "Who says what"


def test_scope_counts_stories_where_there_are_several() -> None:
    analysis = make_analysis()
    assert summary_of(analysis).scope == "3 articles from 2 outlets, 6 to 7 May 2031"
    two = replace(analysis, events=(*analysis.events, Event("e2", (), "A flood")))
    assert summary_of(two).heading == "Who says what"
    assert "on 2 stories" in summary_of(two).scope


def one_origin() -> Analysis:
    analysis = make_analysis()
    relayed = claim_of(analysis, "Fifteen people were injured in the mill fire")
    direct = claim_of(analysis, "15 people had been hurt")
    cluster = Cluster("k", tuple(sorted((relayed.id, direct.id))), "15 people were hurt.")
    return replace(analysis, clusters=(cluster,), contests=())


def test_two_outlets_with_one_origin_are_warned_of() -> None:
    (warning,) = summary_of(one_origin()).stories[0].single_source
    (matter,) = warning.matters
    assert (warning.name, matter.outlets) == ("hospital official", ("The Lake Post", "wire.txt"))


def test_a_name_alone_is_no_matter() -> None:
    analysis = one_origin()
    (cluster,) = analysis.clusters
    bare = replace(analysis, clusters=(replace(cluster, label="The mayor"),))
    assert not summary_of(bare).stories[0].single_source


@pytest.mark.parametrize(("kind", "n_warnings"), [("quote", 0), ("figure", 1)])
def test_words_that_two_outlets_quote_in_two_ways_are_not(
    kind: ContestKind, n_warnings: int
) -> None:
    analysis = one_origin()
    (cluster,) = analysis.clusters
    sides = tuple(Side(claim, (claim,), (), ()) for claim in cluster.claims)
    told = replace(analysis, contests=(Contest("c", "k", kind, "", sides, 0.9, ""),))
    assert len(summary_of(told).stories[0].single_source) == n_warnings


def test_two_origins_or_one_outlet_are_not() -> None:
    analysis = one_origin()
    other = claim_of(analysis, "Drills had been skipped.")
    relayed = claim_of(analysis, "Fifteen people were injured in the mill fire")
    own = claim_of(analysis, "The mill has burned three times since 2019")
    direct = claim_of(analysis, "15 people had been hurt")
    for pair in ((other, direct), (own, direct), (relayed, relayed)):
        cluster = Cluster("k", tuple(claim.id for claim in pair), "")
        (story,) = summary_of(replace(analysis, clusters=(cluster,))).stories
        assert not story.single_source


def test_furniture_lines_are_counted_with_text_no_paragraph_holds() -> None:
    analysis = make_analysis()
    assert summary_of(analysis).furniture_lines == 2
    (first, *rest) = analysis.segmentations
    cut = replace(first, paragraphs=first.paragraphs[:-1], sentences=())
    assert summary_of(replace(analysis, segmentations=(cut, *rest))).furniture_lines == 2


def test_percent_of_nothing_is_nothing() -> None:
    assert (say_percent(0, 0), say_percent(1, 3), say_percent(2, 2)) == (0, 33, 100)


def test_surer_contests_in_more_outlets_come_first_then_those_with_more_voices() -> None:
    analysis = make_analysis()
    one, other = analysis.contests

    def order(*contests: Contest) -> list[str]:
        index = build_index(replace(analysis, contests=contests))
        return [view.contest.id for view in view_contests(index, WORDS)]

    same = replace(one, sides=other.sides)
    sure, unsure = replace(same, score=0.9), replace(other, score=0.5)
    assert order(unsure, sure) == [one.id, other.id]
    many = replace(other, score=0.9, sides=tuple(replace(s, voices=3) for s in other.sides))
    assert order(sure, many) == [other.id, one.id]
    narrow = replace(same, score=1.0, sides=other.sides[:1] * 2)
    assert order(narrow, replace(unsure, score=0.6)) == [other.id, one.id]


def test_rows_of_a_side_have_what_meets_head_on_first_then_the_best_grade() -> None:
    (view,) = (
        view
        for view in view_contests(build_index(make_analysis()), WORDS)
        if view.contest.kind == "denial"
    )
    affirmed, denied = view.sides
    assert [(row.view.claim.stance, row.view.grade) for row in affirmed.rows] == [
        ("accuses", "D"),
        ("asserts", "B"),
    ]
    assert [row.view.grade for row in denied.rows] == ["C", "D"]
    assert (affirmed.best, denied.best) == ("B", "C")


@pytest.mark.parametrize(
    ("kind", "shown"), [("denial", "Affirmed"), ("quote", "“affirmed”"), ("figure", "affirmed")]
)
def test_a_side_is_named_as_its_kind_asks(kind: ContestKind, shown: str) -> None:
    contest = next(item for item in make_analysis().contests if item.kind == "denial")
    analysis = replace(make_analysis(), contests=(replace(contest, kind=kind),))
    (view,) = view_contests(build_index(analysis), WORDS)
    assert view.sides[0].value == shown


def test_articles_are_read_by_date_undated_last() -> None:
    first, second, third = make_analysis().articles
    undated = replace(first, published=None, outlet="A")
    late = replace(second, published="2031-06-01")
    early = replace(third, published="2031-05-01")
    assert sort_articles([undated, late, early]) == [early, late, undated]


def test_blocks_hold_the_whole_text_but_blank_lines() -> None:
    analysis = make_analysis()
    for view in view_articles(build_index(analysis), WORDS):
        shown = "\n".join("".join(piece.text for piece in block.segments) for block in view.blocks)
        assert shown.split() == view.article.text.split()
    article = analysis.articles[0]
    unsegmented = split_blocks(article, None)
    assert "\n".join(block.span.of(article.text) for block in unsegmented).split() == (
        article.text.split()
    )


def test_cited_are_those_said_to_know_not_those_who_pass_it_on() -> None:
    views = {view.name: view for view in view_articles(build_index(make_analysis()), WORDS)}
    cited = {item.name for item in views["The Lake Post"].quoted}
    assert "hospital official" in cited
    assert "Northern Wire" not in cited


def test_every_note_stands_beside_the_paragraph_its_claim_begins_in() -> None:
    for view in view_articles(build_index(make_analysis()), WORDS):
        for block in view.blocks:
            opened = {claim for piece in block.segments for claim in piece.opens}
            assert {note.id for note in block.notes} <= opened
        assert not view.strays


def test_members_of_a_joint_source_are_listed_even_if_silent() -> None:
    views = {view.source.name: view for view in view_sources(build_index(make_analysis()), WORDS)}
    assert [item.name for item in views["mill workers' union"].statements] == [
        "Halden Paper and the mill workers' union"
    ]
    assert not views["mill workers' union"].says


def test_an_office_is_listed_with_those_who_speak_for_it() -> None:
    views = {view.source.name: view for view in view_sources(build_index(make_analysis()), WORDS)}
    assert [item.name for item in views["inspectors"].affiliates] == ["Ida Mork"]
    assert views["Ida Mork"].affiliation == Related(views["inspectors"].source.id, "inspectors")


def test_unidentified_sources_come_last() -> None:
    resolved = [view.source.resolved for view in view_sources(build_index(make_analysis()), WORDS)]
    assert resolved == sorted(resolved, reverse=True)
    assert False in resolved


def test_what_one_source_tells_several_outlets_is_listed_as_far_as_a_reader_follows() -> None:
    matters = tuple(Matter(f"matter {n}", f"c{n}", ("A", "B")) for n in range(8))
    told = say_single_source(SingleSource("s", "Ida Mork", matters))
    assert told.endswith("matter 4 (2 outlets: A and B); 3 more: the page lists them")
    assert "matter 5" not in told
    assert "more" not in say_single_source(SingleSource("s", "Ida Mork", matters[:5]))
