"""Patterns as .gitignore spells them: for `exclude:`, `outlets:` and .gitignore itself.

The only module that imports pathspec.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from pathspec import GitIgnoreSpec

from attrib.errors import SettingsError
from attrib.settings import Override, Settings, absolute_path


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns that hold for what lies in `folder`, an absolute path."""

    folder: Path
    spec: GitIgnoreSpec

    def decide(self, path: Path, *, is_folder: bool = False) -> bool | None:
        """Whether `path` is matched; None if no pattern speaks of it, or it lies elsewhere."""
        place = absolute_path(path)
        if place == self.folder or not place.is_relative_to(self.folder):
            return None
        relative = place.relative_to(self.folder).as_posix()
        return self.spec.check_file(relative + "/" * is_folder).include

    def beyond(self, named: Path) -> Patterns:
        """Without the patterns that match the folder `named`: who names a folder means it."""
        place = absolute_path(named)
        if not self.decide(place, is_folder=True):
            return self
        relative = place.relative_to(self.folder).as_posix() + "/"
        rest = (item for item in self.spec.patterns if not item.match_file(relative))
        return Patterns(self.folder, GitIgnoreSpec(rest))


def compile_patterns(lines: Iterable[str], folder: Path) -> Patterns:
    """The patterns of `lines`; raises ValueError for one that is none."""
    try:
        return Patterns(folder, GitIgnoreSpec.from_lines(lines))
    except re.error as problem:
        raise ValueError(f"not a pattern: {problem}") from problem


def read_exclusions(settings: Settings) -> Patterns:
    """The patterns of `exclude:`; raises SettingsError."""
    return _compile_setting("exclude", settings.exclude, settings)


def read_outlets(settings: Settings) -> tuple[tuple[Patterns, str], ...]:
    """The patterns of `outlets:` with the outlet each stands for, in the file's order."""
    return tuple(
        (_compile_setting("outlets", (pattern,), settings), outlet)
        for pattern, outlet in settings.outlets.items()
    )


def find_outlet(path: Path, outlets: tuple[tuple[Patterns, str], ...]) -> str | None:
    """The outlet of the first pattern that matches `path`, in the settings' folder or as spelt."""
    for patterns, outlet in outlets:
        inside = patterns.decide(path)
        if inside or (inside is None and patterns.spec.match_file(path.as_posix())):
            return outlet
    return None


def read_overrides(settings: Settings) -> tuple[tuple[Patterns, Override], ...]:
    """The settings' overrides, each with the patterns of the files it holds for."""
    return tuple(
        (_compile_setting("overrides", override.files, settings), override)
        for override in settings.overrides
    )


def settings_at(
    path: str | None, settings: Settings, overrides: tuple[tuple[Patterns, Override], ...]
) -> Settings:
    """`settings` as they hold for the file at `path`, by the overrides that match it, in order."""
    for patterns, override in overrides if path is not None else ():
        inside = patterns.decide(Path(path or ""))
        if inside or (inside is None and patterns.spec.match_file(path or "")):
            settings = replace(
                settings,
                profile=override.profile or settings.profile,
                severity={**settings.severity, **override.severity},
                select=override.select or settings.select,
                ignore=(*settings.ignore, *override.ignore),
            )
    return settings


def _compile_setting(key: str, lines: tuple[str, ...], settings: Settings) -> Patterns:
    try:
        return compile_patterns(lines, settings.folder)
    except ValueError as problem:
        path = str(settings.file) if settings.file is not None else None
        raise SettingsError(f"{key}: {problem}", path=path) from problem
