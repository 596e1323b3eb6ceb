"""Kind "poll-gaps": a poll's figure without what a reader needs to weigh it.

Who asked and who paid, how many were asked, when, and how far the figure may be off. A poll
that the story turns on must say all of it, anywhere in the draft; one mentioned in passing
must at least say whose it is, and not leave out most of the rest. What so many of a people think
or want was asked of somebody, so that such a share is a poll's figure though no poll is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, in_headline, is_silent, sentence_at
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.wording import compile_phrases
from attrib.records import Span
from attrib.rulebook.entries import CheckRule

_LINK = re.compile(r"(?:https?://|www\.)\S|\]\(")
_GOES_ON = re.compile(r"(?:It|They|That|This|These|Those|The)\s")
_NEAR = 2
_DETAILS = (
    ("pollster", "who ran it"),
    ("sponsor", "who paid for it"),
    ("size", "how many were asked"),
    ("dates", "when they were asked"),
    ("margin", "the margin of error"),
)


@dataclass(frozen=True, slots=True)
class PollGaps:
    """Options of the kind; how phrases are written is told in `attrib.check.wording`.

    polls     phrases that stand for a poll, and
    shares    phrases for what some part of a people thinks or wants, which stand for one in a
              draft that names none
    nouns     the words for "{noun}" in all phrases
    exempt    phrases that make it another matter, inside such a phrase or right at it
    figures   phrases for what a poll measures
    known     phrases for a poll that the draft has spoken of before ("the poll")
    pollster  phrases that say who ran a poll, in its own sentence or one beside it; a poll in
              the lead may leave it to the sentences after it
    sponsor   phrases that say who paid, or that whoever ran it did
    size      phrases that say how many were asked
    dates     phrases that say when
    margin    phrases that say how far it may be off
    lead      a poll in the first so many sentences, or in the headline, is what the story
              turns on, and so is
    repeated  one that gives figures in so many sentences
    passing   any other poll may leave out fewer than so many of the last four
    """

    polls: tuple[str, ...]
    shares: tuple[str, ...]
    nouns: tuple[str, ...]
    exempt: tuple[str, ...]
    figures: tuple[str, ...]
    known: tuple[str, ...]
    pollster: tuple[str, ...]
    sponsor: tuple[str, ...]
    size: tuple[str, ...]
    dates: tuple[str, ...]
    margin: tuple[str, ...]
    lead: int
    repeated: int
    passing: int


def find_poll_gaps(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first poll whose figures lack something; and each later one that nobody ran."""
    options = read_options(rule, PollGaps)
    patterns = {
        name: compile_phrases(getattr(options, name), draft.rulebook, noun=options.nouns)
        for name in ("exempt", "figures", "known", *(name for name, _ in _DETAILS))
    }
    polls = list(_find_polls(draft, options, patterns, options.polls))
    if not polls:
        polls = list(_find_polls(draft, options, patterns, options.shares))[:1]
    missing = [words for name, words in _DETAILS[1:] if not _is_told(draft, patterns[name])]
    central = (
        len(polls) >= options.repeated
        or any(here < draft.body_start + options.lead for _, here in polls)
        or _is_headline_about(draft, options)
    )
    for number, (span, here) in enumerate(polls):
        anonymous = not _names_pollster(draft, span, here, options, patterns)
        # "The polls" at large have no one sample; "Bright Line Surveys" is a firm.
        last = span.of(draft.text).split()[-1]
        single = last not in options.nouns or not last.endswith("s")
        gaps = [_DETAILS[0][1]] * anonymous + missing * single
        if not central and not anonymous:
            near = _around(draft, here)
            told = [name for name, _ in _DETAILS[1:] if _is_told(draft, patterns[name], near)]
            if number or len(_DETAILS) - 1 - len(told) < options.passing:
                continue
        if anonymous or (number == 0 and single and missing):
            values = (("words", excerpt(draft.text, span)), ("missing", ", ".join(gaps)))
            yield Finding(span, values=values)


def _find_polls(
    draft: Draft,
    options: PollGaps,
    patterns: Mapping[str, Searcher | None],
    phrases: tuple[str, ...],
) -> Iterator[tuple[Span, int]]:
    """The first poll of each sentence of the body that gives its figures, or leads to them."""
    polls = compile_phrases(phrases, draft.rulebook, noun=options.nouns)
    last = -1
    for match in polls.finditer(draft.text) if polls else ():
        span = Span(*match.span())
        here = sentence_at(draft, span.start)
        if here is None or here == last or in_headline(draft, span.start):
            continue
        if is_silent(draft, span):
            continue
        sentence = draft.segmentation.sentences[here].span
        exempt, figures = patterns["exempt"], patterns["figures"]
        if exempt and any(
            Span(*found.span()).overlaps(span)
            for found in exempt.finditer(draft.text, sentence.start, sentence.end)
        ):
            continue
        if not figures or not figures.search(draft.text, sentence.start, _next_end(draft, here)):
            continue
        if _LINK.search(draft.text, sentence.start, sentence.end):
            continue
        last = here
        yield span, here


def _next_end(draft: Draft, here: int) -> int:
    """The end of the sentence after this one, where it goes on from it: "It found that ..."."""
    sentences = draft.segmentation.sentences
    if here + 1 < len(sentences):
        following = sentences[here + 1].span
        if _GOES_ON.match(draft.text, following.start):
            return following.end
    return sentences[here].span.end


def _is_headline_about(draft: Draft, options: PollGaps) -> bool:
    if draft.headline is None:
        return False
    noun = compile_phrases(("{noun}",), draft.rulebook, noun=options.nouns)
    span = draft.headline.span
    return noun is not None and bool(noun.search(draft.headline.text, span.start, span.end))


def _is_told(draft: Draft, pattern: Searcher | None, part: Span | None = None) -> bool:
    start, end = (part.start, part.end) if part else (0, len(draft.text))
    return pattern is not None and pattern.search(draft.text, start, end) is not None


def _around(draft: Draft, here: int) -> Span:
    """The sentence and two on each side: what else of numbers a draft has is of other things."""
    near = draft.segmentation.sentences[max(here - _NEAR, 0) : here + _NEAR + 1]
    return Span(near[0].span.start, near[-1].span.end)


def _names_pollster(
    draft: Draft,
    span: Span,
    here: int,
    options: PollGaps,
    patterns: Mapping[str, Searcher | None],
) -> bool:
    known, pollster = patterns["known"], patterns["pollster"]
    sentences = draft.segmentation.sentences
    nouns = compile_phrases(("{noun}",), draft.rulebook, noun=options.nouns)
    first = sentences[draft.body_start].span.start
    if known and known.match(draft.text, span.start) and nouns:
        told = nouns.search(draft.text, first, sentences[here].span.start)
        if told is not None and here > draft.body_start:
            return True
    start = sentences[max(here - 1, draft.body_start)].span.start if here else 0
    after = options.lead if here < draft.body_start + options.lead else 1
    end = sentences[min(here + after, len(sentences) - 1)].span.end
    return pollster is not None and pollster.search(draft.text, start, end) is not None
