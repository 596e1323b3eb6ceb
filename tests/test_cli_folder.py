"""`attrib report -o FOLDER/`: what is written, what is refused, and who is told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from attrib import cli
from calling import PLAIN, Caller, put

FERRY = "The ferry will sail again in May, said Ida Moss, the mayor of Ellary."


@pytest.fixture
def story(tmp_path: Path) -> Path:
    put(tmp_path, "in/bridge.txt", PLAIN)
    put(tmp_path, "in/ferry.txt", FERRY)
    return tmp_path / "in"


def test_a_page_a_story_is_written_and_replaced(call: Caller, tmp_path: Path, story: Path) -> None:
    out = tmp_path / "out"
    called = call("report", story, "-o", f"{out}/")
    assert (called.code, called.out + called.err) == (0, f"{out / 'index.html'}\n")
    first = {file.name: file.read_bytes() for file in out.iterdir()}
    assert len(first) == 3
    # Named without a slash, for it is a folder now.
    assert call("report", story, "-q", "-o", out).code == 0
    assert {file.name: file.read_bytes() for file in out.iterdir()} == first


def test_a_folder_with_other_files_is_refused_at_once(call: Caller, tmp_path: Path) -> None:
    put(tmp_path, "out/notes.txt", "mine")
    called = call("report", tmp_path / "gone.txt", "-o", f"{tmp_path}/out/")
    assert called.code == 2
    assert called.err == (
        f"attrib: {tmp_path}/out: holds notes.txt, which is no page of a report; "
        "name another folder\n"
    )


def test_other_formats_have_no_pages(call: Caller, tmp_path: Path, story: Path) -> None:
    called = call("report", story, "-o", f"{tmp_path}/out/", "--format", "csv")
    assert called.code == 2
    assert "Only html is written to a folder; for csv, name a file." in called.err
    assert not (tmp_path / "out").exists()


def test_a_folder_named_like_a_format_is_a_folder(
    call: Caller, tmp_path: Path, story: Path
) -> None:
    assert call("report", story, "-o", f"{tmp_path}/out.md/").code == 0
    assert (tmp_path / "out.md" / "index.html").is_file()


def test_who_gets_a_very_long_page_is_told_of_pages(
    call: Caller, tmp_path: Path, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.html"
    assert "FOLDER" not in call("report", story, "-o", page).err
    monkeypatch.setattr(cli, "_MANY_CLAIMS", 1)
    called = call("report", story, "-o", page)
    assert called.code == 0
    hint = "2 claims are many for one page; -o FOLDER/ writes a page a story and an index"
    assert called.err.count(hint) == 1
    assert hint not in call("report", story, "-q", "-o", page).err
    assert hint not in call("report", story, "-o", tmp_path / "page.csv").err
    assert page.is_file()


def test_a_csv_in_a_file_says_that_it_is_utf8_and_one_in_a_pipe_does_not(
    call: Caller, tmp_path: Path, story: Path
) -> None:
    call("report", story, "-o", tmp_path / "claims.csv")
    printed = call("report", story, "--format", "csv").out
    assert (tmp_path / "claims.csv").read_text(encoding="utf-8") == f"\ufeff{printed}"
    call("report", story, "-o", tmp_path / "claims.md")
    assert not (tmp_path / "claims.md").read_text(encoding="utf-8").startswith("\ufeff")
