"""The words that stand for attrib's codes in a report, read from `reports/words.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, make_dataclass, replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

from attrib.errors import AttribError
from attrib.records import (
    ContestKind,
    DecisionKind,
    Grade,
    Modality,
    Severity,
    SourceClass,
    Stance,
    Voice,
)
from attrib.yamlfile import read_yaml

_FILE = "words.yaml"


@dataclass(frozen=True, slots=True)
class Term:
    """What a code is called, and what it means, in a sentence."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Words:
    """Every code a report shows, in words; each table has all codes of its kind."""

    statement: str
    grades: dict[Grade, Term]
    classes: dict[SourceClass, Term]
    unresolved: Term
    stances: dict[Stance, Term]
    voices: dict[Voice, Term]
    modalities: dict[Modality, Term]
    kinds: dict[ContestKind, Term]
    severities: dict[Severity, Term]
    decisions: dict[DecisionKind, Term]

    def of_class(self, code: SourceClass | None) -> Term:
        """The term for a source class; `None` is a source that is not resolved."""
        return self.classes[code] if code else self.unresolved


def load_words(folders: tuple[Path, ...]) -> Words:
    """The shipped words, with those of a newsroom's own words.yaml laid over them.

    The shipped folder is the last of `folders`; the first of the others that has a words.yaml
    counts, and it may name a single code. AttribError if a code has no words.
    """
    *others, shipped = folders
    path = shipped / _FILE
    words = _lay_over(read_yaml(path, Words, AttribError), others)
    tables: tuple[tuple[str, dict[Any, Term], Any], ...] = (
        ("grades", words.grades, Grade),
        ("classes", words.classes, SourceClass),
        ("stances", words.stances, Stance),
        ("voices", words.voices, Voice),
        ("modalities", words.modalities, Modality),
        ("kinds", words.kinds, ContestKind),
        ("severities", words.severities, Severity),
        ("decisions", words.decisions, DecisionKind),
    )
    for name, table, codes in tables:
        missing = [code for code in get_args(codes) if code not in table]
        if missing:
            raise AttribError(f"'{name}' lacks {', '.join(missing)}", path=str(path))
    return words


def _lay_over(words: Words, folders: Sequence[Path]) -> Words:
    path = next((folder / _FILE for folder in folders if (folder / _FILE).is_file()), None)
    if path is None:
        return words
    hints = get_type_hints(Words)
    partly = make_dataclass("Partly", [(name, hints[name] | None, None) for name in hints])
    laid: dict[str, Any] = {
        name: {**getattr(words, name), **value} if isinstance(value, dict) else value
        for name, value in vars(read_yaml(path, partly, AttribError)).items()
        if value is not None
    }
    return replace(words, **laid)
