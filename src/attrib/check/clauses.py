"""Whether words hold a finite verb, told from lists and endings alone."""

from __future__ import annotations

from collections.abc import Container


def is_finite(word: str, listed: Container[str]) -> bool:
    """Whether a word in lower case is a finite verb or holds one ("we're", "isn't").

    `listed` are the frequent ones; others are known by their past tense.
    """
    return (
        word in listed
        or word.endswith(("n't", "'re", "'ve", "'ll"))
        or (len(word) > 3 and word.endswith("ed") and not word.endswith("eed"))
    )
