"""The command line: what it prints, how it ends, and where results go."""

from __future__ import annotations

import json
import os
import pty
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from attrib.check.formats import DIAGNOSTIC_FORMATS
from calling import FAULTY, PLAIN, Called, Caller, lines_of, put, spawn

ROOT = Path(__file__).parent.parent


# How a command ends


def test_processes_end_with_the_codes_of_the_contract(tmp_path: Path) -> None:
    put(tmp_path, "plain.txt", PLAIN)
    put(tmp_path, "faulty.txt", FAULTY)
    assert spawn("check", "plain.txt", cwd=tmp_path) == Called(0, "", "")
    faulty = spawn("check", "faulty.txt", cwd=tmp_path)
    assert (faulty.code, faulty.err) == (1, "")
    assert lines_of(faulty.out)[0].startswith("faulty.txt:1:44: error AT101 ")
    missing = spawn("check", "gone.txt", "faulty.txt", cwd=tmp_path)
    assert missing.code == 2
    assert missing.out == faulty.out
    assert missing.err == "attrib: gone.txt: is not there; check the path\n"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 1),
        (("--fail-on", "error"), 1),
        (("--fail-on", "info"), 1),
        (("--fail-on", "never"), 0),
        (("--ignore", "AT101"), 0),
        (("--select", "AT5"), 0),
        (("--select", "AT1,AT5"), 1),
        (("--min-severity", "error"), 1),
    ],
)
def test_findings_decide_the_code(
    call: Caller, tmp_path: Path, options: tuple[str, ...], code: int
) -> None:
    assert call("check", put(tmp_path, "faulty.txt", FAULTY), *options).code == code


def test_a_warning_fails_only_where_warnings_do(call: Caller, tmp_path: Path) -> None:
    draft = put(tmp_path, "press.txt", "Local media reported that the bridge is too low.")
    shown = call("check", draft)
    assert (shown.code, " warning AT206 " in shown.out) == (0, True)
    assert call("check", draft, "--fail-on", "warning").code == 1
    assert call("check", draft, "--min-severity", "error") == Called(0, "", "")


def test_verify_fails_for_an_altered_quote(call: Caller, tmp_path: Path) -> None:
    release = put(tmp_path, "release.txt", 'Ida Moss said: "The pump was old and it failed."')
    right = put(tmp_path, "right.txt", '"The pump was old and it failed," said Ida Moss.')
    wrong = put(tmp_path, "wrong.txt", '"The pump was new and it failed," said Ida Moss.')
    assert call("verify", right, "--against", release).code == 0
    altered = call("verify", wrong, "--against", release)
    assert (altered.code, "altered" in altered.out) == (1, True)
    gone = call("verify", wrong, "--against", tmp_path / "gone.txt")
    assert (gone.code, "gone.txt: has no text to look in besides the draft" in gone.err) == (
        2,
        True,
    )


def test_verify_says_where_there_is_nothing_to_look_in(call: Caller, tmp_path: Path) -> None:
    draft = put(tmp_path, "draft.txt", 'Ida Moss said: "The pump was old and it failed."')
    other = put(tmp_path, "other.txt", "Nobody said a word about the pump.")
    told = "has no text to look in besides the draft"
    assert told in call("verify", draft, "--against", draft).err
    assert told not in call("verify", draft, "--against", draft, other).err


