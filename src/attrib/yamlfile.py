"""Strict reading of YAML into frozen dataclasses, with file, line and column in every error.

The only module that imports a YAML parser. Stricter than the parser in four ways: unknown
keys, duplicate keys and missing keys are errors, and a plain scalar is what the dataclass
says it is (so `NO` stays text where text is wanted, and 12:30 is no number). A field whose
metadata has `key` false is no key of the file; one with `place` gets the line or the column at
which the record begins, or the places of all that stands in it ("inside"); one with `once` is a
list that has no text twice, in whatever case.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar, Union

import yaml

from attrib.errors import AttribError

Record = TypeVar("Record")
Address = tuple[str | int | None, ...]
"""The keys and numbers of items that lead to a value; None at the end: to the last key itself."""
_DEEPEST = 50
_TEXT_TAG = "tag:yaml.org,2002:str"
_NULL_TAG = "tag:yaml.org,2002:null"
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    def resolve(self, kind: type, value: str, implicit: Any) -> str:
        """The tag of a node without one. All but null is told by the dataclass, not by looks."""
        plain = kind is yaml.ScalarNode and implicit[0] and value in _NULLS
        return _NULL_TAG if plain else _TEXT_TAG


def read_yaml(
    path: Path,
    record: type[Record],
    error: type[AttribError],
    *,
    text: str | None = None,
    unknown: Literal["error", "ignore"] = "error",
    sent: bool = False,
) -> Record:
    """The YAML mapping at `path` (or in `text`) as one `record`; raises `error`.

    With `unknown="ignore"` keys that the record lacks are passed over; duplicates never are.
    `sent` is for a file that may come from anybody: like `text`, it may be nested without end.
    """
    reader = _Reader(path, error, unknown)
    if sent:
        text = _read_text(path, error)
    if text is not None:
        _refuse_depth(text, reader)
    return typing.cast(Record, _decode(_compose(path, error, text), record, reader))


def read_yaml_list(
    path: Path, record: type[Record], error: type[AttribError], *, sent: bool = False
) -> list[Record]:
    """The YAML list of mappings at `path`, each as one `record`; raises `error`."""
    reader = _Reader(path, error)
    text = _read_text(path, error) if sent else None
    if text is not None:
        _refuse_depth(text, reader)
    node = _compose(path, error, text)
    if not isinstance(node, yaml.SequenceNode):
        raise reader.fail(node, "expected a list of entries, each beginning with '- '")
    return [_decode(item, record, reader) for item in node.value]


@dataclasses.dataclass(frozen=True)
class _Reader:
    path: Path
    error: type[AttribError]
    unknown: Literal["error", "ignore"] = "error"

    def fail(self, node: Any, message: str) -> AttribError:
        """The error for `node`, a node or an event of the parser."""
        mark = node.start_mark
        return self.error(message, path=str(self.path), line=mark.line + 1, column=mark.column + 1)


def _refuse_depth(text: str, reader: _Reader) -> None:
    # The text may be a stranger's, and the parser's recursion in C ends the process, not the call.
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise reader.fail(event, "is nested too deeply")
    except yaml.YAMLError:
        return  # _compose() tells what is wrong, with its address.


def _read_text(path: Path, error: type[AttribError]) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        raise error(f"cannot be read: {problem.strerror}", path=str(path)) from problem
    except UnicodeDecodeError as problem:
        raise error("is not UTF-8 text; save it as UTF-8", path=str(path)) from problem


def _compose(path: Path, error: type[AttribError], text: str | None) -> Any:
    if text is None:
        text = _read_text(path, error)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        raise error(
            f"is not valid YAML: {problem.problem}",
            path=str(path),
            line=mark.line + 1 if mark else None,
            column=mark.column + 1 if mark else None,
        ) from problem
    except yaml.YAMLError as problem:
        raise error("is not valid YAML", path=str(path)) from problem
    return node if node is not None else yaml.compose("{}", Loader=_Loader)


def _decode(node: Any, wanted: Any, reader: _Reader) -> Any:
    if wanted is str:
        return _decode_scalar(node, wanted, reader)
    origin = typing.get_origin(wanted)
    arguments = typing.get_args(wanted)
    if dataclasses.is_dataclass(wanted):
        return _decode_record(node, typing.cast(type, wanted), reader)
    if origin in (Union, types.UnionType):
        if type(None) in arguments and _is_null(node):
            return None
        options = [option for option in arguments if option is not type(None)]
        if len(options) == 1:
            return _decode(node, options[0], reader)
        return _decode_any_of(node, options, reader)
    if origin is Literal:
        return _decode_choice(node, arguments, reader)
    if origin is tuple:
        if not isinstance(node, yaml.SequenceNode):
            raise reader.fail(node, "expected a list")
        if arguments[0] is str and all(map(_is_text, node.value)):
            return tuple([item.value for item in node.value])
        return tuple(_decode(item, arguments[0], reader) for item in node.value)
    if origin is dict:
        pairs = _pairs(node, reader)
        return {
            _decode(key, arguments[0], reader): _decode(value, arguments[1], reader)
            for key, value in pairs
        }
    return _decode_scalar(node, wanted, reader)


def _decode_any_of(node: Any, options: list[Any], reader: _Reader) -> Any:
    for option in options:
        try:
            return _decode(node, option, reader)
        except AttribError:
            continue
    raise reader.fail(node, "has a value of the wrong kind")


def _decode_choice(node: Any, choices: tuple[Any, ...], reader: _Reader) -> Any:
    if isinstance(node, yaml.ScalarNode):
        for choice in choices:
            if str(choice) == node.value:
                return choice
    expected = ", ".join(str(choice) for choice in choices)
    raise reader.fail(node, f"expected one of {expected}")


@lru_cache(maxsize=64)
def _keys_of(record: type) -> dict[str, tuple[Any, bool]]:
    """The keys of a record: each with its type, and whether it must be there."""
    hints = typing.get_type_hints(record)
    return {
        item.name: (
            hints[item.name],
            item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING,
        )
        for item in dataclasses.fields(record)
        if item.metadata.get("key", True) and "place" not in item.metadata
    }


@lru_cache(maxsize=64)
def _places_of(record: type) -> dict[str, str]:
    """Fields that are told places: "line" or "column" of the record's mark, or "inside"."""
    found = ((item.name, item.metadata.get("place")) for item in dataclasses.fields(record))
    return {name: place for name, place in found if place}


