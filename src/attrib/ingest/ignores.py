"""What .gitignore says: files that a newsroom's version control leaves out, attrib does too."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from attrib.ingest.patterns import Patterns, compile_patterns
from attrib.ingest.stories import name_path
from attrib.records import Problem
from attrib.settings import absolute_path

_FILE = ".gitignore"


@dataclass(frozen=True, slots=True)
class Ignores:
    """The .gitignore files that hold in a folder, the outermost first."""

    patterns: tuple[Patterns, ...] = ()
    problems: tuple[Problem, ...] = ()

    def leave_out(self, path: Path, *, is_folder: bool) -> bool:
        """Whether git would ignore `path`: the nearest file that speaks of it says."""
        for patterns in reversed(self.patterns):
            decision = patterns.decide(path, is_folder=is_folder)
            if decision is not None:
                return decision
        return False


def read_ignores_above(folder: Path) -> Ignores:
    """What holds in `folder` from the folders above it, up to the root of its repository."""
    place = absolute_path(folder)
    roots = (root for root in (place, *place.parents) if os.path.lexists(root / ".git"))
    root = next(roots, place)
    found = Ignores()
    for parent in reversed(place.parents):
        if parent.is_relative_to(root):
            found = read_ignores_in(parent, found)
    # A folder that git ignores but that is named all the same is meant.
    return Ignores() if found.leave_out(place, is_folder=True) else found


def read_ignores_in(folder: Path, above: Ignores) -> Ignores:
    """`above` with the .gitignore of `folder` added, if there is one."""
    file = folder / _FILE
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        found = compile_patterns(lines, absolute_path(folder))
    except (FileNotFoundError, NotADirectoryError):
        return above
    except OSError as problem:
        message = f"cannot be read: {problem.strerror}; nothing is left out by it"
    except ValueError as problem:
        message = f"{problem}; nothing is left out by it"
    else:
        return Ignores((*above.patterns, found), above.problems)
    remark = Problem(name_path(file), message, fatal=False)
    return Ignores(above.patterns, (*above.problems, remark))
