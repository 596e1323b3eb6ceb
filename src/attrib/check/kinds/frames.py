"""Kind "factive-frame": words that take for granted what the text itself only attributes.

"The fact that the board hid the report" after "the union says the board hid the report": the
frame settles what nobody has shown. Speaks only where the words behind the frame are those of an
attributed claim elsewhere in the draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import own_words
from attrib.check.words import share, span_stems
from attrib.records import Claim, Span
from attrib.rulebook.entries import CheckRule

# Frames held against the claims: bounds the work on a text of nothing else.
_MOST = 40


@dataclass(frozen=True, slots=True)
class FactiveFrame:
    """Options of the kind.

    phrases  the frames, as in `attrib.check.phrasing`
    strong   those that presuppose all they hold, so that less need be shared
    reach    so many characters behind the start of the frame are held against the claims
    words    the fewest content words that must be shared
    overlap  the share of the framed content words, in per cent, that one claim must hold; half of
             it behind a strong frame
    grades   grades of claims that the text does not settle
    """

    phrases: tuple[str, ...]
    strong: tuple[str, ...]
    grades: tuple[str, ...]
    reach: int
    words: int
    overlap: int


def find_factive_frames(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """Each frame around a claim that is only attributed."""
    options = read_options(rule, FactiveFrame)
    strong = compile_phrases(options.strong, draft.rulebook)
    either = compile_phrases((*options.strong, *options.phrases), draft.rulebook)
    frames = islice(own_words(draft, either), _MOST)
    claims: Sequence[tuple[Claim, frozenset[str]]] | None = None
    alerted: set[int] = set()
    for span, here in frames:
        if here in alerted:
            continue
        if claims is None:
            claims = list(_attributed(draft, options))
        sentence = draft.segmentation.sentences[here].span
        overlap = options.overlap // (2 if strong.match(draft.text, span.start) else 1)
        framed = _framed(draft, span, sentence, options)
        claim = _find_claim(framed, sentence, claims, options.words, overlap)
        if claim is None:
            continue
        alerted.add(here)
        name = claim.source.name if claim.source else "a source"
        values = (("words", excerpt(draft.text, span)), ("source", name))
        yield Finding(span, values=values, related=(Passage(claim.sentence, "attributed here"),))


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
    framed: frozenset[str],
    sentence: Span,
    claims: Sequence[tuple[Claim, frozenset[str]]],
    words: int,
    overlap: int,
) -> Claim | None:
    for claim, theirs in claims:
        if claim.sentence.overlaps(sentence) or len(framed & theirs) < words:
            continue
        if share(framed, theirs) * 100 >= overlap:
            return claim
    return None
