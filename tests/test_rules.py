"""Every rule explains itself and proves itself: origin, reason, examples both ways."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from attrib.cli import cli
from attrib.errors import RuleError
from attrib.resources import find_folder
from attrib.rule_examples import find_failures, list_rules
from attrib.rulebook import find_rules, load_rulebook

RULEBOOK = load_rulebook()
WITH_EXAMPLES = (*RULEBOOK.cues, *RULEBOOK.terms, *RULEBOOK.aliases, *RULEBOOK.furniture,
                 *RULEBOOK.abbreviations)  # fmt: skip


def test_all_examples_come_out_right() -> None:
    failures, count = find_failures(RULEBOOK)
    assert failures == []
    assert count > 500


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: str(rule.id))
def test_rule_has_reason_origin_and_examples_both_ways(rule) -> None:  # type: ignore[no-untyped-def]
    assert rule.why.strip()
    assert rule.origin.code.strip()
    assert rule.examples.match
    assert rule.examples.skip


@pytest.mark.parametrize("rule", RULEBOOK.checks, ids=lambda rule: rule.id)
def test_check_has_reason_origin_and_examples_both_ways(rule) -> None:  # type: ignore[no-untyped-def]
    assert rule.why.strip()
    assert rule.origin.code.strip()
    assert rule.fix_hint.strip()
    assert len(rule.examples.bad) >= 3
    assert len(rule.examples.good) >= 3


def test_a_wrong_example_is_noticed(tmp_path: Path) -> None:
    cues = tmp_path / "en" / "cues"
    cues.mkdir(parents=True)
    (cues / "own.yaml").write_text(
        "- id: cues.verbs.own\n  kind: verb\n  stance: asserts\n  commitment: 6\n"
        "  lemmas: [chirp]\n  why: A test.\n  origin: {code: own}\n"
        "  examples:\n    match: ['The mayor slept.']\n"
        "    skip: ['Rao [chirped] that it rained.']\n",
        encoding="utf-8",
    )
    failures, _ = find_failures(load_rulebook(tmp_path))
    assert [line.split(":")[0] for line in failures] == ["cues.verbs.own"] * 2


def test_one_list_is_told_without_parsing_the_rules_as_with_them(tmp_path: Path) -> None:
    lists = {rule.list for rule in RULEBOOK.terms}
    shipped = find_rules()
    assert {name: shipped.terms_of(name) for name in lists} == {
        name: RULEBOOK.terms_of(name) for name in lists
    }
    assert shipped.checksum == RULEBOOK.checksum
    words = tmp_path / "en" / "grammar"
    words.mkdir(parents=True)
    (words / "own.yaml").write_text(
        "- id: grammar.own\n  list: english-words\n  terms: [Yon]\n  why: A test.\n"
        "  origin: {code: own}\n  examples:\n    match: [yon]\n    skip: [son]\n",
        encoding="utf-8",
    )
    laid = find_rules(tmp_path)
    assert laid.terms_of("english-words") == shipped.terms_of("english-words") | {"yon"}
    assert laid.checksum == laid.load().checksum != shipped.checksum


def test_no_word_list_is_filled_from_two_places() -> None:
    owners: dict[str, set[str]] = {}
    for rule in RULEBOOK.terms:
        owners.setdefault(rule.list, set()).add(".".join(rule.id.split(".")[:2]))
    assert {name for name, homes in owners.items() if len(homes) > 1} == set()


def test_ids_are_unique_and_listed() -> None:
    rows = list_rules(RULEBOOK)
    assert len({row.split()[0] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("  colour: red\n", "unknown key 'colour'"),
        ("  why: Twice.\n", "the key 'why' stands here twice"),
        ("  tone: 5\n", "expected one of -1, 0, 1"),
    ],
)
def test_broken_rule_is_an_error_with_its_place(tmp_path: Path, line: str, problem: str) -> None:
    cues = tmp_path / "en" / "cues"
    cues.mkdir(parents=True)
    path = cues / "own.yaml"
    path.write_text(
        "- id: cues.verbs.own\n  kind: verb\n  stance: asserts\n  commitment: 6\n"
        "  lemmas: [chirp]\n  why: A test.\n" + line + "  origin: {code: own}\n"
        "  examples: {match: [a], skip: [b]}\n",
        encoding="utf-8",
    )
    with pytest.raises(RuleError) as caught:
        load_rulebook(tmp_path)
    assert problem in str(caught.value)
    assert str(caught.value).startswith(f"{path}:7:")


@pytest.mark.parametrize(
    ("terms", "place"), [("[yon, son,\n    Yon]", "4:5"), ("[yon, yon]", "3:16")]
)
def test_a_term_that_stands_twice_in_its_list_is_an_error_with_its_place(
    tmp_path: Path, terms: str, place: str
) -> None:
    path = _write_terms(tmp_path, terms)
    with pytest.raises(RuleError) as caught:
        load_rulebook(tmp_path)
    assert str(caught.value).startswith(f"{path}:{place}: ")
    assert "stands in this list already, on line 3" in str(caught.value)
    called = CliRunner().invoke(cli, ["rules", "validate", "--rules", str(tmp_path)])
    assert isinstance(called.exception, RuleError)


def test_a_term_may_stand_in_two_lists_and_be_part_of_another(tmp_path: Path) -> None:
    _write_terms(tmp_path, "[yon, yon son]")
    assert {"yon", "yon son"} <= load_rulebook(tmp_path).terms_of("english-words")


def _write_terms(folder: Path, terms: str) -> Path:
    words = folder / "en" / "grammar"
    words.mkdir(parents=True)
    path = words / "own.yaml"
    path.write_text(
        f"- id: grammar.own\n  list: english-words\n  terms: {terms}\n  why: A test.\n"
        "  origin: {code: own}\n  examples:\n    match: [yon]\n    skip: [son]\n",
        encoding="utf-8",
    )
    return path


def test_rules_folder_that_is_none_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="is no folder"):
        load_rulebook(tmp_path / "missing")


def test_shipped_rules_name_nothing_of_the_seed_article() -> None:
    """The seed must come out by general means; agencies stand in a general list."""
    text = "".join(p.read_text(encoding="utf-8") for p in find_folder("rules").rglob("*.yaml"))
    for name in ("Konashenkov", "Maaden", "Kasert", "Raqqa", "Latakia", "Tartus", "ISIL"):
        assert name not in text
