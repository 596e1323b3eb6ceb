"""What lies between the words that a quote and a passage share, and what it amounts to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib.check.alignment import Run
from attrib.check.folding import Words
from attrib.check.material import Material
from attrib.check.negation import Negations, compare_negations, find_negations
from attrib.check.quoted import Bracket, Quoted, ends_sentence
from attrib.records import DifferenceKind, WordDifference

CUT = "…"
"""The draft's part of a difference where an ellipsis says that words are left out."""
_LONGEST_INTERRUPTION = 25
"""Words of the writer's between two quotes of one utterance: "said the mayor of ..."."""
_LONGEST_BRACKETED = 10
"""Words that one bracket may stand for."""
_LONGEST_NEGATION = 3
"""Words of a phrase that negates: "failed to"."""
_LABEL = re.compile(r"[‘'\"“][^‘’'\"“”]*\s[^‘’'\"“”]*[’'\"”]")
"""Several words in marks of their own, which negate nothing outside: the ‘Never Again’ crowd."""
_CLAUSE_MARK = re.compile(r"[,;:()—–.!?…]|\s-\s")


@dataclass(frozen=True, slots=True)
class Joint:
    """Words `ours` of the quote against `theirs` of the text, half-open ranges of indexes.

    `brackets` are what the draft put in there; `is_cut` says that it has an ellipsis there.
    """

    ours: tuple[int, int]
    theirs: tuple[int, int]
    brackets: tuple[Bracket, ...]
    is_cut: bool


def walk(quoted: Quoted, material: Material, runs: Sequence[Run]) -> Iterator[Run | Joint]:
    """Runs and the joints between, before and after them, in reading order.

    A run ends where the draft has a bracket or an ellipsis. At the ends a joint takes as many
    words of the passage's sentence as the quote has words that do not stand there.
    """
    marks = sorted(quoted.cuts | {bracket.place for bracket in quoted.brackets})
    pieces = [piece for run in runs for piece in _split(run, marks)]
    ours, theirs = 0, _widen(material, pieces[0].theirs, -pieces[0].ours)
    for piece in pieces:
        yield from _joint(quoted, (ours, piece.ours), (theirs, piece.theirs))
        yield piece
        ours, theirs = piece.ours_end, piece.theirs_end
    end = _widen(material, theirs, len(quoted.words) - ours)
    yield from _joint(quoted, (ours, len(quoted.words)), (theirs, end))


def read_joint(
    text: str, quoted: Quoted, material: Material, joint: Joint
) -> tuple[WordDifference, ...]:
    """How the quote and the passage differ there; `text` is the draft's."""
    ours = cite(text, quoted.words, joint.ours)
    theirs = cite(material.article.text, material.words, joint.theirs)
    folded = _folded(material.words, joint.theirs)
    found: list[WordDifference] = []
    for bracket in joint.brackets:
        shown = " ".join(bracket.span.of(text).split())
        if not ours and folded and "".join(folded) == "".join(bracket.folded):
            found.append(WordDifference("same", shown, theirs))
            theirs = ""
        elif not ours and len(folded) <= _LONGEST_BRACKETED:
            found.append(WordDifference("bracketed", shown, theirs))
            theirs = ""
        else:
            found.append(WordDifference("bracketed", shown, ""))
    if ours and "".join(_folded(quoted.words, joint.ours)) == "".join(folded):
        # "cannot" and "can not", "co-operate" and "cooperate".
        found.append(WordDifference("same", ours, theirs))
    elif ours and theirs and not joint.is_cut:
        kind: DifferenceKind = "bracketed" if _is_bracketed(material, joint.theirs) else "replaced"
        found.append(WordDifference(kind, ours, theirs))
    else:
        found += [WordDifference("added", ours, "")] if ours else []
        found += [_leave_out(material, joint, theirs)] if theirs else []
    return tuple(found)


def _leave_out(material: Material, joint: Joint, theirs: str) -> WordDifference:
    if is_interruption(material, joint.theirs):
        return WordDifference("interrupted", "", theirs)
    return WordDifference("left-out", CUT if joint.is_cut else "", theirs)


def compare_joint(
    quoted: Quoted, material: Material, joint: Joint, negations: Negations
) -> tuple[str, ...]:
    """Negations that the quote gains or loses there, in words.

    Of whole sentences left out none counts: what they negate is gone as well.
    """
    ours = list(_folded(quoted.words, joint.ours))
    for bracket in joint.brackets:
        ours += bracket.folded
    theirs = _folded(material.words, joint.theirs)
    if not ours:
        # Nothing stands in their place, so only what is kept can lose its negation.
        theirs = _touching(material, joint)
    found = compare_negations(ours, theirs, negations)
    return found or _find_strayed(material, joint, negations)


def joins_sentences(material: Material, joint: Joint) -> bool:
    """Whether words are left out from within one sentence to within a later one.

    The beginning of the one and the end of the other then read as a sentence that nobody said.
    """
    ends = _find_ends(material, joint)
    return bool(ends) and joint.theirs[0] not in ends and joint.theirs[1] not in ends


