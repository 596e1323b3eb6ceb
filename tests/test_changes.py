"""Only findings on lines that have changed: `attrib check --diff REF`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from attrib.changes import find_changes
from attrib.errors import SettingsError
from calling import Caller

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

SOURCE = "A source said the ferry would sail."
OTHER = "Insiders say the museum will not open in May."


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Ida", "-c", "user.email=ida@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    git(tmp_path, "init", "--initial-branch=main")
    write(tmp_path, "a b.md", f"{SOURCE}\n\nIt rained.\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "first")
    return tmp_path


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / "drafts" / name
    path.write_text(text, encoding="utf-8")
    return path


def shown(call: Caller, *arguments: str) -> list[str]:
    printed = call("check", "drafts", "--format", "concise", *arguments).out
    return [line.split(": ")[0] for line in printed.splitlines()]


def test_only_changed_lines_count(call: Caller, drafts: Path) -> None:
    assert shown(call) == ["drafts/a b.md:1:1"]
    assert call("check", "drafts", "--diff", "HEAD").code == 0
    write(drafts, "a b.md", f"{SOURCE}\n\nIt rained.\n\n{OTHER}\n")
    assert shown(call, "--diff", "HEAD") == ["drafts/a b.md:5:1"]
    git(drafts, "commit", "-am", "second")
    assert shown(call, "--diff", "HEAD") == []
    assert shown(call, "--diff", "HEAD~1") == ["drafts/a b.md:5:1"]


def test_a_line_above_moves_nothing_into_the_change(call: Caller, drafts: Path) -> None:
    write(drafts, "a b.md", f"It snowed.\n\n{SOURCE}\n\nIt rained.\n")
    assert shown(call, "--diff", "HEAD") == []


def test_a_file_that_git_does_not_know_has_changed_as_a_whole(call: Caller, drafts: Path) -> None:
    write(drafts, "[new].md", f"{OTHER}\n")
    assert shown(call, "--diff", "HEAD") == ["drafts/[new].md:1:1"]
    git(drafts, "add", ".")
    assert shown(call, "--diff", "HEAD") == ["drafts/[new].md:1:1"]


def test_a_draft_that_git_ignores_is_not_passed_over(call: Caller, drafts: Path) -> None:
    write(drafts, "secret.md", f"{OTHER}\n")
    (drafts / ".gitignore").write_text("secret.md\n", encoding="utf-8")
    told = call("check", "drafts/secret.md", "--diff", "HEAD", "--format", "concise")
    assert told.out.startswith("drafts/secret.md:1:1: error AT101")


def test_a_draft_on_standard_input_is_all_new(call: Caller, drafts: Path) -> None:
    told = call("check", "-", "--diff", "HEAD", "--format", "concise", stdin=SOURCE.encode())
    assert told.out.startswith("-:1:1: error AT101")
    assert drafts.is_dir()


def test_lines_are_ranges_of_the_file_as_it_is_now(drafts: Path) -> None:
    path = write(drafts, "a b.md", "It snowed.\n\nIt hailed.\n")
    changes = find_changes("HEAD", [str(path)])
    assert changes.lines[str(path)] == ((1, 2), (3, 4))
    assert changes.touch(str(path), 1, 1)
    assert not changes.touch(str(path), 2, 2)
    assert changes.touch(str(path), 2, 3)
    assert not changes.touch("elsewhere.md", 1, 9)


@pytest.mark.parametrize("ref", ["no-such-commit", "--help", "HEAD:drafts"])
def test_a_commit_that_is_none_is_an_error_of_one_line(
    call: Caller, drafts: Path, ref: str
) -> None:
    write(drafts, "a b.md", "It rained.\n")
    told = call("check", "drafts", f"--diff={ref}")
    assert told.code == 2
    assert told.err.count("\n") == 1
    assert ref in told.err
    assert drafts.is_dir()


def test_a_folder_that_is_in_no_repository(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(SOURCE, encoding="utf-8")
    with pytest.raises(SettingsError, match="in no git repository"):
        find_changes("HEAD", [str(path)])
