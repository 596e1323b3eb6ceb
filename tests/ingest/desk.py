"""What the tests of this stage share: files in a folder, read into a corpus."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from attrib.ingest import read_paths
from attrib.records import Article, Corpus, Problem
from attrib.settings import Settings


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """Write `content` byte for byte (text as UTF-8) to `name` in `folder`."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(*paths: Path | str, settings: Settings | None = None) -> Corpus:
    return read_paths(paths, settings or Settings())


def read_one(folder: Path, name: str, content: str | bytes) -> Article:
    """The only article in one file, which has nothing wrong with it."""
    corpus = read(put(folder, name, content))
    assert corpus.problems == ()
    (article,) = corpus
    return article


def read_piped(content: str | bytes, name: str | None = None) -> Corpus:
    data = content if isinstance(content, bytes) else content.encode()
    return read_paths(["-"], Settings(), BytesIO(data), stdin_name=name)


def problem_in(corpus: Corpus) -> Problem:
    """The only problem of a corpus."""
    (problem,) = corpus.problems
    return problem


def raw_characters(article: Article, raw: str) -> str:
    """The character of the raw file at which each character of the text is said to stand."""
    assert article.raw is not None
    return "".join(raw[article.raw.raw_offset(place)] for place in range(len(article.text)))


def furniture_of(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.furniture]
