"""One tokeniser for every stage: words, numbers and marks with their places in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from attrib.records import Span

_TOKEN = re.compile(
    r"""
      (?:[A-Z]\.){2,}                                   # U.S., J.K.
    | [$£€¥₹]?\d+\.\d+(?![ap]\.?m\b)[^\W\d_]{1,8}\b       # 41.5C  £1.5million, not the time 2.35am
    | (?:[$£€¥₹])?\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|%|m|bn|tn|k)?\b%?   # 1,200  $3.5bn  10th  45%
    | ['’]s\b                                           # the possessive, a token of its own
    | (?:[^\W\d_]                                      # don't  al-Assad
        # What wrong decoding leaves of an accent, and a soft hyphen, stay in the word; a
        # no-break space parts two, unless it is what is left of "à".
        |(?<=[^\W\d_])(?:(?<=Ã)\xa0|[\x80-\x9f\xa1-\xaa\xac-\xba\xbc-\xbf])+(?=[^\W\d_])
      )+(?:['’](?!s\b)[^\W\d_]+)*(?:-\w+(?:['’](?!s\b)[^\W\d_]+)*)*
    | \.{3}|--
    | \w+
    | [^\w\s]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or one mark; `lower` is the text in lower case, ’ written as '."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


def tokenise(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`, with places counted in the whole `text`."""
    stop = len(text) if end is None else end
    return tuple(
        Token(match.start(), match.end(), match.group(), match.group().lower().replace("’", "'"))
        for match in _TOKEN.finditer(text, start, stop)
    )
