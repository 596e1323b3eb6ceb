"""Who speaks on what: which matters are rows, which sources columns, and what a cell says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from crowd import gather, make_matters, make_story
from hostile import make_hostile
from mill import make_analysis
from page import read_page, to_words

from attrib.records import Analysis, ContestKind
from attrib.report import render
from attrib.report.contests import view_contests
from attrib.report.index import build_index
from attrib.report.plots.matrix import Entry, Matrix, lay_matrix
from attrib.report.words import load_words
from attrib.resources import find_folder

WORDS = load_words((find_folder("reports"),))


def matrix_of(analysis: Analysis) -> Matrix:
    index = build_index(analysis)
    return lay_matrix([view.contest for view in view_contests(index, WORDS)], index, WORDS)


def cells(matrix: Matrix, label: str) -> dict[str, list[tuple[str | None, str]]]:
    """What each source says on a matter: grade and answer, by the name of the column."""
    (row,) = (row for group in matrix.groups for row in group.rows if row.label == label)
    return {
        column.name: [(entry.grade, entry.does) for entry in cell]
        for column, cell in zip(matrix.columns, row.cells, strict=True)
        if cell
    }


def test_a_contested_matter_says_who_affirms_and_who_denies() -> None:
    matrix = matrix_of(make_analysis())
    assert matrix.groups[0].group == "contested"
    assert cells(matrix, "Were the mill's alarms switched off?") == {
        "Halden Paper": [("C", "denies")],
        "Ida Mork": [("B", "affirms")],
        "inspectors": [("D", "affirms")],
    }
    assert cells(matrix, "How many people were hurt?") == {
        "fire brigade": [("C", "12 people")],
        "hospital official": [("D", "15 people")],
    }
    counted = next(row for group in matrix.groups for row in group.rows if "hurt" in row.label)
    assert counted.outlets == 3


def test_a_source_on_both_sides_has_both_answers_in_its_cell() -> None:
    story = make_story(
        ("Post", "2031-05-06", "brigade", "12"), ("Courier", "2031-05-07", "brigade", "15")
    )
    assert cells(matrix_of(story), "How many?") == {"brigade": [("C", "12"), ("C", "15")]}


def test_own_voice_and_those_nobody_identified_have_columns_of_their_own_at_the_end() -> None:
    story = make_story(
        ("Post", None, "brigade", "12"), ("Courier", None, "", "15"), ("Ledger", None, "He", "17")
    )
    unknown = tuple(replace(item, resolved=item.name != "He") for item in story.sources)
    matrix = matrix_of(replace(story, sources=unknown))
    assert [column.name for column in matrix.columns] == ["brigade", "unknown", "own"]
    assert cells(matrix, "How many?")["own"] == [(None, "15")]
    (group,) = matrix.groups
    assert [entry.is_own for cell in group.rows[0].cells for entry in cell] == [False, False, True]


def test_rows_are_matters_of_several_outlets_or_sources() -> None:
    story = make_story(("Post", None, "brigade", "12"), ("Courier", None, "brigade", "12"))
    uncontested = replace(story, contests=())
    (group,) = matrix_of(uncontested).groups
    assert (group.group, group.all) == ("one source", 1)
    assert group.rows[0].target.startswith("claim-")
    two = make_story(("Post", None, "brigade", "12"), ("Courier", None, "board", "12"))
    assert [g.group for g in matrix_of(replace(two, contests=())).groups] == ["several voices"]
    own = make_story(("Post", None, "", "12"), ("Courier", None, "", "12"))
    assert [g.group for g in matrix_of(replace(own, contests=())).groups] == ["own voice"]
    mixed = make_story(("Post", None, "brigade", "12"), ("Courier", None, "", "12"))
    assert [g.group for g in matrix_of(replace(mixed, contests=())).groups] == ["several voices"]


@pytest.mark.parametrize("source", ["brigade", ""])
def test_what_one_outlet_tells_from_one_source_is_no_row(source: str) -> None:
    story = make_story(("Post", "2031-05-06", source, "12"), ("Post", "2031-05-07", source, "12"))
    if not source:
        one = tuple(replace(claim, article=story.articles[0].id) for claim in story.claims)
        story = gather(story.articles[:1], one[:1] * 2, (), story.clusters)
    assert matrix_of(replace(story, contests=())).groups == ()


@pytest.mark.parametrize(
    ("matters", "sources", "rows", "columns"), [(3, 2, 3, 2), (9, 13, 9, 13), (12, 20, 9, 14)]
)
def test_many_are_cut_and_counted(matters: int, sources: int, rows: int, columns: int) -> None:
    matrix = matrix_of(make_matters(matters, sources))
    (group,) = matrix.groups
    assert (len(group.rows), group.all) == (rows, matters)
    assert len(matrix.columns) == columns
    assert matrix.folded == max(sources - 13, 0)
    assert all(len(row.cells) == columns for row in group.rows)
    if sources > 13:
        (others,) = group.rows[0].cells[-1]
        # Seven sources in two outlets.
        assert others.times == 14
        shown = to_words(
            read_page(render(make_matters(matters, sources), "html")).by_id("glance").text
        )
        assert "7 other sources" in shown
        assert "the first 9 of 12" in shown


def test_contested_matters_may_take_all_rows() -> None:
    analysis = make_matters(40, 2)
    contest = make_analysis().contests[0]
    contests = tuple(
        replace(
            contest,
            id=f"contest{place:03}",
            cluster=cluster.id,
            sides=tuple(replace(side, claims=(claim,)) for side, claim in
                        zip(contest.sides, cluster.claims, strict=False)),
        )
        for place, cluster in enumerate(analysis.clusters)
    )  # fmt: skip
    (group,) = matrix_of(replace(analysis, contests=contests)).groups
    assert (group.group, len(group.rows), group.all) == ("contested", 25, 40)


@pytest.mark.parametrize(
    ("kind", "values", "does"),
    [("contradiction", "stated", "states"), ("contradiction", "negated", "negates"),
     ("attribution", "Ida Moss", "Ida Moss")],
)  # fmt: skip
def test_an_answer_is_a_verb_or_its_value(kind: ContestKind, values: str, does: str) -> None:
    story = make_story(
        ("Post", None, "brigade", values), ("Courier", None, "board", "x"), kind=kind
    )
    assert cells(matrix_of(story), "How many?")["brigade"] == [("C", does)]


def test_an_uncontested_denial_and_a_demand_are_named() -> None:
    story = replace(
        make_story(("Post", None, "brigade", "12"), ("Courier", None, "board", "15")), contests=()
    )
    changed = tuple(
        replace(claim, polarity="deny", stance="denies")
        if claim.chain[0].name == "board"
        else replace(claim, polarity="none", stance="demands")
        for claim in story.claims
    )
    assert cells(matrix_of(replace(story, claims=changed)), "How many?") == {
        "brigade": [("C", "demand")],
        "board": [("C", "denies")],
    }


def test_the_best_graded_claim_shows_an_answer() -> None:
    story = make_story(("Post", None, "brigade", "12"), ("Courier", None, "brigade", "12"))
    first, second = story.claims
    assert first.strength is not None
    better = replace(first, strength=replace(first.strength, score=70, grade="B"))
    for claims in ((better, second), (second, better)):
        (group,) = matrix_of(replace(story, claims=claims)).groups
        (cell,) = group.rows[0].cells
        assert cell == (Entry("B", False, "12", better.id, 2),)


def test_two_sources_of_one_name_have_their_outlets_beside_it() -> None:
    story = make_story(
        ("www.post.example", None, "police", "12"), ("Courier", None, "police board", "15")
    )
    assert [column.name for column in matrix_of(story).columns] == ["police", "police board"]
    sources = tuple(replace(source, name="police") for source in story.sources)
    columns = matrix_of(replace(story, sources=sources)).columns
    assert sorted(column.name for column in columns) == [
        "police (Courier)",
        "police (post.example)",
    ]
    assert [column.full for column in columns] == [column.name for column in columns]


def test_every_cell_leads_to_its_words_and_long_names_are_whole_in_the_title() -> None:
    name = "The Association of Harbour Pilots and River Engineers of the Northern Counties"
    story = make_story(("Post", None, name, "12"), ("Courier", None, "board", "15"))
    page = read_page(render(story, "html"))
    heads = [e for e in page.all("a") if e.attributes.get("title") == name]
    assert len(heads) == 1
    assert heads[0].text.endswith("…")
    for cell in page.all("a", class_="cell"):
        assert page.by_id(cell.attributes["href"][1:])


def test_nothing_in_common_says_so_and_hostile_labels_are_words() -> None:
    analysis = replace(make_analysis(), clusters=(), contests=())
    assert matrix_of(analysis) == Matrix((), (), 0, 3)
    assert "No matter is told by more than one outlet or source." in render(analysis, "html")
    page = read_page(render(make_hostile(), "html"))
    assert "<script>alert(1)" in page.all("table", class_="matrix")[0].text


@pytest.mark.parametrize(("sources", "wide"), [(9, False), (10, True)])
def test_many_columns_are_set_smaller_on_paper(sources: int, wide: bool) -> None:
    part = read_page(render(make_matters(1, sources), "html")).by_id("glance")
    assert ("wide" in part.attributes["class"].split()) is wide
