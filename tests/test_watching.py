"""`check --watch`: what sets off another run, and that a half-saved file ends nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from calling import FAULTY, PLAIN, Caller, put

AGAIN = "watching 1 file; Ctrl-C ends it"
Step = Callable[[], object]
Watching = Callable[..., tuple[int, str, str]]


def take_at_pauses(steps: Iterable[Step], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each pause of the watch be one of the steps, and the one after them Ctrl-C."""
    left = iter(steps)

    def pause(_: float) -> None:
        step = next(left, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    monkeypatch.setattr("attrib.watching.time.sleep", pause)


@pytest.fixture
def watched(call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watching:
    """`check a.md --watch` in `tmp_path`, where each pause is one of the steps, and then Ctrl-C."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "a.md", FAULTY)

    def run(*arguments: str | Path, steps: list[Step]) -> tuple[int, str, str]:
        take_at_pauses(steps, monkeypatch)
        ended = call("check", "a.md", "--watch", "--format", "concise", "--no-cache", *arguments)
        return ended.code, ended.out, ended.err

    return run


def test_nothing_runs_again_while_nothing_changes(watched: Watching, tmp_path: Path) -> None:
    code, out, err = watched(steps=[lambda: None, lambda: put(tmp_path, "b.md", PLAIN)])
    assert (code, out.count("AT101"), err.count(AGAIN)) == (130, 1, 1)


def test_half_saved_settings_are_told_and_waited_for(watched: Watching, tmp_path: Path) -> None:
    code, out, err = watched(
        steps=[
            lambda: put(tmp_path, "attrib.yaml", "ignore: [\n"),
            lambda: put(tmp_path, "attrib.yaml", "ignore: [AT101]\n"),
            lambda: put(tmp_path, "attrib.yaml", "ignore: [AT102]\n"),
        ]
    )
    assert code == 130
    assert f"attrib: {tmp_path}/attrib.yaml:2:1: is not valid YAML" in err
    # Not while the file is broken, and not while the check is ignored.
    assert (out.count("AT101"), err.count(AGAIN)) == (2, 4)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("decisions.yaml", "version: 1\ndecisions: ["),
        ("known.json", '{"schema": "attrib.bas'),
        ("house/en/checks/mine.yaml", "- id: AT1"),
        ("pyproject.toml", "[tool.attrib"),
        ("a.md.attrib.yaml", "- {checks: "),
    ],
)
def test_what_is_created_and_mended_sets_off_a_run(
    watched: Watching, tmp_path: Path, name: str, text: str
) -> None:
    put(tmp_path, "decisions.yaml", "version: 1\ndecisions: []\n")
    put(tmp_path, "known.json", '{"schema": "attrib.baseline/1", "files": {}}')
    (tmp_path / "house").mkdir()
    file = tmp_path / name
    whole = file.read_bytes() if file.exists() else b""
    code, out, err = watched(
        "--decisions",
        "decisions.yaml",
        "--baseline",
        "known.json",
        "--rules",
        "house",
        steps=[lambda: put(tmp_path, name, text), lambda: put(tmp_path, name, whole or b"\n")],
    )
    assert code == 130
    assert Path(name).name in err
    assert err.count(AGAIN) == 3
    assert out.count("AT101") >= 1


def test_a_baseline_that_the_settings_come_to_name_is_watched(
    watched: Watching, tmp_path: Path, call: Caller
) -> None:
    call("check", "a.md", "--write-baseline", "known.json")
    known = (tmp_path / "known.json").read_bytes()
    (tmp_path / "known.json").unlink()
    code, out, err = watched(
        steps=[
            lambda: put(tmp_path, "attrib.yaml", "baseline: known.json\n"),
            lambda: put(tmp_path, "known.json", known),
            lambda: put(tmp_path, "attrib.yaml", "\n"),
        ]
    )
    assert (code, out.count("AT101"), err.count(AGAIN)) == (130, 2, 4)
    assert err.count("known.json is not there") == 1


def test_pruning_while_watching_comes_to_rest(watched: Watching, tmp_path: Path) -> None:
    put(
        tmp_path,
        "known.json",
        '{"schema": "attrib.baseline/1", "files": {"a.md": {"AT101": {"x": 1}}}}',
    )
    rest: list[Step] = [lambda: None] * 5
    code, _, err = watched("--baseline", "known.json", "--prune-baseline", steps=rest)
    assert (code, err.count(AGAIN)) == (130, 2)
    assert '"x"' not in (tmp_path / "known.json").read_text(encoding="utf-8")


def test_settings_that_are_wrong_at_the_start_are_an_error(
    watched: Watching, tmp_path: Path
) -> None:
    put(tmp_path, "attrib.yaml", "ignore: [")
    code, out, err = watched(steps=[])
    assert (code, out, len(err.splitlines())) == (2, "", 1)


def test_a_reader_that_goes_away_ends_it(tmp_path: Path) -> None:
    put(tmp_path, "a.md", FAULTY)
    command = [sys.executable, "-m", "attrib", "check", "a.md", "--watch", "--format", "concise"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert b"AT101" in process.stdout.readline()
        process.stdout.close()
        time.sleep(1)
        put(tmp_path, "a.md", f"{FAULTY}\n")
        assert process.wait(timeout=60) == 0


def test_settings_of_each_folder_are_watched_and_loaded_again(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "a.md", FAULTY)
    put(tmp_path, "desk/b.md", f"{FAULTY} It rained.")
    put(tmp_path, "desk/other.yaml", "version: 1\ndecisions: []\n")
    told: list[Step] = [
        # The nearest file is created, is broken, comes to name decisions, and those are broken.
        lambda: put(tmp_path, "desk/attrib.yaml", "ignore: [AT101]\n"),
        lambda: put(tmp_path, "desk/attrib.yaml", "ignore: [\n"),
        lambda: put(tmp_path, "desk/attrib.yaml", "decisions: other.yaml\n"),
        lambda: put(tmp_path, "desk/other.yaml", "version: 1\ndecisions: [\n"),
        lambda: None,
    ]
    take_at_pauses(told, monkeypatch)
    ended = call("check", ".", "--watch", "--format", "concise", "--no-cache")
    found = [line.split(":")[0] for line in ended.out.splitlines() if "AT101" in line]
    assert ended.code == 130
    assert ended.err.count("watching 2 files") == 5
    both = ["a.md", "desk/b.md"]
    assert found == [*both, "a.md", "a.md", *both, "a.md"]
    assert f"{tmp_path}/desk/attrib.yaml:2:1: is not valid YAML" in ended.err
    assert "other.yaml" in ended.err
