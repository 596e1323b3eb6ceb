"""Whether a text points back at words that it has quoted before, or at a record of them.

"Orr's promise", "her letter, read out at the inquest", "beginning with its first line": what is
quoted there is no new remark but the one that was quoted already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from attrib.check.draft import Draft, is_silent
from attrib.check.matching import Searcher
from attrib.check.phrasing import compile_phrases
from attrib.records import Span

_OWNER = (
    r"(?:[\w.]{1,30}['’]s?|(?<![\w’'])(?:his|her|their|its|the|that|this|those|these|whose|same))"
)
# What makes a remark the only one of its kind: "a single sentence", "the opening line".
_SOLE = r"(?:single|only|sole|first|opening|last|closing|final|one-line|very|exact)"


@dataclass(frozen=True, slots=True)
class Pointers:
    """What finds each kind of pointer: `plain` to some remark, `sole` to the one there is."""

    plain: tuple[Searcher, ...]
    sole: Searcher

    def points(self, draft: Draft, sentence: int, beside: Span) -> bool:
        """Whether words of the sentence, or of the one before, point back outside quotes."""
        return any(_stands(draft, sentence, words, beside) for words in (*self.plain, self.sole))

    def is_sole(self, draft: Draft, sentence: int, beside: Span) -> bool:
        """Whether they point at the one remark that there is."""
        return _stands(draft, sentence, self.sole, beside)


def read_pointers(draft: Draft, phrases: Iterable[str], nouns: Iterable[str]) -> Pointers:
    """The pointers of a rule: `phrases` as they stand, and `nouns` for words behind an owner."""
    either = "|".join(re.escape(noun) for noun in sorted(nouns, key=len, reverse=True))
    owned = re.compile(rf"{_OWNER}\s(?:[\w’'-]{{1,20}}\s){{0,2}}?(?:{either})(?!\w)", re.IGNORECASE)
    sole = re.compile(
        rf"(?<!\w){_SOLE}\s(?:\w{{1,15}}\s)?(?:{either})(?!\w)"
        r"|the same (?:way|words|thing)|(?<!\w)(?:recorded|quoted)\s(?:\w+\s){0,2}in full(?!\w)",
        re.IGNORECASE,
    )
    return Pointers((compile_phrases(phrases, draft.rulebook), owned), sole)


def _stands(draft: Draft, sentence: int, words: Searcher, beside: Span) -> bool:
    sentences = draft.segmentation.sentences
    here = sentences[sentence]
    before = sentences[max(sentence - 1, 0)]
    start = (before if before.paragraph == here.paragraph else here).span.start
    end = here.span.end
    return any(
        not span.overlaps(beside) and not is_silent(draft, span)
        for span in (Span(*match.span()) for match in words.finditer(draft.text, start, end))
    )
