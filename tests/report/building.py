"""Articles, sources and claims made by hand, told in words instead of offsets."""

from __future__ import annotations

import hashlib

from attrib.records import (
    Article,
    ChainLink,
    Claim,
    ClaimSource,
    Cue,
    Factor,
    Grade,
    Paragraph,
    ParagraphKind,
    Segmentation,
    Sentence,
    Source,
    SourceClass,
    Span,
    Strength,
)


def digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def part(text: str, words: str, within: Span | None = None) -> Span:
    """Where `words` stand in `text`, or in a part of it; they must stand there once."""
    room = within or Span(0, len(text))
    assert room.of(text).count(words) == 1, f"not once: {words!r} in {room.of(text)!r}"
    start = text.index(words, room.start)
    return Span(start, start + len(words))


def make_article(name: str, text: str) -> Article:
    return Article(id=digest("article", name), text=text, path=f"mill/{name}.txt")


def make_source(
    name: str, source_class: SourceClass | None, *articles: Article, reason: str = "named in full"
) -> Source:
    places = tuple(sorted(article.id for article in articles))
    return Source(digest("source", name), name, source_class, True, reason, articles=places)


def make_strength(score: int, grade: Grade, reason: str, *caps: str) -> Strength:
    factors = (
        Factor("identification", min(score // 3, 30), 30, reason),
        Factor("proximity", min(score // 5, 20), 20, "how the source knows is not stated"),
        Factor("commitment", 6, 7, "said without a hedge"),
    )
    return Strength(score, grade, factors, caps)


def make_claim(
    article: Article,
    sentence: str,
    *content: str,
    source: Source | None = None,
    mention: str = "",
    cue: str = "",
    chain: tuple[Source, ...] = (),
    strength: Strength | None = None,
) -> Claim:
    """A claim of `article`, told in words instead of offsets; `replace` sets the rest."""
    text = article.text
    place = part(text, sentence)
    spans = tuple(part(text, words, place) for words in content or (sentence,))
    link = chain or ((source,) if source else ())
    return Claim(
        id=digest("claim", article.id, *content, sentence),
        article=article.id,
        text=" ".join(span.of(text) for span in spans).strip('".,'),
        content=spans,
        sentence=place,
        cue=_cue(text, cue, place) if cue else None,
        source=_mention(text, source, mention, place) if source else None,
        chain=tuple(ChainLink(item.id, item.name, item.source_class) for item in link),
        voice="indirect" if source else "own",
        stance="asserts" if source else "own",
        polarity="affirm",
        tone=0,
        strength=strength,
        grounds=frozenset(item.id for item in link),
        key=make_key(*content, sentence),
    )


def make_key(*words: str) -> str:
    """Sixteen digits, as decisions know a claim by; the stage that makes them is not asked."""
    return hashlib.sha256("\0".join(("key", *words)).encode()).hexdigest()[:16]


def _cue(text: str, words: str, place: Span) -> Cue:
    return Cue(part(text, words, place), words, words, "cues.made-up", "asserts", 0, 6)


def _mention(text: str, source: Source, words: str, place: Span) -> ClaimSource:
    span = part(text, words or source.name, place)
    return ClaimSource(
        source.id,
        source.name,
        source.source_class,
        span,
        span.of(text),
        source.resolved,
        source.reason,
    )


def make_segmentation(article: Article, *furniture: str, headline: str = "") -> Segmentation:
    """Paragraphs at blank lines, sentences at full stops: enough for the texts of mill.py."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    start = 0
    for block in article.text.split("\n\n"):
        span = Span(start, start + len(block))
        start = span.end + 2
        kind: ParagraphKind = "furniture" if block in furniture else "prose"
        paragraphs.append(Paragraph(span, "headline" if block == headline else kind))
        if kind == "furniture":
            continue
        at = span.start
        for piece in block.replace('." ', '."\0').replace(". ", ".\0").split("\0"):
            sentences.append(Sentence(Span(at, at + len(piece)), len(paragraphs) - 1))
            at += len(piece) + 1
    return Segmentation(article, tuple(paragraphs), tuple(sentences), ())
