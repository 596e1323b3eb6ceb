"""What the command line of `attrib check` asks for, and what cannot be asked for together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from attrib.check.formats import DiagnosticFormat
    from attrib.records import Severity
    from attrib.settings import FailOn, Settings


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

    def settle(self, settings: Settings) -> Settings:
        """The settings, with what the command line says over them."""
        return replace(
            settings,
            fail_on=self.fail_on or settings.fail_on,
            min_severity=self.min_severity or settings.min_severity,
            select=_codes(self.select) or settings.select,
            ignore=_codes(self.ignore) or settings.ignore,
            profile=settings.profile if self.profile is None else self.profile,
            baseline=self.baseline or settings.baseline,
            decisions=self.decisions or settings.decisions,
            processes=settings.processes if self.processes is None else self.processes,
            cache=settings.cache and not self.no_cache,
        )


def _codes(given: str | None) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in (given or "").split(",") if code.strip())
