"""What becomes of bad input: one line, exit code 2, and the other files are done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from calling import FAULTY, PLAIN, Called, Caller, lines_of, put

ROOT = Path(__file__).parent.parent


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_done(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = put(tmp_path, "locked.txt", PLAIN)
    put(tmp_path, "faulty.txt", FAULTY)
    opened = Path.open

    def refuse(path: Path, *arguments: object, **options: object) -> object:
        # Permissions would not stop a test that runs as root.
        if path == locked:
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    ended = call("check", tmp_path, "--format", "concise")
    assert ended.code == 2
    assert ended.err == f"attrib: {locked}: cannot be read: Permission denied\n"
    assert len(lines_of(ended.out)) == 1


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("empty.txt", b"", 0, "is empty"),
        ("blank.md", b" \n\n\t\n", 0, "is empty"),
        ("empty.html", b"<html><body></body></html>", 0, "holds no text"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 2, "is a binary file"),
        ("latin.txt", "The café is shut, the owner said.".encode("cp1252"), 0, "windows-1252"),
        ("half.txt", b"\xef\xbb\xbfThe board said \xff\xfe so.", 2, "not valid UTF-8"),
        ("letter.docx", b"PK\x03\x04", 2, "has a suffix attrib does not read"),
        ("lines.jsonl", b'{"text": "One."}\n{"text": ', 2, "lines.jsonl:2"),
    ],
)
def test_bad_files_get_one_line_each(
    call: Caller, tmp_path: Path, name: str, content: bytes, code: int, said: str
) -> None:
    ended = call("check", put(tmp_path, name, content))
    assert (ended.code, ended.out) == (code, "")
    (line,) = lines_of(ended.err)
    assert line.startswith(f"attrib: {tmp_path / name}")
    assert said in line


def test_broken_markup_is_read_as_far_as_it_goes(call: Caller, tmp_path: Path) -> None:
    broken = f"<html><body><div <p><b>{FAULTY}</i></p><p>Then <a href='x>nothing closes.<table"
    ended = call("check", put(tmp_path, "broken.html", broken), "--format", "concise")
    assert (ended.code, ended.err) == (1, "")
    assert " error AT101 " in ended.out


def test_ten_megabytes_on_one_line_are_passed_over_and_said_so(
    call: Caller, tmp_path: Path
) -> None:
    endless = "The board said that the pump had failed and that " * 200_000
    ended = call("check", put(tmp_path, "long.txt", f"{endless}it rained."))
    assert (ended.code, ended.out) == (0, "")
    (line,) = lines_of(ended.err)
    assert "was passed over" in line


@pytest.mark.parametrize("mark", ["a", '"'])
def test_ten_megabytes_of_one_character_stop_nobody(
    call: Caller, tmp_path: Path, mark: str
) -> None:
    ended = call("check", put(tmp_path, "long.txt", mark * 10_000_000))
    assert (ended.code, ended.out) == (0, "")
    assert len(lines_of(ended.err)) <= 1


def test_an_article_without_any_attribution_has_a_report(call: Caller, tmp_path: Path) -> None:
    article = put(tmp_path, "rain.txt", "It rained on Monday. The river rose by a metre.")
    ended = call("report", article, "--format", "text")
    assert (ended.code, ended.err) == (0, "")
    assert "1 article" in ended.out
    rows = [json.loads(row) for row in lines_of(call("extract", article).out)]
    assert [row["voice"] for row in rows] == ["own", "own"]
    assert call("check", article) == Called(0, "", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ignore: []\ncolour: red\n", "attrib.yaml:2:1: unknown key 'colour'"),
        ("ignore: []\nignore: []\n", "attrib.yaml:2:1: the key 'ignore' stands here twice"),
        ("ignore: AT101\n", "attrib.yaml:1:9: expected a list"),
        ("ignore: [\n", "attrib.yaml:2:1: is not valid YAML"),
        ("select: " + "[" * 100_000, "attrib.yaml:1:58: is nested too deeply"),
        ("size_limit: many\n", "attrib.yaml:1:13: expected a whole number, not 'many'"),
    ],
)
def test_settings_with_a_mistake_name_the_place(
    call: Caller, tmp_path: Path, text: str, said: str
) -> None:
    draft = put(tmp_path, "draft.txt", FAULTY)
    put(tmp_path, "attrib.yaml", text)
    ended = call("check", draft)
    assert (ended.code, ended.out) == (2, "")
    assert len(lines_of(ended.err)) == 1
    assert ended.err.startswith(f"attrib: {tmp_path}/{said}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- id: x\n  kind: verb\n  colour: red\n", "mine.yaml:3:3: unknown key 'colour'"),
        ("- id: x\n  id: y\n", "mine.yaml:2:3: the key 'id' stands here twice"),
        ("- id: x\n", "mine.yaml:1:3: the key 'kind' is missing"),
        ("id: x\n", "mine.yaml:1:1: expected a list of entries"),
        ("- id: x\n  kind: adverbial\n", "mine.yaml:2:9: expected one of verb, noun"),
    ],
)
def test_rules_with_a_mistake_name_the_place(
    call: Caller, tmp_path: Path, text: str, said: str
) -> None:
    draft = put(tmp_path, "draft.txt", FAULTY)
    put(tmp_path, "house/en/cues/mine.yaml", text)
    for command in (("check", draft), ("rules", "validate")):
        ended = call(*command, "--rules", tmp_path / "house")
        assert (ended.code, ended.out) == (2, "")
        assert len(lines_of(ended.err)) == 1
        assert ended.err.startswith(f"attrib: {tmp_path}/house/en/cues/{said}")


def test_files_nested_without_end_are_told(call: Caller, tmp_path: Path) -> None:
    draft = put(tmp_path, "draft.txt", FAULTY)
    config = put(tmp_path, "deep.toml", "[tool.attrib]\nselect = " + "[" * 100_000)
    ended = call("check", draft, "--config", config)
    assert ended == Called(2, "", f"attrib: {config}: is nested too deeply\n")
    beside = put(tmp_path, "draft.txt.attrib.yaml", "[" * 100_000)
    ended = call("check", draft, "--format", "concise")
    assert (ended.code, ended.err) == (2, f"attrib: {beside}:1: is nested too deeply\n")
    assert "AT101" in ended.out
