"""Kind "anonymous-opinion": a judgement, or a draft's first quote, from a speaker without a name.

Anonymity is for information. An opinion needs somebody who answers for it, and the first voice
that a reader hears should be one of these. Insults of a person are another check's matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage, in_headline, is_silent, sentence_at
from attrib.check.individuals import is_insider
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.scanning import sentence_has
from attrib.check.unnamed import Unnamed, find_unnamed
from attrib.records import Attribution, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# A judging word is said of something when a copula stands at most so many words before it.
_LONGEST_GAP = 6
# A quote of so few words needs no copula: "Total madness".
_SHORT = 5
# "Was in a nasty divorce" judges nobody; "it's" holds a copula, "the mayor's" does not.
_BREAKS = frozenset(
    ("in", "on", "to", "for", "with", "at", "by", "from", "about", "that", "who", "under", "into",
     "over", "behind", "near", "between", "through", "during", "against", "without")
)  # fmt: skip
_SHORT_FOR = frozenset(("it", "that", "he", "she", "this", "there", "what", "who", "everything"))
# "To a senior official, the plan is a house built on sand", "was scathing about the price".
_TO = ("to", "about")
_FORESEEING = frozenset(("predicts", "evaluates"))
_CALLING = frozenset(("call", "brand", "label", "dub"))
_COMPARING = frozenset(("liken", "compare"))
_ARTICLES = frozenset(("a", "an", "the"))
_SUPERLATIVE = re.compile(r"\w{2,}est")


@dataclass(frozen=True, slots=True)
class AnonymousOpinion:
    """Options of the kind.

    judgements  wordings that judge wherever they stand ("should resign")
    quoted_judgements  wordings that judge in a quote ("it's a")
    views       lemmas of cues that tell of one person's view whatever it is ("think", "opinion")
    predicates  words that judge when they are said of something ("a shambles", "brilliant")
    copulas     words that say a predicate of something ("is", "as")
    measures    superlatives of mere size and time ("largest")
    verbs       lemmas of cues that are a judgement themselves ("praise")
    mental      lemmas of cues of thinking, which report an opinion as well ("believe")
    naming      lemmas of cues whose content is a predicate ("call")
    exempt      heads of those who may be heard without a name ("heckler")
    stances     stances of a cue that judges nothing ("asked whether it was a shambles")
    quoted      so many words of a first quote make it one
    """

    judgements: tuple[str, ...]
    quoted_judgements: tuple[str, ...]
    views: tuple[str, ...]
    predicates: tuple[str, ...]
    copulas: tuple[str, ...]
    measures: tuple[str, ...]
    verbs: tuple[str, ...]
    mental: tuple[str, ...]
    naming: tuple[str, ...]
    exempt: tuple[str, ...]
    stances: tuple[str, ...]
    quoted: int


def find_anonymous_opinions(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first opinion of each such speaker, and the first quote if it is from one."""
    options = read_options(rule, AnonymousOpinion)
    judgements = compile_phrases(options.judgements, draft.rulebook)
    quoted = compile_phrases(options.quoted_judgements, draft.rulebook)
    anonymity = compile_phrases(draft.rulebook.terms_of("anonymity"), draft.rulebook)
    first = _first_quote(draft, options)
    said: dict[str, list[Attribution]] = {}
    for resolved in draft.attributions:
        said.setdefault(f"{resolved.source_id}", []).append(resolved.attribution)
    seen: set[str] = set()
    verbs = draft.rulebook.terms_of("speaking-verbs")
    telling = (options.verbs, options.mental, options.naming, options.views, _TO)
    for unnamed in find_unnamed(draft, verbs.union(*telling)):
        source = f"{unnamed.resolved.source_id}"
        # "The head of the office, who cannot be named, said": one person, whatever the article.
        here = sentence_at(draft, unnamed.span.start)
        held = here is not None and sentence_has(draft, (here,), anonymity)
        masked = held and not unnamed.plural and unnamed.head.lower not in options.exempt
        known = source in seen or f"{unnamed.span}" in seen
        if known or not (masked or is_insider(draft, unnamed, options.exempt)):
            continue
        if any(token.lower in ("most", "half") for token in unnamed.before):
            continue
        seen.update((source, f"{unnamed.span}"))
        spoken = said.get(source, [unnamed.resolved.attribution])
        single = not unnamed.plural
        opinions = (
            _find_opinion(draft, one, options, judgements, single=single)
            or (_find_quoted(draft, one, quoted) if single else None)
            for one in spoken
        )
        opinion = next((span for span in opinions if span is not None), None)
        own = unnamed.resolved.attribution
        opening = (
            first is not None
            and own.voice == "direct"
            and not unnamed.plural
            and any(first.overlaps(part) for part in own.content)
        )
        if opinion is not None or opening:
            yield _tell(draft, unnamed, opinion)


def _find_opinion(
    draft: Draft,
    found: Attribution,
    options: AnonymousOpinion,
    judgements: Searcher,
    *,
    single: bool,
) -> Span | None:
    """The words of what is said, or of how it is said, that judge."""
    if found.cue is None or found.modality != "actual":
        return None
    lemma = found.cue.lemma.lower()
    # "A minister doubts that" judges, whatever the stance of a doubt.
    if found.cue.stance in options.stances and lemma not in options.views:
        return None
    if single and (lemma in (*options.views, *_TO) or found.cue.stance in _FORESEEING):
        return found.cue.span
    # "Described the fee as money down the drain", "called it a toaster with pipes".
    said = [token.lower for part in found.content for token in tokenise(part.of(draft.text))]
    named_so = "as" in said or (lemma in _CALLING and not _ARTICLES.isdisjoint(said[1:]))
    if single and lemma in options.naming and (named_so or lemma in _COMPARING):
        return found.cue.span
    for part in found.content:
        match = judgements.search(draft.text, part.start, part.end)
        if match is not None:
            return Span(*match.span())
        named = found.cue.lemma.lower() in options.naming
        span = _find_predicate(tokenise(draft.text, part.start, part.end), options, named=named)
        if span is not None:
            return span
    return found.cue.span if found.cue.lemma.lower() in options.verbs else None


def _find_quoted(draft: Draft, found: Attribution, judgements: Searcher) -> Span | None:
    """The words of a quote that judge because somebody says them."""
    if found.voice not in ("direct", "mixed"):
        return None
    for part in found.content:
        for match in judgements.finditer(draft.text, part.start, part.end):
            if is_silent(draft, Span(*match.span())):
                return Span(*match.span())
    return None


def _find_predicate(
    tokens: tuple[Token, ...], options: AnonymousOpinion, *, named: bool
) -> Span | None:
    """A judging word that is said of something: "was a complete shambles"."""
    words = [token for token in tokens if token.is_word or token.lower in ("'s", "’s")]
    said = named or len(words) <= _SHORT
    since = _LONGEST_GAP + 1
    for before, token in zip((None, *words), words, strict=False):
        short = token.lower in ("'s", "’s") and before is not None and before.lower in _SHORT_FOR
        since = 0 if token.lower in options.copulas or short else since + 1
        if token.lower in _BREAKS:
            since = _LONGEST_GAP + 1
        superlative = _SUPERLATIVE.fullmatch(token.lower) and token.lower not in options.measures
        judges = token.lower in options.predicates or superlative
        if judges and (said or 0 < since <= _LONGEST_GAP):
            return token.span
    return None


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
