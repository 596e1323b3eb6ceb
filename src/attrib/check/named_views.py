"""Names whose views stand in words that no stage reads: "in Moss's estimate"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.check.draft import Draft
from attrib.check.speech_verbs import SpeechVerbs
from attrib.tokens import Token

_LONGEST_NAME = 4
_SEEING = frozenset(
    ("sees", "saw", "puts", "put", "tells", "told", "explains", "explained", "recalls", "recalled",
     "remembers", "remembered", "reckons", "reckoned", "describes", "described", "views", "viewed")
)  # fmt: skip
_OPENERS = frozenset(("in", "to", "by", "on", "with", "as", "for"))
# What stands behind these is whom somebody speaks to.
_TO_SOMEBODY = (
    "tell",
    "told",
    "ask",
    "call",
    "urge",
    "inform",
    "assure",
    "advise",
    "accuse",
    "blame",
)
_INTO = frozenset(("in", "to", "by", "on", "with"))


def find_named_views(draft: Draft, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Indexes of the first and the last word of each such name, both included, in order."""
    views, verbs = draft.rulebook.terms_of("view-nouns"), SpeechVerbs(draft)
    place = 0
    while place < len(tokens):
        last = place
        while last - place < _LONGEST_NAME and last < len(tokens) and tokens[last].is_capitalised:
            last += 1
        if last == place:
            place += 1
            continue
        opened = tokens[place].lower in _OPENERS and last - place > 1
        name = (place + opened, last - 1)
        tagged = name[0] > 1 and tokens[name[0] - 2].text == ","
        tagged = tagged and verbs.lemma_of(tokens[name[0] - 1]) not in (None, *_TO_SOMEBODY)
        if name[0] <= name[1] and (tagged or _is_view(tokens, name, views)):
            yield name
        place = last


def _is_view(tokens: Sequence[Token], name: tuple[int, int], views: frozenset[str]) -> bool:
    first, last = name
    before = [token.lower for token in tokens[max(first - 2, 0) : first]]
    after = [token.lower for token in tokens[last + 1 : last + 3]]
    if before[-1:] == ["of"] and before[0] in views:
        # "Features views of Lower Manhattan" are no opinions.
        return any(token.lower in _INTO for token in tokens[max(first - 5, 0) : first - 2])
    if before[-1:] and before[-1] in _INTO and after[:1] == ["'s"]:
        return after[-1] in views
    # "Moss's view is that the dam is safe."
    then = [token.lower for token in tokens[last + 3 : last + 5]]
    if after[:1] == ["'s"] and after[-1] in views and then[:1] in (["is"], ["was"]):
        return then[-1] in ("that", ":")
    # '"Three hours of shouting" was Moss's verdict.'
    if after[:1] == ["'s"] and after[-1] in views and before[-1:] in (["is"], ["was"]):
        return tokens[first - 2].text in ("”", '"', "’", "'", ",")
    # '"We won" was how Moss put it.'
    how = before[-1:] == ["how"] and before[:1] in (["is"], ["was"])
    return (how or before[-1:] == ["as"]) and bool(after) and after[0] in _SEEING
