"""From the PATHS of the command line to the files to read."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from attrib.errors import SettingsError
from attrib.ingest.ignores import read_ignores_above, read_ignores_in
from attrib.ingest.patterns import Patterns, compile_patterns, read_exclusions
from attrib.ingest.stories import name_path
from attrib.nearest import Lookup
from attrib.records import Problem
from attrib.settings import Settings, absolute_path

STANDARD_INPUT = "-"
_OWN_REPORT = "attrib-report."
"""How the files begin that `attrib report` writes by itself: no article is read from them."""
_GENERATED = b'<meta name="generator" content="attrib '
_HEAD = 4_000
"""Bytes at the start of a page in which that stands."""
_ABOUT_THE_FOLDER = frozenset(("readme", "changelog", "contributing", "license"))
"""What files are called that speak of the folder they lie in: README.md, LICENSE.txt."""


@dataclass(frozen=True, slots=True)
class Found:
    """Files to read, as they were named, each once and in order; and what was not found."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    standard_input: bool = False


def find_files(
    paths: Iterable[str | Path], settings: Settings | Lookup, suffixes: frozenset[str]
) -> Found:
    """The files that `paths` name: files, folders, globs and "-", in any order.

    A file named is always read. In folders, which are walked, only the `suffixes` (".txt") are
    taken, and hidden files, a README and the like, what .gitignore names and what `exclude:`
    names are left out; in globs likewise, save that .gitignore is not asked. A folder named
    is walked even where a pattern of `exclude:` names it. Where `settings` differ from folder to
    folder, those of the folder that is named and those of the file's own both leave out.
    """
    exclusions = _Exclusions(settings)
    files: dict[str, Path] = {}
    problems: set[Problem] = set()
    standard_input = False
    for path in paths:
        if str(path) == STANDARD_INPUT:
            standard_input = True
            continue
        if not str(path):
            # A variable of a script that holds nothing; to Path it is the folder one stands in.
            problems.add(Problem("''", "names nothing; name a file, a folder or -"))
            continue
        found = exclusions.leave_out(path, suffixes)
        problems.update(found.problems)
        for file in found.files:
            # The same file under two names is one; the name that sorts first stays.
            real = os.path.realpath(file)
            files[real] = min(file, files.get(real, file), key=lambda file: file.as_posix())
    ordered = sorted(files.values(), key=lambda file: file.as_posix())
    return Found(tuple(ordered), tuple(sorted(problems)), standard_input)


class _Exclusions:
    """The patterns of `exclude:` as they hold in each folder, compiled once."""

    def __init__(self, settings: Settings | Lookup) -> None:
        self._settings = settings
        self._compiled: dict[Path | None, Patterns] = {}

    def leave_out(self, path: str | Path, suffixes: frozenset[str]) -> Found:
        """What `path` names, without what its own settings or those of a file leave out."""
        named = Path(path)
        here = self._at(named if os.path.isdir(named) else named.parent)  # noqa: PTH112
        found = _find_one(path, here, suffixes)
        if isinstance(self._settings, Settings) or found.files == (named,):
            return found
        left = tuple(
            file
            for file in found.files
            if (own := self._at(file.parent)) is here or not own.decide(file)
        )
        if found.files and not left:
            return Found((), (*found.problems, _empty(named, suffixes)))
        return Found(left, found.problems)

    def _at(self, folder: Path) -> Patterns:
        if isinstance(self._settings, Settings):
            settings = self._settings
        else:
            try:
                settings = self._settings(folder)
            except SettingsError:
                # Whoever reads the files of the folder tells it, file by file.
                return compile_patterns((), absolute_path(folder))
        if settings.file not in self._compiled:
            try:
                self._compiled[settings.file] = read_exclusions(settings)
            except SettingsError:
                if settings is self._settings:
                    raise
                self._compiled[settings.file] = compile_patterns((), settings.folder)
        return self._compiled[settings.file]


