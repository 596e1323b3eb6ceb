"""Sources in a report: described, denying, passed on, and in an order that is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import make_article, make_claim, make_source, make_strength
from mill import make_analysis
from page import read_page, to_words

from attrib.records import Analysis, Claim, Source
from attrib.report import render
from attrib.report.index import build_index
from attrib.report.sources import SourceView, is_denial, view_sources
from attrib.report.words import load_words
from attrib.resources import find_folder

WORDS = load_words((find_folder("reports"),))
MILL = {view.source.name: view for view in view_sources(build_index(make_analysis()), WORDS)}
FIRST = replace(
    make_article(
        "first",
        "Chief inspector Ida Mork said it burned. Mork said it was late. She said no. Mr Mork said "
        "yes.",
    ),
    outlet="Courier",
    published="2031-05-06",
)
SECOND = replace(
    make_article("second", "The chief inspector, Ida Mork, said so. Ida Mork’s office said more."),
    outlet="Post",
    published="2031-05-05",
)
IDA = replace(
    make_source("Ida Mork", "NOF", FIRST, SECOND),
    aliases=("Chief inspector Ida Mork", "Mork", "Mr Mork", "She", "she", "Mórk"),
)


def claims(source: Source = IDA) -> tuple[Claim, ...]:
    def said(where: object, sentence: str, mention: str) -> Claim:
        article = FIRST if where is FIRST else SECOND
        content = sentence.split(" said ")[1].rstrip(".")
        return make_claim(
            article, sentence, content, source=source, mention=mention, cue="said",
            strength=make_strength(50, "C", "named"),
        )  # fmt: skip

    return (
        said(FIRST, "Chief inspector Ida Mork said it burned.", "Chief inspector Ida Mork"),
        said(FIRST, "Mork said it was late.", "Mork"),
        said(FIRST, "She said no.", "She"),
        said(FIRST, "Mr Mork said yes.", "Mr Mork"),
        said(SECOND, "The chief inspector, Ida Mork, said so.", "The chief inspector, Ida Mork,"),
        said(SECOND, "Ida Mork’s office said more.", "Ida Mork’s office"),
    )


def view(source: Source = IDA) -> SourceView:
    analysis = Analysis((FIRST, SECOND), claims(source), (source,), (), ())
    (found,) = view_sources(build_index(analysis), WORDS)
    return found


def test_each_wording_that_says_more_than_the_name_stands_once_with_its_articles() -> None:
    described = [(item.words, [place.outlet for place in item.places]) for item in view().described]
    # Capitals, commas and the article before it make no other wording.
    assert described == [
        ("Chief inspector Ida Mork", ["Courier", "Post"]),
        ("Ida Mork’s office", ["Post"]),
    ]


def test_pronouns_short_titles_and_surnames_describe_nobody() -> None:
    words = {item.words for item in view().described}
    assert not words & {"Mork", "She", "Mr Mork"}


def test_other_names_are_no_descriptions_and_no_pronouns() -> None:
    assert view().called == ("Mork", "Mr Mork")


def test_letters_that_look_like_a_pronoun_may_be_a_name() -> None:
    body = replace(IDA, name="World Health Organization", aliases=("WHO", "who", "it", "IT"))
    assert view(body).called == ("WHO", "IT")


def test_the_fullest_description_is_shown_where_no_claim_has_it() -> None:
    (first, *_) = view(replace(IDA, description="Ida Mork, an engineer from Brenna")).described
    assert (first.words, first.places) == ("Ida Mork, an engineer from Brenna", ())
    plain = view(replace(IDA, description="Ida Mork")).described
    assert "Ida Mork" not in {item.words for item in plain}


def test_whoever_is_not_identified_has_no_description_but_a_reason() -> None:
    assert view(replace(IDA, resolved=False)).described == ()
    page = read_page(render(make_analysis(), "html"))
    (he,) = (item for item in page.all("summary") if to_words(item.text).startswith("He "))
    assert "two people in the text could be meant" in to_words(he.text)


def test_denials_stand_apart_and_nothing_is_lost() -> None:
    halden = MILL["Halden Paper"]
    assert [item.claim.text for item in halden.denies] == ["The alarms were off."]
    for source in MILL.values():
        held = [item.id for group in source.holds for item in group]
        denied = [item.id for item in source.denies]
        assert sorted(held + denied) == sorted(item.id for item in source.says)


@pytest.mark.parametrize(
    ("stance", "polarity", "denial"),
    [("denies", "deny", True), ("asserts", "affirm", False), ("demands", "deny", True),
     ("denies", "none", True), ("demands", "none", False)],
)  # fmt: skip
def test_a_denial_is_told_by_stance_or_polarity(stance: str, polarity: str, denial: bool) -> None:
    claim = replace(claims()[0], stance=stance, polarity=polarity)  # type: ignore[arg-type]
    assert is_denial(claim) == denial


def test_what_is_said_stands_by_article_in_reading_order() -> None:
    assert [[item.outlet for item in group] for group in view().holds] == [
        ["Post", "Post"],
        ["Courier"] * 4,
    ]


def test_who_passes_on_whom_is_said_on_both_sides() -> None:
    (behind,) = MILL["Northern Wire"].relays
    assert (behind.other.name, behind.claims) == ("hospital official", 1)
    (before,) = MILL["hospital official"].relayed_by
    assert (before.other.name, before.claims) == ("Northern Wire", 1)
    assert MILL["fire brigade"].relays == MILL["fire brigade"].relayed_by == ()


def test_best_and_worst_grade_are_one_where_they_are_the_same() -> None:
    assert MILL["hospital official"].grades == ("D", "E")
    assert MILL["fire brigade"].grades == ("C",)
    assert MILL["mill workers' union"].grades == ()


def test_a_passed_on_source_nobody_identified_ties_nobody() -> None:
    analysis = make_analysis()
    sources = tuple(
        replace(item, resolved=False) if item.name == "hospital official" else item
        for item in analysis.sources
    )
    views = view_sources(build_index(replace(analysis, sources=sources)), WORDS)
    (wire,) = (item for item in views if item.source.name == "Northern Wire")
    assert wire.relays == ()


def test_the_order_is_said_and_kept() -> None:
    page = read_page(render(make_analysis(), "html"))
    assert "In order of how many claims each has" in to_words(page.by_id("sources").text)
    resolved = [len(item.says) for item in MILL.values() if item.source.resolved]
    assert resolved == sorted(resolved, reverse=True)
