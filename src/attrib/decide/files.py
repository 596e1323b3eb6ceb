"""Reading `decisions.yaml`: strictly, and never two decisions that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Literal

from attrib.errors import SettingsError
from attrib.records import Decision
from attrib.yamlfile import read_yaml


@dataclass(frozen=True, slots=True)
class DecisionFile:
    """A file of decisions, as the report page writes it."""

    version: Literal[1]
    decisions: tuple[Decision, ...]


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions at `path`, sorted, each once.

    Raises SettingsError, with line and column, for a file that cannot be read, for what no
    decision is, and for two decisions that cannot both hold.
    """
    found = read_yaml(path, DecisionFile, SettingsError, sent=True).decisions
    refuse_contradictions(found, path)
    return sort_decisions(found)


def sort_decisions(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """In order of what they are about, then of kind, name and reason; each once."""
    return tuple(sorted(dict.fromkeys(decisions), key=_order))


def _order(decision: Decision) -> tuple[object, ...]:
    about = (decision.claim,) if decision.claim is not None else ()
    return (
        decision.sides or (about,),
        decision.kind,
        decision.speaker or "",
        decision.by,
        decision.reason,
    )


def refuse_contradictions(decisions: Sequence[Decision], path: Path | None = None) -> None:
    """Raise SettingsError for the first decision that an earlier one does not go with."""
    by_key: dict[str, list[Decision]] = {}
    for decision in decisions:
        earlier = dict.fromkeys(
            other for key in sorted(decision.keys) for other in by_key.get(key, ())
        )
        for other in earlier:
            if contradict(decision, other):
                at = f", in line {other.line}" if other.line else ""
                raise SettingsError(
                    f"{_say(decision)} does not go with {_say(other)}{at}",
                    path=str(path) if path else None,
                    line=decision.line or None,
                    column=decision.column or None,
                )
        for key in decision.keys:
            by_key.setdefault(key, []).append(decision)


def contradict(one: Decision, other: Decision) -> bool:
    """Whether no text could be as both say: two speakers of one claim, one matter and two."""
    if one.claim is not None:
        speakers = one.speaker, other.speaker
        return one.claim == other.claim and (one.kind != other.kind or len(set(speakers)) > 1)
    parted = [decision for decision in (one, other) if decision.kind == "other-matter"]
    return len(parted) == 1 and any(
        other.side_of(left) not in (None, other.side_of(right)) and other.side_of(right) is not None
        for near, far in combinations(one.sides, 2)
        for left in near
        for right in far
    )


def _say(decision: Decision) -> str:
    speaker = f" ({decision.speaker})" if decision.speaker else ""
    return f"'{decision.kind}'{speaker} by {decision.by}"
