"""Kind "poll-gaps": a poll's figure without what a reader needs to weigh it.

Who asked and who paid, how many were asked, when, and how far the figure may be off. A poll
that the story turns on must say all of it, anywhere in the draft; one mentioned in passing
must at least say whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, in_headline, is_silent, is_voiced, sentence_at
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.wording import compile_phrases
from attrib.records import Span
from attrib.rulebook.entries import CheckRule

_LINK = re.compile(r"(?:https?://|www\.)\S|\]\(")
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
    """

    polls: tuple[str, ...]
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


def find_poll_gaps(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first poll whose figures lack something; and each later one that nobody ran."""
    options = read_options(rule, PollGaps)
    patterns = {
        name: compile_phrases(getattr(options, name), draft.rulebook, noun=options.nouns)
        for name in ("exempt", "figures", "known", *(name for name, _ in _DETAILS))
    }
    polls = list(_find_polls(draft, options, patterns))
    missing = [words for name, words in _DETAILS[1:] if not _is_told(draft, patterns[name])]
    central = (
        len(polls) >= options.repeated
        or any(here < draft.body_start + options.lead for _, here in polls)
        or _is_headline_about(draft, options)
    )
    for number, (span, here) in enumerate(polls):
        anonymous = not _names_pollster(draft, span, here, options, patterns)
        # "The polls" at large have no one sample.
        single = not span.of(draft.text).lower().endswith("s")
        gaps = [_DETAILS[0][1]] * anonymous + missing * single
        if anonymous or (number == 0 and central and single and missing):
            values = (("words", excerpt(draft.text, span)), ("missing", ", ".join(gaps)))
            yield Finding(span, values=values)


def _find_polls(
    draft: Draft, options: PollGaps, patterns: Mapping[str, Searcher | None]
) -> Iterator[tuple[Span, int]]:
    """The first poll of each sentence of the body that gives its figures."""
    polls = compile_phrases(options.polls, draft.rulebook, noun=options.nouns)
    last = -1
    for match in polls.finditer(draft.text) if polls else ():
        span = Span(*match.span())
        here = sentence_at(draft, span.start)
        if here is None or here == last or in_headline(draft, span.start):
            continue
        if is_silent(draft, span) or is_voiced(draft, Span(span.start, span.start + 1)):
            continue
        sentence = draft.segmentation.sentences[here].span
        exempt, figures = patterns["exempt"], patterns["figures"]
        if exempt and any(
            Span(*found.span()).overlaps(span)
            for found in exempt.finditer(draft.text, sentence.start, sentence.end)
        ):
            continue
        if not figures or not figures.search(draft.text, sentence.start, sentence.end):
            continue
        if _LINK.search(draft.text, sentence.start, sentence.end):
            continue
        last = here
        yield span, here


def _is_headline_about(draft: Draft, options: PollGaps) -> bool:
    if draft.headline is None:
        return False
    noun = compile_phrases(("{noun}",), draft.rulebook, noun=options.nouns)
    span = draft.headline.span
    return noun is not None and bool(noun.search(draft.headline.text, span.start, span.end))


def _is_told(draft: Draft, pattern: Searcher | None) -> bool:
    return pattern is not None and pattern.search(draft.text) is not None


def _names_pollster(
    draft: Draft,
    span: Span,
    here: int,
    options: PollGaps,
    patterns: Mapping[str, Searcher | None],
) -> bool:
    known, pollster = patterns["known"], patterns["pollster"]
    if known and known.match(draft.text, span.start) and here > draft.body_start:
        return True
    sentences = draft.segmentation.sentences
    start = sentences[max(here - 1, draft.body_start)].span.start if here else 0
    after = options.lead if here < draft.body_start + options.lead else 1
    end = sentences[min(here + after, len(sentences) - 1)].span.end
    return pollster is not None and pollster.search(draft.text, start, end) is not None
