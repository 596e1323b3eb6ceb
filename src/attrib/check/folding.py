"""When two wordings count as the same words: the folding rules, and how words are folded."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass

FOLDING_RULES = (
    "White space: any run of spaces, tabs and line ends counts as one space.",
    "Case: capital and small letters count as the same.",
    "Typography: curly and straight marks, long and short dashes, ligatures, accents and "
    "invisible characters (soft hyphens, zero-width spaces) make no difference.",
    "Punctuation: marks between words make no difference, and a hyphen may join or part "
    'words. Apostrophes inside words ("we\'re"), points inside numbers (1.5) and signs that '
    "are read aloud ($, %, a minus) do count; & is read as and, % as percent, and the comma "
    "in 1,000 is dropped.",
    "The end: a comma or full stop after the last word belongs to the sentence around the quote.",
)
"""What a quote may differ in and still be the same words; docs/verify.md has it word for word."""

# Soft hyphens, zero-width characters, direction marks, variation selectors, word joiners.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef"
)
_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_APOSTROPHES = "'’‘ʼ`´"
_SIGNS = "$£€¥₹%‰&+=×÷°"
_LETTER = r"[^\W_]"
_WORD = re.compile(
    rf"""
      (?<![^\s(\[$£€¥"“‘'])[-−](?=[$£€¥]?\d)                  # a minus, not a hyphen
    | (?<!{_LETTER})(?:[^\W\d_]\.)+[^\W\d_](?!{_LETTER})\.?    # U.S.
    | {_LETTER}(?:
          {_LETTER} | [{_INVISIBLE}{_COMBINING}]
        | [{_APOSTROPHES}](?={_LETTER}) | (?<=\d)[.,:](?=\d)
      )*
    | [{_SIGNS}]
    """,
    re.VERBOSE,
)
_DROPPED = re.compile(f"[{_INVISIBLE}{_COMBINING}]")
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_READ_AS = {"&": "and", "%": "percent", "−": "-"}
_FINAL = re.compile(r"[,;:.…]*([?!]*)")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a text by place and folded form; `starts` and `ends` are code points."""

    starts: array[int]
    ends: array[int]
    folded: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.folded)


def fold_words(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words of `text[start:end]`, with places counted in the whole `text`."""
    matches = _WORD.finditer(text, start, len(text) if end is None else end)
    return pack_words((match.start(), match.end(), fold(match.group())) for match in matches)


def pack_words(words: Iterable[tuple[int, int, str]]) -> Words:
    """Words from (start, end, folded form), in reading order."""
    starts, ends, folded = array("L"), array("L"), []
    for first, last, word in words:
        starts.append(first)
        ends.append(last)
        folded.append(word)
    return Words(starts, ends, tuple(folded))


def fold(word: str) -> str:
    """One word as it is compared."""
    if word.isascii() and word.isalpha():
        return word.lower()
    if word in _READ_AS:
        return _READ_AS[word]
    if not word.isascii():
        word = _DROPPED.sub("", unicodedata.normalize("NFD", word.casefold()))
        word = _APOSTROPHE.sub("'", word)
    word = word.lower()
    if word[0].isdigit():
        return _THOUSANDS.sub("", word)
    return word.replace(".", "") if "." in word else word


def has_same_end(ours: str, theirs: str) -> bool:
    """Whether both texts, each beginning just after the last word, end alike.

    A question or exclamation mark is part of what was said; a comma or full stop is not.
    """
    return _final_marks(ours) == _final_marks(theirs)


def _final_marks(text: str) -> str:
    found = _FINAL.match(text)
    return found.group(1) if found else ""


def name_foldings(ours: str, theirs: str) -> tuple[str, ...]:
    """In what two texts of the same folded words differ, in words for a person."""
    named = []
    for name, _ in _FOLDINGS:
        left, right = (" ".join(text.split()) for text in (ours, theirs))
        for other, normalise in _FOLDINGS:
            if other != name:
                left, right = normalise(left), normalise(right)
        # A hyphen may stand for a space or for nothing; either is the hyphen's difference.
        if left != right and left.replace(" ", "") != right.replace(" ", ""):
            named.append(name)
    if _has_other_space(ours, theirs):
        named.append("white space")
    return tuple(named) if named else ("punctuation",)


def _has_other_space(ours: str, theirs: str) -> bool:
    """Whether space differs where no mark stands, in kind or in number."""
    left, right = (_fold_typography(text).casefold() for text in (ours, theirs))
    return all(
        re.sub(mark, put, left).strip() != re.sub(mark, put, right).strip()
        for mark, put in ((_BETWEEN, " "), (_MARK, ""))
    )


_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"',
     "»": '"', "—": "-", "–": "-", "‐": "-", "‑": "-", "−": "-", "…": "...", "ﬁ": "fi",
     "ﬂ": "fl"}
)  # fmt: skip
_MARK = rf"[^\w\s{_SIGNS}'{_INVISIBLE}{_COMBINING}]|(?<!\w)'|'(?!\w)"
_BETWEEN = re.compile(rf"(?<!\s)\s*(?:{_MARK})+\s*")


def _fold_typography(text: str) -> str:
    return _DROPPED.sub("", unicodedata.normalize("NFD", text.translate(_MARKS)))


def _fold_punctuation(text: str) -> str:
    return " ".join(_BETWEEN.sub(" ", _THOUSANDS.sub("", text)).split())


_FOLDINGS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("typography", _fold_typography),
    ("case", str.casefold),
    ("punctuation", _fold_punctuation),
)
