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
from attrib.settings import Settings

_PAUSE = 0.3
"""Seconds between two looks; a look costs one stat a file."""


@dataclass(frozen=True, slots=True)
class Watched:
    """The articles at `paths`, and what changes the findings in them.

    `settings_files` need not be there yet. `rules` is a folder that goes before that of the
    settings.
    """

    paths: Sequence[str]
    settings_files: tuple[Path, ...]
    rules: Path | None


@dataclass(frozen=True, slots=True)
class _State:
    """When each file was last changed, and how long it is; what is not there is left out."""

    files: dict[Path, tuple[int, int]]
    drafts: int


def watch(
    watched: Watched,
    settings: Settings,
    load: Callable[[], Settings],
    run: Callable[[Settings], int],
) -> int:
    """Call `run` now, and again after each change of what is `watched`, until interrupted.

    The settings that `load` returns hold from then on. A mistake in a file, which may be saved
    by halves, is told and waits for the next change.
    """
    seen: _State | None = None
    while True:
        state = _look(watched, settings)
        if state != seen:
            seen = state
            try:
                fresh = load()
                if fresh != settings:
                    # They may name other files to look at; patterns in them may be none.
                    _look(watched, fresh)
                    settings, seen = fresh, None
                    continue
                run(settings)
            except AttribError as problem:
                tell(str(problem))
            tell(f"watching {state.drafts} file{'' if state.drafts == 1 else 's'}; Ctrl-C ends it")
        time.sleep(_PAUSE)


def _look(watched: Watched, settings: Settings) -> _State:
    drafts = find_files(watched.paths, settings, SUFFIXES).files
    files: dict[Path, tuple[int, int]] = {}
    for path in (*drafts, *_find_beside(watched, settings, drafts)):
        try:
            found = path.stat()
        except OSError:
            continue
        files[path] = found.st_mtime_ns, found.st_size
    return _State(files, len(drafts))


def _find_beside(watched: Watched, settings: Settings, drafts: Sequence[Path]) -> Iterator[Path]:
    yield from watched.settings_files
    yield from (path for path in (settings.decisions, settings.baseline) if path is not None)
    yield from (draft.with_name(draft.name + WAIVERS) for draft in drafts)
    rules = watched.rules or settings.rules
    if rules is not None:
        yield from rules.rglob("*.yaml")
