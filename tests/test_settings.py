"""Settings: where they are looked for, what they may hold, and what is refused."""

from __future__ import annotations

import copy
import operator
import pickle
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from attrib.errors import SettingsError
from attrib.settings import Override, Settings, load_settings, render_settings


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_setting_has_a_default() -> None:
    assert Settings() == Settings(
        outlets={},
        exclude=(),
        size_limit=20_000_000,
        longest_sentence=5_000,
        threads=0,
        rules=None,
        templates=None,
        embedder=None,
        fail_on="error",
        min_severity="info",
        select=(),
        ignore=(),
        file=None,
    )


def test_settings_can_be_hashed_and_overlaid() -> None:
    settings = replace(Settings(outlets={"a/": "A"}), fail_on="never")
    assert settings.fail_on == "never"
    assert isinstance(hash(settings), int)


def test_all_keys_are_read_from_yaml(tmp_path: Path) -> None:
    file = write(
        tmp_path / "attrib.yaml",
        'outlets:\n  "gazette/": The Gazette\n  "*.wire.txt": Northwire\n'
        'exclude: [old/, "*.bak.txt"]\n'
        "size_limit: 1000\nlongest_sentence: 200\nthreads: 1\nrules: house\ntemplates: looks\n"
        "embedder: someone/model\n"
        "fail-on: warning\nmin_severity: error\nselect: [AT101, AT205]\nignore: [AT205]\n",
    )
    assert load_settings(tmp_path) == Settings(
        outlets={"gazette/": "The Gazette", "*.wire.txt": "Northwire"},
        exclude=("old/", "*.bak.txt"),
        size_limit=1000,
        longest_sentence=200,
        threads=1,
        rules=tmp_path / "house",
        templates=tmp_path / "looks",
        embedder="someone/model",
        fail_on="warning",
        min_severity="error",
        select=("AT101", "AT205"),
        ignore=("AT205",),
        file=file,
    )


def test_the_same_keys_are_read_from_pyproject(tmp_path: Path) -> None:
    file = write(
        tmp_path / "pyproject.toml",
        '[tool.attrib]\nexclude = ["old/"]\nsize_limit = 1000\nrules = "house"\nfail-on = "never"\n'
        'embedder = "someone/model"\n[tool.attrib.outlets]\n"gazette/" = "The Gazette"\n',
    )
    assert load_settings(tmp_path) == Settings(
        outlets={"gazette/": "The Gazette"},
        exclude=("old/",),
        size_limit=1000,
        rules=tmp_path / "house",
        embedder="someone/model",
        fail_on="never",
        file=file,
    )


def test_outlets_keep_the_order_of_the_file(tmp_path: Path) -> None:
    write(tmp_path / "attrib.yaml", "outlets: {z: Z, a: A, m: M}\n")
    assert list(load_settings(tmp_path).outlets) == ["z", "a", "m"]


def test_the_nearest_file_upwards_counts(tmp_path: Path) -> None:
    write(tmp_path / "attrib.yaml", "size_limit: 1\n")
    write(tmp_path / "desk" / "attrib.yaml", "size_limit: 2\n")
    draft = write(tmp_path / "desk" / "today" / "draft.txt", "")
    assert load_settings(draft).size_limit == 2
    assert load_settings(draft.parent).size_limit == 2
    assert load_settings(tmp_path).size_limit == 1
    assert load_settings(tmp_path / "desk" / ".." / "elsewhere" / "*.txt").size_limit == 1


def test_without_a_start_the_working_folder_is_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "attrib.yaml", "size_limit: 3\n")
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert load_settings().size_limit == 3
    assert load_settings(Path("draft.txt")).size_limit == 3
    assert load_settings().folder == tmp_path


def test_attrib_yaml_goes_before_pyproject_in_one_folder(tmp_path: Path) -> None:
    write(tmp_path / "attrib.yaml", "size_limit: 1\n")
    write(tmp_path / "pyproject.toml", "[tool.attrib]\nsize_limit = 2\n")
    assert load_settings(tmp_path).size_limit == 1


