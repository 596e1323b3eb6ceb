"""Each file has the settings nearest upwards from it, in whatever order the files are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from attrib.errors import SettingsError
from attrib.nearest import Nearest
from calling import FAULTY, Caller, put


@pytest.fixture
def desks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "attrib.yaml", "ignore: [AT501]\n")
    put(tmp_path, "sub/attrib.yaml", "severity: {AT101: warning}\nexclude: [old/]\n")
    put(tmp_path, "top.txt", f"{FAULTY}\n")
    put(tmp_path, "sub/in.txt", f"{FAULTY} It rained.\n")
    put(tmp_path, "sub/deep/in.txt", f"{FAULTY} It hailed.\n")
    put(tmp_path, "sub/old/in.txt", f"{FAULTY} It snowed.\n")
    return tmp_path


SHOWN = ["sub/deep/in.txt warning", "sub/in.txt warning", "top.txt error"]


def shown(call: Caller, *arguments: str, code: int = 1, stdin: bytes = b"") -> list[str]:
    told = call("check", *arguments, "--format", "concise", stdin=stdin)
    assert told.code == code, told
    lines = (line.split() for line in told.out.splitlines())
    return [f"{line[0].split(':')[0]} {line[1]}" for line in lines]


def test_the_order_of_the_paths_changes_nothing(call: Caller, desks: Path) -> None:
    assert shown(call, ".") == SHOWN
    assert shown(call, "top.txt", "sub") == shown(call, "sub", "top.txt") == SHOWN
    assert shown(call, "sub/in.txt", code=0) == ["sub/in.txt warning"]
    assert desks.is_dir()


def test_a_file_is_left_out_by_its_own_settings_and_read_where_it_is_named(
    call: Caller, desks: Path
) -> None:
    assert shown(call, "sub/old/in.txt", code=0) == ["sub/old/in.txt warning"]
    assert shown(call, "sub/old", code=0) == ["sub/old/in.txt warning"]
    assert shown(call, "**/in.txt", code=0) == SHOWN[:2]
    put(desks, "attrib.yaml", "exclude: [deep/]\n")
    assert shown(call, ".") == SHOWN[1:]


def test_the_name_of_standard_input_finds_its_settings(call: Caller, desks: Path) -> None:
    named = ("-", "--stdin-filename", "sub/new.txt")
    assert shown(call, *named, code=0, stdin=FAULTY.encode()) == ["sub/new.txt warning"]
    assert shown(call, "-", stdin=FAULTY.encode()) == ["- error"]
    told = call("check", *named, "--show-settings").out
    assert told.startswith(f"# from {desks / 'sub' / 'attrib.yaml'}\n")


def test_what_fails_and_what_is_shown_goes_by_file(call: Caller, desks: Path) -> None:
    put(desks, "sub/attrib.yaml", "severity: {AT101: warning}\nfail_on: warning\n")
    put(desks, "attrib.yaml", "fail_on: never\n")
    assert "top.txt error" in shown(call, "top.txt", "sub/in.txt")
    put(desks, "sub/attrib.yaml", "severity: {AT101: warning}\nmin_severity: error\n")
    assert shown(call, "top.txt", "sub/in.txt", code=0) == ["top.txt error"]
    assert shown(call, "top.txt", "sub/in.txt", "--min-severity", "info", code=0) == [
        "sub/in.txt warning",
        "top.txt error",
    ]


def test_each_has_its_baseline_and_two_may_share_one(call: Caller, desks: Path) -> None:
    put(desks, "sub/attrib.yaml", "baseline: known.json\n")
    assert call("check", "sub", "--write-baseline", "sub/known.json").code == 0
    assert shown(call, ".") == ["top.txt error"]
    assert call("check", ".", "--write-baseline", "all.json").code == 0
    assert shown(call, ".", "--baseline", "all.json", code=0) == []
    put(desks, "top.txt", "It rained.\n")
    put(desks, "sub/in.txt", "It hailed.\n")
    assert call("check", ".", "--baseline", "all.json", "--prune-baseline").code == 0
    pruned = (desks / "all.json").read_text(encoding="utf-8")
    assert [name in pruned for name in ("top.txt", "sub/in.txt", "sub/deep/in.txt")] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sizelimit: 1\n", "attrib.yaml:1:1: unknown key 'sizelimit'"),
        ("ignore: [AT999]\n", "attrib.yaml:1:10: ignore: there is no check 'AT999'"),
        ('exclude: ["[a"]\n', "attrib.yaml:1:11: exclude: not a pattern"),
        ("rules: nowhere\n", "attrib.yaml:1:8: rules: "),
        ("decisions: no.yaml\n", "attrib.yaml:1:12: decisions: "),
        ("baseline: no.json\n", "attrib.yaml:1:11: baseline: "),
    ],
)
def test_a_mistake_in_the_settings_of_some_files_stops_no_others(
    call: Caller, desks: Path, text: str, words: str
) -> None:
    file = put(desks, "sub/attrib.yaml", text)
    for paths in (("top.txt", "sub/in.txt"), ("sub/in.txt", "top.txt"), (".",)):
        told = call("check", *paths, "--format", "concise")
        assert (told.code, told.err.count("\n")) == (2, 1)
        assert told.err.startswith(f"attrib: {file.parent}/{words}")
        assert "top.txt:1:" in told.out
    alone = call("check", "sub/in.txt")
    assert (alone.code, alone.err.count("\n")) == (2, 1)
    assert words in alone.err


def test_one_analysis_has_one_settings_file_and_says_whose_others_are(
    call: Caller, desks: Path
) -> None:
    put(desks, "sub/attrib.yaml", 'outlets: {"*.txt": The Gazette}\n')
    told = call("extract", "sub/in.txt", "top.txt", "--format", "json")
    assert told.code == 0
    assert told == call("extract", "top.txt", "sub/in.txt", "--format", "json")
    assert told.err.count("\n") == 1
    assert f"({desks}/sub/attrib.yaml)" in told.err
    assert f"all else is of {desks}/attrib.yaml" in told.err
    assert call("extract", "sub/in.txt", "sub/deep").err == ""
    assert call("extract", "sub/in.txt", "top.txt", "-q").err == ""


def test_lookups_are_kept_and_so_are_mistakes(desks: Path) -> None:
    nearest = Nearest(said={"profile": "ap", "select": None})
    found = nearest.of("sub/deep/in.txt")
    assert found is nearest.at(desks / "sub")
    assert (found.profile, found.overlaid) == ("ap", frozenset({"profile"}))
    assert nearest.of(None).file == desks / "attrib.yaml"
    put(desks, "broken/pyproject.toml", "[tool.attrib]\nx = 1\n")
    for _ in range(2):
        with pytest.raises(SettingsError, match="unknown key 'x'"):
            nearest.at(desks / "broken" / "below")
    config = Nearest(desks / "sub" / "attrib.yaml")
    assert config.of("top.txt").file == desks / "sub" / "attrib.yaml"
