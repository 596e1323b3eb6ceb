"""Markdown: the text is the file, unchanged; what no reader would see as prose is furniture.

What stands inside prose and is not read, like the address of a link, is markup (`attrib.plain`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from attrib.ingest.backticks import pair_backticks
from attrib.ingest.front_matter import read_front_matter
from attrib.ingest.inline import fold_label
from attrib.ingest.soft_lines import read_blocks, show
from attrib.ingest.stories import Reading, tidy_words
from attrib.ingest.text import tell_story
from attrib.records import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_BLOCK_QUOTE = re.compile(r" {0,3}(?:>[ \t]*)+")
_COMMENT_OR_CODE = re.compile(r"<!--|`+")
_HEADING = re.compile(r" {0,3}#[ \t]+(?=\S)")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+\Z")
_TARGET = r"(?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])"
_IMAGE = re.compile(
    rf"\s*(?:\[\s*)?!\[[^\]\n]*\]{_TARGET}(?:\s*\]{_TARGET})?(?:\{{[^{{}}\n]*\}})?\s*\Z"
)
# A footnote's text ("[^1]: ...") is prose; so is "[Editor's note]: The mayor ...".
_DEFINITION = re.compile(
    r""" {0,3}\[(?!\^)([^\]\n]{1,999})\]:[ \t]*(?:<[^<>\n]*>|[^\s<]\S*)"""
    r"""(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?\s*\Z"""
)


def read_markdown(raw: str, path: str) -> Reading:
    """The one story of a Markdown file.

    Furniture are the front matter, fenced code, HTML comments, lines that are an image and
    link definitions. The first heading of level 1 is the title if the front matter has none.
    """
    block = read_front_matter(raw, path)
    start = block.span.end if block.span else 0
    heading, furniture, code = _find_furniture(raw, start)
    block_quotes = tuple(_find_block_quotes(raw, start, furniture))
    defined = (_DEFINITION.match(span.of(raw)) for span in furniture)
    labels = frozenset(fold_label(found[1]) for found in defined if found)
    markup, inline = read_blocks(raw, start, furniture, block_quotes, labels)
    shown = show(raw, heading, markup) if heading else None
    title = tidy_words(shown)
    return tell_story(
        raw,
        path,
        block,
        title=title,
        title_start=heading.start if heading and title == shown else None,
        furniture=furniture,
        block_quotes=block_quotes,
        markup=markup,
        code=(*code, *inline),
    )


def _find_block_quotes(raw: str, start: int, furniture: tuple[Span, ...]) -> Iterator[Span]:
    """Paragraphs whose first line opens with ">", without that mark; nested ones are one."""
    starts = [span.start for span in furniture]
    before_blank, at = True, start
    while at < len(raw):
        line = _line_at(raw, at)
        opening = _BLOCK_QUOTE.match(line)
        hiding = bisect_right(starts, at) - 1
        if hiding >= 0 and at < furniture[hiding].end:
            at = max(at + len(line), furniture[hiding].end)
            continue
        if opening and before_blank:
            first = at + opening.end()
            while at < len(raw) and (line := _line_at(raw, at)).strip(" \t\r\n>"):
                at += len(line)
            end = first + len(raw[first:at].rstrip())
            if end > first:
                yield Span(first, end)
            if at >= len(raw):
                return
        before_blank = not line.strip(" \t\r\n>")
        at += len(line)


def _find_furniture(raw: str, start: int) -> tuple[Span | None, tuple[Span, ...], tuple[Span, ...]]:
    """The words of the first heading, the furniture, and of that what is fenced code."""
    heading: Span | None = None
    spans: list[Span] = []
    fenced: list[Span] = []
    last_closing = raw.rfind("-->")
    at = start
    while at < len(raw):
        line = _line_at(raw, at)
        end = at + len(line)
        fence = _FENCE.match(line)
        if fence is not None and not (fence[1][0] == "`" and "`" in line[fence.end() :]):
            end = _fence_end(raw, end, fence[1])
            spans.append(Span(at, end))
            fenced.append(spans[-1])
        elif _IMAGE.match(line) or _DEFINITION.match(line):
            spans.append(Span(at, at + len(line.rstrip("\r\n"))))
        else:
            if heading is None:
                heading = _find_heading(line.partition("<!--")[0], at)
            comments, end = _find_comments(raw, at, end, last_closing)
            spans += comments
        at = end
    return heading, tuple(spans), tuple(fenced)


def _find_comments(
    raw: str, start: int, end: int, last_closing: int
) -> tuple[tuple[Span, ...], int]:
    """The comments that open on the line `[start, end)`, and where the last one's line ends.

    A comment that nothing closes would hide the rest of the draft, so it is taken as text; so is
    one inside code.
    """
    spans: list[Span] = []
    if raw.find("<!--", start, end) < 0:
        return (), end
    code = pair_backticks(raw, start, end)
    while found := _COMMENT_OR_CODE.search(raw, start, end):
        opening, start = found.span()
        if found.group() != "<!--":
            start = code.get(opening, start)
        elif opening <= last_closing - 4:
            start = raw.find("-->", opening + 4) + 3
            spans.append(Span(opening, start))
            if start > end:
                end = start + len(_line_at(raw, start))
                code = pair_backticks(raw, start, end)
    return tuple(spans), end


def _fence_end(raw: str, start: int, fence: str) -> int:
    """Where the code block ends whose opening line ends at `start`: at its fence, or at the end."""
    at = start
    while at < len(raw):
        line = _line_at(raw, at)
        closing = _FENCE.match(line)
        if (
            closing is not None
            and closing[1].startswith(fence)
            and not line[closing.end() :].strip()
        ):
            return at + len(line.rstrip("\r\n"))
        at += len(line)
    return len(raw)


def _find_heading(line: str, at: int) -> Span | None:
    """The words of a heading of level 1, in a line that begins at `at`."""
    opening = _HEADING.match(line)
    if opening is None:
        return None
    words = _CLOSING_HASHES.sub("", line[opening.end() :].rstrip()).rstrip()
    start = at + opening.end()
    return Span(start, start + len(words)) if words else None


def _line_at(raw: str, start: int) -> str:
    match = _LINE.match(raw, start)
    assert match is not None
    return match.group()
