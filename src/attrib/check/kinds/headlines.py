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
from attrib.check.disputed_headlines import DisputeWords, find_disputed
from attrib.check.draft import (
    Draft,
    Finding,
    Headline,
    Passage,
    in_headline,
    is_voiced,
    sentence_at,
)
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import near, sentence_has
from attrib.check.titles import find_assertion, find_clauses, find_statement, find_tag, has_marks
from attrib.check.words import content_stems, reporting_stems, share, span_stems, stem
from attrib.records import Claim, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# Marks before a source at the end: "Firm dumped waste, inspector says".
_TAGS = frozenset((",", "–", "—", "-"))


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
    presuming words of "hedges" that leave nothing open: "how the mayor hid it" has him hide it
    papers    others of them that do so only behind a comma ("firm sat on report")
    settled   words of the body's opening that end a dispute ("pleaded guilty")
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
    presuming: tuple[str, ...]
    papers: tuple[str, ...]
    settled: tuple[str, ...]
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
        yield from _find_one_sided(draft, headline, span, options)
        return
    claim = _find_claim(draft, stems, next(iter(ordered), ""), options)
    if claim is None:
        claim = _find_charge(draft, headline, span, options)
    if claim is not None and _is_settled(draft, claim, options):
        return
    if claim is None or claim.source is None or _is_asserted(draft, stems, options):
        yield from _find_one_sided(draft, headline, span, options)
        return
    values = (("source", claim.source.name), ("words", excerpt(headline.text, span)))
    related = (Passage(claim.sentence, f"attributed here to {claim.source.name}"),)
    yield Finding(span, headline.field, values, related)


def _find_charge(
    draft: Draft, headline: Headline, span: Span, options: HeadlineClaim
) -> Claim | None:
    """The claim that holds one half of the headline, where that half is a charge."""
    charges = {stem(word, draft.vocabulary) for word in options.charges}
    for part in find_clauses(headline, span)[1:]:
        tokens = tokenise(headline.text, part.start, part.end)
        stems = content_stems(tokens, draft.vocabulary)
        if len(stems) > options.words and not charges.isdisjoint(stems):
            claim = _find_claim(draft, frozenset(stems), stems[0], options)
            if claim is not None:
                return claim
    return None


def _find_one_sided(
    draft: Draft, headline: Headline, span: Span, options: HeadlineClaim
) -> Iterator[Finding]:
    """The headline, where the body has it from one source and another answers."""
    part = find_statement(headline, span)
    tokens = tokenise(headline.text, part.start, part.end)
    tagged = any(token.text in _TAGS for token in tokens)
    spared = options.presuming if tagged else (*options.presuming, *options.papers)
    # "Flood warning came late" warns of nothing itself.
    sure = [t for t in tokens if t.lower not in spared and not t.lower.endswith("ing")]
    if _names_speaker(draft, headline.text[span.start : part.start]):
        return
    if not tokens or _is_attributed(draft, headline, part, tuple(sure), options):
        return
    ordered = content_stems(tokens, draft.vocabulary)
    stems = frozenset(ordered)
    charges = {stem(word, draft.vocabulary) for word in options.charges}
    words = DisputeWords(
        compile_phrases(draft.rulebook.terms_of("contest"), draft.rulebook),
        compile_phrases(options.settled, draft.rulebook),
        not charges.isdisjoint(stems),
    )
    cues = reporting_stems(draft.rulebook, options.cues, draft.vocabulary)
    found = find_disputed(draft, stems, next(iter(ordered), ""), words)
    if found is None or _is_asserted(draft, stems, options, cues):
        return
    source = found.told.attribution.source
    kind = found.told.chain[-1].source_class if found.told.chain else None
    events = {stem(word, draft.vocabulary) for word in options.events}
    plain = not words.accused and not events.isdisjoint(stems)
    if source is None or (plain and kind is not None and kind.lower() in options.spared):
        return
    name = excerpt(draft.text, source.span)
    values = (("source", name), ("words", excerpt(headline.text, part)))
    related = (
        Passage(found.told.attribution.sentence, f"attributed here to {name}"),
        Passage(found.answer, "told otherwise here"),
    )
    yield Finding(part, headline.field, values, related, doubtful=True)


def _is_settled(draft: Draft, claim: Claim, options: HeadlineClaim) -> bool:
    """Whether words beside the claim say that a court or the accused has ended the matter."""
    here = sentence_at(draft, claim.start)
    settled = compile_phrases(options.settled, draft.rulebook)
    return here is not None and sentence_has(draft, near(draft, here, 1), settled)


def _names_speaker(draft: Draft, label: str) -> bool:
    """Whether somebody who speaks in the draft stands before the colon."""
    names = {word for source in draft.sources.values() for word in source.name.lower().split()}
    return any(token.is_word and token.lower in names for token in tokenise(label))


def _is_attributed(
    draft: Draft,
    headline: Headline,
    span: Span,
    tokens: tuple[Token, ...],
    options: HeadlineClaim,
) -> bool:
    if has_marks(headline, span) or _is_tagged(draft, headline, span, tokens):
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


def _is_tagged(draft: Draft, headline: Headline, span: Span, tokens: tuple[Token, ...]) -> bool:
    """Whether the headline ends with who found it out: ", tribunal finds", ", audit shows"."""
    if find_tag(headline, span) is None:
        return False
    return stem(tokens[-1].text, draft.vocabulary) in reporting_stems(
        draft.rulebook, ("shows",), draft.vocabulary
    )


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


def _is_asserted(
    draft: Draft,
    stems: frozenset[str],
    options: HeadlineClaim,
    cues: frozenset[str] = frozenset(),
) -> bool:
    """Whether a sentence of the body says so itself, outside all that sources say.

    A sentence with one of the verbs `cues` ("claims in a lawsuit") does not.
    """
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
        own = [token for token in tokens if not is_voiced(draft, token.span)]
        if not cues.isdisjoint(content_stems(own, draft.vocabulary)):
            continue
        held = frozenset(content_stems(own, draft.vocabulary))
        if share(stems, held) * 100 >= options.asserted:
            return True
    return False
