"""From a finding to a Diagnostic: the message in words, and the place in the raw file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from attrib.check.draft import Finding, Passage
from attrib.check.fingerprints import make_fingerprint
from attrib.plain import put_back, written
from attrib.positions import map_lines
from attrib.records import Article, Diagnostic, Field, Place, RawMap, Span
from attrib.rulebook.entries import CheckRule

_PLACE = re.compile(r'(?P<mark>"?)\{(?P<name>\w+)\}(?P=mark)')
_MARKS = frozenset('"“”„')
_INNER = str.maketrans({'"': "'", "“": "‘", "”": "’", "„": "‚"})
_LONGEST_EXCERPT = 60


def build_diagnostic(
    article: Article, lines: RawMap, rule: CheckRule, finding: Finding
) -> Diagnostic:
    """The finding as users see it; lines and columns are 1-based, in code points.

    The finding is in the article as it is read, and its place in the article as it is written:
    `lines` is the map from there to the raw file (`attrib.positions.map_lines`). A title of
    front matter has its place there; any other stands outside the text: it counts as line 1,
    and columns count in the title.
    """
    values = dict(finding.values)
    text = article.text if finding.field == "text" else article.title or ""
    words = " ".join(finding.span.of(text).split())
    span = put_back(article, finding.span) if finding.field == "text" else finding.span
    if finding.raw is not None:
        start = end = lines.place_of_raw(finding.raw)
    else:
        start = _address(article, lines, span.start, finding.field)
        end = _address_of_end(article, lines, span, finding.field)
    return Diagnostic(
        path=article.path or "-",
        code=rule.id,
        name=rule.name,
        severity="info" if finding.doubtful else rule.severity,
        message=say(rule.message, values),
        span=span,
        line=start[0],
        column=start[1],
        end_line=end[0],
        end_column=end[1],
        field=finding.field,
        article=article.id,
        related=tuple(_relate(article, lines, passage) for passage in finding.related),
        words=words,
        fingerprint=make_fingerprint(rule.id, words, values.get("source", "")),
    )


def say(message: str, values: Mapping[str, str]) -> str:
    """A rule's message with `values` in its places; a place without a value stays as it is.

    Where the message puts a place in quotation marks, the marks within the value become single
    ones, and a value that is one quote whole loses its own.
    """

    def fill(found: re.Match[str]) -> str:
        value = values.get(found["name"])
        if value is None:
            return found[0]
        return f'"{_nest(value)}"' if found["mark"] else value

    return _PLACE.sub(fill, message)


def _nest(words: str) -> str:
    marks = [place for place, character in enumerate(words) if character in _MARKS]
    is_whole = len(words) > 2 and marks == [0, len(words) - 1]
    return words[1:-1] if is_whole else words.translate(_INNER)


def excerpt(text: str, span: Span) -> str:
    """The words at the span, on one line, cut to fit a message."""
    words = " ".join(text[span.start : min(span.end, span.start + 4 * _LONGEST_EXCERPT)].split())
    if len(words) <= _LONGEST_EXCERPT:
        return words
    return words[:_LONGEST_EXCERPT].rsplit(" ", 1)[0] + " ..."


def _relate(article: Article, lines: RawMap, passage: Passage) -> Place:
    elsewhere = passage.article is not None and passage.article.id != article.id
    if passage.article is not None and elsewhere:
        article, lines = passage.article, map_lines(written(passage.article))
    span = put_back(article, passage.span)
    line, column = lines.line_and_column(span.start)
    place = Place(article.path or "-", span, line, column, passage.note)
    return replace(place, article=article.id) if elsewhere else place


def _address(article: Article, lines: RawMap, offset: int, field: Field) -> tuple[int, int]:
    if field == "text":
        return lines.line_and_column(offset)
    if article.title_start is not None:
        place = article.title_start + offset
        return lines.line_and_column(put_back(article, Span(place, place)).start)
    return 1, offset + 1


def _address_of_end(article: Article, lines: RawMap, span: Span, field: Field) -> tuple[int, int]:
    if field == "title" or len(span) == 0:
        return _address(article, lines, span.end, field)
    # The end is one past the last character, on that character's own line: the offset after
    # it may stand in another run of the raw file, or on the next line.
    line, column = lines.line_and_column(span.end - 1)
    return line, column + 1
