"""Which files PATHS stand for: files, folders, globs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from desk import problem_in, put, read

from attrib.errors import SettingsError
from attrib.ingest import read_paths
from attrib.records import Corpus
from attrib.settings import Settings, load_settings


def fill(folder: Path, *names: str) -> None:
    for name in names:
        put(folder, name, f"The ferry stopped at {name.replace('.', ' ')}.")


def names_in(corpus: Corpus, folder: Path) -> list[str]:
    return sorted(Path(article.path or "").relative_to(folder).as_posix() for article in corpus)


def test_a_folder_is_walked_for_the_suffixes_that_are_read(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "B.TXT", "sub/b.md", "sub/deep/c.html", "d.htm", "e.text", "f.markdown")
    fill(tmp_path, "g.docx", "h", "i.yaml", "attrib.yaml", "pyproject.toml", "j.json")
    corpus = read(tmp_path)
    assert corpus.problems == ()
    assert names_in(corpus, tmp_path) == [
        "B.TXT",
        "a.txt",
        "d.htm",
        "e.text",
        "f.markdown",
        "sub/b.md",
        "sub/deep/c.html",
    ]


def test_hidden_files_and_folders_and_our_own_reports_are_passed_by(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", ".git/b.txt", "sub/.cache/c.txt", ".d.txt", "attrib-report.html")
    assert names_in(read(tmp_path), tmp_path) == ["a.txt"]


def test_a_file_that_is_named_is_read_whatever_is_left_out(tmp_path: Path) -> None:
    fill(tmp_path, ".git/a.txt", ".hidden/.b.txt", "old/c.txt", "attrib-report.html")
    put(tmp_path, ".gitignore", "old/\n")
    paths = [tmp_path / name for name in (".git/a.txt", ".hidden/.b.txt", "old/c.txt")]
    settings = Settings(exclude=("*.txt",))
    assert len(read(*paths, tmp_path / "attrib-report.html", settings=settings)) == 4


def test_links_to_folders_are_not_followed_but_links_to_files_are(tmp_path: Path) -> None:
    fill(tmp_path, "in/a.txt", "out/b.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "b.txt").symlink_to(tmp_path / "out" / "b.txt")
    (tmp_path / "in" / "folder.txt").symlink_to(tmp_path / "out")
    corpus = read(tmp_path / "in")
    assert names_in(corpus, tmp_path) == ["in/a.txt", "in/b.txt"]
    assert corpus.problems == ()


def test_links_that_lead_nowhere_are_told_and_the_others_read(tmp_path: Path) -> None:
    fill(tmp_path, "in/a.txt")
    for name in ("gone.txt", "gone.docx", ".#lock.txt", "README.md", "old.txt"):
        (tmp_path / "in" / name).symlink_to("none.txt")
    (tmp_path / "in" / "self.md").symlink_to("self.md")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    put(tmp_path, "in/.gitignore", "old.txt\n")
    corpus = read(tmp_path / "in")
    assert names_in(corpus, tmp_path) == ["in/a.txt"]
    assert [(Path(problem.path).name, problem.message) for problem in corpus.problems] == [
        ("gone.txt", "is a link to none.txt, which is not there"),
        ("pipe.txt", "is neither a file nor a folder"),
        ("self.md", "cannot be read: Too many levels of symbolic links"),
    ]
    assert all(problem.fatal for problem in corpus.problems)
    matched = read(tmp_path / "in" / "[s]*.md", tmp_path / "i*")
    assert names_in(matched, tmp_path) == ["in/a.txt"]
    assert matched.problems == corpus.problems


def test_an_empty_name_is_not_the_folder_one_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "a.txt", "sub/b.txt")
    monkeypatch.chdir(tmp_path)
    corpus = read_paths(["", "sub"], Settings())
    assert [article.path for article in corpus] == ["sub/b.txt"]
    (problem,) = corpus.problems
    assert (problem.path, problem.message) == ("''", "names nothing; name a file, a folder or -")
    assert problem.fatal


def test_gitignore_is_honoured_in_walked_folders(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    put(tmp_path, ".gitignore", "old/\n*.bak.txt\n/top.txt\n")
    put(tmp_path, "desk/.gitignore", "!kept.bak.txt\nnotes.md\n")
    fill(tmp_path, "a.txt", "top.txt", "old/b.txt", "desk/old/c.txt", "desk/d.bak.txt")
    fill(tmp_path, "desk/kept.bak.txt", "desk/notes.md", "desk/top.txt", "notes.md")
    expected = ["a.txt", "desk/kept.bak.txt", "desk/top.txt", "notes.md"]
    assert names_in(read(tmp_path), tmp_path) == expected
    # What the repository's root says holds also where the walk begins further down.
    assert names_in(read(tmp_path / "desk"), tmp_path) == ["desk/kept.bak.txt", "desk/top.txt"]


def test_gitignore_above_the_repository_does_not_count(tmp_path: Path) -> None:
    put(tmp_path, ".gitignore", "*.txt\n")
    fill(tmp_path, "desk/a.txt")
    (tmp_path / "desk" / ".git").mkdir()
    assert names_in(read(tmp_path / "desk"), tmp_path) == ["desk/a.txt"]


def test_an_ignored_folder_that_is_named_is_meant(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    put(tmp_path, ".gitignore", "data/\n")
    fill(tmp_path, "data/a.txt", "b.txt")
    assert names_in(read(tmp_path), tmp_path) == ["b.txt"]
    assert names_in(read(tmp_path / "data"), tmp_path) == ["data/a.txt"]


@pytest.mark.parametrize("line", ["!", "[z-a]"])
def test_a_gitignore_that_cannot_be_read_is_remarked_on(tmp_path: Path, line: str) -> None:
    put(tmp_path, ".gitignore", f"old/\n{line}\n")
    fill(tmp_path, "a.txt", "old/b.txt")
    corpus = read(tmp_path)
    assert len(corpus) == 2
    assert problem_in(corpus).path == (tmp_path / ".gitignore").as_posix()
    assert problem_in(corpus).message.endswith("nothing is left out by it")
    assert not problem_in(corpus).fatal


def test_exclude_is_relative_to_the_settings_file(tmp_path: Path) -> None:
    put(tmp_path, "attrib.yaml", 'exclude: ["/old/", "*.bak.txt", "desk/*/c.txt"]\n')
    fill(
        tmp_path,
        "a.txt",
        "old/a.txt",
        "desk/old/a.txt",
        "desk/x.bak.txt",
        "desk/sub/c.txt",
        "c.txt",
    )
    settings = load_settings(tmp_path)
    expected = ["a.txt", "c.txt", "desk/old/a.txt"]
    assert names_in(read(tmp_path, settings=settings), tmp_path) == expected
    assert names_in(read(tmp_path / "desk", settings=settings), tmp_path) == ["desk/old/a.txt"]


def test_exclude_that_is_no_pattern_is_a_settings_error(tmp_path: Path) -> None:
    file = put(tmp_path, "attrib.yaml", "exclude: ['!']\n")
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, settings=load_settings(tmp_path))
    assert str(caught.value).startswith(f"{file}:1:11: exclude: ")


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("?.*", ["a.txt", "b.txt", "c.md"]),  # d.docx is not read
        ("**/*.md", ["c.md", "sub/d.md"]),
        ("s*", ["sub/d.md", "sub/e.txt"]),
        ("[ab].txt", ["a.txt", "b.txt"]),
    ],
)
def test_a_glob_stands_for_what_it_matches(tmp_path: Path, pattern: str, names: list[str]) -> None:
    fill(tmp_path, "a.txt", "b.txt", "c.md", "d.docx", "sub/d.md", "sub/e.txt")
    corpus = read(f"{tmp_path}/{pattern}")
    assert corpus.problems == ()
    assert names_in(corpus, tmp_path) == names


def test_a_glob_honours_exclude_but_not_gitignore(tmp_path: Path) -> None:
    put(tmp_path, "attrib.yaml", "exclude: [a.txt, old/]\n")
    put(tmp_path, ".gitignore", "b.txt\n")
    fill(tmp_path, "a.txt", "b.txt", "old/c.txt")
    corpus = read(f"{tmp_path}/*", settings=load_settings(tmp_path))
    assert names_in(corpus, tmp_path) == ["b.txt"]


def test_a_name_with_brackets_is_a_file_first(tmp_path: Path) -> None:
    fill(tmp_path, "a[1].txt", "a1.txt")
    assert names_in(read(tmp_path / "a[1].txt"), tmp_path) == ["a[1].txt"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("none.txt", "is not there; check the path"),
        ("none", "is not there; check the path"),
        ("a.txt/b.txt", "cannot be read: Not a directory"),
        ("*.none", "matches nothing; check the pattern"),
        ("a.docx", "has a suffix attrib does not read; it reads .htm, .html, .json"),
        ("pipe.txt", "is neither a file nor a folder"),
        ("x" * 300 + ".txt", "cannot be read: File name too long"),
        ("loop.txt", "cannot be read: Too many levels of symbolic links"),
    ],
)
def test_a_path_that_leads_nowhere_is_fatal_and_the_others_are_read(
    tmp_path: Path, name: str, words: str
) -> None:
    fill(tmp_path, "a.txt", "a.docx")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    corpus = read(tmp_path / name, tmp_path / "a.txt")
    assert names_in(corpus, tmp_path) == ["a.txt"]
    assert problem_in(corpus).path == (tmp_path / name).as_posix()
    assert problem_in(corpus).message.startswith(words)
    assert problem_in(corpus).fatal


def test_a_path_with_a_nul_is_no_path(tmp_path: Path) -> None:
    assert problem_in(read(f"{tmp_path}/a\0b.txt")).fatal


@pytest.mark.parametrize("name", ["", "*.t?t"])
def test_a_folder_or_glob_without_articles_is_a_remark(tmp_path: Path, name: str) -> None:
    put(tmp_path, "attrib.yaml", "exclude: [a.txt]\n")
    fill(tmp_path, "a.txt")
    corpus = read(str(tmp_path / name), settings=load_settings(tmp_path))
    assert problem_in(corpus).path == (tmp_path / name).as_posix()
    assert problem_in(corpus).message.startswith("holds no articles; attrib reads .htm, .html")
    assert not problem_in(corpus).fatal


def test_a_folder_that_cannot_be_read_is_fatal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "a.txt", "locked/b.txt")
    scan = os.scandir

    def refuse(folder: Path) -> object:
        if Path(folder).name == "locked":
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    corpus = read(tmp_path)
    assert names_in(corpus, tmp_path) == ["a.txt"]
    assert problem_in(corpus).path == (tmp_path / "locked").as_posix()
    assert problem_in(corpus).message == "cannot be read: Permission denied"
    assert problem_in(corpus).fatal


def test_one_file_under_several_names_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "desk/a.txt")
    monkeypatch.chdir(tmp_path)
    names = [
        "desk/a.txt",
        "desk",
        "./desk/a.txt",
        "desk/../desk/a.txt",
        str(tmp_path / "desk"),
        "d*/*",
    ]
    for order in (names, names[::-1]):
        corpus = read_paths(order, Settings())
        assert corpus.problems == ()
        assert [article.path for article in corpus] == [(tmp_path / "desk/a.txt").as_posix()]


def test_a_name_that_is_no_unicode_is_shown_as_far_as_it_can_be(tmp_path: Path) -> None:
    name = os.fsdecode(b"a\xff.txt")
    try:
        put(tmp_path, name, "The ferry stopped.")
    except OSError:
        pytest.skip("this file system has no such names")
    (article,) = read(tmp_path)
    assert article.path == f"{tmp_path.as_posix()}/a\ufffd.txt"


def test_files_about_a_folder_are_no_articles_unless_named(tmp_path: Path) -> None:
    about = ("README.md", "readme.de.txt", "CHANGELOG.md", "LICENSE.txt", "sub/CONTRIBUTING.html")
    fill(tmp_path, "a.txt", "license-fees-rise.txt", *about)
    assert names_in(read(tmp_path), tmp_path) == ["a.txt", "license-fees-rise.txt"]
    assert names_in(read(str(tmp_path / "*.md"), tmp_path / "a.txt"), tmp_path) == ["a.txt"]
    assert names_in(read(tmp_path / "README.md"), tmp_path) == ["README.md"]


def test_an_excluded_folder_is_walked_when_it_is_named(tmp_path: Path) -> None:
    settings = Settings(exclude=("drafts/", "*.bak.txt"), file=tmp_path / "attrib.yaml")
    fill(tmp_path, "a.txt", "drafts/b.txt", "drafts/b.bak.txt", "drafts/old/drafts/c.txt")
    assert names_in(read(tmp_path, settings=settings), tmp_path) == ["a.txt"]
    named = read(tmp_path / "drafts", settings=settings)
    assert names_in(named, tmp_path) == ["drafts/b.txt", "drafts/old/drafts/c.txt"]
    inside = read(tmp_path / "drafts" / "old", settings=settings)
    assert names_in(inside, tmp_path) == ["drafts/old/drafts/c.txt"]


def test_pages_of_a_report_are_no_articles_by_whatever_name(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.html")
    head = '<!doctype html><html><head><meta name="generator" content="attrib 0.1.0"></head>'
    (tmp_path / "report.html").write_text(f"{head}<p>It rained.</p>", encoding="utf-8")
    other = head.replace("attrib 0.1.0", "attribute 2")
    (tmp_path / "other.html").write_text(f"{other}<p>It snowed in May.</p>", encoding="utf-8")
    assert len(read(tmp_path)) == 3
    assert len(read(tmp_path / "report.html")) == 1
