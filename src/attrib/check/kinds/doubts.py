"""Kind "cue-doubt": a reporting word that doubts what is well sourced, or doubts one side alone.

Section 5.2 of our standards, "Endorsement axis": a cue of tone -1 ("claimed", "insisted") keeps
its distance. Silent where the text itself gives the reason for it, and where all who speak
nearby are put alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.draft import Draft, Finding, Passage, attributions_near, is_silent, sentence_at
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import near, next_word, sentence_has
from attrib.records import Claim, Cue, ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule

# "Their claim", "the union's claim": a noun that the tagger took for the verb.
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
    """

    verbs: tuple[str, ...]
    grades: tuple[str, ...]
    spared: tuple[str, ...]
    plain: tuple[str, ...]
    fair: tuple[str, ...]
    objects: tuple[str, ...]
    beside: int


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
        if objects and objects.match(draft.text, next_word(draft.text, cue.span.end)):
            continue
        if sentence_has(draft, range(here, near(draft, here, 1).stop), fair):
            continue
        other = _find_other_side(draft, claim, here, doubted, options)
        strength = claim.strength
        firm = strength is not None and strength.grade.lower() in options.grades
        if other is None and not firm:
            continue
        seen.add(cue.span)
        reason = "others here simply say things" if other else "it is firmly sourced"
        related = (Passage(other.attribution.sentence, "put plainly here"),) if other else ()
        yield Finding(cue.span, values=(("words", cue.text), ("reason", reason)), related=related)


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
    places = near(draft, here, options.beside)
    for found in attributions_near(draft, places[0], places[-1]):
        cue = found.attribution.cue
        if (
            found.source_id is not None
            and found.source_id not in own
            and found.source_id not in doubted
            and cue is not None
            and cue.lemma.lower() not in options.verbs
            and cue.stance in options.plain
            and found.attribution.modality == "actual"
        ):
            return found
    return None
