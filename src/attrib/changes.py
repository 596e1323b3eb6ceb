"""Which lines of which files have changed since a commit, as git tells it."""

from __future__ import annotations

import codecs
import os
import re
import tempfile
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from attrib.errors import SettingsError
from attrib.positions import find_line_starts
from attrib.records import Problem
from attrib.repositories import Repository, find_commit_for, find_repository

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_LONE_RETURN = re.compile(rb"\r(?!\n)")
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Encodings in which more than one byte makes a line end; the shorter mark begins the longer."""
_ALWAYS = ("--no-color", "--no-ext-diff", "--no-textconv")
_LINES = ("diff", "--unified=0", "--inter-hunk-context=0", *_ALWAYS, "--text")

Ranges = tuple[tuple[int, int], ...]
"""Lines, 1-based, as half-open ranges in order."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Lines changed in each file, by its path as it was given; None: all of them.

    `problems` says, once for each repository, why nothing is known of the files in it.
    """

    lines: Mapping[str, Ranges | None]
    problems: tuple[Problem, ...] = ()

    def touch(self, path: str, first: int, last: int) -> bool:
        """Whether one of the lines `first` to `last` of the file has changed."""
        ranges = self.lines.get(path, ())
        return ranges is None or any(start <= last and first < end for start, end in ranges)


@dataclass(frozen=True, slots=True)
class _State:
    """A repository held against `commit`; None: against nothing, all in it is new."""

    repository: Repository
    commit: str | None
    tracked: frozenset[str]
    changed: Mapping[str, str | None]
    """Path of each file that differs -> its path in the commit, None if it is new."""


@dataclass(slots=True)
class Comparison:
    """What differs between the commit `ref` and working files, each repository asked once.

    `given` holds what takes the place of a file on the disk: the draft on standard input, under
    the name it has. Raises nothing but what all files run into.
    """

    ref: str
    given: Mapping[str, bytes] = field(default_factory=dict)
    _states: dict[Path, _State | SettingsError] = field(default_factory=dict)

    def changed(self, paths: Iterable[str]) -> frozenset[str]:
        """Those of `paths` that are not as they were; of what git cannot tell, none."""
        found = set()
        for path in paths:
            state, name = self._locate(path)
            if isinstance(state, SettingsError):
                continue
            if path in self.given or name not in state.tracked or name in state.changed:
                found.add(path)
        return frozenset(found)

    def lines(self, paths: Iterable[str], also: Iterable[str] = ()) -> Changes:
        """The lines that changed in each of `paths`; of `also` only whether that can be told.

        Raises SettingsError where it can be told of none of them.
        """
        lines: dict[str, Ranges | None] = {}
        failures: dict[str, str] = {}
        told = set()
        wanted = set(paths)
        for path in sorted(wanted.union(also)):
            state, name = self._locate(path)
            try:
                if isinstance(state, SettingsError):
                    raise state
                if path in wanted:
                    lines[path] = self._lines_of(path, state, name)
                told.add(path)
            except SettingsError as problem:
                failures.setdefault(problem.message, path)
        if failures and not told:
            raise SettingsError(next(iter(failures)))
        return Changes(lines, tuple(Problem(at, message) for message, at in failures.items()))

    def _locate(self, path: str) -> tuple[_State | SettingsError, str]:
        """The repository of the file, and the file's name in it."""
        real = Path(os.path.realpath(path))
        folder = next(place for place in real.parents if os.path.isdir(place))  # noqa: PTH112
        # Where a folder has its own .git another repository may begin, and nowhere else.
        roots = (place for place in (folder, *folder.parents) if os.path.lexists(place / ".git"))
        root = next(roots, folder)
        if root not in self._states:
            try:
                repository = find_repository(root)
                if not root.is_relative_to(repository.top):
                    raise SettingsError(f"{root} is not in the working tree of its repository")
                self._states[root] = self._read(repository)
            except SettingsError as problem:
                self._states[root] = problem
        state = self._states[root]
        if isinstance(state, SettingsError):
            return state, ""
        return state, real.relative_to(state.repository.top).as_posix()

    def _read(self, repository: Repository) -> _State:
        commit = find_commit_for(repository, self.ref)
        if commit is None:
            return _State(repository, None, frozenset(), {})
        tracked = _names(repository.ask("ls-files", "-z", "--full-name"))
        told = repository.ask(
            "diff", "--name-status", "-M", "--no-relative", *_ALWAYS, "-z", commit
        )
        changed: dict[str, str | None] = {}
        fields = iter(_names(told))
        for status in fields:
            old = next(fields)
            # A rename and a copy have two names, whatever else differs has one.
            new = next(fields) if status[0] in "RC" else old
            changed[new] = None if status[0] in "AC" else old
        return _State(repository, commit, frozenset(tracked), changed)

    def _lines_of(self, path: str, state: _State, name: str) -> Ranges | None:
        if state.commit is None:
            return None
        if path in self.given:
            return self._lines_given(self.given[path], state, name)
        if name not in state.tracked:
            return None
        if name not in state.changed:
            return ()
        old = state.changed[name]
        if old is None:
            return None
        names = [f":(literal){each}" for each in dict.fromkeys((old, name))]
        told = state.repository.ask(*_LINES, "-M", state.commit, "--", *names)
        try:
            content = (state.repository.top / name).read_bytes()
        except OSError:
            return None
        return _in_our_lines(_read_hunks(told), content)

    def _lines_given(self, content: bytes, state: _State, name: str) -> Ranges | None:
        old = state.changed.get(name) or name
        before = f"{state.commit}:{old}"
        if not state.repository.ask("ls-tree", "-z", str(state.commit), "--", old):
            return None
        # As git would write it to the disk: with the line ends and filters that are set.
        blob = state.repository.ask("cat-file", "--filters", before)
        with tempfile.TemporaryDirectory(prefix="attrib-") as folder:
            places = [Path(folder, number) for number in ("1", "2")]
            for place, data in zip(places, (blob, content), strict=True):
                place.write_bytes(data)
            compared = ("--no-index", "--ignore-cr-at-eol", "--", *map(str, places))
            told = state.repository.ask(*_LINES, *compared, differs=True)
        return _in_our_lines(_read_hunks(told), content)


def _names(told: bytes) -> list[str]:
    return [os.fsdecode(name) for name in told.split(b"\0") if name]


def _read_hunks(told: bytes) -> Ranges:
    ranges = []
    for hunk in _HUNK.finditer(told):
        start, count = int(hunk[1]), int(hunk[2] or b"1")
        if count:
            ranges.append((start, start + count))
    return tuple(ranges)


def _in_our_lines(ranges: Ranges, content: bytes) -> Ranges:
    """Git's lines of the file as ours: a carriage return alone ends a line of ours, none of its."""
    if not _LONE_RETURN.search(content):
        return ranges
    # Each byte one character, for only there does no other byte look like a line end.
    encoding = next((name for mark, name in _WIDE if content.startswith(mark)), "latin-1")
    text = content.decode(encoding, "replace")
    ends = [found.end() for found in re.finditer("\n", text)]
    starts, ours = [0, *ends], find_line_starts(text)
    mapped = []
    for first, end in ranges:
        last = ends[end - 2] if end - 2 < len(ends) else len(text)
        start = starts[min(first - 1, len(starts) - 1)]
        mapped.append((bisect_right(ours, start), bisect_right(ours, max(last - 1, start)) + 1))
    return tuple(mapped)
