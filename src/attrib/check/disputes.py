"""Whether a matter is in dispute where it is told: somebody else there says otherwise.

No wording is compared, for a denial seldom repeats what it denies ("I was in Portugal"). It is
enough that another source speaks nearby, and in words of contest, or under a headline of strife.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrib.check.draft import Draft, attributions_near, headline_has, sentence_at
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import near
from attrib.check.words import content_stems
from attrib.records import ResolvedAttribution, Span
from attrib.tokens import tokenise

# Sentences away at which another side is still an answer.
_REACH = 4
_BESIDE = 2
# "That her neighbour had moved the fence": a deed, and whose.
_DONE = re.compile(
    r"\s*(?:(?:[\w’'-]+\s){0,5}(?:that|how)|[\w\s]{3,40}:)\s((?:[\w.’'-]+,?\s){1,5}?)(?:had|has|have)\s(?!been\b|to\b)\w+",
    re.IGNORECASE,
)
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_UNHEARD = frozenset({"demands", "questions", "commits", "declines"})


def find_answer(draft: Draft, here: int, own: frozenset[str], *, tied: bool = True) -> Span | None:
    """The sentence near `here` in which another than `own` contests, the nearest one first.

    Right beside it words that contest ("denied", "rejected") are enough, or any answer under a
    headline of strife. Farther off, and for words that only may contest ("never", "each"), the
    sentence must share a content word with the one at `here`, unless not `tied`.
    """
    contest, perhaps, strife = (
        compile_phrases(draft.rulebook.terms_of(name), draft.rulebook)
        for name in ("contest", "contest-perhaps", "strife")
    )
    sentences = draft.segmentation.sentences
    at_odds = headline_has(draft, strife)
    ours = _common_stems(draft, sentences[here].span)
    places = near(draft, here, _REACH)
    for index in sorted(places, key=lambda index: (abs(index - here), -index)):
        span = sentences[index].span
        loud = contest.search(draft.text, span.start, span.end) is not None
        heard = list(attributions_near(draft, index, index))
        # "Ashby disagreed." says so itself, though no source was found in it.
        other = any(_is_other(one, own) for one in heard) or (loud and not heard)
        if index == here or not other:
            continue
        if not loud and not at_odds and not perhaps.search(draft.text, span.start, span.end):
            continue
        beside = (loud and 0 < index - here <= _BESIDE) or (at_odds and index - here == 1)
        if beside or not tied or not ours.isdisjoint(_common_stems(draft, span)):
            return span
    return None


def find_reply(draft: Draft, here: int, said: Span, own: frozenset[str]) -> Span | None:
    """The sentence behind `here` in which whoever is blamed in `said`, a part of it, speaks.

    "Neighbours discovered that Mr Horn had poisoned the hedge. Mr Horn said it died of drought":
    no word of denial is needed where the one who is blamed answers at once.
    """
    blame, contest, perhaps = (
        compile_phrases(draft.rulebook.terms_of(name), draft.rulebook)
        for name in ("blame", "contest", "contest-perhaps")
    )
    blames = blame.search(draft.text, said.start, said.end) is not None
    done = _DONE.match(draft.text, said.start, said.end)
    if not blames and done is None:
        return None
    # Who did it, where the clause says no more than what somebody has done.
    doers = _stems(draft, (Span(*done.span(1)),)) if done is not None else frozenset()
    sentences = draft.segmentation.sentences
    named = _stems(draft, (said,))
    common = _common_stems(draft, said)
    for index in range(here + 1, near(draft, here, _BESIDE).stop):
        theirs = sentences[index].span
        loud = contest.search(draft.text, theirs.start, theirs.end) is not None
        denied = loud or perhaps.search(draft.text, theirs.start, theirs.end) is not None
        for one in attributions_near(draft, index, index):
            source = one.attribution.source
            if source is None or _is_paper(one):
                continue
            # Nobody denies what he has just said: "he" is another, whoever was found for him.
            another = loud and source.text.lower() in _PRONOUNS
            if not another and not _is_other(one, own):
                continue
            mine = _stems(draft, (source.span,))
            if index == here + 1 and not doers.isdisjoint(mine):
                return theirs
            if not blames:
                continue
            shared = not common.isdisjoint(_common_stems(draft, theirs))
            # Right behind the blame "he" is whoever is blamed.
            blamed = (index == here + 1 and source.text.lower() in _PRONOUNS) or not (
                named.isdisjoint(mine)
            )
            if blamed or (shared and denied):
                return theirs
    return None


def _is_paper(found: ResolvedAttribution) -> bool:
    return bool(found.chain) and found.chain[-1].source_class in ("DOC", "DAT")


def _stems(draft: Draft, spans: Iterable[Span]) -> frozenset[str]:
    words = (token for span in spans for token in tokenise(draft.text, span.start, span.end))
    return frozenset(content_stems(words, draft.vocabulary))


def _common_stems(draft: Draft, span: Span) -> frozenset[str]:
    """Content stems but of names, which every sentence of a story may share."""
    words = tokenise(draft.text, span.start, span.end)
    return frozenset(
        content_stems((word for word in words if not word.is_capitalised), draft.vocabulary)
    )


def speakers_near(draft: Draft, here: int, own: frozenset[str]) -> dict[str, list[int]]:
    """Ids of the sources but `own` that speak near `here`, not in it, and in which sentences."""
    speakers: dict[str, list[int]] = {}
    for index in near(draft, here, _REACH):
        for found in attributions_near(draft, index, index):
            if index != here and found.source_id is not None and _is_other(found, own):
                speakers.setdefault(found.source_id, []).append(index)
    return speakers


def voices_at(draft: Draft, span: Span) -> frozenset[str]:
    """Ids of the sources whose cue the span is, or, where it is none, of those it stands beside."""
    here = sentence_at(draft, span.start)
    if here is None:
        return frozenset()
    listed = list(attributions_near(draft, here, here))
    tied = [
        one
        for one in listed
        if one.attribution.cue is not None and one.attribution.cue.span.overlaps(span)
    ]
    return _ids(tied or listed)


def _ids(listed: Iterable[ResolvedAttribution]) -> frozenset[str]:
    ids = {one.source_id for one in listed if one.source_id is not None}
    return frozenset(ids.union(*({link.id for link in one.chain} for one in listed)))


def _is_other(found: ResolvedAttribution, own: frozenset[str]) -> bool:
    cue = found.attribution.cue
    return (
        found.attribution.source is not None
        and (cue is None or cue.stance not in _UNHEARD)
        and found.attribution.modality in ("actual", "negated")
        and found.source_id not in own
        and own.isdisjoint(link.id for link in found.chain)
    )
