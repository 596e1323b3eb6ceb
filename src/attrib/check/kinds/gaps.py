"""Kind "attribution-gap": a summary of what somebody said or wrote that outruns its source.

"The audit found the ferry unsafe. Its alarms had been silent. The crew had not been trained.
The owner had ignored four warnings." After three sentences nobody knows who still speaks. Looks
at runs without a cue behind a sentence that opens an account: a report, a memoir, a witness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import (
    Draft,
    Finding,
    Passage,
    attributions_near,
    in_headline,
    is_silent,
    sentence_at,
)
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import next_word
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule

# Not that of a time: "at 10:30".
_COLON = re.compile(r":(?!\d)")


@dataclass(frozen=True, slots=True)
class AttributionGap:
    """Options of the kind.

    accounts  words that open an account, whoever gives it ("testified", "a memoir")
    sources   words for a paper, one of which the source or its medium holds
    speech    stances of cues that say again who speaks
    passed    lemmas that do not, being part of the account ("managers had known")
    says      words that do, though no source was found ("she said")
    ends      words in a sentence that end the run, being the reporter's own again
    lists     words in the opening sentence that announce a list
    least     so many sentences make a gap behind such an account, and
    longest   so many behind whatever else somebody says, or
    paragraph so many in the paragraph that he opens, in a draft in which
    cued      so many percent of the sentences at least have a source
    openers   words by which somebody is told to speak, though no source was found, and
    argues    words that show the writer to argue, not to pass on an account
    """

    accounts: tuple[str, ...]
    sources: tuple[str, ...]
    speech: tuple[str, ...]
    passed: tuple[str, ...]
    says: tuple[str, ...]
    ends: tuple[str, ...]
    lists: tuple[str, ...]
    least: int
    longest: int
    paragraph: int
    cued: int
    openers: tuple[str, ...]
    argues: tuple[str, ...]


@dataclass(slots=True)
class _Run:
    """The sentence that opened an account, the words for whose it is, and how far it went on."""

    opening: Span
    words: str
    least: int
    sentences: list[Span]
    quoted: bool = False
    """Whether it was in words that end with their marks."""


def find_attribution_gaps(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """Each run that is long enough to make a gap, from its first sentence to its last."""
    options = read_options(rule, AttributionGap)
    accounts, sources, says, ends, lists = (
        compile_phrases(words, draft.rulebook)
        for words in (
            options.accounts, options.sources, options.says, options.ends, options.lists
        )
    )  # fmt: skip
    follows = _is_reported(draft, options)
    openers, argues = (
        compile_phrases(words, draft.rulebook) for words in (options.openers, options.argues)
    )
    run: _Run | None = None
    for index in range(draft.body_start, len(draft.sentence_starts)):
        span = draft.segmentation.sentences[index].span
        said = _said_in(draft, index, options)
        stops = is_silent(draft, span) or in_headline(draft, span.start)
        listed = _announces_list(draft, span, lists)
        if listed:
            run = None
        told = bool(said) or says.search(draft.text, span.start, span.end) is not None
        if (
            run is not None
            and run.least == options.longest
            and argues.search(draft.text, span.start, span.end)
        ):
            run = None
        if not told and not stops and not ends.search(draft.text, span.start, span.end):
            paper = run is not None and _opens_with(draft, span, sources)
            if run is not None and not paper:
                run.sentences.append(span)
                continue
        if run is not None and _is_gap(draft, run, options.paragraph):
            yield _gap(run)
        run = None
        named = _find_account(draft, span, said, accounts, sources)
        if named is None and not said and not stops and _opens_with(draft, span, sources):
            named = excerpt(draft.text, span)
        if named is not None and not listed and not in_headline(draft, span.start):
            run = _Run(span, named, options.least, [])
        elif (
            follows
            and (said or openers.search(draft.text, *_ends(span)))
            and not listed
            and not in_headline(draft, span.start)
        ):
            run = _Run(span, _who(draft, span, said), options.longest, [])
            run.quoted = bool(said) and all(one.attribution.voice == "direct" for one in said)
    if run is not None and _is_gap(draft, run, options.paragraph):
        yield _gap(run)


def _announces_list(draft: Draft, sentence: Span, lists: Searcher) -> bool:
    """Whether what follows is a list under this sentence: "These are the faults that she found"."""
    announced = lists.search(draft.text, sentence.start, sentence.end) is not None
    return announced or _COLON.search(draft.text, sentence.start, sentence.end) is not None


def _who(draft: Draft, sentence: Span, said: tuple[ResolvedAttribution, ...]) -> str:
    """Who speaks in the sentence, in its words, or else how it begins."""
    named = next((one.attribution.source for one in said if one.attribution.source), None)
    return " ".join(named.text.split()) if named else excerpt(draft.text, sentence)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_reported(draft: Draft, options: AttributionGap) -> bool:
    """Whether the draft sources so much that sentences without a source stand out."""
    body = range(draft.body_start, len(draft.sentence_starts))
    cued = sum(bool(attributions_near(draft, index, index)) for index in body)
    return cued * 100 >= options.cued * len(body)


def _is_gap(draft: Draft, run: _Run, paragraph: int) -> bool:
    """Whether the run is long enough, and no mere row of paragraphs of a sentence each.

    `paragraph` is how many sentences are enough in the paragraph that whoever speaks opens.
    """
    opened = [_paragraph(draft, span) for span in (run.opening, *run.sentences)]
    begins = not run.quoted and opened[0] != _paragraph_before(draft, run.opening)
    if begins and opened.count(opened[0]) > paragraph:
        return True
    return len(run.sentences) >= run.least and len(set(opened)) < len(run.sentences)


def _paragraph_before(draft: Draft, sentence: Span) -> int:
    """The paragraph of the sentence before, -1 where there is none."""
    index = sentence_at(draft, sentence.start)
    return draft.segmentation.sentences[index - 1].paragraph if index else -1


def _paragraph(draft: Draft, sentence: Span) -> int:
    index = sentence_at(draft, sentence.start)
    return -1 if index is None else draft.segmentation.sentences[index].paragraph


def _gap(run: _Run) -> Finding:
    related = (Passage(run.opening, "the last word on who speaks"),)
    values = (("words", run.words), ("number", str(len(run.sentences))))
    whole = Span(run.sentences[0].start, run.sentences[-1].end)
    return Finding(whole, values=values, related=related)


def _said_in(draft: Draft, index: int, options: AttributionGap) -> tuple[ResolvedAttribution, ...]:
    return tuple(
        found
        for found in attributions_near(draft, index, index)
        if found.attribution.cue is None
        or (
            found.attribution.source is not None
            and found.attribution.cue.stance in options.speech
            and found.attribution.cue.lemma.lower() not in options.passed
        )
    )


def _find_account(
    draft: Draft,
    sentence: Span,
    said: tuple[ResolvedAttribution, ...],
    accounts: Searcher,
    sources: Searcher,
) -> str | None:
    """Whose account the sentence opens, in words; None where it opens none."""
    for found in said:
        source, medium = found.attribution.source, found.attribution.medium
        told = [mention.span for mention in (source, medium) if mention is not None]
        papers = any(sources.search(draft.text, span.start, span.end) for span in told)
        if papers and source is not None and found.attribution.voice != "direct":
            return " ".join(source.text.split())
    match = accounts.search(draft.text, sentence.start, sentence.end)
    # A quote in it is speech, which ends with its marks.
    if match is None or is_silent(draft, sentence):
        return None
    named = [found.attribution.source for found in said if found.attribution.source is not None]
    return " ".join(named[0].text.split()) if named else match[0]


def _opens_with(draft: Draft, sentence: Span, sources: Searcher) -> bool:
    """Whether the sentence's subject is the paper itself: "The report gives ..."."""
    start = next_word(draft.text, sentence.start)
    match = sources.search(draft.text, start, min(start + 30, sentence.end))
    return match is not None and draft.text[start : match.start()].count(" ") < 2
