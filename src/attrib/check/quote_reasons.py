"""Why a quote gets its verdict, in plain sentences for an editor."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.check.folding import fold_words
from attrib.check.joints import CUT
from attrib.check.passages import Passage
from attrib.records import WordDifference

NOT_FOUND = "No passage of the material has these words or comes near them."
_MOST_SHOWN = 3
_LONGEST_SHOWN = 60


def tell_likeness(passage: Passage) -> str:
    """In what the quote differs from the passage."""
    if passage.likeness == "exact":
        return "The same words, mark for mark."
    if passage.likeness == "folded":
        differing = f" but for {_list(passage.notes)}" if passage.notes else ""
        return " ".join([f"The same words{differing}.", *_tell_differences(passage.differences)])
    told = [f"{note[:1].upper()}{note[1:]}." for note in passage.notes]
    shown = [item for item in passage.differences if not _is_told(item, passage.notes)]
    return " ".join([*told, *_tell_differences(shown)])


def tell_joined(count: int, speakers: Sequence[str]) -> str:
    """That a quote is put together from words that do not follow one another."""
    told = f"Joined from {count} passages that do not follow one another in one text."
    return f"{told} Those are given to {_list(speakers)}." if len(speakers) > 1 else told


def tell_speakers(ours: str, theirs: str, *, is_other: bool, is_open: bool) -> str:
    """Whom the draft and the material give the words to; "" stands for nobody.

    `is_open` says that the two may be one or not.
    """
    if is_other:
        return f"The draft gives these words to {ours}, the material to {theirs}."
    if theirs and not ours:
        return f"The draft names no speaker; the material gives the words to {theirs}."
    return f'Whether "{theirs}" there is {ours} is not certain.' if theirs and is_open else ""


def tell_negation_before(words: str) -> str:
    """That the quote begins just behind a negation."""
    return f'In the material a negation goes before these words: "{_cut(words)}".'


def _tell_differences(differences: Sequence[WordDifference]) -> list[str]:
    told = [sentence for item in differences if (sentence := _tell(item))]
    hidden = len(told) - _MOST_SHOWN
    if hidden <= 0:
        return told
    return [*told[:_MOST_SHOWN], f"{hidden} more {'difference' if hidden == 1 else 'differences'}."]


def _tell(item: WordDifference) -> str:
    ours, theirs = _cut(item.ours), _cut(item.theirs)
    if item.kind == "replaced":
        return f'"{ours}" stands where the material has "{theirs}".'
    if item.kind == "added":
        return f'"{ours}" is added.'
    if item.kind == "bracketed" and "[" not in item.ours:
        return f'"{ours}" stands where the material has "{theirs}" in brackets.'
    if item.kind == "bracketed":
        return f'"{ours}" stands for "{theirs}".' if theirs else f'"{ours}" is put in.'
    if item.kind == "interrupted":
        return f'The material breaks the quote for "{theirs}".'
    if item.kind == "left-out":
        if item.ours == CUT:
            return f"Left out at the ellipsis: {_count(item.theirs)}."
        return f'Left out without an ellipsis: "{theirs}".'
    return ""


def _count(words: str) -> str:
    count = len(words.split())
    return "1 word" if count == 1 else f"{count} words"


def _cut(words: str) -> str:
    if len(words) <= _LONGEST_SHOWN:
        return words
    return words[:_LONGEST_SHOWN].rsplit(" ", 1)[0] + " ..."


def _is_told(item: WordDifference, notes: Sequence[str]) -> bool:
    """Whether the difference is only the negation that a note names."""
    words = fold_words(item.ours + item.theirs).folded
    return len(words) == 1 and any(f'negation "{words[0]}"' in note for note in notes)


def _list(items: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))
