"""Kind "lone-source": a grave claim of fact that rests on one source, and a weak one.

The source is one person without a name, a post or another outlet's report; or somebody with a
name, where another denies it. Opinions, what one does oneself, what happened to oneself and what
is yet to come need no second witness.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage, in_headline, sentence_at, tell_against
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.words import share, span_stems, stem
from attrib.records import Claim, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# Claims whose words are held against one another: bounds the work on a text of nothing else.
_MOST = 120
_FEWEST_SHARED = 3
_SPEAKER = frozenset(("he", "she", "they", "his", "her", "their", "it"))
_ONE = frozenset(("a", "an", "one", "another"))


@dataclass(frozen=True, slots=True)
class LoneSource:
    """Options of the kind.

    thin       classes of sources that are weak by themselves
    named      classes of those who are weak only where another denies it
    several    words in a mention that make several of it ("officials", "two")
    stances    stances of the cue that it looks at
    grave      words of wrongdoing and harm; without one a claim needs no second source
    open       words that leave a matter open, foretell or judge ("may", "should")
    own        words by which somebody tells of himself
    support    share in percent of a claim's words that another source must say too
    denial     sentences after the claim in which a denial counts as one of it
    cautions   wordings by which the draft says how far it is checked
    records    words in the sentence beside that show a record ("lawsuit", "documents")
    """

    thin: tuple[str, ...]
    named: tuple[str, ...]
    several: tuple[str, ...]
    stances: tuple[str, ...]
    grave: tuple[str, ...]
    open: tuple[str, ...]
    own: tuple[str, ...]
    support: int
    denial: int
    cautions: tuple[str, ...]
    records: tuple[str, ...]


def find_lone_sources(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first such claim of each source."""
    options = read_options(rule, LoneSource)
    if compile_phrases(options.cautions, draft.rulebook).search(draft.text) is not None:
        return
    grave = frozenset(stem(word, draft.vocabulary) for word in options.grave)
    worded = [
        (claim, span_stems(draft.text, claim.content, draft.vocabulary))
        for claim in draft.claims[:_MOST]
    ]
    seen: set[str] = set()
    for claim, stems in worded:
        source = claim.source
        if source is None or source.id in seen or grave.isdisjoint(stems):
            continue
        if not _is_fact(draft, claim, options) or _has_record(draft, claim, options):
            continue
        against = _find_denial(draft, claim, options)
        if not _is_weak(claim, options, contested=against is not None):
            continue
        if any(_supports(claim, other, stems, held, options) for other, held in worded):
            continue
        seen.add(source.id)
        values = (("source", excerpt(draft.text, source.span)),)
        yield Finding(source.span, values=values, related=(against,) if against else ())


def _is_fact(draft: Draft, claim: Claim, options: LoneSource) -> bool:
    """Whether the claim says of others that something is or was so."""
    if claim.modality != "actual" or claim.polarity != "affirm" or claim.within is not None:
        return False
    if claim.stance not in options.stances or in_headline(draft, claim.start):
        return False
    tokens = [token for token in _read(draft, claim.content) if token.is_word]
    # "She was hit by a plank": what happened to the speaker.
    opening = [token.lower for token in tokens[:2]]
    if opening[:1] == ["that"]:
        opening = opening[1:]
    if opening and opening[0] in _SPEAKER:
        return False
    return not any(token.lower in options.open or token.lower in options.own for token in tokens)


def _read(draft: Draft, spans: tuple[Span, ...]) -> list[Token]:
    return [token for span in spans for token in tokenise(draft.text, span.start, span.end)]


def _is_weak(claim: Claim, options: LoneSource, *, contested: bool) -> bool:
    last = claim.chain[-1].source_class if claim.chain else None
    if last is None or claim.source is None:
        return False
    words = [token.lower for token in tokenise(claim.source.text)]
    if any(word in options.several for word in words):
        return False
    if last.lower() in options.thin and words[0] in _ONE:
        return True
    if words[0] in _SPEAKER or words[0] in ("who", "i", "we"):
        return False
    return contested and last.lower() in options.named


def _find_denial(draft: Draft, claim: Claim, options: LoneSource) -> Passage | None:
    against = draft.contested.get(claim.id)
    if against is not None:
        return tell_against(against)
    here = sentence_at(draft, claim.sentence.start)
    for resolved in draft.attributions if here is not None else ():
        found = resolved.attribution
        if found.cue is None or found.cue.stance != "denies" or found.sentence == claim.sentence:
            continue
        there = sentence_at(draft, found.sentence.start)
        if there is not None and 0 < there - (here or 0) <= options.denial:
            return Passage(found.sentence, "denied here")
    return None


def _supports(
    claim: Claim,
    other: Claim,
    stems: frozenset[str],
    held: frozenset[str],
    options: LoneSource,
) -> bool:
    """Whether another source, or the writer, says the same elsewhere."""
    if other.id == claim.id or other.polarity == "deny" or other.sentence == claim.sentence:
        return False
    if other.source is not None and claim.source is not None and other.source.id == claim.source.id:
        return False
    return len(stems & held) >= _FEWEST_SHARED and share(stems, held) * 100 >= options.support


def _has_record(draft: Draft, claim: Claim, options: LoneSource) -> bool:
    """Whether a record or a court stands in the sentence of the claim or beside it."""
    here = sentence_at(draft, claim.sentence.start)
    sentences = draft.segmentation.sentences
    if here is None:
        return True
    first, last = max(here - 1, 0), min(here + 1, len(sentences) - 1)
    tokens = tokenise(draft.text, sentences[first].span.start, sentences[last].span.end)
    return any(token.lower in options.records for token in tokens)
