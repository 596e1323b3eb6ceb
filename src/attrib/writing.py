"""Write files so that a half-written one never replaces a good one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from attrib.errors import InputError


def require_folder(path: Path | None) -> None:
    """Raise InputError if the folder of `path` is not there, before any work is done for it."""
    if path is not None and not path.parent.is_dir():
        raise InputError("cannot be written: its folder is not there", path=str(path))


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 to `path` by way of a temporary file beside it; raises InputError."""
    try:
        handle, name = tempfile.mkstemp(prefix=".attrib-", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            # mkstemp makes files only their owner can read; a report is for the newsroom.
            mask = os.umask(0)
            os.umask(mask)
            Path(name).chmod(0o666 & ~mask)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise InputError(f"cannot be written: {problem.strerror}", path=str(path)) from problem
