"""Whom a source relays, where that stands in the middle: "reported, citing a guard, that it left".

The tagger takes "citing" for a cue of its own and the one cited for what is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from attrib.records import Attribution, Mention, Span
from attrib.rulebook import Rulebook

_SPEAKERS = (
    "roles-spokesperson",
    "roles-office",
    "roles-expert",
    "roles-participant",
    "roles-insider",
    "source-nouns",
    "state-bodies",
    "generic-bodies",
    "documents",
    "datasets",
)
_THAT = re.compile(r",\s+(?=that\b)")
_OPENS = re.compile(r"that\b")


def join_citing(found: Sequence[Attribution], text: str, rulebook: Rulebook) -> list[Attribution]:
    """`found`, with those whose cue only cites somebody made the origin of what is said."""
    citing = rulebook.terms_of("relaying-participles")
    whole = [_in_one_piece(item, text) for item in found]
    cites = [item for item in whole if _cites(item, citing)]
    if not cites:
        return list(found)
    speakers = frozenset().union(*map(rulebook.terms_of, _SPEAKERS))
    told = [item for item, one in zip(found, whole, strict=True) if one not in cites]
    for item in cites:
        main = _main(item, told)
        origin = _origin(item, text)
        # "Left, citing the weather" names a reason and nobody who said anything.
        if not _is_somebody(origin.text, speakers):
            told.append(item)
        elif main is not None and not _OPENS.match(text, item.content[0].start):
            joined = replace(main, origins=main.origins or (origin,))
            told[told.index(main)] = joined
        elif _THAT.search(item.content[0].of(text)):
            told.append(_split(item, origin, text))
        else:
            told.append(item)
    return told


def _in_one_piece(item: Attribution, text: str) -> Attribution:
    """`item`, its content as one where it was cut before "that": "Ida Moss", "that it left"."""
    if len(item.content) != 2 or not _OPENS.match(text, item.content[1].start):
        return item
    first, second = item.content
    if text[first.end : second.start].strip() not in ("", ","):
        return item
    return replace(item, content=(Span(first.start, second.end),))


def _cites(item: Attribution, citing: frozenset[str]) -> bool:
    return (
        item.cue is not None
        and item.source is not None
        and item.cue.text.lower() in citing
        and item.source.span.end <= item.cue.span.start
        and len(item.content) == 1
    )


def _is_somebody(words: str, speakers: frozenset[str]) -> bool:
    plain = [word.strip(".,'’") for word in words.split()]
    return any(
        word[:1].isupper() or {word.lower(), word.lower().removesuffix("s")} & speakers
        for word in plain
    )


def _main(item: Attribution, told: Sequence[Attribution]) -> Attribution | None:
    """What else the same source says in the sentence, around the words that cite."""
    return next(
        (
            other
            for other in told
            if other.sentence == item.sentence
            and other.source is not None
            and item.source is not None
            and other.source.span == item.source.span
        ),
        None,
    )


def _origin(item: Attribution, text: str) -> Mention:
    content = item.content[0]
    end = _THAT.search(content.of(text))
    span = Span(content.start, content.start + end.start()) if end else content
    trimmed = span.of(text).rstrip(" ,")
    return Mention(Span(span.start, span.start + len(trimmed)), trimmed)


def _split(item: Attribution, origin: Mention, text: str) -> Attribution:
    content = item.content[0]
    that = _THAT.search(content.of(text))
    start = content.start + (that.end() if that else 0)
    return replace(item, content=(Span(start, content.end),), origins=(origin,))
