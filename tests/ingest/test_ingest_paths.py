"""From paths to a corpus: outlets, standard input, what cannot be read, order."""

from __future__ import annotations

import random
from pathlib import Path
from typing import NoReturn

import pytest
from desk import problem_in, put, read, read_piped

from attrib.errors import RuleError
from attrib.ingest import read_paths
from attrib.records import Corpus
from attrib.settings import Settings, load_settings

FERRY = "The ferry stopped."


def test_one_path_may_be_given_by_itself(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", FERRY)
    assert len(read_paths(path, Settings())) == len(read_paths(str(path), Settings())) == 1


def test_no_paths_are_no_articles() -> None:
    assert read_paths([], Settings()) == Corpus(())


def test_outlets_of_the_settings_fill_in_for_files_that_name_none(tmp_path: Path) -> None:
    put(
        tmp_path,
        "attrib.yaml",
        'outlets:\n  "gazette/special/": Gazette Weekly\n  "gazette/": The Gazette\n'
        '  "*.wire.txt": Northwire\n  "/top.*": Top\n',
    )
    put(tmp_path, "gazette/a.txt", FERRY + "a")
    put(tmp_path, "gazette/special/b.md", FERRY + "b")
    put(tmp_path, "gazette/c.txt", f"---\noutlet: The Herald\n---\n{FERRY}c")
    put(tmp_path, "desk/d.wire.txt", FERRY + "d")
    put(tmp_path, "desk/top.txt", FERRY + "e")
    put(tmp_path, "top.html", f"<p>{FERRY}f</p>")
    put(tmp_path, "gazette/g.jsonl", '{"text": "g"}\n{"text": "h", "outlet": "The Herald"}\n')
    corpus = read(tmp_path, settings=load_settings(tmp_path))
    assert corpus.problems == ()
    assert {article.text[-1]: article.outlet for article in corpus} == {
        "a": "The Gazette",
        "b": "Gazette Weekly",
        "c": "The Herald",
        "d": "Northwire",
        "e": None,
        "f": "Top",
        "g": "The Gazette",
        "h": "The Herald",
    }


def test_outlets_match_the_path_as_it_is_spelt_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "house/attrib.yaml", "outlets: {/gazette/*.txt: The Gazette}\n")
    put(tmp_path, "gazette/a.txt", FERRY)
    monkeypatch.chdir(tmp_path)
    settings = load_settings(config=Path("house/attrib.yaml"))
    assert [article.outlet for article in read("gazette/a.txt", settings=settings)] == [
        "The Gazette"
    ]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    big = put(tmp_path, "big.txt", "x" * 1001)
    put(tmp_path, "fits.txt", "x" * 1000)
    corpus = read(tmp_path, settings=Settings(size_limit=1000))
    assert len(corpus) == 1
    assert problem_in(corpus).path == big.as_posix()
    assert problem_in(corpus).message.startswith("is larger than 1,000 bytes; raise size_limit")
    assert problem_in(corpus).fatal


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl"])
def test_a_file_that_cannot_be_opened_is_fatal_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    locked = put(tmp_path, name, FERRY)
    put(tmp_path, "good.txt", FERRY)
    opened = Path.open

    def refuse(path: Path, mode: str = "r", **options: str) -> object:
        if path == locked:
            raise PermissionError(13, "Permission denied")
        return opened(path, mode, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    corpus = read(locked, tmp_path / "good.txt")
    assert len(corpus) == 1
    assert problem_in(corpus).path == locked.as_posix()
    assert problem_in(corpus).message == "cannot be read: Permission denied"
    assert problem_in(corpus).fatal


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (FERRY, FERRY),
        ("---\ntitle: Ferry\n---\nStopped.", "---\ntitle: Ferry\n---\nStopped."),
        ("{Ferry} stopped.", "{Ferry} stopped."),
        ('{"text": \nbroken', '{"text": \nbroken'),
        ("<3 from the ferry", "<3 from the ferry"),
        ('\n{"text": "The ferry\\nstopped."}\n', "The ferry\nstopped."),
        ("<!DOCTYPE html>\n<p>The ferry</p>", "The ferry"),
        ("<!-- saved --> <HTML><p>The ferry</p>", "The ferry"),
        ("\ufeff<p class=x>The ferry</p>", "The ferry"),
    ],
)
def test_standard_input_is_text_unless_it_looks_like_another_format(
    content: str, text: str
) -> None:
    (article,) = read_piped(content)
    assert article.text == text
    assert article.path == "-"


def test_the_name_given_to_standard_input_says_of_which_format_it_is() -> None:
    (article,) = read_piped("<p>The ferry</p>", "desk/draft.txt")
    assert (article.text, article.path) == ("<p>The ferry</p>", "desk/draft.txt")
    (article,) = read_piped("# Ferry\n", "draft.md")
    assert article.title == "Ferry"
    (article,) = read_piped("<p>The ferry</p>", "draft.unknown")
    assert article.text == "The ferry"


def test_what_is_wrong_with_standard_input_is_told() -> None:
    assert problem_in(read_paths(["-"], Settings())).fatal
    assert problem_in(read_piped(b"a\0b")).path == "-"
    assert problem_in(read_piped("", "draft.txt")).path == "draft.txt"
    assert not problem_in(read_piped("")).fatal


def test_standard_input_is_read_beside_files(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", FERRY)
    with path.open("rb") as stream:
        corpus = read_paths(["-", str(path)], Settings(), stream)
    assert [article.path for article in corpus] == ["-"]
    assert problem_in(corpus).message == "is a copy of -; only that one is read"


def test_order_of_paths_changes_nothing(tmp_path: Path) -> None:
    put(tmp_path, "z.txt", FERRY)
    put(tmp_path, "copy.txt", FERRY)
    put(tmp_path, "sub/a.jsonl", '{"id": "x", "text": "One."}\n{"id": "x", "text": "Two."}\nbad\n')
    put(tmp_path, "sub/b.jsonl", '{"id": "x", "text": "Three."}\n{"text": "Four."}\n')
    put(tmp_path, "c.html", "<p>Five.</p>")
    put(tmp_path, "d.txt", b"a\0b")
    put(tmp_path, "e.txt", "")
    paths: list[Path | str] = [*tmp_path.rglob("*.*"), tmp_path, tmp_path / "sub"]
    paths += [f"{tmp_path}/*.txt", "none.txt"]
    whole = read(*paths)
    assert [article.id for article in whole] == sorted(article.id for article in whole)
    assert list(whole.problems) == sorted(whole.problems)
    for seed in range(5):
        random.Random(seed).shuffle(paths)
        assert read(*paths) == whole


def test_rules_that_are_broken_are_an_error_of_theirs(tmp_path: Path) -> None:
    with pytest.raises(RuleError):
        read(put(tmp_path, "a.txt", FERRY), settings=Settings(rules=tmp_path / "none"))


def test_heavy_parts_are_not_imported_for_plain_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: bytes) -> NoReturn:
        raise AssertionError("the encoding of UTF-8 needs no guess")

    monkeypatch.setattr("charset_normalizer.from_bytes", refuse)
    assert len(read(put(tmp_path, "a.txt", "Zoë’s ferry stopped."))) == 1
