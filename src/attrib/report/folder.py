"""The report as a folder: a page a story, and an index that leads to them.

One page of some thousand claims takes long to open, and nobody works on all its stories.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, TemplateError
from markupsafe import Markup

from attrib.records import Analysis
from attrib.report.contests import ContestView, view_contests
from attrib.report.html import make_environment, render_html, template_error
from attrib.report.index import Index, build_index
from attrib.report.inline import read_inline
from attrib.report.parting import SIGNATURE, part_by_story
from attrib.report.stories import say_scope
from attrib.report.summary import Summary, summarise
from attrib.report.words import Words
from attrib.version import __version__

INDEX = "index.html"
_INDEX_SCRIPTS = ("page", "theme")
_LONGEST_SLUG = 48
_NO_WORD = re.compile("[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Story:
    """One story in the index: its page, its first screen in numbers, what is contested in it."""

    file: str
    summary: Summary
    n_articles: int
    n_sources: int
    """How many are cited, whether or not they could be identified."""
    contests: tuple[ContestView, ...]


def render_pages(analysis: Analysis, words: Words, folders: tuple[Path, ...]) -> dict[str, str]:
    """The text of each page by its file name; the same input, the same names and bytes."""
    # Templates are compiled once for all pages: that takes longer than to fill them in.
    environment = make_environment(words, folders)
    pages: dict[str, str] = {}
    stories: list[Story] = []
    for part in part_by_story(analysis):
        index = build_index(part)
        story = view_story(index, words)
        stories.append(story)
        page = render_html(index, words, folders, home=INDEX, environment=environment)
        pages[story.file] = page + SIGNATURE
    stories.sort(key=_rank)
    pages[INDEX] = _render_index(tuple(stories), analysis, environment, folders) + SIGNATURE
    return pages


def view_story(index: Index, words: Words) -> Story:
    """The story of an analysis that has one event."""
    summary = summarise(index, words)
    (event,) = index.analysis.events
    cited = {claim.chain[-1].id for claim in index.claims.values() if claim.chain}
    return Story(
        name_file(summary.heading, event.id),
        summary,
        len(index.articles),
        len(cited),
        view_contests(index, words),
    )


def name_file(heading: str, event_id: str) -> str:
    """ "mill-blaze-injures-15-0f3a9b2c4d5e.html": readable, and different for each story."""
    words = _to_slug(heading)
    if len(words) > _LONGEST_SLUG:
        words = words[: _LONGEST_SLUG + 1].rpartition("-")[0] or words[:_LONGEST_SLUG]
    return f"{words or 'story'}-{_to_slug(event_id)}.html"


def _to_slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NO_WORD.sub("-", plain.replace("'", "")).strip("-")


def _rank(story: Story) -> tuple[int, int, str, str]:
    """What most is contested in first, then what most was written on."""
    return -len(story.contests), -story.n_articles, story.summary.heading.casefold(), story.file


def _render_index(
    stories: tuple[Story, ...],
    analysis: Analysis,
    environment: Environment,
    folders: tuple[Path, ...],
) -> str:
    inline = read_inline(folders, _INDEX_SCRIPTS)
    try:
        page = environment.get_template("index.html.j2").render(
            stories=stories,
            scope=say_scope(analysis.articles, len(stories)),
            problems=tuple(sorted(analysis.problems)),
            version=__version__,
            rules=analysis.rules,
            policy=inline.policy,
            style=Markup(inline.style),
            script=Markup(inline.script),
        )
    except TemplateError as problem:
        raise template_error(problem) from problem
    return page + "\n"
