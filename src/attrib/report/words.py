"""The words that stand for attrib's codes in a report, read from `reports/words.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

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
    """The words in the first of `folders` that has them; AttribError if a code has none."""
    path = next(folder / "words.yaml" for folder in folders if (folder / "words.yaml").is_file())
    words = read_yaml(path, Words, AttribError)
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
