"""JSON Schemas of the files that users write, made from the records that those are read into."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from pathlib import Path
from typing import Any, Literal, Union

from attrib.decide.files import DecisionFile
from attrib.records import ON_CONTESTS, Waiver
from attrib.rulebook.entries import (
    AbbreviationRule,
    AliasRule,
    CheckRule,
    CueRule,
    FurnitureRule,
    ProfileRule,
    TermRule,
)
from attrib.settings import Settings

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FOLDERS: dict[str, type] = {
    "abbreviations": AbbreviationRule,
    "aliases": AliasRule,
    "checks": CheckRule,
    "cues": CueRule,
    "figures": TermRule,
    "furniture": FurnitureRule,
    "grammar": TermRule,
    "profiles": ProfileRule,
    "sources": TermRule,
}
"""The folders of rules/en/ and what their entries are read into."""
_SCALARS: dict[Any, dict[str, Any]] = {
    # attrib takes what stands there as it is written: 7 and false are words in a list of words.
    str: {"type": ["string", "number", "boolean"]},
    Path: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
}


def render_settings_schema() -> str:
    """The schema of attrib.yaml and of [tool.attrib]."""
    schema = _schema(Settings)
    override = schema["properties"]["overrides"]["items"]
    override["properties"]["files"] |= {"minItems": 1}
    return _render({"title": "attrib settings", **schema})


def render_rules_schema() -> str:
    """The schema of a file of rules; those of one folder stand under "$defs"."""
    lists = {
        folder: {"type": "array", "items": _schema(entry)} for folder, entry in _FOLDERS.items()
    }
    whole = {
        "title": "attrib rules",
        "anyOf": [{"$ref": f"#/$defs/{folder}"} for folder in lists],
        "$defs": lists,
    }
    return _render(whole)


def render_waivers_schema() -> str:
    """The schema of the file beside a draft that silences findings in it."""
    return _render({"title": "attrib waivers", "type": "array", "items": _schema(Waiver)})


def render_decisions_schema() -> str:
    """The schema of a file of decisions; what a record's types cannot say is added by hand."""
    schema = _schema(DecisionFile)
    decision = schema["properties"]["decisions"]["items"]
    text = {"type": "string", "pattern": r"\S"}
    key = {"type": "string", "pattern": "^[0-9a-f]{16}$"}
    side = {"type": "array", "items": key, "minItems": 1}
    decision["properties"] |= {"by": text, "reason": text, "claim": key, "speaker": text}
    decision["properties"]["sides"] = {"type": "array", "items": side, "minItems": 2}
    decision["allOf"] = [
        _where(sorted(ON_CONTESTS), needs=["sides"], never=["claim", "speaker"]),
        _where(["speaker"], needs=["claim", "speaker"], never=["sides"]),
        _where(["no-claim"], needs=["claim"], never=["sides", "speaker"]),
    ]
    return _render({"title": "attrib decisions", **schema})


def _where(kinds: list[str], *, needs: list[str], never: list[str]) -> dict[str, Any]:
    return {
        "if": {"properties": {"kind": {"enum": kinds}}},
        "then": {"required": needs, "properties": dict.fromkeys(never, False)},
    }


def _render(schema: dict[str, Any]) -> str:
    return json.dumps({"$schema": _DIALECT, **schema}, indent=2) + "\n"


def _schema(wanted: Any) -> dict[str, Any]:
    if dataclasses.is_dataclass(wanted):
        return _record(typing.cast(type, wanted))
    origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if origin in (Union, types.UnionType):
        return {
            "anyOf": [
                {"type": "null"} if option is type(None) else _schema(option)
                for option in arguments
            ]
        }
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(arguments[1])}
    return dict(_SCALARS[wanted])


def _record(record: type) -> dict[str, Any]:
    hints = typing.get_type_hints(record)
    properties: dict[str, Any] = {}
    required = []
    for item in dataclasses.fields(record):
        if not item.metadata.get("key", True) or "place" in item.metadata:
            continue
        name = item.name.rstrip("_")
        properties[name] = _schema(hints[item.name])
        if "_" in name:
            properties[name.replace("_", "-")] = properties[name]
        elif item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING:
            required.append(name)
    schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": required} if required else schema