@lru_cache(maxsize=64)
def _single_of(record: type) -> frozenset[str]:
    """Fields whose list has no text twice."""
    return frozenset(
        item.name for item in dataclasses.fields(record) if item.metadata.get("once", False)
    )


def _refuse_twice(node: Any, reader: _Reader) -> None:
    seen: dict[str, Any] = {}
    for item in node.value:
        first = seen.setdefault(item.value.lower(), item)
        if first is not item:
            where = f"on line {first.start_mark.line + 1}"
            raise reader.fail(item, f"'{item.value}' stands in this list already, {where}")


def _decode_record(node: Any, record: type, reader: _Reader) -> Any:
    fields = _keys_of(record)
    values: dict[str, Any] = {}
    first: dict[str, Any] = {}
    for key_node, value in _pairs(node, reader):
        # `class` and `from` are keywords of Python, but the words users expect in YAML.
        name = key_node.value.replace("-", "_")
        name = name + "_" if name + "_" in fields else name
        if name not in fields and reader.unknown == "ignore":
            continue
        if name not in fields:
            known = ", ".join(sorted(key.rstrip("_") for key in fields))
            raise reader.fail(key_node, f"unknown key '{key_node.value}'; expected one of {known}")
        if name in first:
            raise _twice(key_node, first[name], reader)
        first[name] = key_node
        values[name] = _decode(value, fields[name][0], reader)
        if name in _single_of(record):
            _refuse_twice(value, reader)
    for name, (_, is_needed) in fields.items():
        if is_needed and name not in values:
            raise reader.fail(node, f"the key '{name.rstrip('_')}' is missing")
    for name, place in _places_of(record).items():
        if place == "inside":
            values[name] = dict(_places_in(node, ()))
        else:
            values[name] = getattr(node.start_mark, place) + 1
    try:
        return record(**values)
    except ValueError as problem:
        raise reader.fail(node, str(problem)) from problem


def _pairs(node: Any, reader: _Reader) -> list[tuple[Any, Any]]:
    if not isinstance(node, yaml.MappingNode):
        raise reader.fail(node, "expected 'key: value' lines")
    seen: dict[str, Any] = {}
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise reader.fail(key, "a key must be plain text")
        if key.value in seen:
            raise _twice(key, seen[key.value], reader)
        seen[key.value] = key
    return list(node.value)


def _twice(key: Any, first: Any, reader: _Reader) -> AttribError:
    """The error for a key that stood there before, maybe with "-" for "_"."""
    spelt = f" as '{first.value}'" if first.value != key.value else ""
    mark = first.start_mark
    return reader.fail(
        key,
        f"the key '{key.value}' stands here twice; "
        f"it is also in line {mark.line + 1}, column {mark.column + 1}{spelt}",
    )


def _places_in(node: Any, above: Address) -> Iterator[tuple[Address, tuple[int, int]]]:
    """Line and column of each value below `node`; those of a key itself stand under None."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*above, key.value.replace("-", "_") if not above else key.value)
            yield (*here, None), _place_of(key)
            yield here, _place_of(value)
            yield from _places_in(value, here)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield (*above, number), _place_of(item)
            yield from _places_in(item, (*above, number))


def _place_of(node: Any) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _is_null(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and not _is_text(node)


def _is_text(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag != _NULL_TAG


def _decode_scalar(node: Any, wanted: Any, reader: _Reader) -> Any:
    if not isinstance(node, yaml.ScalarNode):
        raise reader.fail(node, f"expected {_words(wanted)}, not a list or mapping")
    value = node.value
    if wanted is str:
        if _is_null(node):
            raise reader.fail(node, "is empty")
        return value
    if wanted is Path and value:
        return Path(value)
    if wanted is bool and value.lower() in ("true", "false"):
        return value.lower() == "true"
    if wanted in (int, float):
        try:
            return wanted(value)
        except ValueError:
            pass
    raise reader.fail(node, f"expected {_words(wanted)}, not '{value}'")


def _words(wanted: Any) -> str:
    return {
        str: "text",
        Path: "a path",
        int: "a whole number",
        float: "a number",
        bool: "true or false",
    }.get(wanted, "another kind of value")
