"""Kind "attribution-gap": a summary of what somebody said or wrote that outruns its source.

"The audit found the ferry unsafe. Its alarms had been silent. The crew had not been trained.
The owner had ignored four warnings." After three sentences nobody knows who still speaks. Looks
at runs without a cue behind an attributed sentence, and only where the wording of each shows
that it is still somebody's account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.draft import (
    Draft,
    Finding,
    Passage,
    attributions_near,
    is_silent,
    is_voiced,
    sentence_at,
)
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.words import span_stems
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule

# Where a subject that opens a sentence ends at the latest, in characters.
_OPENING = 30


@dataclass(frozen=True, slots=True)
class AttributionGap:
    """Options of the kind.

    sources  words for what is summarised, one of which the source or its medium must hold
    speech   stances of cues that say again who speaks
    passed   lemmas that do not, being part of the account ("managers had known")
    marks    words that show a sentence to be somebody's account: "had", "would"
    opens    words that open such a sentence: "it", "they"
    ends     words in a sentence that end the run, being the reporter's own again
    least    so many sentences make a gap
    shared   so many content words shared with the run so far show the same
    """

    sources: tuple[str, ...]
    speech: tuple[str, ...]
    passed: tuple[str, ...]
    marks: tuple[str, ...]
    opens: tuple[str, ...]
    ends: tuple[str, ...]
    least: int
    shared: int


def find_attribution_gaps(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The last sentence of the shortest run that makes a gap, once a run."""
    options = read_options(rule, AttributionGap)
    marks, opens, sources, ends = (
        compile_phrases(words, draft.rulebook)
        for words in (options.marks, options.opens, options.sources, options.ends)
    )
    anchor: ResolvedAttribution | None = None
    run: list[Span] = []
    marked = 0
    told: frozenset[str] = frozenset()
    for index in range(draft.body_start, len(draft.sentence_starts)):
        span = draft.segmentation.sentences[index].span
        said = _said_in(draft, index, options)
        if said or is_silent(draft, span) or ends.search(draft.text, *_ends(span)):
            anchor = next((one for one in said if _is_summary(draft, one, sources)), None)
            run, marked = [], 0
            told = span_stems(draft.text, (span,), draft.vocabulary)
            continue
        if anchor is None:
            continue
        stems = span_stems(draft.text, (span,), draft.vocabulary)
        run.append(span)
        opening = opens.match(draft.text, span.start) is not None
        shown = opening or marks.search(draft.text, *_ends(span)) is not None
        # Within the paragraph that opened with a source, that source goes on.
        shown = shown or is_voiced(draft, span) or _is_beside(draft, anchor, index)
        marked += shown or len(stems & told) >= options.shared
        told |= stems
        # One plain sentence amid the others is still part of the account; the first is not.
        if marked < max(len(run) - 1, 1) or _names_it(draft, span, sources):
            anchor = None
        elif len(run) == options.least:
            yield _gap(anchor, run)
            anchor = None


def _gap(anchor: ResolvedAttribution, run: list[Span]) -> Finding:
    source = anchor.attribution.source
    words = " ".join(source.text.split()) if source is not None else "its source"
    related = (Passage(anchor.attribution.sentence, "the last word on who speaks"),)
    values = (("words", words), ("number", str(len(run))))
    return Finding(run[-1], values=values, related=related)


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


def _is_summary(draft: Draft, found: ResolvedAttribution, sources: re.Pattern[str]) -> bool:
    said = found.attribution
    if said.source is None or said.voice == "direct" or said.modality != "actual":
        return False
    told = [mention.span for mention in (said.source, said.medium) if mention is not None]
    return any(sources.search(draft.text, *_ends(span)) for span in told)


def _is_beside(draft: Draft, anchor: ResolvedAttribution, index: int) -> bool:
    first = sentence_at(draft, anchor.attribution.sentence.start)
    sentences = draft.segmentation.sentences
    return first is not None and sentences[first].paragraph == sentences[index].paragraph


def _names_it(draft: Draft, sentence: Span, sources: re.Pattern[str]) -> bool:
    """Whether the sentence opens with what is summarised, or with another such paper."""
    stop = min(sentence.start + _OPENING, sentence.end)
    return sources.search(draft.text, sentence.start, stop) is not None


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