def test_verify_says_nothing_of_a_draft_that_it_cannot_read(call: Caller, tmp_path: Path) -> None:
    other = put(tmp_path, "other.txt", "Nobody said a word about the pump.")
    gone = call("verify", tmp_path / "gone.txt", "--against", other)
    assert (gone.code, gone.out) == (2, "")
    assert "gone.txt: is not there" in gone.err
    plain = call("verify", other, "--against", other)
    assert (plain.code, plain.out) == (0, "No quotes to look for.\n")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--help",),
        ("check", "--help"),
        ("--version",),
    ],
)
def test_help_is_no_error(call: Caller, arguments: tuple[str, ...]) -> None:
    ended = call(*arguments)
    assert "attrib" in ended.out + ended.err
    assert ended.code == (0 if arguments else 2)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check",), "Name at least one draft"),
        (("report",), "Missing argument 'PATHS...'"),
        (("check", "a.txt", "--colour"), "No such option '--colour'"),
        (("chekc", "a.txt"), "No such command 'chekc'"),
        (("check", "a.txt", "--format", "pdf"), "'pdf' is not one of"),
        (("explain", "AT999"), "There is no check AT999"),
        (("check", "a.txt", "--select", "AT999"), "AT999"),
        (("check", "a.txt", "--rules", "gone"), "gone: is no folder"),
        (("check", "a.txt", "--config", "gone.yaml"), "gone.yaml: cannot be read"),
    ],
)
def test_mistakes_of_usage_end_with_two_and_name_what_is_wrong(
    call: Caller,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    put(tmp_path, "a.txt", FAULTY)
    monkeypatch.chdir(tmp_path)
    ended = call(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert "Traceback" not in ended.err


def test_a_bug_of_ours_ends_with_three_and_keeps_the_draft_to_itself(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = "the minister resigns at noon"

    def fail(*_: object, **__: object) -> None:
        words = secret
        raise RuntimeError(words)

    monkeypatch.setattr("attrib.desks.check_drafts", fail)
    ended = call("check", put(tmp_path, "draft.txt", f"{secret.capitalize()}."))
    assert (ended.code, ended.out) == (3, "")
    (line,) = lines_of(ended.err)
    assert line.startswith("attrib: this is a bug of attrib")
    saved = Path(line.partition("the traceback is in ")[2])
    assert saved.is_relative_to(tmp_path / "config")
    text = saved.read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert "test_cli.py" in text
    assert secret not in text
    assert stat.S_IMODE(saved.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600


def test_an_interrupt_ends_with_130(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("attrib.desks.check_drafts", interrupt)
    assert call("check", put(tmp_path, "draft.txt", PLAIN)).code == 130


# Where results go


def test_a_report_into_a_pipe_is_the_page_itself(call: Caller, tmp_path: Path) -> None:
    ended = call("report", put(tmp_path, "plain.txt", PLAIN))
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("report.html", "<!doctype html>"),
        ("report.JSON", '{\n  "schema": "attrib.analysis/1"'),
        ("report.csv", "\ufeffid,article,"),
        ("report.txt", "The bridge was shut"),
        ("report", "<!doctype html>"),
    ],
)
def test_the_suffix_of_the_file_chooses_the_format(
    call: Caller, tmp_path: Path, name: str, start: str
) -> None:
    article = put(tmp_path, "plain.txt", PLAIN)
    ended = call("report", article, "-o", tmp_path / name)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == f"{tmp_path / name}\n"
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert call("report", article, "-o", tmp_path / name, "-q") == Called(0, "", "")


def test_a_folder_that_is_not_there_is_told_before_the_work(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("attrib.ingest.read_paths", lambda *_, **__: pytest.fail("was read"))
    article = put(tmp_path, "plain.txt", PLAIN)
    for command in (("report", "-o"), ("check", "--output")):
        ended = call(command[0], article, command[1], tmp_path / "none" / "report.html")
        assert ended.code == 2
        assert ended.err == (
            f"attrib: {tmp_path}/none/report.html: cannot be written: its folder is not there\n"
        )


def test_a_report_holds_the_findings_of_the_checks_unless_told_not_to(
    call: Caller, tmp_path: Path
) -> None:
    press = put(tmp_path, "press.txt", "Local media reported that the bridge is too low.")
    found = json.loads(call("report", press, "--format", "json").out)
    assert [item["code"] for item in found["diagnostics"]] == ["AT206"]
    bare = json.loads(call("report", press, "--format", "json", "--no-checks").out)
    assert (bare["diagnostics"], bare["checks"]) == ([], [])
    assert bare["claims"] == found["claims"]


def test_a_report_that_cannot_be_finished_leaves_the_old_one(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = put(tmp_path, "report.json", "old")
    article = put(tmp_path, "plain.txt", PLAIN)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    ended = call("report", article, "-o", old)
    assert ended.code == 2
    assert ended.err == f"attrib: {old}: cannot be written: No space left on device\n"
    assert old.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plain.txt", "report.json"]


def test_findings_go_into_a_file_as_they_would_be_printed(call: Caller, tmp_path: Path) -> None:
    draft = put(tmp_path, "faulty.txt", FAULTY)
    for format_ in DIAGNOSTIC_FORMATS:
        printed = call("check", draft, "--format", format_)
        written = call("check", draft, "--format", format_, "--output", tmp_path / "found")
        assert (written.code, written.out) == (1, "")
        assert (tmp_path / "found").read_text(encoding="utf-8") == printed.out


def test_a_draft_may_come_through_a_pipe(call: Caller) -> None:
    piped = call("check", "-", "--format", "concise", stdin=FAULTY.encode())
    assert piped.code == 1
    assert piped.out.startswith("-:1:44: error AT101 ")
    page = f"<p>It rained.</p>\n<p>{FAULTY}</p>".encode()
    named = call(
        "check", "-", "--stdin-filename", "desk/draft.html", "--format", "concise", stdin=page
    )
    assert named.out.startswith("desk/draft.html:2:47: error AT101 ")
    assert call("check", "-", stdin=b"").code == 0


def run_on_terminal(folder: Path, **environment: str) -> str:
    """What `attrib check` writes where standard output is a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "attrib", "check", "faulty.txt"],
        stdout=theirs,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**os.environ, **environment},
    ) as process:
        os.close(theirs)
        parts: list[bytes] = []
        while True:
            try:
                parts.append(os.read(ours, 4096))
            except OSError:  # Linux tells the end of a terminal so.
                break
            if not parts[-1]:
                break
        assert process.wait(60) == 1
    os.close(ours)
    return b"".join(parts).decode("utf-8")


def test_colour_is_for_terminals_and_not_for_those_who_refuse_it(tmp_path: Path) -> None:
    put(tmp_path, "faulty.txt", FAULTY)
    assert "\x1b[" in run_on_terminal(tmp_path, NO_COLOR="")
    refused = run_on_terminal(tmp_path, NO_COLOR="1")
    assert "AT101" in refused
    assert "\x1b" not in refused


# Around the commands


def test_settings_in_force_are_shown(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = put(tmp_path, "attrib.yaml", "fail-on: never\nignore: [AT101]\n")
    monkeypatch.chdir(tmp_path)
    ended = call("check", "--show-settings", "--select", "at5,AT7")
    assert ended.code == 0
    assert lines_of(ended.out)[0] == f"# from {file}"
    assert 'fail_on: "never"' in lines_of(ended.out)
    assert 'select: ["AT5", "AT7"]' in lines_of(ended.out)


def test_more_is_said_to_those_who_ask(call: Caller, tmp_path: Path) -> None:
    ended = call("check", put(tmp_path, "plain.txt", PLAIN), "-v")
    assert ended.err.startswith("attrib: articles: 1; settings of no file; rules sha256:")


def test_explain_tells_why_a_check_exists_by_code_or_name(call: Caller) -> None:
    by_code = call("explain", "at101")
    assert by_code.code == 0
    assert lines_of(by_code.out)[0].startswith("AT101 bare-source (error")
    assert call("explain", "bare-source") == by_code
    assert "Attribution strength, 0 to 100" in call("explain", "strength").out


def test_rules_are_listed_and_validated(call: Caller) -> None:
    listed = call("rules", "list")
    assert listed.code == 0
    assert any(line.startswith("AT101 ") for line in lines_of(listed.out))
    assert "all valid" in call("rules", "validate").out


def test_a_rule_whose_example_does_not_come_out_is_named(call: Caller, tmp_path: Path) -> None:
    rule = """
- id: cues.verbs.house
  kind: verb
  stance: asserts
  commitment: 6
  lemmas: [burble]
  why: A word of this house.
  origin: {code: attrib}
  examples: {match: ["He [gurgled] that it was late."], skip: ["The brook burbled."]}
"""
    put(tmp_path, "en/cues/house.yaml", rule)
    ended = call("rules", "test", "--rules", tmp_path)
    assert ended.code == 2
    assert "cues.verbs.house: did not match: He [gurgled] that it was late." in lines_of(ended.out)


def test_the_examples_need_no_option(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report leaves the draft out, the check on it finds it."""
    monkeypatch.chdir(ROOT)
    rows = [json.loads(row) for row in lines_of(call("extract", "examples").out)]
    assert {row["article_path"] for row in rows} == {
        "examples/capital-dispatch.txt",
        "examples/ellary-courier.txt",
        "examples/northern-ledger.md",
        "examples/skerra-post.html",
    }
    found = call("check", "examples/draft", "--format", "concise")
    assert found.code == 1
    assert all(
        line.startswith("examples/draft/ferry-one-week-on.md:") for line in lines_of(found.out)
    )
