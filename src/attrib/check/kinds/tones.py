"""Kind "cue-tone": a reporting word that vouches for more than the sourcing carries.

Section 5.2 of our standards, "Endorsement axis": a cue of tone +1 ("admitted", "pointed out",
"revealed") presupposes its content. It speaks only where a cue is tied to a source, never
over the bare word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.draft import Draft, Finding, is_silent, tell_against
from attrib.check.options import read_options
from attrib.records import Claim, Span
from attrib.rulebook.entries import CheckRule

# How far behind the source a word that names its members may stand, in characters.
_REACH = 80


@dataclass(frozen=True, slots=True)
class CueTone:
    """Options of the kind.

    tone       the tone of the cue that is looked for: 1 or -1
    grades     the grades of strength at which it speaks
    stances    the stances it looks at
    verbs      lemmas that it leaves alone (people who "find" something do not vouch for it)
    spared     source classes that it leaves alone unless the content is contested: those whom
               a reader can find, and documents, which do show things
    contested  1: speaks at any grade when something speaks against the content; 0: never
    """

    tone: int
    grades: tuple[str, ...]
    stances: tuple[str, ...]
    verbs: tuple[str, ...]
    spared: tuple[str, ...]
    contested: int = 0


def find_cue_tones(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding a cue, outside quotation marks."""
    options = read_options(rule, CueTone)
    seen: set[Span] = set()
    for claim in draft.claims:
        cue = claim.cue
        if cue is None or cue.span in seen or not _is_looked_at(draft, claim, options):
            continue
        if is_silent(draft, cue.span):
            continue
        against = draft.contested.get(claim.id) if options.contested else None
        if against is None and not _is_thin(draft, claim, options):
            continue
        seen.add(cue.span)
        reason = against.reason if against else _grade_in_words(draft, claim)
        related = (tell_against(against),) if against else ()
        yield Finding(cue.span, values=(("words", cue.text), ("reason", reason)), related=related)


def _grade_in_words(draft: Draft, claim: Claim) -> str:
    grade = claim.strength.grade if claim.strength else None
    words = {step.grade: step.words.lower() for step in draft.rulebook.strength.grades}
    return f"its sourcing is {words[grade]} (grade {grade})" if grade else "its source is not shown"


def _is_looked_at(draft: Draft, claim: Claim, options: CueTone) -> bool:
    cue, source = claim.cue, claim.source
    if cue is None or source is None or claim.modality != "actual":
        return False
    # A participle's subject ("..., noting that") may stand anywhere before it, and "several
    # experts, including Ida Moss," name somebody.
    between = draft.text[source.span.start : min(cue.span.start, source.span.end + _REACH)]
    if cue.text.endswith("ing") or "including" in between:
        return False
    return (
        cue.tone == options.tone
        and cue.stance in options.stances
        and cue.lemma.lower() not in options.verbs
    )


def _is_thin(draft: Draft, claim: Claim, options: CueTone) -> bool:
    """Whether the source is of a kind and grade that the verb should not vouch for."""
    source_class = claim.chain[-1].source_class if claim.chain else None
    if source_class is None or source_class.lower() in options.spared:
        return False
    # "The senator", introduced in no attribution, may have been named in plain text.
    if claim.source is None or claim.source.id not in draft.introduced:
        return False
    return claim.strength is not None and claim.strength.grade.lower() in options.grades
