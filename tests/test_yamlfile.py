"""YAML that is strict, and says where it is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest

from attrib.errors import RuleError
from attrib.yamlfile import Address, read_yaml, read_yaml_list


@dataclass(frozen=True)
class Inner:
    name: str
    class_: str | None = None


@dataclass(frozen=True)
class Entry:
    id: str
    tone: Literal[-1, 0, 1] = 0
    count: int = 0
    a_count: int = 0
    share: float = 0.5
    open: bool = False
    words: tuple[str, ...] = ()
    inner: Inner | None = None
    names: dict[str, str] = field(default_factory=dict)
    options: dict[str, int | tuple[str, ...]] | None = None
    folder: Path | None = None
    computed: int = field(default=7, metadata={"key": False})
    line: int = field(default=0, compare=False, metadata={"place": "line"})
    column: int = field(default=0, compare=False, metadata={"place": "column"})

    def __post_init__(self) -> None:
        if self.count < 0:
            raise ValueError("count must be 0 or more")


def read(text: str, unknown: Literal["error", "ignore"] = "error") -> Entry:
    return read_yaml(Path("entry.yaml"), Entry, RuleError, text=text, unknown=unknown)


def test_values_are_what_the_record_says() -> None:
    entry = read(
        "id: NO\ntone: -1\ncount: 12\nshare: 0.25\nopen: true\nwords: [yes, 1.0, 12:30]\n"
        "inner: {name: 2024-05-01, class: NSP}\nnames: {a: b}\noptions: {few: 3, list: [x, y]}\n"
        "folder: house/rules\n"
    )
    assert entry == Entry(
        id="NO",
        tone=-1,
        count=12,
        share=0.25,
        open=True,
        words=("yes", "1.0", "12:30"),
        inner=Inner("2024-05-01", "NSP"),
        names={"a": "b"},
        options={"few": 3, "list": ("x", "y")},
        folder=Path("house/rules"),
    )


def test_keys_may_be_left_out_or_empty_where_the_record_allows_it() -> None:
    assert read("id: a\ninner:\noptions: ~\n") == Entry("a")


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("id: a\nsize: 3\n", "2:1", "unknown key 'size'; expected one of a_count, count, folder"),
        ("id: a\ncomputed: 3\n", "2:1", "unknown key 'computed'"),
        ("id: a\nid: b\n", "2:1", "the key 'id' stands here twice"),
        ("names: {x: y, x: z}\nid: a\n", "1:15", "the key 'x' stands here twice"),
        (
            "a-count: 1\nid: a\n\na_count: 2\n",
            "4:1",
            "'a_count' stands here twice; it is also in line 1, column 1 as 'a-count'",
        ),
        ("a_count: 1\nid: a\na-count: 1\n", "3:1", "'a-count' stands here twice"),
        ("count: 1\n", "1:1", "the key 'id' is missing"),
        ("id: a\ninner: {class: NSP}\n", "2:8", "the key 'name' is missing"),
        ("id: a\ntone: 2\n", "2:7", "expected one of -1, 0, 1"),
        ("id: a\ntone: [1]\n", "2:7", "expected one of -1, 0, 1"),
        ("id: a\ncount: many\n", "2:8", "expected a whole number, not 'many'"),
        ("id: a\ncount: 1.5\n", "2:8", "expected a whole number"),
        ("id: a\nshare: half\n", "2:8", "expected a number"),
        ("id: a\nopen: yes\n", "2:7", "expected true or false"),
        ("id: a\nwords: one\n", "2:8", "expected a list"),
        ("id: [a]\n", "1:5", "expected text, not a list or mapping"),
        ("id:\n", "1:4", "is empty"),
        ("id: a\nfolder: []\n", "2:9", "expected a path"),
        ("id: a\ninner: x\n", "2:8", "expected 'key: value' lines"),
        ("id: a\n[x]: y\n", "2:1", "a key must be plain text"),
        ("id: a\noptions: {few: {}}\n", "2:16", "has a value of the wrong kind"),
        ("- id: a\n", "1:1", "expected 'key: value' lines"),
        ("id: 'a\n", "2:1", "is not valid YAML"),
        ("id: a\n--- \nid: b\n", "2:1", "is not valid YAML"),
        ("id: a\ncount: -1\n", "1:1", "count must be 0 or more"),
    ],
)
def test_a_mistake_is_one_line_with_its_address(text: str, place: str, words: str) -> None:
    with pytest.raises(RuleError) as caught:
        read(text)
    assert str(caught.value).startswith(f"entry.yaml:{place}: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_record_is_told_its_place_and_no_key_of_the_file_is_it() -> None:
    entry = read("# a remark\n\n  id: a\n")
    assert (entry.line, entry.column) == (3, 3)
    with pytest.raises(RuleError, match="unknown key 'line'"):
        read("id: a\nline: 7\n")


def test_unknown_keys_can_be_passed_over_but_duplicates_never() -> None:
    assert read("id: a\nsize: {deep: [1]}\n", unknown="ignore") == Entry("a")
    with pytest.raises(RuleError, match="stands here twice"):
        read("id: a\nsize: 1\nsize: 2\n", unknown="ignore")
    with pytest.raises(RuleError, match="stands here twice"):
        read("id: a\na-count: 1\na_count: 2\n", unknown="ignore")


def test_spellings_count_as_one_only_for_keys_that_are_known() -> None:
    # Another tool's keys, and the user's own words, may differ in just that.
    assert read("id: a\nin-size: 1\nin_size: 2\n", unknown="ignore") == Entry("a")
    assert read("id: a\nnames: {a-b: x, a_b: y}\n").names == {"a-b": "x", "a_b": "y"}


@dataclass(frozen=True)
class Placed:
    words: tuple[str, ...] = ()
    own_names: dict[str, str] = field(default_factory=dict)
    many: tuple[Inner, ...] = ()
    places: dict[Address, tuple[int, int]] = field(
        default_factory=dict, metadata={"place": "inside"}
    )


def test_a_record_can_be_told_the_places_of_all_that_stands_in_it() -> None:
    text = "words: [a,\n  b]\nown-names: {x-y: z}\nmany:\n  - name: n\n"
    places = read_yaml(Path("entry.yaml"), Placed, RuleError, text=text).places
    assert places["words", 0] == (1, 9)
    assert places["words", 1] == (2, 3)
    assert places["own_names", None] == (3, 1)
    assert places["own_names", "x-y", None] == (3, 13)
    assert places["own_names", "x-y"] == (3, 18)
    assert places["many", 0, "name"] == (5, 11)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_text_nested_without_end_is_refused(opening: str) -> None:
    with pytest.raises(RuleError, match=r"^entry\.yaml:\d+:\d+: is n"):
        read("id: a\nsize:\n  " + opening * 100_000, unknown="ignore")


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "entry.yaml"
    for mark in (b"", b"\xef\xbb\xbf"):
        path.write_bytes(mark + "id: Zoë\n".encode())
        assert read_yaml(path, Entry, RuleError).id == "Zoë"


def test_a_list_of_entries_is_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "entries.yaml"
    path.write_text("- id: b\n- id: a\n", encoding="utf-8")
    assert read_yaml_list(path, Entry, RuleError) == [Entry("b"), Entry("a")]
    path.write_text("id: b\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"entries\.yaml:1:1: expected a list of entries"):
        read_yaml_list(path, Entry, RuleError)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"none\.yaml: cannot be read: No such file"):
        read_yaml(tmp_path / "none.yaml", Entry, RuleError)
    path = tmp_path / "latin.yaml"
    path.write_bytes("id: Zoë\n".encode("latin-1"))
    with pytest.raises(RuleError, match=r"latin\.yaml: is not UTF-8 text"):
        read_yaml(path, Entry, RuleError)
    path.write_bytes(b"id: a\x07b\n")
    with pytest.raises(RuleError, match=r"latin\.yaml.*: is not valid YAML"):
        read_yaml(path, Entry, RuleError)
