"""In which language, or at least in which script, words stand, as HTML's `lang` and `dir` say it.

A screen reader that meets a Russian quote in an English page must change its voice. Nothing here
guesses a language from words: a script that is written in one living language only names that
language, any other is named itself ("und-Cyrl": undetermined, in Cyrillic).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?")

# First word of a letter's name in Unicode, with its tag. Han characters without kana or hangul
# beside them are Chinese or Japanese: that is left open.
_SCRIPTS = {
    "CYRILLIC": "und-Cyrl",
    "GREEK": "el",
    "ARABIC": "und-Arab",
    "HEBREW": "und-Hebr",
    "SYRIAC": "und-Syrc",
    "THAANA": "dv",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "DEVANAGARI": "und-Deva",
    "BENGALI": "und-Beng",
    "GURMUKHI": "pa",
    "GUJARATI": "gu",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "THAI": "th",
    "LAO": "lo",
    "TIBETAN": "bo",
    "MYANMAR": "und-Mymr",
    "KHMER": "km",
    "ETHIOPIC": "und-Ethi",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "und-Hani",
}
_RIGHT_TO_LEFT = frozenset({"und-Arab", "und-Hebr", "und-Syrc", "dv"})
_FOREIGN = re.compile(
    "[\u0370-\u1fff\u2c00-\u2dff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufefe]|[^\0-\uffff]"
)
"""Whatever may be a letter of another script: most texts have none, and are not looked at twice."""
_TURNING = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FEWEST = 2
"""Letters that make a run; "β" alone is a sign, no Greek."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words of one script. `lang` is None for Latin ones."""

    text: str
    lang: str | None = None

    @property
    def dir(self) -> Literal["rtl"] | None:
        return "rtl" if self.lang in _RIGHT_TO_LEFT else None


def find_tag(language: str | None) -> str | None:
    """`language` where it is a tag that HTML's `lang` can hold ("en", "pt-BR"); else None."""
    return language if language and _TAG.fullmatch(language) else None


def has_right_to_left(text: str) -> bool:
    """Whether a letter of `text` belongs to a script that is written from right to left."""
    return _TURNING.search(text) is not None


def find_runs(text: str) -> tuple[Run, ...]:
    """`text` cut where the script changes; the runs join up to it.

    A run in another script goes from its first letter to its last; what stands between, spaces
    and stops too, belongs to it. Marks and digits at its edges do not.
    """
    if not _FOREIGN.search(text):
        return (Run(text),) if text else ()
    runs: list[Run] = []
    at = 0
    for start, end, lang in _find_foreign(text):
        if start > at:
            runs.append(Run(text[at:start]))
        runs.append(Run(text[start:end], lang))
        at = end
    if at < len(text):
        runs.append(Run(text[at:]))
    return tuple(runs)


def _find_foreign(text: str) -> list[tuple[int, int, str]]:
    """Start, end and tag of each run in another script."""
    found: list[tuple[int, int, str, int]] = []
    open_ended = False
    for at, character in enumerate(text):
        if not character.isalpha():
            # An accent that is a character of its own belongs to its letter.
            if found and open_ended and found[-1][1] == at and unicodedata.combining(character):
                start, _, lang, letters = found[-1]
                found[-1] = (start, at + 1, lang, letters)
            continue
        tag = _find_script(character)
        joined = _join(found[-1][2], tag) if tag and found and open_ended else None
        if joined:
            found[-1] = (found[-1][0], at + 1, joined, found[-1][3] + 1)
        elif tag:
            found.append((at, at + 1, tag, 1))
        open_ended = tag is not None
    return [(start, end, lang) for start, end, lang, letters in found if letters >= _FEWEST]


def _join(one: str, other: str) -> str | None:
    """The tag of two neighbours as one run; Han characters take on what stands beside them."""
    if one == other:
        return one
    pair = {one, other}
    if "und-Hani" in pair and pair & {"ja", "ko"}:
        return (pair - {"und-Hani"}).pop()
    return None


@lru_cache(maxsize=4096)
def _find_script(letter: str) -> str | None:
    if not _FOREIGN.match(letter):
        return None
    return _SCRIPTS.get(re.split("[ -]", unicodedata.name(letter, ""))[0])
