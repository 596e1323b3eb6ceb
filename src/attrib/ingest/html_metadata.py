"""Title, outlet, date and address of a page: from JSON-LD, else meta elements, else <title>."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.ingest.html_entities import unescape
from attrib.ingest.html_markup import Tag
from attrib.ingest.stories import tidy_words

# NewsArticle and its subtypes at schema.org, then what sites use that know no better.
_TYPES = (
    "NewsArticle",
    "AnalysisNewsArticle",
    "AskPublicNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReportageNewsArticle",
    "ReviewNewsArticle",
    "LiveBlogPosting",
    "Article",
)
_WEAKER = ("LiveBlogPosting", "Article")
_NESTED = ("@graph", "mainEntity")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


def read_metadata(raw: str, tags: tuple[Tag, ...]) -> Metadata:
    """The metadata of the page, each from the first place that has it."""
    stated = _read_linked_data(raw, tags)
    page_title: str | None = None
    meta: dict[str, str] = {}
    for number, tag in enumerate(tags):
        if tag.kind != "open":
            continue
        if tag.name == "meta":
            name = (tag.value("property") or tag.value("name")).strip().lower()
            meta.setdefault(name, tag.value("content"))
        elif tag.name == "link" and "canonical" in tag.value("rel").lower().split():
            meta.setdefault("canonical", tag.value("href"))
        # A title inside a drawing is not the page's, but it comes later.
        elif tag.name == "title" and page_title is None:
            page_title = unescape(_content(raw, tags, number))
    return Metadata(
        title=_first(stated.title, meta.get("og:title"), page_title),
        outlet=_first(stated.outlet, meta.get("og:site_name")),
        published=_first(stated.published, meta.get("article:published_time")),
        url=_first(stated.url, meta.get("canonical"), meta.get("og:url")),
    )


def _read_linked_data(raw: str, tags: tuple[Tag, ...]) -> Metadata:
    nodes: list[dict[str, object]] = []
    for number, tag in enumerate(tags):
        is_script = tag.kind == "open" and tag.name == "script"
        if is_script and tag.value("type").strip().lower() == "application/ld+json":
            try:
                nodes += _find_articles(json.loads(_content(raw, tags, number)))
            except (ValueError, RecursionError):
                continue
    node = min(nodes, key=_rank, default={})
    page = node.get("mainEntityOfPage")
    publisher = node.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    return Metadata(
        title=_first(_words(node.get("headline")), _words(node.get("name"))),
        outlet=_words(publisher.get("name") if isinstance(publisher, dict) else publisher),
        published=_words(node.get("datePublished")),
        url=_first(
            _words(node.get("url")), _words(page.get("@id") if isinstance(page, dict) else page)
        ),
    )


def _find_articles(data: object) -> Iterator[dict[str, object]]:
    """The objects that describe an article: the data itself, or what its lists and graph hold."""
    pending = [data]
    while pending:
        node = pending.pop(0)
        if isinstance(node, list):
            pending = [*node, *pending]
        elif isinstance(node, dict):
            if _types(node):
                yield node
            pending += [node[key] for key in _NESTED if key in node]


def _types(node: dict[str, object]) -> set[str]:
    stated = node.get("@type")
    types = stated if isinstance(stated, list) else [stated]
    return {name for name in types if isinstance(name, str)} & set(_TYPES)


def _rank(node: dict[str, object]) -> bool:
    return _types(node) <= set(_WEAKER)


def _content(raw: str, tags: tuple[Tag, ...], number: int) -> str:
    end = tags[number + 1].start if number + 1 < len(tags) else len(raw)
    return raw[tags[number].end : end]


def _words(value: object) -> str | None:
    # Many sites put character references where JSON wants the characters.
    return unescape(value) if isinstance(value, str) else None


def _first(*values: str | None) -> str | None:
    for value in values:
        if words := tidy_words(value):
            return words
    return None
