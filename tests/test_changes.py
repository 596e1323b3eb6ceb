"""Only findings on lines that have changed: `attrib check --diff REF`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from attrib.changes import Comparison
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
    changes = Comparison("HEAD").lines([str(path)])
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
        Comparison("HEAD").lines([str(path)])


def test_what_git_fails_at_is_told_and_not_taken_for_no_change(call: Caller, drafts: Path) -> None:
    write(drafts, "a b.md", f"{OTHER}\n")
    git(drafts, "config", "diff.orderFile", "/nonexistent")
    told = call("check", "drafts", "--diff", "HEAD")
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert "orderfile '/nonexistent'" in told.err


def test_what_fails_in_one_repository_stops_no_other(call: Caller, drafts: Path) -> None:
    other = drafts / "drafts" / "other"
    other.mkdir()
    git(other, "init", "--initial-branch=main")
    write(drafts, "other/c.md", f"{SOURCE} It hailed.\n")
    write(drafts, "other/d.md", f"{SOURCE} It froze.\n")
    write(drafts, "a b.md", f"{OTHER}\n")
    told = call("check", "drafts", "--diff", "HEAD", "--format", "concise")
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert told.err.startswith("attrib: drafts/other/c.md: there is no commit 'HEAD'")
    assert [line.split(": ")[0] for line in told.out.splitlines()] == ["drafts/a b.md:1:1"]


def on_stdin(call: Caller, text: str, name: str = "drafts/a b.md") -> list[str]:
    arguments = ("--stdin-filename", name, "--diff", "HEAD", "--format", "concise")
    told = call("check", "-", *arguments, stdin=text.encode())
    assert told.err == ""
    return [line.split(": ")[0] for line in told.out.splitlines()]


def test_a_named_draft_on_standard_input_is_held_against_its_commit(
    call: Caller, drafts: Path
) -> None:
    assert on_stdin(call, f"{SOURCE}\n\nIt rained.\n\n{OTHER}\n") == ["drafts/a b.md:5:1"]
    # What lies on the disk is not what is being written, and is not looked at.
    write(drafts, "a b.md", f"{OTHER}\n")
    assert on_stdin(call, f"{SOURCE}\n\nIt rained.\n") == []
    assert on_stdin(call, f"{SOURCE}\r\n\r\nIt rained.\r\n") == []
    assert on_stdin(call, f"{OTHER}\n", "drafts/new.md") == ["drafts/new.md:1:1"]
    assert on_stdin(call, f"{OTHER}\n", "nowhere/new.md") == ["nowhere/new.md:1:1"]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (f"{SOURCE}\r\r", f"{SOURCE}\r\r{OTHER}\r", ["1:1", "3:1"]),
        (f"It rained.\r\r{SOURCE}\n\nx\n", f"It rained.\r\r{SOURCE}\n\n{OTHER}\n", ["5:1"]),
        (f"One.\rTwo.\n\n{SOURCE}\n", f"One.\rTwo.\n\n{SOURCE}\n\nx\n", []),
        (f"{SOURCE}\r\n\r\nx\r\n", f"{SOURCE}\r\n\r\n{OTHER}\r\n", ["3:1"]),
    ],
)
def test_a_carriage_return_alone_ends_a_line_of_ours_and_none_of_git(
    call: Caller, drafts: Path, before: str, after: str, found: list[str]
) -> None:
    path = drafts / "drafts" / "mac.md"
    path.write_bytes(before.encode())
    git(drafts, "add", ".")
    git(drafts, "commit", "-m", "second")
    path.write_bytes(after.encode())
    assert shown(call, "--diff", "HEAD") == [f"drafts/mac.md:{place}" for place in found]


@pytest.mark.parametrize("name", ["0.md", "z.md"])
def test_a_new_copy_of_an_old_draft_is_told(call: Caller, drafts: Path, name: str) -> None:
    write(drafts, name, f"{SOURCE}\n\nIt rained.\n")
    assert shown(call, "--diff", "HEAD") == [f"drafts/{name}:1:1"]
    first = min(name, "a b.md")
    assert shown(call) == [f"drafts/{first}:1:1"]


@pytest.mark.parametrize("commit", [False, True])
def test_a_renamed_draft_keeps_its_old_lines(call: Caller, drafts: Path, commit: bool) -> None:
    write(drafts, "long.md", f"{SOURCE}\n" + "\nIt rained on and on.\n" * 9)
    git(drafts, "add", ".")
    git(drafts, "commit", "-m", "long")
    git(drafts, "mv", "drafts/long.md", "drafts/moved.md")
    if commit:
        git(drafts, "commit", "-m", "moved")
    base = "HEAD~1" if commit else "HEAD"
    assert shown(call, "--diff", base) == []
    write(drafts, "moved.md", f"{SOURCE}\n" + "\nIt rained on and on.\n" * 9 + f"\n{OTHER}\n")
    assert shown(call, "--diff", base) == ["drafts/moved.md:21:1"]


def test_the_environment_of_a_hook_changes_nothing(
    call: Caller, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = drafts.parent / f"{drafts.name}-linked"
    git(drafts, "worktree", "add", str(tree))
    own = drafts / ".git" / "worktrees" / tree.name
    monkeypatch.chdir(tree)
    monkeypatch.setenv("GIT_DIR", str(own))
    monkeypatch.setenv("GIT_INDEX_FILE", str(own / "index"))
    monkeypatch.setenv("GIT_PREFIX", "")
    assert shown(call, "--diff", "HEAD") == []
    write(tree, "a b.md", f"{SOURCE}\n\n{OTHER}\n")
    assert shown(call, "--diff", "HEAD") == ["drafts/a b.md:3:1"]


def test_the_index_of_a_hook_counts_in_its_own_repository_only(
    call: Caller, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = drafts / ".git" / "empty-index"
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/empty-index")
    git(drafts, "read-tree", "--empty")
    assert empty.exists()
    assert shown(call, "--diff", "HEAD") == ["drafts/a b.md:1:1"]
    other = drafts / "other"
    monkeypatch.delenv("GIT_INDEX_FILE")
    git(drafts, "init", "--initial-branch=main", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/empty-index")
    monkeypatch.chdir(other)
    told = call("check", "../drafts", "--diff", "HEAD", "--format", "concise")
    assert (told.code, told.out) == (0, "")


def test_a_tree_that_only_the_environment_knows(
    call: Caller, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (drafts / ".git").rename(drafts / "dots")
    monkeypatch.setenv("GIT_DIR", "dots")
    assert shown(call, "--diff", "HEAD") == []
    monkeypatch.setenv("GIT_WORK_TREE", str(drafts))
    assert shown(call, "--diff", "HEAD") == []


def test_the_reason_of_git_is_told(
    call: Caller, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    told = call("check", "drafts", "--diff", "HEAD")
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert "dubious ownership" in told.err
    assert "safe.directory" in told.err
    assert drafts.is_dir()


def test_a_shallow_clone_is_told_how_to_get_the_commit(
    call: Caller, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(drafts, "commit", "--allow-empty", "-m", "second")
    git(drafts, "clone", "--depth", "1", f"file://{drafts}", "shallow")
    monkeypatch.chdir(drafts / "shallow")
    told = call("check", "drafts", "--diff", "HEAD~1")
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert "git fetch --unshallow" in told.err
    assert "fetch-depth: 0" in told.err
    assert "unshallow" not in call("check", "../drafts", "--diff", "nothing").err


def test_in_a_submodule_the_commit_recorded_then_is_meant(
    call: Caller, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire = drafts.parent / f"{drafts.name}-wire"
    (wire / "drafts").mkdir(parents=True)
    git(wire, "init", "--initial-branch=main")
    write(wire, "w.md", f"{SOURCE} It hailed.\n")
    git(wire, "add", ".")
    git(wire, "commit", "-m", "wire")
    below = drafts / "drafts" / "wire"
    add = ("-c", "protocol.file.allow=always", "submodule", "add", str(wire), "drafts/wire")
    git(drafts, *add)
    whole = "drafts/wire/drafts/w.md:1:1"
    assert shown(call, "--diff", "HEAD") == [whole]
    git(drafts, "commit", "-am", "with the wire")
    assert shown(call, "--diff", "HEAD") == []
    assert shown(call, "--diff", "HEAD~1") == [whole]
    write(below, "w.md", f"{SOURCE} It hailed.\n\n{OTHER}\n")
    git(below, "commit", "-am", "more")
    # The submodule's own HEAD is the new state; what the drafts' repository has is the old one.
    assert shown(call, "--diff", "HEAD") == ["drafts/wire/drafts/w.md:3:1"]
    monkeypatch.chdir(below)
    assert shown(call, "--diff", "HEAD") == []
    assert shown(call, "--diff", "HEAD~1") == ["drafts/w.md:3:1"]
