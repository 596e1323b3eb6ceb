"""What editors have decided about passages, and what each decision was found to be about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, get_args

DecisionKind = Literal["same-matter", "other-matter", "settled", "speaker", "no-claim"]

ON_CONTESTS: frozenset[DecisionKind] = frozenset({"same-matter", "other-matter", "settled"})
"""Kinds about passages set against each other; the others are about one claim."""
_KEY = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision, with the name of who made it and the reason.

    A decision on a contest has `sides`: the keys (`Claim.key`) of the claims on each; one on a
    claim has its key as `claim`, and for "speaker" the name of who speaks. `about` tells people
    which passage is meant, and is not read. `line` and `column` are its place in its file, 0
    where it comes from none. Raises ValueError for a kind that there is not, and
    for a decision that lacks what its kind needs.
    """

    kind: DecisionKind
    by: str
    reason: str
    claim: str | None = None
    sides: tuple[tuple[str, ...], ...] = ()
    speaker: str | None = None
    about: str = field(default="", compare=False)
    line: int = field(default=0, compare=False, repr=False, metadata={"place": "line"})
    column: int = field(default=0, compare=False, repr=False, metadata={"place": "column"})

    def __post_init__(self) -> None:
        if self.kind not in get_args(DecisionKind):
            known = ", ".join(get_args(DecisionKind))
            raise ValueError(f"'{self.kind}' is no kind of decision; expected one of {known}")
        for name in ("by", "reason"):
            if not getattr(self, name).strip():
                raise ValueError(f"'{name}' is empty; a decision needs a name and a reason")
        if self.kind in ON_CONTESTS:
            self._require_sides()
        elif self.claim is None or self.sides:
            raise ValueError(f"a decision '{self.kind}' is about one claim: 'claim', no 'sides'")
        if (self.kind == "speaker") != (self.speaker is not None):
            raise ValueError("a decision 'speaker', and no other, says who in 'speaker'")
        if self.speaker is not None and not self.speaker.strip():
            raise ValueError("'speaker' is empty")
        for key in self.keys:
            if not _KEY.fullmatch(key):
                raise ValueError(f"'{key}' is no key of a claim: 16 digits of 0-9 and a-f")

    def _require_sides(self) -> None:
        if self.claim is not None or len(self.sides) < 2 or not all(self.sides):
            raise ValueError(
                f"a decision '{self.kind}' is about a contest: 'sides', two or more lists of keys"
            )
        if len(self.keys) < sum(map(len, self.sides)):
            raise ValueError("a key stands twice in 'sides'")

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all claims that it speaks of."""
        return frozenset(key for side in self.sides for key in side) | (
            {self.claim} if self.claim is not None else set()
        )

    def side_of(self, key: str) -> int | None:
        """On which of its sides the claim with this key stands."""
        return next((place for place, side in enumerate(self.sides) if key in side), None)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and the ids of the claims or contests it is about; none: it matches nothing.

    `joined` are claims that have come to its contests since. `note` says why it has no effect,
    where something is in its way.
    """

    decision: Decision
    claims: tuple[str, ...] = ()
    contests: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    note: str = ""

    @property
    def matches(self) -> bool:
        return bool(self.claims or self.contests)
