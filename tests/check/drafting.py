"""Drafts made by hand: a text cut up simply, and what its sources say, without the stages.

`Said` names the words of one attribution as they stand in the text, each once (or once after
`after`); spans and ids are found from them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from attrib.check.running import check
from attrib.records import (
    Article,
    Attribution,
    ChainLink,
    Claim,
    ClaimSource,
    Cue,
    Diagnostic,
    Extraction,
    Grade,
    Mention,
    Paragraph,
    Polarity,
    Quote,
    Resolution,
    ResolvedAttribution,
    Segmentation,
    Sentence,
    Source,
    SourceClass,
    Span,
    Stance,
    Strength,
    Tone,
    Voice,
)
from attrib.rulebook import Rulebook, load_rulebook

_QUOTED = re.compile(r'"([^"\n]*)"|“([^”\n]*)”')
_SENTENCE = re.compile(r'\S(?:[^.!?\n"“”]|"[^"\n]*"|“[^”\n]*”)*[.!?]?["”]?')


@dataclass(frozen=True)
class Said:
    """One attribution by its words: `chain` are (name, class) from outermost to innermost."""

    content: str
    source: str | None = None
    cue: str | None = None
    source_class: SourceClass | None = None
    chain: tuple[tuple[str, SourceClass | None], ...] | None = None
    stance: Stance = "asserts"
    tone: Tone = 0
    voice: Voice = "indirect"
    polarity: Polarity = "affirm"
    grade: Grade | None = "C"
    lemma: str = "say"
    after: str = ""


def cut(article: Article) -> Segmentation:
    """Paragraphs by blank line, the first a headline if nothing ends it; sentences by full stop."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    quotes: list[Quote] = []
    for match in re.finditer(r"\S[^\n\r]*", article.text):
        number = len(paragraphs)
        headline = number == 0 and match[0].rstrip()[-1] not in '.!?"”:'
        paragraphs.append(Paragraph(Span(*match.span()), "headline" if headline else "prose"))
        for found in _SENTENCE.finditer(article.text, *match.span()):
            sentences.append(Sentence(Span(*found.span()), number))
        for found in _QUOTED.finditer(article.text, *match.span()):
            inner = Span(found.start() + 1, found.end() - 1)
            quotes.append(Quote(Span(*found.span()), inner, number))
    return Segmentation(article, tuple(paragraphs), tuple(sentences), tuple(quotes))


def find(text: str, words: str, after: str = "") -> Span:
    """Where `words` stand, first after `after`."""
    start = text.index(words, text.index(after) + len(after) if after else 0)
    return Span(start, start + len(words))


def checked(
    text: str,
    *said: Said,
    title: str | None = None,
    select: tuple[str, ...] = (),
    rulebook: Rulebook | None = None,
    article: Article | None = None,
) -> tuple[Diagnostic, ...]:
    """The findings over `text` with these attributions."""
    article = article or Article(id="draft", text=text, path="draft.txt", title=title)
    segmentation = cut(article)
    resolved: list[ResolvedAttribution] = []
    claims: list[Claim] = []
    for number, one in enumerate(said):
        resolved.append(_resolve(text, segmentation, number, one))
        claims.append(_claim(number, one, resolved[-1]))
    extraction = Extraction(segmentation, tuple(item.attribution for item in resolved))
    names = {link.id: link for item in resolved for link in item.chain}
    sources = tuple(
        Source(link.id, link.name, link.source_class, True, "named")
        for _, link in sorted(names.items())
    )
    resolution = Resolution(sources, tuple(resolved))
    return check(extraction, resolution, claims, rulebook or load_rulebook(), select=select).found


def _resolve(text: str, segmentation: Segmentation, number: int, one: Said) -> ResolvedAttribution:
    content = find(text, one.content, one.after)
    mention = None
    if one.source is not None:
        place = find(text, one.source, one.after)
        mention = Mention(place, one.source)
    cue = None
    if one.cue is not None:
        place = find(text, one.cue, one.after)
        cue = Cue(place, one.cue, one.lemma, "cues.test", one.stance, one.tone, 6)
    anchor = mention.span if mention else cue.span if cue else content
    sentence = next(
        (item.span for item in segmentation.sentences if item.span.overlaps(anchor)), content
    )
    attribution = Attribution(mention, cue, (content,), one.voice, sentence)
    links = one.chain
    if links is None:
        links = ((one.source, one.source_class),) if one.source else ()
    chain = tuple(ChainLink(name.lower(), name, kind) for name, kind in links)
    source_id = chain[-1].id if chain else None
    return ResolvedAttribution("draft", number, attribution, source_id, "named", chain)


def _claim(number: int, one: Said, resolved: ResolvedAttribution) -> Claim:
    found = resolved.attribution
    source = None
    if found.source is not None and resolved.source_id is not None:
        last = resolved.chain[-1]
        source = ClaimSource(
            last.id, last.name, last.source_class, found.source.span, found.source.text, True, ""
        )
    return Claim(
        id=f"claim-{number}",
        article="draft",
        text=one.content,
        content=found.content,
        sentence=found.sentence,
        cue=found.cue,
        source=source,
        chain=resolved.chain,
        voice=one.voice,
        stance=one.stance,
        polarity=one.polarity,
        tone=one.tone,
        strength=Strength(50, one.grade, ()) if one.grade else None,
    )


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    """The codes alone, in order of place."""
    return [diagnostic.code for diagnostic in found]


def with_options(code: str, **options: int | tuple[str, ...]) -> Rulebook:
    """The shipped rules with some options of one check replaced."""
    rulebook = load_rulebook()
    checks = tuple(
        replace(rule, options={**(rule.options or {}), **options}) if rule.id == code else rule
        for rule in rulebook.checks
    )
    return replace(rulebook, checks=checks)
