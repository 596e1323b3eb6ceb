"""The settings of each file: those of the settings file nearest upwards from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from attrib.errors import SettingsError
from attrib.settings import (
    PROJECT_FILE,
    SETTINGS_FILE,
    Settings,
    absolute_path,
    list_settings_files,
    load_settings,
)

Lookup = Callable[[Path], Settings]
"""From a folder to the settings of the files in it; raises SettingsError."""


def lay_over(settings: Settings, said: Mapping[str, Any]) -> Settings:
    """`settings` with what the command line said, by key, in their place; None: nothing."""
    given = {key: value for key, value in said.items() if value is not None}
    return replace(settings, **given, overlaid=settings.overlaid.union(given))


@dataclass(slots=True)
class Nearest:
    """Looks settings up, each file once: those of `config` if given, under what was `said`."""

    config: Path | None = None
    said: Mapping[str, Any] = field(default_factory=dict)
    _by_folder: dict[Path, Settings | SettingsError] = field(default_factory=dict)
    _by_file: dict[Path | None, Settings] = field(default_factory=dict)

    def at(self, folder: Path) -> Settings:
        """The settings of the files in `folder`; the same record for all that one file rules."""
        found = self._find(absolute_path(folder))
        if isinstance(found, SettingsError):
            raise found
        return found

    def of(self, path: str | None) -> Settings:
        """The settings of the article at `path`; those of the working folder if it has none."""
        return self.at(Path(path or "-").parent)

    @property
    def loaded(self) -> Mapping[Path | None, Settings]:
        """What was found up to now, by settings file."""
        return self._by_file

    @property
    def mistaken(self) -> tuple[Path, ...]:
        """The settings files found up to now that hold a mistake."""
        failed = (found for found in self._by_folder.values() if isinstance(found, SettingsError))
        return tuple(Path(mistake.path) for mistake in failed if mistake.path is not None)

    @property
    def looked_at(self) -> frozenset[Path]:
        """Where settings were looked for up to now, whether a file is there or not."""
        if self.config is not None:
            return frozenset((self.config,))
        return frozenset(file for folder in self._by_folder for file in list_settings_files(folder))

    def _find(self, folder: Path) -> Settings | SettingsError:
        if folder in self._by_folder:
            return self._by_folder[folder]
        if self.config is None and folder.parent != folder and not _may_rule(folder):
            found = self._find(folder.parent)
        else:
            found = self._load(folder)
        self._by_folder[folder] = found
        return found

    def _load(self, folder: Path) -> Settings | SettingsError:
        try:
            settings = load_settings(folder, self.config)
        except SettingsError as problem:
            return problem
        return self._by_file.setdefault(settings.file, lay_over(settings, self.said))


def _may_rule(folder: Path) -> bool:
    try:
        return (folder / SETTINGS_FILE).exists() or (folder / PROJECT_FILE).exists()
    except OSError:
        return False
