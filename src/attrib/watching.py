"""Doing something again whenever one of some files changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from attrib.edge import tell
from attrib.errors import AttribError
from attrib.ingest.formats import SUFFIXES
from attrib.ingest.reading import WAIVERS
from attrib.ingest.walking import find_files
from attrib.nearest import Nearest

_PAUSE = 0.3
"""Seconds between two looks; a look costs one stat a file."""


@dataclass(frozen=True, slots=True)
class Watched:
    """The articles at `paths`; `rules` is a folder that goes before those of the settings."""

    paths: Sequence[str]
    rules: Path | None


@dataclass(frozen=True, slots=True)
class _State:
    """When each file was last changed, and how long it is; what is not there is left out."""

    files: dict[Path, tuple[int, int]]
    drafts: int


def watch(watched: Watched, load: Callable[[], Nearest], run: Callable[[Nearest], int]) -> int:
    """Call `run` now, and again after each change of what is `watched`, until interrupted.

    The settings are looked up by what `load` returns, which remembers none of before. A mistake
    in a file, which may be saved by halves, is told and waits for the next change.
    """
    nearest = load()
    seen: _State | None = None
    while True:
        state = _look(watched, nearest)
        if state != seen:
            seen = state
            fresh = load()
            _look(watched, fresh)
            changed = fresh.loaded != nearest.loaded
            nearest = fresh
            if changed:
                # They may name other files to look at, and other drafts.
                seen = None
                continue
            try:
                run(nearest)
            except AttribError as problem:
                tell(str(problem))
            tell(f"watching {state.drafts} file{'' if state.drafts == 1 else 's'}; Ctrl-C ends it")
        time.sleep(_PAUSE)


def _look(watched: Watched, nearest: Nearest) -> _State:
    drafts = find_files(watched.paths, nearest.at, SUFFIXES).files
    files: dict[Path, tuple[int, int]] = {}
    for path in (*drafts, *_find_beside(watched, nearest, drafts)):
        try:
            found = path.stat()
        except OSError:
            continue
        files[path] = found.st_mtime_ns, found.st_size
    return _State(files, len(drafts))


def _find_beside(watched: Watched, nearest: Nearest, drafts: Sequence[Path]) -> Iterator[Path]:
    yield from nearest.looked_at
    yield from (draft.with_name(draft.name + WAIVERS) for draft in drafts)
    folders = {watched.rules}
    for settings in tuple(nearest.loaded.values()):
        yield from filter(None, (settings.decisions, settings.baseline))
        folders.add(watched.rules or settings.rules)
    for rules in filter(None, folders):
        yield from rules.rglob("*.yaml")
