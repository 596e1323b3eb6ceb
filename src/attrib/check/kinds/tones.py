"""Kind "cue-tone": a reporting word that vouches for more than the sourcing carries.

Section 5.2 of our standards, "Endorsement axis": a cue of tone +1 ("admitted", "pointed out",
"revealed") presupposes its content. It speaks only where a cue is tied to a source, never
over the bare word. Where another speaker nearby says otherwise, such words are looked for
however they are put ("Moss, he noted, had the key"; "as Moss has shown").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.clauses import is_finite
from attrib.check.diagnostics import excerpt
from attrib.check.disputes import find_answer, find_reply, voices_at
from attrib.check.draft import (
    Draft,
    Finding,
    Passage,
    attributions_near,
    is_silent,
    sentence_at,
    tell_against,
)
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import near, own_words, sentence_has
from attrib.records import Claim, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import tokenise

# How far behind the source a word that names its members may stand, in characters.
_REACH = 80
# How far before the words an aside may open, or what makes them no report ("a note", "was shown").
_BEFORE = 40
_NO_REPORT = re.compile(
    r"(?:\b(?:an?|the|this|that|his|her|their|its|my|our|no|to|not|never|in|of|on|by|be|been|being"
    r"|is|are|was|were|must|would|could|should|may|might|can|will|likely)|['’]s|s['’])\s+$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s+(?:that|how|why|to\s+\w+ing)\b|[,:]?\s*[\"“‘']")
_ASIDE = re.compile(r",\s+(?:he|she|they|[A-Z][\w.’'-]+)\s+$")


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
    phrases    words that vouch, as in `attrib.check.phrasing`, where the matter is in dispute
    settled    words nearby that settle it ("pleaded guilty")
    shown      words before the phrase for what does show things ("the minutes", "the poll")
    """

    tone: int
    grades: tuple[str, ...]
    stances: tuple[str, ...]
    verbs: tuple[str, ...]
    spared: tuple[str, ...]
    contested: int = 0
    phrases: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()


def find_cue_tones(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding a cue, outside quotation marks."""
    options = read_options(rule, CueTone)
    settled = compile_phrases(options.settled, draft.rulebook) if options.settled else None
    seen: set[Span] = set()
    for claim in draft.claims:
        cue = claim.cue
        if cue is None or cue.span in seen or not _is_looked_at(draft, claim, options):
            continue
        here = sentence_at(draft, cue.span.start)
        if here is None or is_silent(draft, cue.span):
            continue
        if sentence_has(draft, near(draft, here, 1), settled):
            continue
        against = draft.contested.get(claim.id) if options.contested else None
        if against is None and not _is_thin(draft, claim, options):
            continue
        seen.add(cue.span)
        reason = against.reason if against else _grade_in_words(draft, claim)
        related = (tell_against(against),) if against else ()
        yield Finding(cue.span, values=(("words", cue.text), ("reason", reason)), related=related)
    for finding in _find_disputed(draft, options):
        if not any(finding.span.overlaps(span) for span in seen):
            yield finding


def _find_disputed(draft: Draft, options: CueTone) -> Iterator[Finding]:
    """Words that vouch for what another speaker nearby contests, one finding a sentence."""
    if not options.phrases:
        return
    phrases, settled, shown = (
        compile_phrases(words, draft.rulebook)
        for words in (options.phrases, options.settled, options.shown)
    )
    alerted: set[int] = set()
    for span, here in _vouching(draft, phrases):
        before = draft.text[draft.segmentation.sentences[here].span.start : span.start]
        if (
            here in alerted
            or _NO_REPORT.search(before[-_BEFORE:])
            or shown.search(before[-_REACH:])
        ):
            continue
        if sentence_has(draft, near(draft, here, 1), settled) or not _tells(draft, span, here):
            continue
        own = voices_at(draft, span)
        behind = Span(span.start, draft.segmentation.sentences[here].span.end)
        answer = find_answer(draft, here, own) or find_reply(draft, here, behind, own)
        if answer is not None:
            alerted.add(here)
            words = (("words", excerpt(draft.text, span)), ("reason", "others here contest it"))
            yield Finding(span, values=words, related=(Passage(answer, "contested here"),))


def _tells(draft: Draft, span: Span, here: int) -> bool:
    """Whether a clause is told: "noted the applause" and "established a fund" tell none."""
    words = span.of(draft.text)
    if (" " in words and not words.endswith(" out")) or _CLAUSE.match(draft.text, span.end):
        return True
    finite = draft.rulebook.terms_of("finite-words")
    return any(
        found.attribution.cue is not None
        and found.attribution.cue.span.overlaps(span)
        and any(
            is_finite(token.lower, finite)
            for part in found.attribution.content
            for token in tokenise(draft.text, part.start, part.end)
        )
        for found in attributions_near(draft, here, here)
    )


def _vouching(draft: Draft, phrases: Searcher) -> Iterator[tuple[Span, int]]:
    yield from own_words(draft, phrases)
    # An aside amid the content is the writer's: "the picture, he established, was painted later".
    for match in phrases.finditer(draft.text):
        span = Span(*match.span())
        here = sentence_at(draft, span.start)
        aside = _ASIDE.search(draft.text, max(span.start - _BEFORE, 0), span.start)
        closed = draft.text[span.end : span.end + 1] == ","
        if here is not None and aside and closed and not is_silent(draft, span):
            yield span, here


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
