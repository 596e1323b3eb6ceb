"""The one cited in the middle of a report is its origin, and no content."""

from __future__ import annotations

import pytest

import attrib

CITED = [
    "The Northern Wire news agency reported, citing Ida Moss, that the gate had failed.",
    "The Northern Wire news agency reported on Monday, quoting Ida Moss, that the gate had failed.",
    "The Northern Wire news agency, citing Ida Moss, said that the gate had failed.",
    "The gate had failed, the Northern Wire news agency reported, citing Ida Moss.",
]


@pytest.mark.parametrize("text", CITED)
def test_the_chain_ends_with_the_one_cited(text: str) -> None:
    analysis = attrib.analyze([attrib.article(text)])
    (claim,) = (claim for claim in analysis.claims if claim.voice != "own")
    assert [link.name for link in claim.chain] == ["Northern Wire", "Ida Moss"]
    assert claim.text.lower().startswith("the gate had failed")


def test_a_reason_is_nobody() -> None:
    for text in (
        "The board declined to comment, citing pending litigation.",
        "The mayor said he would leave, citing the weather.",
    ):
        analysis = attrib.analyze([attrib.article(text)])
        names = {link.name for claim in analysis.claims for link in claim.chain}
        assert not names & {"pending litigation", "weather", "the weather"}


def test_the_outlet_that_had_it_first_is_the_source() -> None:
    for text in (
        "As first reported by the Northern Courier newspaper, the gate had failed.",
        "The gate had failed, as first reported by the Northern Courier newspaper.",
    ):
        analysis = attrib.analyze([attrib.article(text)])
        (claim,) = (claim for claim in analysis.claims if claim.voice != "own")
        assert [(link.name, link.source_class) for link in claim.chain] == [
            ("Northern Courier", "MED")
        ]
        assert claim.text == "The gate had failed"
