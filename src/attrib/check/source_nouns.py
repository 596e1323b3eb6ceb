"""The nouns for sources in a draft's body: how many each stands for, and whether it points back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from attrib.check.draft import Draft, in_headline, is_silent
from attrib.check.unnamed import is_plural
from attrib.check.words import stem
from attrib.records import Span
from attrib.tokens import Token, tokenise

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
    """The nouns for sources in the body, in reading order."""

    def __init__(
        self,
        draft: Draft,
        nouns: Collection[str],
        alike: Collection[str],
        pointers: Collection[str],
        apart: Collection[str],
    ) -> None:
        self._draft, self._pointers, self._apart = draft, pointers, apart
        self._alike = frozenset(stem(word, draft.vocabulary) for word in alike)
        self._stems = frozenset(stem(word, draft.vocabulary) for word in nouns)
        self.of_body = [
            noun
            for noun in self.find(tokenise(draft.text))
            if not is_silent(draft, noun.span) and not in_headline(draft, noun.span.start)
        ]
        self._starts = [noun.span.start for noun in self.of_body]

    def group_of(self, head: Token) -> str:
        """What kind of source the noun stands for; "" for none."""
        found = stem(head.lower, self._draft.vocabulary)
        if found in self._alike:
            return "source"
        return found if found in self._stems else ""

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
