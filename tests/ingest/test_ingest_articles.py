"""Ids, copies and clashes; and the constructor of the Python API."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import problem_in, put, read
from hypothesis import given
from hypothesis import strategies as st

from attrib.ingest import make_article
from attrib.records import Article


def test_an_id_is_given_or_the_hash_of_what_identifies_an_article() -> None:
    plain = make_article("The ferry stopped.")
    assert len(plain.id) == 12
    assert set(plain.id) <= set("0123456789abcdef")
    assert make_article("The ferry stopped.", id="g-1").id == "g-1"
    assert make_article("The ferry stopped.", path="a.txt", published="2031").id == plain.id
    others = [
        make_article("The ferry stopped!"),
        make_article("The ferry stopped.", title="Ferry"),
        make_article("The ferry stopped.", outlet="Ferry"),
        make_article("The ferry stopped.", url="Ferry"),
    ]
    assert len({plain.id, *(article.id for article in others)}) == 5


def test_ids_do_not_change_between_versions() -> None:
    article = make_article("The ferry stopped.", title="Ferry", outlet="The Gazette", url="u")
    assert article.id == "7ed1528352f3"


@pytest.mark.parametrize("blank", ["", " \n", None])
def test_blank_metadata_is_none(blank: str | None) -> None:
    article = make_article("a", title=blank, outlet=blank, published=blank, url=blank, id=blank)
    assert article == make_article("a")
    assert (article.title, article.outlet, article.published, article.url) == (None,) * 4


def test_half_a_surrogate_pair_is_replaced_one_for_one() -> None:
    article = make_article("a\ud800b\udfff", title="\udc00", path="\udc80.txt")
    assert article.text == "a\ufffdb\ufffd"
    assert article.title == "\ufffd"
    assert article.path == "\ufffd.txt"


@given(st.text(), st.text(), st.text())
def test_any_text_makes_an_article(text: str, title: str, outlet: str) -> None:
    article = make_article(text, title=title, outlet=outlet)
    assert len(article.text) == len(text)
    for value in (article.text, article.title, article.outlet):
        assert value is None or value.encode().decode() == value


def test_equal_articles_are_one_and_the_copy_is_named(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "The ferry stopped.")
    first = put(tmp_path, "a.txt", "The ferry stopped.")
    put(tmp_path, "c.jsonl", '{"text": "Other."}\n{"id": "x", "text": "The ferry stopped."}\n')
    corpus = read(tmp_path)
    assert {article.path for article in corpus} == {
        first.as_posix(),
        (tmp_path / "c.jsonl").as_posix(),
    }
    assert [(problem.path, problem.message, problem.fatal) for problem in corpus.problems] == [
        (
            f"{tmp_path.as_posix()}/b.txt",
            f"is a copy of {first.as_posix()}; only that one is read",
            False,
        ),
        (
            f"{tmp_path.as_posix()}/c.jsonl:2",
            f"is a copy of {first.as_posix()}; only that one is read",
            False,
        ),
    ]


def test_one_text_at_two_outlets_is_two_articles(tmp_path: Path) -> None:
    put(tmp_path, "a.jsonl", '{"text": "One.", "outlet": "A"}\n{"text": "One.", "outlet": "B"}\n')
    corpus = read(tmp_path)
    assert sorted(article.outlet or "" for article in corpus) == ["A", "B"]
    assert corpus.problems == ()


def test_an_id_given_to_two_texts_is_fatal_and_the_first_by_path_stays(tmp_path: Path) -> None:
    lines = (
        '{"id": "x", "text": "Two."}\n{"id": "y", "text": "Three."}\n{"id": "y", "text": "Four."}'
    )
    b = put(tmp_path, "b.jsonl", lines).as_posix()
    a = put(tmp_path, "a.md", "---\nid: x\n---\nOne.").as_posix()
    corpus = read(tmp_path)
    assert [(article.id, article.text[-4:]) for article in corpus] == [("x", "One."), ("y", "ree.")]
    assert [(problem.path, problem.fatal) for problem in corpus.problems] == [
        (f"{b}:1", True),
        (f"{b}:3", True),
    ]
    assert corpus.problems[0].message == (
        f"the id 'x' stands also at {a}, for another text; give each article its own id"
    )


def test_an_id_given_twice_to_one_text_is_a_copy(tmp_path: Path) -> None:
    path = put(
        tmp_path,
        "a.jsonl",
        '{"id": "x", "text": "One.", "title": "A"}\n{"id": "x", "text": "One.", "title": "B"}',
    ).as_posix()
    corpus = read(tmp_path)
    assert [article.title for article in corpus] == ["A"]
    assert problem_in(corpus).path == f"{path}:2"
    assert problem_in(corpus).message == f"is a copy of {path}:1; only that one is read"
    assert not problem_in(corpus).fatal


def test_lines_are_ordered_as_numbers(tmp_path: Path) -> None:
    lines = [f'{{"id": "n{n}", "text": "{n}"}}' for n in range(12)]
    lines[1] = '{"id": "late", "text": "same"}'
    lines[10] = '{"id": "early", "text": "same"}'
    corpus = read(put(tmp_path, "a.jsonl", "\n".join(lines)))
    kept: list[Article] = [article for article in corpus if article.text == "same"]
    assert [article.id for article in kept] == ["late"]
