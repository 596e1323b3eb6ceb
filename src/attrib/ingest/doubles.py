"""Articles that share an id. Every record names its article by id: two would be mixed up.

Files are gathered without them (`articles.py`); what comes in from Python may hold them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from attrib.records import Article, Problem


def one_an_id(articles: Iterable[Article]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles in order of id, each id once, and what is told of those left out.

    Of those with one id the first by path and content is kept: the order of `articles` changes
    nothing.
    """
    by_id: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_id[article.id].append(article)
    kept: list[Article] = []
    problems: set[Problem] = set()
    for key in sorted(by_id):
        first, *others = sorted(by_id[key], key=_rank) if len(by_id[key]) > 1 else by_id[key]
        kept.append(first)
        problems.update(_tell(other, first) for other in others)
    return tuple(kept), tuple(sorted(problems))


def say_clash(id: str, place: str | None) -> str:
    """That an id stands also at `place` (None: in memory), for another text."""
    return f"the id '{id}' stands also at {place or 'another article'}, for another text"


def _rank(article: Article) -> tuple[str, str, str]:
    # Equal texts may differ in outlet or title still.
    return article.path or "", article.text, repr(article)


def _tell(article: Article, first: Article) -> Problem:
    place = article.path or article.id
    if article.text != first.text:
        clash = say_clash(article.id, first.path)
        return Problem(place, f"{clash}; give each article its own id")
    if article.path == first.path:
        return Problem(place, "is given more than once; it is read once", fatal=False)
    original = first.path or "one without a path"
    return Problem(place, f"is a copy of {original}; only that one is read", fatal=False)
