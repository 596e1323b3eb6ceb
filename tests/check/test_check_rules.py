"""The entries of `rules/en/checks/`, how they are chosen, and what `attrib explain` prints."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drafting import checked, codes, with_options

from attrib.check.explain import render_explanation, render_strength
from attrib.check.kinds import KINDS
from attrib.check.running import ABOUT_COMMENTS
from attrib.check.selection import select_rules
from attrib.errors import RuleError, SettingsError
from attrib.rulebook import load_rulebook
from attrib.rulebook.entries import CheckRule

RULES = load_rulebook().checks
TEN = ["AT101", "AT105", "AT205", "AT301", "AT401", "AT501", "AT502", "AT601", "AT701", "AT702"]
DRAFT = "It is understood that he will quit. It rained. He allegedly lied."


def test_the_ten_checks_are_there() -> None:
    assert set(TEN) <= {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_check_explains_itself_and_shows_both_sides(rule: CheckRule) -> None:
    assert rule.kind in {*KINDS, *ABOUT_COMMENTS}
    assert len(rule.examples.bad) >= 3
    assert len(rule.examples.good) >= 4
    assert rule.why.strip()
    assert rule.fix_hint.strip()
    assert rule.origin.code.strip()


def test_names_of_checks_are_told_apart() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_select_takes_codes_beginnings_and_names() -> None:
    rulebook = load_rulebook()
    usual = [rule.id for rule in RULES if rule.enabled]
    assert [rule.id for rule in select_rules(rulebook)] == usual
    sevens = [code for code in usual if code.startswith("AT7")]
    assert [rule.id for rule in select_rules(rulebook, ["AT7"])] == sevens
    assert [rule.id for rule in select_rules(rulebook, ["bare-source", "at105"])] == [
        "AT101",
        "AT105",
    ]
    assert "AT701" not in [rule.id for rule in select_rules(rulebook, (), ["AT701"])]
    assert select_rules(rulebook, ["AT7"], ["AT7"]) == ()


@pytest.mark.parametrize("wanted", ["AT999", "bare", "", "AT1011"])
def test_check_that_does_not_exist_is_an_error_in_words(wanted: str) -> None:
    with pytest.raises(SettingsError, match=f"no check '{wanted}'"):
        select_rules(load_rulebook(), [wanted])


def test_only_selected_checks_speak() -> None:
    assert codes(checked(DRAFT)) == ["AT502", "AT503", "AT601"]
    assert codes(checked(DRAFT, select=("AT601",))) == ["AT601"]


def test_a_newsroom_can_replace_a_word_list() -> None:
    rulebook = with_options("AT601", phrases=("it rained",), shapes=(), answers=())
    (found,) = checked(DRAFT, select=("AT601",), rulebook=rulebook)
    assert found.span.of(DRAFT) == "It rained"


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"windows": 2}, "unknown option 'windows'"),
        ({"window": ("two",)}, "should be a whole number"),
        ({"phrases": 3}, "should be a list of words"),
    ],
)
def test_options_are_read_strictly(options: dict[str, int | tuple[str, ...]], problem: str) -> None:
    with pytest.raises(RuleError, match=f"AT601.*{problem}"):
        checked(DRAFT, select=("AT601",), rulebook=with_options("AT601", **options))


def test_missing_option_and_unknown_kind_are_errors_in_words() -> None:
    rulebook = load_rulebook()
    bare = replace(rulebook, checks=tuple(replace(rule, options=None) for rule in rulebook.checks))
    with pytest.raises(RuleError, match=r"the option '.*' is missing"):
        checked(DRAFT, select=("AT601",), rulebook=bare)
    odd = replace(rulebook, checks=tuple(replace(rule, kind="odd") for rule in rulebook.checks))
    with pytest.raises(RuleError, match="unknown kind 'odd'; one of agentless"):
        checked(DRAFT, select=("AT601",), rulebook=odd)


def test_scope_keeps_a_check_to_body_or_headline() -> None:
    rulebook = load_rulebook()
    bodies = replace(
        rulebook, checks=tuple(replace(rule, scope=("text",)) for rule in rulebook.checks)
    )
    title = "Ferry 'was old'"
    text = 'The captain said: "It sank."'
    assert codes(checked(text, title=title)) == ["AT702"]
    assert codes(checked(text, title=title, rulebook=bodies)) == []
    whole = f"{title}\n\n{text}"
    assert codes(checked(whole)) == ["AT702"]
    assert codes(checked(whole, rulebook=bodies)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_explanation_shows_why_origin_examples_and_what_to_do(rule: CheckRule) -> None:
    shown = render_explanation(rule)
    level = rule.severity if rule.enabled else f"off by default, {rule.severity}"
    assert shown.startswith(f"{rule.id} {rule.name} ({level}, ")
    assert rule.origin.code in shown
    assert "It speaks here:" in shown
    assert "{" not in shown
    assert "It stays silent here:" in shown
    assert max(len(line) for line in shown.splitlines()) <= 200
    flat = " ".join(shown.split())
    assert " ".join(rule.why.split()) in flat
    assert " ".join(rule.fix_hint.split()) in flat


def test_strength_shows_grades_points_and_caps() -> None:
    scale = load_rulebook().strength
    shown = render_strength(scale)
    assert "  A   80 and up  Corroborated" in shown
    assert "Identification (at most 30)" in shown
    flat = " ".join(shown.split())
    for cap in scale.caps:
        assert " ".join(cap.words.split()) in flat
