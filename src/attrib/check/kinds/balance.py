"""Kind "verb-balance": one side's words are doubted throughout, the other's never.

"Moss claimed", "Moss would have it", while "Ashby said" and "Ashby explained": each verb may be
fair, all together they take sides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.doubting import find_doubting, may_report, without_that
from attrib.check.draft import Draft, Finding, Passage, attributions_near, is_silent
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import paraphrased_words, sentence_has
from attrib.check.words import stem
from attrib.records import Attribution, Cue, Span
from attrib.rulebook.entries import CheckRule


@dataclass(frozen=True, slots=True)
class VerbBalance:
    """Options of the kind.

    verbs    lemmas of cues that keep a distance
    phrases  words that keep it, whether or not they were taken for a cue, beside the lists of
             `attrib.check.doubting`
    plain    stances of cues that keep none
    fair     words in the sentence that give a reason for the distance
    least    so many uses each make a pattern
    """

    verbs: tuple[str, ...]
    phrases: tuple[str, ...]
    plain: tuple[str, ...]
    fair: tuple[str, ...]
    least: int


@dataclass(frozen=True, slots=True)
class _Use:
    """One verb, where it stands, and whose words it puts; `source` None: nobody was found."""

    span: Span
    here: int
    source: str | None


def find_unbalanced_verbs(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding an article: the second doubting verb, where those doubted are put so mostly.

    A side is seldom one source ("residents", "Moss, a resident", "one neighbour"), so all who
    are mostly doubted count as one, and all who never are as the other. Where two sources are
    each doubted twice, or all with one and the same verb, both sides are put alike.
    """
    options = read_options(rule, VerbBalance)
    doubts = list(_find_doubts(draft, options))
    plains = list(_find_plain(draft, options))
    counts = Counter(use.source for use in doubts)
    puts = Counter(use.source for use in plains)
    doubted = [
        use for use in doubts if use.source is None or counts[use.source] >= puts[use.source]
    ]
    plain = [use for use in plains if not counts[use.source]]
    if min(len(doubted), len(plain)) < options.least or _is_even(draft, doubted):
        return
    words = ", ".join(dict.fromkeys(f'"{use.span.of(draft.text)}"' for use in doubted))
    names = _name(draft, doubted[0].source), _name(draft, plain[0].source)
    sentences = draft.segmentation.sentences
    yield Finding(
        doubted[1].span,
        values=(("source", names[0]), ("other", names[1]), ("words", words)),
        related=tuple(
            Passage(sentences[use.here].span, note)
            for use, note in ((doubted[0], "doubted here too"), (plain[0], "put plainly"))
        ),
    )


def _find_doubts(draft: Draft, options: VerbBalance) -> Iterator[_Use]:
    fair = compile_phrases(options.fair, draft.rulebook)
    for span, here in paraphrased_words(draft, find_doubting(draft.rulebook, options.phrases)):
        cued = [
            found
            for found in attributions_near(draft, here, here)
            if found.attribution.cue is not None and found.attribution.cue.span.overlaps(span)
        ]
        # "Would have us believe" doubts whatever its mood.
        plain = " " not in span.of(draft.text)
        if plain and cued and not any(_doubts(found.attribution, options) for found in cued):
            continue
        if not cued and not may_report(draft.text, span):
            continue
        if not sentence_has(draft, (here,), fair):
            yield _Use(without_that(draft.text, span), here, cued[0].source_id if cued else None)


def _doubts(found: Attribution, options: VerbBalance) -> bool:
    """Whether the cue puts words: "claimed credit" and a noun ("their claim that") do not."""
    cue = found.cue
    noun = cue is not None and cue.rule.startswith("cues.nouns") and cue.lemma in options.verbs
    return found.modality == "actual" and cue is not None and not noun and bool(found.content)


def _find_plain(draft: Draft, options: VerbBalance) -> Iterator[_Use]:
    for here in range(len(draft.sentence_starts)):
        for found in attributions_near(draft, here, here):
            cue = found.attribution.cue
            if found.source_id is None or cue is None or not _is_plain(draft, cue, options):
                continue
            inside = draft.segmentation.sentences[here].span
            if found.attribution.modality == "actual" and inside.overlaps(cue.span):
                yield _Use(cue.span, here, found.source_id)


def _is_plain(draft: Draft, cue: Cue, options: VerbBalance) -> bool:
    return (
        cue.stance in options.plain
        and cue.tone >= 0
        and not cue.rule.startswith("cues.nouns")
        and not is_silent(draft, cue.span)
        and find_doubting(draft.rulebook, options.phrases).match(cue.text) is None
    )


def _is_even(draft: Draft, doubted: list[_Use]) -> bool:
    often = Counter(use.source for use in doubted if use.source is not None)
    if sum(number > 1 for number in often.values()) > 1:
        return True
    stems = {stem(use.span.of(draft.text), draft.vocabulary) for use in doubted}
    return len(often) > 1 and len(stems) == 1


def _name(draft: Draft, source: str | None) -> str:
    known = draft.sources.get(source) if source is not None else None
    return known.name if known is not None else "one side"
