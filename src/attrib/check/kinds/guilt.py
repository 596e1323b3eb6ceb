"""Kind "early-guilt": words that find somebody guilty before a court has.

"Arrested for murder", "the killer", "the alleged thief". Silent where the draft tells of a verdict
or a confession, or of a suspect's death; "if convicted" and "a previous conviction" tell of none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, attributions_near, is_silent, sentence_at
from attrib.check.matching import Searcher
from attrib.check.options import read_options
from attrib.check.scanning import own_words, sentence_has
from attrib.check.titles import find_quoted
from attrib.check.wording import compile_phrases, find_spans, touches
from attrib.records import Span
from attrib.rulebook.entries import CheckRule

# How many characters from words that show a case under way others are taken to be of that case.
_REACH = 900


@dataclass(frozen=True, slots=True)
class EarlyGuilt:
    """Options of the kind; how phrases are written is told in `attrib.check.wording`.

    phrases   words that are wrong whenever nobody has been found guilty
    accusing  words that are wrong only where the draft has a case under way
    narrated  words that tell the deed of who is charged, wrong then in the writer's own voice, and
    unless    words in the sentence that make it somebody's account
    crimes    words for "{crime}", deeds for "{deed}" ("robbed"), acts that are deeds only of
              those arrested for them for "{act}" ("drove"),
    crept     for "{crept}" those that are told of hardly anybody else ("lured"), and
    culprits  words for "{culprit}" ("killer") in all phrases
    exempt    phrases that, inside what was found or right at it, make it another matter
    underway  phrases that show a case under way, and
    nobody    phrases around those that say of nobody that he is before a court
    settled   phrases that show it is over, and
    open      phrases around those that take it back ("if convicted")
    """

    phrases: tuple[str, ...]
    accusing: tuple[str, ...]
    narrated: tuple[str, ...]
    unless: tuple[str, ...]
    crimes: tuple[str, ...]
    deeds: tuple[str, ...]
    acts: tuple[str, ...]
    crept: tuple[str, ...]
    culprits: tuple[str, ...]
    exempt: tuple[str, ...]
    underway: tuple[str, ...]
    nobody: tuple[str, ...]
    settled: tuple[str, ...]
    open: tuple[str, ...]


def find_early_guilt(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first such words of each sentence, in the headline as in the body."""
    options = read_options(rule, EarlyGuilt)
    if _is_settled(draft, options):
        return
    underway = _compile(draft, options.underway, options)
    cases = list(_find(draft.text, (underway,), _compile(draft, options.nobody, options)))
    phrases = _compile(draft, options.phrases, options)
    accusing = _compile(draft, options.accusing, options) if cases else None
    exempt = _compile(draft, options.exempt, options)
    headline = draft.headline
    if headline is not None and headline.field == "title":
        marked = find_quoted(headline.text)
        for span in sorted(_find(headline.text, (phrases, accusing), exempt)):
            if not any(span.overlaps(quote) for quote in marked):
                yield Finding(span, "title", (("words", excerpt(headline.text, span)),))
                break
    spared = find_spans(exempt, draft.text)
    spans = [
        *find_spans(phrases, draft.text),
        *(span for span in find_spans(accusing, draft.text) if _is_near(span, cases)),
    ]
    seen: set[int] = set()
    for span in sorted(span for span in spans if not touches(spared, span)):
        here = sentence_at(draft, span.start)
        if here is not None and here not in seen and not is_silent(draft, span):
            seen.add(here)
            yield Finding(span, values=(("words", excerpt(draft.text, span)),))
    for span, here in _find_narrated(draft, options, spared) if cases else ():
        if here not in seen and _is_near(span, cases):
            seen.add(here)
            yield Finding(span, values=(("words", excerpt(draft.text, span)),))


def _is_near(span: Span, cases: Sequence[Span]) -> bool:
    """Whether a case is told of so near that the words are of it: a long feature has others."""
    return any(
        case.start - _REACH <= span.end and span.start <= case.end + _REACH for case in cases
    )


def _find_narrated(
    draft: Draft, options: EarlyGuilt, spared: Sequence[Span]
) -> Iterator[tuple[Span, int]]:
    """Where the writer tells what the accused did, in no one's words; and in which sentence."""
    unless = _compile(draft, options.unless, options)
    narrated = _compile(draft, options.narrated, options)
    for span, here in own_words(draft, narrated) if narrated else ():
        # Whoever is told to have done it is nobody's source.
        sources = [near.attribution.source for near in attributions_near(draft, here, here)]
        told = any(source and not source.span.overlaps(span) for source in sources)
        if not told and not touches(spared, span) and not sentence_has(draft, (here,), unless):
            yield span, here


def _find(
    text: str, searchers: Sequence[Searcher | None], exempt: Searcher | None
) -> Iterator[Span]:
    spared = find_spans(exempt, text)
    for searcher in searchers:
        yield from (span for span in find_spans(searcher, text) if not touches(spared, span))


def _is_settled(draft: Draft, options: EarlyGuilt) -> bool:
    """Whether the draft tells of a verdict, a confession or a death, and does not take it back."""
    return _tells(draft, options.settled, options.open, options)


def _tells(
    draft: Draft, phrases: tuple[str, ...], around: tuple[str, ...], options: EarlyGuilt
) -> bool:
    pattern, other = _compile(draft, phrases, options), _compile(draft, around, options)
    return next(_find(draft.text, (pattern,), other), None) is not None


def _compile(draft: Draft, phrases: tuple[str, ...], options: EarlyGuilt) -> Searcher | None:
    return compile_phrases(
        phrases,
        draft.rulebook,
        crime=options.crimes,
        deed=options.deeds,
        act=options.acts,
        crept=options.crept,
        culprit=options.culprits,
    )
