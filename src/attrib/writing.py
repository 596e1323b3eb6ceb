"""Write files so that a half-written one never replaces a good one."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrib.errors import InputError

_OF_THE_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that a desktop leaves in folders it has shown: nobody's, and kept."""


def means_folder(path: str) -> bool:
    """Whether who names `path` means a folder: it ends like one, or is one."""
    return path.endswith(("/", os.sep)) or Path(path).is_dir()


def require_folder(path: Path | None) -> None:
    """Raise InputError if the folder of `path` is not there, before any work is done for it."""
    if path is not None and not Path(os.path.realpath(path)).parent.is_dir():
        raise InputError("cannot be written: its folder is not there", path=str(path))


def require_file(path: Path | None) -> None:
    """As `require_folder`, and for a `path` that is a folder itself."""
    require_folder(path)
    if path is not None and os.path.isdir(path):  # noqa: PTH112 (is_dir() raises)
        raise InputError("cannot be written: it is a folder; name a file", path=str(path))


def refuse_inputs(path: Path, inputs: Iterable[Path]) -> None:
    """Raise InputError if `path` is one of the files that are read, by whatever name.

    A file that is not there yet is none of them.
    """
    try:
        target = path.stat()
    except OSError:
        return
    if not stat.S_ISREG(target.st_mode):
        return
    for file in inputs:
        with contextlib.suppress(OSError, ValueError):
            if os.path.samestat(target, file.stat()):
                message = "is read in this run and would be lost; write to another file"
                raise InputError(message, path=str(path))


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 to `path`; raises InputError.

    A file is written beside `path` and then moved there; where that is a link, the file that
    it leads to is replaced. What is no file (a pipe, a device) is written straight into.
    """
    try:
        if _is_stream(path):
            _write_into(path, text)
        else:
            _replace(Path(os.path.realpath(path)), text)
    except OSError as problem:
        raise InputError(f"cannot be written: {problem.strerror}", path=str(path)) from problem


def _is_stream(path: Path) -> bool:
    """Whether `path` is no file with a place of its own, such as /proc/self/fd/1 even where
    that is a file just now: who opened it has more to write there."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(mode):
        return True
    while path.is_symlink():
        folder = Path(os.path.realpath(path.parent))
        if folder.is_relative_to("/proc"):
            return True
        path = folder / path.readlink()
    return False


def _write_into(path: Path, text: str) -> None:
    # Not emptied, but written at the end: it may be a file that a shell has just begun.
    handle = os.open(path, os.O_WRONLY | os.O_APPEND)
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
        stream.write(text)


def _replace(path: Path, text: str) -> None:
    # mkstemp makes files only their owner can read; a report is for the newsroom.
    rights = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_mask()
    handle, name = tempfile.mkstemp(prefix=".attrib-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(name).chmod(rights)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def require_ours(folder: Path, signature: str) -> None:
    """Raise InputError if `folder` is no folder a report may replace.

    It may be missing or empty, and hold files that end with `signature` and nothing else.
    """
    require_folder(folder)
    if not folder.exists():
        return
    if not folder.is_dir():
        raise InputError("is a file; a report in several pages needs a folder", path=str(folder))
    if folder.samefile(Path.cwd()):
        raise InputError("is the folder you are in; name one inside it", path=str(folder))
    for file in sorted(folder.iterdir()):
        if file.name not in _OF_THE_SYSTEM and not _ends_with(file, signature):
            raise InputError(
                f"holds {file.name}, which is no page of a report; name another folder",
                path=str(folder),
            )


def write_folder(folder: Path, files: Mapping[str, str], signature: str) -> None:
    """Write `files`, text by name, to `folder` in place of what an earlier run wrote there.

    They are written to a folder beside it, which then takes its place; raises InputError, also
    for what `require_ours` says.
    """
    require_ours(folder, signature)
    place = folder.resolve()
    try:
        fresh = Path(tempfile.mkdtemp(prefix=".attrib-", dir=place.parent))
        try:
            for name, text in files.items():
                (fresh / name).write_text(text, encoding="utf-8", newline="")
            fresh.chmod(place.stat().st_mode if place.exists() else 0o777 & ~_mask())
            _put_in_place(fresh, place)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as problem:
        raise InputError(f"cannot be written: {problem.strerror}", path=str(folder)) from problem


def _put_in_place(fresh: Path, place: Path) -> None:
    if not place.exists():
        fresh.rename(place)
        return
    old = fresh.with_name(f"{fresh.name}-old")
    place.rename(old)
    try:
        fresh.rename(place)
    except OSError:
        old.rename(place)
        raise
    for name in _OF_THE_SYSTEM:
        with contextlib.suppress(OSError):
            (old / name).rename(place / name)
    shutil.rmtree(old, ignore_errors=True)


def _ends_with(file: Path, signature: str) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    end = signature.encode()
    try:
        with file.open("rb") as opened:
            opened.seek(max(file.stat().st_size - len(end), 0))
            return opened.read() == end
    except OSError:
        return False


def _mask() -> int:
    """What the process takes from the rights of new files."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
