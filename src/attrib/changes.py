"""Which lines of which files have changed since a commit, as git tells it."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from attrib.errors import SettingsError
from attrib.settings import absolute_path

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_WAIT = 60
"""Seconds that git may take over one command."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Lines changed in each file, by its path as it was given: 1-based, as half-open ranges in
    order; None: all of them."""

    lines: Mapping[str, tuple[tuple[int, int], ...] | None]

    def touch(self, path: str, first: int, last: int) -> bool:
        """Whether one of the lines `first` to `last` of the file has changed."""
        ranges = self.lines.get(path, ())
        return ranges is None or any(start <= last and first < end for start, end in ranges)


def find_changes(ref: str, paths: Iterable[str]) -> Changes:
    """What differs between the commit `ref` and the working files `paths`.

    A file that git does not track has changed as a whole. Raises SettingsError where git, the
    repository or the commit is missing.
    """
    by_folder: dict[Path, list[str]] = {}
    for path in paths:
        by_folder.setdefault(absolute_path(Path(path)).resolve().parent, []).append(path)
    lines: dict[str, tuple[tuple[int, int], ...] | None] = {}
    for folder, given in sorted(by_folder.items()):
        commit = _git(
            folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
        )
        if commit is None:
            raise SettingsError(f"there is no commit '{ref}' to compare {folder} with")
        tracked = frozenset((_git(folder, "ls-files", "-z") or b"").split(b"\0"))
        for path in given:
            name = Path(path).resolve().name
            known = os.fsencode(name) in tracked
            lines[path] = _changed(folder, commit.decode().strip(), name) if known else None
    return Changes(lines)


def _changed(folder: Path, commit: str, name: str) -> tuple[tuple[int, int], ...]:
    told = _git(
        folder, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--text",
        commit, "--", f":(literal){name}",
    )  # fmt: skip
    ranges = []
    for hunk in _HUNK.finditer(told or b""):
        start, count = int(hunk[1]), int(hunk[2] or b"1")
        if count:
            ranges.append((start, start + count))
    return tuple(ranges)


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints; None where it fails. Raises SettingsError where there is no git to ask."""
    command: Sequence[str] = ("git", "-C", str(folder), *arguments)
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_WAIT)
    except FileNotFoundError as problem:
        raise SettingsError("--diff needs git, which is not installed") from problem
    except subprocess.TimeoutExpired as problem:
        raise SettingsError(f"git took more than {_WAIT} s over {folder}") from problem
    if done.returncode and b"not a git repository" in done.stderr:
        raise SettingsError(f"{folder} is in no git repository")
    return done.stdout if done.returncode == 0 else None
