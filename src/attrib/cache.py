"""What was found in a draft the last time, kept in files beside the drafts.

A key is a hash over all that a finding can depend on: the article, the articles it is held
against, what was decided, the settings, the rules, the models and attrib's own code. An entry that
cannot be read counts as none, and a folder that cannot be written to is left alone: a cache never
fails a run.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from attrib.errors import InputError
from attrib.records import (
    Article,
    Checked,
    Decision,
    Diagnostic,
    Place,
    Problem,
    Span,
    Suppressed,
)
from attrib.resources import find_folder
from attrib.settings import Settings
from attrib.version import __version__
from attrib.writing import write_text

FOLDER = ".attrib_cache"
_FORMAT = 1
_MOST_ENTRIES = 20_000
"""With more than these the folder is emptied: nobody asks for drafts long changed."""
_TAG = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# A cache of attrib; it may be deleted. See https://bford.info/cachedir/\n"
)


@dataclass(frozen=True, slots=True)
class Cache:
    """Findings by key, one file each, in `folder`; nothing is kept where that is None."""

    folder: Path | None
    basis: str
    """Hash of what is the same for all drafts of a run."""

    def key(self, article: Article, settings: Settings) -> str:
        """The key of one article under the settings that hold for it."""
        return _hash((self.basis, _choices(settings), repr(article)))

    def read(self, key: str) -> Checked | None:
        """What was found under `key`, or None."""
        if self.folder is None:
            return None
        try:
            return _decode(json.loads(_file(self.folder, key).read_bytes()))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, found: Mapping[str, Checked]) -> None:
        """Keep each of `found` under its key, readable for the owner alone."""
        folder = self.folder
        if folder is None or not found:
            return
        with contextlib.suppress(OSError, InputError):
            folder.mkdir(mode=0o700, exist_ok=True)
            write_text(folder / "CACHEDIR.TAG", _TAG)
            write_text(folder / ".gitignore", "*\n")
            _make_room(folder)
            for key in sorted(found):
                file = _file(folder, key)
                file.parent.mkdir(mode=0o700, exist_ok=True)
                write_text(file, json.dumps(asdict(found[key])))


def open_cache(
    folder: Path | None,
    rules: str,
    settings: Settings,
    others: Iterable[Article] = (),
    decisions: Iterable[Decision] = (),
) -> Cache:
    """The cache in `folder` for one run: `rules` is the checksum of the rules in force.

    The `settings` of the run are part of what is hashed, their overrides too, for what an override
    replaces is checked as well: whatever is remembered, a wrong setting is an error.
    """
    if folder is None:
        return Cache(None, "")
    models = find_folder("models")
    sums = [
        path.read_bytes().decode("ascii", "replace") for path in sorted(models.glob("*.sha256"))
    ]
    beside = sorted(repr(article) for article in others)
    decided = _hash(map(repr, decisions))
    chosen = _choices(settings), repr(settings.overrides)
    basis = (str(_FORMAT), __version__, _hash_code(), rules, *chosen, decided)
    return Cache(folder, _hash((*basis, *sums, *beside)))


def _choices(settings: Settings) -> str:
    """What of the settings changes a finding."""
    severity = sorted(settings.severity.items())
    chosen = settings.profile, severity, settings.select, settings.ignore
    return repr((*chosen, settings.learned, settings.longest_sentence))


def _file(folder: Path, key: str) -> Path:
    return folder / key[:2] / f"{key[2:]}.json"


def _make_room(folder: Path) -> None:
    entries = list(folder.glob("??/*.json"))
    if len(entries) > _MOST_ENTRIES:
        for entry in entries:
            entry.unlink(missing_ok=True)


def _hash_code() -> str:
    """A hash of which source files there are, and when each was changed: for checkouts."""
    package = Path(__file__).parent
    stats = ((path.relative_to(package), path.stat()) for path in sorted(package.rglob("*.py")))
    return _hash(f"{path} {stat.st_mtime_ns} {stat.st_size}" for path, stat in stats)


def _hash(parts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part.encode("utf-8", "surrogatepass")).digest())
    return digest.hexdigest()


def _decode(entry: Any) -> Checked:
    return Checked(
        tuple(map(_diagnostic, entry["diagnostics"])),
        tuple(Problem(**problem) for problem in entry["problems"]),
        tuple(
            Suppressed(
                _diagnostic(item["diagnostic"]),
                item["reason"],
                item["in_baseline"],
                item["decided"],
            )
            for item in entry["suppressed"]
        ),
    )


def _diagnostic(entry: Any) -> Diagnostic:
    related = tuple(Place(**{**place, "span": Span(**place["span"])}) for place in entry["related"])
    return Diagnostic(**{**entry, "span": Span(**entry["span"]), "related": related})
