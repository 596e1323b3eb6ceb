"""Chains: from the outermost speaker to the one who is said to know."""

from __future__ import annotations

import pytest
from staging import chain_at, names_at, resolved, source_at

TOLD = "[source Bo Ashby] [cue told] [to {}] [content that the dam held]."


@pytest.mark.parametrize(
    ("told", "hops"),
    [
        ("Reuters", ["Reuters", "Bo Ashby"]),
        ("the Ashby Gazette", ["Ashby Gazette", "Bo Ashby"]),
        ("reporters", ["Bo Ashby"]),
        ("police", ["Bo Ashby"]),
        ("a committee of the River Council", ["Bo Ashby"]),
        ("the court", ["Bo Ashby"]),
    ],
)
def test_outlet_that_was_told_is_a_hop_and_nobody_else(told: str, hops: list[str]) -> None:
    resolution = resolved(TOLD.format(told))
    assert chain_at(resolution, 0) == hops
    assert names_at(resolution) == ["Bo Ashby"]


@pytest.mark.parametrize(
    ("told", "outlet"),
    [
        ("the Guardian", "www.theguardian.com"),
        ("the Guardian", "The Guardian"),
        ("The New York Times", "nytimes.com"),
        ("the Gazette", "Ashby Gazette"),
        ("BBC News", "bbc.co.uk"),
        ("The Associated Press", "apnews.com"),
    ],
)
def test_own_outlet_is_no_hop(told: str, outlet: str) -> None:
    assert chain_at(resolved(TOLD.format(told), outlet=outlet), 0) == ["Bo Ashby"]
    assert len(chain_at(resolved(TOLD.format(told), outlet="Northern Ledger"), 0)) == 2


def test_interview_with_an_outlet_is_a_hop() -> None:
    resolution = resolved(
        "[source Bo Ashby] [cue said] [medium in an interview with Sky News] [content it held]."
    )
    assert chain_at(resolution, 0) == ["Sky News", "Bo Ashby"]


def test_letter_to_an_outlet_is_none() -> None:
    resolution = resolved(
        "[source Bo Ashby] [cue said] [medium in a letter about Sky News] [content it held]."
    )
    assert chain_at(resolution, 0) == ["Bo Ashby"]


def test_outlet_that_quotes_another_comes_first_and_is_the_source() -> None:
    resolution = resolved(
        "[content The dam held], [source the Meridian news agency] [cue reported], "
        "quoting [origin an unidentified harbour source]."
    )
    assert chain_at(resolution, 0) == ["Meridian", "unidentified harbour source"]
    found = source_at(resolution, 0)
    assert (found.name, found.source_class) == ("Meridian", "MED")


def test_nested_attribution_goes_on_from_the_chain_around_it() -> None:
    resolution = resolved(
        "[source Meridian News] [cue reported] that [source2 the Works Ministry] [cue2 had denied] "
        "[content2 that the dam leaked].",
        within={2: 1},
    )
    assert chain_at(resolution, 0) == ["Meridian News"]
    assert chain_at(resolution, 1) == ["Meridian News", "Works Ministry"]


def test_speaker_who_says_what_he_thinks_is_one_hop() -> None:
    resolution = resolved(
        "[source Bo Ashby] [cue said] [source2 he] [cue2 believed] [content2 it held].",
        within={2: 1},
    )
    assert chain_at(resolution, 1) == ["Bo Ashby"]


def test_no_source_has_no_chain_even_inside_another() -> None:
    resolution = resolved(
        "[source Bo Ashby] [cue said] it was [cue2 reported] [content2 that it held].",
        within={2: 1},
    )
    assert chain_at(resolution, 1) == []


def test_ring_of_attributions_ends() -> None:
    resolution = resolved(
        "[source Bo Ashby] [cue said] [source2 Ida Moss] [cue2 said] [content2 it held].",
        within={2: 1, 1: 2},
    )
    assert all(item.chain for item in resolution.attributions)


def test_outlet_that_saw_it_itself_is_an_observer() -> None:
    for mention in ("This reporter", "The Ashby Gazette"):
        resolution = resolved(
            f"[source {mention}] [cue saw] [content it hold].", outlet="Ashby Gazette"
        )
        assert source_at(resolution, 0).source_class == "OBS"
    other = resolved("[source The Ashby Gazette] [cue saw] [content it hold].", outlet="Ledger")
    assert source_at(other, 0).source_class == "MED"
