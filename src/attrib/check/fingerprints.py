"""What makes a finding the same finding when the draft around it has changed.

Never its line, and never its severity: a baseline that is keyed by either is stale after the next
edit.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from attrib.records import Diagnostic

_LENGTH = 16
_NO_WORD = re.compile(r"[^\w]+")


def make_fingerprint(code: str, words: str, speaker: str = "") -> str:
    """16 hexadecimal digits; case, spaces and marks of the words make no difference."""
    parts = (code, _fold(words), _fold(speaker))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:_LENGTH]


def number_alike(diagnostics: Sequence[Diagnostic]) -> tuple[tuple[Diagnostic, int], ...]:
    """Each finding with its number, from 1, among those of its file with its fingerprint."""
    seen: Counter[tuple[str, str]] = Counter()
    numbered = []
    for diagnostic in diagnostics:
        key = diagnostic.path, diagnostic.fingerprint
        seen[key] += 1
        numbered.append((diagnostic, seen[key]))
    return tuple(numbered)


def _fold(words: str) -> str:
    return _NO_WORD.sub(" ", unicodedata.normalize("NFKC", words).casefold()).strip()
