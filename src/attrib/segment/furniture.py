"""Which blocks are prose, which the headline, and which furniture of the page.

Furniture is told by form and repetition first; the phrases of `rules/en/furniture/` come
second. A real sentence taken for furniture is never read by anybody, so in doubt a block
is prose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from attrib.records import Article, Paragraph, Span
from attrib.rulebook import Rulebook
from attrib.segment.headlines import find_headline, find_marker, is_heading
from attrib.segment.lines import (
    Line,
    closes_with,
    find_credit,
    is_bracketed,
    is_embedded_post,
    is_gallery,
    is_label,
    is_quoted,
    is_title_cased,
    is_wordless,
    names_agency,
    quotes_speech,
    read_line,
    repeats_itself,
    runs_on,
)
from attrib.segment.paragraphs import find_given

_SENTENCE_WORDS = 8
"""A line with this many words and no stop may be a sentence whose stop was forgotten."""
_NOTICE_WORDS = 80
_REPEATED_WORDS = 4
_ITEM_WORDS = 5


def tag_paragraphs(
    article: Article, blocks: tuple[Span, ...], rulebook: Rulebook
) -> tuple[Paragraph, ...]:
    """The blocks as paragraphs: prose, headline or furniture."""
    text = article.text
    lines = tuple(read_line(text, block) for block in blocks)
    given = _find_given(article, lines)
    junk = _find_by_form(text, lines, rulebook)
    junk = (junk | _find_repeats(lines, junk)) - given
    aside = frozenset(given | junk)
    doubtful = {
        index
        for index, line in enumerate(lines)
        if index not in aside
        and _lacks_end(line)
        and not _is_item(text, lines, index)
        and not runs_on(text, line)
    }
    headline = find_headline(article, lines, aside, doubtful)
    headings = {index for index in range(len(lines)) if is_heading(text, lines, index)}
    rest = doubtful - headings - {headline}
    furniture = aside | headings | _settle_doubts(lines, aside, rest, bool(junk))
    return tuple(
        Paragraph(
            line.span,
            "headline" if index == headline else "furniture" if index in furniture else "prose",
        )
        for index, line in enumerate(lines)
    )


def _find_given(article: Article, lines: tuple[Line, ...]) -> set[int]:
    """Lines that the file format marks as not prose, and those without a word."""
    given = find_given(article)
    starts = [span.start for span in given]
    places = [bisect_right(starts, line.span.start) - 1 for line in lines]
    return {
        index
        for index, (line, place) in enumerate(zip(lines, places, strict=True))
        if is_wordless(line) or (place >= 0 and given[place].covers(line.span))
    }


def _find_by_form(text: str, lines: tuple[Line, ...], rulebook: Rulebook) -> set[int]:
    """Lines that are furniture whatever else the text holds."""
    phrases = {
        place: tuple(
            phrase.casefold()
            for rule in rulebook.furniture
            if rule.place == place
            for phrase in rule.phrases
        )
        for place in ("start", "anywhere", "credit")
    }
    return {
        index
        for index, line in enumerate(lines)
        if is_bracketed(line)
        or is_embedded_post(line)
        or repeats_itself(line)
        or is_gallery(text, line)
        or _has_phrase(line, phrases["start"], phrases["anywhere"])
        or _has_credit(line, phrases["credit"])
    }


def _has_phrase(line: Line, starts: tuple[str, ...], anywhere: tuple[str, ...]) -> bool:
    words = " ".join(line.head.split()).casefold()
    opens = words.startswith(starts) and any(
        words.startswith(phrase) and not words[len(phrase) : len(phrase) + 1].isalpha()
        for phrase in starts
    )
    is_notice = line.n_words <= _NOTICE_WORDS and any(phrase in words for phrase in anywhere)
    # A teaser may also end so: "The quay after the storm, read more:".
    return opens or closes_with(line, starts) or is_notice


def _has_credit(line: Line, phrases: tuple[str, ...]) -> bool:
    credit = find_credit(line)
    if not credit or credit.endswith("."):
        return False
    words = re.findall(r"\w+", credit.casefold())
    return names_agency(credit) or any(phrase in words[:2] for phrase in phrases)


def _find_repeats(lines: tuple[Line, ...], junk: set[int]) -> set[int]:
    """Captions shown twice: a line without a stop that another repeats or begins with.

    A sentence counts only when a caption goes on from it ("... Photo: Ada Okoye"). Of
    sentences that stand twice in full, the first is prose.
    """
    long = [index for index, line in enumerate(lines) if line.n_words >= _REPEATED_WORDS]
    counts = Counter(lines[index].key for index in long)
    captions = {lines[index].key for index in long if index in junk}
    shared: set[str] = set()
    captioned: set[str] = set()
    root = ""
    for key in sorted(counts):
        if root and key.startswith(root) and not key[len(root)].isalnum():
            shared.update((root, key))
            captioned.update((root,) if key in captions else ())
        else:
            root = key
    seen: set[str] = set()
    repeats = set()
    for index in long:
        key = lines[index].key
        if lines[index].ending != "stopped":
            if key in shared or counts[key] > 1:
                repeats.add(index)
        elif key in captioned or key in seen:
            repeats.add(index)
        else:
            seen.add(key)
    return repeats


def _lacks_end(line: Line) -> bool:
    """Whether the line neither ends as a sentence does nor is one by other signs."""
    if is_label(line):
        return True
    if line.ending == "stopped":
        return False
    if line.ending == "open":
        return line.n_words < (2 if line.tail[-1] == ":" else _SENTENCE_WORDS)
    is_long = line.n_words >= _SENTENCE_WORDS
    return not (is_long and (is_quoted(line) or quotes_speech(line)) and not is_title_cased(line))


def _is_item(text: str, lines: tuple[Line, ...], index: int) -> bool:
    """An item of a list that is worded as a sentence; lists often do without stops."""
    is_worded = lines[index].n_words >= _ITEM_WORDS and not is_title_cased(lines[index])
    return is_worded and find_marker(text, lines, index).strip("#") != ""


def _settle_doubts(
    lines: tuple[Line, ...], aside: frozenset[int], doubtful: set[int], has_junk: bool
) -> set[int]:
    """Which of the lines without an end are furniture, judged by the rest of the text."""
    prose = [index for index in range(len(lines)) if index not in aside and index not in doubtful]
    if not prose:
        return {index for index in doubtful if lines[index].n_words < 3}
    long = {index for index in doubtful if lines[index].n_words >= _SENTENCE_WORDS}
    n_sentences = sum(lines[index].n_words >= _SENTENCE_WORDS for index in prose)
    # One such line amid prose is a stop forgotten, several are captions and teasers; and
    # where hardly a line has one, the writer sets no stops.
    is_slip = len(long) == 1 and min(long) > prose[0] and not has_junk
    return doubtful - long if is_slip or len(long) > 4 * n_sentences else doubtful
