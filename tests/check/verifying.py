"""Drafts and source texts made by hand, cut by the real segmenter, with speakers as told."""

from __future__ import annotations

from dataclasses import dataclass

from attrib.check.verify import Reading, verify
from attrib.records import (
    Article,
    Attribution,
    ChainLink,
    Extraction,
    Mention,
    QuoteCheck,
    Resolution,
    ResolvedAttribution,
    Source,
    SourceClass,
    Span,
)
from attrib.rulebook import load_rulebook
from attrib.segment import segment

RULES = load_rulebook()


def somebody(
    name: str,
    source_class: SourceClass | None = "NIN",
    *,
    id: str = "",
    resolved: bool = True,
    affiliation: str | None = None,
    members: tuple[str, ...] = (),
    aliases: tuple[str, ...] = (),
    description: str = "",
) -> Source:
    """A source; its id is its name unless one is given."""
    return Source(
        id or name,
        name,
        source_class,
        resolved,
        "",
        affiliation=affiliation,
        members=members,
        aliases=aliases,
        description=description,
    )


@dataclass(frozen=True)
class Text:
    """A text, who says which of its words, and further sources that those are linked to."""

    text: str
    said: tuple[tuple[str, Source], ...] = ()
    sources: tuple[Source, ...] = ()


def read(given: Text | str, path: str) -> Reading:
    """The text as if it had been extracted and resolved; `path` is its id as well."""
    text = given if isinstance(given, Text) else Text(given)
    segmentation = segment(Article(id=path, text=text.text, path=path), RULES)
    resolved = []
    for index, (words, source) in enumerate(text.said):
        start = text.text.index(words)
        span = Span(start, start + len(words))
        # Who speaks stands nowhere in particular, and not in what is spoken.
        place = Span(len(text.text), len(text.text))
        attribution = Attribution(Mention(place, source.name), None, (span,), "direct", span)
        link = ChainLink(source.id, source.name, source.source_class)
        resolved.append(ResolvedAttribution(path, index, attribution, source.id, "", (link,)))
    sources = {source.id: source for source in (*(one for _, one in text.said), *text.sources)}
    resolution = Resolution(tuple(sources[key] for key in sorted(sources)), tuple(resolved))
    return Extraction(segmentation, tuple(one.attribution for one in resolved)), resolution


def checks(draft: Text | str, *against: Text | str) -> tuple[QuoteCheck, ...]:
    """The quotes of the draft, looked for in the other texts (source0.txt, source1.txt, ...)."""
    materials = tuple(read(text, f"source{index}.txt") for index, text in enumerate(against))
    return verify([read(draft, "draft.txt")], materials, RULES)


def check_one(words: str, *against: Text | str) -> QuoteCheck:
    """The only quote of a draft that says nothing but `words`, in curly marks."""
    (found,) = checks(f"“{words}” was what we heard.", *against)
    return found
