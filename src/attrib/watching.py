"""Doing something again whenever one of some files changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from attrib.edge import tell
from attrib.ingest.formats import SUFFIXES
from attrib.ingest.reading import WAIVERS
from attrib.ingest.walking import find_files
from attrib.settings import Settings

_PAUSE = 0.3
"""Seconds between two looks; a look costs one stat a file."""

State = dict[Path, tuple[int, int]]


def watch(paths: Sequence[str], settings: Settings, run: Callable[[], int]) -> int:
    """Call `run` now, and again after each change of the files at `paths`, until interrupted."""
    seen: State | None = None
    while True:
        state = _look(paths, settings)
        if state != seen:
            seen = state
            run()
            drafts = f"{len(state)} file{'' if len(state) == 1 else 's'}"
            tell(f"watching {drafts}; Ctrl-C ends it")
        time.sleep(_PAUSE)


def _look(paths: Sequence[str], settings: Settings) -> State:
    """When each file was last changed, and how long it is; what cannot be looked at is left out."""
    state: State = {}
    files = [settings.decisions] if settings.decisions is not None else []
    for file in find_files(paths, settings, SUFFIXES).files:
        files += [file, file.with_name(file.name + WAIVERS)]
    for path in files:
        try:
            found = path.stat()
        except OSError:
            continue
        state[path] = found.st_mtime_ns, found.st_size
    return state
