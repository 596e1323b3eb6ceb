"""What a newsroom sets once, in attrib.yaml or in [tool.attrib] of pyproject.toml.

The command line's options of the same names go over these: `dataclasses.replace`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Literal, get_args

from attrib.errors import SettingsError
from attrib.frozen import FrozenDict
from attrib.records import SEVERITIES, Level, Severity
from attrib.tomlfile import read_toml_table
from attrib.yamlfile import Address, read_yaml

FailOn = Literal["error", "warning", "info", "never"]
_FAIL_ON, _LEVELS = get_args(FailOn), get_args(Level)

LONGEST_SENTENCE = 5_000
"""Code points; what is longer is no prose: a table, a list without full stops."""

SETTINGS_FILE = "attrib.yaml"
PROJECT_FILE = "pyproject.toml"
_TABLE = ("tool", "attrib")


@dataclass(frozen=True, slots=True)
class Override:
    """What holds for some of the files: the last of the overrides that match goes first.

    `profile` and `select` stand instead of those of the settings, `severity` goes over them,
    `ignore` is added.
    """

    files: tuple[str, ...]
    """Patterns of .gitignore, matched against paths relative to the settings file's folder."""
    profile: str | None = None
    severity: dict[str, Level] = field(default_factory=dict, hash=False)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.files:
            raise ValueError("files: [] names no file, so nothing is made otherwise")
        _require_levels(self.severity)
        object.__setattr__(self, "severity", FrozenDict(self.severity))


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. Every field but the last three is a key of the settings file.

    Patterns are those of .gitignore, matched against paths relative to the settings file's
    folder. Paths in the file are relative to that folder too; here they are ready to open.
    Raises ValueError for a value that cannot be. Nothing of it can be changed, its dicts neither.
    """

    outlets: dict[str, str] = field(default_factory=dict, hash=False)
    """Pattern -> outlet of the articles that name none themselves; the first that matches."""
    exclude: tuple[str, ...] = ()
    """Patterns of files and folders to leave out where folders are walked or globs expanded."""
    size_limit: int = 20_000_000
    """Bytes; a larger file is not read, and said so."""
    longest_sentence: int = LONGEST_SENTENCE
    """Code points; a longer sentence is passed over, and said so."""
    threads: int = 0
    """Threads that a model may use; 0 is one a core. It changes no result."""
    rules: Path | None = None
    """A folder laid over the shipped rules."""
    templates: Path | None = None
    """A folder laid over the shipped report templates."""
    embedder: str | None = None
    """A sentence-transformers model, by path or id; None is the one that ships with attrib."""
    fail_on: FailOn = "error"
    min_severity: Severity = "info"
    """The least severe findings that are told, by `attrib check` and `attrib.check` alike."""
    select: tuple[str, ...] = ()
    """Codes of the only checks to make; empty: all."""
    ignore: tuple[str, ...] = ()
    """Codes of checks to leave out."""
    learned: bool = False
    """Whether the model that reads for faults speaks on every check in force that has it, and
    not only on those that `select` asks for by their whole code or name."""
    cache: bool = True
    """Whether `attrib check` keeps what it found, in .attrib_cache beside the settings file."""
    processes: int = 1
    """Drafts that `attrib check` reads at once; 0 is one a core. It changes no result."""
    profile: str | None = None
    """A house's way with the checks: "ap", "bbc" and others, from rules/en/profiles."""
    severity: dict[str, Level] = field(default_factory=dict, hash=False)
    """Severity of checks, by code, beginning of a code or name; "off" leaves them out."""
    overrides: tuple[Override, ...] = ()
    """Checks made otherwise in some files."""
    baseline: Path | None = None
    """Findings that are not told again, by `attrib check` and `attrib.check` alike; written by
    --write-baseline."""
    decisions: Path | None = None
    """What editors have decided on passages, as the report page saves it."""
    file: Path | None = field(default=None, metadata={"key": False})
    """Where the settings were read from; None if there is no settings file."""
    overlaid: frozenset[str] = field(default=frozenset(), metadata={"key": False})
    """Keys that the command line gave; no override of the file goes over those."""
    places: dict[Address, tuple[int, int]] = field(
        default_factory=dict, compare=False, repr=False, metadata={"key": False, "place": "inside"}
    )
    """Line and column of what the file sets; a TOML file tells none."""

    def __post_init__(self) -> None:
        if self.size_limit < 1:
            raise ValueError("size_limit must be 1 byte or more")
        if self.longest_sentence < 1:
            raise ValueError("longest_sentence must be 1 character or more")
        if self.threads < 0:
            raise ValueError("threads must be 0 or more")
        if self.processes < 0:
            raise ValueError("processes must be 0 or more")
        _require_one_of("fail_on", self.fail_on, _FAIL_ON)
        _require_one_of("min_severity", self.min_severity, SEVERITIES)
        _require_levels(self.severity)
        object.__setattr__(self, "outlets", FrozenDict(self.outlets))
        object.__setattr__(self, "places", FrozenDict(self.places))
        object.__setattr__(self, "severity", FrozenDict(self.severity))

    @property
    def folder(self) -> Path:
        """The absolute folder that patterns are relative to."""
        return self.file.parent if self.file is not None else Path.cwd()

    def error_at(self, address: Address, message: str) -> SettingsError:
        """The error for the value at `address`, with its place in the file if it is from there."""
        key = str(address[0])
        if self.file is None or key in self.overlaid:
            return SettingsError(message)
        line, column = self.places.get(address, (None, None))
        # What a list in TOML holds has no place, so that the key is all there is to tell.
        key = key if line is not None else f"{'.'.join(_TABLE)}.{key}"
        return SettingsError(f"{key}: {message}", path=str(self.file), line=line, column=column)

    def require(self, key: Literal["baseline", "decisions", "rules"]) -> Path | None:
        """The path set for `key`; raises SettingsError where the file says one that is not there.

        What the command line names is not looked at: whoever opens it tells of it.
        """
        path: Path | None = getattr(self, key)
        if path is None or self.file is None or key in self.overlaid:
            return path
        if key == "rules" and not path.is_dir():
            raise self.error_at((key,), f"{path} is no folder laid out like rules/")
        if not path.exists():
            raise self.error_at((key,), f"{path} is not there")
        return path


