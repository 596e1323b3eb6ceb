"""The nouns for sources in a draft's body: how many each stands for, and whether it points back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from attrib.check.draft import (
    Draft,
    in_headline,
    is_silent,
    prose_tokens,
)
from attrib.check.names import title_words
from attrib.check.persons import PersonWords
from attrib.check.unnamed import is_plural
from attrib.check.words import stem
from attrib.records import Span
from attrib.tokens import Token

# Words between "the" and the noun: "the senior defence official".
_LONGEST_GAP = 3


@dataclass(frozen=True, slots=True)
class SourceNoun:
    """A noun for a source, from its pointer or count on: how many it stands for, and how."""

    span: Span
    group: str
    plural: bool
    pointing: bool


class SourceNouns:
    """The nouns for sources in the body, in reading order: those given, and all for persons."""

    def __init__(
        self,
        draft: Draft,
        nouns: Collection[str],
        alike: Collection[str],
        pointers: Collection[str],
        apart: Collection[str],
        generic: Collection[str],
    ) -> None:
        self._persons, self._titles = PersonWords(draft), title_words(draft.rulebook)
        self._draft, self._pointers, self._apart = draft, pointers, apart
        self._alike = frozenset(stem(word, draft.vocabulary) for word in alike)
        self._generic = frozenset(stem(word, draft.vocabulary) for word in generic)
        self._stems = frozenset(stem(word, draft.vocabulary) for word in nouns)
        self.of_body = [
            noun
            for noun in self.find(prose_tokens(draft))
            if not is_silent(draft, noun.span) and not in_headline(draft, noun.span.start)
        ]
        self._ends = [noun.span.end for noun in self.of_body]
        self._starts = [noun.span.start for noun in self.of_body]

    def group_of(self, head: Token) -> str:
        """What kind of source the noun stands for; "" for none."""
        found = stem(head.lower, self._draft.vocabulary)
        if found in self._alike:
            return "source"
        known = found in self._stems or (
            head.lower in self._persons
            and head.lower.removesuffix("s") not in self._titles
            and found not in self._generic
        )
        return found if known else ""

    def is_listed(self, noun: SourceNoun) -> bool:
        """Whether the noun is one of those given."""
        return noun.group == "source" or noun.group in self._stems

    def find(self, tokens: tuple[Token, ...]) -> Iterator[SourceNoun]:
        """The nouns among the tokens; "one of the officials" is one official."""
        for place, token in enumerate(tokens):
            group = self.group_of(token) if token.is_word else ""
            if not group:
                continue
            first = place
            while first > max(place - _LONGEST_GAP, 0) and self._is_modifier(tokens[first - 1]):
                first -= 1
            before = tokens[max(first - 3, 0) : first]
            pointing = bool(before) and before[-1].lower in self._pointers
            if pointing and token.is_capitalised:
                continue
            plural = is_plural(token.lower)
            if plural and any(word.lower in self._apart for word in before):
                plural, pointing = False, False
            start = before[-1].start if pointing else tokens[first].start
            yield SourceNoun(Span(start, token.end), group, plural, pointing)

    def _is_modifier(self, token: Token) -> bool:
        return token.is_word and token.lower not in self._draft.vocabulary.function_words

    def between(self, start: int, end: int) -> list[SourceNoun]:
        return self.of_body[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def within(self, span: Span) -> SourceNoun | None:
        """The first noun in the span, whose pointer may stand right before it."""
        place = bisect_right(self._ends, span.start)
        noun = self.of_body[place] if place < len(self.of_body) else None
        return noun if noun is not None and noun.span.end <= span.end else None
