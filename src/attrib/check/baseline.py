"""A baseline: findings that were there before, and are not to be told again.

A file that a person can review: for each draft, for each check, how often a finding of one
fingerprint (check, words, speaker) stands in it. Lines are no part of it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from attrib.errors import SettingsError
from attrib.records import Diagnostic, Suppressed
from attrib.settings import absolute_path
from attrib.wire import Json, dumps

SCHEMA = "attrib.baseline/1"
_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Baseline:
    """How many findings of each (path, code, fingerprint) are known."""

    counts: Mapping[_Key, int]


@dataclass(frozen=True, slots=True)
class Compared:
    """Findings held against a baseline; `stale` counts the known ones that were not found."""

    new: tuple[Diagnostic, ...]
    known: tuple[Suppressed, ...]
    stale: int


def make_baseline(diagnostics: Iterable[Diagnostic], folder: Path) -> Baseline:
    """A baseline of all of them; paths are taken from `folder`, where its file will lie."""
    return Baseline(Counter(_key(diagnostic, folder) for diagnostic in diagnostics))


def compare_with_baseline(
    diagnostics: Sequence[Diagnostic],
    baseline: Baseline,
    folder: Path,
    checked: Iterable[str] = (),
) -> Compared:
    """Which findings are new. `checked` are the paths that were read: only of them is what was
    not found again stale."""
    left = Counter(baseline.counts)
    new, known = [], []
    for diagnostic in diagnostics:
        key = _key(diagnostic, folder)
        if left[key] > 0:
            left[key] -= 1
            known.append(Suppressed(diagnostic, "", in_baseline=True))
        else:
            new.append(diagnostic)
    read = {_relative(path, folder) for path in checked}
    return Compared(
        tuple(new),
        tuple(known),
        sum(count for (path, *_), count in left.items() if path in read),
    )


def prune_baseline(
    baseline: Baseline,
    diagnostics: Iterable[Diagnostic],
    folder: Path,
    checked: Iterable[str] = (),
) -> Baseline:
    """The part of it that was found again, or that stands for drafts not `checked` this time.

    Drafts that are gone are not kept.
    """
    found = Counter(_key(diagnostic, folder) for diagnostic in diagnostics)
    read = {_relative(path, folder) for path in checked}
    left = {}
    for key, count in baseline.counts.items():
        unread = key[0] not in read and (folder / key[0]).exists()
        if kept := count if unread else min(count, found[key]):
            left[key] = kept
    return Baseline(left)


def read_baseline(path: Path) -> Baseline:
    """Raises SettingsError for a file that cannot be read or is no baseline."""
    try:
        given = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        raise SettingsError(problem.strerror or "cannot be read", path=str(path)) from problem
    except UnicodeDecodeError as problem:
        raise SettingsError("is not UTF-8 text; save it as UTF-8", path=str(path)) from problem
    except json.JSONDecodeError as problem:
        raise SettingsError(
            f"is no JSON: {problem.msg}", path=str(path), line=problem.lineno, column=problem.colno
        ) from problem
    except RecursionError as problem:
        raise SettingsError("is nested too deeply", path=str(path)) from problem
    except ValueError as problem:
        raise SettingsError(f"is no JSON: {problem}", path=str(path)) from problem
    if not isinstance(given, dict) or given.get("schema") != SCHEMA:
        raise SettingsError(f"is no baseline: its schema should be {SCHEMA}", path=str(path))
    try:
        counts = {
            (draft, code, fingerprint): _read_count(count, f"{draft}, {code}, {fingerprint}")
            for draft, codes in given["files"].items()
            for code, fingerprints in codes.items()
            for fingerprint, count in fingerprints.items()
        }
    except ValueError as problem:
        raise SettingsError(str(problem), path=str(path)) from problem
    except (KeyError, AttributeError, TypeError) as problem:
        message = "is no baseline: files, codes and fingerprints should lead to counts"
        raise SettingsError(message, path=str(path)) from problem
    return Baseline(counts)


def _read_count(count: object, where: str) -> int:
    """Raises ValueError for what no number of findings can be; in Python true is one."""
    if isinstance(count, dict | list):
        raise TypeError
    if not isinstance(count, int) or isinstance(count, bool) or count < 0:
        shown = json.dumps(count, ensure_ascii=False)
        raise ValueError(f"{where}: expected a whole number of findings, not {shown}")
    return count


def render_baseline(baseline: Baseline) -> str:
    """As JSON, sorted, so that a change of it can be reviewed."""
    files: dict[str, dict[str, dict[str, int]]] = {}
    for (draft, code, fingerprint), count in sorted(baseline.counts.items()):
        files.setdefault(draft, {}).setdefault(code, {})[fingerprint] = count
    shape: dict[str, Json] = {"schema": SCHEMA, "files": files}  # type: ignore[dict-item]
    return dumps(shape)


def _key(diagnostic: Diagnostic, folder: Path) -> _Key:
    return _relative(diagnostic.path, folder), diagnostic.code, diagnostic.fingerprint


def _relative(path: str, folder: Path) -> str:
    """`path` from `folder`, with "/", wherever the command was started."""
    try:
        return absolute_path(Path(path)).relative_to(absolute_path(folder)).as_posix()
    except ValueError:
        return Path(path).as_posix()
