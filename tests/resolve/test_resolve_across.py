"""Across articles: one source for one person or body, and never one for two."""

from __future__ import annotations

from itertools import permutations

import pytest
from staging import RULEBOOK, source_at, staged

from attrib.records import Resolution
from attrib.resolve import resolve

SAID = "[source {}] [cue said] [content the dam held]."


def _both(first: str, second: str) -> Resolution:
    return resolve(
        [staged(SAID.format(first), name="a1"), staged(SAID.format(second), name="a2")], RULEBOOK
    )


def _same(first: str, second: str) -> bool:
    resolution = _both(first, second)
    return source_at(resolution, 0, "a1") == source_at(resolution, 0, "a2")


ONE = [
    ("The Peruvian Defense Ministry", "Peru's Ministry of Defence"),
    ("The Peruvian Defense Ministry", "the Ministry of Defence of Peru"),
    ("Peru's Foreign Ministry", "the Ministry of Foreign Affairs of Peru"),
    ("Maj. Gen. Bo Ashby, a spokesman for Peru,", "Bo Ashby"),
    ("Bo T. Ashby", "Bo Ashby"),
    ("Bo Ashby Jr.", "Bo Ashby"),
    ("Transport Minister José Ruiz", "Jose Ruiz"),
    ("The United States", "Washington"),
    ("Britain", "the U.K."),
    ("The United Nations", "the UN"),
    ("The Associated Press", "the AP"),
    ("The River Center", "the River Centre"),
    ("The Farmers' Union", "the Farmers’ Union"),
    ("Viktor Zelenskiy", "Viktor Zelensky"),
    ("Phillip Müller", "Philip Mueller"),
    ("Khalid Moss", "Halid Moss"),
]

TWO = [
    ("Mr. Ashby", "Bo Ashby"),
    ("Ashby", "Ashby"),
    ("Ida Moss", "Jon Moss"),
    ("John Moss", "Jon Moss"),
    ("Ida Moss", "Ida Ross"),
    ("Frances Moss", "Francis Moss"),
    ("officials", "officials"),
    ("an unidentified pilot", "an unidentified pilot"),
    ("the Defense Ministry", "the Defense Ministry"),
    ("police", "police"),
    ("he", "he"),
    ("The Peruvian Works Ministry", "the Chilean Works Ministry"),
    ("Peru and other states", "Peru and other states"),
    ("The River Department", "the River Ministry"),
]


@pytest.mark.parametrize(("first", "second"), ONE)
def test_one_source_under_other_spellings(first: str, second: str) -> None:
    assert _same(first, second)


@pytest.mark.parametrize(("first", "second"), TWO)
def test_two_articles_two_sources_where_it_is_not_certain(first: str, second: str) -> None:
    assert not _same(first, second)


def test_initials_spelt_out_in_one_article_are_known_in_another() -> None:
    assert _same("The Office for River Safety (ORS)", "the ORS")
    assert not _same("The Office for River Safety", "the OFT")


def test_id_of_a_named_source_does_not_depend_on_other_articles() -> None:
    alone = resolve([staged(SAID.format("Bo Ashby"), name="a1")], RULEBOOK)
    beside = _both("Bo Ashby", "Ida Moss")
    assert source_at(alone, 0).id == source_at(beside, 0, "a1").id


def test_id_of_an_unnamed_source_holds_its_article() -> None:
    first = resolve([staged(SAID.format("officials"), name="a1")], RULEBOOK)
    second = resolve([staged(SAID.format("officials"), name="a2")], RULEBOOK)
    assert first.sources[0].id != second.sources[0].id


def test_order_of_articles_changes_nothing() -> None:
    extractions = [
        staged(SAID.format("Maj. Gen. Bo Ashby, a spokesman for the port,"), name="a1"),
        staged(SAID.format("Bo Ashby") + " [source2 He] [cue2 said] [content2 so].", name="a2"),
        staged(SAID.format("Peru's Ministry of Defence"), name="a3"),
        staged(SAID.format("The Peruvian Defense Ministry"), name="a4"),
    ]
    results = {repr(resolve(list(order), RULEBOOK)) for order in permutations(extractions)}
    assert len(results) == 1


def test_merged_source_keeps_every_alias_and_article_and_its_fullest_introduction() -> None:
    resolution = _both("Col. Bo Ashby, a spokesman for the port,", "Bo Ashby")
    found = source_at(resolution, 0, "a2")
    assert found.aliases == ("Bo Ashby", "Col. Bo Ashby, a spokesman for the port,")
    assert found.articles == ("a1", "a2")
    assert (found.source_class, found.role) == ("NSP", "spokesman")
    assert found.description == "Col. Bo Ashby, a spokesman for the port"


def test_firm_left_open_in_one_article_is_the_body_of_another() -> None:
    markup = "[source Callan Bright] [cue said] [content it held]. "
    resolution = resolve(
        [
            staged(markup, name="a1"),
            staged(markup.replace("Bright]", "Bright, which runs the ferry,]"), name="a2"),
        ],
        RULEBOOK,
    )
    assert source_at(resolution, 0, "a1") == source_at(resolution, 0, "a2")
    assert source_at(resolution, 0, "a1").source_class == "ORG"


def test_two_spellings_that_one_article_holds_are_two_people() -> None:
    markup = (
        "[source Oleksiy Moss] [cue said] [content so]. "
        "[source2 Oleksy Moss] [cue2 denied] [content2 it]."
    )
    resolution = resolve([staged(markup, name="a1"), staged(markup, name="a2")], RULEBOOK)
    assert source_at(resolution, 0, "a1") != source_at(resolution, 1, "a1")
    assert source_at(resolution, 0, "a1") == source_at(resolution, 0, "a2")
