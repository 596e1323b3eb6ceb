"""The wheel, installed outside the checkout: all it needs is in it, and the main job works."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHIPPED = ("rules", "reports")


def run(*command: str | Path, cwd: Path, code: int = 0) -> str:
    """Standard output of a process that ends with `code`."""
    hidden = ("PYTHONPATH", "PYTHONHOME")
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={key: value for key, value in os.environ.items() if key not in hidden},
        timeout=600,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--no-build-isolation", "--no-deps", "--no-index", "--disable-pip-version-check")
    run(sys.executable, "-m", "pip", "wheel", "-q", *options, "-w", folder, ROOT, cwd=folder)
    (built,) = folder.glob("attrib-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the examples and, in venv/, an attrib that came from the wheel."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "venv", with_pip=False)
    scheme = {"base": str(folder / "venv"), "platbase": str(folder / "venv")}
    packages = Path(sysconfig.get_path("purelib", "venv", scheme))
    options = (
        "--no-deps",
        "--no-index",
        "--disable-pip-version-check",
        "--no-warn-script-location",
    )
    python = ("--python", folder / "venv" / "bin" / "python")
    run(sys.executable, "-m", "pip", *python, "install", "-q", *options, wheel, cwd=folder)
    # The dependencies are those of this interpreter: a second torch would take minutes to fetch.
    # What is added by .pth comes after the venv's own packages, so attrib is the wheel's.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    for path in sorted((ROOT / "examples").rglob("*")):
        if path.is_file():
            copy = folder / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    return folder


def test_wheel_holds_every_rule_and_report_file_and_nothing_of_the_workshop(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in SHIPPED:
        files = {
            f"attrib/{path.relative_to(ROOT).as_posix()}"
            for path in (ROOT / name).rglob("*")
            if path.is_file()
        }
        assert files
        assert files <= names
    assert "attrib/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert all(re.match(r"attrib(-[\d.]+\.dist-info)?/", name) for name in names)
    assert not any("tests" in Path(name).parts or name.endswith(".pyc") for name in names)


def test_attrib_and_its_rules_come_from_the_wheel(installed: Path) -> None:
    code = (
        "import attrib\nfrom attrib.resources import find_folder\n"
        "print(attrib.__file__, find_folder('rules'), find_folder('reports'), sep='\\n')"
    )
    printed = run(installed / "venv" / "bin" / "python", "-c", code, cwd=installed)
    places = printed.splitlines()
    assert len(places) == 3
    assert all(Path(place).is_relative_to(installed / "venv") for place in places), places


def test_the_main_job_works_there(installed: Path) -> None:
    attrib = installed / "venv" / "bin" / "attrib"
    run(attrib, "report", "examples", "-o", "report.html", cwd=installed)
    page = (installed / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Halcyon Sound" in page


def test_checks_and_rule_examples_work_there(installed: Path) -> None:
    attrib = installed / "venv" / "bin" / "attrib"
    found = run(attrib, "check", "--format", "concise", "examples/draft", cwd=installed, code=1)
    assert "examples/draft/ferry-one-week-on.md" in found
    assert re.search(r"\d+ examples, 0 wrong\.", run(attrib, "rules", "test", cwd=installed))
