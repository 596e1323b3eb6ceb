"""Findings remembered from one run to the next, and drafts shared out among processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from attrib import read
from attrib.cache import FOLDER, open_cache
from attrib.checking import check_corpus
from attrib.records import Article, Checked
from attrib.rulebook import find_rules
from attrib.runs import Manner, check_drafts
from attrib.settings import Settings
from calling import FAULTY, PLAIN, Caller, put

FOLDERS = find_rules()
RULES = FOLDERS.load()
HTML = "<html><body><!-- attrib-disable-next AT502: known -->\n<p>It is understood that {n}.</p>"


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "a.md", f"{FAULTY}\n")
    put(tmp_path, "b.txt", f"{PLAIN}\n")
    put(tmp_path, "c.html", f"{HTML.format(n='he will quit')}<p>{FAULTY} Soon.</p></body></html>")
    return tmp_path


def run(folder: Path, **settings: object) -> Checked:
    return check_drafts(
        read(folder),
        FOLDERS,
        settings=Settings(**settings),  # type: ignore[arg-type]
        manner=Manner(folder / FOLDER),
    )


def refuse(*_: object) -> Checked:
    raise AssertionError("a draft was read anew")


def test_a_second_run_reads_nothing_and_finds_the_same(
    drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(drafts)
    assert first == check_corpus(read(drafts), RULES)
    assert first.suppressed
    assert first.diagnostics
    monkeypatch.setattr("attrib.checking.check_job", refuse)
    assert run(drafts) == first


@pytest.mark.parametrize(
    "settings",
    [
        {"select": ("AT101",)},
        {"ignore": ("AT101",)},
        {"profile": "uk-headline"},
        {"severity": {"AT101": "info"}},
        {"longest_sentence": 20},
    ],
)
def test_other_settings_are_another_key(drafts: Path, settings: dict[str, object]) -> None:
    run(drafts)
    fresh = check_corpus(read(drafts), RULES, settings=Settings(**settings))  # type: ignore[arg-type]
    assert run(drafts, **settings) == fresh


def test_a_changed_draft_is_read_anew_and_the_others_are_not(
    drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(drafts)
    put(drafts, "b.txt", f"{FAULTY} It was late.\n")
    read_anew: list[str | None] = []
    from attrib.checking import Job, Others, check_job

    def watched(job: Job, others: Others, *rest: tuple[()]) -> Checked:
        read_anew.append(Path(job.article.path or "").name)
        return check_job(job, others, *rest)

    monkeypatch.setattr("attrib.checking.check_job", watched)
    found = run(drafts)
    assert read_anew == ["b.txt"]
    assert found == check_corpus(read(drafts), RULES)


def test_other_rules_and_other_articles_beside_are_another_key(drafts: Path) -> None:
    corpus = read(drafts)
    plain, whole = Settings(), Settings(ignore=("AT101",))

    def key(rules: str, settings: Settings, others: tuple[Article, ...]) -> str:
        cache = open_cache(drafts / FOLDER, rules, settings, others)
        return cache.key(corpus.articles[0], plain)

    known = [
        key("sha256:1", plain, ()),
        key("sha256:2", plain, ()),
        key("sha256:1", whole, ()),
        key("sha256:1", plain, corpus.articles[1:]),
    ]
    assert len(set(known)) == len(known)


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"diagnostics": 1}', '{"diagnostics": [{}]}'])
def test_a_broken_entry_counts_as_none(drafts: Path, broken: str) -> None:
    first = run(drafts)
    entries = list((drafts / FOLDER).glob("*/*.json"))
    assert len(entries) == 3
    for entry in entries:
        entry.write_text(broken, encoding="utf-8")
    assert run(drafts) == first


def test_the_folder_is_the_owners_and_git_leaves_it_alone(drafts: Path) -> None:
    run(drafts)
    assert (drafts / FOLDER / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert (drafts / FOLDER).stat().st_mode & 0o077 == 0
    assert (drafts / FOLDER / "CACHEDIR.TAG").exists()


def test_a_file_in_the_place_of_the_folder_stops_nothing(drafts: Path) -> None:
    put(drafts, FOLDER, "no folder")
    assert run(drafts) == check_corpus(read(drafts), RULES)


def test_the_command_line_can_do_without(call: Caller, drafts: Path) -> None:
    first = call("check", ".", "--no-cache", "--format", "json")
    assert not (drafts / FOLDER).exists()
    assert call("check", ".", "--format", "json").out == first.out
    assert (drafts / FOLDER).exists()
    assert call("check", ".", "--format", "json").out == first.out
    put(drafts, "attrib.yaml", "cache: false\n")
    assert "cache: false" in call("check", ".", "--show-settings").out


def test_what_comes_from_standard_input_is_not_kept(call: Caller, drafts: Path) -> None:
    assert call("check", "-", stdin=FAULTY.encode()).code == 1
    assert list((drafts / FOLDER).glob("*/*.json")) == []


def test_several_processes_find_the_same(tmp_path: Path) -> None:
    for number in range(20):
        put(tmp_path, f"{number}.md", f"{FAULTY if number % 2 else PLAIN} Day {number}.\n")
    corpus = read(tmp_path)
    alone = check_drafts(corpus, FOLDERS, settings=Settings(), manner=Manner())
    assert check_drafts(corpus, FOLDERS, settings=Settings(), manner=Manner(None, 2)) == alone
    assert len(alone.diagnostics) >= 10


def test_a_mistake_in_a_process_is_told_as_a_mistake(call: Caller, tmp_path: Path) -> None:
    for number in range(20):
        put(tmp_path, f"{number}.md", f"{PLAIN} Day {number}.\n")
    called = call("check", tmp_path, "-j", "2", "--select", "AT999", "--no-cache")
    assert called.code == 2
    assert "there is no check 'AT999'" in called.err
    assert "Traceback" not in called.err


def test_a_wrong_setting_is_an_error_also_where_all_is_remembered(
    call: Caller, tmp_path: Path
) -> None:
    draft = put(tmp_path, "a.md", f"{PLAIN}\n")
    assert call("check", draft).code == 0
    for wrong in (("--select", "AT999"), ("--ignore", "AT999"), ("--profile", "nobody")):
        for _ in range(2):
            called = call("check", draft, *wrong)
            assert called.code == 2
            assert called.err.startswith("attrib: there is no ")
    assert call("check", draft, "--rules", tmp_path / "none").code == 2


def test_sarif_tells_the_rules_also_where_all_is_remembered(call: Caller, tmp_path: Path) -> None:
    draft = put(tmp_path, "a.md", f"{FAULTY}\n")
    first, again = (call("check", draft, "--format", "sarif").out for _ in range(2))
    assert first == again
    assert '"AT101"' in first


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent another way there")
def test_watching_checks_again_when_a_draft_changes(tmp_path: Path) -> None:
    draft = put(tmp_path, "a.md", f"{PLAIN}\n")
    out, err = tmp_path / "out", tmp_path / "err"
    with out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-m", "attrib", "check", "a.md", "--watch", "--format", "concise"],
            cwd=tmp_path,
            stdout=stdout,
            stderr=stderr,
            # What runs in the background of a script ignores it, and so would its children.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        try:
            assert _waits_for(err, "watching 1 file", 1)
            assert "AT101" not in out.read_text(encoding="utf-8")
            draft.write_text(f"{FAULTY}\n", encoding="utf-8")
            assert _waits_for(out, "AT101", 1)
            assert _waits_for(err, "watching 1 file", 2)
        finally:
            process.send_signal(signal.SIGINT)
            code = process.wait(timeout=60)
    assert code == 130


def _waits_for(file: Path, words: str, times: int) -> bool:
    for _ in range(600):
        if file.read_text(encoding="utf-8").count(words) >= times:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.usefixtures("drafts")
@pytest.mark.parametrize("arguments", [("-",), ("a.md", "--write-baseline", "b.json")])
def test_watching_goes_with_files_only(call: Caller, arguments: tuple[str, ...]) -> None:
    called = call("check", *arguments, "--watch")
    assert called.code == 2
    assert "--watch goes with files" in called.err
