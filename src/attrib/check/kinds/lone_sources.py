"""Kind "lone-source": a claim of fact that rests on one source, where another side answers it.

Whoever is accused denies it, gives no answer, or tells it otherwise; and no second source,
record or inspector bears it out. Opinions, what one does oneself, what happened to oneself and
what is yet to come need no second witness.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import (
    Draft,
    Finding,
    Passage,
    attributions_near,
    in_headline,
    sentence_at,
    tell_against,
)
from attrib.check.matching import Searcher
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
"""Words of a claim that tells of something that happened."""
_POINTING = frozenset(("who", "which", "i", "we", "you", "that", "this"))
_SPEAKER = frozenset(("he", "she", "they", "his", "her", "their", "it"))


@dataclass(frozen=True, slots=True)
class LoneSource:
    """Options of the kind.

    sources    classes of sources who are no more than somebody
    thin       those of them who are weak by themselves
    several    words in a mention that make several of it ("officials", "two")
    stances    stances of the cue that it looks at
    grave      stems of wrongdoing and harm
    open       words that leave a matter open, foretell or judge ("may", "should")
    own        words by which somebody tells of himself
    tags       verbs by which a headline says who says so
    opening    sentences of the body in which the claim is the story
    support    share in percent of a claim's words that another source must say too
    before     sentences before the claim in which an answer counts as one to it
    after      sentences after it
    answers    wordings that answer an accusation ("denied", "did not reply")
    counters   words in another's mouth by which a claim is told otherwise ("never", "every")
    cautions   wordings by which the draft says how far it is checked
    records    words in the sentence of the claim or the next that show a record ("lawsuit")
    """

    sources: tuple[str, ...]
    thin: tuple[str, ...]
    several: tuple[str, ...]
    stances: tuple[str, ...]
    grave: tuple[str, ...]
    open: tuple[str, ...]
    own: tuple[str, ...]
    tags: tuple[str, ...]
    opening: int
    support: int
    before: int
    after: int
    answers: tuple[str, ...]
    counters: tuple[str, ...]
    cautions: tuple[str, ...]
    records: tuple[str, ...]


def find_lone_sources(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first such claim, if there is one: what follows is mostly the same story."""
    options = read_options(rule, LoneSource)
    if compile_phrases(options.cautions, draft.rulebook).search(draft.text) is not None:
        return
    grave = frozenset(stem(word, draft.vocabulary) for word in options.grave)
    answers = compile_phrases(options.answers, draft.rulebook)
    leading, told = _read_headline(draft, options)
    worded = [
        (claim, span_stems(draft.text, claim.content, draft.vocabulary))
        for claim in draft.claims[:_MOST]
    ]
    for claim, stems in worded:
        source = claim.source
        if source is None or not _is_lone(draft, claim, options):
            continue
        if not _is_fact(draft, claim, options) or _has_record(draft, claim, options):
            continue
        is_grave = not grave.isdisjoint(stems)
        weighty = is_grave or len(stems & leading) >= _FEWEST_LEADING
        # Where the headline says who says so, the one claim is the story, and all else answers it.
        against = _find_answer(draft, claim, answers, options, weighty=weighty, told=told)
        if against is None and not (is_grave and _is_thin(claim, options)):
            continue
        if any(_supports(claim, other, stems, held, options) for other, held in worded):
            continue
        values = (("source", excerpt(draft.text, source.span)),)
        yield Finding(source.span, values=values, related=(against,) if against else ())
        return


def _read_headline(draft: Draft, options: LoneSource) -> tuple[frozenset[str], bool]:
    """The headline's stems, and whether it closes with somebody who says so."""
    headline = draft.headline
    if headline is None:
        return frozenset(), False
    tokens = tokenise(headline.text, headline.span.start, headline.span.end)
    told = any(token.lower in options.tags for token in tokens)
    return frozenset(content_stems(tokens, draft.vocabulary)), told


def _is_fact(draft: Draft, claim: Claim, options: LoneSource) -> bool:
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
    # What is quoted word for word is mostly a view of things.
    if (
        claim.voice != "indirect"
        or len(tokens) < _SHORTEST
        or not tells_past(tokens, draft.rulebook)
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
    return not is_open and not any(token.lower in options.own for token in tokens)


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
    alone = len(words) == 1 and words[0] in _SPEAKER
    if alone or words[0] in _POINTING:
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


def _find_answer(
    draft: Draft,
    claim: Claim,
    answers: Searcher,
    options: LoneSource,
    *,
    weighty: bool,
    told: bool,
) -> Passage | None:
    """Where another side answers the claim, near it or in the headline.

    A weighty claim is answered too by whoever merely tells it otherwise.
    """
    against = draft.contested.get(claim.id)
    if against is not None:
        return tell_against(against)
    here = sentence_at(draft, claim.sentence.start)
    if here is None:
        return None
    first = max(here - options.before, draft.body_start)
    last = min(here + options.after, len(draft.sentence_starts) - 1)
    for index in range(first, last + 1):
        span = draft.segmentation.sentences[index].span
        if index == here:
            continue
        speakers = {near.source_id for near in attributions_near(draft, index, index)} - {None}
        own = claim.source is not None and claim.source.id in speakers
        if own:
            continue
        answered = answers.search(draft.text, span.start, span.end) is not None
        if not answered and (weighty or told) and speakers:
            tokens = tokenise(draft.text, span.start, span.end)
            answered = (told and index > here) or any(
                token.lower in options.counters for token in tokens
            )
        if answered:
            return Passage(span, "answered here")
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
    """Whether a record or a court stands in the sentence of the claim or in the next."""
    here = sentence_at(draft, claim.sentence.start)
    sentences = draft.segmentation.sentences
    end = sentences[min((here or 0) + 1, len(sentences) - 1)].span.end
    tokens = tokenise(draft.text, claim.sentence.start, max(end, claim.sentence.end))
    return any(token.lower in options.records for token in tokens)
