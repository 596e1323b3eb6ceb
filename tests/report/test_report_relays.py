"""Who passes on whose words, and the article that has one source only."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from mill import make_analysis
from page import read_page, to_words

from attrib.records import Analysis, ChainLink, Reversal
from attrib.report import render
from attrib.report.articles import view_articles
from attrib.report.index import build_index
from attrib.report.relays import view_relays
from attrib.report.sources import view_sources
from attrib.report.words import load_words
from attrib.resources import find_folder

WORDS = load_words((find_folder("reports"),))


def chained(*names: str, times: int = 1) -> Analysis:
    analysis = make_analysis()
    chain = tuple(ChainLink(name.lower(), name, "ORG") for name in names)
    claims = tuple(
        replace(claim, id=f"{claim.id}{number}", chain=chain if number < times else ())
        for number, claim in enumerate(analysis.claims)
    )
    return replace(analysis, claims=claims)


def test_every_hop_is_a_tie_and_the_outlet_is_the_first() -> None:
    view = view_relays(build_index(chained("Northern Wire", "Ida Moss")))
    assert {(tie.by, tie.of) for tie in view.ties} >= {("Northern Wire", "Ida Moss")}
    assert all(tie.by != tie.of for tie in view.ties)
    assert len(view.ties) == 2


def test_no_relay_no_drawing() -> None:
    view = view_relays(build_index(chained("Ida Moss")))
    assert (view.ties, view.lines, view.left) == ((), (), ())


def test_lines_end_at_their_labels_and_are_as_thick_as_the_claims_are_many() -> None:
    view = view_relays(build_index(chained("Northern Wire", "Ida Moss", times=9)))
    heights = {label.y for label in (*view.left, *view.right)}
    assert {line.start for line in view.lines} | {line.end for line in view.lines} <= heights
    assert max(line.width for line in view.lines) == 6
    assert view.height > max(heights)


def test_long_names_are_cut_in_the_drawing_alone() -> None:
    name = "The Association of Harbour Pilots and River Engineers"
    view = view_relays(build_index(chained("Northern Wire", name)))
    assert any(label.text.endswith("…") for label in view.right)
    assert any(tie.of == name for tie in view.ties)


def test_names_stand_apart_inside_the_drawing_and_lines_cross_little() -> None:
    analysis = make_analysis()
    claims = tuple(
        replace(
            analysis.claims[0],
            id=f"claim{number}",
            chain=(ChainLink(f"agency {number}", f"Agency {number}", "MED"),
                   ChainLink(f"source {number % 3}", f"Source {number % 3}", "ORG")),
        )
        for number in range(9)
    )  # fmt: skip
    view = view_relays(build_index(replace(analysis, claims=claims)))
    for labels in (view.left, view.right):
        heights = [label.y for label in labels]
        assert all(other - one >= 20 for one, other in pairwise(heights))
        assert heights[0] >= 13
        assert heights[-1] + 5 < view.height
    # Each name on the right stands no higher than one whose ties lie above its own.
    ends: dict[int, list[int]] = {}
    for line in view.lines:
        ends.setdefault(line.end, []).append(line.start)
    middles = [sum(starts) / len(starts) for _, starts in sorted(ends.items())]
    assert middles == sorted(middles)
    assert view.drawn == len(view.lines) == 14
    assert len(view.ties) == 18


def test_the_table_has_every_tie_and_leads_to_its_claims() -> None:
    name = "The Association of Harbour Pilots and River Engineers"
    analysis = chained("Northern Wire", name, times=9)
    source = replace(analysis.sources[0], id=name.lower(), name=name)
    agency = replace(analysis.sources[1], id="northern wire", name="Northern Wire")
    page = read_page(render(replace(analysis, sources=(*analysis.sources, source, agency)), "html"))
    (table,) = (item for item in page.all("table") if "Who passes on whose words" in item.text)
    row = next(item for item in page.all("tr") if item.text.strip().startswith(name))
    assert name in table.text
    assert to_words(row.text).endswith("claim 5 …")
    titles = [item.text for item in page.all("title") if item.parents[-1] == "text"]
    assert name in titles
    assert "Drawn are" not in page.by_id("sources").text


def test_ties_that_are_not_drawn_are_counted() -> None:
    analysis = make_analysis()
    claims = tuple(
        replace(
            claim,
            id=f"{claim.id}{number}",
            chain=(ChainLink("wire", "Wire", "MED"), ChainLink(f"s{number}", f"S{number}", "ORG")),
        )
        for number, claim in enumerate([analysis.claims[0]] * 20)
    )
    extra = [replace(analysis.sources[0], id=f"s{number}", name=f"S{number}") for number in
             range(20)]  # fmt: skip
    wire = replace(analysis.sources[0], id="wire", name="Wire")
    page = read_page(
        render(replace(analysis, claims=claims, contests=(), clusters=(),
                       sources=(*analysis.sources, wire, *extra)), "html")
    )  # fmt: skip
    assert "Drawn are the 14 ties with most claims; the table has all." in to_words(
        page.by_id("sources").text
    )


def test_an_article_with_one_source_says_so() -> None:
    analysis = make_analysis()
    source = analysis.sources[0]
    link = ChainLink(source.id, source.name, source.source_class)
    claims = tuple(replace(claim, chain=(link,)) for claim in analysis.claims)
    views = view_articles(build_index(replace(analysis, claims=claims)), WORDS)
    several = [view for view in views if view.attributed >= 3]
    assert several
    assert all(view.rests_on and view.rests_on.id == source.id for view in several)
    assert not any(view.rests_on for view in views if view.attributed < 3)


def test_a_source_shows_where_it_contradicts_itself() -> None:
    analysis = make_analysis()
    source = analysis.sources[0]
    pair = (analysis.claims[0].id, analysis.claims[1].id)
    turned = replace(analysis, reversals=(Reversal(source.id, pair, "figures differ: 12 / 20"),))
    (view,) = (
        view for view in view_sources(build_index(turned), WORDS) if view.source.id == source.id
    )
    (found,) = view.reversals
    assert {found.one.id, found.other.id} == set(pair)
