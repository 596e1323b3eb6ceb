"""What a page says of itself: JSON-LD, then meta elements, then its title."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from desk import read_one

from attrib.records import Article

META = """<html><head><title>Ferry stops | Gazette</title>
<meta property="og:title" content="Ferry stops &amp; waits">
<meta property='og:site_name' content='The Gazette'>
<meta content="2031-05-04T10:00:00Z" property="article:published_time">
<meta property="og:url" content="https://gazette.example/og">
<LINK rel="alternate canonical" href="https://gazette.example/1?a=1&amp;b=2">
"""
STATED = {
    "@type": "NewsArticle",
    "headline": "Ferry is stopped",
    "datePublished": "2031-05-05",
    "url": "https://gazette.example/2",
    "publisher": {"@type": "Organization", "name": "Gazette Online"},
}


def page(folder: Path, head: str) -> Article:
    return read_one(
        folder, "page.html", head + "</head><body><p>The ferry stopped.</p></body></html>"
    )


def linked(*data: object) -> str:
    return "".join(
        f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in data
    )


def known(article: Article) -> tuple[str | None, ...]:
    return article.title, article.outlet, article.published, article.url


FROM_META = (
    "Ferry stops & waits",
    "The Gazette",
    "2031-05-04T10:00:00Z",
    "https://gazette.example/1?a=1&b=2",
)
FROM_LINKED = ("Ferry is stopped", "Gazette Online", "2031-05-05", "https://gazette.example/2")


def test_meta_elements_are_read(tmp_path: Path) -> None:
    assert known(page(tmp_path, META)) == FROM_META


def test_the_title_element_comes_last(tmp_path: Path) -> None:
    head = "<html><head><title>Ferry \n stops &mdash; Gazette</title><svg><title>Logo</title></svg>"
    assert known(page(tmp_path, head)) == ("Ferry stops — Gazette", None, None, None)


def test_a_page_that_says_nothing_has_no_metadata(tmp_path: Path) -> None:
    head = '<html><head><title> </title><meta><meta property="og:title" content=" "><link>'
    assert known(page(tmp_path, head)) == (None, None, None, None)


@pytest.mark.parametrize(
    "data",
    [
        STATED,
        [{"@type": "Organization", "name": "Other"}, STATED],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, STATED]},
        {"@type": "WebPage", "mainEntity": STATED},
        {**STATED, "@type": "ReportageNewsArticle"},
        {**STATED, "@type": ["Thing", "OpinionNewsArticle"]},
        {**STATED, "publisher": "Gazette Online"},
        {**STATED, "publisher": [{"name": "Gazette Online"}, {"name": "Other"}]},
        {**STATED, "url": None, "mainEntityOfPage": {"@id": "https://gazette.example/2"}},
        {**STATED, "url": "", "mainEntityOfPage": "https://gazette.example/2"},
        [{**STATED, "@type": "Article", "headline": "Weaker"}, STATED],
    ],
)
def test_linked_data_goes_first(tmp_path: Path, data: object) -> None:
    assert known(page(tmp_path, META + linked(data))) == FROM_LINKED


def test_what_linked_data_lacks_is_taken_from_meta(tmp_path: Path) -> None:
    head = META + linked({"@type": "NewsArticle", "headline": "Tom &amp; Ann stop", "publisher": 3})
    assert known(page(tmp_path, head)) == ("Tom & Ann stop", *FROM_META[1:])


@pytest.mark.parametrize(
    "script",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<script type="application/ld+json"></script>',
        linked({"@type": "Recipe", "headline": "Soup"}),
        linked("NewsArticle", 3, None, [], {"@graph": 4}, {"@type": {"a": 1}}),
        linked({"@type": "ItemList", "itemListElement": [STATED]}),
        '<script type="text/javascript">{"@type": "NewsArticle", "headline": "No"}</script>',
    ],
)
def test_data_that_is_broken_or_not_of_this_article_is_passed_over(
    tmp_path: Path, script: str
) -> None:
    assert known(page(tmp_path, META + script)) == FROM_META


def test_broken_linked_data_does_not_spoil_the_next(tmp_path: Path) -> None:
    head = META + '<script type="application/ld+json">{</script>' + linked(STATED)
    assert known(page(tmp_path, head)) == FROM_LINKED
