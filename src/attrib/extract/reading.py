"""A sentence laid out for reading: its tokens, and which of them stand inside quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from attrib.datelines import past_dateline
from attrib.records import Mention, Quote, Segmentation, Sentence, Span
from attrib.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence; `quoted[i]` says whether token i lies inside quotation marks (or is one)."""

    text: str
    sentence: Sentence
    tokens: tuple[Token, ...]
    quoted: tuple[bool, ...]
    quotes: tuple[Quote, ...]
    """The quotes that overlap the sentence, in order."""

    def mention(self, first: int, last: int) -> Mention:
        """Tokens `first` up to, not including, `last`, as a mention."""
        span = Span(self.tokens[first].start, self.tokens[last - 1].end)
        return Mention(span, span.of(self.text))

    def span(self, first: int, last: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def lower(self, index: int) -> str:
        """The token at `index` in lower case; empty outside the sentence."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def is_mark(self, index: int) -> bool:
        """Whether the token at `index` is a quotation mark that bounds one of the quotes."""
        if not 0 <= index < len(self.tokens) or not self.quoted[index]:
            return False
        token = self.tokens[index]
        return any(
            token.start == quote.span.start != quote.inner.start
            or token.end == quote.span.end != quote.inner.end
            for quote in self.quotes
        )

    @property
    def is_all_quoted(self) -> bool:
        """Whether no word of the sentence stands outside quotation marks."""
        return bool(self.tokens) and all(
            inside or not (token.is_word or token.text[0].isdigit())
            for token, inside in zip(self.tokens, self.quoted, strict=True)
        )


def read_sentences(segmentation: Segmentation) -> tuple[Reading, ...]:
    """Every sentence of the article, laid out; linear in the length of the text."""
    text = segmentation.article.text
    quotes = segmentation.quotes
    ends = [quote.span.end for quote in quotes]
    readings: list[Reading] = []
    for sentence in segmentation.sentences:
        here: list[Quote] = []
        index = bisect_left(ends, sentence.span.start + 1)
        while index < len(quotes) and quotes[index].span.start < sentence.span.end:
            here.append(quotes[index])
            index += 1
        tokens = tokenise(text, past_dateline(text, sentence.span), sentence.span.end)
        quoted = tuple(
            any(q.span.start <= token.start and token.end <= q.span.end for q in here)
            for token in tokens
        )
        readings.append(Reading(text, sentence, tokens, quoted, tuple(here)))
    return tuple(readings)