def test_a_pyproject_without_our_table_is_passed_by(tmp_path: Path) -> None:
    write(tmp_path / "attrib.yaml", "size_limit: 1\n")
    write(tmp_path / "mine" / "pyproject.toml", '[project]\nname = "attrib-notes"\n')
    write(tmp_path / "broken" / "pyproject.toml", "[tool.other\n")
    assert load_settings(tmp_path / "mine").size_limit == 1
    assert load_settings(tmp_path / "broken").size_limit == 1


def test_an_empty_file_means_the_defaults(tmp_path: Path) -> None:
    file = write(tmp_path / "attrib.yaml", "# nothing yet\n")
    assert load_settings(tmp_path) == Settings(file=file)


def test_config_names_the_file_and_nothing_else_is_looked_for(tmp_path: Path) -> None:
    write(tmp_path / "attrib.yaml", "size_limit: 1\n")
    other = write(tmp_path / "other" / "house.yml", "size_limit: 2\nrules: r\n")
    toml = write(tmp_path / "other" / "house.toml", "[tool.attrib]\nsize_limit = 3\n")
    assert load_settings(tmp_path, other).size_limit == 2
    assert load_settings(tmp_path, other).rules == tmp_path / "other" / "r"
    assert load_settings(tmp_path, toml).size_limit == 3


def test_an_embedder_that_is_a_folder_is_a_path(tmp_path: Path) -> None:
    write(tmp_path / "attrib.yaml", "embedder: models/own\n")
    assert load_settings(tmp_path).embedder == "models/own"
    (tmp_path / "models" / "own").mkdir(parents=True)
    assert load_settings(tmp_path).embedder == str(tmp_path / "models" / "own")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "sizelimit: 1\n",
            ":1:1: unknown key 'sizelimit'; expected one of baseline, cache, decisions, embedder",
        ),
        ("file: x\n", ":1:1: unknown key 'file'"),
        ("exclude: []\nexclude: []\n", ":2:1: the key 'exclude' stands here twice"),
        ("outlets: {a: A, a: B}\n", ":1:17: the key 'a' stands here twice"),
        ("select: AT101\n", ":1:9: expected a list"),
        ("size_limit: big\n", ":1:13: expected a whole number, not 'big'"),
        ("size_limit: 0\n", ":1:1: size_limit must be 1 byte or more"),
        ("fail_on: always\n", ":1:10: expected one of error, warning, info, never"),
        ("outlets: [a]\n", ":1:10: expected 'key: value' lines"),
        ("exclude: [a\n", ":2:1: is not valid YAML"),
    ],
)
def test_a_mistake_in_yaml_is_told_with_line_and_column(
    tmp_path: Path, text: str, words: str
) -> None:
    file = write(tmp_path / "attrib.yaml", text)
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path)
    assert str(caught.value).startswith(str(file) + words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "sizelimit = 1",
            ": tool.attrib: unknown key 'sizelimit'; expected one of baseline, cache, decisions",
        ),
        ("file = 'x'", ": tool.attrib: unknown key 'file'"),
        (
            "fail-on = 'never'\nfail_on = 'error'",
            ": tool.attrib: the key 'fail_on' stands here twice",
        ),
        ("exclude = []\nexclude = []", ":3:13: is not valid TOML: Cannot overwrite a value"),
        ("select = 'AT101'", ": tool.attrib.select: expected a list"),
        ("select = [1]", ": tool.attrib.select: expected text"),
        ("size_limit = '1'", ": tool.attrib.size_limit: expected a whole number"),
        ("size_limit = true", ": tool.attrib.size_limit: expected a whole number"),
        ("size_limit = 0", ": tool.attrib: size_limit must be 1 byte or more"),
        ("fail_on = 'always'", ": tool.attrib.fail_on: expected one of error, warning"),
        ("outlets = ['a']", ": tool.attrib.outlets: expected a table"),
        ("outlets = {a = 1}", ": tool.attrib.outlets.a: expected text"),
        ("rules = ''", ": tool.attrib.rules: expected a path"),
    ],
)
def test_a_mistake_in_toml_is_told_with_its_key(tmp_path: Path, text: str, words: str) -> None:
    file = write(tmp_path / "pyproject.toml", f"[tool.attrib]\n{text}\n")
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path)
    assert str(caught.value).startswith(str(file) + words)


