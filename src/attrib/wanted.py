"""What the command line of `attrib check` asks for, and what cannot be asked for together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from attrib.check.formats import DiagnosticFormat
    from attrib.records import Severity
    from attrib.settings import FailOn


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options, by their names."""

    fail_on: FailOn | None
    min_severity: Severity | None
    output: Path | None
    stdin_filename: str | None
    format_: DiagnosticFormat
    select: str | None
    ignore: str | None
    profile: str | None
    with_: tuple[str, ...]
    diff: str | None
    baseline: Path | None
    write_baseline: Path | None
    prune_baseline: bool
    decisions: Path | None
    processes: int | None
    learned: bool
    no_cache: bool
    watch: bool
    show_settings: bool

    def refuse_what_cannot_be(self) -> None:
        """Raise UsageError for options of which one would be passed over without a word."""
        beside = {
            "--baseline": self.baseline is not None,
            "--prune-baseline": self.prune_baseline,
            "--diff": self.diff is not None,
            "--output": self.output is not None,
        }
        others = [name for name, given in beside.items() if given]
        if self.write_baseline is not None and others:
            raise click.UsageError(
                f"--write-baseline writes all findings and tells none; it does not go with "
                f"{' or '.join(others)}."
            )
        if self.select is not None and not _codes(self.select):
            raise click.UsageError("--select names no check; leave it out for all checks.")

    def said(self) -> dict[str, Any]:
        """What goes over the settings and over their overrides; None: nothing."""
        return {
            "fail_on": self.fail_on,
            "min_severity": self.min_severity,
            "select": _codes(self.select) or None,
            "ignore": _codes(self.ignore) or None,
            "profile": self.profile,
            "baseline": self.baseline,
            "decisions": self.decisions,
            "processes": self.processes,
            "learned": True if self.learned else None,
            "cache": False if self.no_cache else None,
        }

    def places(self, paths: Sequence[str]) -> tuple[str, ...]:
        """The paths, with the name of the draft on standard input for "-"."""
        return tuple(self.stdin_filename or "-" if path == "-" else path for path in paths)


def _codes(given: str | None) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in (given or "").split(",") if code.strip())
