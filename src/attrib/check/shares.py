"""Shares of a whole in a few words of text: "five of the 41", "four in ten", "the bulk"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attrib.records import Span
from attrib.tokens import Token

_BETWEEN = ("of", "in", "out")
_SKIPPED = ("the", "all", "those", "these", "our", "their", "every", "of")
_PERCENT = ("percent", "%", "pc")
# What "more than" adds to a share, and "less than" takes from it.
_MORE = 0.01


@dataclass(frozen=True, slots=True)
class Share:
    """A share in [0, 1], and where it stands."""

    span: Span
    value: float


def find_shares(
    tokens: Sequence[Token],
    numbers: Mapping[str, float],
    words: Mapping[str, float],
    limits: tuple[frozenset[str], frozenset[str]],
) -> list[Share]:
    """The shares among `tokens`; `words` are those that name one, `limits` as for figures."""
    found: list[Share] = []
    for place, token in enumerate(tokens):
        value = _ratio(tokens, place, numbers)
        if value is None:
            value = words.get(token.lower)
        if value is None:
            continue
        before = " ".join(word.lower for word in tokens[max(place - 4, 0) : place])
        before = before.removesuffix(" a").removesuffix(" the")
        most, least = (any(before.endswith(word) for word in limit) for limit in limits)
        found.append(Share(token.span, value + _MORE * (least - most)))
    return found


def _ratio(tokens: Sequence[Token], place: int, numbers: Mapping[str, float]) -> float | None:
    """ "Five of the 41", "four in ten", "40 per cent", from `place` on."""
    part = _number(tokens[place], numbers)
    if part is None:
        return None
    following = [token.lower for token in tokens[place + 1 : place + 5]]
    if following[:1] and (following[0] in _PERCENT or following[:2] == ["per", "cent"]):
        return part / 100
    if tokens[place].text.endswith("%"):
        return part / 100
    if not following or following[0] not in _BETWEEN:
        return None
    for token in tokens[place + 2 : place + 5]:
        whole = _number(token, numbers)
        if whole is not None:
            return part / whole if 0 < part <= whole else None
        if token.lower not in _SKIPPED:
            return None
    return None


def _number(token: Token, numbers: Mapping[str, float]) -> float | None:
    if token.lower in numbers:
        return numbers[token.lower]
    digits = token.text.rstrip("%").replace(",", "")
    return float(digits) if digits.isascii() and digits.isdigit() else None
