"""What the Python API is given, as a corpus: articles, paths, and mixtures of both."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from attrib.errors import InputError
from attrib.ingest import read_paths
from attrib.records import Article, Corpus
from attrib.rulebook import Rulebook
from attrib.settings import Settings

Draft: TypeAlias = Article | str | Path
"""One article, or a path: of a file, a folder or a glob."""
Material: TypeAlias = Draft | Iterable[Draft]
"""What a draft is held against; a Corpus is one kind of it."""


def read_draft(draft: Draft, settings: Settings, rulebook: Rulebook) -> Corpus:
    """The articles of `draft`; raises InputError as `read_material` does, and for a list."""
    # Types are not checked where Python runs, and of a Corpus `str` would be its whole text.
    if not isinstance(draft, Article | str | Path):
        message = f"a draft is one article or one path, not a {type(draft).__name__}"
        raise InputError(f"{message}; check each article of several by itself")
    return read_material(draft, settings, rulebook)


def read_material(given: Material, settings: Settings, rulebook: Rulebook) -> Corpus:
    """Articles and paths as one Corpus, in order of id.

    Raises InputError for a path that cannot be read, and for what is neither. What could not be
    read of a Corpus given whoever has read it knows already.
    """
    listed = [given] if isinstance(given, Article | str | Path) else list(given)
    for item in listed:
        if not isinstance(item, Article | str | Path):
            name = type(item).__name__
            raise InputError(f"expected articles and paths, and not a {name} among them")
    articles = [item for item in listed if isinstance(item, Article)]
    paths = [item for item in listed if not isinstance(item, Article)]
    corpus = read_paths(paths, settings, rules=rulebook) if paths else Corpus(())
    for problem in corpus.problems:
        if problem.fatal:
            raise InputError(problem.message, path=problem.path)
    ordered = sorted([*articles, *corpus.articles], key=lambda article: article.id)
    return Corpus(tuple(ordered), corpus.problems)
