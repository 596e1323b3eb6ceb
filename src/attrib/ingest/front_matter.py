"""The block of `key: value` lines that may open a text file: outlet, title, date, address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from attrib.errors import InputError
from attrib.ingest.stories import name_place
from attrib.records import Problem, Span, Waiver
from attrib.yamlfile import read_yaml

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_KEY_LINE = re.compile(r"(?:^|(?<=[\r\n]))[A-Za-z_][\w-]*[ \t]*:(?=\s|\Z)")
_TITLE_KEY = re.compile(r"(?<=[\r\n])title[ \t]*:[ \t]+[\"']?")
_LONGEST = 50_000
"""Code points within which the block must close; a text that opens with a rule is no block."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The keys that attrib reads; a content management system may keep others beside them."""

    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    id: str | None = None
    genre: str | None = None
    attrib_disable: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontBlock:
    """What the front matter says, and where it stands; `span` is None where there is none."""

    words: FrontMatter
    span: Span | None
    problems: tuple[Problem, ...] = ()
    title_start: int | None = None
    """Offset in the text of the title's first character, where it stands there as it is."""


def read_front_matter(text: str, path: str) -> FrontBlock:
    """The front matter at the very start of `text`; a broken one is a problem, not an error."""
    opening = _OPENING.match(text)
    if opening is None:
        return FrontBlock(FrontMatter(), None)
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST)
    inside = text[opening.end() : closing.start() if closing else opening.end() + _LONGEST]
    # A text may also open with a thematic break, and have a second one further down.
    keyed = _KEY_LINE.search(inside) if closing else _KEY_LINE.match(inside)
    if inside.strip() and not keyed:
        return FrontBlock(FrontMatter(), None)
    if closing is None:
        message = "opens with front matter that no line '---' closes; it is read as text"
        return FrontBlock(
            FrontMatter(), None, (Problem(name_place(path, 1), message, fatal=False),)
        )
    span = Span(0, closing.end())
    try:
        words = read_yaml(
            Path(path), FrontMatter, InputError, text=text[: closing.start()], unknown="ignore"
        )
    except InputError as problem:
        message = f"{problem.message}; the front matter is left out"
        place = name_place(path, problem.line)
        return FrontBlock(FrontMatter(), span, (Problem(place, message, fatal=False),))
    return FrontBlock(words, span, title_start=_find_title(text, span, words.title))


def _find_title(text: str, block: Span, title: str | None) -> int | None:
    """None for a title that is folded over lines or holds escapes: no one place is its own."""
    key = _TITLE_KEY.search(text, block.start, block.end)
    stands = key is not None and title and text.startswith(title, key.end())
    return key.end() if key is not None and stands else None
