"""A contested charge told again in the writer's own voice, as if it were so.

"The union says the depot skipped its checks. The depot denies it. Passengers are angry that the
depot skipped its checks": no frame need be known. It is enough that a sentence in nobody's mouth
has the blaming word of a charge that was answered, and one more of its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.disputes import find_reply
from attrib.check.draft import Draft, attributions_near, is_silent, is_voiced, sentence_at
from attrib.check.matching import Searcher
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import paraphrased_words, sentence_has
from attrib.check.words import content_stems, stem
from attrib.records import Span
from attrib.tokens import Token, tokenise

# Sentences behind a charge in which it may be told again.
_REACH = 12
# Of the words of a long charge not half need be told again.
_MOST = 6


@dataclass(frozen=True, slots=True)
class Charge:
    """What somebody is blamed for, in which sentence, by whom, and where it is answered."""

    here: int
    said: Span
    source: str
    answer: Span
    blaming: frozenset[str]
    content: frozenset[str]


def find_charges(draft: Draft) -> tuple[Charge, ...]:
    """The charges of the draft that whoever is blamed answers, in order."""
    blame = compile_phrases(draft.rulebook.terms_of("blame"), draft.rulebook)
    return tuple(
        charge
        for here in range(len(draft.sentence_starts))
        if (charge := _charge_at(draft, here, blame)) is not None
    )


def find_restated(
    draft: Draft, charges: tuple[Charge, ...], open_: Searcher
) -> Iterator[tuple[Span, Charge]]:
    """The words in which a charge is told again, with the charge; one a sentence."""
    blame = compile_phrases(draft.rulebook.terms_of("blame"), draft.rulebook)
    told: set[int] = set()
    for span, here in paraphrased_words(draft, blame) if charges else ():
        if here in told or sentence_has(draft, (here,), open_):
            continue
        sentence = draft.segmentation.sentences[here].span
        # A question leaves it open.
        if sentence.of(draft.text).rstrip().endswith("?"):
            continue
        theirs = _stems(draft, tokenise(draft.text, sentence.start, sentence.end))
        word = stem(span.of(draft.text).split()[0], draft.vocabulary)
        for charge in charges:
            near = charge.here < here <= charge.here + _REACH
            if not near or sentence.overlaps(charge.answer) or word not in charge.blaming:
                continue
            shared = len(charge.content & theirs)
            if shared > 1 and 2 * shared >= min(len(charge.content), _MOST):
                told.add(here)
                yield _widen(draft, span, sentence, charge), charge
                break


def _charge_at(draft: Draft, here: int, blame: Searcher) -> Charge | None:
    for found in attributions_near(draft, here, here):
        source = found.attribution.source
        if source is None or found.source_id is None or found.attribution.within is not None:
            continue
        for said in found.attribution.content:
            blaming = [
                Span(*match.span()) for match in blame.finditer(draft.text, said.start, said.end)
            ]
            if not blaming or sentence_at(draft, said.start) != here:
                continue
            own = frozenset((found.source_id, *(link.id for link in found.chain)))
            answer = find_reply(draft, here, said, own)
            if answer is not None:
                words = frozenset(
                    stem(span.of(draft.text).split()[0], draft.vocabulary) for span in blaming
                )
                content = _stems(draft, tokenise(draft.text, said.start, said.end))
                return Charge(here, said, source.text, answer, words, content | words)
    return None


def _widen(draft: Draft, span: Span, sentence: Span, charge: Charge) -> Span:
    """The blaming word, with the words of the charge that stand beside it in its clause."""
    words = [
        token
        for token in tokenise(draft.text, span.start, sentence.end)
        if token.is_word and not is_silent(draft, token.span) and not is_voiced(draft, token.span)
    ]
    shared = [
        token
        for token in words
        if stem(token.text, draft.vocabulary) in charge.content
        and "," not in draft.text[span.end : token.start]
    ]
    return Span(span.start, max([span.end, *(token.end for token in shared)]))


def _stems(draft: Draft, tokens: tuple[Token, ...]) -> frozenset[str]:
    return frozenset(content_stems(tokens, draft.vocabulary))
