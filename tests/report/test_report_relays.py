"""Who passes on whose words, and the article that has one source only."""

from __future__ import annotations

from dataclasses import replace

from mill import make_analysis

from attrib.records import Analysis, ChainLink, Reversal
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
