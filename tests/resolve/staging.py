"""Extractions for the tests of this stage, built by hand from inline markup.

`[source Ida Moss] [cue said] [content the dam held]`; a digit behind a label tells several
attributions of one text apart (`[source2 She]`), and `[in2 ...]` marks content that holds the
attribution 2. Paragraphs are parted by blank lines. Labels: source, cue, content, origin, to
(the addressee), medium.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrib.records import (
    Article,
    Attribution,
    Cue,
    Extraction,
    Mention,
    Resolution,
    Source,
    Span,
    Voice,
)
from attrib.resolve import resolve
from attrib.rulebook import load_rulebook
from attrib.segment import segment
from marked import marked

RULEBOOK = load_rulebook()
_LABEL = re.compile(r"(source|cue|content|origin|to|medium)(\d*)")


def staged(
    markup: str,
    *,
    name: str = "a1",
    outlet: str | None = None,
    title: str | None = None,
    within: Mapping[int, int] | None = None,
) -> Extraction:
    """The article and its attributions, numbered as in the markup (none is 1).

    `within` maps the number of an inner attribution to that of the one around it; the outer
    content then runs over the inner.
    """
    text, spans = marked(markup)
    article = Article(id=name, text=text, outlet=outlet, title=title)
    segmentation = segment(article, RULEBOOK)
    parts: dict[int, dict[str, tuple[Span, ...]]] = {}
    for label, found in spans.items():
        match = _LABEL.fullmatch(label)
        assert match, f"no label of this builder: {label}"
        parts.setdefault(int(match.group(2) or 1), {})[match.group(1)] = found
    numbers = sorted(parts, key=lambda number: min(min(found) for found in parts[number].values()))
    place = {number: index for index, number in enumerate(numbers)}
    outer = within or {}

    def mention(span: Span) -> Mention:
        return Mention(span, span.of(text))

    attributions = []
    for number in numbers:
        part = parts[number]
        contents = list(part.get("content", ()))
        for inner, around in outer.items():
            if around == number:
                held = [span for found in parts[inner].values() for span in found]
                contents.append(Span(min(held).start, max(span.end for span in held)))
        source = part.get("source", (None,))[0]
        cue = part["cue"][0]
        said = "".join(span.of(text) for span in contents)
        direct = said[:1] in ("“", '"') or cue.of(text) == ":"
        voice: Voice = "direct" if direct else "indirect"
        sentence = next(
            (item.span for item in segmentation.sentences if item.span.covers(cue)), cue
        )
        attributions.append(
            Attribution(
                source=mention(source) if source else None,
                cue=Cue(cue, cue.of(text), "say", "cues.test", "asserts", 0, 6),
                content=tuple(sorted(contents)),
                voice=voice,
                sentence=sentence,
                origins=tuple(mention(span) for span in part.get("origin", ())),
                addressee=mention(part["to"][0]) if "to" in part else None,
                medium=mention(part["medium"][0]) if "medium" in part else None,
                within=place[outer[number]] if number in outer else None,
            )
        )
    return Extraction(segmentation, tuple(attributions))


def resolved(markup: str, **options: object) -> Resolution:
    """The resolution of one article."""
    return resolve([staged(markup, **options)], RULEBOOK)  # type: ignore[arg-type]


def source_at(resolution: Resolution, index: int, article: str = "a1") -> Source:
    """The source of attribution `index` (from 0, in text order) of an article."""
    for attribution in resolution.attributions:
        if (attribution.article, attribution.index) == (article, index):
            return source_of(resolution, attribution.source_id)
    raise AssertionError(f"no attribution {index} in {article}")


def source_of(resolution: Resolution, identity: str | None) -> Source:
    """The source with an id; every id in a resolution is that of one."""
    return next(source for source in resolution.sources if source.id == identity)


def names_at(resolution: Resolution) -> list[str | None]:
    """The name of each attribution's source in order, None where it is not resolved."""
    names: list[str | None] = []
    for attribution in resolution.attributions:
        found = [source for source in resolution.sources if source.id == attribution.source_id]
        names.append(found[0].name if found and found[0].resolved else None)
    return names


def chain_at(resolution: Resolution, index: int) -> list[str]:
    """The names of the hops of attribution `index`."""
    return [hop.name for hop in resolution.attributions[index].chain]
