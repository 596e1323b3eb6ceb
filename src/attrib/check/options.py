"""The options of a check, read strictly into the record its kind declares."""

from __future__ import annotations

import dataclasses
import typing
from typing import TypeVar

from attrib.errors import RuleError
from attrib.rulebook.entries import CheckRule

Options = TypeVar("Options")


def read_options(rule: CheckRule, record: type[Options]) -> Options:
    """The rule's options as one `record` of whole numbers and lists of words.

    Words come lower-cased. Raises RuleError on an unknown key, a missing one, or a value of
    the wrong kind.
    """
    given = rule.options or {}
    fields = {
        item.name: item
        for item in dataclasses.fields(record)  # type: ignore[arg-type]
    }
    for key in given:
        if key not in fields:
            raise RuleError(
                f"check {rule.id}: unknown option '{key}'; "
                f"the kind '{rule.kind}' takes {', '.join(sorted(fields))}"
            )
    hints = typing.get_type_hints(record)
    values: dict[str, int | tuple[str, ...]] = {}
    for name, item in fields.items():
        if name not in given:
            if item.default is dataclasses.MISSING:
                raise RuleError(f"check {rule.id}: the option '{name}' is missing")
            continue
        value = given[name]
        if isinstance(value, int) != (hints[name] is int):
            wanted = "a whole number" if hints[name] is int else "a list of words"
            raise RuleError(f"check {rule.id}: the option '{name}' should be {wanted}")
        values[name] = value if isinstance(value, int) else tuple(word.lower() for word in value)
    return record(**values)
