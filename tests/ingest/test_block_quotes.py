"""What a format sets off as somebody's words: <blockquote>, and lines after ">"."""

from __future__ import annotations

from pathlib import Path

import pytest

from attrib import Claim, analyze, check, read
from attrib.rulebook import load_rulebook
from attrib.segment import segment
from calling import put

HTML = """<html><body><article>
<p>Ida Moss, the mayor, said in a statement:</p>
<blockquote><p>The ferry will sail on Monday.</p><p>A source said otherwise.</p></blockquote>
<p>It rained at noon.</p>
</article></body></html>"""
MARKDOWN = """# Ferry to sail

Ida Moss, the mayor, said in a statement:

> The ferry will sail
> on Monday.
>
> A source said otherwise.

It rained at noon.
"""


def quotes_of(path: Path) -> list[str]:
    (article,) = read(path)
    quotes = segment(article, load_rulebook()).quotes
    assert all(quote.span == quote.inner for quote in quotes)
    return [" ".join(quote.inner.of(article.text).replace(">", "").split()) for quote in quotes]


@pytest.mark.parametrize(("name", "content"), [("a.html", HTML), ("a.md", MARKDOWN)])
def test_each_paragraph_is_a_quote_without_marks(tmp_path: Path, name: str, content: str) -> None:
    path = put(tmp_path, name, content)
    assert quotes_of(path) == ["The ferry will sail on Monday.", "A source said otherwise."]
    # The bare source is the mayor's word, and not the draft's.
    assert [found for found in check(path) if found.code == "AT101"] == []
    said = [claim for claim in analyze(read(path)).claims if "Monday" in claim.text]
    assert [_name(claim) for claim in said] == ["Ida Moss"]
    assert said[0].voice == "direct"


def _name(claim: Claim) -> str:
    return claim.source.name if claim.source else ""


@pytest.mark.parametrize(
    ("content", "quotes"),
    [
        ("> One line.\n", ["One line."]),
        (">> Two deep.\n", ["Two deep."]),
        ("> Lazy\nlines belong to it.\n", ["Lazy lines belong to it."]),
        ("Not > here.\nNor\n> in the middle of a paragraph.\n", []),
        ("```\n> code\n```\n", []),
        (">\n\n> \n", []),
        ("", []),
    ],
)
def test_markdown(tmp_path: Path, content: str, quotes: list[str]) -> None:
    assert quotes_of(put(tmp_path, "a.md", f"{content}\nIt rained at noon.\n")) == quotes


def test_marks_inside_a_block_quote_stand_for_themselves(tmp_path: Path) -> None:
    (article,) = read(put(tmp_path, "a.md", '> "We sail," Moss said.\n'))
    (quote,) = segment(article, load_rulebook()).quotes
    assert quote.inner.of(article.text) == "We sail,"


def test_furniture_inside_a_page_keeps_its_bounds(tmp_path: Path) -> None:
    page = (
        "<p>One.</p><figure><figcaption>Photo: A</figcaption></figure><blockquote>Two.</blockquote>"
    )
    (article,) = read(put(tmp_path, "a.html", f"<body>{page}<p>Three.</p></body>"))
    assert [span.of(article.text) for span in article.furniture] == ["Photo: A"]
    assert [span.of(article.text) for span in article.block_quotes] == ["Two."]
