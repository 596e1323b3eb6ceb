"""Why a matter is worth a check: how far it spreads, and what its sides rest on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import make_article, make_claim, make_source, make_strength

from attrib.records import Claim, ContestKind, Grade, SourceClass
from attrib.report.triage import Basis, name_side, say_why

ARTICLE = make_article("triage", "An aide said so. They did.")


def said(source_class: SourceClass, name: str = "aide", grade: Grade = "C") -> Claim:
    source = make_source(name, source_class)
    return make_claim(
        ARTICLE,
        "An aide said so.",
        "so",
        source=source,
        mention="An aide",
        cue="said",
        strength=make_strength(50, grade, "why"),
    )


OWN = make_claim(ARTICLE, "They did.")


def side(value: str, *claims: Claim, voices: int = 1, outlets: str = "A") -> Basis:
    grades = [claim.strength.grade for claim in claims if claim.strength]
    return Basis(value, voices, min(grades, default=None), claims, frozenset(outlets))


def why(*sides: Basis, outlets: int = 2, of: int = 4) -> str:
    return say_why("Denial", sides, outlets, of).removeprefix("Denial, in 2 of 4 outlets; ")


def test_the_kind_and_the_spread_come_first() -> None:
    sides = side("a", said("NOF")), side("b", said("NOF"))
    assert say_why("Denial", sides, 3, 4) == "Denial, in 3 of 4 outlets; one voice against one"
    assert say_why("Denial", sides, 1, 1) == "Denial, within one outlet; one voice against one"


def test_what_a_weak_side_rests_on() -> None:
    firm = side("b", said("NOF"))
    assert why(side("a", said("URL")), firm) == "a rests on one unnamed source"
    assert why(side("a", said("UOR", "officials")), firm) == "a rests on unnamed sources"
    assert why(side("a", said("URL"), voices=2), firm) == "a rests on unnamed sources"
    assert why(side("a", replace(said("COL"), chain=())), firm) == "a names no source"
    assert why(side("a", OWN), firm) == "a stands in the outlet's own voice only"
    assert why(side("a", said("NOF", grade="D")), firm) == "a is shown no better than D"


def test_one_good_source_makes_a_side_firm() -> None:
    mixed = side("a", said("URL"), said("NOF"), voices=2)
    assert why(mixed, side("b", said("NOF"))) == "2 voices against 1"
    beside_own = side("a", said("URL"), OWN, voices=2)
    assert why(beside_own, side("b", said("NOF"))) == "2 voices against 1"


def test_one_source_in_several_outlets_is_told() -> None:
    firm = side("b", said("NOF"))
    assert why(side("a", said("NOF"), outlets="AB"), firm) == "a is in 2 outlets, from one source"
    assert why(side("a", said("URL"), outlets="AB"), firm) == (
        "a is in 2 outlets but rests on one unnamed source"
    )


def test_what_holds_for_every_side_is_said_once() -> None:
    assert why(side("a", said("URL")), side("b", said("URL"))) == (
        "each side rests on one unnamed source"
    )
    assert why(side("a", OWN), side("b", OWN)) == "each side stands in outlets' own voice only"
    assert why(side("a", said("NOF", grade="D")), side("b", said("NOF", grade="D"))) == (
        "a is shown no better than D; b is shown no better than D"
    )


def test_three_sides_and_empty_ones_say_less() -> None:
    assert why(*(side(value, said("NOF")) for value in "abc")) == "Denial, in 2 of 4 outlets"
    assert why(side("a"), side("b", voices=0)) == "Denial, in 2 of 4 outlets"


@pytest.mark.parametrize(
    ("value", "kind", "named"),
    [
        ("denied", "denial", "the side that denies it"),
        ("negated", "contradiction", "the side that states the opposite"),
        ("denied", "quote", "“denied”"),
        ("31", "figure", "“31”"),
        ("words " * 9, "quote", "“words words words words words words …”"),
        ("–", "quote", "the quote without them"),
        ("–", "figure", "“–”"),
    ],
)  # fmt: skip
def test_a_side_is_named_within_a_sentence(value: str, kind: ContestKind, named: str) -> None:
    assert name_side(value, kind) == named
