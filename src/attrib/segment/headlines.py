"""The headline inside a text: the line that equals its title, or looks like one on top."""

from __future__ import annotations

import re

from attrib.records import Article
from attrib.segment.lines import Line, is_title_cased
from attrib.segment.paragraphs import has_line_end

_WORD = re.compile(r"\w+")
_MAX_WORDS = 30
_MIN_WORDS = 4
_MIN_SHARED = 0.7


def find_headline(
    article: Article, lines: tuple[Line, ...], furniture: frozenset[int], doubtful: set[int]
) -> int | None:
    """Index of the headline, or None: many texts begin with their first sentence.

    `furniture` are lines that certainly are, `doubtful` those that do not end as a sentence.
    """
    body = [index for index in range(len(lines)) if index not in furniture]
    prose = [index for index in body if index not in doubtful]
    top = [index for index in body if not prose or index <= prose[0]]
    titled = _find_title(article.title, lines, body, top) if article.title else None
    if titled is not None:
        return titled
    marked = [index for index in top if is_heading(article.text, lines, index)]
    if marked:
        return marked[0]
    if article.title or not prose:
        return None
    if len(prose) > 1 and top == prose[:1] and _is_title(lines[prose[0]]):
        return prose[0]
    titles = [index for index in top[:-1] if _MIN_WORDS <= lines[index].n_words <= _MAX_WORDS]
    cased = [index for index in titles if is_title_cased(lines[index])]
    return next(iter(cased + titles), None)


def is_heading(text: str, lines: tuple[Line, ...], index: int) -> bool:
    """Whether a "#" opens the line; the mark itself is a block of its own before it."""
    marker = find_marker(text, lines, index)
    return bool(marker) and marker.strip("#") == ""


def find_marker(text: str, lines: tuple[Line, ...], index: int) -> str:
    """The mark that opens the line ("#", "*", ">"), or ""."""
    if index == 0 or lines[index - 1].n_words > 1:
        return ""
    before, here = lines[index - 1].span, lines[index].span
    return before.of(text) if not has_line_end(text, before.end, here.start) else ""


def _find_title(title: str, lines: tuple[Line, ...], body: list[int], top: list[int]) -> int | None:
    wanted = [word.casefold() for word in _WORD.findall(title)]
    for index in body:
        if _WORD.findall(lines[index].key) == wanted:
            return index
    for index in top:
        # A first sentence may say what the title says; it is no headline.
        if lines[index].ending == "stopped" and not is_title_cased(lines[index]):
            continue
        words = _WORD.findall(lines[index].key[:400])
        shared = sum(word in wanted for word in words)
        if len(words) >= _MIN_WORDS and shared >= len(words) * _MIN_SHARED:
            return index
    return None


def _is_title(line: Line) -> bool:
    return _MIN_WORDS <= line.n_words <= _MAX_WORDS and is_title_cased(line)
