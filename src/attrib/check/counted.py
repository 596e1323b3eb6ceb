"""Sources that a draft counts as several, though it tells elsewhere that they lean on one.

"Two sources confirmed it" here, "she had read the club's bulletin" two sentences on; or other
articles show that the outlets have it from one another, or from one person.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from attrib.check import wording
from attrib.check.counted_pairs import PairWords, find_counted_pairs
from attrib.check.diagnostics import excerpt
from attrib.check.draft import (
    Draft,
    Finding,
    Passage,
    is_silent,
    prose_tokens,
    sentence_at,
)
from attrib.check.matching import Searcher
from attrib.check.outlets import find_outlets, key_of_outlet, load_outlets
from attrib.check.phrasing import compile_phrases
from attrib.check.words import content_stems, stem
from attrib.records import Span
from attrib.tokens import tokenise

_AROUND = 5
"""Sentences around the counting ones in which they are told to lean on one another."""
_REACH = 60
_NEAR = 30
"""Characters behind a looser wording in which the one who is leaned on stands."""
_BESIDE = 2
_MOST = 60
"""Wordings that are held against one another: bounds the work on a text of nothing else."""
_CONFIRMED = re.compile(
    r"(?<!not )(?<!able to )(?:confirmed|obtained|seen by this|independently|verified)"
)
_SAME = re.compile(
    r"\b(?:by|from|on|to|of|read|saw|seen|heard|shared?|used?|cited?|with)\s+the\s+same\s+\w+",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\s*(?:of\s+)?(?:(?:the|its|his|her)\s+)?(?:first|second|third|other|others|former|earlier|latter|each\s+other|one\s+another)\b"
)
_OPENERS = frozenset(("the", "a", "an"))


@dataclass(frozen=True, slots=True)
class Counted:
    """Words by which several are counted, and by which they are told to be one.

    counts   numbers and the like ("two", "another"), some words before one of
    bodies   those who are counted ("newspapers", "experts")
    bearing  wordings that count without a number ("corroborated")
    shapes   more of these, written as in `wording`
    leaning  wordings by which one has it from another ("took it from")
    numbers  words of a sentence that count ("twice"), with
    joining  verbs of what several do ("endorsed"), before a sentence on the two with
    passing  a word for what one has from another ("statement")
    times    what "the same" may be said of without telling of an origin ("day")
    own      words that show separate work ("confirmed")
    """

    counts: Sequence[str]
    bodies: Sequence[str]
    bearing: Sequence[str]
    shapes: Sequence[str]
    leaning: Sequence[str]
    numbers: Sequence[str]
    joining: Sequence[str]
    passing: Sequence[str]
    times: Container[str]
    own: Container[str]


def find_counted(draft: Draft, words: Counted) -> Iterator[Finding]:
    """The wording that counts several, each where something shows that they are one."""
    numbers, bodies = ("|".join(map(re.escape, listed)) for listed in (words.counts, words.bodies))
    several = re.compile(
        rf"(?<![\w-])(?:{numbers})\s+(?:[\w'’-]+\s+){{0,3}}?(?:{bodies})(?![\w-])", re.IGNORECASE
    )
    bearing = compile_phrases(words.bearing, draft.rulebook)
    # A number says more plainly than "confirmed by" that there are several.
    counts = [*_find_own(draft, several), *_find_own(draft, bearing)][:_MOST]
    if counts:
        leans = [*_find_own(draft, compile_phrases(words.leaning, draft.rulebook))]
        leans += [
            span
            for span in _find_own(draft, _SAME)
            if span.of(draft.text).split()[-1].lower() not in words.times
        ]
        leans = sorted(leans)[:_MOST]
        own = words.own
        shapes = wording.compile_phrases(words.shapes, draft.rulebook)
        shaped = [*_find_own(draft, shapes)][:_MOST] if shapes is not None else []
        for span in counts:
            lean = next((one for one in leans if _leans(draft, span, one, own)), None)
            if lean is None:
                lean = next((one for one in shaped if _leans_on(draft, span, one, words)), None)
            if lean is not None:
                yield _report(
                    draft, span, excerpt(draft.text, lean), (Passage(lean, "leans here"),)
                )
    pairs = PairWords(words.numbers, words.joining, words.passing)
    for span, joined in find_counted_pairs(draft, pairs):
        there = sentence_at(draft, joined.start)
        end = draft.segmentation.sentences[there or 0].span.end
        if not any(t.lower in words.own for t in tokenise(draft.text, joined.start, end)):
            note = Passage(joined, "leans here")
            yield _report(draft, span, excerpt(draft.text, joined), (note,))
    yield from _find_related(draft)


def _find_own(draft: Draft, pattern: Searcher) -> Iterator[Span]:
    spans = (Span(*match.span()) for match in pattern.finditer(draft.text))
    return (span for span in spans if not is_silent(draft, span))


def _report(draft: Draft, span: Span, origin: str, related: tuple[Passage, ...]) -> Finding:
    values = (("words", excerpt(draft.text, span)), ("origin", origin))
    return Finding(span, values=values, related=related)


def _leans(draft: Draft, count: Span, lean: Span, own: Container[str]) -> bool:
    """Whether the leaning is told near the counting, on what is named beside the counting."""
    here, there = sentence_at(draft, count.start), sentence_at(draft, lean.start)
    if here is None or there is None or abs(there - here) > _AROUND or count.overlaps(lean):
        return False
    if there == here and lean < count:
        return False
    sentences = draft.segmentation.sentences
    # "Both cite Reuters. The Gazette confirmed it separately."
    if there < here and any(token.lower in own for token in tokenise(draft.text, *_ends(count))):
        return False
    # Whoever leans on another and confirms it besides counts.
    rest = tokenise(draft.text, lean.end, sentences[there].span.end)
    if there != here and any(token.lower in own for token in rest):
        return False
    end = min(lean.end + _REACH, sentences[there].span.end)
    # "Named the [Star] as its source": the name may stand within the wording.
    named = (token for token in tokenise(draft.text, *_ends(lean)) if token.is_capitalised)
    after = tokenise(draft.text, lean.end, end)
    origin = set(content_stems((*named, *after), draft.vocabulary))
    words = lean.of(draft.text).lower().split()
    if (
        "same" in words
        or "so" in words
        or words[0] in ("each", "both")
        or words[-1] in ("source", "reference")
    ):
        return True
    first, last = max(here - 1, 0), min(here + 1, len(sentences) - 1)
    beside = set[str]()
    for index in range(first, last + 1):
        span = sentences[index].span
        if index != there or index == here:
            beside.update(content_stems(tokenise(draft.text, *_ends(span)), draft.vocabulary))
    if here != there:
        before = tokenise(draft.text, sentences[there].span.start, lean.start)
        beside.update(content_stems(before, draft.vocabulary))
    return not origin.isdisjoint(beside)


def _leans_on(draft: Draft, count: Span, lean: Span, words: Counted) -> bool:
    """As `_leans`, for looser wordings: one of those who are counted must be what is leaned on."""
    here, there = sentence_at(draft, count.start), sentence_at(draft, lean.start)
    if here is None or there is None or not here <= there <= here + _BESIDE or lean < count:
        return False
    sentence, last = (draft.segmentation.sentences[index].span for index in (here, there))
    if any(t.lower in words.own for t in tokenise(draft.text, lean.start, last.end)):
        return False
    tokens = tokenise(draft.text, sentence.start, min(sentence.end, lean.start))
    if not any(token.lower in words.joining for token in tokens):
        return False
    # "Two of them heard it from the third", "two papers report it. The Mail credits the Post."
    if _OTHER.match(draft.text, lean.end, min(lean.end + _REACH, last.end)) is not None:
        return True
    if _links_outlets(draft, last, lean):
        return True
    counted = tokenise(draft.text, count.end, min(sentence.end, lean.start))
    parties = set(content_stems(counted, draft.vocabulary))
    origin = content_stems(
        tokenise(draft.text, lean.end, min(lean.end + _NEAR, last.end)), draft.vocabulary
    )
    return not parties.isdisjoint(origin)


def _links_outlets(draft: Draft, sentence: Span, lean: Span) -> bool:
    """Whether outlets are named on both sides of the verb by which one has it from another."""
    outlets = load_outlets(draft.rulebook)
    named = [one.span for one in find_outlets(tokenise(draft.text, *_ends(sentence)), outlets)]
    before = any(span.end <= lean.start for span in named)
    return before and any(span.end > lean.start + 1 for span in named)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _find_related(draft: Draft) -> Iterator[Finding]:
    """The later of two outlets that the draft names, and that have it all from one."""
    named = []
    for other in draft.others:
        span = _find_name(draft, other.article.outlet)
        if span is not None:
            named.append((span, other))
    for (one, mine), (another, theirs) in islice(
        combinations(sorted(named, key=lambda n: n[0]), 2), _MOST
    ):
        here, there = sentence_at(draft, one.start), sentence_at(draft, another.start)
        if here is None or there is None or there - here > 1:
            continue
        origin = _find_origin(mine, theirs)
        if origin:
            yield _report(draft, another, origin, (Passage(one, "has it from the same"),))


def _find_name(draft: Draft, outlet: str | None) -> Span | None:
    """Where the draft names the outlet, outside quotation marks and the headline."""
    key = key_of_outlet(outlet)
    if key is None or outlet is None:
        return None
    names = {key, key.split()[-1] if len(key.split()) > 1 else key}
    for name in sorted(names, key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
        for match in pattern.finditer(draft.text):
            span = Span(*match.span())
            if not is_silent(draft, span) and match[0][:1].isupper():
                return span
    return None


def _find_origin(one: Draft, other: Draft) -> str:
    """The outlet that one article has it from, or the one person both have it from; or ""."""
    for mine, theirs in ((one, other), (other, one)):
        span = _find_name(theirs, mine.article.outlet)
        if span is not None and not _CONFIRMED.search(theirs.text.lower()):
            return span.of(theirs.text)
    if any(_CONFIRMED.search(article.text.lower()) for article in (one, other)):
        return ""
    known = _find_persons(one) & _find_persons(other)
    return " ".join(sorted(known)[:1])


def _find_persons(draft: Draft) -> frozenset[str]:
    """Full names, without what begins a sentence alone: "Bo Lindgren"."""
    outlet = {stem(word, draft.vocabulary) for word in (draft.article.outlet or "").split()}
    found: set[str] = set()
    speakers = {
        token.lower
        for resolved in draft.attributions
        for link in resolved.chain
        for token in tokenise(link.name)
        if token.is_capitalised
    }
    tokens = prose_tokens(draft)
    for place in range(len(tokens) - 1):
        first, second = tokens[place], tokens[place + 1]
        pair = (first, second)
        if not all(token.is_word and token.is_capitalised for token in pair):
            continue
        if first.lower in _OPENERS or second.lower not in speakers:
            continue
        if not any(stem(token.text, draft.vocabulary) in outlet for token in pair):
            found.add(f"{first.text} {second.text}")
    return frozenset(found)
