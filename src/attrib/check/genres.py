"""What kind of piece an article says it is, by its field or its headline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

from attrib.records import Article
from attrib.rulebook import Rulebook
from attrib.rulebook.entries import Genre

GENRES: tuple[Genre, ...] = get_args(Genre)
_ARTICLE = re.compile(r"^(?:an?|the)\s+")


def find_genre(article: Article, rulebook: Rulebook) -> Genre | None:
    """What kind of piece the article says it is; None for news and for what no list knows.

    Where it has no field for that, the headline may say it: "Fact check: ...", "...: an opinion".
    """
    words = [(article.genre or "").lower().replace("_", "-")]
    if not words[0] and article.title and ":" in article.title:
        ends = article.title.lower().split(":")
        words = [_ARTICLE.sub("", ends[place].strip()) for place in (0, -1)]
    return next((genre for genre in GENRES if _has_any(rulebook, f"genre-{genre}", words)), None)


def _has_any(rulebook: Rulebook, name: str, words: Iterable[str]) -> bool:
    return not rulebook.terms_of(name).isdisjoint(words)
