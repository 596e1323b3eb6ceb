"""Settings: where they are looked for, what they may hold, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from attrib.errors import SettingsError
from attrib.settings import Settings, load_settings, render_settings


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
