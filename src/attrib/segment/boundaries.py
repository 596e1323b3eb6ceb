"""Whether a stop ends its sentence: abbreviations, ellipses, tags of quotes, missing spaces."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from attrib.records import Quote

_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W_]+(?:[.'’&][^\W_]+)*\Z")
_ACRONYM = re.compile(r"[^\W\d_](?:\.[^\W\d_])*\Z")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w'’-]*\.?\s+){1,5}")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
_ADDRESS = re.compile(r"[/@\\_]|www\.", re.IGNORECASE)
_OPENERS = "\"“‘'«„‚`([¿¡#@$£€•"
_SHORT_QUOTE = 40
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True)
class Words:
    """What the rules say of words, written without their stops."""

    always: frozenset[str]
    before_name: frozenset[str]
    before_number: frozenset[str]
    openers: frozenset[str]
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its quotes; `starts` and `ends` are their edges, in order."""

    text: str
    quotes: tuple[Quote, ...]
    starts: tuple[int, ...]
    ends: frozenset[int]
    words: Words


@dataclass(frozen=True, slots=True)
class Stop:
    """Stops in a row, in a sentence that began at `sentence`.

    The sentence would end at `end`, after closing marks, and the next begin at `following`.
    """

    sentence: int
    start: int
    end: int
    following: int
    marks: str
    closes_quote: bool


def ends_sentence(reading: Reading, stop: Stop, limit: int) -> bool:
    if _is_in_short_quote(reading, stop.end):
        return False
    if stop.following == stop.end:
        return _lacks_space(reading, stop)
    if not _begins_sentence(reading, stop, limit):
        return False
    if stop.closes_quote:
        return not _is_tag(reading, stop.following, limit)
    if stop.marks == ".":
        return not _is_abbreviated(reading, stop)
    if "…" in stop.marks or stop.marks.startswith("..") or " " in stop.marks:
        return _ends_after_ellipsis(reading, stop)
    return True


def starts_quote(reading: Reading, place: int) -> bool:
    index = bisect_right(reading.starts, place) - 1
    return index >= 0 and reading.starts[index] == place


def _is_in_short_quote(reading: Reading, place: int) -> bool:
    """`"Stop! Go!" he shouted.` is one sentence; longer quotes are split inside."""
    index = bisect_right(reading.starts, place) - 1
    quote = reading.quotes[index] if index >= 0 else None
    return (
        quote is not None
        and quote.closed
        and quote.span.start < place < quote.span.end
        and len(quote.inner) <= _SHORT_QUOTE
    )


def _begins_sentence(reading: Reading, stop: Stop, limit: int) -> bool:
    text, place = reading.text, stop.following
    if starts_quote(reading, place) and stop.marks == ".":
        return True
    while place < limit - 1 and place < stop.following + 3 and text[place] in _OPENERS:
        place += 1
    first = text[place]
    if first in ".…" and place > stop.following:
        return True
    return first.isalnum() and (not first.islower() or bool(_CAMEL.match(text, place)))


def _next_word(reading: Reading, place: int) -> str:
    """The word at `place` or after opening marks there; "" before a number or an initial."""
    text = reading.text
    while place < len(text) and text[place] in _OPENERS:
        place += 1
    word = _WORD.match(text, place)
    if word is None or (len(word.group()) == 1 and text[word.end() : word.end() + 1] == "."):
        return ""
    return word.group()


def _last_word(reading: Reading, stop: Stop) -> str:
    back = reading.text[max(stop.sentence, stop.start - _LOOK_BACK) : stop.start]
    word = _LAST_WORD.search(back)
    return word.group() if word else ""


def _is_abbreviated(reading: Reading, stop: Stop) -> bool:
    words, text = reading.words, reading.text
    word = _last_word(reading, stop)
    if stop.start - len(word) == stop.sentence and (word.isdigit() or len(word) == 1):
        return True  # "1. The dam", an item of a list
    forms = {word, word[:1].lower() + word[1:], word.capitalize() if word.isupper() else word}
    if forms & words.always:
        return True
    if text[stop.following].isdigit() and forms & words.before_number:
        return True
    is_acronym = bool(_ACRONYM.match(word))
    if not is_acronym and not forms & words.before_name:
        return False
    if starts_quote(reading, stop.following):
        return not (is_acronym and "." in word)
    # "the U.S. The" ends a sentence, "the U.S. Senate" does not: a word of grammar tells.
    return _next_word(reading, stop.following).lower() not in words.openers


def _ends_after_ellipsis(reading: Reading, stop: Stop) -> bool:
    """Trailing off ends a sentence; words left out, with space on both sides, need not."""
    is_attached = not reading.text[stop.start - 1 : stop.start].isspace()
    if stop.marks.count(".") > 3 or (is_attached and " " not in stop.marks):
        return True
    return _next_word(reading, stop.following).lower() in reading.words.openers


def _lacks_space(reading: Reading, stop: Stop) -> bool:
    """Whether a space is missing after the stop: "he said.The dam", but not "Change.org"."""
    text, place = reading.text, stop.following
    left = text[max(stop.sentence, stop.start - _LOOK_BACK) : place]
    right = text[place : place + _LOOK_BACK]
    if _ADDRESS.search(left.split()[-1] + (right.split() or [""])[0]):
        return False
    if starts_quote(reading, place):
        return True
    if not right[:1].isupper() or not text[stop.start - 1].islower():
        return False
    if stop.end > stop.start + len(stop.marks):
        return True
    word = _last_word(reading, stop)
    if {word, word.lower()} & (reading.words.always | reading.words.before_name):
        return False
    is_word = right[1:2].islower() or right[1:2].isspace()
    opens = _next_word(reading, place).lower() in reading.words.openers
    return is_word and (opens or (word.islower() and len(word) > 1 and "." not in word))


def _is_tag(reading: Reading, place: int, limit: int) -> bool:
    """A name and a verb of saying, and no more, after a quote: "Why?" Roe asked.

    A colon, or a comma before the next quote, makes it the beginning of a new sentence.
    """
    text = reading.text
    name = _NAME.match(text, place, min(place + 100, limit))
    verb = _WORD.match(text, name.end(), limit) if name else None
    if verb is None:
        return False
    after = _SPACE.match(text, verb.end() + 1, limit)
    leads_on = after is not None and starts_quote(reading, after.end())
    mark = text[verb.end() : verb.end() + 1]
    return verb.group() in reading.words.tags and mark in tuple(".,;") and not leads_on
