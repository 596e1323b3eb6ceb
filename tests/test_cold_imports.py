"""Checking a draft starts fast, because nothing heavy is imported for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DRAFT = ROOT / "examples" / "draft" / "ferry-one-week-on.md"
HEAVY = ("torch", "transformers", "sentence_transformers", "sklearn", "scipy")
WATCHED = """
import sys
try:
    from attrib.cli import main
    main()
finally:
    print("imported:", *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def modules_after(code: str, *arguments: str | Path) -> set[str]:
    """Top-level modules that a process has imported when it ends; it must not end with a bug."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=120,
    )
    assert done.returncode in (0, 1), done.stderr
    return set(done.stderr.rpartition("imported:")[2].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", DRAFT),
        ("verify", DRAFT, "--against", "examples"),
        ("--help",),
        ("explain", "AT101"),
        ("rules", "list"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_command_without_comparison_imports_nothing_heavy(
    arguments: tuple[str | Path, ...],
) -> None:
    modules = modules_after(WATCHED, *arguments)
    assert "attrib" in modules
    assert modules.isdisjoint(HEAVY)


def test_an_unchanged_draft_is_told_again_without_the_checks(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("A source said that the quay is sold.\n", encoding="utf-8")
    anew = modules_after(WATCHED, "check", draft)
    again = modules_after(WATCHED, "check", draft)
    assert "numpy" in anew
    assert "numpy" not in again


def test_the_draft_checked_is_as_long_as_an_article() -> None:
    assert len(DRAFT.read_text(encoding="utf-8").split()) >= 800


def test_importing_attrib_imports_nothing_heavy() -> None:
    code = "import sys, attrib; print('imported:', *sys.modules, file=sys.stderr)"
    modules = modules_after(code)
    assert "attrib" in modules
    assert modules.isdisjoint(HEAVY)


def test_the_watch_would_notice() -> None:
    code = "import sys, numpy, scipy; print('imported:', *sys.modules, file=sys.stderr)"
    assert not modules_after(code).isdisjoint(HEAVY)
