"""Places for words in the phrases of checks: where they stand, and those that there are not."""

from __future__ import annotations

import pytest

from attrib.check.phrasing import compile_phrases as compile_plain
from attrib.check.wording import compile_phrases
from attrib.errors import RuleError
from attrib.rulebook import load_rulebook

RULEBOOK = load_rulebook()


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("{be}|been contacted", "She was contacted."),
        ("{be}|been contacted", "She had been contacted."),
        ("lead {be}|could", "The lead is still small."),
        ("gunman {be}? unknown", "The gunman is unknown."),
        ("gunman {be}? unknown", "A gunman unknown to them came."),
        ("{number}-point margin", "It was a 5-point margin."),
        ("{have}? left", "They left."),
    ],
)
def test_a_place_may_be_one_of_several_optional_or_part_of_a_word(phrase: str, text: str) -> None:
    found = compile_phrases([phrase], RULEBOOK)
    assert found is not None
    assert found.search(text)


def test_a_place_stands_for_no_other_words() -> None:
    found = compile_phrases(["{be}|been contacted", "{number}-point margin"], RULEBOOK)
    assert found is not None
    assert found.search("She got contacted by a high-point margin.") is None


@pytest.mark.parametrize("phrase", ["{bee} contacted", "a|{bee} left", "{0-x} left"])
def test_a_place_that_there_is_not_is_told(phrase: str) -> None:
    for compiles in (compile_phrases, compile_plain):
        with pytest.raises(RuleError, match="no place is called"):
            compiles([phrase], RULEBOOK)


def test_a_brace_alone_is_a_mark_of_the_text() -> None:
    found = compile_phrases(["{number"], RULEBOOK)
    assert found is not None
    assert found.search("a {number of")
