"""Whether words tell of what has happened, by the forms of their verbs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from attrib.rulebook import Rulebook
from attrib.tokens import Token

_LONGER = 3
_PAST = frozenset(("was", "were", "had", "been"))


def tells_past(tokens: Iterable[Token], rulebook: Rulebook) -> bool:
    """Whether a form of the past stands among the words."""
    past = _read_past(rulebook.terms_of("irregular-verbs")) | rulebook.terms_of("past-forms")
    return any(
        token.lower in past or (len(token.text) > _LONGER and token.lower.endswith("ed"))
        for token in tokens
    )


@lru_cache(maxsize=4)
def _read_past(groups: frozenset[str]) -> frozenset[str]:
    return frozenset(form for group in groups for form in group.split()[1:]) | _PAST
