"""Fixed wordings as one pattern, with every form of "be" and an adverb where an entry asks."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BE = r"(?:is|are|was|were|am|be|been|being)"
_SHORT_BE = r"['’](?:s|re)"
_ADVERB = r"(?:\s+(?!only\b)\w+ly|\s+(?:also|still|now|long|since|often))?"


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases, as whole words in any case, the longest first.

    "{be}" stands for every form of "be" and an adverb after it.
    """
    patterns = []
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        pattern = r"\s+".join(re.escape(word) for word in phrase.split())
        pattern = pattern.replace(r"\s+\{be\}", rf"(?:\s+{_BE}|{_SHORT_BE}){_ADVERB}")
        patterns.append(pattern.replace(r"\{be\}", f"{_BE}{_ADVERB}"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


def both_marks(phrases: Iterable[str]) -> frozenset[str]:
    """The phrases, and those with an apostrophe also with the curly one."""
    return frozenset(form for phrase in phrases for form in (phrase, phrase.replace("'", "’")))
