"""Records for the tests of this stage, built by hand from inline markup.

`[source Anna Rao] [cue said] [content it was late]`; a digit behind a label tells several
attributions of one text apart (`[cue2 added]`). Paragraphs are parted by blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from attrib.assess import assess
from attrib.records import (
    Article,
    Attribution,
    ChainLink,
    Claim,
    Cue,
    Extraction,
    Mention,
    Modality,
    Paragraph,
    Quote,
    Resolution,
    ResolvedAttribution,
    Segmentation,
    Sentence,
    Source,
    SourceClass,
    Span,
    Stance,
    Tone,
    Voice,
)
from attrib.rulebook import load_rulebook
from marked import marked

_QUOTE = re.compile(r'"([^"]*)"|“([^”]*)”')
_SENTENCE = re.compile(r"\S.*?(?:[.?!][\"”]?(?=\s|$)|$)", re.DOTALL)


@dataclass(frozen=True)
class Said:
    """One attribution of a text: its cue's class, and who stands at the end of the chain.

    `source` names an entry of the sources given to `build` (None: nobody). `via` are the
    outlets through which it came, outermost first.
    """

    source: str | None = "source"
    stance: Stance = "asserts"
    commitment: int = 6
    tone: Tone = 0
    lemma: str = "say"
    modality: Modality = "actual"
    via: tuple[str, ...] = ()
    within: int | None = None


def source(
    name: str,
    kind: SourceClass | None,
    *,
    key: str = "source",
    resolved: bool = True,
    affiliation: str | None = None,
    role: str | None = None,
    members: tuple[str, ...] = (),
    description: str = "",
) -> Source:
    return Source(
        key, name, kind, resolved, "the full name", affiliation, role, members, (), ("a",),
        description or name,
    )  # fmt: skip


def segmented(text: str) -> Segmentation:
    """Paragraphs, sentences and quotes of plain text; a line that begins with # is a headline."""
    paragraphs, sentences, quotes = [], [], []
    for match in re.finditer(r"(?:[^\n]|\n(?!\n))+", text):
        headline = match.group().startswith("#")
        span = Span(match.start(), match.end())
        paragraphs.append(Paragraph(span, "headline" if headline else "prose"))
        for found in _SENTENCE.finditer(text, span.start, span.end):
            sentences.append(Sentence(Span(*found.span()), len(paragraphs) - 1))
        for found in _QUOTE.finditer(text, span.start, span.end):
            whole = Span(*found.span())
            quotes.append(Quote(whole, Span(whole.start + 1, whole.end - 1), len(paragraphs) - 1))
    return Segmentation(Article("a", text), tuple(paragraphs), tuple(sentences), tuple(quotes))


def build(
    markup: str, *said: Said, sources: Mapping[str, Source] | None = None
) -> tuple[Extraction, Resolution]:
    """The stages before this one, as records: one attribution for each of `said`."""
    text, spans = marked(markup)
    segmentation = segmented(text)
    known = dict(sources or {})
    attributions, resolved = [], []
    for index, saying in enumerate(said):
        number = str(index + 1) if index else ""
        found = {label: spans.get(label + number, ()) for label in _LABELS}
        attribution = Attribution(
            source=_mention(text, found["source"]),
            cue=_cue(text, found["cue"], saying),
            content=found["content"],
            voice=_voice(segmentation, found["content"]),
            sentence=Span(0, len(text)),
            origins=tuple(Mention(span, span.of(text)) for span in found["origin"]),
            addressee=_mention(text, found["addressee"]),
            medium=_mention(text, found["medium"]),
            modality=saying.modality,
            within=saying.within,
        )
        ids = [*saying.via, saying.source] if saying.source else []
        chain = tuple(
            ChainLink(key, known[key].name, known[key].source_class) for key in ids if key in known
        )
        # "X told OUTLET" keeps X as the source; "OUTLET reported, quoting X" has OUTLET.
        speaker = saying.via[0] if found["origin"] and saying.via else saying.source
        attributions.append(attribution)
        resolved.append(ResolvedAttribution("a", index, attribution, speaker, "", chain))
    resolution = Resolution(tuple(known[key] for key in sorted(known)), tuple(resolved))
    return Extraction(segmentation, tuple(attributions)), resolution


_LABELS = ("source", "cue", "content", "origin", "addressee", "medium")


def _mention(text: str, spans: tuple[Span, ...]) -> Mention | None:
    return Mention(spans[0], spans[0].of(text)) if spans else None


def _cue(text: str, spans: tuple[Span, ...], said: Said) -> Cue | None:
    if not spans:
        return None
    return Cue(
        spans[0], spans[0].of(text), said.lemma, "cues.verbs.test", said.stance, said.tone,
        said.commitment,
    )  # fmt: skip


def _voice(segmentation: Segmentation, content: tuple[Span, ...]) -> Voice:
    quoted = [
        any(quote.span.covers(Span(place, place + 1)) for quote in segmentation.quotes)
        for span in content
        for place in range(span.start, span.end)
        if segmentation.article.text[place].isalnum()
    ]
    if quoted and all(quoted):
        return "direct"
    return "mixed" if any(quoted) else "indirect"


def read(
    markup: str, *said: Said, sources: Mapping[str, Source] | None = None
) -> tuple[Claim, ...]:
    """The attributed claims of a text; without `said` one plain attribution by "source"."""
    return tuple(c for c in read_all(markup, *said, sources=sources) if c.voice != "own")


def read_all(
    markup: str, *said: Said, sources: Mapping[str, Source] | None = None
) -> tuple[Claim, ...]:
    """All claims of a text, the writer's own ones too."""
    extraction, resolution = build(markup, *(said or (Said(),)), sources=sources or PERSON)
    return assess((extraction,), resolution, RULES).claims


def shown(claim: Claim) -> str:
    """A claim's factors on one line each, for the message of a failing test."""
    if claim.strength is None:
        return "no strength"
    lines = [f"{f.name} {f.points}/{f.of}: {f.reason}" for f in claim.strength.factors]
    return "\n".join(
        [claim.text, f"{claim.strength.score} {claim.strength.grade}", *lines, *claim.strength.caps]
    )


RULES = load_rulebook()
PERSON = {"source": source("Anna Rao", "NOF")}

MINISTER = source("Ana Ruiz", "NOF", description="Transport Minister Ana Ruiz", role="minister")


def one(markup: str, *said: Said, who: Source, more: tuple[Source, ...] = ()) -> Claim:
    """The first claim of a sentence whose sources are `who` and `more`."""
    claims = read(markup, *said, sources=table(who, *more))
    assert len(claims) >= 1
    return claims[0]


def table(*items: Source) -> dict[str, Source]:
    return {item.id: item for item in items}


def factor(claim: Claim, name: str) -> int:
    """The points of one factor of the claim's strength."""
    assert claim.strength is not None
    return {f.name: f.points for f in claim.strength.factors}[name]
