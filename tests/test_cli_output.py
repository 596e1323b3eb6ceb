"""Where results go: never over what was read, into pipes, and what happens when that fails."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from calling import FAULTY, PLAIN, Called, Caller, lines_of, put

REFUSED = "is read in this run and would be lost; write to another file"
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="there is no such device there")


def shell(line: str, cwd: Path) -> Called:
    """A line of bash; "$attrib" starts the command line."""
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; attrib='{sys.executable} -m attrib'; {line}"],
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "HOME": str(cwd / "home")},
        timeout=300,
    )
    return Called(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "draft.txt", "--output", "draft.txt"),
        ("check", "draft.txt", "--write-baseline", "draft.txt"),
        ("check", ".", "--output", "./draft.txt"),
        ("check", "other.txt", "--with", "draft.txt", "--output", "link"),
        ("report", "draft.txt", "-o", "draft.txt"),
        ("report", "*.txt", "-o", "draft.txt"),
        ("check", "draft.txt", "--output", "draft.txt.attrib.yaml"),
        ("check", "draft.txt", "--output", "attrib.yaml"),
        ("check", "draft.txt", "--write-baseline", "attrib.yaml"),
        ("check", "draft.txt", "--output", "known.json"),
        ("check", "old.docx", "--output", "old.docx"),
    ],
)
def test_what_is_read_is_never_written_over(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("draft.txt", "other.txt", "old.docx"):
        put(tmp_path, name, FAULTY)
    put(tmp_path, "draft.txt.attrib.yaml", "[]\n")
    put(tmp_path, "attrib.yaml", "baseline: known.json\n")
    put(tmp_path, "known.json", '{"schema": "attrib.baseline/1", "files": {}}')
    (tmp_path / "link").symlink_to("draft.txt")
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    ended = call(*arguments)
    target = Path(arguments[-1])
    assert (ended.code, ended.out, ended.err) == (2, "", f"attrib: {target}: {REFUSED}\n")
    after = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    assert after == before


def test_what_is_not_read_is_written_over(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "in/draft.txt", FAULTY)
    put(tmp_path, "attrib.yaml", "baseline: known.json\n")
    for _ in range(2):
        assert call("check", "in", "--write-baseline", "known.json").code == 0
        assert call("check", "in", "--output", "found.txt").code == 0
        assert call("report", "in", "-o", "report.md", "-q").code == 0


def test_a_draft_on_standard_input_is_never_written_over(tmp_path: Path) -> None:
    put(tmp_path, "draft.txt", FAULTY)
    ended = shell("$attrib check - --output draft.txt < draft.txt", tmp_path)
    assert (ended.code, ended.err) == (2, f"attrib: draft.txt: {REFUSED}\n")
    assert (tmp_path / "draft.txt").read_text(encoding="utf-8") == FAULTY


@pytest.mark.parametrize("option", ["--output", "--write-baseline"])
def test_no_folder_and_no_empty_name_is_written_to(
    call: Caller, tmp_path: Path, option: str
) -> None:
    draft = put(tmp_path, "draft.txt", FAULTY)
    for name in (str(tmp_path), ""):
        ended = call("check", draft, option, name)
        assert ended.code == 2
        assert ended.err.endswith("cannot be written: it is a folder; name a file\n")
    assert call("report", draft, "-o", "").code == 2


def test_findings_go_into_a_pipe_that_is_named(tmp_path: Path) -> None:
    put(tmp_path, "draft.txt", FAULTY)
    os.mkfifo(tmp_path / "pipe")
    ended = shell(
        "cat pipe > got & $attrib check draft.txt --format concise --output pipe; code=$?; wait;"
        " exit $code",
        tmp_path,
    )
    assert (ended.code, ended.err) == (1, "")
    assert "AT101" in (tmp_path / "got").read_text(encoding="utf-8")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    through = shell("$attrib check draft.txt --output >(cat > got2); code=$?; wait", tmp_path)
    assert through.err == ""


@needs_full
@pytest.mark.parametrize(
    "command", ["check draft.txt", "check draft.txt --format sarif", "extract draft.txt"]
)
def test_a_full_disk_is_told_as_such(tmp_path: Path, command: str) -> None:
    put(tmp_path, "draft.txt", FAULTY)
    ended = shell(f"$attrib {command} > {FULL}", tmp_path)
    assert ended.code == 2
    assert ended.err == "attrib: standard output: cannot be written: No space left on device\n"


@needs_full
def test_help_on_a_full_disk_and_problems_on_one(tmp_path: Path) -> None:
    assert shell(f"$attrib --help > {FULL}", tmp_path) == Called(
        2, "", "attrib: No space left on device\n"
    )
    assert shell(f"$attrib check gone.txt 2> {FULL}", tmp_path) == Called(2, "", "")


def test_closed_streams_are_told(tmp_path: Path) -> None:
    put(tmp_path, "draft.txt", FAULTY)
    no_input = shell("$attrib check - <&-", tmp_path)
    assert no_input.code == 2
    assert lines_of(no_input.err) == [
        "attrib: -: stands for standard input, and there is none here; name a file"
    ]
    no_output = shell("$attrib check draft.txt >&-", tmp_path)
    assert no_output.code == 2
    assert no_output.err == "attrib: standard output: cannot be written: it is closed\n"
    assert shell("$attrib check draft.txt 2>&-", tmp_path).code == 1


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("--help", 0),
        ("explain AT101", 0),
        ("rules list", 0),
        ("report plain.txt --format text", 0),
        ("check faulty.txt --fail-on never", 0),
        ("check plain.txt", 0),
        ("check faulty.txt", 1),
        ("check faulty.txt gone.txt", 2),
        ("explain nothing", 2),
        ("check faulty.txt --select nothing", 2),
    ],
)
def test_a_reader_that_goes_away_changes_no_exit_code(
    tmp_path: Path, command: str, code: int
) -> None:
    put(tmp_path, "plain.txt", PLAIN)
    put(tmp_path, "faulty.txt", FAULTY)
    for both in ("", "2>&1"):
        ended = shell(f"$attrib {command} {both} | true", tmp_path)
        assert ended.code == code
        assert "Traceback" not in ended.err
        assert "Broken" not in ended.err


def test_a_file_of_any_name_gets_one_line(call: Caller, tmp_path: Path) -> None:
    put(tmp_path, "two\nlines\x1b[2J\u2028.txt", "")
    ended = call("check", tmp_path)
    assert ended.err == f"attrib: {tmp_path}/two\\nlines\\x1b[2J\\u2028.txt: is empty\n"
    ended = call("check", tmp_path, "--decisions", "no\nfile")
    assert ended.err == "attrib: no\\nfile: cannot be read: No such file or directory\n"


def test_settings_of_no_folder_that_is_read_are_written_over(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "a.md", PLAIN)
    put(tmp_path, "desk/b.md", f"{PLAIN} It rained.")
    put(tmp_path, "desk/known.json", '{"schema": "attrib.baseline/1", "files": {}}')
    for settings in ("baseline: known.json\n", "ignore: [\n"):
        file = put(tmp_path, "desk/attrib.yaml", settings)
        for target in ("desk/attrib.yaml", "desk/known.json"):
            if settings == "ignore: [\n" and target == "desk/known.json":
                continue
            ended = call("check", ".", "--output", target)
            assert (ended.code, "would be lost" in ended.err) == (2, True), (target, ended)
        assert file.read_text(encoding="utf-8") == settings
    ended = call("check", ".", "-q", "--write-baseline", "desk/attrib.yaml")
    assert "would be lost" in ended.err
