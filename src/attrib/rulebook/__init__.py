"""The rules: loaded once, checked strictly, handed to every stage as one frozen record.

A rules folder holds `en/cues/`, `en/sources/`, `en/segments/`, `en/checks/` and
`strength.yaml`. A newsroom's own folder (`--rules DIR`) is laid over the shipped one: an
entry with the same id replaces the shipped entry, a new id is added.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from attrib.errors import RuleError
from attrib.resources import find_folder
from attrib.rulebook.entries import (
    AbbreviationRule,
    AliasRule,
    CheckRule,
    CueRule,
    FurnitureRule,
    ProfileRule,
    TermRule,
)
from attrib.rulebook.strength import StrengthScale, load_strength
from attrib.yamlfile import read_yaml_list

__all__ = ["Rulebook", "load_rulebook"]

Entry = TypeVar(
    "Entry",
    CueRule,
    TermRule,
    AliasRule,
    FurnitureRule,
    AbbreviationRule,
    CheckRule,
    ProfileRule,
)


@dataclass(frozen=True)
class Rulebook:
    """All rules in force, each kind in order of id."""

    cues: tuple[CueRule, ...]
    terms: tuple[TermRule, ...]
    aliases: tuple[AliasRule, ...]
    furniture: tuple[FurnitureRule, ...]
    abbreviations: tuple[AbbreviationRule, ...]
    checks: tuple[CheckRule, ...]
    profiles: tuple[ProfileRule, ...]
    strength: StrengthScale
    checksum: str
    """ "sha256:" and the hash of every rule file, by relative path."""
    house_cues: frozenset[str] = frozenset()
    """Ids of the cues that a folder laid over the shipped rules has."""

    @cached_property
    def _lists(self) -> dict[str, frozenset[str]]:
        lists: dict[str, set[str]] = {}
        for rule in self.terms:
            lists.setdefault(rule.list, set()).update(term.lower() for term in rule.terms)
        return {name: frozenset(terms) for name, terms in lists.items()}

    def terms_of(self, name: str) -> frozenset[str]:
        """All terms of the lists called `name` in `sources/`, lower-cased."""
        return self._lists.get(name, frozenset())


def load_rulebook(over: Path | None = None) -> Rulebook:
    """The shipped rules, with the folder `over` laid on top; raises RuleError."""
    if over is not None and not over.is_dir():
        raise RuleError("is no folder; --rules takes a folder laid out like rules/", path=str(over))
    folders = [find_folder("rules")] + ([over] if over else [])
    return _load(tuple((folder, _fingerprint(folder)) for folder in folders))


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        try:
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        except OSError as problem:
            raise RuleError(f"cannot be read: {problem.strerror}", path=str(path)) from problem
    return digest.hexdigest()


@lru_cache(maxsize=8)
def _load(folders: tuple[tuple[Path, str], ...]) -> Rulebook:
    paths = [folder for folder, _ in folders]
    strength = [path / "strength.yaml" for path in paths if (path / "strength.yaml").is_file()]
    return Rulebook(
        cues=_entries(paths, "en/cues", CueRule),
        terms=_terms(paths),
        aliases=_entries(paths, "en/aliases", AliasRule),
        furniture=_entries(paths, "en/furniture", FurnitureRule),
        abbreviations=_entries(paths, "en/abbreviations", AbbreviationRule),
        checks=_entries(paths, "en/checks", CheckRule),
        profiles=_entries(paths, "en/profiles", ProfileRule),
        strength=load_strength(strength[-1]),
        checksum="sha256:"
        + hashlib.sha256("".join(digest for _, digest in folders).encode()).hexdigest(),
        house_cues=frozenset(cue.id for cue in _entries(paths[1:], "en/cues", CueRule)),
    )


def _terms(folders: list[Path]) -> tuple[TermRule, ...]:
    kinds = ("en/figures", "en/grammar", "en/sources")
    if len(folders) > 1:
        _refuse_unknown_lists(folders, kinds)
    found = [term for kind in kinds for term in _entries(folders, kind, TermRule)]
    return tuple(sorted(found, key=lambda term: term.id))


def _refuse_unknown_lists(folders: list[Path], kinds: tuple[str, ...]) -> None:
    """A list of a newsroom's own that no stage reads would be passed over without a word."""
    known = {term.list for kind in kinds for term in _entries(folders[:1], kind, TermRule)}
    for folder in folders[1:]:
        for path in sorted(path for kind in kinds for path in (folder / kind).glob("*.yaml")):
            for entry in read_yaml_list(path, TermRule, RuleError):
                if entry.list not in known:
                    # Wanted for a mistake alone; no draft check should wait for it.
                    import difflib

                    near = difflib.get_close_matches(entry.list, sorted(known), 1, 0.5)
                    hint = f"; is '{near[0]}' meant?" if near else ""
                    raise RuleError(
                        f"'{entry.id}' fills the list '{entry.list}', which nothing reads{hint}",
                        path=str(path),
                    )


def _entries(folders: list[Path], kind: str, record: type[Entry]) -> tuple[Entry, ...]:
    by_id: dict[str, Entry] = {}
    for folder in folders:
        seen: dict[str, Path] = {}
        for path in sorted((folder / kind).glob("*.yaml")):
            for entry in read_yaml_list(path, record, RuleError):
                if entry.id in seen:
                    raise RuleError(
                        f"the id '{entry.id}' stands also in {seen[entry.id].name}", path=str(path)
                    )
                seen[entry.id] = path
                by_id[entry.id] = entry
    return tuple(by_id[key] for key in sorted(by_id))
