"""How another side answers a claim near it: by a denial, a refusal, or by telling it otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from attrib.check.draft import Draft, Passage, attributions_near, sentence_at, tell_against
from attrib.check.phrasing import compile_phrases
from attrib.check.refusals import find_refusals
from attrib.check.words import content_stems
from attrib.records import Claim, ResolvedAttribution, Span
from attrib.tokens import tokenise

_AGAINST = frozenset(("denies", "declines"))
"""Stances of a cue by which somebody answers whatever is said."""


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
        plain = compile_phrases(options.answers, draft.rulebook).finditer(draft.text)
        refusals = find_refusals(draft, (), options.shapes)
        self._plain = {sentence_at(draft, match.start()) for match in plain}
        self._answering = self._plain | {sentence_at(draft, span.start) for span in refusals}

    def find(
        self, claim: Claim, stems: Collection[str], *, grave: bool, leading: bool, told: bool
    ) -> Passage | None:
        """Where another side answers the claim, near it or in the headline.

        A claim that is grave, or leads the draft, is answered too by whoever merely tells it
        otherwise; a grave one by whom it is about, whatever these say. Bodies tell of themselves.
        """
        draft, options = self._draft, self._options
        against = draft.contested.get(claim.id)
        if against is not None:
            return tell_against(against)
        here = sentence_at(draft, claim.sentence.start)
        if here is None:
            return None
        body = bool(claim.chain) and claim.chain[-1].source_class == "ORG"
        first = max(here - options.before, draft.body_start)
        last = min(here + options.after, len(draft.sentence_starts) - 1)
        for index in range(first, last + 1):
            span = draft.segmentation.sentences[index].span
            near = list(attributions_near(draft, index, index))
            own = claim.source is not None and any(one.source_id == claim.source.id for one in near)
            if index == here or own:
                continue
            # Before the claim only plain words answer it.
            denied = self._denies(index) if index > here else index in self._plain
            heard = any(one.source_id for one in near)
            otherwise = (grave or told) and self._tells_otherwise(span)
            if denied or (heard and otherwise):
                return Passage(span, "answered here")
            if not heard or index < here:
                continue
            about = leading and self._tells_otherwise(span, stems)
            if told or about or (grave and not body and self._concerns(near, stems)):
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

    def _tells_otherwise(self, span: Span, stems: Collection[str] = ()) -> bool:
        """Whether a word that counters stands in it, with one of `stems` if there are any."""
        tokens = tokenise(self._draft.text, span.start, span.end)
        shared = not stems or not set(content_stems(tokens, self._draft.vocabulary)).isdisjoint(
            stems
        )
        return shared and any(token.lower in self._options.counters for token in tokens)

    def _concerns(self, near: Collection[ResolvedAttribution], stems: Collection[str]) -> bool:
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
