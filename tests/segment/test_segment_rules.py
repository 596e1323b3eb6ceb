"""The examples of the furniture and abbreviation rules, run both ways."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from attrib.records import Article
from attrib.rulebook import load_rulebook
from attrib.rulebook.entries import AbbreviationRule, FurnitureRule
from attrib.segment import segment

RULEBOOK = load_rulebook()
BODY = "The northern gate failed on Monday, the office said."
MORE = "Nobody was hurt, and the ferry sailed on time."

_FURNITURE_MATCH = [(rule, text) for rule in RULEBOOK.furniture for text in rule.examples.match]
_FURNITURE_SKIP = [(rule, text) for rule in RULEBOOK.furniture for text in rule.examples.skip]
_SHORT_MATCH = [(rule, text) for rule in RULEBOOK.abbreviations for text in rule.examples.match]
_SHORT_SKIP = [(rule, text) for rule in RULEBOOK.abbreviations for text in rule.examples.skip]


@pytest.mark.parametrize(("rule", "text"), _FURNITURE_MATCH)
def test_furniture_rule_makes_its_line_furniture_and_no_other_rule_does(
    rule: FurnitureRule, text: str
) -> None:
    line = text.strip("[]")
    others = tuple(other for other in RULEBOOK.furniture if other.id != rule.id)
    assert _kind(line, RULEBOOK.furniture) == "furniture"
    assert _kind(line, others) == "prose"


@pytest.mark.parametrize(("rule", "text"), _FURNITURE_SKIP)
def test_furniture_rule_leaves_its_skipped_line_prose(rule: FurnitureRule, text: str) -> None:
    assert rule in RULEBOOK.furniture
    assert _kind(text, RULEBOOK.furniture) == "prose"


@pytest.mark.parametrize(("rule", "text"), _SHORT_MATCH)
def test_abbreviation_ends_no_sentence_while_its_rule_is_in_force(
    rule: AbbreviationRule, text: str
) -> None:
    plain = text.replace("[", "").replace("]", "")
    stops = [
        match.end() - 2 * number for number, match in enumerate(re.finditer(r"\[[^]]*\]", text), 1)
    ]
    others = tuple(other for other in RULEBOOK.abbreviations if other.id != rule.id)
    assert not set(stops) & _ends(plain, RULEBOOK.abbreviations)
    assert set(stops) & _ends(plain, others)


@pytest.mark.parametrize(("rule", "text"), _SHORT_SKIP)
def test_stop_that_only_looks_like_an_abbreviation_ends_its_sentence(
    rule: AbbreviationRule, text: str
) -> None:
    assert rule in RULEBOOK.abbreviations
    assert len(_ends(text, RULEBOOK.abbreviations)) == text.count(". ") + text.count("? ") + 1


def test_phrases_of_furniture_stay_a_short_list() -> None:
    assert sum(len(rule.phrases) for rule in RULEBOOK.furniture) <= 30


def _kind(line: str, rules: tuple[FurnitureRule, ...]) -> str:
    text = f"{BODY}\n\n{line}\n\n{MORE}\n"
    found = segment(Article(id="a", text=text), replace(RULEBOOK, furniture=rules)).paragraphs
    return found[1].kind


def _ends(text: str, rules: tuple[AbbreviationRule, ...]) -> set[int]:
    rulebook = replace(RULEBOOK, abbreviations=rules)
    found = segment(Article(id="a", text=text), rulebook).sentences
    return {sentence.span.end for sentence in found}
