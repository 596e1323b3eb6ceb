"""What the reader of a format hands over: stories, not yet articles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from attrib.records import Directive, Markup, Problem, RawMap, Span, Waiver


@dataclass(frozen=True, slots=True)
class Story:
    """One article as its file gives it, before its id, outlet and language are settled.

    `line` is the line of the file it stands on, 1-based, where a file holds several. `code` are
    parts of the text in which a comment to attrib is only text.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    id: str | None = None
    furniture: tuple[Span, ...] = ()
    block_quotes: tuple[Span, ...] = ()
    raw: RawMap | None = None
    line: int | None = None
    title_start: int | None = None
    genre: str | None = None
    directives: tuple[Directive, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    markup: tuple[Markup, ...] = ()
    code: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The stories of one file, and what could not be read in it."""

    stories: tuple[Story, ...]
    problems: tuple[Problem, ...] = ()


def name_place(path: str, line: int | None) -> str:
    """How a problem names a file, or a line of it: "a.jsonl:3"."""
    return path if line is None else f"{path}:{line}"


def name_path(path: Path) -> str:
    """`path` as articles and problems name it, with "/" and printable whatever its bytes."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def tidy_words(words: str | None) -> str | None:
    """`words` on one line without surrounding white space; None if nothing is left."""
    return " ".join(words.split()) or None if words is not None else None
