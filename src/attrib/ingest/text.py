"""Plain text: the text is the file, unchanged."""

from __future__ import annotations

from dataclasses import replace

from attrib.ingest.front_matter import FrontBlock, read_front_matter
from attrib.ingest.stories import Reading, Story, tidy_words
from attrib.records import Markup, Problem, Span


def read_text(raw: str, path: str) -> Reading:
    """The one story of a text file. Front matter stays in the text and is furniture."""
    block = read_front_matter(raw, path)
    return tell_story(raw, path, block)


def tell_story(
    raw: str,
    path: str,
    block: FrontBlock,
    *,
    title: str | None = None,
    title_start: int | None = None,
    furniture: tuple[Span, ...] = (),
    block_quotes: tuple[Span, ...] = (),
    markup: tuple[Markup, ...] = (),
    code: tuple[Span, ...] = (),
) -> Reading:
    """The story of a file whose text is `raw`; `title` is what it is called in the text itself,
    `title_start` where that stands."""
    if not raw.strip():
        return Reading((), (Problem(path, "is empty", fatal=False),))
    words = block.words
    story = Story(
        raw,
        title=tidy_words(words.title) or title,
        outlet=tidy_words(words.outlet),
        published=tidy_words(words.published),
        url=tidy_words(words.url),
        id=tidy_words(words.id),
        title_start=block.title_start if tidy_words(words.title) else title_start,
        genre=tidy_words(words.genre),
        waivers=tuple(replace(waiver, span=block.span) for waiver in words.attrib_disable),
        furniture=(block.span, *furniture) if block.span else furniture,
        block_quotes=block_quotes,
        markup=markup,
        code=code,
    )
    return Reading((story,), block.problems)
