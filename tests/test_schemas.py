"""The schemas of what users write: they take what attrib takes, and refuse what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from attrib.decide import read_decisions
from attrib.errors import RuleError, SettingsError
from attrib.rulebook import load_rulebook
from attrib.settings import load_settings
from calling import put

ROOT = Path(__file__).parent.parent
RULES = sorted((ROOT / "rules" / "en").glob("*/*.yaml"))


class CoreLoader(yaml.SafeLoader):
    """Scalars as YAML 1.2 has them, and as editors read them: "off" and "no" are words."""


CoreLoader.yaml_implicit_resolvers = {
    first: [
        (tag, re.compile("^(?:true|false)$") if tag.endswith("bool") else pattern)
        for tag, pattern in resolvers
        if not tag.endswith(("timestamp", "merge", "value"))
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def parse(text: str) -> Any:
    return yaml.load(text, Loader=CoreLoader)


def validator(name: str, part: str = "") -> Draft202012Validator:
    schema = json.loads((ROOT / "docs" / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    if part:
        schema = {"$ref": f"#/$defs/{part}", "$defs": schema["$defs"]}
    return Draft202012Validator(schema)


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_shipped_rules_are_valid(path: Path) -> None:
    validator("rules.schema.json", path.parent.name).validate(parse(path.read_text("utf-8")))


SETTINGS = (
    ("size_limit: 1000\n", True),
    ("size-limit: 1000\n", True),
    ("profile: ap\nseverity: {AT101: off}\noverrides: [{files: [a/], ignore: [AT1]}]\n", True),
    ("fail_on: never\nselect: []\nrules: house/rules\nbaseline: null\n", True),
    ("sizelimit: 1000\n", False),
    ("size_limit: many\n", False),
    ("severity: {AT101: fatal}\n", False),
    ("overrides: [{ignore: [AT1]}]\n", False),
    ("overrides: [{files: a/}]\n", False),
    ("overrides: [{files: [], ignore: [AT1]}]\n", False),
    ("cache: maybe\n", False),
    ("file: attrib.yaml\n", False),
)


@pytest.mark.parametrize(("text", "valid"), SETTINGS)
def test_settings_are_taken_by_both_or_by_neither(tmp_path: Path, text: str, valid: bool) -> None:
    assert validator("settings.schema.json").is_valid(parse(text)) == valid
    path = put(tmp_path, "attrib.yaml", text)
    if valid:
        load_settings(config=path)
    else:
        with pytest.raises(SettingsError, match=r"attrib\.yaml:1:"):
            load_settings(config=path)


_KEY = "0123456789abcdef"
DECISIONS = (
    ("version: 1\ndecisions: []\n", True),
    (f"version: 1\ndecisions: [{{kind: no-claim, by: a, reason: r, claim: {_KEY}}}]\n", True),
    (
        "version: 1\ndecisions:\n"
        f"  - {{kind: settled, by: a, reason: r, about: x, sides: [[{_KEY}], [{_KEY[::-1]}]]}}\n",
        True,
    ),
    (f"version: 1\ndecisions: [{{kind: speaker, by: a, reason: r, claim: {_KEY}}}]\n", False),
    (f"version: 1\ndecisions: [{{kind: settled, by: a, reason: r, claim: {_KEY}}}]\n", False),
    (f"version: 1\ndecisions: [{{kind: settled, by: a, reason: r, sides: [[{_KEY}]]}}]\n", False),
    (f"version: 1\ndecisions: [{{kind: no-claim, by: a, claim: {_KEY}}}]\n", False),
    (f'version: 1\ndecisions: [{{kind: no-claim, by: "", reason: r, claim: {_KEY}}}]\n', False),
    (f"version: 1\ndecisions: [{{kind: no-claim, by: a, reason: r, claim: {_KEY}0}}]\n", False),
    (f"version: 1\ndecisions: [{{kind: none, by: a, reason: r, claim: {_KEY}}}]\n", False),
    ("version: 2\ndecisions: []\n", False),
    ("decisions: []\n", False),
)


@pytest.mark.parametrize(("text", "valid"), DECISIONS)
def test_decisions_are_taken_by_both_or_by_neither(tmp_path: Path, text: str, valid: bool) -> None:
    assert validator("decisions.schema.json").is_valid(parse(text)) == valid
    path = put(tmp_path, "decisions.yaml", text)
    if valid:
        read_decisions(path)
    else:
        with pytest.raises(SettingsError, match=r"decisions\.yaml:\d+:"):
            read_decisions(path)


CHECK = """- id: HH001
  name: no-boats
  kind: agentless
  severity: info
  precision: high
  scope: [text]
  message: '"{words}"'
  why: Boats are ships here.
  origin: {code: House}
  fix_hint: Write ship.
  since: 1.0.0
  options: {phrases: [boat], answers: [], exempt: [], stances: [], window: 0}
  examples: {bad: [The boat sank.], good: [The ship sank.]}
"""


@pytest.mark.parametrize(
    ("old", "new", "valid"),
    [
        ("", "", True),
        ("since: 1.0.0", "since: 1.0.0\n  enabled: false\n  silent_in: [opinion]", True),
        ("severity: info", "severity: fatal", False),
        ("scope: [text]", "scope: text", False),
        ("  name: no-boats\n", "", False),
        ("fix_hint:", "hint:", False),
        ("window: 0", "window: [[0]]", False),
    ],
)
def test_checks_are_taken_by_both_or_by_neither(
    tmp_path: Path, old: str, new: str, valid: bool
) -> None:
    text = CHECK.replace(old, new) if old else CHECK
    assert validator("rules.schema.json", "checks").is_valid(parse(text)) == valid
    put(tmp_path, "en/checks/house.yaml", text)
    if valid:
        assert any(rule.id == "HH001" for rule in load_rulebook(tmp_path).checks)
    else:
        with pytest.raises(RuleError, match=r"house.yaml:\d+:\d+"):
            load_rulebook(tmp_path)


def test_waivers_have_a_schema() -> None:
    waivers = validator("waivers.schema.json")
    assert waivers.is_valid([{"checks": ["AT101"], "reason": "known", "words": "A source"}])
    assert not waivers.is_valid([{"checks": ["AT101"]}])
    assert not waivers.is_valid([{"checks": "AT101", "reason": "known"}])
