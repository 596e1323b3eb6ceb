"""Links to a claim's words where they were published, and the place in the file they were read in.

The link carries a text fragment (WICG, "URL Fragment Text Directives"), by which a browser scrolls
to the words and marks them: `#:~:text=[prefix-,]start[,end][,-suffix]`. The browser takes the first
match of whole words in the page, so words that stand twice get a neighbour. `start`, `prefix` and
`suffix` must each lie within one block of the page, and a line of the text is never more than one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from attrib.positions import line_and_column
from attrib.records import Article, Span
from attrib.report.phrasing import find_link, to_printable

_DIRECTIVE = ":~:"
_LONGEST = 40
"""Characters up to which a passage is given whole; in a longer one some mark may have changed."""
_ENDS = 3
"""Words of a longer passage that its start and its end are told by."""
_SHORT = 3
"""Passages of fewer words always get their neighbours."""
_NEIGHBOURS = 4
"""Words before or behind that are enough to tell a passage from another."""
_FAR = 200_000
"""Characters of a text up to which it is searched for words that stand twice; in a longer one all
passages get their neighbours."""
_REACH = 400
"""Characters within which neighbours are looked for: a line may be a whole file."""
_BEHIND = re.compile(rf"\s{{0,{_REACH}}}([^\n]{{0,{_REACH}}})")
_WORD = re.compile(r"\w+(?:[^\s\w]+\w+)*")
"""Punctuation at the edges is left out, since pages set quotation marks in their own way."""


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    line: int
    """Number of the line it stands in; no part of a fragment runs over a line's end."""


def find_fragment_link(article: Article, span: Span) -> str | None:
    """The article's address with a fragment that leads to the words in `span`.

    Without a word in the span it is the bare address; None where the article has no address that
    can be linked.
    """
    url = find_link(article.url)
    if url is None:
        return None
    fragment = _write_fragment(article.text, span)
    if not fragment:
        return url
    # A browser cuts the directive off before the page sees its address: the old anchor stays.
    page, mark, anchor = url.partition("#")
    anchor = anchor.split(_DIRECTIVE)[0]
    return f"{page}{mark or '#'}{anchor}{_DIRECTIVE}text={fragment}"


def say_place(article: Article, offset: int) -> str:
    """ "drafts/ferry.md:19": the file, and the line of it that `offset` stands in; "" without a
    file."""
    if not article.path:
        return ""
    return f"{article.path}:{line_and_column(article, offset)[0]}"


def _write_fragment(text: str, span: Span) -> str:
    words = _find_words(text, span)
    if not words:
        return ""
    first, last = words[0], words[-1]
    # A start and an end that shared words would be found nowhere.
    short = last.end - first.start <= _LONGEST or len(words) < 2 * _ENDS
    whole = first.line == last.line and short
    start = words if whole else [word for word in words[:_ENDS] if word.line == first.line]
    end = () if whole else [word for word in words[-_ENDS:] if word.line == last.line]
    parts = [_encode(text[start[0].start : start[-1].end])]
    if end:
        parts.append(_encode(text[end[0].start : end[-1].end]))
    if len(words) < _SHORT or not _stands_once(text, start[0].start, start[-1].end):
        if before := _read_before(text, first.start):
            parts.insert(0, f"{_encode(before)}-")
        if whole and (behind := _read_behind(text, last.end)):
            parts.append(f"-{_encode(behind)}")
    return ",".join(parts)


def _find_words(text: str, span: Span) -> list[_Word]:
    """The words in `span`, each whole even where the span cuts into it."""
    start, end = span.start, span.end
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    words: list[_Word] = []
    line, reached = 0, start
    for found in _WORD.finditer(text, start, end):
        line += "\n" in text[reached : found.start()]
        reached = found.start()
        words.append(_Word(found.start(), found.end(), line))
    return words


def _line_before(text: str, offset: int) -> Span:
    """What stands before `offset` in its line, or the line before if it begins one."""
    end = offset
    while end and text[end - 1].isspace():
        end -= 1
    first = max(end - _REACH, 0)
    return Span(max(text.rfind("\n", first, end) + 1, first), end)


def _line_behind(text: str, offset: int) -> Span:
    """What stands behind `offset` in its line, or the next line if it ends one."""
    rest = _BEHIND.match(text, offset)
    return Span(*rest.span(1)) if rest else Span(offset, offset)


def _read_before(text: str, offset: int) -> str:
    """The last words before `offset` and all up to it but white space, which a browser skips.

    They are those of its line, or of the line before where it begins one; "" where marks begin the
    line, since those would stand between.
    """
    line = _line_before(text, offset)
    words = _find_words(text, line)[-_NEIGHBOURS:]
    return text[words[0].start : line.end] if words else ""


def _read_behind(text: str, offset: int) -> str:
    """The first words behind `offset` and all before them, as `_read_before` has it."""
    line = _line_behind(text, offset)
    words = _find_words(text, line)[:_NEIGHBOURS]
    return text[line.start : words[-1].end] if words else ""


def _stands_once(text: str, start: int, end: int) -> bool:
    if len(text) > _FAR:
        return False
    words = r"\s+".join(map(re.escape, text[start:end].split()))
    return len(re.findall(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)) == 1


def _encode(words: str) -> str:
    """The words percent-encoded; hyphen, comma and ampersand are the fragment's own syntax."""
    return quote(" ".join(to_printable(words).split()), safe="").replace("-", "%2D")
