"""A kind of piece that attrib does not know: the checks would take it for news without a word."""

from __future__ import annotations

import re
from typing import get_args

from attrib.ingest.stories import Story, name_place
from attrib.records import Problem
from attrib.rulebook import Rulebook, RuleFolders
from attrib.rulebook.entries import Genre

_KEY = re.compile(r"(?:^|(?<=[\r\n]))genre[ \t]*:")
_LINE_END = re.compile(r"\r\n|\n|\r")
_NAMES = (*(f"genre-{genre}" for genre in get_args(Genre)), "genre-news")


def find_no_genre(story: Story, path: str, rules: Rulebook | RuleFolders) -> tuple[Problem, ...]:
    """A problem for a `genre:` in front matter that no list of the rules holds."""
    written = (story.genre or "").lower().replace("_", "-")
    if not written or story.raw is not None:
        return ()
    if any(written in rules.terms_of(name) for name in _NAMES):
        return ()
    key = _KEY.search(story.text)
    line = len(_LINE_END.findall(story.text, 0, key.start())) + 1 if key else None
    known = ", ".join(get_args(Genre))
    message = f"genre: '{story.genre}' is not known and is read as news; known are {known}"
    return (Problem(name_place(path, line), message, fatal=False),)
