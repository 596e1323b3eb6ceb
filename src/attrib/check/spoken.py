"""The quotes of a draft, each with the attribution that tells who speaks it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass

from attrib.check.draft import Draft, is_silent, sentence_at
from attrib.records import Mention, Quote, ResolvedAttribution, Span
from attrib.tokens import Token, tokenise

UNLISTED = "cues.unlisted"
"""The rule of a cue that no list knows: any verb beside a quote may seem to report it."""
# What a name belongs to is no part of it.
_BELONGING = re.compile(r"\s(?:of|from|at|for|with|in)\s(?=[A-Z])")
_TITLES = tuple(
    f"titles-{kind}" for kind in ("masculine", "feminine", "neutral", "scholar", "office", "rank")
)
# Parts between commas in which the name is looked for.
_PARTS = 3
# Attributions of one quote that are compared: bounds the work on hostile input.
_MOST_SAYINGS = 8


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quote of the body, the sentences it begins and ends in, and who is said to speak it.

    `said` is the attribution whose speaker stands nearest, None where nobody is named.
    """

    quote: Quote
    first: int
    last: int
    said: ResolvedAttribution | None

    @property
    def speaker(self) -> Mention | None:
        return self.said.attribution.source if self.said else None


def find_spoken(draft: Draft) -> tuple[Spoken, ...]:
    """The quotes that stand in prose, in order."""
    segmentation = draft.segmentation
    sayings = _by_quote(draft)
    found: list[Spoken] = []
    for number, quote in enumerate(segmentation.quotes):
        if segmentation.paragraphs[quote.paragraph].kind != "prose":
            continue
        first = sentence_at(draft, quote.span.start)
        last = sentence_at(draft, quote.span.end - 1)
        if first is None or last is None:
            continue
        said = min(
            sayings.get(number, ()),
            key=lambda one, quote=quote: _distance(quote.span, one),
            default=None,
        )
        found.append(Spoken(quote, first, last, said))
    return tuple(found)


def names_of(draft: Draft, one: Spoken, pronouns: Container[str]) -> frozenset[str]:
    """The words by which the text would name the speaker before: names, or else his role.

    Empty where a pronoun stands for him, or nobody is named.
    """
    if one.said is None or one.speaker is None:
        return frozenset()
    # "Ida Moss of Arle Foods, the owner"; "one of the two, Ida Moss".
    parts = [_heads(part) for part in one.speaker.text.split(",")[:_PARTS]]
    mention = next((part for part in parts if _has_name(part)), parts[0])
    if not mention or mention[0].lower in pronouns:
        return frozenset()
    content = [word for word in mention if word.lower not in draft.vocabulary.function_words]
    proper = [word for word in content if word.is_capitalised]
    source = draft.sources.get(one.said.source_id or "")
    known = tokenise(source.name) if source is not None else ()
    found = [
        word.lower
        for word in (*(proper or content), *(word for word in known if word.is_capitalised))
        if len(word.text) > 1 and not _is_title(draft, word.lower)
    ]
    # "The Blaze" is "TheBlaze" elsewhere.
    return frozenset((*found, "".join(word.lower for word in mention)))


def _heads(part: str) -> list[Token]:
    return [t for t in tokenise(_BELONGING.split(part)[0]) if t.is_word]


def _has_name(words: list[Token]) -> bool:
    return any(word.is_capitalised for word in words[1:]) or (
        len(words) == 1 and words[0].is_capitalised
    )


def _is_title(draft: Draft, word: str) -> bool:
    return any(
        form in draft.rulebook.terms_of(name) for name in _TITLES for form in (word, f"{word}.")
    )


def points_back(one: Spoken) -> bool:
    """Whether the speaker is called "the senator" or the like, who may have been named before."""
    if one.speaker is None:
        return False
    words = one.speaker.text.split(",")[0].split()
    named = any(word[:1].isupper() for word in one.speaker.text.split()[1:])
    return words[0].lower() in ("the", "this", "that") and words[-1][:1].islower() and not named


def is_title(draft: Draft, quote: Quote) -> bool:
    """Whether a quote of several words is in title case, as names of works are."""
    words = [t for t in tokenise(draft.text, quote.inner.start, quote.inner.end) if t.is_word]
    capitals = sum(word.is_capitalised for word in words)
    return len(words) > 2 and capitals * 2 >= len(words)


def words_outside(draft: Draft, index: int) -> tuple[Token, ...]:
    """The words of a sentence that stand in no quotation marks."""
    span = draft.segmentation.sentences[index].span
    tokens = tokenise(draft.text, span.start, span.end)
    return tuple(token for token in tokens if token.is_word and not is_silent(draft, token.span))


def _by_quote(draft: Draft) -> dict[int, list[ResolvedAttribution]]:
    """Attributions with a source, by index of each quote whose words they hold."""
    quotes = draft.segmentation.quotes
    starts = [quote.span.start for quote in quotes]
    found: dict[int, list[ResolvedAttribution]] = {}
    for resolved in draft.attributions:
        source = resolved.attribution.source
        # Whoever speaks within a quote is quoted, and speaks no quote himself.
        if source is None or is_silent(draft, source.span):
            continue
        for part in resolved.attribution.content:
            number = max(bisect_right(starts, part.start) - 1, 0)
            while number < len(quotes) and starts[number] < part.end:
                sayings = found.setdefault(number, [])
                if part.overlaps(quotes[number].inner) and len(sayings) < _MOST_SAYINGS:
                    sayings.append(resolved)
                number += 1
    return found


def _distance(span: Span, resolved: ResolvedAttribution) -> int:
    source = resolved.attribution.source
    assert source is not None
    return max(source.span.start - span.end, span.start - source.span.end, 0)
