"""JSON lines: one article a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from attrib.errors import InputError
from attrib.ingest.offsets import build_raw_map
from attrib.ingest.stories import Reading, Story, name_place, tidy_words
from attrib.positions import find_line_starts
from attrib.records import Problem

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")
# A pair of surrogates is one code point; every other escape is one too.
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)
_KEYS = ("id", "outlet", "published", "title", "url", "genre")


def read_jsonl(raw: str, path: str) -> Reading:
    """The stories of a JSON Lines file; each line that cannot be read is a problem by itself."""
    line_starts = find_line_starts(raw)
    stories: list[Story] = []
    problems: list[Problem] = []
    for number, start in enumerate(line_starts, 1):
        end = line_starts[number] if number < len(line_starts) else len(raw)
        if _skip_space(raw, start, end) == end:
            continue
        try:
            reading = _read_line(raw[start:end], path, number, start, line_starts)
        except InputError as problem:
            problems.append(Problem(name_place(path, number), problem.message))
            continue
        stories += reading.stories
        problems += reading.problems
    if not stories and not problems:
        problems.append(Problem(path, "is empty", fatal=False))
    return Reading(tuple(stories), tuple(problems))


def _read_line(
    line: str, path: str, number: int, start: int, line_starts: tuple[int, ...]
) -> Reading:
    place = name_place(path, number)
    problems: list[Problem] = []
    words: dict[str, str | None] = {}
    text = ""
    text_at = -1
    for key, value, at in _read_members(line):
        if key == "text":
            if text_at >= 0:
                raise InputError("the key 'text' stands here twice")
            if not isinstance(value, str):
                raise InputError("'text' is no text in quotation marks")
            text, text_at = value, at
        elif key in _KEYS:
            if isinstance(value, int) and not isinstance(value, bool):
                value = str(value)
            if value is not None and not isinstance(value, str):
                message = f"'{key}' is no text in quotation marks; it is left out"
                problems.append(Problem(place, message, fatal=False))
                continue
            words[key] = tidy_words(value)
    if text_at < 0:
        raise InputError("has no 'text'; each line is one article with its text under that key")
    if not text.strip():
        return Reading((), (*problems, Problem(place, "is empty", fatal=False)))
    runs = _find_runs(line, text_at)
    raw = build_raw_map(((at, start + raw_at) for at, raw_at in runs), line_starts)
    story = Story(
        text,
        title=words.get("title"),
        outlet=words.get("outlet"),
        published=words.get("published"),
        url=words.get("url"),
        id=words.get("id"),
        genre=words.get("genre"),
        raw=raw,
        line=number,
    )
    return Reading((story,), tuple(problems))


def _read_members(line: str) -> Iterator[tuple[str, object, int]]:
    """Key, value and the value's offset in `line`, of each member of the object on the line.

    The standard decoder says nothing of places, so the outermost object is stepped through here.
    """
    try:
        at = _skip_space(line, 0)
        if line[at] != "{":
            raise InputError("is no JSON object; each line is one article in {braces}")
        at = _skip_space(line, at + 1)
        if line[at] != "}":
            while True:
                if line[at] != '"':
                    raise ValueError
                key, at = _DECODER.raw_decode(line, at)
                at = _skip_space(line, at)
                if line[at] != ":":
                    raise ValueError
                start = _skip_space(line, at + 1)
                value, at = _DECODER.raw_decode(line, start)
                yield key, value, start
                at = _skip_space(line, at)
                if line[at] == "}":
                    break
                if line[at] != ",":
                    raise ValueError
                at = _skip_space(line, at + 1)
        if _skip_space(line, at + 1) != len(line):
            raise ValueError
    except (ValueError, IndexError, RecursionError) as problem:
        raise InputError("is not valid JSON; each line is one article in {braces}") from problem


def _find_runs(line: str, quote: int) -> Iterator[tuple[int, int]]:
    """Runs of the JSON string whose opening quotation mark stands at `quote`."""
    text_at, raw_at = 0, quote + 1
    end = _DECODER.raw_decode(line, quote)[1] - 1
    for escape in _ESCAPE.finditer(line, quote + 1, end):
        yield text_at, raw_at
        text_at += escape.start() - raw_at
        yield text_at, escape.start()
        text_at += 1
        raw_at = escape.end()
    yield text_at, raw_at


def _skip_space(line: str, start: int, end: int | None = None) -> int:
    match = _SPACE.match(line, start, len(line) if end is None else end)
    assert match is not None
    return match.end()
