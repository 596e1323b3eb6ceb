"""Large and hostile input takes time in proportion to its length."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from desk import put, read

from attrib.ingest.html import read_html
from attrib.ingest.markdown import read_markdown
from attrib.positions import line_and_column

TEN_MEGABYTES = ("The ferry stopped and waited. " * 20 + "& ") * 17_000


def test_a_line_of_ten_megabytes_is_read_in_every_format(tmp_path: Path) -> None:
    pages = {
        "a.txt": TEN_MEGABYTES + "t",
        "a.md": TEN_MEGABYTES + "m",
        "a.jsonl": json.dumps({"text": TEN_MEGABYTES + "é"}),
        "a.html": f"<p>{TEN_MEGABYTES.replace('&', '&amp;')}h</p>",
    }
    for name, page in pages.items():
        path = put(tmp_path, name, page)
        start = time.process_time()
        corpus = read(path)
        assert corpus.problems == ()
        (article,) = corpus
        assert article.text[:-1] == TEN_MEGABYTES
        assert line_and_column(article, len(article.text) - 1)[0] == 1
        # What takes quadratic time would take hours.
        assert time.process_time() - start < 60, name


MARKUP = [
    "<", "<!--", "<a ", "<a", "</", "</a ", "<!", "<?", '<a b="', "<a b=\"'>", "<script>",
    "<title>", "<nav>x", "<nav>x</nav>", "<article>", "<q>", "&", "&#1", "&a", "&notit ",
    " \n", "<svg>",
]  # fmt: skip
MARKDOWN = [
    "<!--", "<!---->", "<!--\n", "```\n", "![", "![x](", "[x]: ", "# # ", " ", "\n", "[x]: y ('",
]  # fmt: skip


# Several of these keep the standard library's parser of HTML busy for hours.
@pytest.mark.parametrize("tail", ["", ">"])
@pytest.mark.parametrize("piece", MARKUP)
def test_hostile_markup_takes_linear_time(piece: str, tail: str) -> None:
    start = time.process_time()
    read_html(piece * 30_000 + tail, "page.html")
    assert time.process_time() - start < 20


@pytest.mark.parametrize("piece", MARKDOWN)
def test_hostile_markdown_takes_linear_time(piece: str) -> None:
    start = time.process_time()
    read_markdown(piece * 100_000, "draft.md")
    assert time.process_time() - start < 20


def test_hostile_front_matter_takes_linear_time() -> None:
    for piece in ("a: [", "- ", "&a [*a, ", "a:\n", "? "):
        start = time.process_time()
        read_markdown("---\na: 1\n" + piece * 12_000 + "\n---\n", "draft.md")
        assert time.process_time() - start < 20
