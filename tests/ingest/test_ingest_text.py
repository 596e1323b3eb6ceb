"""Plain text and its front matter: the text is the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import furniture_of, problem_in, put, read, read_one
from hypothesis import given
from hypothesis import strategies as st

from attrib.ingest.text import read_text
from attrib.positions import line_and_column

FRONT = """---
outlet: The Gazette
title: Ferry stops
published: 2031-05-04
url: https://gazette.example/1
id: g-1
genre: news
---
"""


@pytest.mark.parametrize(
    "text",
    [
        "One line.",
        "Two lines.\r\nAnd a second.\r\n",
        "Old line ends.\rAnd a second.\r",
        "\n\n  Leading and trailing space \t\n\n",
        "Line\u2028separators\u2029and\x85form\x0cfeeds stay.",
        "Tabs\tand emoji \U0001f6a2\U0001f3fd and marks e\u0301 stay.",
    ],
)
@pytest.mark.parametrize("name", ["draft.txt", "draft.text", "draft.md", "DRAFT.TXT", "a.markdown"])
def test_the_text_is_the_file_unchanged(tmp_path: Path, name: str, text: str) -> None:
    article = read_one(tmp_path, name, text)
    assert article.text == text
    assert article.raw is None
    assert article.path == (tmp_path / name).as_posix()


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    article = read_one(tmp_path, "draft.txt", b"\xef\xbb\xbf---\ntitle: A\n---\nThe ferry stops.")
    assert article.text == "---\ntitle: A\n---\nThe ferry stops."
    assert article.title == "A"
    assert line_and_column(article, 0) == (1, 1)


@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
def test_front_matter_tells_of_the_article_and_stays_in_the_text(tmp_path: Path, name: str) -> None:
    article = read_one(tmp_path, name, FRONT + "The ferry stops.\n")
    assert article.text == FRONT + "The ferry stops.\n"
    assert (article.id, article.outlet, article.title) == ("g-1", "The Gazette", "Ferry stops")
    assert (article.published, article.url) == ("2031-05-04", "https://gazette.example/1")
    assert furniture_of(article) == [FRONT]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_front_matter_may_have_any_line_ends(tmp_path: Path, line_end: str) -> None:
    text = FRONT.replace("\n", line_end) + "The ferry stops."
    article = read_one(tmp_path, "draft.txt", text)
    assert article.outlet == "The Gazette"
    assert furniture_of(article) == [FRONT.replace("\n", line_end)]


def test_other_keys_are_the_users_own_affair(tmp_path: Path) -> None:
    text = (
        "---\ntags: [sea, {deep: [1, 2]}]\nlayout: post\ntitle: No\noutlet:\n...\nThe ferry stops."
    )
    article = read_one(tmp_path, "draft.txt", text)
    assert (article.title, article.outlet) == ("No", None)
    assert furniture_of(article) == [text[: text.index("The ferry")]]


@pytest.mark.parametrize(
    ("block", "line", "words"),
    [
        ("outlet: A\noutlet: B\n", 3, "the key 'outlet' stands here twice"),
        ("tags: 1\ntags: 2\n", 3, "the key 'tags' stands here twice"),
        ("title: 'open\n", 3, "is not valid YAML"),
        ("title: [a, b]\n", 2, "expected text"),
        ("outlet: A\n  bad: [\n", 3, "is not valid YAML"),
        ("deep: " + "[" * 600 + "\n", 2, "is nested too deeply"),
    ],
)
def test_broken_front_matter_is_a_remark_and_furniture(
    tmp_path: Path, block: str, line: int, words: str
) -> None:
    path = put(tmp_path, "draft.txt", f"---\n{block}---\nThe ferry stops.")
    corpus = read(path)
    problem = problem_in(corpus)
    assert problem.path.rpartition(":")[0] == f"{path.as_posix()}:{line}"
    assert words in problem.message
    assert not problem.fatal
    (article,) = corpus
    assert (article.outlet, article.title) == (None, None)
    assert furniture_of(article) == [f"---\n{block}---\n"]


@pytest.mark.parametrize(
    ("genre", "known"),
    [
        ("opinion", True),
        ("Op-Ed", True),
        ("fact_check", True),
        ("News", True),
        ("", True),
        ("opnion", False),
        ("poem", False),
    ],
)
def test_a_genre_that_nobody_knows_is_told(tmp_path: Path, genre: str, known: bool) -> None:
    path = put(tmp_path, "draft.txt", f"---\noutlet: A\ngenre: {genre}\n---\nThe ferry stops.")
    corpus = read(path)
    if known:
        assert corpus.problems == ()
        return
    problem = problem_in(corpus)
    assert problem.path == f"{path.as_posix()}:3"
    assert problem.message.startswith(f"genre: '{genre}' is not known and is read as news")
    assert not problem.fatal


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "title",
    ["Hale: 'I was in Brussels'", "Why we left:", "Ferry: a: b", 'It\'s off: "no" says Hale'],
)
def test_a_colon_in_a_plain_title_is_read(tmp_path: Path, title: str, end: str) -> None:
    block = end.join(["---", "outlet: A", f"title: {title}  ", "id: g-1", "---", "The ferry."])
    path = put(tmp_path, "draft.txt", block)
    corpus = read(path)
    (article,) = corpus
    assert corpus.problems == ()
    assert (article.outlet, article.title, article.id) == ("A", title, "g-1")
    assert article.title_start == block.index(title)


@pytest.mark.parametrize(
    ("block", "place"),
    [
        ("title: 'Brussels': Hale\n", ":2:18"),
        ("title: Hale: I was\n  in Brussels\n", ":2:12"),
    ],
)
def test_a_title_that_cannot_be_read_is_told_in_plain_words(
    tmp_path: Path, block: str, place: str
) -> None:
    path = put(tmp_path, "draft.txt", f"---\n{block}---\nThe ferry stops.")
    problem = problem_in(read(path))
    assert problem.path == f"{path.as_posix()}{place}"
    assert problem.message == (
        "is not valid YAML; put a title or other words with marks in them in quotation marks; "
        "the front matter is left out"
    )


@pytest.mark.parametrize("published", ["someday", "2025-02-30", "2025-10", "May 4, 2031"])
def test_a_date_that_is_none_is_told(tmp_path: Path, published: str) -> None:
    path = put(tmp_path, "draft.txt", f"---\noutlet: A\npublished: {published}\n---\nA ferry.")
    problem = problem_in(read(path))
    assert problem.path == f"{path.as_posix()}:3"
    assert problem.message.startswith(f"published: '{published}' is no date of the calendar")
    assert not problem.fatal


@pytest.mark.parametrize(
    "published", ["2031-05-04", "2031-05-04T09:30:00Z", "2031-05-04 09:30", ""]
)
def test_a_date_is_told_nothing_of(tmp_path: Path, published: str) -> None:
    path = put(tmp_path, "draft.txt", f"---\npublished: {published}\n---\nA ferry.")
    assert read(path).problems == ()


def test_front_matter_that_nothing_closes_is_text_and_said_so(tmp_path: Path) -> None:
    path = put(tmp_path, "draft.txt", "---\ntitle: Ferry\nThe ferry stops.\n")
    corpus = read(path)
    assert problem_in(corpus).path == f"{path.as_posix()}:1"
    assert "no line '---' closes" in problem_in(corpus).message
    (article,) = corpus
    assert article.furniture == ()
    assert article.title is None


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe ferry stopped.\n---\nNobody knew why.\n",  # two rules around prose
        "---\nThe ferry stopped.\n",
        "The ferry stopped.\n---\ntitle: no\n---\n",  # not at the start
        "----\ntitle: no\n----\n",
        " ---\ntitle: no\n---\n",
        "--- title: no\n---\n",
    ],
)
def test_rules_in_a_text_are_no_front_matter(tmp_path: Path, text: str) -> None:
    article = read_one(tmp_path, "draft.txt", text)
    assert article.title is None
    assert article.furniture == ()


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl"])
def test_an_empty_file_is_remarked_on_and_is_no_article(
    tmp_path: Path, name: str, text: str
) -> None:
    path = put(tmp_path, name, text)
    corpus = read(path)
    assert len(corpus) == 0
    assert problem_in(corpus).path == path.as_posix()
    assert problem_in(corpus).message == "is empty"
    assert not problem_in(corpus).fatal


@given(st.text(alphabet="-:.a \n\r[]'\"#{}&*", max_size=80))
def test_any_start_is_read_without_an_error(rest: str) -> None:
    for story in read_text("---\n" + rest, "draft.txt").stories:
        assert story.text == "---\n" + rest
        for span in story.furniture:
            assert span.start == 0
            assert span.of(story.text).rstrip().endswith(("---", "..."))
