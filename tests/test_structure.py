"""The shape of the code: imports point one way, modules stay small, names say something."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "attrib"
MODULES = sorted(SOURCE.rglob("*.py"))
STAGES = (
    "ingest",
    "segment",
    "extract",
    "resolve",
    "assess",
    "compare",
    "check",
    "decide",
    "report",
)
# What each layer may import: anything to its left. Stages may not import one another.
LAYERS = (
    (
        "records",
        "errors",
        "version",
        "resources",
        "edge",
        "tokens",
        "contractions",
        "marks",
        "datelines",
        "directives",
        "frozen",
        "plain",
        "respan",
    ),
    ("yamlfile", "tomlfile"),
    (
        "rulebook",
        "settings",
        "wire",
        "writing",
        "positions",
        "modelfiles",
        "repositories",
        "changes",
        "nearest",
    ),
    STAGES,
    ("pipeline",),
    ("checking",),
    ("reporting",),
    ("rule_examples", "inputs", "cache"),
    ("api",),
    ("runs",),
    ("desks",),
    ("__init__",),
    ("choices",),
    ("console", "wanted", "watching"),
    ("cli_check",),
    ("cli",),
    ("__main__",),
)
PARSERS = {
    "yaml": "yamlfile",
    "tomllib": "tomlfile",
    "pathspec": "ingest",
    "charset_normalizer": "ingest",
    "jinja2": "report",
}
RUNTIMES = {"onnxruntime": "modelfiles", "tokenizers": "modelfiles"}


def layer_of(name: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if name in layer)


def imports_of(path: Path) -> list[str]:
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
    return found


def part_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_one_way(path: Path) -> None:
    here = part_of(path)
    for module in imports_of(path):
        if not module.startswith("attrib."):
            continue
        there = module.split(".")[1]
        if there == here:
            continue
        assert layer_of(there) <= layer_of(here), f"{here} imports {there}"
        assert not (here in STAGES and there in STAGES), f"stage {here} imports stage {there}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_are_small_and_named_for_what_they_hold(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    assert path.stem not in {
        "utils", "util", "helpers", "helper", "common", "base", "core", "manager", "misc",
        "constants",
    }  # fmt: skip


def test_each_parser_is_imported_in_one_place() -> None:
    for parser, home in PARSERS.items():
        users = {part_of(path) for path in MODULES if parser in imports_of(path)}
        assert users <= {home}, (parser, users)


def test_the_runtime_of_the_models_is_imported_where_it_runs() -> None:
    for runtime, home in RUNTIMES.items():
        importing = [path for path in MODULES if runtime in imports_of(path)]
        running = [
            path for path in importing if part_of(path) not in ("extract", "compare", "check")
        ]
        assert {part_of(path) for path in running} == {home}, (runtime, running)


def test_only_the_command_line_prints() -> None:
    for path in MODULES:
        if part_of(path) in ("cli", "cli_check", "console", "edge"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id != "print", path
