"""Outlets that a draft cites side by side, and that in other articles have it all from one."""

from __future__ import annotations

from collections.abc import Iterator

from attrib.check.draft import Draft, Passage, attributions_near, is_silent, sentence_at
from attrib.check.outlets import (
    NamedOutlet,
    OutletNames,
    find_outlets,
    is_same_outlet,
    key_of_outlet,
)
from attrib.check.words import content_stems, share, span_stems
from attrib.records import Span
from attrib.tokens import tokenise

_MOST_CITED = 40
"""Mentions of outlets that are held against other articles: bounds the work on a hostile text."""
_ON_ONE_MATTER = 0.4
"""Share of a claim's content words that the sentence citing it must hold."""
_FEWEST_SHARED = 3


def find_relays(draft: Draft, outlets: OutletNames) -> Iterator[tuple[Span, str, Passage]]:
    """The later of two outlets that the draft cites on a matter, and what both have it from."""
    papers = [(key_of_outlet(other.article.outlet), other) for other in draft.others]
    if not any(key for key, _ in papers):
        return
    found: list[tuple[NamedOutlet, frozenset[str], frozenset[str]]] = []
    for sentence in draft.segmentation.sentences:
        tokens = tokenise(draft.text, sentence.span.start, sentence.span.end)
        stems = frozenset(content_stems(tokens, draft.vocabulary))
        for named in find_outlets(tokens, outlets):
            if len(found) >= _MOST_CITED or is_silent(draft, named.span):
                continue
            if not _is_source(draft, named):
                continue
            grounds = _find_grounds(named, stems, papers)
            for other, theirs, matter in found:
                if is_same_outlet(named.key, other.key) or len(matter & stems) < _FEWEST_SHARED:
                    continue
                for key in sorted(grounds & theirs):
                    note = Passage(other.span, "has it from the same")
                    name = draft.sources[key].name if key in draft.sources else key
                    yield named.span, name, note
                    break
            found.append((named, grounds, stems))


def _is_source(draft: Draft, named: NamedOutlet) -> bool:
    here = sentence_at(draft, named.span.start)
    return here is not None and any(
        near.attribution.source is not None and near.attribution.source.span.covers(named.span)
        for near in attributions_near(draft, here, here)
    )


def _find_grounds(
    named: NamedOutlet, stems: frozenset[str], papers: list[tuple[str | None, Draft]]
) -> frozenset[str]:
    """Ids of the sources from whom the outlet's own article has what the draft cites it for.

    The outlet itself stands by its key, so that a paper that relays another one of those cited
    shares it.
    """
    grounds = {
        source.id
        for _, other in papers
        for source in other.sources.values()
        if source.source_class == "MED" and _is_named(named, source.name)
    }
    for key, other in papers:
        if key is None or not is_same_outlet(key, named.key):
            continue
        for claim in other.claims:
            held = span_stems(other.text, claim.content, other.vocabulary)
            if len(held & stems) >= _FEWEST_SHARED and share(held, stems) >= _ON_ONE_MATTER:
                grounds |= {link.id for link in claim.chain}
    return frozenset(grounds)


def _is_named(named: NamedOutlet, name: str) -> bool:
    key = key_of_outlet(name)
    return key is not None and is_same_outlet(key, named.key)
