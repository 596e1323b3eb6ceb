"""A dict that stays as it was made, for frozen records.

A MappingProxyType would do the same, but neither pickles nor goes through `dataclasses.asdict`.
"""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class FrozenDict(dict[Key, Value]):
    """Equal to a dict with the same entries; whatever would change it raises TypeError."""

    __slots__ = ()

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("this is part of a frozen record; make another with dataclasses.replace")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[Any, ...]:
        # By default the entries are put in one by one.
        return type(self), (dict(self),)