def _require_levels(severity: Mapping[str, str]) -> None:
    for check, level in severity.items():
        _require_one_of(f"severity of {check}", level, _LEVELS)


def _require_one_of(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise ValueError(f"{name} is {value!r}; expected one of {', '.join(known)}")


def load_settings(start: Path | str | None = None, config: Path | str | None = None) -> Settings:
    """The settings of the file `config`, else of the settings file nearest upwards from `start`.

    `start` is an article's file or a folder, existing or not (None: the working folder). In one
    folder attrib.yaml goes before pyproject.toml. Without any settings file all defaults hold.
    Raises SettingsError for a file that cannot be read, and for a key or a value in it that
    cannot be.
    """
    if config is not None:
        return _read_config(Path(config))
    for folder in _upwards(start):
        if _is_file(folder / SETTINGS_FILE):
            return _read_config(folder / SETTINGS_FILE)
        if _speaks_of_attrib(folder / PROJECT_FILE):
            found = _read_project(folder / PROJECT_FILE)
            if found is not None:
                return found
    return Settings()


def list_settings_files(start: Path | None = None) -> tuple[Path, ...]:
    """All places that `load_settings` looks at without a `config`, the nearest first."""
    names = (SETTINGS_FILE, PROJECT_FILE)
    return tuple(folder / name for folder in _upwards(start) for name in names)


def _upwards(start: Path | str | None) -> tuple[Path, ...]:
    nearest = absolute_path(Path(start) if start is not None else Path())
    return (nearest, *nearest.parents)


def render_settings(settings: Settings) -> str:
    """`settings` as an attrib.yaml that sets every key, under a line that says where it is from."""
    head = f"# from {settings.file}" if settings.file else "# no settings file: the defaults"
    keys = [item.name for item in fields(settings) if item.metadata.get("key", True)]
    # What JSON writes on one line is YAML too.
    lines = [
        f"{key}: {json.dumps(getattr(settings, key), ensure_ascii=False, default=_plain)}"
        for key in keys
    ]
    return "\n".join((head, *lines)) + "\n"


def _plain(value: object) -> object:
    return asdict(value) if isinstance(value, Override) else str(value)


def absolute_path(path: Path) -> Path:
    """`path` from the root, without ".." in it; links are not followed, so that nothing raises."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (resolve() follows links)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _speaks_of_attrib(path: Path) -> bool:
    """Whether a project file concerns us: another tool's broken one should stop nobody."""
    try:
        return b"attrib" in path.read_bytes()
    except OSError:
        return False


def _read_config(path: Path) -> Settings:
    """The settings of the file at `path`, YAML unless its name says TOML."""
    if path.suffix.lower() == ".toml":
        found = _read_project(path)
        if found is None:
            raise SettingsError("has no [tool.attrib] table", path=str(path))
        return found
    return _settle(read_yaml(path, Settings, SettingsError, sent=True), path)


def _read_project(path: Path) -> Settings | None:
    found = read_toml_table(path, _TABLE, Settings, SettingsError)
    return _settle(found, path) if found is not None else None


def _settle(settings: Settings, path: Path) -> Settings:
    """`settings` with its paths made absolute, from the folder of the file at `path`."""
    file = absolute_path(path)
    embedder = settings.embedder
    # A model's id looks like a relative path; it is one only if there is such a folder.
    if embedder is not None and (file.parent / embedder).is_dir():
        embedder = str(file.parent / embedder)
    return replace(
        settings,
        file=file,
        rules=file.parent / settings.rules if settings.rules is not None else None,
        templates=file.parent / settings.templates if settings.templates is not None else None,
        baseline=file.parent / settings.baseline if settings.baseline is not None else None,
        decisions=file.parent / settings.decisions if settings.decisions is not None else None,
        embedder=embedder,
    )
