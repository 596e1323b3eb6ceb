"""Where two sides tell one matter otherwise, right after each other.

"Drivers say the road sank. The council says it did not": no wording need be compared beyond a
word of denial, or a word that both use, for whoever answers at once answers what was said.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrib.check.draft import Draft, attributions_near
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import SAYING, near
from attrib.check.words import span_stems
from attrib.records import ResolvedAttribution, Span
from attrib.tokens import tokenise

_ANSWERING = SAYING | {"evaluates", "corrects"}


def find_exchange(draft: Draft, here: int, reach: int) -> Span | None:
    """The answer in the exchange nearest to sentence `here`, at most `reach` sentences away."""
    places = sorted(near(draft, here, reach), key=lambda index: abs(index - here))
    for index in places:
        if index == here:
            continue
        answer = _answer_at(draft, index, here)
        if answer is not None:
            return answer
    return None


def _answer_at(draft: Draft, index: int, here: int) -> Span | None:
    """The sentence at `index`, where somebody in it answers another in it or right before it."""
    sentences = draft.segmentation.sentences
    span = sentences[index].span
    contest = compile_phrases(draft.rulebook.terms_of("contest"), draft.rulebook)
    loud = contest.search(draft.text, span.start, span.end) is not None
    answers = list(_voices(draft, index))
    before = [one for place in (index - 1, index) if place >= 0 for one in _voices(draft, place)]
    for answer in answers:
        for first in before:
            if first.attribution == answer.attribution or not _are_two(first, answer):
                continue
            if first.attribution.content[0].start > answer.attribution.content[0].start:
                continue
            if loud or _opposes(first, answer):
                return span
            contents = first.attribution.content, answer.attribution.content
            if negates(draft, contents[0]) != negates(draft, contents[1]):
                return span
            # "Drivers say the council lied. The council says ...": whom it is of answers it.
            source = answer.attribution.source
            theirs = (*answer.attribution.content, *((source.span,) if source else ()))
            said = span_stems(draft.text, first.attribution.content, draft.vocabulary)
            shared = said & span_stems(draft.text, theirs, draft.vocabulary)
            if shared and sentences[index].paragraph == sentences[max(index - 1, 0)].paragraph:
                return span
    # "He denies it": a contest with nobody found before it is one all the same.
    return span if loud and index < here + 3 and answers else None


def _voices(draft: Draft, index: int) -> list[ResolvedAttribution]:
    return [
        one
        for one in attributions_near(draft, index, index)
        if one.source_id is not None
        and one.attribution.content
        and one.attribution.within is None
        and (one.attribution.cue is None or one.attribution.cue.stance in _ANSWERING)
        and one.attribution.modality in ("actual", "negated")
    ]


def _are_two(one: ResolvedAttribution, other: ResolvedAttribution) -> bool:
    return one.source_id != other.source_id


def _opposes(first: ResolvedAttribution, answer: ResolvedAttribution) -> bool:
    """Whether the stances do: "calls that a fairy tale", and each blaming somebody else."""
    stances = [one.attribution.cue.stance for one in (first, answer) if one.attribution.cue]
    return stances[-1:] == ["evaluates"] or stances == ["accuses", "accuses"]


def negates(draft: Draft, content: Iterable[Span]) -> bool:
    """Whether what somebody says has a word of negation."""
    negators = draft.rulebook.terms_of("negators")
    return any(
        token.lower in negators
        for part in content
        for token in tokenise(draft.text, part.start, part.end)
    )
