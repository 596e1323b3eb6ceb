"""Kind "headline-claim": the headline states as fact what the body only attributes.

Words are compared, not meanings: the stems of the headline's content words with those of each
claim. The headline is left alone when it attributes, quotes, hedges or asks, and when the
writer's own voice says the same anywhere in the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Headline, Passage, in_headline, is_voiced
from attrib.check.options import read_options
from attrib.check.words import content_stems, reporting_stems, share, span_stems, stem
from attrib.records import Claim, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# An outlet's name after the headline: "Firm dumped waste | The Daily Example".
_OUTLET = re.compile(r"\s+[|–—-]\s+(?:[A-Z][\w.'’]*\s*){1,5}$")
# A colon names a speaker, a question asserts nothing, quoted words are someone's.
_MARKS = re.compile(r"""["“”«»?:‘]|(?<!\w)'""")


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
    hedges    words by which the headline itself leaves the matter open
    cues      stances of the reporting verbs that attribute a headline
    """

    words: int
    overlap: int
    asserted: int
    grades: tuple[str, ...]
    stances: tuple[str, ...]
    spared: tuple[str, ...]
    accusing: tuple[str, ...]
    charges: tuple[str, ...]
    hedges: tuple[str, ...]
    cues: tuple[str, ...]


def find_unattributed_headlines(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The headline, at most once."""
    options = read_options(rule, HeadlineClaim)
    headline = draft.headline
    if headline is None:
        return
    span = _assertion(headline)
    tokens = tokenise(headline.text, span.start, span.end)
    stems = frozenset(content_stems(tokens, draft.vocabulary))
    if _is_attributed(draft, headline, span, tokens, options):
        return
    claim = _find_claim(draft, stems, options)
    if claim is None or claim.source is None or _is_asserted(draft, stems, options):
        return
    values = (("source", claim.source.name), ("words", excerpt(headline.text, span)))
    related = (Passage(claim.sentence, f"attributed here to {claim.source.name}"),)
    yield Finding(span, headline.field, values, related)


def _assertion(headline: Headline) -> Span:
    """The headline without white space around it and without the outlet's name after it."""
    words = headline.span.of(headline.text)
    suffix = _OUTLET.search(words)
    words = words[: suffix.start()] if suffix else words.rstrip()
    start = headline.span.start + len(words) - len(words.lstrip())
    return Span(start, max(headline.span.start + len(words), start))


def _is_attributed(
    draft: Draft,
    headline: Headline,
    span: Span,
    tokens: tuple[Token, ...],
    options: HeadlineClaim,
) -> bool:
    if _MARKS.search(headline.text, span.start, span.end):
        return True
    if any(token.lower in options.hedges for token in tokens):
        return True
    cues = reporting_stems(draft.rulebook, options.cues, draft.vocabulary)
    if any(stem(token.text, draft.vocabulary) in cues for token in tokens):
        return True
    return headline.field == "text" and is_voiced(draft, span)


def _find_claim(draft: Draft, stems: frozenset[str], options: HeadlineClaim) -> Claim | None:
    """The first claim of the body that holds what the headline says, if it is weak enough."""
    for claim in draft.claims:
        if claim.voice == "own" or claim.modality != "actual" or claim.polarity != "affirm":
            continue
        if in_headline(draft, claim.start):
            continue
        held = span_stems(draft.text, claim.content, draft.vocabulary)
        if len(stems & held) < options.words or share(stems, held) * 100 < options.overlap:
            continue
        # The first mention decides: if that one is well shown, so is the headline.
        return claim if _is_weak(draft, claim, stems, options) else None
    return None


def _is_weak(draft: Draft, claim: Claim, stems: frozenset[str], options: HeadlineClaim) -> bool:
    grade = claim.strength.grade.lower() if claim.strength else ""
    if grade not in options.grades or claim.stance not in options.stances:
        return False
    source_class = claim.chain[-1].source_class if claim.chain else None
    charges = {stem(word, draft.vocabulary) for word in options.charges}
    accuses = claim.stance in options.accusing or not charges.isdisjoint(stems)
    # Who an unresolved source is may stand in the text for a reader to see.
    return accuses or (source_class is not None and source_class.lower() not in options.spared)


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
