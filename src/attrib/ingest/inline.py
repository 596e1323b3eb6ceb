"""Markdown inside a block: what of it no reader sees as it stands, and what of it is code.

Time grows with the length of the block alone: every look ahead is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from attrib.ingest.backticks import pair_backticks
from attrib.ingest.emphasis import EmphasisReader
from attrib.ingest.html_entities import find_references
from attrib.ingest.invisible import INVISIBLE
from attrib.records import Markup, Span

_BREAKING = "br|p|div|center|section|article|blockquote"
_TAGS = (
    f"{_BREAKING}|a|abbr|b|big|cite|del|em|font|i|ins|mark|q|s|small|span|strike|strong|su[bp]|u"
)
_TOKEN = re.compile(
    rf"""
      (?P<escape>\\(?:[!-/:-@\[-`{{-~]|(?=[\r\n])))
    | (?P<code>`+)
    | (?P<address><?https?://[^\s<>*\]")]{{1,2000}}>?)
    | (?P<tag></?(?P<name>{_TAGS})(?:[\s/][^<>]{{0,1000}})?>)
    | (?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
    | (?P<opening>!?\[)
    | (?P<closing>\])
    | (?P<emphasis>\*+|_+|(?<!~)~~(?!~))
    | (?P<invisible>[{INVISIBLE}]+)
    | (?P<break>\u2028)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BREAKING_TAG = re.compile(_BREAKING, re.IGNORECASE)
_LONGEST_TARGET = 2000
_LONGEST_LABEL = 999
_GAP = r"[ \t\r\n]{0,5}"
_TARGET = re.compile(
    rf"\({_GAP}(?:<[^<>\n]*>|[^\s()<][^\s()]*(?:\([^\s()]*\)[^\s()]*)*)?"
    rf"""(?:[ \t\r\n]{_GAP}(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?{_GAP}\)"""
)
_REFERENCE = re.compile(r"\[([^\[\]\n]{0,999})\]")
_FOOTNOTE = re.compile(r"\^[^\s\[\]]{1,100}\Z")
_COLON = re.compile(r":[ \t]*")


@dataclass(slots=True)
class Inline:
    """What was found in one block, in no order; parts of `markup` may lie in one another."""

    markup: list[Markup] = field(default_factory=list)
    code: list[Span] = field(default_factory=list)


def read_inline(raw: str, start: int, end: int, labels: frozenset[str]) -> Inline:
    """The markup and the code of the block `[start, end)`; `labels` are those of the links that
    the file defines, as `fold_label` has them."""
    found = Inline()
    code = pair_backticks(raw, start, end)
    emphasis = EmphasisReader(raw, start, end)
    brackets: list[tuple[int, int]] = []
    at = start
    while token := _TOKEN.search(raw, at, end):
        first, at = token.span()
        kind = token.lastgroup
        if kind == "code" and first in code:
            found.code.append(Span(first, code[first]))
            found.markup += _shorten_code(Span(first, at), code[first])
            at = code[first]
        elif kind == "emphasis":
            emphasis.read(first, at)
        elif kind == "opening":
            brackets.append((first, at))
        elif kind == "closing" and brackets:
            at = _close_link(raw, brackets.pop(), first, end, labels, found)
        else:
            found.markup += _read_alone(raw, token)
    found.markup += emphasis.found
    return found


def fold_label(label: str) -> str:
    """The label of a link as it is compared."""
    return " ".join(label.split()).casefold()


def in_order(markup: Iterable[Markup]) -> tuple[Markup, ...]:
    """The parts by place, without those that lie in another."""
    kept: list[Markup] = []
    for part in sorted(markup, key=lambda part: (part.span.start, -part.span.end)):
        if not kept or part.span.start >= kept[-1].span.end:
            kept.append(part)
    return tuple(kept)


def _shorten_code(opening: Span, end: int) -> Iterable[Markup]:
    """Two backticks are a quotation mark elsewhere: code is read between one and one."""
    if len(opening) > 1:
        yield Markup(opening, "`")
        yield Markup(Span(end - len(opening), end), "`")


def _read_alone(raw: str, token: re.Match[str]) -> Iterable[Markup]:
    """The markup of a token that needs no other one."""
    span = Span(*token.span())
    if token["escape"]:
        yield Markup(Span(span.start, span.start + 1))
    elif token["tag"]:
        yield Markup(span, " " if _BREAKING_TAG.fullmatch(token["name"]) else "")
    elif token["invisible"]:
        yield Markup(span)
    elif token["break"]:
        # Pasted from a page, it breaks a line, which in Markdown ends no paragraph.
        yield Markup(span, " ")
    elif token["entity"]:
        for _, end, decoded in find_references(raw, span.start, span.end):
            if end == span.end and len(decoded) == 1:
                shown = " " if decoded.isspace() else decoded
                yield Markup(span, "" if shown in INVISIBLE else shown)


def _close_link(
    raw: str,
    opening: tuple[int, int],
    closing: int,
    end: int,
    labels: frozenset[str],
    found: Inline,
) -> int:
    """Note the link or image whose text ends at `closing`, if it is one; where to read on."""
    start, words = opening
    behind = closing + 1
    label = raw[words:closing] if closing - words <= _LONGEST_LABEL else ""
    if _FOOTNOTE.match(label):
        colon = _COLON.match(raw, behind, end) if _begins_line(raw, start) else None
        behind = colon.end() if colon else behind
        found.markup.append(Markup(Span(start, behind)))
        return behind
    target = _TARGET.match(raw, behind, min(end, behind + _LONGEST_TARGET))
    if target is None:
        target = _REFERENCE.match(raw, behind, end)
        if target is None or fold_label(target[1] or label) not in labels:
            target = None
            if fold_label(label) not in labels:
                return behind
    last = target.end() if target else behind
    # A picture is not read, nor is the number of a note: "unreliable[1](#note-1)".
    before = raw[start - 1] if start else " "
    is_note = label.isdecimal() and (before.isalnum() or before in ".,;:!?”’)]")
    if raw[start] == "!" or is_note:
        found.markup.append(Markup(Span(start, last)))
    else:
        found.markup.append(Markup(Span(start, words)))
        found.markup.append(Markup(Span(closing, last)))
    return last


def _begins_line(raw: str, place: int) -> bool:
    while place and raw[place - 1] in " \t>":
        place -= 1
    return not place or raw[place - 1] in "\r\n"
