"""The documentation: complete, fresh, without dead links, and free of this machine."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import click
import pytest
import yaml

from attrib.cli import cli
from attrib.settings import Settings, load_settings
from calling import Caller
from generate import PAGES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
MARKDOWN = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*/README.md")])
SET_UP = (
    "pip install -c constraints.txt .",
    "attrib report examples -o",
)
TESTS = ('pip install -c constraints.txt ".[dev]"', "python -m pytest")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_MACHINE = re.compile(r"(?<![\w.])/(?:home|Users|root|wor[k]|tmp)/\w")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_generated_pages_are_fresh(page: str) -> None:
    """After a change of commands or checks: python docs/generate.py."""
    assert read(DOCS / page) == PAGES[page]()


def test_each_check_has_its_page_and_no_page_is_left_over() -> None:
    assert {f"checks/{page.name}" for page in (DOCS / "checks").iterdir()} <= set(PAGES)


def test_every_command_and_option_has_help_and_is_described() -> None:
    page = read(DOCS / "cli.md")
    for name, command in cli.commands.items():
        assert command.help
        assert f"## attrib {name}\n" in page
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help or isinstance(option.type, click.Choice), (name, option.name)
                assert all(f"`{spelling}`" in page for spelling in option.opts)


def test_readme_sets_up_and_tests_as_the_checks_before_a_merge_do() -> None:
    readme, checks = read(ROOT / "README.md"), read(ROOT / ".ci" / "run")
    assert all(command in readme for command in (*SET_UP, *TESTS))
    assert all(command in checks for command in (SET_UP[1], *TESTS))


def test_readme_shows_what_the_commands_print(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line "..." stands for any lines left out."""
    monkeypatch.chdir(ROOT)
    blocks = re.findall(
        r"^```\n\$ attrib (.*)\n((?:(?!```).*\n)*)```", read(ROOT / "README.md"), re.M
    )
    assert len(blocks) == 3
    for command, shown in blocks:
        parts = (re.escape(part) for part in shown.split("...\n"))
        printed = call(*command.split()).out
        assert re.fullmatch(r"(?:.*\n)*".join(parts), printed), f"attrib {command}\n{printed}"


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_relative_links_lead_somewhere(path: Path) -> None:
    for target in _LINK.findall(_FENCE.sub("", read(path))):
        if target.startswith(("https://", "mailto:")):
            continue
        name, _, anchor = target.partition("#")
        file = (path.parent / name) if name else path
        assert file.exists(), target
        if anchor:
            assert anchor in anchors_of(read(file)), target


def anchors_of(text: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_page_names_a_folder_of_somebodys_machine(path: Path) -> None:
    assert _MACHINE.findall(read(path)) == []


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]
    rows = re.findall(r"^\| ([\w.-]+) \| \S", read(DOCS / "decisions.md"), re.MULTILINE)
    wanted = {re.split(r"[<>=]", name)[0] for name in project["dependencies"]}
    assert set(rows) - {"package"} == wanted


def test_examples_of_rules_in_the_documentation_hold(tmp_path: Path) -> None:
    """Each whole entry of rules.md is a rule that loads, and its examples come out as they say."""
    from attrib.rule_examples import find_failures
    from attrib.rulebook import load_rulebook

    folders = {
        "cues": "cues", "sources": "sources", "aliases": "aliases", "furniture": "furniture",
        "abbreviations": "abbreviations",
    }  # fmt: skip
    entries = re.findall(r"^```yaml\n(- id: .*?)^```", read(DOCS / "rules.md"), re.M | re.S)
    written = []
    for entry in entries:
        (rule,) = yaml.safe_load(entry.replace("  ...\n", ""))
        kind = rule["id"].partition(".")[0]
        if kind in folders:
            path = tmp_path / "en" / folders[kind] / "house.yaml"
            path.parent.mkdir(parents=True)
            path.write_text(entry, encoding="utf-8")
            written.append(rule["id"])
    assert len(written) == len(folders)
    failures, _ = find_failures(load_rulebook(tmp_path))
    assert [line for line in failures if line.partition(":")[0] in written] == []


def test_every_setting_is_described_and_the_example_is_one(tmp_path: Path) -> None:
    page = read(DOCS / "settings.md")
    keys = {item.name for item in fields(Settings) if item.metadata.get("key", True)}
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.M)) == keys
    example = re.findall(r"^```yaml\n(# Outlets.*?)^```", page, re.M | re.S)[0]
    (tmp_path / "attrib.yaml").write_text(example, encoding="utf-8")
    assert load_settings(tmp_path).fail_on == "warning"


def test_version_is_in_the_changelog() -> None:
    assert "## [Unreleased]" in read(ROOT / "CHANGELOG.md")
