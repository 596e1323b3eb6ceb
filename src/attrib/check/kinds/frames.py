"""Kind "factive-frame": words that take for granted what the text itself only attributes.

"The fact that the board hid the report" after "the union says the board hid the report": the
frame settles what nobody has shown. Speaks where the words behind the frame are those of an
attributed claim elsewhere in the draft, and where speakers nearby contest the matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from attrib.check.diagnostics import excerpt
from attrib.check.disputes import find_answer, speakers_near
from attrib.check.draft import Draft, Finding, Passage
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import near, paraphrased_words, saying, sentence_has
from attrib.check.words import share, span_stems
from attrib.records import Claim, Span
from attrib.rulebook.entries import CheckRule

# Frames held against the claims: bounds the work on a text of nothing else.
_MOST = 40
# Sentences away at which the matter may be settled.
_SETTLED = 2


@dataclass(frozen=True, slots=True)
class FactiveFrame:
    """Options of the kind.

    phrases  the frames, as in `attrib.check.phrasing`
    strong   those that presuppose all they hold, so that less need be shared, or nothing where
             two speakers nearby contest the matter
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
    framing: tuple[str, ...]
    settled: tuple[str, ...]
    grades: tuple[str, ...]
    reach: int
    words: int
    overlap: int


_Claimed = Sequence[tuple[Claim, frozenset[str]]]


def find_factive_frames(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """Each frame around a claim that is only attributed, one a sentence."""
    options = read_options(rule, FactiveFrame)
    strong, framing, settled, either = (
        compile_phrases(words, draft.rulebook)
        for words in (
            options.strong, options.framing, options.settled,
            (*options.strong, *options.framing, *options.phrases),
        )
    )  # fmt: skip
    claims: _Claimed | None = None
    alerted: set[int] = set()
    for span, here in islice(paraphrased_words(draft, either), _MOST):
        if here in alerted or sentence_has(draft, near(draft, here, _SETTLED), settled):
            continue
        claims = list(_attributed(draft, options)) if claims is None else claims
        sentence = draft.segmentation.sentences[here].span
        is_strong = strong.match(draft.text, span.start) is not None
        framed = _framed(draft, span, sentence, options)
        claim = _find_claim(
            framed, sentence, claims, options.words, options.overlap // (2 if is_strong else 1)
        )
        shown, name = (claim.sentence if claim else None), "a source"
        if claim is not None and claim.source is not None:
            name = claim.source.name
        if shown is None and (is_strong or framing.match(draft.text, span.start)):
            tied = frozenset() if is_strong else framed
            shown, name = _find_dispute(draft, span, here, tied), "one side"
        if shown is not None:
            alerted.add(here)
            values = (("words", excerpt(draft.text, span)), ("source", name))
            note = "attributed here" if claim else "contested here"
            yield Finding(span, values=values, related=(Passage(shown, note),))


def _find_dispute(draft: Draft, frame: Span, here: int, tied: frozenset[str]) -> Span | None:
    """The sentence in which one of two speakers near the frame contests what it holds."""
    told = saying(draft, frame, here)
    own = frozenset(found.source for found in told if found.source is not None)
    speakers = speakers_near(draft, here, own)
    if len(speakers) < 2:
        return None
    if tied:
        places = {index for listed in speakers.values() for index in listed}
        parts = [draft.segmentation.sentences[index].span for index in sorted(places)]
        if tied.isdisjoint(span_stems(draft.text, parts, draft.vocabulary)):
            return None
    return find_answer(draft, here, own, tied=bool(tied))


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
