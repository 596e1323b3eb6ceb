"""A headline that takes one side: the body tells it from one source, and another answers.

The headline's matter is looked for in the opening of the body, where news has it; that it is
disputed is told by who answers in the sentences behind, so wordings may differ ("sat on a
report", "held back a report").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.draft import Draft, attributions_near
from attrib.check.exchanges import negates
from attrib.check.matching import Searcher
from attrib.check.persons import PersonWords
from attrib.check.words import span_stems
from attrib.records import ResolvedAttribution, Span

# Sentences of the body in which the headline's matter is told first.
_OPENING = 3
# Sentences behind it in which the other side answers.
_ANSWERS = 7
_BESIDE = 4
# Content words that headline and sentence share at least, and in per cent of the headline's.
_SHARED = 2
_SHARE = 34
_ACCUSED = 25
# Letters by which "south" and "southern" are taken for one.
_PREFIX = 4
# Words of a mention that tells nothing ("the club").
_SHORT = 3
# Content words of a source that the headline's subject may be.
_OWN = 2
_RECORDS = frozenset(("DOC", "DAT", "OBS", "MED"))
_PERSONS = frozenset(("NOF", "NPA", "NEX", "NIN", "NSP"))
_OFFICES = frozenset(("ORG", "NSP", "USP"))
_TELLING = frozenset(("asserts", "accuses", "hedges", "relays", "predicts"))
_SILENT = frozenset(("declines", "demands", "commits"))


@dataclass(frozen=True, slots=True)
class Disputed:
    """The attribution that the headline drops, and the sentence in which another answers."""

    told: ResolvedAttribution
    answer: Span


@dataclass(frozen=True, slots=True)
class DisputeWords:
    """`contest` are words of dispute, `settled` words that end one; `accused` whether the headline
    names a wrong."""

    contest: Searcher
    settled: Searcher
    accused: bool


def find_disputed(
    draft: Draft, stems: frozenset[str], subject: str, words: DisputeWords
) -> Disputed | None:
    """What the headline with these stems drops, where somebody else tells it otherwise."""
    first, sentences = draft.body_start, draft.segmentation.sentences
    for index in range(first, min(first + _OPENING, len(sentences))):
        span = sentences[index].span
        if not _is_on(draft, stems, index, 1 if words.accused else _SHARED):
            continue
        told = next(_telling(draft, index, subject), None)
        if told is None:
            continue
        last = min(index + _ANSWERS, len(sentences) - 1)
        whole = Span(span.start, sentences[last].span.end)
        if words.settled.search(draft.text, whole.start, whole.end):
            return None
        answer = _find_answer(draft, told, (index, last), stems, words)
        return Disputed(told, answer) if answer is not None else None
    return None


def _is_on(draft: Draft, stems: frozenset[str], index: int, needed: int) -> bool:
    """Whether the sentence tells the headline's matter, be it with the one behind."""
    sentences = draft.segmentation.sentences
    own = _meeting(stems, span_stems(draft.text, (sentences[index].span,), draft.vocabulary))
    share = _SHARE if needed > 1 else _ACCUSED
    if len(own) >= needed and len(own) * 100 >= share * len(stems):
        return True
    following = [one.span for one in sentences[index : index + 2]]
    both = _meeting(stems, span_stems(draft.text, following, draft.vocabulary))
    return bool(own) and len(both) >= _SHARED and len(both) * 100 >= _SHARE * len(stems)


def _meeting(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    beginnings = {word[:_PREFIX] for word in theirs if len(word) > _PREFIX}
    return frozenset(
        word
        for word in ours
        if word in theirs or (len(word) > _PREFIX and word[:_PREFIX] in beginnings)
    )


def _telling(draft: Draft, index: int, subject: str) -> Iterator[ResolvedAttribution]:
    for one in attributions_near(draft, index, index):
        found = one.attribution
        if found.source is None or found.cue is None or found.within is not None:
            continue
        if found.modality != "actual" or found.cue.stance not in _TELLING:
            continue
        kind = one.chain[-1].source_class if one.chain else None
        pronoun = found.source.text.lower() in draft.rulebook.terms_of("anaphors")
        if kind in _RECORDS or pronoun:
            continue
        # What somebody tells of their own doing is theirs to tell.
        own = span_stems(draft.text, (found.source.span,), draft.vocabulary)
        owned = len(own) <= _OWN or kind in _PERSONS
        if subject in own and owned and kind not in ("UDK", "UOR", "URL"):
            continue
        yield one


def _find_answer(
    draft: Draft,
    told: ResolvedAttribution,
    places: tuple[int, int],
    stems: frozenset[str],
    words: DisputeWords,
) -> Span | None:
    first, last = places
    negated = negates(draft, told.attribution.content)
    accused = words.accused or (
        told.attribution.cue is not None and told.attribution.cue.stance == "accuses"
    )
    official = _is_office(told, PersonWords(draft))
    about = stems | span_stems(draft.text, told.attribution.content, draft.vocabulary)
    for index in range(first, last + 1):
        span = draft.segmentation.sentences[index].span
        loud = words.contest.search(draft.text, span.start, span.end) is not None
        for one in attributions_near(draft, index, index):
            found = one.attribution
            if one.source_id in (None, told.source_id) or found.source is None:
                continue
            stance = found.cue.stance if found.cue else "asserts"
            if stance in _SILENT or found.source.span.start < told.attribution.sentence.start:
                continue
            if loud or stance == "denies":
                return span
            # Whom it is of answers it ("Moss, the office's head, said").
            parts = (*found.content, found.source.span)
            theirs = span_stems(draft.text, parts, draft.vocabulary)
            is_on = index > first and bool(_meeting(about, theirs))
            opposed = negates(draft, found.content) != negated
            # An office's word on plain matters is news, and others add to it, not answer it.
            if is_on and opposed and not official:
                return span
            # Whoever speaks right behind a charge answers it ("old pipes were likelier").
            if accused and first < index <= first + _BESIDE:
                return span
    return None


def _is_office(told: ResolvedAttribution, persons: PersonWords) -> bool:
    mention = told.attribution.source
    kind = told.chain[-1].source_class if told.chain else None
    # "The club", of which nothing more is known.
    if mention is None or mention.text.split()[-1].lower() in persons:
        return False
    return kind in _OFFICES or (kind is None and len(mention.text.split()) < _SHORT)
