"""A quote set beside one passage of the material: the word diff, and how alike they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from attrib.check.alignment import Run
from attrib.check.folding import name_foldings
from attrib.check.joints import cite, compare_joint, joins_sentences, read_joint, walk
from attrib.check.material import Material
from attrib.check.negation import Negations
from attrib.check.quoted import Quoted
from attrib.records import Span, WordDifference

Likeness = Literal["exact", "folded", "trimmed", "altered"]

_JOINED = "parts of two sentences are joined without an ellipsis"
_LIGHT = 0.3
"""What a function word counts for, beside 1 for a word with content."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that the comparison knows: function words, and what negates."""

    light: frozenset[str]
    negations: Negations


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the material, and how the quote differs from it.

    `words` are indexes into the material's words, half-open. `nearness` is the share of the
    quote's words that stand there, by weight; `similarity` counts every word the same, and
    the passage's words too, but for those left out at an ellipsis; both in [0, 1]. `longest` is
    the longest run of the same words, `runs` are the indexes of all of them. `notes` say in words
    what the folding covers, or why the sense may be another one: negations gained and lost, parts
    that do not belong together.
    """

    material: Material
    words: tuple[int, int]
    likeness: Likeness
    differences: tuple[WordDifference, ...]
    notes: tuple[str, ...] = ()
    nearness: float = 1.0
    longest: int = 0
    similarity: float = 1.0
    runs: tuple[tuple[int, int], ...] = ()

    @property
    def span(self) -> Span:
        """The characters of the passage, from its first word to the end of its last."""
        words = self.material.words
        return Span(words.starts[self.words[0]], words.ends[self.words[1] - 1])


def same_passage(
    text: str, quoted: Quoted, material: Material, words: Span, *, exact: bool
) -> Passage:
    """The passage whose words (indexes) are those of the quote, to the letter or folded."""
    indexes = (words.start, words.end)
    ours = cite(text, quoted.every, (0, len(quoted.every)))
    theirs = cite(material.article.text, material.words, indexes)
    same = (WordDifference("same", ours, theirs),)
    if exact:
        return Passage(material, indexes, "exact", same, runs=(indexes,))
    passage = Passage(material, indexes, "folded", same, runs=(indexes,))
    return replace(passage, notes=_name_foldings(text, quoted, passage))


def compare_passage(
    text: str, quoted: Quoted, material: Material, runs: Sequence[Run], vocabulary: Vocabulary
) -> Passage:
    """The passage that the runs of common words make out, and the word diff."""
    differences: list[WordDifference] = []
    notes: list[str] = []
    same = [index for run in runs for index in range(run.ours, run.ours_end)]
    n_other = 0
    for item in walk(quoted, material, runs):
        if isinstance(item, Run):
            ours = cite(text, quoted.words, (item.ours, item.ours_end))
            theirs = cite(material.article.text, material.words, (item.theirs, item.theirs_end))
            differences.append(WordDifference("same", ours, theirs))
            continue
        found = read_joint(text, quoted, material, item)
        is_marked = item.is_cut
        kinds = {difference.kind for difference in found}
        differences += found
        if kinds == {"same"}:
            same += range(*item.ours)
        elif kinds != {"interrupted"}:
            gained_or_lost = compare_joint(quoted, material, item, vocabulary.negations)
            notes += gained_or_lost
            if not (gained_or_lost or item.is_cut) and joins_sentences(material, item):
                notes.append(_JOINED)
            is_marked = item.is_cut and not gained_or_lost
        # What the draft says it left out does not make the quote less like the passage.
        if kinds & {"replaced", "left-out"} and not is_marked:
            n_other += item.theirs[1] - item.theirs[0]
    folded = quoted.words.folded
    matched = [folded[index] for index in same]
    likeness = _judge(differences, notes)
    passage = Passage(
        material=material,
        words=(runs[0].theirs, runs[-1].theirs_end),
        likeness=likeness,
        differences=_join_same(differences),
        notes=tuple(notes),
        nearness=round(_weigh(matched, vocabulary) / _weigh(folded, vocabulary), 3),
        longest=max(run.length for run in runs),
        similarity=2 * len(same) / (len(folded) + len(same) + n_other),
        runs=tuple((run.theirs, run.theirs_end) for run in runs),
    )
    if likeness == "folded" and len(passage.differences) == 1:
        return replace(passage, notes=_name_foldings(text, quoted, passage))
    return passage


def _name_foldings(text: str, quoted: Quoted, passage: Passage) -> tuple[str, ...]:
    return name_foldings(quoted.span.of(text), passage.span.of(passage.material.article.text))


def _judge(differences: Iterable[WordDifference], notes: Sequence[str]) -> Likeness:
    kinds = {difference.kind for difference in differences}
    if notes or kinds & {"replaced", "added"}:
        return "altered"
    return "trimmed" if kinds & {"left-out", "bracketed"} else "folded"


def _join_same(differences: Sequence[WordDifference]) -> tuple[WordDifference, ...]:
    joined: list[WordDifference] = []
    for item in differences:
        before = joined[-1] if joined else None
        if before and before.kind == item.kind == "same":
            ours, theirs = f"{before.ours} {item.ours}", f"{before.theirs} {item.theirs}"
            joined[-1] = WordDifference("same", ours, theirs)
        else:
            joined.append(item)
    return tuple(joined)


def _weigh(folded: Iterable[str], vocabulary: Vocabulary) -> float:
    return sum(_LIGHT if word in vocabulary.light else 1.0 for word in folded)
