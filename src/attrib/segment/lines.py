"""What the form of one line tells: how it ends, how it is worded, what it repeats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Literal

from attrib.records import Span

Ending = Literal["stopped", "open", "none"]
"""How a line ends: with a full stop or the like, going on (a colon, a comma), or neither."""

_CLOSERS = "\"'”’»“‘)]"
_MARKS = "\"'“”‘’«„`"
_BRACKETS = "[("
_TAIL = 240
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LAST_GROUP = re.compile(r"[(\[]([^()\[\]]{1,100})[)\]]\Z")
_AGENCY = re.compile(r"[A-Z][\w.'’-]*\s?/\s?[A-Z][\w.'’&-]*(?:\s[A-Z][\w.'’&-]*){0,3}\Z")
_LABELLED = re.compile(r"(?<!\w)\w+:\s[^:.!?]{1,60}\Z")
_HANDLE = re.compile(r"[-–—―]\s?[^()—]{1,60}\(@\w+\)")
_BRACKETED = re.compile(r"\[[^\[\]]*\]\Z|\([^()]*[^().!?…]\)\Z")
_QUOTED = re.compile('["“][^"“”]*["”]')
_COUNT = re.compile(r"\b(\d{1,3})/(\d{1,3})\b")
_COUNTED = re.compile(r"\b\d{1,3} of \d{1,3}\Z")
_STOP = re.compile(r"[a-z]{4}[.!?][\"'”’)]*\s+[\"'“‘(]?[A-Z]")
_AFTER_TEASER = " .,:;!?…)]»›>"
_BEFORE_TEASER = "|•·–—―.!?…([»"
_SMALL_LETTERS = 4
_SIGNED = 120
_LABEL_WORDS = 6
_RUN = 4
_CREDIT_WORDS = 4
_QUOTED_WORDS = 5
_RUNNING_WORDS, _RUNNING_STOPS, _RUNNING_CAPITALS = 40, 2, 0.25


@dataclass(frozen=True, slots=True)
class Line:
    """One block of text as furniture is told by: `key` is its words, lower-case."""

    span: Span
    head: str
    tail: str
    n_words: int
    ending: Ending
    key: str


def read_line(text: str, span: Span) -> Line:
    """The line at `span`; only its ends are kept, for a line may be megabytes long."""
    words = span.of(text).split()
    tail = text[max(span.start, span.end - _TAIL) : span.end]
    return Line(
        span=span,
        head=text[span.start : min(span.start + _TAIL, span.end)],
        tail=tail,
        n_words=len(words),
        ending=_read_ending(tail),
        key=" ".join(words).casefold().strip(_CLOSERS + _MARKS + " .,:;!?…"),
    )


def _read_ending(tail: str) -> Ending:
    # A short group in brackets after the stop ("[AP]") leaves the sentence ended.
    group = _LAST_GROUP.search(tail)
    before = tail[: group.start()].rstrip() if group else ""
    for shown in (tail, before):
        last = shown.rstrip(_CLOSERS + " ")[-1:]
        if last and last in ".!?…":
            return "stopped"
    last = tail.rstrip(_CLOSERS)[-1:]
    return "open" if last and last in ":;,—–-―" else "none"


def is_wordless(line: Line) -> bool:
    """Rules, asterisks, bare numbers."""
    return line.n_words < _SMALL_LETTERS and not any(char.isalpha() for char in line.key)


def is_label(line: Line) -> bool:
    """A few words all in capitals: the label of a section, with or without a stop."""
    text = line.head if line.n_words <= _LABEL_WORDS else ""
    return text.isupper() and not is_quoted(line) and line.ending != "open"


def is_title_cased(line: Line) -> bool:
    """Whether nearly all longer words bear a capital, as in a headline of that style."""
    words = [word for word in _WORD.findall(line.head) if len(word) >= _SMALL_LETTERS]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 2 and capitals >= len(words) * 0.85


def is_quoted(line: Line) -> bool:
    return line.head[0] in _MARKS


def find_credit(line: Line) -> str:
    """The credit that may end a line: in brackets, after a label, or a name and an agency.

    "(Photo: Lea Roe)", "Photo: Lea Roe", "Lea Roe/Reuters"; "" where there is none of that
    form. Brackets with a full stop after them belong to a sentence.
    """
    group = _LAST_GROUP.search(line.tail)
    if group:
        return group.group(1)
    # A sentence may end with a stroke between names, a line of four words is none.
    is_short = line.n_words <= _CREDIT_WORDS
    agency = _AGENCY.search(line.tail.rstrip(".") if is_short else line.tail)
    labelled = _LABELLED.search(line.tail)
    return agency.group() if agency else labelled.group() if labelled else ""


def names_agency(credit: str) -> bool:
    """ "Ada Okoye/Reuters", "Photo/Agencies": names with a stroke and nothing else."""
    words = [word for word in re.split(r"[\s/,]+", credit) if word not in ("via", "for", "and", "")]
    return "/" in credit and all(word[0].isupper() or word[0] == "@" for word in words)


def is_embedded_post(line: Line) -> bool:
    """A post of a social network shown in full: "... — Ada Okoye (@okoye) May 2, 2031"."""
    return bool(_HANDLE.search(line.tail[-_SIGNED:]))


def is_bracketed(line: Line) -> bool:
    """The whole line in brackets: a teaser, a credit, a note of the editors."""
    return (
        line.head[0] in _BRACKETS and len(line.span) < _TAIL and bool(_BRACKETED.match(line.head))
    )


def closes_with(line: Line, phrases: tuple[str, ...]) -> bool:
    """Whether one of `phrases`, in small letters, stands at the end, set off from the rest.

    "The gate failed | read more", "The quay after the storm Read more". A sentence whose stop was
    left out may end in the same words: "The town wants its children to read more".
    """
    if line.ending == "stopped":
        return False
    tail = " ".join(line.tail.split()).rstrip(_AFTER_TEASER)
    for phrase in phrases:
        before, shown = tail[: -len(phrase)], tail[-len(phrase) :]
        if shown.casefold() != phrase or before[-1:].isalnum():
            continue
        mark = before.rstrip()[-1:]
        if not mark or mark in _BEFORE_TEASER or (mark == "," and line.ending == "open"):
            return True
        # A title has capitals all over.
        if shown[0].isupper() and not (is_title_cased(line) or line.head.isupper()):
            return True
    return False


def repeats_itself(line: Line) -> bool:
    """A line without a stop that says the same words twice: a player, a gallery, a credit.

    Who is quoted may say them twice.
    """
    if line.ending != "none" or not _has_words_twice(line.head):
        return False
    return not any(_has_words_twice(quote) for quote in _QUOTED.findall(line.head))


def _has_words_twice(text: str) -> bool:
    words = text.casefold().split()
    runs = [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
    return len(set(runs)) < len(runs)


def quotes_speech(line: Line) -> bool:
    """Whether several words stand in double quotation marks."""
    return any(len(quote.split()) >= _QUOTED_WORDS for quote in _QUOTED.findall(line.head))


def runs_on(text: str, line: Line) -> bool:
    """Whether the line is a paragraph of several sentences, whose last only lacks its stop."""
    if line.n_words < _RUNNING_WORDS:
        return False
    stops = islice(_STOP.finditer(text, line.span.start, line.span.end), _RUNNING_STOPS)
    if sum(1 for _ in stops) < _RUNNING_STOPS:
        return False
    shown = [*_WORD.findall(line.head), *_WORD.findall(line.tail)]
    capitals = sum(1 for word in shown if word[0].isupper())
    return capitals < len(shown) * _RUNNING_CAPITALS


def is_gallery(text: str, line: Line) -> bool:
    """Captions run together: "1/8 The quay ... 2/8 The tower ...", or one of them: "3 of 12"."""
    if _COUNTED.search(line.tail):
        return True
    found = _COUNT.finditer(text, line.span.start, line.span.end)
    counts = [(int(match.group(1)), match.group(2)) for match in found]
    steps = {(b[0] - a[0], a[1] == b[1]) for a, b in pairwise(counts)}
    return len(counts) > 2 and steps == {(1, True)}
