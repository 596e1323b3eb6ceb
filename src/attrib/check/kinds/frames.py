"""Kind "factive-frame": words that take for granted what the text itself only attributes.

"The fact that the board hid the report" after "the union says the board hid the report": the
frame settles what nobody has shown. Speaks where the words behind the frame are those of an
attributed claim elsewhere in the draft, and where speakers nearby contest the matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from attrib.check.diagnostics import excerpt
from attrib.check.disputes import find_answer, speakers_near
from attrib.check.draft import (
    Draft,
    Finding,
    Passage,
    attributions_near,
    in_headline,
    is_silent,
    sentence_at,
)
from attrib.check.exchanges import find_exchange
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.restated import Charge, find_charges, find_restated
from attrib.check.scanning import near, saying, sentence_has
from attrib.check.words import share, span_stems
from attrib.records import Claim, Span
from attrib.rulebook.entries import CheckRule

# Frames held against the claims: bounds the work on a text of nothing else.
_MOST = 40
# Sentences away at which another side is still an answer, and
_REACH = 4
# at which the matter may be settled.
_SETTLED = 2


@dataclass(frozen=True, slots=True)
class FactiveFrame:
    """Options of the kind.

    phrases  the frames, as in `attrib.check.phrasing`
    strong   those that presuppose all they hold, so that less need be shared, or nothing where
             two speakers nearby contest the matter
    deeds    nouns for a wrong ("tampering"); behind "the" or a possessive they presuppose it
    open     words of the sentence that leave a deed open ("allegations of")
    happened words for what is out of dispute by itself ("killed"), which restate no charge
    framing  those that such speakers must share a content word with
    settled  words nearby that end it ("convicted")
    reach    so many characters behind the start of the frame are held against the claims
    words    the fewest content words that must be shared with a claim
    overlap  the share of the framed content words, in per cent, that one claim must hold; half of
             it behind a strong frame
    grades   grades of claims that the text does not settle
    """

    phrases: tuple[str, ...]
    strong: tuple[str, ...]
    deeds: tuple[str, ...]
    open: tuple[str, ...]
    happened: tuple[str, ...]
    framing: tuple[str, ...]
    settled: tuple[str, ...]
    grades: tuple[str, ...]
    reach: int
    words: int
    overlap: int


_Claimed = Sequence[tuple[Claim, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class _Frame:
    """One frame, in which sentence, whether it presupposes all, and whether somebody says it."""

    span: Span
    here: int
    is_strong: bool
    is_told: bool


def find_factive_frames(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """Each frame around a claim that is only attributed, one a sentence."""
    options = read_options(rule, FactiveFrame)
    framing = compile_phrases(options.framing, draft.rulebook)
    settled = compile_phrases(options.settled, draft.rulebook)
    open_ = compile_phrases(options.open, draft.rulebook)
    happened = compile_phrases(options.happened, draft.rulebook)
    charges = find_charges(draft)
    claims: _Claimed | None = None
    alerted: set[int] = set()
    for frame in islice(_find_frames(draft, options), _MOST):
        span, here = frame.span, frame.here
        if here in alerted or sentence_has(draft, near(draft, here, _SETTLED), settled):
            continue
        claims = list(_attributed(draft, options)) if claims is None else claims
        sentence = draft.segmentation.sentences[here].span
        framed = _framed(draft, span, sentence, options)
        overlap = options.overlap // (2 if frame.is_strong else 1)
        claim = _find_claim(framed, sentence, claims, options.words, overlap)
        shown, name = (claim.sentence if claim else None), "a source"
        if claim is not None and claim.source is not None:
            name = claim.source.name
        # Whoever says a thing may take it for granted; it is the writer who passes that on
        # where somebody else contests it.
        if frame.is_told or shown is None:
            shown, name = None, "one side"
            if frame.is_strong or framing.match(draft.text, span.start):
                shown = _find_contest(draft, frame, framed) or _find_charge(charges, frame)
        if shown is not None:
            alerted.add(here)
            values = (("words", excerpt(draft.text, span)), ("source", name))
            note = "attributed here" if claim and not frame.is_told else "contested here"
            yield Finding(span, values=values, related=(Passage(shown, note),))
    for span, charge in find_restated(draft, charges, open_):
        at = sentence_at(draft, span.start)
        if (
            at is None
            or at in alerted
            or happened.match(draft.text, span.start)
            or in_headline(draft, span.start)
        ):
            continue
        if not sentence_has(draft, near(draft, at, _SETTLED), settled):
            alerted.add(at)
            values = (("words", excerpt(draft.text, span)), ("source", charge.source))
            yield Finding(span, values=values, related=(Passage(charge.answer, "contested here"),))


def _find_frames(draft: Draft, options: FactiveFrame) -> Iterator[_Frame]:
    """The frames of the body outside quotation marks, in order."""
    strong = compile_phrases(options.strong, draft.rulebook)
    either = compile_phrases((*options.strong, *options.framing, *options.phrases), draft.rulebook)
    open_ = compile_phrases(options.open, draft.rulebook)
    deeds = _deed_pattern(options.deeds)
    spans = [
        (Span(*found.span()), strong.match(draft.text, found.start()) is not None)
        for found in either.finditer(draft.text)
    ]
    for found in deeds.finditer(draft.text):
        here = sentence_at(draft, found.start())
        if here is not None and not sentence_has(draft, (here,), open_):
            spans.append((Span(*found.span()), True))
    for span, is_strong in sorted(spans):
        here = sentence_at(draft, span.start)
        if here is None or is_silent(draft, span) or in_headline(draft, span.start):
            continue
        told = any(one.cue.span.end <= span.start for one in saying(draft, span, here))
        # "The parents say the school ignored the bullying" is the charge itself.
        if told and deeds.match(draft.text, span.start):
            continue
        yield _Frame(span, here, is_strong, told)


def _deed_pattern(deeds: tuple[str, ...]) -> Searcher:
    nouns = "|".join(map(re.escape, deeds))
    owner = r"(?:the|this|that|these|his|her|its|their|[\w-]{1,30}['’]s|[\w-]{1,30}s['’])"
    return re.compile(
        rf"\b{owner}\s(?:(?!of\b)[\w-]{{1,30}}\s)?(?:\w{{1,20}}-)?(?:{nouns})(?![\w-])"
        r"(?!\s(?:polic|laws?|units?|charge|claim|allegation|case|inquir|investig|prob|suit|law|trial"
        r"|row|scandal|dispute|story|theory))",
        re.IGNORECASE,
    )


def _find_dispute(draft: Draft, frame: Span, here: int, tied: frozenset[str]) -> Span | None:
    """The sentence in which one of two speakers near the frame contests what it holds."""
    told = saying(draft, frame, here)
    own = frozenset(found.source for found in told if found.source is not None)
    speakers = speakers_near(draft, here, own)
    if len(speakers) < 2:
        return None
    places = {index for listed in speakers.values() for index in listed}
    parts = [draft.segmentation.sentences[index].span for index in sorted(places)]
    if tied and tied.isdisjoint(span_stems(draft.text, parts, draft.vocabulary)):
        return None
    return find_answer(draft, here, own, tied=bool(tied))


def _find_contest(draft: Draft, frame: _Frame, framed: frozenset[str]) -> Span | None:
    """The sentence near a frame in which one side answers another."""
    if frame.is_strong or _is_tied(draft, frame.here, framed):
        answer = find_exchange(draft, frame.here, _REACH)
        if answer is not None:
            return answer
    if frame.is_told:
        return None
    tied = frozenset() if frame.is_strong else framed
    return _find_dispute(draft, frame.span, frame.here, tied)


def _find_charge(charges: tuple[Charge, ...], frame: _Frame) -> Span | None:
    """The answer to a charge made a few sentences before a frame that presupposes all it holds."""
    return next(
        (
            charge.answer
            for charge in charges
            if frame.is_strong and charge.here < frame.here <= charge.here + _REACH
        ),
        None,
    )


def _is_tied(draft: Draft, here: int, framed: frozenset[str]) -> bool:
    """Whether what somebody says near the frame has one of its content words."""
    return any(
        not framed.isdisjoint(span_stems(draft.text, one.attribution.content, draft.vocabulary))
        for index in near(draft, here, _REACH)
        if index != here
        for one in attributions_near(draft, index, index)
        if one.source_id is not None
    )


def _attributed(draft: Draft, options: FactiveFrame) -> Iterator[tuple[Claim, frozenset[str]]]:
    for claim in draft.claims:
        grade = claim.strength.grade.lower() if claim.strength else None
        if claim.source is not None and grade in options.grades and claim.modality == "actual":
            yield claim, span_stems(draft.text, claim.content, draft.vocabulary)


def _framed(draft: Draft, frame: Span, sentence: Span, options: FactiveFrame) -> frozenset[str]:
    """Content words of the clause around the frame ("the firm's failure to"), less its own."""
    end = min(sentence.end, frame.start + options.reach)
    comma = draft.text.find(",", frame.end, end)
    start = max(draft.text.rfind(",", sentence.start, frame.start) + 1, sentence.start)
    whole = Span(start, comma if comma > 0 else end)
    return span_stems(draft.text, (whole,), draft.vocabulary) - span_stems(
        draft.text, (frame,), draft.vocabulary
    )


def _find_claim(
    framed: frozenset[str], sentence: Span, claims: _Claimed, words: int, overlap: int
) -> Claim | None:
    for claim, theirs in claims:
        if claim.sentence.overlaps(sentence) or len(framed & theirs) < words:
            continue
        if share(framed, theirs) * 100 >= overlap:
            return claim
    return None
