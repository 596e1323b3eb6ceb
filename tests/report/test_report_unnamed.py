"""What rests on sources without a name: one of them, several, or nobody at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import make_source
from mill import make_analysis

from attrib.records import Analysis, ChainLink, Claim, Cluster, SourceClass
from attrib.report.index import build_index
from attrib.report.unnamed import UnnamedView, is_several, view_unnamed
from attrib.report.words import load_words
from attrib.resources import find_folder

WORDS = load_words((find_folder("reports"),))


def unnamed_in(analysis: Analysis) -> UnnamedView:
    index = build_index(analysis)
    return view_unnamed(frozenset(index.articles), index, WORDS)


def claim_of(analysis: Analysis, text: str) -> Claim:
    (found,) = (claim for claim in analysis.claims if claim.text == text)
    return found


def with_claims(analysis: Analysis, *changed: Claim) -> Analysis:
    ids = {claim.id: claim for claim in changed}
    return replace(analysis, claims=tuple(ids.get(claim.id, claim) for claim in analysis.claims))


def test_equal_claims_of_one_source_are_one_with_both_outlets() -> None:
    (source,) = unnamed_in(make_analysis()).single
    (rest,) = source.rests
    assert (source.name, source.outlets) == ("hospital official", ("The Lake Post", "wire.txt"))
    assert (rest.grade, rest.outlets, rest.contested) == ("D", source.outlets, True)


def test_what_puts_nothing_forward_rests_on_nobody() -> None:
    analysis = make_analysis()
    ids = {
        claim
        for source in unnamed_in(analysis).single
        for rest in source.rests
        for claim in [rest.claim]
    }
    judged = [replace(c, stance="evaluates") for c in analysis.claims if c.id in ids]
    assert judged
    assert (
        not {
            rest.claim
            for source in unnamed_in(with_claims(analysis, *judged)).single
            for rest in source.rests
        }
        & ids
    )


def test_several_people_are_told_apart_from_one() -> None:
    (group,) = unnamed_in(make_analysis()).groups
    assert group.name == "people close to the company"


def test_what_a_named_source_says_too_rests_on_nobody_unnamed() -> None:
    analysis = make_analysis()
    # Ida Mork stands on the inspectors' side of the denial.
    assert unnamed_in(analysis).backed == 1
    alone = unnamed_in(replace(analysis, contests=(), clusters=()))
    assert alone.backed == 0
    assert "inspectors" in [group.name for group in alone.groups]


def test_the_other_side_of_a_contest_backs_nobody() -> None:
    analysis = make_analysis()
    # The brigade is named, but gives the other figure.
    (source,) = unnamed_in(analysis).single
    assert source.rests[0].also == ()
    apart = unnamed_in(replace(analysis, contests=()))
    assert apart.single == ()
    assert apart.backed == 3


def test_what_adds_to_a_matter_backs_nobody() -> None:
    analysis = make_analysis()
    silent = claim_of(analysis, "the sirens were silent")
    named = next(
        claim
        for claim in analysis.claims
        if claim.chain and claim.chain[-1].source_class == "NOF" and claim.strength
    )
    other = replace(named, text="the mayor will visit Brenna on Sunday", polarity=silent.polarity)
    cluster = Cluster("k", tuple(sorted((silent.id, other.id))), "")
    told = replace(with_claims(analysis, other), contests=(), clusters=(cluster,))
    assert unnamed_in(told).backed == 0
    same = replace(named, text="all the sirens stayed silent", polarity=silent.polarity)
    told = replace(with_claims(analysis, same), contests=(), clusters=(cluster,))
    assert unnamed_in(told).backed == 1


def test_a_scrap_of_a_sentence_rests_on_nobody() -> None:
    analysis = make_analysis()
    scrap = replace(claim_of(analysis, "the sirens were silent"), text="The sirens")
    assert unnamed_in(with_claims(analysis, scrap)).groups == ()


def test_another_unnamed_source_is_named_beside() -> None:
    analysis = make_analysis()
    silent = claim_of(analysis, "the sirens were silent")
    wire = claim_of(analysis, "15 people had been hurt")
    cluster = Cluster("k", tuple(sorted((silent.id, wire.id))), "")
    view = unnamed_in(replace(analysis, contests=(), clusters=(cluster,)))
    (rest,) = (rest for source in view.single for rest in source.rests if rest.also)
    assert rest.also == ("people close to the company (The Lake Post)",)


def test_a_claim_without_any_source_stands_apart() -> None:
    analysis = make_analysis()
    silent = replace(claim_of(analysis, "the sirens were silent"), source=None, chain=())
    view = unnamed_in(with_claims(analysis, silent))
    assert view.nameless is not None
    assert [rest.claim for rest in view.nameless.rests] == [silent.id]
    assert view.groups == ()


def test_sources_nobody_could_identify_and_named_ones_are_no_unnamed_sources() -> None:
    analysis = make_analysis()
    mork = make_source("Ida Mork", "NOF")
    silent = claim_of(analysis, "the sirens were silent")
    for link in (ChainLink(mork.id, "Ida Mork", "NOF"), ChainLink("x", "He", None)):
        changed = with_claims(analysis, replace(silent, chain=(link,)))
        assert unnamed_in(changed).groups == ()


def test_a_story_has_only_its_own() -> None:
    index = build_index(make_analysis())
    nothing = view_unnamed(frozenset(), index, WORDS)
    assert (nothing.single, nothing.groups, nothing.nameless, nothing.backed) == ((), (), None, 0)


@pytest.mark.parametrize(
    ("name", "source_class", "several"),
    [
        ("local source", "UOR", False),
        ("source close to the talks", "URL", False),
        ("one of the injured passengers", "UDK", False),
        ("another aide", "COL", False),
        ("Boko Haram's longtime chief", "UDK", False),
        ("witness", "UDK", False),
        ("officials", "UOR", True),
        ("sources close to the talks", "URL", True),
        ("Western intelligence officials", "UOR", True),
        ("people close to the company", "URL", True),
        ("two engineers", "UDK", True),
        ("both the driver and his wife", "UDK", True),
        ("dozens of women", "COL", True),
        ("it", "COL", True),
        ("", "UOR", False),
    ],
)
def test_one_is_told_from_several_by_the_noun(
    name: str, source_class: SourceClass, several: bool
) -> None:
    assert is_several(name, source_class) is several
