"""Files and folders that a half-written report never replaces, and that are no other's."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from attrib.errors import InputError
from attrib.writing import (
    means_folder,
    refuse_inputs,
    require_file,
    require_folder,
    require_ours,
    write_folder,
    write_text,
)

SIGNED = "<!-- ours -->\n"
OLD = {"index.html": f"old {SIGNED}", "gone.html": f"old {SIGNED}"}
NEW = {"index.html": f"new {SIGNED}", "other.html": f"new {SIGNED}"}


def read_all(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}


def test_folder_is_made(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", NEW, SIGNED)
    assert read_all(tmp_path / "out") == NEW
    assert [item.name for item in tmp_path.iterdir()] == ["out"]
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) & 0o700 == 0o700


def test_an_older_report_is_replaced_as_a_whole(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", OLD, SIGNED)
    (tmp_path / "out").chmod(0o750)
    write_folder(tmp_path / "out", NEW, SIGNED)
    assert read_all(tmp_path / "out") == NEW
    assert [item.name for item in tmp_path.iterdir()] == ["out"]
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o750


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write_folder(tmp_path / "out", NEW, SIGNED)
    assert read_all(tmp_path / "out") == NEW


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", "mine"),
        ("index.html", "<p>mine</p>"),
        (".hidden", ""),
        ("decisions.yaml", "x"),
    ],
)
def test_what_is_not_ours_is_never_touched(tmp_path: Path, name: str, content: str) -> None:
    write_folder(tmp_path / "out", OLD, SIGNED)
    (tmp_path / "out" / name).write_text(content, encoding="utf-8")
    before = read_all(tmp_path / "out")
    with pytest.raises(InputError, match=f"holds {name}, which is no page of a report"):
        write_folder(tmp_path / "out", NEW, SIGNED)
    assert read_all(tmp_path / "out") == before


def test_a_folder_in_it_and_a_link_are_not_ours(tmp_path: Path) -> None:
    write_folder(tmp_path / "ours", OLD, SIGNED)
    (tmp_path / "one" / "inner").mkdir(parents=True)
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "index.html").symlink_to(tmp_path / "ours" / "index.html")
    for name in ("one", "two"):
        with pytest.raises(InputError, match="which is no page"):
            require_ours(tmp_path / name, SIGNED)


def test_what_a_desktop_leaves_is_kept(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", OLD, SIGNED)
    (tmp_path / "out" / ".DS_Store").write_text("icons", encoding="utf-8")
    write_folder(tmp_path / "out", NEW, SIGNED)
    assert read_all(tmp_path / "out") == {**NEW, ".DS_Store": "icons"}


def test_a_file_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="is a file"):
        write_folder(tmp_path / "out", NEW, SIGNED)
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_its_own_folder_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="its folder is not there"):
        write_folder(tmp_path / "none" / "out", NEW, SIGNED)


def test_the_folder_one_stands_in_is_not_swapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="is the folder you are in"):
        write_folder(Path(), NEW, SIGNED)


def test_a_linked_folder_stays_linked(tmp_path: Path) -> None:
    write_folder(tmp_path / "real", OLD, SIGNED)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_folder(tmp_path / "link", NEW, SIGNED)
    assert (tmp_path / "link").is_symlink()
    assert read_all(tmp_path / "real") == NEW


def test_an_old_report_stays_when_the_new_one_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path / "out", OLD, SIGNED)
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name.startswith(".attrib-") and not self.name.endswith("-old"):
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(InputError, match="cannot be written: No space left on device"):
        write_folder(tmp_path / "out", NEW, SIGNED)
    monkeypatch.undo()
    assert read_all(tmp_path / "out") == OLD
    assert [item.name for item in tmp_path.iterdir()] == ["out"]


def test_names_that_mean_a_folder(tmp_path: Path) -> None:
    assert means_folder("out/")
    assert means_folder(str(tmp_path))
    assert not means_folder("out.html")
    assert not means_folder(str(tmp_path / "out"))


def test_a_linked_file_stays_linked_and_keeps_its_rights(tmp_path: Path) -> None:
    real = tmp_path / "real.txt"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    (tmp_path / "in").mkdir()
    link = tmp_path / "in" / "link.txt"
    link.symlink_to("../real.txt")
    write_text(link, "new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(item.name for item in tmp_path.iterdir()) == ["in", "real.txt"]


def test_a_link_that_leads_nowhere_yet_gets_its_file(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to("fresh.txt")
    write_text(link, "new")
    assert link.is_symlink()
    assert (tmp_path / "fresh.txt").read_text(encoding="utf-8") == "new"
    link.unlink()
    link.symlink_to("none/fresh.txt")
    with pytest.raises(InputError, match="its folder is not there"):
        require_folder(link)
    link.unlink()
    link.symlink_to(link)
    with pytest.raises(InputError, match="cannot be written: Too many levels"):
        write_text(link, "new")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes there")
def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_text(pipe, "new")
        assert os.read(reader, 100) == b"new"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [item.name for item in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="there are no such names there")
@pytest.mark.parametrize("name", ["/proc/self/fd/{}", "/dev/fd/{}", "link"])
def test_an_open_file_named_by_its_number_is_added_to(tmp_path: Path, name: str) -> None:
    named = Path(name) if name != "link" else tmp_path / "link"
    with (tmp_path / "out.txt").open("w+", encoding="utf-8") as opened:
        opened.write("head\n")
        opened.flush()
        if name == "link":
            named.symlink_to(f"/proc/self/fd/{opened.fileno()}")
        else:
            named = Path(name.format(opened.fileno()))
        write_text(named, "new\n")
        assert os.path.samestat(os.fstat(opened.fileno()), (tmp_path / "out.txt").stat())
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "head\nnew\n"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="it is a folder; name a file"):
        require_file(tmp_path)
    require_file(tmp_path / "new.txt")


def test_what_is_read_is_not_written_over_by_any_name(tmp_path: Path) -> None:
    draft, other = tmp_path / "draft.txt", tmp_path / "other.txt"
    for file in (draft, other):
        file.write_text("mine", encoding="utf-8")
    (tmp_path / "soft").symlink_to(draft)
    (tmp_path / "hard").hardlink_to(draft)
    for name in ("draft.txt", "soft", "hard"):
        with pytest.raises(InputError, match="is read in this run"):
            refuse_inputs(tmp_path / name, [other, draft])
    refuse_inputs(other, [draft, tmp_path / "gone.txt"])
    refuse_inputs(tmp_path / "gone.txt", [tmp_path / "gone.txt"])
