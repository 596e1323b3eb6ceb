"""Text that settles what the quote beside it leaves open, told by the words of both.

"We may have to look again at Sundays" becomes "passengers lose their Sunday crossing": little but
the strength of the words can be compared, so the quote must hedge, the text must not, and it must
settle something by a word that is known to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.amounts import read_numbers
from attrib.check.draft import Draft, is_silent
from attrib.check.phrasing import compile_phrases
from attrib.check.shares import find_shares
from attrib.check.words import content_stems
from attrib.records import Span
from attrib.tokens import Token

# Words of content that text and quote share where nobody says the text.
_SHARED = 3
# How far before words the word is looked for that stands beside them, in characters.
_NEAR = 20


@dataclass(frozen=True, slots=True)
class Hardening:
    """Words that leave open or settle.

    open     of the quote: that leave a matter open ("I'd be surprised", "it depends")
    closed   of the text: that settle it whatever the rest says ("ruled out", "vowed to")
    firm     of the text: that settle what text and quote both name ("will", "is to")
    soft     of the text: that leave it open as well
    evidence of a sentence near: what else the text may rest on ("a signed order")
    shares   words for a share of a whole, with its percentage ("most 51")
    before   words after which what settles is a noun or another time's ("the", "had")
    """

    open: tuple[str, ...]
    closed: tuple[str, ...]
    firm: tuple[str, ...]
    soft: tuple[str, ...]
    evidence: tuple[str, ...]
    shares: tuple[str, ...]
    before: tuple[str, ...]


class HardeningReader:
    """The words as patterns, made once a draft; `limits` are those before a figure."""

    def __init__(
        self, draft: Draft, words: Hardening, limits: tuple[frozenset[str], frozenset[str]]
    ) -> None:
        rulebook = draft.rulebook
        self.draft = draft
        self.limits = limits
        self.open = compile_phrases(words.open, rulebook)
        self.closed = compile_phrases(words.closed, rulebook)
        self.firm = compile_phrases(words.firm, rulebook)
        self.soft = compile_phrases(words.soft, rulebook)
        self.evidence = compile_phrases(words.evidence, rulebook)
        self.before = frozenset(words.before)
        self.numbers = read_numbers(rulebook)
        self.shares = {word: int(percent) / 100 for word, percent in map(str.split, words.shares)}

    def find_open(self, quote: Span) -> Iterator[str]:
        """The words of a quote that leave a matter open, but for the month of May."""
        for found in self.open.finditer(self.draft.text, quote.start, quote.end):
            if found[0] != "May" or found.start() == quote.start:
                yield found[0]

    def is_soft(self, start: int, end: int) -> bool:
        """Whether the text between leaves a matter open as well, outside quotation marks."""
        return any(
            # The month, inside a sentence.
            (found[0] != "May" or found.start() == start)
            and not is_silent(self.draft, Span(*found.span()))
            for found in self.soft.finditer(self.draft.text, start, end)
        )

    def has_evidence(self, first: int, last: int) -> bool:
        """Whether one of the sentences names what else the text may rest on."""
        sentences = self.draft.segmentation.sentences[first : last + 1]
        return any(
            self.evidence.search(self.draft.text, one.span.start, one.span.end) for one in sentences
        )


def find_hardened(
    reader: HardeningReader, own: list[Token], quoted: list[Token], told: tuple[Span, ...]
) -> tuple[Span, str] | None:
    """The words of the text that settle, and those of the quote that do not.

    `told` is what of the text is certainly the speaker's; elsewhere the two must name one matter.
    """
    if not own or not quoted:
        return None
    text, quote = reader.draft.text, Span(quoted[0].start, quoted[-1].end)
    if reader.is_soft(own[0].start, own[-1].end):
        return None
    vocabulary = reader.draft.vocabulary
    shared = len(set(content_stems(own, vocabulary)) & set(content_stems(quoted, vocabulary)))
    raised = _find_raised_share(reader, own, quoted)
    if raised is not None and (shared or any(raised[0].overlaps(part) for part in told)):
        return raised
    opened = next(reader.find_open(quote), None)
    if opened is None:
        return None
    for pattern, needed in ((reader.closed, 0), (reader.firm, 1)):
        for found in pattern.finditer(text, own[0].start, own[-1].end):
            span = Span(*found.span())
            theirs = any(span.overlaps(part) for part in told)
            if is_silent(reader.draft, span) or shared < (needed if theirs else _SHARED):
                continue
            if not _is_other(reader, span) and found[0].lower() not in quote.of(text).lower():
                return span, opened
    return None


def _is_other(reader: HardeningReader, span: Span) -> bool:
    """Whether the words are a noun, or of a time before: "a ban", "had vowed"."""
    before = reader.draft.text[max(span.start - _NEAR, 0) : span.start].lower().split()
    return not reader.before.isdisjoint(before[-1:])


def _find_raised_share(
    reader: HardeningReader, own: list[Token], quoted: list[Token]
) -> tuple[Span, str] | None:
    """A share in the text above every share in the quote."""
    ours = find_shares(own, reader.numbers, reader.shares, reader.limits)
    theirs = find_shares(quoted, reader.numbers, reader.shares, reader.limits)
    if len(ours) != 1 or not theirs:
        return None
    highest = max(theirs, key=lambda share: share.value)
    if ours[0].value <= highest.value:
        return None
    return ours[0].span, highest.span.of(reader.draft.text)
