"""The formats that articles are read from. A new one is a module with such a reader, and a line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Protocol

from attrib.ingest.html import read_html
from attrib.ingest.jsonl import read_jsonl
from attrib.ingest.markdown import read_markdown
from attrib.ingest.stories import Reading
from attrib.ingest.text import read_text


class Reader(Protocol):
    """Reads the stories of a decoded file; what cannot be read is a problem, never raised."""

    def __call__(self, raw: str, path: str, /) -> Reading: ...


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
}
SUFFIXES = frozenset(READERS)
MARKUP = frozenset((".html", ".htm"))

_PAGE = re.compile(
    r"\s*(?:<!--[^>]{0,1000}>\s*)?<(?:!doctype\s+html|html|head|body|main|article|div|p|h1)\b",
    re.IGNORECASE,
)


def guess_suffix(raw: str, name: str = "") -> str:
    """The suffix of the format of text that comes without a file: its `name`'s, else by its look.

    JSON lines begin with a whole object on a line, HTML with a tag; all else is plain text.
    """
    suffix = Path(name).suffix.lower()
    if suffix in READERS:
        return suffix
    if _PAGE.match(raw):
        return ".html"
    if not raw.lstrip().startswith("{"):
        return ".txt"
    try:
        json.loads(re.split(r"[\r\n]", raw.lstrip(), maxsplit=1)[0])
    except (ValueError, RecursionError):
        return ".txt"
    return ".jsonl"
