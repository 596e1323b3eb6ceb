"""Patterns as .gitignore spells them: for `exclude:`, `outlets:` and .gitignore itself.

The only module that imports pathspec.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from pathspec import GitIgnoreSpec

from attrib.settings import Override, Settings, absolute_path
from attrib.yamlfile import Address

# What a backslash takes the meaning from, and whole sets; "]" may stand first in one.
_BRACKETS = re.compile(r"\\.|\[[!^]?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]", re.DOTALL)


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
    return _compile_setting(("exclude",), settings.exclude, settings)


def read_outlets(settings: Settings) -> tuple[tuple[Patterns, str], ...]:
    """The patterns of `outlets:` with the outlet each stands for, in the file's order."""
    return tuple(
        (_compile_setting(("outlets",), (pattern,), settings), outlet)
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
        (_compile_setting(("overrides", number, "files"), override.files, settings), override)
        for number, override in enumerate(settings.overrides)
    )


def settings_at(
    path: str | None, settings: Settings, overrides: tuple[tuple[Patterns, Override], ...]
) -> Settings:
    """`settings` as they hold for the file at `path`, by the overrides that match it, in order.

    What the command line gave stays: it goes before all of the file.
    """
    given = settings.overlaid
    for patterns, override in overrides if path is not None else ():
        inside = patterns.decide(Path(path or ""))
        if inside or (inside is None and patterns.spec.match_file(path or "")):
            settings = replace(
                settings,
                profile=settings.profile
                if "profile" in given
                else override.profile or settings.profile,
                severity={**settings.severity, **override.severity},
                select=settings.select if "select" in given else override.select or settings.select,
                ignore=settings.ignore
                if "ignore" in given
                else (*settings.ignore, *override.ignore),
            )
    return settings


def _compile_setting(address: Address, lines: tuple[str, ...], settings: Settings) -> Patterns:
    for number, line in enumerate(lines):
        # The keys of a mapping are what is wrong in it, the items of a list.
        place = (*address, line, None) if address == ("outlets",) else (*address, number)
        try:
            compile_patterns((line,), settings.folder)
        except ValueError as problem:
            raise settings.error_at(place, str(problem)) from problem
        if not line.strip():
            raise settings.error_at(place, "an empty pattern matches nothing")
        if _has_open_bracket(line):
            raise settings.error_at(
                place, f"not a pattern: no ']' closes the '[' of '{line}'; '\\[' is the character"
            )
    return compile_patterns(lines, settings.folder)


def _has_open_bracket(pattern: str) -> bool:
    """Whether a "[" stands for nothing: git takes such a pattern, and it matches no file."""
    return "[" in _BRACKETS.sub("", pattern)
