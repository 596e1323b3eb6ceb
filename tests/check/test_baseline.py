"""The baseline: what was there before is not told again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from attrib.check.baseline import read_baseline
from attrib.errors import SettingsError
from calling import Caller, put

SOURCE = "A source said the ferry would sail."
COUNTED = '{"schema": "attrib.baseline/1", "files": {"a.md": {"AT101": {"f": %s}}}}'
OTHER = "Insiders say the museum will not open in May."


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.md").write_text(SOURCE + "\n", encoding="utf-8")
    return tmp_path


def test_what_is_in_it_is_silent_wherever_it_moves(call: Caller, drafts: Path) -> None:
    assert call("check", "drafts").code == 1
    written = call("check", "drafts", "--write-baseline", "known.json")
    assert (written.code, written.out) == (0, "")
    assert call("check", "drafts", "--baseline", "known.json").code == 0
    draft = drafts / "drafts" / "a.md"
    draft.write_text(f"It rained.\n\n{SOURCE}\n\n{OTHER}\n", encoding="utf-8")
    again = call("check", "drafts", "--baseline", "known.json", "--format", "concise")
    assert (again.code, again.err) == (1, "")
    assert [line.split(": ")[0] for line in again.out.splitlines()] == ["drafts/a.md:5:1"]


def test_the_file_is_sorted_and_holds_no_lines(call: Caller, drafts: Path) -> None:
    (drafts / "drafts" / "b.md").write_text(f"{OTHER}\n", encoding="utf-8")
    call("check", "drafts", "--write-baseline", "one.json")
    call("check", "drafts/b.md", "drafts/a.md", "--write-baseline", "other.json")
    first = (drafts / "one.json").read_text(encoding="utf-8")
    assert first == (drafts / "other.json").read_text(encoding="utf-8")
    written = json.loads(first)
    assert list(written["files"]) == ["drafts/a.md", "drafts/b.md"]
    (count,) = written["files"]["drafts/a.md"]["AT101"].values()
    assert count == 1


def test_paths_count_from_the_file_not_from_where_one_stands(
    call: Caller, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("check", "drafts", "--write-baseline", "known.json")
    monkeypatch.chdir(drafts / "drafts")
    assert call("check", "a.md", "--baseline", "../known.json").code == 0
    assert call("check", drafts / "drafts", "--baseline", drafts / "known.json").code == 0


def test_what_is_gone_is_told_and_pruned_and_other_drafts_are_left_alone(
    call: Caller, drafts: Path
) -> None:
    (drafts / "drafts" / "b.md").write_text(f"{OTHER}\n", encoding="utf-8")
    call("check", "drafts", "--write-baseline", "known.json")
    (drafts / "drafts" / "a.md").write_text("It rained.\n", encoding="utf-8")
    told = call("check", "drafts/a.md", "--baseline", "known.json")
    assert "1 of its findings were not found again" in told.err
    assert call("check", "drafts/b.md", "--baseline", "known.json").err == ""
    call("check", "drafts/a.md", "--baseline", "known.json", "--prune-baseline")
    left = json.loads((drafts / "known.json").read_text(encoding="utf-8"))
    assert list(left["files"]) == ["drafts/b.md"]
    (drafts / "drafts" / "b.md").unlink()
    call("check", "drafts/a.md", "--baseline", "known.json", "--prune-baseline")
    assert json.loads((drafts / "known.json").read_text(encoding="utf-8"))["files"] == {}


def test_pruning_needs_something_to_prune(call: Caller, drafts: Path) -> None:
    told = call("check", "drafts", "--prune-baseline")
    assert told.code == 2
    assert "--baseline" in told.err
    assert drafts.is_dir()


def test_settings_may_name_it(call: Caller, drafts: Path) -> None:
    call("check", "drafts", "--write-baseline", "known.json")
    (drafts / "attrib.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    assert call("check", "drafts").code == 0


def test_sarif_shows_known_and_silenced_findings_as_suppressed(call: Caller, drafts: Path) -> None:
    call("check", "drafts", "--write-baseline", "known.json")
    (drafts / "drafts" / "a.md").write_text(
        f"{SOURCE}\n\n<!-- attrib-disable-next AT101: agreed -->\n{OTHER}\n", encoding="utf-8"
    )
    shown = call("check", "drafts", "--baseline", "known.json", "--format", "sarif")
    assert shown.code == 0
    results = json.loads(shown.out)["runs"][0]["results"]
    assert [result["suppressions"] for result in results] == [
        [{"kind": "inSource", "justification": "agreed"}],
        [{"kind": "external"}],
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "known.json:1:2: is no JSON"),
        ('{"schema":\n  x}', "known.json:2:3: is no JSON"),
        ("[" * 100_000, "is nested too deeply"),
        (b'{"schema": "\xff"}', "is not UTF-8 text"),
        ("[]", "is no baseline: its schema"),
        ('{"schema": "attrib.baseline/2", "files": {}}', "is no baseline: its schema"),
        ('{"schema": "attrib.baseline/1"}', "is no baseline: files"),
        ('{"schema": "attrib.baseline/1", "files": {"a": {"AT101": 1}}}', "is no baseline: files"),
        (COUNTED % "{}", "is no baseline: files"),
        *(
            (COUNTED % wrong, f"a.md, AT101, f: expected a whole number of findings, not {shown}$")
            for wrong, shown in [
                ("-1", "-1"),
                ("1.9", "1.9"),
                ("1e999", "Infinity"),
                ("true", "true"),
                ('"1"', '"1"'),
                ("null", "null"),
            ]
        ),
        (None, "No such file"),
    ],
)
def test_a_broken_one_is_an_error_of_one_line(
    call: Caller, drafts: Path, text: str | bytes | None, message: str
) -> None:
    if text is not None:
        put(drafts, "known.json", text)
    with pytest.raises(SettingsError, match=message):
        read_baseline(drafts / "known.json")
    told = call("check", "drafts", "--baseline", "known.json")
    assert told.code == 2
    assert len(told.err.splitlines()) == 1
    assert "known.json" in told.err


@pytest.mark.parametrize(("count", "known"), [("0", 0), ("1", 1), ("12", 12)])
def test_whole_numbers_are_counts_also_behind_a_byte_order_mark(
    tmp_path: Path, count: str, known: int
) -> None:
    path = put(tmp_path, "known.json", f"\ufeff{COUNTED % count}")
    assert read_baseline(path).counts == {("a.md", "AT101", "f"): known}


@pytest.mark.parametrize(
    "beside",
    [
        ("--baseline", "known.json"),
        ("--prune-baseline",),
        ("--diff", "HEAD"),
        ("--output", "found.txt"),
    ],
)
def test_writing_one_goes_with_nothing_that_it_would_pass_over(
    call: Caller, drafts: Path, beside: tuple[str, ...]
) -> None:
    told = call("check", "drafts", "--write-baseline", "new.json", *beside)
    assert (told.code, told.out) == (2, "")
    assert told.err.splitlines()[-1].endswith(f"tells none; it does not go with {beside[0]}.")
    assert not (drafts / "new.json").exists()


@pytest.mark.parametrize("codes", ["", ",", " , "])
def test_a_selection_of_nothing_is_not_one_of_everything(
    call: Caller, drafts: Path, codes: str
) -> None:
    assert drafts.is_dir()
    told = call("check", "drafts", "--select", codes)
    assert (told.code, told.out) == (2, "")
    assert "--select names no check" in told.err
    assert call("check", "drafts", "--select", "AT101,").code == 1
    assert call("check", "drafts", "--ignore", "").code == 1
    assert call("check", "drafts", "--profile", "").code == 2
