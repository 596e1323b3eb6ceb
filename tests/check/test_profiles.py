"""Profiles, severities and overrides: one newsroom's way with the checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from attrib import Settings, article, check
from attrib.errors import SettingsError
from attrib.rulebook import load_rulebook
from attrib.rulebook.profiles import apply_levels
from attrib.settings import Override, load_settings
from calling import FAULTY, Caller, put

RULES = load_rulebook()


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


def test_api_takes_levels_in_settings() -> None:
    draft = article(FAULTY)
    (found,) = check(draft, settings=Settings(severity={"AT101": "info"}, select=("AT101",)))
    assert found.severity == "info"
    without = check(draft, settings=Settings(severity={"AT101": "off"}))
    assert "AT101" not in {item.code for item in without}
