"""Kind "headline-claim": the headline states as fact what the body only attributes.

Words are compared, not meanings: the stems of the headline's content words with those of each
claim. The headline is left alone when it attributes, quotes, hedges or asks, and when the
writer's own voice says the same anywhere in the body.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Headline, Passage, in_headline, is_voiced
from attrib.check.options import read_options
from attrib.check.titles import find_assertion, has_marks
from attrib.check.words import content_stems, reporting_stems, share, span_stems, stem
from attrib.records import Claim, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class HeadlineClaim:
    """Options of the kind.

    words     the fewest content words that headline and claim must share
    overlap   how many percent of the headline's content words the claim must hold
    asserted  silent when a sentence in the writer's own voice holds so many percent
    grades    the grades of the claim at which it speaks
    stances   the stances of the claim at which it speaks
    spared    source classes whose word is enough for a plain event ("police")
    accusing  stances of a cue, and
    charges   words of wrongdoing in the headline, for which no source's word is enough
    events    words of plain events in it, for which any is
    hedges    words by which the headline itself leaves the matter open
    cues      stances of the reporting verbs that attribute a headline, but for
    plain     verbs that report nothing there ("Owner knew tunnel was unsafe")
    about     how many percent the claim must hold where its whole sentence, with the source,
              holds what "overlap" and half as much again ask for
    """

    words: int
    overlap: int
    asserted: int
    grades: tuple[str, ...]
    stances: tuple[str, ...]
    spared: tuple[str, ...]
    accusing: tuple[str, ...]
    charges: tuple[str, ...]
    events: tuple[str, ...]
    hedges: tuple[str, ...]
    cues: tuple[str, ...]
    plain: tuple[str, ...]
    about: int


def find_unattributed_headlines(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The headline, at most once."""
    options = read_options(rule, HeadlineClaim)
    headline = draft.headline
    if headline is None:
        return
    span = find_assertion(headline)
    tokens = tokenise(headline.text, span.start, span.end)
    ordered = content_stems(tokens, draft.vocabulary)
    stems = frozenset(ordered)
    if _is_attributed(draft, headline, span, tokens, options):
        return
    claim = _find_claim(draft, stems, next(iter(ordered), ""), options)
    if claim is None or claim.source is None or _is_asserted(draft, stems, options):
        return
    values = (("source", claim.source.name), ("words", excerpt(headline.text, span)))
    related = (Passage(claim.sentence, f"attributed here to {claim.source.name}"),)
    yield Finding(span, headline.field, values, related)


def _is_attributed(
    draft: Draft,
    headline: Headline,
    span: Span,
    tokens: tuple[Token, ...],
    options: HeadlineClaim,
) -> bool:
    if has_marks(headline, span):
        return True
    if any(
        token.lower in options.hedges and not _is_of_purpose(draft, tokens[: index + 1])
        for index, token in enumerate(tokens)
    ):
        return True
    cues = reporting_stems(draft.rulebook, options.cues, draft.vocabulary)
    cues -= {stem(verb, draft.vocabulary) for verb in options.plain}
    if any(
        stem(token.text, draft.vocabulary) in cues
        # "Broke ethics rules, hid gifts": what reports stands before the words, or last of all.
        and not (after and after.text == ",")
        for token, after in zip_longest(tokens, tokens[1:])
        if token is not None
    ):
        return True
    return headline.field == "text" and is_voiced(draft, span)


def _is_of_purpose(draft: Draft, tokens: tuple[Token, ...]) -> bool:
    """Whether the last token is the "to" of "faked injury to force transfer"."""
    forms = draft.vocabulary.forms
    return tokens[-1].lower == "to" and any(
        token.lower.endswith("ed") or forms.get(token.lower, token.lower) != token.lower
        for token in tokens[:-1]
    )


def _find_claim(
    draft: Draft, stems: frozenset[str], subject: str, options: HeadlineClaim
) -> Claim | None:
    """The first claim of the body that holds what the headline says, if it is weak enough."""
    for claim in draft.claims:
        if claim.voice == "own" or claim.modality != "actual" or claim.polarity != "affirm":
            continue
        if in_headline(draft, claim.start):
            continue
        held = span_stems(draft.text, claim.content, draft.vocabulary)
        if len(stems & held) < options.words or not _is_on(draft, claim, stems, held, options):
            continue
        # The first mention decides: if that one is well shown, so is the headline.
        return claim if _is_weak(draft, claim, stems, subject, options) else None
    return None


def _is_on(
    draft: Draft, claim: Claim, stems: frozenset[str], held: frozenset[str], options: HeadlineClaim
) -> bool:
    """Whether the claim says what the headline does, be it with words of its source's."""
    part = share(stems, held) * 100
    if part >= options.overlap or part < options.about:
        return part >= options.overlap
    whole = span_stems(draft.text, (claim.sentence,), draft.vocabulary)
    return share(stems, whole) * 200 >= options.overlap * 3


def _is_weak(
    draft: Draft, claim: Claim, stems: frozenset[str], subject: str, options: HeadlineClaim
) -> bool:
    grade = claim.strength.grade.lower() if claim.strength else ""
    if grade not in options.grades or claim.stance not in options.stances:
        return False
    source_class = claim.chain[-1].source_class if claim.chain else None
    charges, events = (
        {stem(word, draft.vocabulary) for word in words}
        for words in (options.charges, options.events)
    )
    if claim.stance in options.accusing or not charges.isdisjoint(stems):
        return True
    # Who an unresolved source is may stand in the text for a reader to see.
    if source_class is None or source_class.lower() in options.spared:
        return False
    # "Woman stunned by bill", says the woman: what befell her is hers to tell.
    source = (claim.source.span,) if claim.source else ()
    return events.isdisjoint(stems) and subject not in span_stems(
        draft.text, source, draft.vocabulary
    )


def _is_asserted(draft: Draft, stems: frozenset[str], options: HeadlineClaim) -> bool:
    """Whether a sentence of the body says so itself, outside all that sources say."""
    for index, sentence in enumerate(draft.segmentation.sentences):
        if draft.segmentation.paragraphs[sentence.paragraph].kind != "prose":
            continue
        if any(
            draft.attributions[number].attribution.source is None
            and draft.attributions[number].attribution.cue is not None
            for number in draft.by_sentence.get(index, ())
        ):
            continue
        tokens = tokenise(draft.text, sentence.span.start, sentence.span.end)
        own = (token for token in tokens if not is_voiced(draft, token.span))
        held = frozenset(content_stems(own, draft.vocabulary))
        if share(stems, held) * 100 >= options.asserted:
            return True
    return False
