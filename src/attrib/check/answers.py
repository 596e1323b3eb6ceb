"""How another side answers a claim near it: by a denial, a refusal, or by telling it otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from attrib.check.draft import Draft, Passage, attributions_near, sentence_at, tell_against
from attrib.check.refusals import find_refusals
from attrib.check.words import content_stems
from attrib.records import Claim, ResolvedAttribution
from attrib.tokens import tokenise

_AGAINST = frozenset(("denies", "declines"))
"""Stances of a cue by which somebody answers whatever is said."""
_BACK = frozenset(
    ("that", "this", "it", "so", "claim", "claims", "allegation", "charge", "account", "story",
     "idea", "accusation", "suggestion")
)  # fmt: skip
"""Words by which an answer goes back to the claim before it."""


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
    shapes     more of them, written as in `wording`
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
    shapes: tuple[str, ...]
    counters: tuple[str, ...]
    cautions: tuple[str, ...]
    records: tuple[str, ...]


class Answers:
    """The answers of a draft, by the sentences in which they stand."""

    def __init__(self, draft: Draft, options: LoneSource) -> None:
        self._draft, self._options = draft, options
        refusals = find_refusals(draft, options.answers, options.shapes)
        self._answering = {sentence_at(draft, span.start) for span in refusals}

    def find(
        self, claim: Claim, stems: Collection[str], *, weighty: bool, told: bool
    ) -> Passage | None:
        """Where another side answers the claim, near it or in the headline.

        A weighty claim is answered too by whoever merely tells it otherwise, and by whom it is
        about, whatever these say.
        """
        draft, options = self._draft, self._options
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
            near = list(attributions_near(draft, index, index))
            own = claim.source is not None and any(one.source_id == claim.source.id for one in near)
            if index == here or own:
                continue
            if self._answers(index, here, near, stems, weighty=weighty, told=told):
                return Passage(span, "answered here")
        return None

    def is_denied(self, answer: Passage) -> bool:
        """Whether the answer says so in plain words, or gives none."""
        index = sentence_at(self._draft, answer.span.start)
        return index is not None and self._denies(index)

    def _denies(self, index: int) -> bool:
        cues = [one.attribution.cue for one in attributions_near(self._draft, index, index)]
        against = any(cue is not None and cue.stance in _AGAINST for cue in cues)
        return index in self._answering or against

    def _answers(
        self,
        index: int,
        here: int,
        near: Collection[ResolvedAttribution],
        stems: Collection[str],
        *,
        weighty: bool,
        told: bool,
    ) -> bool:
        if self._denies(index):
            return True
        if not any(one.source_id for one in near):
            return False
        if told and index > here:
            return True
        span = self._draft.segmentation.sentences[index].span
        tokens = tokenise(self._draft.text, span.start, span.end)
        words = {token.lower for token in tokens}
        concerned = index > here and self._is_concerned(near, stems)
        if weighty and concerned:
            return True
        shared = not set(content_stems(tokens, self._draft.vocabulary)).isdisjoint(stems)
        back = index == here + 1 and not words.isdisjoint(_BACK)
        otherwise = not words.isdisjoint(self._options.counters)
        return otherwise and (weighty or told or concerned or shared or back)

    def _is_concerned(self, near: Collection[ResolvedAttribution], stems: Collection[str]) -> bool:
        """Whether one of whom the claim tells speaks: "the landlord", "the mayor's office"."""
        draft = self._draft
        return any(not set(_called(draft, one)).isdisjoint(stems) for one in near)


def _called(draft: Draft, resolved: ResolvedAttribution) -> Iterator[str]:
    mention = resolved.attribution.source
    if mention is not None:
        yield from content_stems(tokenise(mention.text), draft.vocabulary)
    source = draft.sources.get(f"{resolved.source_id}")
    if source is not None:
        yield from content_stems(tokenise(source.name), draft.vocabulary)
