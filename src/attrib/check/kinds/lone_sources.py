"""Kind "lone-source": a claim of fact that rests on one source, where another side answers it.

Whoever is accused denies it, gives no answer, or tells it otherwise; and no second source,
record or inspector bears it out. Opinions, what one does oneself, what happened to oneself and
what is yet to come need no second witness.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.check.answers import Answers, LoneSource
from attrib.check.diagnostics import excerpt
from attrib.check.draft import (
    Draft,
    Finding,
    in_headline,
    sentence_at,
)
from attrib.check.options import read_options
from attrib.check.past import tells_past
from attrib.check.phrasing import compile_phrases
from attrib.check.words import content_stems, share, span_stems, stem
from attrib.records import Claim
from attrib.rulebook.entries import CheckRule
from attrib.tokens import tokenise

# Claims whose words are held against one another: bounds the work on a text of nothing else.
_MOST = 120
_FEWEST_SHARED = 3
_FEWEST_LEADING = 2
"""Words with content that a claim shares with the headline when the story is about it."""
_CLAUSES = frozenset(("before", "after", "because", "until", "when", "while", "since", "so"))
_SHORTEST = 5
"""Words of a claim that tells of something that happened; of a grave one, one less."""
_POINTING = frozenset(("who", "which", "i", "we", "you", "that", "this"))
_SPEAKER = frozenset(("he", "she", "they", "his", "her", "their", "it"))


def find_lone_sources(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first such claim, one that is answered before others: the rest is the same story."""
    options = read_options(rule, LoneSource)
    if compile_phrases(options.cautions, draft.rulebook).search(draft.text) is not None:
        return
    # One that is grave and plainly denied stands before one that is merely told otherwise, and
    # a weak source before none, where no other side is heard.
    found = sorted(_find_alone(draft, options), key=lambda one: -one[0])
    yield from (finding for _, finding in found[:1])


def _find_alone(draft: Draft, options: LoneSource) -> Iterator[tuple[int, Finding]]:
    """Each such claim in reading order, and how plainly it is one."""
    grave = frozenset(stem(word, draft.vocabulary) for word in options.grave)
    answers = Answers(draft, options)
    leading, told = _read_headline(draft, options)
    worded = [
        (claim, span_stems(draft.text, claim.content, draft.vocabulary))
        for claim in draft.claims[:_MOST]
    ]
    for claim, stems in worded:
        source = claim.source
        if source is None or not _is_lone(draft, claim, options):
            continue
        is_grave = claim.stance == "accuses" or not grave.isdisjoint(stems)
        shortest = _SHORTEST - is_grave
        if not _is_fact(draft, claim, options, shortest) or _has_record(draft, claim, options):
            continue
        leads = len(stems & leading) >= _FEWEST_LEADING
        # Where the headline says who says so, the one claim is the story, and all else answers it.
        against = answers.find(claim, stems, grave=is_grave, leading=leads, told=told)
        if against is None and not (is_grave and _is_thin(claim, options)):
            continue
        if any(_supports(claim, other, stems, held, options) for other, held in worded):
            continue
        pronoun = source.text.lower() in _SPEAKER
        entity = draft.sources.get(source.id)
        called = entity.name if pronoun and entity else excerpt(draft.text, source.span)
        values = (("source", called),)
        rank = 0 if against is None else 1 + is_grave + 2 * answers.is_denied(against)
        yield (
            2 * rank - pronoun,
            Finding(source.span, values=values, related=(against,) if against else ()),
        )


def _read_headline(draft: Draft, options: LoneSource) -> tuple[frozenset[str], bool]:
    """The headline's stems, and whether it closes with somebody who says so."""
    headline = draft.headline
    if headline is None:
        return frozenset(), False
    tokens = tokenise(headline.text, headline.span.start, headline.span.end)
    told = any(token.lower in options.tags for token in tokens)
    return frozenset(content_stems(tokens, draft.vocabulary)), told


def _is_fact(draft: Draft, claim: Claim, options: LoneSource, shortest: int) -> bool:
    """Whether the claim says of others that something is or was so."""
    if claim.modality != "actual" or claim.polarity != "affirm" or claim.within is not None:
        return False
    if claim.stance not in options.stances or in_headline(draft, claim.start):
        return False
    tokens = [
        token
        for span in claim.content
        for token in tokenise(draft.text, span.start, span.end)
        if token.is_word
    ]
    # "Accused the firm of hiding ..."
    accusing = claim.stance == "accuses" and any(token.lower.endswith("ing") for token in tokens)
    # What is quoted word for word is mostly a view of things.
    if (
        claim.voice != "indirect"
        or len(tokens) < shortest
        or not (accusing or tells_past(tokens, draft.rulebook))
    ):
        return False
    # "She was hit by a plank": what happened to the speaker.
    opening = [token.lower for token in tokens[:2]]
    if opening[:1] == ["that"]:
        opening = opening[1:]
    if opening and opening[0] in _SPEAKER:
        return False
    end = next((n for n, token in enumerate(tokens) if n and token.lower in _CLAUSES), len(tokens))
    # "In May" is a month.
    is_open = any(token.lower in options.open for token in tokens[:end] if token.text != "May")
    # "Paid by the mine": the works, and nobody's own.
    own = (
        token.lower in options.own
        for before, token in zip((None, *tokens), tokens, strict=False)
        if before is None or before.lower not in ("the", "a")
    )
    return not is_open and not any(own)


def _is_lone(draft: Draft, claim: Claim, options: LoneSource) -> bool:
    """Whether the claim is somebody's alone, told in the opening or by somebody without a name."""
    last = claim.chain[-1].source_class if claim.chain else None
    here = sentence_at(draft, claim.sentence.start)
    if not claim.chain or claim.source is None or here is None:
        return False
    if (
        here - draft.body_start >= options.opening
        or (last or "none").lower() not in options.sources
    ):
        return False
    words = [token.lower for token in tokenise(claim.source.text.split(",")[0])]
    entity = draft.sources.get(claim.source.id)
    # "He", of whom the name is known, is no less than his name.
    unknown = entity is None or not entity.name[:1].isupper()
    alone = len(words) == 1 and words[0] in _SPEAKER and unknown
    if alone or words[0] in _POINTING:
        return False
    if any(word in options.records for word in words):
        return False
    joint = "and" in words or (entity is not None and len(entity.members) > 1)
    return not joint and not any(word in options.several for word in words)


def _is_thin(claim: Claim, options: LoneSource) -> bool:
    """Whether it is one person without a name, or a post: of that a grave claim is not enough."""
    last = claim.chain[-1].source_class if claim.chain else None
    words = claim.source.text.lower().split() if claim.source else []
    return (
        last is not None
        and last.lower() in options.thin
        and words[0] in ("a", "an", "one", "another")
    )


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
    """Whether a record or a court stands in the sentence of the claim or in the next."""
    here = sentence_at(draft, claim.sentence.start)
    sentences = draft.segmentation.sentences
    end = sentences[min((here or 0) + 1, len(sentences) - 1)].span.end
    tokens = tokenise(draft.text, claim.sentence.start, max(end, claim.sentence.end))
    # "Shredded the records": what it is about bears nothing out.
    about = (*claim.content, claim.source.span) if claim.source else claim.content
    return any(
        token.lower in options.records and not any(part.covers(token.span) for part in about)
        for token in tokens
    )
