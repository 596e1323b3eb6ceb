"""How tests call the command line, and what comes back."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

PLAIN = "The bridge was shut on Monday, the harbour board said."
FAULTY = "The merger of the two ferry lines is dead, a source said on Monday."


@dataclass(frozen=True, slots=True)
class Called:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


class Caller(Protocol):
    """Runs one command; the arguments are those of the command line."""

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> Called: ...


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def spawn(*arguments: str | Path, cwd: Path, **environment: str) -> Called:
    """The command line as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "attrib", *map(str, arguments)],
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **environment},
        timeout=300,
    )
    return Called(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def lines_of(text: str) -> list[str]:
    return text.splitlines()
