"""Profiles, severities and overrides: one newsroom's way with the checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from attrib import Settings, article, check
from attrib.errors import SettingsError
from attrib.ingest.patterns import read_exclusions
from attrib.rulebook import load_rulebook
from attrib.rulebook.profiles import apply_levels
from attrib.settings import Override, load_settings
from calling import FAULTY, Caller, put

RULES = load_rulebook()
OWN = """
- id: own
  why: Told otherwise.
  origin: {code: a house}
  changes: [{check: AT101, level: warning, why: Told otherwise.}]
"""


def level_of(code: str, profile: str | None = None, **severity: str) -> str:
    rulebook = apply_levels(RULES, profile, severity)  # type: ignore[arg-type]
    (rule,) = (rule for rule in rulebook.checks if rule.id == code)
    return rule.severity if rule.enabled else "off"


def test_without_profile_or_severity_the_rulebook_is_the_same() -> None:
    assert apply_levels(RULES, None, {}) is RULES


@pytest.mark.parametrize("profile", [profile.id for profile in RULES.profiles])
def test_each_change_of_a_profile_is_made_and_some_change_something(profile: str) -> None:
    (found,) = (item for item in RULES.profiles if item.id == profile)
    for change in found.changes:
        assert level_of(change.check, profile) == change.level
    assert any(level_of(change.check) != change.level for change in found.changes)


def test_severity_goes_over_the_profile_and_a_code_over_its_beginning() -> None:
    assert level_of("AT702", "uk-headline") == "warning"
    assert level_of("AT702", "uk-headline", AT702="info") == "info"
    assert level_of("AT702", None, AT702="info", AT7="warning") == "info"
    assert level_of("AT701", None, AT702="info", AT7="warning") == "warning"
    assert level_of("AT101", None, **{"bare-source": "off"}) == "off"


def test_a_beginning_switches_nothing_on_and_a_code_does() -> None:
    assert level_of("AT506") == "off"
    assert level_of("AT506", None, AT5="error") == "off"
    assert level_of("AT506", None, AT506="info") == "info"


@pytest.mark.parametrize(
    ("profile", "severity", "message"),
    [
        ("nobody", {}, "there is no profile 'nobody'; one of ap, bbc"),
        (None, {"AT999": "info"}, "severity: there is no check 'AT999'"),
    ],
)
def test_what_does_not_exist_is_told(
    profile: str | None, severity: dict[str, str], message: str
) -> None:
    with pytest.raises(SettingsError, match=message):
        apply_levels(RULES, profile, severity)  # type: ignore[arg-type]


def test_overrides_hold_for_their_files_and_the_last_goes_first(tmp_path: Path) -> None:
    settings = put(
        tmp_path,
        "attrib.yaml",
        "severity: {AT101: warning}\n"
        "overrides:\n"
        "  - {files: [opinion/], ignore: [AT1]}\n"
        '  - {files: ["*.raw.md"], severity: {AT101: info}}\n'
        '  - {files: ["b.*"], severity: {AT101: error}}\n',
    )
    for name in ("news/a.md", "opinion/a.md", "news/c.raw.md", "news/b.raw.md"):
        put(tmp_path, name, f"{FAULTY} It rained on {name}.\n")
    found = check(tmp_path, settings=load_settings(config=settings))
    by_name = {
        Path(item.path).relative_to(tmp_path).as_posix(): item.severity
        for item in found
        if item.code == "AT101"
    }
    assert by_name == {"news/a.md": "warning", "news/b.raw.md": "error", "news/c.raw.md": "info"}


def test_overrides_stand_in_toml_too(tmp_path: Path) -> None:
    file = put(
        tmp_path,
        "pyproject.toml",
        '[tool.attrib]\nprofile = "ap"\n[[tool.attrib.overrides]]\nfiles = ["uk/"]\n'
        'profile = "uk-headline"\n',
    )
    settings = load_settings(config=file)
    assert settings.profile == "ap"
    assert settings.overrides == (Override(("uk/",), "uk-headline"),)


def test_the_command_line_takes_a_profile_and_exits_by_its_severities(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "a.md", f"{FAULTY}\n")
    assert call("check", "a.md").code == 1
    put(tmp_path, "attrib.yaml", "severity: {AT101: warning}\n")
    assert call("check", "a.md").code == 0
    assert call("check", "a.md", "--profile", "ap").code == 0
    unknown = call("check", "a.md", "--profile", "nobody")
    assert (unknown.code, "no profile 'nobody'" in unknown.err) == (2, True)
    assert "Traceback" not in unknown.err


def test_a_mistake_in_the_settings_has_its_place(call: Caller, tmp_path: Path) -> None:
    put(tmp_path, "attrib.yaml", "overrides:\n  - files: [a]\n    severty: {AT101: off}\n")
    put(tmp_path, "a.md", f"{FAULTY}\n")
    called = call("check", tmp_path / "a.md")
    assert called.code == 2
    assert "attrib.yaml:3:5: unknown key 'severty'" in called.err


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("ignore: [AT101,\n  AT999]\n", "2:3", "ignore: there is no check 'AT999'"),
        ("select: [AT999]\n", "1:10", "select: there is no check 'AT999'"),
        ("profile: nope\n", "1:10", "profile: there is no profile 'nope'; one of ap"),
        ("severity: {AT999: warning}\n", "1:12", "severity: there is no check 'AT999'"),
        ("overrides: [{files: [x], ignore: [AT999]}]\n", "1:35", "there is no check 'AT999'"),
        ("overrides: [{files: [x], profile: nope}]\n", "1:35", "there is no profile 'nope'"),
        ("overrides:\n  - {files: []}\n", "2:5", "files: [] names no file"),
        ("rules: nowhere\n", "1:8", "rules: {}/nowhere is no folder laid out like rules/"),
        ("baseline: no.json\n", "1:11", "baseline: {}/no.json is not there"),
        ("decisions: no.yaml\n", "1:12", "decisions: {}/no.yaml is not there"),
        ('exclude: [a/, "[z-a"]\n', "1:15", "exclude: not a pattern: no ']' closes the '['"),
        ('exclude: ["[z-a]"]\n', "1:11", "exclude: not a pattern"),
        ('exclude: [""]\n', "1:11", "exclude: an empty pattern matches nothing"),
        ('outlets: {a: A, "[b": B}\n', "1:17", "outlets: not a pattern"),
        ('overrides: [{files: [a, "x["], ignore: []}]\n', "1:25", "overrides: not a pattern"),
    ],
)
def test_what_the_settings_name_in_vain_has_its_place(
    call: Caller, tmp_path: Path, text: str, place: str, words: str
) -> None:
    file = put(tmp_path, "attrib.yaml", text)
    put(tmp_path, "a.md", f"{FAULTY}\n")
    called = call("check", tmp_path / "a.md")
    assert (called.code, called.err.count("\n")) == (2, 1)
    assert called.err.startswith(f"attrib: {file}:{place}: ")
    assert words.format(tmp_path) in called.err


def test_toml_tells_the_key_instead(call: Caller, tmp_path: Path) -> None:
    file = put(tmp_path, "pyproject.toml", "[tool.attrib]\nignore = ['AT999']\n")
    put(tmp_path, "a.md", f"{FAULTY}\n")
    told = call("check", tmp_path / "a.md").err
    assert told.startswith(f"attrib: {file}: tool.attrib.ignore: there is no check 'AT999'")


def test_what_the_command_line_names_in_vain_is_not_laid_to_the_file(
    call: Caller, tmp_path: Path
) -> None:
    put(tmp_path, "attrib.yaml", "ignore: [AT102]\nbaseline: no.json\nrules: nowhere\n")
    put(tmp_path, "house/en/checks/none.yaml", "[]\n")
    draft = put(tmp_path, "a.md", f"{FAULTY}\n")
    rules = ("--rules", tmp_path / "house")
    told = call("check", draft, *rules, "--ignore", "AT999")
    assert (told.code, told.err.startswith("attrib: there is no check 'AT999'")) == (2, True)
    told = call("check", draft, *rules, "--baseline", tmp_path / "none.json")
    assert (told.code, "attrib.yaml" in told.err) == (2, False)


@pytest.mark.parametrize("pattern", ["[a-c].md", "[]x]y", "[!]]", "\\\\[a", "a]"])
def test_patterns_with_brackets_that_are_closed_or_meant(tmp_path: Path, pattern: str) -> None:
    file = put(tmp_path, "attrib.yaml", f'exclude: ["{pattern}"]\n')
    assert read_exclusions(load_settings(config=file)).folder == tmp_path


def test_the_command_line_goes_before_the_overrides_too(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(
        tmp_path,
        "attrib.yaml",
        "overrides:\n  - {files: [opinion/], select: [AT401], profile: ap}\n"
        "  - {files: [info/], severity: {AT101: info}}\n",
    )
    put(tmp_path, "rules/en/profiles/own.yaml", OWN)
    rules = ("--rules", tmp_path / "rules")
    put(tmp_path, "opinion/x.txt", f"{FAULTY}\n")
    put(tmp_path, "info/x.txt", f"{FAULTY} It rained.\n")

    def shown(*arguments: str) -> list[str]:
        told = call("check", ".", "--format", "concise", *rules, *arguments)
        return [" ".join(line.split()[:3]) for line in told.out.splitlines()]

    below, other = "info/x.txt:1:44: info AT101", "opinion/x.txt:1:44:"
    assert shown() == [below]
    assert shown("--select", "AT101") == [below, f"{other} error AT101"]
    own = ("--select", "AT101", "--profile", "own")
    assert shown(*own) == [below, f"{other} warning AT101"]
    put(tmp_path, "attrib.yaml", "overrides: [{files: [opinion/], ignore: [AT101]}]\n")
    assert other not in " ".join(shown("--select", "AT101"))
    assert f"{other} warning AT101" in shown(*own, "--ignore", "AT501")


def test_api_takes_levels_in_settings() -> None:
    draft = article(FAULTY)
    (found,) = check(draft, settings=Settings(severity={"AT101": "info"}, select=("AT101",)))
    assert found.severity == "info"
    without = check(draft, settings=Settings(severity={"AT101": "off"}))
    assert "AT101" not in {item.code for item in without}
