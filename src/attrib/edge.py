"""The edge of the program: every way a command can end becomes a line and an exit code."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import click

from attrib.errors import AttribError, on_one_line
from attrib.version import __version__

_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
"""What a system says when a disk, or somebody's share of it, is full."""


class ReaderGoneError(Exception):
    """Nobody reads standard output any more ("attrib ... | head")."""


class Commands(click.Group):
    """A group that lets a closed pipe through to the edge: click itself would exit with 1,
    which here means findings."""

    def make_context(self, *given: Any, **named: Any) -> click.Context:
        try:
            return super().make_context(*given, **named)
        except BrokenPipeError as problem:
            raise ReaderGoneError from problem

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as problem:
            raise ReaderGoneError from problem


def run_at_edge(command: click.Command) -> int:
    """Run `command` on the arguments of the process and return its exit code."""
    try:
        return _run(command)
    except (BrokenPipeError, ReaderGoneError):
        # Nothing is left to say, or to say it to.
        drop_output()
        return 0


def tell(message: str) -> None:
    """One line on standard error. Where nobody reads that, the exit code still says it."""
    try:
        click.echo(f"attrib: {on_one_line(message)}", err=True)
    except OSError:
        _drop(sys.stderr)


def drop_output() -> None:
    """Let what is still to be printed go nowhere, so that the end of the process cannot fail."""
    _drop(sys.stdout)


def _drop(stream: TextIO | None) -> None:
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())  # type: ignore[union-attr]
        os.close(nowhere)


def _run(command: click.Command) -> int:
    try:
        return int(command.main(standalone_mode=False, prog_name="attrib") or 0)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except (click.Abort, KeyboardInterrupt):
        tell("interrupted")
        return 130
    except click.ClickException as problem:
        with contextlib.suppress(OSError):
            problem.show()
        return 2
    except AttribError as problem:
        tell(str(problem))
        return 2
    except (BrokenPipeError, ReaderGoneError):
        raise
    except Exception as bug:
        if isinstance(bug, OSError) and bug.errno in _FULL:
            drop_output()
            tell(bug.strerror or "the disk is full")
            return 2
        where = _save_traceback(type(bug).__name__, bug.__traceback__)
        saved = f"; the traceback is in {where}" if where else ""
        tell(f"this is a bug of attrib, not of your files{saved}")
        return 3


def _save_traceback(name: str, frames: TracebackType | None) -> Path | None:
    """Write where it happened, in a folder only the user can read.

    The exception's own message is left out: it may hold words of an embargoed draft.
    """
    lines = [f"attrib {__version__}, Python {sys.version.split()[0]}\n", f"{name}\n"]
    lines += [
        f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
        for frame in traceback.extract_tb(frames)
    ]
    with contextlib.suppress(OSError):
        folder = Path(click.get_app_dir("attrib")) / "tracebacks"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        handle, path = tempfile.mkstemp(prefix="attrib-", suffix=".txt", dir=folder)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.writelines(lines)
        return Path(path)
    return None
