"""Strict reading of one table of a TOML file into a frozen dataclass.

The counterpart of `yamlfile` for pyproject.toml: the same keys, the same refusals. The parser
tells no places, so an error names the file and the key.
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
import types
import typing
from pathlib import Path
from typing import Any, Literal, TypeVar, Union

from attrib.errors import AttribError

Record = TypeVar("Record")
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


def read_toml_table(
    path: Path, table: tuple[str, ...], record: type[Record], error: type[AttribError]
) -> Record | None:
    """The table `table` (("tool", "attrib")) at `path` as one `record`, None if it is not there.

    Raises `error` for a file that cannot be read, for unknown keys and for values of a wrong kind.
    """
    try:
        found: Any = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as problem:
        raise error(f"cannot be read: {problem.strerror}", path=str(path)) from problem
    except UnicodeDecodeError as problem:
        raise error("is not UTF-8 text; save it as UTF-8", path=str(path)) from problem
    except tomllib.TOMLDecodeError as problem:
        raise _syntax_error(problem, path, error) from problem
    except RecursionError as problem:
        raise error("is nested too deeply", path=str(path)) from problem
    for name in table:
        if not isinstance(found, dict) or name not in found:
            return None
        found = found[name]
    return typing.cast(Record, _decode(found, record, ".".join(table), path, error))


def _syntax_error(problem: Exception, path: Path, error: type[AttribError]) -> AttribError:
    message = str(problem)
    place = _PLACE.search(message)
    line, column = (int(place[1]), int(place[2])) if place else (None, None)
    message = _PLACE.sub("", message)
    return error(f"is not valid TOML: {message}", path=str(path), line=line, column=column)


def _decode(value: Any, wanted: Any, key: str, path: Path, error: type[AttribError]) -> Any:
    origin = typing.get_origin(wanted)
    arguments = typing.get_args(wanted)
    if dataclasses.is_dataclass(wanted):
        return _decode_record(value, typing.cast(type, wanted), key, path, error)
    if origin in (Union, types.UnionType):
        # TOML has no null: a key that should be empty is left out.
        (wanted,) = (option for option in arguments if option is not type(None))
        return _decode(value, wanted, key, path, error)
    if origin is Literal:
        if value in arguments:
            return value
        expected = ", ".join(str(choice) for choice in arguments)
        raise error(f"{key}: expected one of {expected}", path=str(path))
    if origin is tuple and isinstance(value, list):
        return tuple(_decode(item, arguments[0], key, path, error) for item in value)
    if origin is dict and isinstance(value, dict):
        return {
            name: _decode(item, arguments[1], f"{key}.{name}", path, error)
            for name, item in value.items()
        }
    if wanted is Path and isinstance(value, str) and value:
        return Path(value)
    # In Python true is a number; in a settings file it is not.
    if origin is None and isinstance(value, wanted) and isinstance(value, bool) == (wanted is bool):
        return value
    raise error(f"{key}: expected {_words(wanted)}", path=str(path))


def _decode_record(value: Any, record: type, key: str, path: Path, error: type[AttribError]) -> Any:
    if not isinstance(value, dict):
        raise error(f"{key}: expected a table of keys", path=str(path))
    hints = typing.get_type_hints(record)
    names = [item.name for item in dataclasses.fields(record) if item.metadata.get("key", True)]
    values: dict[str, Any] = {}
    for name, item in value.items():
        field = name.replace("-", "_")
        if field not in names:
            known = ", ".join(sorted(names))
            raise error(f"{key}: unknown key '{name}'; expected one of {known}", path=str(path))
        if field in values:
            raise error(f"{key}: the key '{name}' stands here twice", path=str(path))
        values[field] = _decode(item, hints[field], f"{key}.{name}", path, error)
    try:
        return record(**values)
    except ValueError as problem:
        raise error(f"{key}: {problem}", path=str(path)) from problem


def _words(wanted: Any) -> str:
    if typing.get_origin(wanted) is tuple:
        return "a list"
    if typing.get_origin(wanted) is dict:
        return "a table"
    return {str: "text", Path: "a path", int: "a whole number", bool: "true or false"}.get(
        wanted, "another kind of value"
    )