def _find_one(path: str | Path, exclusions: Patterns, suffixes: frozenset[str]) -> Found:
    named = Path(path)
    if os.path.isdir(named):  # noqa: PTH112 (is_dir() raises where a folder is locked)
        return _find_in_folder(named, exclusions.beyond(named), suffixes)
    if os.path.isfile(named):  # noqa: PTH113
        if named.suffix.lower() in suffixes:
            return Found((named,), ())
        readable = ", ".join(sorted(suffixes))
        return _nothing(named, f"has a suffix attrib does not read; it reads {readable}")
    if glob.has_magic(str(path)) and not os.path.lexists(named):
        return _find_matches(str(path), exclusions, suffixes)
    return _nothing(named, _tell_absence(named))


def _find_matches(pattern: str, exclusions: Patterns, suffixes: frozenset[str]) -> Found:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 (any root, not one)
    if not matches:
        return _nothing(Path(pattern), "matches nothing; check the pattern")
    files: list[Path] = []
    problems: list[Problem] = []
    for match in map(Path, matches):
        if exclusions.decide(match, is_folder=match.is_dir()):
            continue
        if match.is_dir():
            found = _find_in_folder(match, exclusions, suffixes)
            files += found.files
            problems += [problem for problem in found.problems if problem.fatal]
        elif _is_article(match.name, suffixes):
            files.append(match)
    if not files:
        problems.append(_empty(Path(pattern), suffixes))
    return Found(tuple(files), tuple(problems))


def _find_in_folder(folder: Path, exclusions: Patterns, suffixes: frozenset[str]) -> Found:
    """The articles' files under `folder`; links to folders are not followed: they may go round."""
    files: list[Path] = []
    problems: set[Problem] = set()
    pending = [(folder, read_ignores_above(folder))]
    while pending:
        here, above = pending.pop()
        ignores = read_ignores_in(here, above)
        problems.update(ignores.problems)
        try:
            entries = list(os.scandir(here))
        except OSError as problem:
            problems.add(Problem(name_path(here), f"cannot be read: {problem.strerror}"))
            continue
        for entry in entries:
            path = here / entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name.startswith(".") or exclusions.decide(path, is_folder=is_folder):
                continue
            if ignores.leave_out(path, is_folder=is_folder):
                continue
            if is_folder:
                pending.append((path, ignores))
            elif not _is_article(entry.name, suffixes) or os.path.isdir(path):  # noqa: PTH112
                continue
            elif os.path.isfile(path):  # noqa: PTH113
                if not _is_report(path):
                    files.append(path)
            else:
                # A link that leads nowhere or to itself: somebody thinks that this is a draft.
                problems.add(Problem(name_path(path), _tell_absence(path)))
    if not files:
        problems.add(_empty(folder, suffixes))
    return Found(tuple(files), tuple(problems))


def _is_article(name: str, suffixes: frozenset[str]) -> bool:
    return (
        Path(name).suffix.lower() in suffixes
        and not name.startswith(_OWN_REPORT)
        and name.split(".")[0].lower() not in _ABOUT_THE_FOLDER
    )


def _tell_absence(path: Path) -> str:
    try:
        path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            return f"is a link to {name_path(path.readlink())}, which is not there"
        return "is not there; check the path"
    except OSError as problem:
        return f"cannot be read: {problem.strerror}"
    except ValueError:
        return "is no path"
    return "is neither a file nor a folder"


def _nothing(path: Path, message: str) -> Found:
    return Found((), (Problem(name_path(path), message),))


def _empty(path: Path, suffixes: frozenset[str]) -> Problem:
    message = f"holds no articles; attrib reads {', '.join(sorted(suffixes))}"
    return Problem(name_path(path), message, fatal=False)


def _is_report(path: Path) -> bool:
    """Whether the file is a page that `attrib report` wrote, by whatever name."""
    if path.suffix.lower() not in (".html", ".htm"):
        return False
    try:
        with path.open("rb") as page:
            return _GENERATED in page.read(_HEAD)
    except OSError:
        # Whoever reads it tells why it cannot be read.
        return False
