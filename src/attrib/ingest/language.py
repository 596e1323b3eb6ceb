"""Whether a text is English, so that no rules for English are laid over another language."""

from __future__ import annotations

import re

from attrib.records import Span

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
"""Code points of the text that are looked at."""
_FEWEST_WORDS = 25
_FEWEST_LETTERS = 60
_ENGLISH_SHARE = 0.06
"""Share of function words below which a text is not English; English news has 0.12 and more."""


def find_language(text: str, furniture: tuple[Span, ...], function_words: frozenset[str]) -> str:
    """ "en", or "und" for a text that is clearly not English; short texts are English."""
    if not function_words:
        return "en"
    words = [word.lower() for word in _WORD.findall(_sample(text, furniture))]
    letters = sum(map(len, words))
    foreign = sum(len(word) for word in words if not _is_latin(word[0]))
    # Some scripts have no spaces between words, so letters are counted where the script differs.
    if letters >= _FEWEST_LETTERS and foreign > letters / 2:
        return "und"
    if len(words) < _FEWEST_WORDS:
        return "en"
    share = sum(word in function_words for word in words) / len(words)
    return "en" if share >= _ENGLISH_SHARE else "und"


def _sample(text: str, furniture: tuple[Span, ...]) -> str:
    pieces: list[str] = []
    start = 0
    for span in sorted(furniture):
        if start >= _SAMPLE:
            break
        pieces.append(text[start : max(span.start, start)])
        start = max(start, span.end)
    pieces.append(text[start : start + _SAMPLE])
    return " ".join(pieces)[:_SAMPLE]


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter <= "\u1eff"
