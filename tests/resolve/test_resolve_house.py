"""A newsroom's own names, officials and outlets, without code."""

from __future__ import annotations

from pathlib import Path

import pytest

import attrib
from attrib.errors import RuleError
from attrib.records import Source
from attrib.rulebook import load_rulebook

ALIASES = """\
- id: aliases.house
  spellings:
    - [port authority, harbour authority]
    - [Mork Line, ML Ferries]
  places:
    - {name: Skerra, adjectives: [Skerran], metonyms: [Port Ellary], seats: [Ellary House]}
  people:
    - {name: Ida Mork, role: Brenna harbour master, class: NOF, affiliation: the port authority}
  why: Our region, as our agencies spell it.
  origin: {code: house, section: own list}
  examples: {match: ["the [Harbour Authority]", "[Ida Mork]"], skip: ["the health board"]}
"""
SOURCES = """\
- id: sources.outlets.house
  list: outlets
  terms: [Leedon Harker]
  class: MED
  why: Our neighbours.
  origin: {code: house, section: own list}
  examples: {match: ["the [Leedon Harker]"], skip: ["the harker"]}
- id: sources.roles.house
  list: roles-office
  terms: [lock keeper]
  class: NOF
  why: An office of our river.
  origin: {code: house, section: own list}
  examples: {match: ["the [lock keeper]"], skip: ["the lock"]}
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for folder, text in (("aliases", ALIASES), ("sources", SOURCES)):
        (tmp_path / "en" / folder).mkdir(parents=True)
        (tmp_path / "en" / folder / "house.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def sources(house: Path, text: str) -> dict[str, Source]:
    analysis = attrib.analyze([attrib.article(text)], rules=load_rulebook(house))
    by_id = {source.id: source for source in analysis.sources}
    return {claim.source.text: by_id[claim.source.id] for claim in analysis.claims if claim.source}


def test_an_official_has_the_role_that_the_newsroom_gives(house: Path) -> None:
    found = sources(
        house, "Ida Mork said the quay was shut. The harbour master said the ferry left."
    )
    assert found["Ida Mork"] == found["The harbour master"]
    assert (found["Ida Mork"].role, found["Ida Mork"].source_class) == (
        "Brenna harbour master",
        "NOF",
    )


def test_what_the_article_says_of_an_official_goes_first(house: Path) -> None:
    found = sources(house, "Singer Ida Mork said the quay was shut.")
    assert found["Singer Ida Mork"].role == "Singer"


def test_own_wordings_and_names_are_one_source(house: Path) -> None:
    found = sources(
        house,
        "The Brenna Port Authority said it rained. The Brenna Harbour Authority said so twice. "
        "Mork Line said a ferry left. ML Ferries said it came back. Port Ellary said no.",
    )
    assert found["The Brenna Port Authority"] == found["The Brenna Harbour Authority"]
    assert found["Mork Line"] == found["ML Ferries"]
    assert found["Port Ellary"].name == "Skerra"


def test_own_outlets_and_roles(house: Path) -> None:
    found = sources(
        house, "The Leedon Harker reported that it rained. Lock keeper Bo Vik said it was late."
    )
    assert found["The Leedon Harker"].source_class == "MED"
    assert found["Lock keeper Bo Vik"].source_class == "NOF"


def test_without_them_nothing_is_known() -> None:
    analysis = attrib.analyze([attrib.article("The Leedon Harker reported that it rained.")])
    assert analysis.sources[0].source_class != "MED"


def test_a_list_that_nothing_reads_is_an_error_with_the_nearest_name(house: Path) -> None:
    path = house / "en" / "sources" / "house.yaml"
    path.write_text(SOURCES.replace("roles-office", "roles-ofice"), encoding="utf-8")
    with pytest.raises(RuleError, match="which nothing reads; is 'roles-office' meant") as caught:
        load_rulebook(house)
    assert "house.yaml" in str(caught.value)


def test_an_unknown_key_of_a_person_is_an_error_with_its_place(house: Path) -> None:
    path = house / "en" / "aliases" / "house.yaml"
    path.write_text(ALIASES.replace("affiliation:", "afiliation:"), encoding="utf-8")
    with pytest.raises(RuleError, match="afiliation") as caught:
        load_rulebook(house)
    assert ":8:" in str(caught.value)
