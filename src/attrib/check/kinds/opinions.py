"""Kind "anonymous-opinion": a judgement, or a draft's first quote, from a speaker without a name.

Anonymity is for information. An opinion needs somebody who answers for it, and the first voice
that a reader hears should be one of these. Insults of a person are another check's matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage, in_headline
from attrib.check.options import read_options
from attrib.check.phrases import both_marks, compile_phrases
from attrib.check.unnamed import Unnamed, find_unnamed, is_individual
from attrib.records import Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import tokenise


@dataclass(frozen=True, slots=True)
class AnonymousOpinion:
    """Options of the kind.

    judgements  words and wordings that judge ("shambles", "should resign")
    verbs       lemmas of cues that are a judgement themselves ("praise")
    exempt      heads of those who may be heard without a name ("heckler")
    stances     stances of a cue that judges nothing ("asked whether it was a shambles")
    quoted      so many words of a first quote make it one
    """

    judgements: tuple[str, ...]
    verbs: tuple[str, ...]
    exempt: tuple[str, ...]
    stances: tuple[str, ...]
    quoted: int


def find_anonymous_opinions(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first opinion of each such speaker, and the first quote if it is from one."""
    options = read_options(rule, AnonymousOpinion)
    judgements = compile_phrases(both_marks(options.judgements))
    first = _first_quote(draft, options)
    seen: set[str] = set()
    verbs = draft.rulebook.terms_of("speaking-verbs").union(options.verbs)
    for unnamed in find_unnamed(draft, verbs):
        found, source = unnamed.resolved.attribution, f"{unnamed.resolved.source_id}"
        if source in seen or not is_individual(draft, unnamed, options.exempt):
            continue
        if found.cue is None or found.cue.stance in options.stances:
            continue
        opinion: Span | None = None
        for part in found.content:
            match = judgements.search(draft.text, part.start, part.end)
            if match is not None:
                opinion = Span(*match.span())
                break
        if opinion is None and found.cue.lemma.lower() in options.verbs:
            opinion = found.cue.span
        opening = first is not None and any(first.overlaps(part) for part in found.content)
        if opinion is None and not opening:
            continue
        seen.add(source)
        yield _tell(draft, unnamed, opinion)


def _first_quote(draft: Draft, options: AnonymousOpinion) -> Span | None:
    """The first quote of the body that is more than a word or two."""
    for quote in draft.segmentation.quotes:
        inner = tokenise(draft.text, quote.inner.start, quote.inner.end)
        words = sum(token.is_word for token in inner)
        if words >= options.quoted and not in_headline(draft, quote.span.start):
            return quote.inner
    return None


def _tell(draft: Draft, unnamed: Unnamed, opinion: Span | None) -> Finding:
    what = "an opinion" if opinion is not None else "the first quote"
    related = (Passage(opinion, "a judgement"),) if opinion is not None else ()
    values = (("words", excerpt(draft.text, unnamed.span)), ("what", what))
    return Finding(unnamed.span, values=values, related=related)
