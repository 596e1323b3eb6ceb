"""The rules: loaded once, checked strictly, handed to every stage as one frozen record.

A rules folder holds `strength.yaml` and, in `en/`, a folder for each kind of entry: `cues`,
`sources`, `grammar` and `figures` (lists of words), `aliases`, `furniture`, `abbreviations`,
`checks` and `profiles`. A newsroom's own folder (`--rules DIR`) is laid over the shipped one: an
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

__all__ = ["RuleFolders", "Rulebook", "find_rules", "load_rulebook"]

_TERM_KINDS = ("en/figures", "en/grammar", "en/sources")
_FILES = "*.yaml"

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
        """All terms of the list called `name`, whichever entries fill it, lower-cased."""
        return self._lists.get(name, frozenset())


@dataclass(frozen=True)
class RuleFolders:
    """Where the rules are, and what their files hold just now; none of them is parsed yet."""

    folders: tuple[tuple[Path, str], ...]
    """Each with the hash of its files; the first is that of the shipped rules."""

    @property
    def checksum(self) -> str:
        """As that of the Rulebook."""
        digests = "".join(digest for _, digest in self.folders)
        return "sha256:" + hashlib.sha256(digests.encode()).hexdigest()

    def load(self) -> Rulebook:
        """The rules, each file parsed once in a process; raises RuleError."""
        return _load(self)

    def terms_of(self, name: str) -> frozenset[str]:
        """As that of the Rulebook, without parsing more files than must be; raises RuleError."""
        if len(self.folders) > 1:
            # An entry laid over another may be of another list.
            return self.load().terms_of(name)
        (folder, _), mark = self.folders[0], name.encode()
        found: set[str] = set()
        for path in (path for kind in _TERM_KINDS for path in sorted((folder / kind).glob(_FILES))):
            if mark in path.read_bytes():
                terms = read_yaml_list(path, TermRule, RuleError)
                found.update(
                    word.lower() for rule in terms if rule.list == name for word in rule.terms
                )
        return frozenset(found)


def load_rulebook(over: Path | None = None) -> Rulebook:
    """The shipped rules, with the folder `over` laid on top; raises RuleError."""
    return find_rules(over).load()


def find_rules(over: Path | None = None) -> RuleFolders:
    """The folders of the shipped rules and of those laid `over` them; raises RuleError."""
    if over is not None and not over.is_dir():
        raise RuleError("is no folder; --rules takes a folder laid out like rules/", path=str(over))
    folders = [find_folder("rules")] + ([over] if over else [])
    return RuleFolders(tuple((folder, _fingerprint(folder)) for folder in folders))


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob(_FILES)):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        try:
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        except OSError as problem:
            raise RuleError(f"cannot be read: {problem.strerror}", path=str(path)) from problem
    return digest.hexdigest()


@lru_cache(maxsize=8)
def _load(rules: RuleFolders) -> Rulebook:
    paths = [folder for folder, _ in rules.folders]
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
        checksum=rules.checksum,
        house_cues=frozenset(cue.id for cue in _entries(paths[1:], "en/cues", CueRule)),
    )


def _terms(folders: list[Path]) -> tuple[TermRule, ...]:
    if len(folders) > 1:
        _refuse_unknown_lists(folders, _TERM_KINDS)
    found = [term for kind in _TERM_KINDS for term in _entries(folders, kind, TermRule)]
    return tuple(sorted(found, key=lambda term: term.id))


def _refuse_unknown_lists(folders: list[Path], kinds: tuple[str, ...]) -> None:
    """A list of a newsroom's own that no stage reads would be passed over without a word."""
    known = {term.list for kind in kinds for term in _entries(folders[:1], kind, TermRule)}
    for folder in folders[1:]:
        for path in sorted(path for kind in kinds for path in (folder / kind).glob(_FILES)):
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
        for path in sorted((folder / kind).glob(_FILES)):
            for entry in read_yaml_list(path, record, RuleError):
                if entry.id in seen:
                    raise RuleError(
                        f"the id '{entry.id}' stands also in {seen[entry.id].name}", path=str(path)
                    )
                seen[entry.id] = path
                by_id[entry.id] = entry
    return tuple(by_id[key] for key in sorted(by_id))
