"""Numbers that count nothing: dates, clock times, scores, telephone numbers, numbers in names
(Flight 12)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib.compare.lexicon import Lexicon
from attrib.compare.numeral import Numeral
from attrib.compare.words import is_name
from attrib.tokens import Token

_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d\Z")
_HALF_DAY = re.compile(r"\d{2}[ap]m\Z")
_LONG_ZERO = re.compile(r"0\d")


def is_no_count(tokens: Sequence[Token], number: Numeral, lexicon: Lexicon) -> bool:
    """Whether the number is part of a date, a time, a score, a name or an ordinal."""
    before = tokens[number.first - 1] if number.first else None
    after = tokens[number.last] if number.last < len(tokens) else None
    next_word = after.lower if after else ""
    if _is_clock(tokens, number, lexicon) or next_word in lexicon.months:
        return True
    # Several numbers in a row, or a leading zero, are a telephone number.
    if _LONG_ZERO.match(tokens[number.first].text) or next_word.isdigit():
        return True
    if before is not None:
        if before.text.isdigit():
            return True
        two_before = tokens[number.first - 2].lower if number.first > 1 else ""
        if before.lower in lexicon.months or (before.text == "." and two_before in lexicon.months):
            return True
        if before.lower in lexicon.numbered or before.text in "#/№" or before.lower == "'":
            return True
        measured = number.currency or number.unit or (next_word,) in lexicon.units
        if is_name(tokens, number.first - 1, lexicon) and not measured:
            return True
        # A hyphen or slash joins scores (3-1), models (F-16) and dates (9/11).
        if (
            before.text in "-–:"
            and number.first > 1
            and tokens[number.first - 2].end == before.start
            and before.end == tokens[number.first].start
        ):
            return True
    joined = after is not None and after.start == tokens[number.last - 1].end
    if joined and after is not None and after.text in "/:":
        return True
    if joined and after is not None and after.text in "-–" and number.last + 1 < len(tokens):
        following = tokens[number.last + 1]
        if following.text[0].isdigit():
            return True
    value = number.low
    bare = not number.currency and not number.hedge and not number.unit
    text = tokens[number.first].text
    return (
        bare
        and len(text) == 4
        and text.isdigit()
        and 1800 <= value <= 2100
        and (next_word not in lexicon.persons and (next_word,) not in lexicon.units)
    )


def _is_clock(tokens: Sequence[Token], number: Numeral, lexicon: Lexicon) -> bool:
    """Whether the number is a time of day: 6 am, 6 p.m., 6.10am, "at 6.10"."""
    following = [token.lower for token in tokens[number.last : number.last + 3]] + ["", "", ""]
    if following[0] in lexicon.clock_words:
        return True
    if following[0] in ("a", "p") and following[1] == "." and following[2] == "m":
        return True
    if following[0] in (".", ":") and _HALF_DAY.match(following[1]):
        return True
    before = tokens[number.first - 1].lower if number.first else ""
    return bool(_CLOCK.match(tokens[number.first].text)) and before in (
        "at", "around", "about", "by", "from", "until", "till", "since", "before", "after",
    )  # fmt: skip
