"""The options of a check, read strictly into the record its kind declares."""

from __future__ import annotations

import dataclasses
import typing
from functools import cache
from typing import TypeVar

from attrib.errors import RuleError
from attrib.rulebook.entries import CheckRule

Options = TypeVar("Options")


def read_options(rule: CheckRule, record: type[Options]) -> Options:
    """The rule's options as one `record` of whole numbers and lists of words.

    Words come lower-cased. Raises RuleError on an unknown key, a missing one, or a value of
    the wrong kind.
    """
    given, fields = rule.options or {}, _fields_of(record)  # type: ignore[arg-type]
    for key in given:
        if key not in fields:
            raise RuleError(
                f"check {rule.id}: unknown option '{key}'; "
                f"the kind '{rule.kind}' takes {', '.join(sorted(fields))}"
            )
    values: dict[str, int | tuple[str, ...]] = {}
    for name, (is_number, is_needed) in fields.items():
        if name not in given:
            if is_needed:
                raise RuleError(f"check {rule.id}: the option '{name}' is missing")
            continue
        value = given[name]
        if isinstance(value, int) != is_number:
            wanted = "a whole number" if is_number else "a list of words"
            raise RuleError(f"check {rule.id}: the option '{name}' should be {wanted}")
        values[name] = value if isinstance(value, int) else tuple(word.lower() for word in value)
    return record(**values)


@cache
def _fields_of(record: type) -> dict[str, tuple[bool, bool]]:
    """By name, whether a field takes a number, and whether it must be given."""
    hints = typing.get_type_hints(record)
    return {
        item.name: (hints[item.name] is int, item.default is dataclasses.MISSING)
        for item in dataclasses.fields(record)
    }
