"""The strength scale as `rules/strength.yaml` spells it."""

from __future__ import annotations

from dataclasses import dataclass

from attrib.rulebook.entries import Origin


@dataclass(frozen=True, slots=True)
class StrengthScale:
    """Points, grades and caps of the scale; see `rules/strength.yaml`."""

    why: str
    origin: Origin
