"""HTML: the story is taken out of the page, and its map leads back to the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from attrib.directives import find_directives
from attrib.ingest.html_markup import Tag, find_tags
from attrib.ingest.html_metadata import read_metadata
from attrib.ingest.html_parts import find_parts
from attrib.ingest.html_text import read_page_text
from attrib.ingest.stories import Reading, Story
from attrib.positions import find_line_starts
from attrib.records import Directive, Problem, RawMap, Span


def read_html(raw: str, path: str) -> Reading:
    """The one story of a page. Broken markup is read as far as it goes, and never raises."""
    tags = tuple(find_tags(raw))
    page = read_page_text(raw, tags, find_parts(raw, tags), find_line_starts(raw))
    if not page.text.strip():
        message = (
            "holds no text; was the page saved with its content?" if raw.strip() else "is empty"
        )
        return Reading((), (Problem(path, message, fatal=False),))
    metadata = read_metadata(raw, tags)
    story = Story(
        page.text,
        title=metadata.title,
        outlet=metadata.outlet,
        published=metadata.published,
        url=metadata.url,
        furniture=page.furniture,
        block_quotes=page.block_quotes,
        raw=page.raw,
        directives=tuple(_find_directives(raw, tags, page.raw, len(page.text))),
    )
    return Reading((story,))


def _find_directives(
    raw: str, tags: tuple[Tag, ...], places: RawMap, length: int
) -> Iterator[Directive]:
    """The page's comments to attrib, in a text of so many characters; none of a script is one."""
    for tag in tags:
        if tag.kind == "other":
            for found in find_directives(raw[tag.start : tag.end]):
                here = min(places.text_offset(tag.end), length)
                yield replace(found, span=Span(here, here), raw=tag.start + found.span.start)
