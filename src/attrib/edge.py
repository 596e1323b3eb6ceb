"""The edge of the program: every way a command can end becomes a line and an exit code."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import traceback
from pathlib import Path
from types import TracebackType

import click

from attrib.errors import AttribError
from attrib.version import __version__


def run_at_edge(command: click.Command) -> int:
    """Run `command` on the arguments of the process and return its exit code."""
    try:
        return int(command.main(standalone_mode=False, prog_name="attrib") or 0)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("attrib: interrupted", err=True)
        return 130
    except click.ClickException as problem:
        problem.show()
        return 2
    except AttribError as problem:
        click.echo(f"attrib: {problem}", err=True)
        return 2
    except BrokenPipeError:
        # The reader went away ("attrib ... | head"): nothing is left to say, or to say it to.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123
        return 0
    except Exception as bug:
        where = _save_traceback(type(bug).__name__, bug.__traceback__)
        saved = f"; the traceback is in {where}" if where else ""
        click.echo(f"attrib: this is a bug of attrib, not of your files{saved}", err=True)
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
