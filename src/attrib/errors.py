"""What can go wrong, as one small tree.

    AttribError                 anything a user can mend: one line, exit code 2
    ├── InputError              a file that cannot be read or decoded
    ├── SettingsError           attrib.yaml or [tool.attrib]
    ├── RuleError               a rule file
    └── ModelError              a model file that is missing or fails its checksum

Every other exception that reaches the edge is a bug of ours (exit code 3).
"""

from __future__ import annotations

import re
from typing import Any

# Line ends of every kind, and what a terminal would obey, such as a name that clears the screen.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def on_one_line(text: str) -> str:
    """`text` with its control characters escaped: a file may be called by any of them."""
    return _UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


class AttribError(Exception):
    """A mistake the user can mend; `str()` of it is one line that says where and what.

    `path`, `line` and `column` (1-based) give the address, as far as there is one.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        super().__init__(message)

    def __reduce__(self) -> tuple[Any, ...]:
        # It may come from another process, and the default keeps no keywords.
        return _rebuild, (type(self), self.message, self.path, self.line, self.column)

    def __str__(self) -> str:
        address = [str(part) for part in (self.path, self.line, self.column) if part is not None]
        return on_one_line(
            ": ".join([":".join(address), self.message] if address else [self.message])
        )


def _rebuild(
    kind: type[AttribError],
    message: str,
    path: str | None,
    line: int | None,
    column: int | None,
) -> AttribError:
    return kind(message, path=path, line=line, column=column)


class InputError(AttribError):
    """A file that cannot be read or decoded."""


class SettingsError(AttribError):
    """A setting that is unknown, or has a value it cannot have."""


class RuleError(AttribError):
    """A rule file that cannot be parsed or breaks the schema of its kind."""


class ModelError(AttribError):
    """A model that cannot be loaded, or whose bytes are not the expected ones."""
