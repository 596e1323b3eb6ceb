"""Kind "cue-doubt": a reporting word that doubts what is well sourced, or doubts one side alone.

Section 5.2 of our standards, "Endorsement axis": a cue of tone -1 ("claimed", "insisted") keeps
its distance. Silent where the text itself gives the reason for it, and where all who speak
nearby are put alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.disputes import voices_at
from attrib.check.doubting import find_doubting, may_report, without_that
from attrib.check.draft import Draft, Finding, Passage, attributions_near, is_silent, sentence_at
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import near, next_word, paraphrased_words, sentence_has
from attrib.records import Claim, Cue, ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule

# "Their claim", "the union's claim": a noun that the tagger took for the verb.
# "She insists on boots" is a demand, "insisted on Monday that" none.
_DEMAND = re.compile(
    r"insist\w*\s+on\s+(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)", re.IGNORECASE
)
_OTHERS = "others here simply say things"
_NOUN = re.compile(r"(?:['’]s|s['’]|\b(?:his|her|their|its|this)(?:\s+\w+)?)\s+$")


@dataclass(frozen=True, slots=True)
class CueDoubt:
    """Options of the kind.

    verbs     lemmas of the cues that it looks at
    grades    grades of strength at which it speaks whoever else is heard
    spared    source classes whose business such a word is: a lawsuit alleges
    plain     stances of the other side's cues, which doubt nothing
    fair      words in the sentence or the next that give a reason for the doubt
    objects   words right after the cue that make it no report ("claimed responsibility")
    beside    how many sentences away the other side may be heard
    phrases   words that doubt, however they are put ("would have us believe")
    neutral   words in the other's sentence that make it no side ("will hear both")
    """

    verbs: tuple[str, ...]
    grades: tuple[str, ...]
    spared: tuple[str, ...]
    plain: tuple[str, ...]
    fair: tuple[str, ...]
    objects: tuple[str, ...]
    beside: int
    phrases: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()


def find_cue_doubts(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding a cue, outside quotation marks."""
    options = read_options(rule, CueDoubt)
    fair = compile_phrases(options.fair, draft.rulebook) if options.fair else None
    objects = compile_phrases(options.objects, draft.rulebook) if options.objects else None
    doubted = frozenset(
        found.source_id
        for found in draft.attributions
        if found.attribution.cue is not None
        and found.attribution.cue.lemma.lower() in options.verbs
    )
    seen: set[Span] = set()
    for claim in draft.claims:
        cue = claim.cue
        if cue is None or cue.span in seen or not _is_looked_at(draft, claim, cue, options):
            continue
        here = sentence_at(draft, cue.span.start)
        if here is None or is_silent(draft, cue.span):
            continue
        if _DEMAND.search(draft.text, cue.span.start, cue.span.end + len(" on ")):
            continue
        if objects and objects.match(draft.text, next_word(draft.text, cue.span.end)):
            continue
        if sentence_has(draft, range(here, near(draft, here, 1).stop), fair):
            continue
        other = _find_other_side(draft, claim, here, doubted, options)
        strength = claim.strength
        firm = strength is not None and strength.grade.lower() in options.grades
        # All who are doubted are put alike, and nobody is put otherwise.
        firm = firm and len(doubted) < 2
        if other is None and not firm:
            continue
        seen.add(cue.span)
        reason = _OTHERS if other else "it is firmly sourced"
        related = (Passage(other.attribution.sentence, "put plainly here"),) if other else ()
        yield Finding(cue.span, values=(("words", cue.text), ("reason", reason)), related=related)
    yield from _find_phrases(draft, options, seen)


def _find_phrases(draft: Draft, options: CueDoubt, seen: set[Span]) -> Iterator[Finding]:
    """Phrases that doubt, in whosesoever mouth they put the words, where another is put plainly."""
    fair = compile_phrases(options.fair, draft.rulebook) if options.fair else None
    neutral = compile_phrases(options.neutral, draft.rulebook) if options.neutral else None
    objects = compile_phrases(options.objects, draft.rulebook) if options.objects else None
    if not options.phrases:
        return
    doubting = find_doubting(draft.rulebook, options.phrases)
    for span, here in paraphrased_words(draft, doubting):
        if any(span.overlaps(other) for other in seen) or sentence_has(draft, (here,), fair):
            continue
        if objects and objects.match(draft.text, next_word(draft.text, span.end)):
            continue
        if not _is_put(draft, span, here, options):
            continue
        own = voices_at(draft, span)
        places = near(draft, here, options.beside)
        for found in attributions_near(draft, places[0], places[-1]):
            cue = found.attribution.cue
            if found.source_id in own or cue is None or cue.span.overlaps(span):
                continue
            if doubting.match(cue.text) is not None:
                continue
            if _is_plain(draft, found, options, neutral):
                seen.add(span)
                span = without_that(draft.text, span)
                words = (("words", excerpt(draft.text, span)), ("reason", _OTHERS))
                shown = Passage(found.attribution.sentence, "put plainly here")
                yield Finding(span, values=words, related=(shown,))
                break


def _is_put(draft: Draft, span: Span, here: int, options: CueDoubt) -> bool:
    """Whether the phrase puts what somebody says, whose business it is not to be doubted."""
    cued = [
        found
        for found in attributions_near(draft, here, here)
        if found.attribution.cue is not None and found.attribution.cue.span.overlaps(span)
    ]
    if not cued:
        return may_report(draft.text, span)
    return not any(
        _is_judged(found, options)
        or found.attribution.modality != "actual"
        or (found.chain and (found.chain[-1].source_class or "").lower() in options.spared)
        for found in cued
    )


def _is_judged(found: ResolvedAttribution, options: CueDoubt) -> bool:
    """Whether the cue is one that is looked at by itself, having a source."""
    cue, source = found.attribution.cue, found.attribution.source
    return cue is not None and source is not None and cue.lemma.lower() in options.verbs


def _is_looked_at(draft: Draft, claim: Claim, cue: Cue, options: CueDoubt) -> bool:
    source_class = claim.chain[-1].source_class if claim.chain else None
    return (
        claim.source is not None
        and claim.modality == "actual"
        and cue.lemma.lower() in options.verbs
        and not cue.rule.startswith("cues.nouns")
        and _NOUN.search(draft.text[max(cue.span.start - 20, 0) : cue.span.start]) is None
        # "Both attacks were claimed by the group."
        and not cue.text.lower().endswith(" by")
        and (source_class is None or source_class.lower() not in options.spared)
    )


def _find_other_side(
    draft: Draft, claim: Claim, here: int, doubted: frozenset[str | None], options: CueDoubt
) -> ResolvedAttribution | None:
    own = {claim.source.id} if claim.source else set()
    own |= {link.id for link in claim.chain}
    neutral = compile_phrases(options.neutral, draft.rulebook) if options.neutral else None
    places = near(draft, here, options.beside)
    for found in attributions_near(draft, places[0], places[-1]):
        known = found.source_id in own or found.source_id in doubted
        if not known and _is_plain(draft, found, options, neutral):
            return found
    return None


def _is_plain(
    draft: Draft,
    found: ResolvedAttribution,
    options: CueDoubt,
    neutral: Searcher | None,
) -> bool:
    """Whether somebody takes a side of his own there, in words that doubt nothing."""
    cue = found.attribution.cue
    at = sentence_at(draft, found.attribution.sentence.start)
    return (
        found.source_id is not None
        and cue is not None
        and cue.lemma.lower() not in options.verbs
        and cue.stance in options.plain
        and found.attribution.modality == "actual"
        and (at is None or not sentence_has(draft, (at,), neutral))
    )