def _find_ends(material: Material, joint: Joint) -> tuple[int, ...]:
    """Where sentences end in words that are only left out, their edges included."""
    words, (first, last) = material.words, joint.theirs
    if joint.ours[0] < joint.ours[1] or not 0 < first < last < len(words):
        return ()
    text = material.article.text
    return tuple(edge for edge in range(first, last + 1) if ends_sentence(text, words, edge))


def _find_strayed(material: Material, joint: Joint, negations: Negations) -> tuple[str, ...]:
    """A negation kept while what it negates is left out: "I do not [know it. I] want it"."""
    ends, (first, last) = _find_ends(material, joint), joint.theirs
    if not ends or last in ends:
        return ()
    kept = material.words.folded[max(first - _LONGEST_NEGATION, 0) : first]
    # "No." is an answer, and negates nothing behind it.
    if kept[-1:] == ("no",) and first in ends:
        return ()
    return tuple(
        f'the negation "{word}" stands before words of another sentence'
        for word in find_negations(kept, negations)
        if kept[-len(word.split()) :] == tuple(word.split())
    )


def is_interruption(material: Material, theirs: tuple[int, int]) -> bool:
    """Whether the words stand between two quotes of the text: "A," she said, "B"."""
    first, last = theirs
    if not 0 < first < last < len(material.words) or last - first > _LONGEST_INTERRUPTION:
        return False
    places = [material.words.starts[index] for index in range(first - 1, last + 1)]
    inside = [is_quoted(material, place) for place in places]
    return inside[0] and inside[-1] and not any(inside[1:-1])


def cite(text: str, words: Words, indexes: tuple[int, int]) -> str:
    """The words with these indexes as they stand in the text, on one line."""
    first, last = indexes
    return (
        " ".join(text[words.starts[first] : words.ends[last - 1]].split()) if first < last else ""
    )


def _split(run: Run, marks: Sequence[int]) -> Iterator[Run]:
    start = run.ours
    for mark in (*marks[bisect_right(marks, run.ours) :], run.ours_end):
        end = min(mark, run.ours_end)
        if start < end:
            yield Run(start, run.theirs + start - run.ours, end - start)
            start = end


def _joint(quoted: Quoted, ours: tuple[int, int], theirs: tuple[int, int]) -> Iterator[Joint]:
    first, last = ours
    brackets = tuple(item for item in quoted.brackets if first <= item.place <= last)
    is_cut = any(first <= cut <= last for cut in quoted.cuts)
    if first < last or theirs[0] < theirs[1] or brackets:
        yield Joint(ours, theirs, brackets, is_cut)


def _widen(material: Material, place: int, count: int) -> int:
    """The word boundary `count` words from `place`, or where the sentence or quote ends."""
    words, text, step = material.words, material.article.text, 1 if count > 0 else -1
    for _ in range(abs(count)):
        following = place + min(step, 0)
        if not 0 <= following < len(words):
            break
        # Words of the writer's before a quote are not what the draft's words stand for.
        is_inside = is_quoted(material, words.starts[following - step])
        if is_inside != is_quoted(material, words.starts[following]):
            break
        if 0 < place < len(words) and ends_sentence(text, words, place):
            break
        place += step
    return place


def is_quoted(material: Material, place: int) -> bool:
    """Whether the text has the character at `place` within quotation marks."""
    index = bisect_right(material.quotes, place, key=lambda span: span.start) - 1
    return index >= 0 and place < material.quotes[index].end


def _is_bracketed(material: Material, theirs: tuple[int, int]) -> bool:
    """Whether the words stand in square brackets in the material: not the speaker's either."""
    text, words = material.article.text, material.words
    start, end = words.starts[theirs[0]], words.ends[theirs[1] - 1]
    return text[max(start - 1, 0) : start] == "[" and text[end : end + 1] == "]"


def _folded(words: Words, indexes: tuple[int, int]) -> tuple[str, ...]:
    return words.folded[slice(*indexes)]


def _touching(material: Material, joint: Joint) -> tuple[str, ...]:
    """Of words left out, those that belong to what is kept: all, where it is one sentence.

    What goes from one sentence into another leaves the beginning of the one and the end of
    the other; with an ellipsis only the clauses next to it.
    """
    words, text = material.words, material.article.text
    first, last = joint.theirs
    if _LABEL.fullmatch(text, max(words.starts[first] - 1, 0), words.ends[last - 1] + 1):
        return ()
    edges = range(max(first, 1), min(last, len(words) - 1) + 1)
    ends = [edge for edge in edges if ends_sentence(text, words, edge)]
    if not ends:
        return words.folded[first:last]
    if joint.is_cut:
        ends = [edge for edge in edges if parts_clauses(text, words, edge)]
    return words.folded[first : ends[0]] + words.folded[ends[-1] : last]


def parts_clauses(text: str, words: Words, index: int) -> bool:
    """Whether a mark stands between the word before `index` and the one there."""
    between = (words.ends[index - 1] - 1, words.starts[index])
    return bool(_CLAUSE_MARK.search(text, *between)) or ends_sentence(text, words, index)
