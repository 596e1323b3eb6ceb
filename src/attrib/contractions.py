"""Contracted words in full: "don't" is "do not". Only where there is one reading: not 's and 'd."""

from __future__ import annotations

_WHOLE = {"won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not"}
_ENDINGS = {"n't": "not", "'re": "are", "'m": "am", "'ve": "have", "'ll": "will"}


def expand(word: str) -> tuple[str, ...]:
    """The words of `word`, in lower case and with a straight apostrophe; itself if it is one."""
    if word in _WHOLE:
        return tuple(_WHOLE[word].split())
    for ending, full in _ENDINGS.items():
        if word.endswith(ending) and word != ending:
            return word.removesuffix(ending), full
    return (word,)
