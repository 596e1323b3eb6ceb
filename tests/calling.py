"""How tests call the command line, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Called:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


class Caller(Protocol):
    """Runs one command; the arguments are those of the command line."""

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> Called: ...