def test_our_table_must_be_a_table(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool]\nattrib = 1\n")
    with pytest.raises(SettingsError, match=r"tool\.attrib: expected a table of keys"):
        load_settings(tmp_path)


def test_a_config_that_is_not_there_or_has_no_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.yaml: cannot be read: No such file"):
        load_settings(config=tmp_path / "none.yaml")
    with pytest.raises(SettingsError, match=r"none\.toml: cannot be read: No such file"):
        load_settings(config=tmp_path / "none.toml")
    toml = write(tmp_path / "house.toml", "[project]\n")
    with pytest.raises(SettingsError, match=r"house\.toml: has no \[tool\.attrib\] table"):
        load_settings(config=toml)
    toml.write_bytes(b"[tool.attrib]\nrules = '\xff'\n")
    with pytest.raises(SettingsError, match=r"house\.toml: is not UTF-8 text"):
        load_settings(config=toml)


def test_the_settings_shown_are_a_settings_file_that_says_the_same(tmp_path: Path) -> None:
    settings = Settings(
        outlets={"gazette/": 'The "Gazette": Ellary'},
        exclude=("*.bak.txt", "#old"),
        rules=tmp_path / "house",
        embedder="someone/model",
        fail_on="never",
        ignore=("AT205",),
        file=tmp_path / "attrib.yaml",
    )
    shown = render_settings(settings)
    assert shown.startswith(f"# from {tmp_path / 'attrib.yaml'}\n")
    write(tmp_path / "attrib.yaml", shown)
    assert load_settings(tmp_path) == settings


def test_settings_of_no_file_say_so() -> None:
    assert render_settings(Settings()).startswith("# no settings file: the defaults\noutlets: {}\n")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"severity": {"AT101": "fatal"}}, "severity of AT101 is 'fatal'; expected one of error,"),
        ({"fail_on": "always"}, "fail_on is 'always'; expected one of error, warning, info, never"),
        ({"min_severity": "off"}, "min_severity is 'off'; expected one of error, warning, info"),
    ],
)
def test_values_that_cannot_be_are_refused(given: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}") as caught:
        Settings(**given)
    assert "\n" not in str(caught.value)


def test_severities_of_overrides_are_held_to_too() -> None:
    with pytest.raises(ValueError, match="severity of AT1 is 'fatal'"):
        Override(("a/",), severity={"AT1": "fatal"})  # type: ignore[dict-item]
    assert Override(("a/",), severity={"AT1": "off"}).severity == {"AT1": "off"}


CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "put": lambda frozen: operator.setitem(frozen, "AT2", "off"),
    "take": lambda frozen: frozen.pop("AT1", None),
    "delete": lambda frozen: operator.delitem(frozen, "AT1"),
    "clear": lambda frozen: frozen.clear(),
    "update": lambda frozen: frozen.update(AT2="off"),
    "default": lambda frozen: frozen.setdefault("AT2", "off"),
    "merge": lambda frozen: operator.ior(frozen, {"AT2": "off"}),  # type: ignore[no-untyped-call]
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_dicts_of_settings_are_frozen_too(
    change: Callable[[dict[str, Any]], object],
) -> None:
    given = {"a/": "A"}
    settings = Settings(outlets=given, overrides=(Override(("b/",), severity={"AT1": "off"}),))
    given["b/"] = "B"
    frozen: dict[str, Any]
    for frozen in (settings.outlets, settings.severity, settings.overrides[0].severity):
        before = dict(frozen)
        with pytest.raises(TypeError, match="part of a frozen record"):
            change(frozen)
        assert frozen == before
    assert settings.outlets == {"a/": "A"}


def test_frozen_settings_are_equal_hashed_copied_and_pickled_as_before() -> None:
    settings = Settings(outlets={"a/": "A"}, severity={"AT101": "off"})
    same = Settings(outlets={"a/": "A"}, severity={"AT101": "off"})
    assert settings == same
    assert hash(settings) == hash(same)
    assert settings != replace(settings, outlets={})
    assert pickle.loads(pickle.dumps(settings)) == settings
    assert copy.deepcopy(settings) == settings
    assert asdict(settings)["outlets"] == {"a/": "A"}
