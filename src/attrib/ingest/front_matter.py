"""The block of `key: value` lines that may open a text file: outlet, title, date, address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from attrib.errors import InputError
from attrib.ingest.stories import name_place
from attrib.records import Problem, Span, Waiver
from attrib.yamlfile import read_yaml

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_KEY_LINE = re.compile(r"(?:^|(?<=[\r\n]))[A-Za-z_][\w-]*[ \t]*:(?=\s|\Z)")
_TITLE_KEY = re.compile(r"(?<=[\r\n])title[ \t]*:[ \t]+[\"']?")
_PUBLISHED_KEY = re.compile(r"(?<=[\r\n])published[ \t]*:")
_LINE_END = re.compile(r"\r\n|\n|\r")
# "title: Hale: 'I was in Brussels'", which YAML takes for a mapping within a mapping. Words that
# begin with a mark of YAML's own, or go on in the next line, are not touched.
_COLONED = re.compile(
    r"""(?<=[\r\n])(?P<key>(?:outlet|title|published|url|id|genre)[ \t]*:[ \t]+)"""
    r"""(?P<words>(?![-?:,\[\]{}#&*!|>'"%@`])[^\r\n]*?:(?:[ \t][^\r\n]*?)?)[ \t]*"""
    r"""(?=(?:\r\n|\n|\r)(?![ \t])|\Z)"""
)
_NO_YAML = "is not valid YAML"
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
        words = _read_block(text[: closing.start()], path)
    except InputError as problem:
        place = name_place(path, problem.line)
        if problem.column is not None:
            place = f"{place}:{problem.column}"
        message = f"{problem.message}; the front matter is left out"
        return FrontBlock(FrontMatter(), span, (Problem(place, message, fatal=False),))
    problems = tuple(_find_no_dates(text[: closing.start()], words.published, path))
    return FrontBlock(words, span, problems, _find_title(text, span, words.title))


def _read_block(block: str, path: str) -> FrontMatter:
    """Raises InputError. What YAML refuses is read once more with its plain lines quoted."""
    try:
        return _read_yaml(block, path)
    except InputError as problem:
        quoted = _COLONED.sub(_quote, block)
        if not problem.message.startswith(_NO_YAML):
            raise
        try:
            if quoted != block:
                return _read_yaml(quoted, path)
        except InputError as other:
            problem = other
        if problem.message.startswith(_NO_YAML):
            problem = InputError(
                f"{_NO_YAML}; put a title or other words with marks in them in quotation marks",
                path=problem.path,
                line=problem.line,
                column=problem.column,
            )
        raise problem from None


def _read_yaml(block: str, path: str) -> FrontMatter:
    return read_yaml(Path(path), FrontMatter, InputError, text=block, unknown="ignore")


def _quote(line: re.Match[str]) -> str:
    words = line["words"].replace("'", "''")
    return f"{line['key']}'{words}'"


def _find_no_dates(block: str, published: str | None, path: str) -> Iterator[Problem]:
    written = (published or "").strip()
    try:
        date.fromisoformat(written[:10] or "2000-01-01")
    except ValueError:
        key = _PUBLISHED_KEY.search(block)
        before = len(_LINE_END.findall(block, 0, key.start())) if key else 0
        message = f"published: '{written}' is no date of the calendar; write it as 2025-10-14"
        yield Problem(name_place(path, before + 1), message, fatal=False)


def _find_title(text: str, block: Span, title: str | None) -> int | None:
    """None for a title that is folded over lines or holds escapes: no one place is its own."""
    key = _TITLE_KEY.search(text, block.start, block.end)
    stands = key is not None and title and text.startswith(title, key.end())
    return key.end() if key is not None and stands else None
