"""Characters that may stand inside a word and that nobody sees, so that none is read."""

from __future__ import annotations

# Joiners are left alone: they make one sign of several (a family, a flag).
INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
"""Soft hyphen, zero-width space, marks of direction, word joiner: for a set in a pattern."""
