"""HTML cut into tags, each with its place in the file; what lies between them is text.

The standard library's parser is not used: on a page of 120,000 code points with unclosed tags
it took 150 seconds (Python 3.11.7), and how it mends broken markup differs by version. Here
each character is looked at a bounded number of times, and nothing raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from attrib.ingest.html_entities import unescape

_NAME = re.compile(r"[^\s/>]+")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>][^\s/>=]*)(\s*=\s*)?")
_UNQUOTED = re.compile(r"[^\s>]*")
_TAG_END = re.compile(r"[\s/]*>")
_RAW_TEXT = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("iframe", "noembed", "noframes", "script", "style", "textarea", "title")
}
"""Elements in which a "<" opens no tag, and what closes them."""
UNCLOSED_TO_END = frozenset(("script", "style"))
"""Elements that run to the end of the file if nothing closes them, as in a page cut short."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag, comment or declaration: `[start, end)` in the raw file, its name in lower case."""

    kind: Literal["open", "close", "other"]
    name: str
    start: int
    end: int
    attributes: tuple[tuple[str, str], ...] = ()

    def value(self, name: str) -> str:
        """The value of the attribute `name`, decoded; "" if the tag lacks it."""
        for key, value in self.attributes:
            if key == name:
                return unescape(value)
        return ""


def find_tags(raw: str) -> Iterator[Tag]:
    """All tags of `raw`, in order."""
    last_end = raw.rfind(">")
    last_comment_end = raw.rfind("-->")
    unclosed: set[str] = set()
    trust_quotes = True
    at = raw.find("<")
    while 0 <= at < last_end:
        tag = _tag_at(raw, at, last_comment_end, trust_quotes)
        if tag is None and _is_letter(raw, at + 1):
            # A quotation mark that nothing closes swallowed the rest of the file. From here on
            # a tag ends at the next ">", so that no second search runs through to the end.
            trust_quotes = False
            continue
        if tag is None:
            at = raw.find("<", at + 1)
            continue
        yield tag
        at = tag.end
        if tag.kind == "open" and tag.name in _RAW_TEXT and tag.name not in unclosed:
            closing = _RAW_TEXT[tag.name].search(raw, at)
            if closing is None and tag.name in UNCLOSED_TO_END:
                return
            if closing is None:
                unclosed.add(tag.name)
            else:
                at = closing.start()
        at = raw.find("<", at)


def _tag_at(raw: str, start: int, last_comment_end: int, trust_quotes: bool) -> Tag | None:
    """The tag that opens at `start`; None if the "<" is but a character, or the tag never ends.

    There is a ">" after `start`.
    """
    if _is_letter(raw, start + 1):
        return _open_tag(raw, start, trust_quotes)
    if raw.startswith("/", start + 1) and _is_letter(raw, start + 2):
        name = _NAME.match(raw, start + 2)
        assert name is not None
        return Tag("close", name.group().lower(), start, raw.index(">", name.end()) + 1)
    if not raw.startswith(("!", "?", "/"), start + 1):
        return None
    if raw.startswith("<!--", start) and start + 2 <= last_comment_end:
        # "<!-->" is a whole comment, so the two marks may share their hyphens.
        return Tag("other", "", start, raw.index("-->", start + 2) + 3)
    return Tag("other", "", start, raw.index(">", start) + 1)


def _open_tag(raw: str, start: int, trust_quotes: bool) -> Tag | None:
    opening = _NAME.match(raw, start + 1)
    assert opening is not None
    name = opening.group().lower()
    at = opening.end()
    if not trust_quotes:
        return Tag("open", name, start, raw.index(">", at) + 1)
    attributes: list[tuple[str, str]] = []
    while (end := _TAG_END.match(raw, at)) is None:
        attribute = _ATTRIBUTE.match(raw, at)
        if attribute is None:
            return None
        at = attribute.end()
        value = ""
        if attribute[2]:
            quote = raw[at : at + 1]
            if quote in ('"', "'"):
                closing = raw.find(quote, at + 1)
                if closing < 0:
                    return None
                value = raw[at + 1 : closing]
                at = closing + 1
            else:
                unquoted = _UNQUOTED.match(raw, at)
                value = unquoted.group() if unquoted else ""
                at += len(value)
        attributes.append((attribute[1].lower(), value))
    return Tag("open", name, start, end.end(), tuple(attributes))


def _is_letter(raw: str, at: int) -> bool:
    letter = raw[at : at + 1]
    return letter.isascii() and letter.isalpha()
