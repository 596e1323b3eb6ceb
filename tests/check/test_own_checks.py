"""A newsroom's own check in YAML, from its folder to the screen: as docs/rules.md has it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from attrib import Settings, article, check
from attrib.errors import RuleError
from attrib.rulebook import load_rulebook
from calling import Caller, put

DOCS = Path(__file__).parents[2] / "docs" / "rules.md"
SCHEMA = DOCS.with_name("diagnostics.schema.json")


def documented() -> str:
    """The entry that the documentation shows."""
    (entry,) = re.findall(r"```yaml\n(- id: HH001\n.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    return str(entry)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    put(tmp_path, "house/en/checks/house.yaml", documented())
    return tmp_path / "house"


def test_its_examples_come_out_as_documented(call: Caller, house: Path) -> None:
    called = call("rules", "test", "--rules", house)
    assert called.code == 0, called.out + called.err


def test_it_is_found_listed_explained_and_silenced_like_any_other(
    call: Caller, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(house.parent)
    put(house.parent, "attrib.yaml", "rules: house\n")
    put(house.parent, "a.md", "# Actor passed away\n\nIt rained. The actor had passed away.\n")
    called = call("check", "a.md", "--format", "concise")
    assert called.code == 0
    assert [line.partition(" ")[0] for line in called.out.splitlines()[:2]] == [
        "a.md:1:9:", "a.md:3:26:",
    ]  # fmt: skip
    assert 'warning HH001 "passed away": people die' in called.out
    written = json.loads(call("check", "a.md", "--format", "json").out)
    jsonschema.validate(written, json.loads(SCHEMA.read_text("utf-8")))
    assert call("check", "a.md", "--fail-on", "warning").code == 1
    assert "HH001" not in call("check", "a.md", "--ignore", "passed-away").out
    assert "HH001" in call("rules", "list").out
    assert "passed-away (warning" in call("explain", "HH001").out
    put(house.parent, "o.md", "---\ngenre: op-ed\n---\nThe actor had passed away.\n")
    assert "HH001" not in call("check", "o.md").out


def options(house: Path, **changed: int) -> list[str]:
    entry = documented().replace("    after:", "".join(
        f"    {key}: {value}\n" for key, value in changed.items()
    ) + "    after:")  # fmt: skip
    put(house, "en/checks/house.yaml", entry)
    text = 'Ida Vik, a nurse, said he had passed away. "He passed away," she said. He passed away.'
    draft = article(text)
    found = check(draft, rules=load_rulebook(house), settings=Settings(select=("HH001",)))
    return [str(item.span.start) for item in found]


def test_options_say_where_it_speaks(house: Path) -> None:
    assert options(house) == ["30", "74"]
    assert options(house, reported=0) == ["74"]
    assert options(house, quoted=1) == ["30", "47", "74"]
    assert options(house, once=1) == ["30"]


def test_an_option_that_the_kind_does_not_know_is_told(house: Path) -> None:
    with pytest.raises(RuleError, match="HH001: unknown option 'twice'"):
        options(house, twice=1)
