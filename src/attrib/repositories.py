"""Git as `--diff` asks it: which repository a file lies in, and which commit a name means there.

Nothing that git says in failing is passed over: every failure is a SettingsError with its reason.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from attrib.errors import SettingsError
from attrib.settings import absolute_path

_WAIT = 60
"""Seconds that git may take over one command."""
_PLACES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
"""What git tells its hooks about the repository they run for, relative to their working folder."""
_OWN_FOLDER = "--absolute-git-dir"
_IN_THE_WAY = (*_PLACES, "GIT_PREFIX", "GIT_DIFF_OPTS")


@dataclass(frozen=True, slots=True)
class Repository:
    """A working tree at the absolute path `top`, with the environment that git is asked in."""

    top: Path
    environment: Mapping[str, str]

    def ask(self, *arguments: str, differs: bool = False) -> bytes:
        """What git prints; raises SettingsError where it fails. With `differs` 1 is no failure."""
        done = _run(self.top, self.environment, arguments)
        if done.returncode not in ((0, 1) if differs else (0,)):
            raise SettingsError(f"git failed over {self.top}: {_reason(done.stderr)}")
        return done.stdout

    def find_commit(self, ref: str) -> str:
        """The commit that `ref` names here; raises SettingsError where there is none."""
        wanted = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        done = _run(self.top, self.environment, wanted)
        if done.returncode == 0:
            return done.stdout.decode().strip()
        hint = ""
        if self.ask("rev-parse", "--is-shallow-repository").strip() == b"true":
            hint = (
                "; the clone is shallow, fetch what is older: `git fetch --unshallow`, "
                "or fetch-depth: 0 where CI checks out"
            )
        raise SettingsError(f"there is no commit '{ref}' to compare {self.top} with{hint}")


def find_repository(folder: Path) -> Repository:
    """The repository that the absolute `folder` lies in; raises SettingsError.

    In a hook git's environment speaks of one repository, whose index may be one made for just
    this commit. It is taken over where `folder` lies in that one, and in no other.
    """
    told = {name: os.environ[name] for name in _PLACES if os.environ.get(name)}
    told = {name: str(absolute_path(Path(place))) for name, place in told.items()}
    plain = {name: value for name, value in os.environ.items() if name not in _IN_THE_WAY}
    # Git's messages are read here; it should ask for no password, and leave the index alone.
    plain |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    tree = told.get("GIT_WORK_TREE")
    if "GIT_DIR" in told and tree is not None and folder.is_relative_to(os.path.realpath(tree)):
        return Repository(Path(os.path.realpath(tree)), plain | told)
    try:
        top = _locate(folder, plain, "--show-toplevel")
    except SettingsError:
        if "GIT_DIR" not in told or tree is not None:
            raise
        # Git's own rule for GIT_DIR alone: the working folder is the top of the tree.
        here = Path(os.path.realpath(Path.cwd()))
        if not folder.is_relative_to(here):
            raise
        return Repository(here, plain | told | {"GIT_WORK_TREE": str(here)})
    if "GIT_INDEX_FILE" in told and _locate(top, plain, _OWN_FOLDER) == _told_folder(told, plain):
        plain["GIT_INDEX_FILE"] = told["GIT_INDEX_FILE"]
    return Repository(top, plain)


def find_commit_for(repository: Repository, ref: str) -> str | None:
    """The commit that `ref` means for `repository`; None where it was no part of it yet.

    In a submodule of where one works it is the commit that was recorded for the submodule then.
    Raises SettingsError.
    """
    above = b""
    if _working_top() != repository.top:
        above = repository.ask("rev-parse", "--show-superproject-working-tree")
    if not above.strip():
        return repository.find_commit(ref)
    outer = find_repository(Path(os.fsdecode(above.rstrip(b"\n"))))
    commit = find_commit_for(outer, ref)
    if commit is None:
        return None
    place = repository.top.relative_to(outer.top).as_posix()
    recorded = outer.ask("ls-tree", "-z", commit, "--", place).split()[:3]
    is_submodule = recorded[1:2] == [b"commit"]
    return repository.find_commit(recorded[2].decode()) if is_submodule else None


def _working_top() -> Path | None:
    try:
        return find_repository(Path(os.path.realpath(Path.cwd()))).top
    except SettingsError:
        return None


def _told_folder(told: Mapping[str, str], plain: Mapping[str, str]) -> Path | None:
    """Git's own folder of the repository that its environment speaks of."""
    if "GIT_DIR" in told:
        return Path(os.path.realpath(told["GIT_DIR"]))
    try:
        return _locate(Path.cwd(), plain, _OWN_FOLDER)
    except SettingsError:
        return None


def _locate(folder: Path, environment: Mapping[str, str], wanted: str) -> Path:
    """A place of the repository that `folder` lies in, links followed; raises SettingsError."""
    done = _run(folder, environment, ("rev-parse", wanted))
    if done.returncode == 0:
        return Path(os.path.realpath(os.fsdecode(done.stdout.rstrip(b"\n"))))
    if b"not a git repository" in done.stderr:
        raise SettingsError(f"{folder} is in no git repository")
    raise SettingsError(f"git failed over {folder}: {_reason(done.stderr)}")


def _run(
    folder: Path, environment: Mapping[str, str], arguments: tuple[str, ...]
) -> subprocess.CompletedProcess[bytes]:
    command = ("git", "-C", str(folder), *arguments)
    try:
        return subprocess.run(
            command, capture_output=True, check=False, timeout=_WAIT, env=dict(environment)
        )
    except FileNotFoundError as problem:
        raise SettingsError("--diff needs git, which is not installed") from problem
    except subprocess.TimeoutExpired as problem:
        raise SettingsError(f"git took more than {_WAIT} s over {folder}") from problem


def _reason(told: bytes) -> str:
    """What git says in failing, on one line."""
    words = " ".join(told.decode("utf-8", "replace").split())
    return words.removeprefix("fatal: ").removeprefix("error: ") or "it gives no reason"
