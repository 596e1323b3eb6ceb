"""Floors: figures that may not sink by accident. --update raises them, only --lower lowers one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from pathlib import Path

FILE = Path(__file__).parent / "floors.json"
_PLACES = 1000


@dataclass(frozen=True, slots=True)
class Floors:
    """The lowest figures allowed, in [0, 1], and the checksum of the data they hold for."""

    data: str
    figures: dict[str, float]


def read_floors(name: str, file: Path) -> Floors | None:
    """The floors of the benchmark `name`; None if it has none yet."""
    if not file.is_file():
        return None
    listed = json.loads(file.read_text(encoding="utf-8"))
    return Floors(**listed[name]) if name in listed else None


def find_sunk(floors: Floors, figures: Mapping[str, float]) -> list[str]:
    """A line for each figure below its floor. A figure that is gone has sunk too."""
    return [
        f"{name}: {figures.get(name, 0.0):.3f} is below its floor {least:.3f}"
        for name, least in sorted(floors.figures.items())
        if figures.get(name, 0.0) < least
    ]


def write_floors(name: str, floors: Floors, file: Path) -> None:
    """Set the floors of the benchmark `name`, and leave those of others."""
    listed = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    listed[name] = {"data": floors.data, "figures": dict(sorted(floors.figures.items()))}
    file.write_text(json.dumps(dict(sorted(listed.items())), indent=2) + "\n", encoding="utf-8")


def raise_floors(
    old: Floors | None, data: str, figures: Mapping[str, float], *, lower: bool
) -> Floors:
    """Floors at `figures`, rounded down to 3 places; none sinks unless `lower`.

    Raises ValueError, naming the figures, for one that would sink; other data have other floors.
    """
    new = {name: floor(value * _PLACES) / _PLACES for name, value in figures.items()}
    kept = old if old is not None and old.data == data else None
    if kept is not None and not lower:
        sunk = find_sunk(kept, new)
        if sunk:
            raise ValueError("\n".join(sunk))
    return Floors(data, new)
