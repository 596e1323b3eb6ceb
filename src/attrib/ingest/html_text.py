"""The text of a page as a browser shows it, with the place of each character in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from attrib.ingest.html_entities import find_references
from attrib.ingest.html_markup import Tag
from attrib.ingest.html_parts import Part, Parts, find_depths
from attrib.ingest.invisible import INVISIBLE
from attrib.ingest.offsets import build_raw_map
from attrib.records import RawMap, Span

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
    "main", "menu", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table",
    "tbody", "textarea", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_CELLS = frozenset(("td", "th"))
_WORD = rf"[^ \t\n\r\f{INVISIBLE}]+"
_PIECE = re.compile(rf"(?P<space>[ \t\n\r\f]+)|{_WORD}(?: {_WORD})*")
_WHITE_SPACE = " \t\n\r\f"
"""What HTML takes for white space; a no-break space is none."""
_GAPS = ("", " ", "\t", "\n", "\n\n")
_SPACE, _CELL, _LINE, _PARAGRAPH = 1, 2, 3, 4
"""What may stand between two stretches of text, as places in `_GAPS`; the strongest wins."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One step through a page: words to add, or a gap before the next words.

    The words come from `[start, end)` of the raw file. They stand there as they are, unless
    they are `decoded` from a reference or a tag: then all map to its first character.
    """

    start: int
    end: int
    words: str = ""
    gap: int = 0
    decoded: bool = False
    furniture: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class PageText:
    """The text, its furniture, what its <blockquote>s hold, and the map back to the raw file."""

    text: str
    furniture: tuple[Span, ...]
    block_quotes: tuple[Span, ...]
    raw: RawMap


def read_page_text(
    raw: str, tags: tuple[Tag, ...], parts: Parts, line_starts: tuple[int, ...]
) -> PageText:
    """The words of `parts.body`: white space collapsed, paragraphs parted by a blank line.

    <br> is a line end, table cells are parted by tabs, <q> puts quotation marks, <pre> keeps
    its white space. A gap other than a space maps to where the text before it ends. Soft hyphens
    and the like are left out.
    """
    pieces: list[str] = []
    runs: list[tuple[int, int]] = []
    furniture: list[Span] = []
    quoted: list[Span] = []
    length = raw_end = gap = gap_start = 0
    was_furniture = was_quoted = False
    for step in _step_through(raw, tags, parts):
        if not step.words:
            gap_start = gap_start if gap else step.start
            # Two line breaks in a row are how many sites part paragraphs.
            gap = _PARAGRAPH if gap == step.gap == _LINE else max(gap, step.gap)
            continue
        if gap and length:
            pieces.append(_GAPS[gap])
            runs.append((length, gap_start if gap == _SPACE else raw_end))
            length += len(_GAPS[gap])
        gap = 0
        here = Span(length, length + len(step.words))
        if step.furniture:
            _add(furniture, here, joined=was_furniture)
        if step.quoted:
            _add(quoted, here, joined=was_quoted)
        was_furniture, was_quoted = step.furniture, step.quoted
        pieces.append(step.words)
        runs += (
            (length + place, step.start) for place in range(len(step.words) if step.decoded else 1)
        )
        length += len(step.words)
        raw_end = step.end
    runs.append((length, raw_end))
    return PageText(
        "".join(pieces), tuple(furniture), tuple(quoted), build_raw_map(runs, line_starts)
    )


def _add(spans: list[Span], span: Span, *, joined: bool) -> None:
    """Put `span` behind the others, as one with the last where nothing came between."""
    if joined:
        span = Span(spans.pop().start, span.end)
    spans.append(span)


def _step_through(raw: str, tags: tuple[Tag, ...], parts: Parts) -> Iterator[_Step]:
    dropped = {part.first: part.last for part in parts.dropped}
    furniture = find_depths(parts.furniture, len(tags))
    preformatted = find_depths(_named(parts.inline, "pre"), len(tags))
    quoted = find_depths(_named(parts.inline, "blockquote"), len(tags))
    quotes = _find_quotes(_named(parts.inline, "q"), len(tags))
    number = parts.body.first + 1
    while number <= parts.body.last:
        start = tags[number - 1].end if number else 0
        end = tags[number].start if number < len(tags) else len(raw)
        inside = furniture[number] > 0
        for step in _read_words(raw, start, end, keep_space=preformatted[number] > 0):
            yield replace(step, furniture=inside, quoted=quoted[number] > 0)
        if number in dropped:
            number = dropped[number] + 1
            continue
        if number < parts.body.last:
            tag = tags[number]
            if tag.name in _BLOCKS:
                yield _Step(tag.start, tag.end, gap=_PARAGRAPH)
            elif tag.name in _CELLS:
                yield _Step(tag.start, tag.end, gap=_CELL)
            elif tag.name == "br":
                yield _Step(tag.start, tag.end, gap=_LINE)
            elif number in quotes:
                yield _Step(
                    tag.start,
                    tag.end,
                    words=quotes[number],
                    decoded=True,
                    furniture=inside,
                    quoted=quoted[number] > 0,
                )
        number += 1


def _read_words(raw: str, start: int, end: int, *, keep_space: bool) -> Iterator[_Step]:
    """The text `raw[start:end]`, which holds no tags."""
    at = start
    for reference_start, reference_end, decoded in (
        *find_references(raw, start, end),
        (end, end, ""),
    ):
        if keep_space and at < reference_start:
            yield _Step(at, reference_start, words=raw[at:reference_start])
        elif not keep_space:
            for piece in _PIECE.finditer(raw, at, reference_start):
                if piece["space"]:
                    yield _Step(piece.start(), piece.end(), gap=_SPACE)
                else:
                    yield _Step(piece.start(), piece.end(), words=piece.group())
        if decoded and not keep_space and not decoded.strip(_WHITE_SPACE):
            yield _Step(reference_start, reference_end, gap=_SPACE)
        elif decoded and decoded not in INVISIBLE:
            yield _Step(reference_start, reference_end, words=decoded, decoded=True)
        at = reference_end


def _find_quotes(parts: tuple[Part, ...], n_tags: int) -> dict[int, str]:
    """The quotation mark that a browser puts at each tag of a <q>, by the tag's number."""
    depths = find_depths(parts, n_tags)
    marks: dict[int, str] = {}
    for part in parts:
        inner = depths[part.first + 1] % 2 == 0
        marks[part.first] = "‘" if inner else "“"
        marks[part.last] = "’" if inner else "”"
    return marks


def _named(parts: tuple[Part, ...], name: str) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.name == name)
