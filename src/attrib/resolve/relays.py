"""Chains: through whom a claim came, from the outermost speaker to the one said to know."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.records import Attribution, Mention
from attrib.resolve.coreference import ArticleLinks, Link
from attrib.resolve.mentions import parse_mention
from attrib.resolve.outlets import is_outlet, is_own_outlet
from attrib.resolve.parsed import Parsed
from attrib.resolve.scene import Scene


def link_chain(index: int, links: ArticleLinks) -> tuple[str, ...]:
    """The keys of the chain of attribution `index`; empty where it has no source.

    An outlet that was told comes before the source, one that relays is the source itself and
    its origins follow. A nested attribution goes on from the chain of the one around it.
    """
    attribution = links.scene.extraction.attributions[index]
    link = links.links[index]
    if attribution.source is None or link.source.key is None:
        return ()
    outer = _outer_indices(index, links.scene.extraction.attributions)
    # The hops around come first, so that the last is the one said to know.
    chain: list[str] = []
    for place in (*reversed(outer), index):
        chain += _own_hops(links.scene.extraction.attributions[place], links.links[place], links)
    return _without_repeats(chain)


def _outer_indices(index: int, attributions: Sequence[Attribution]) -> list[int]:
    """The attributions around one, the nearest first; a ring of them is cut."""
    found: list[int] = []
    outer = attributions[index].within
    while outer is not None and outer != index and outer not in found:
        found.append(outer)
        outer = attributions[outer].within
    return found


def _own_hops(attribution: Attribution, link: Link, links: ArticleLinks) -> list[str]:
    if link.source.key is None:
        return []
    told = [
        key
        for mention in (attribution.addressee, attribution.medium)
        if mention is not None and (key := _outlet_told(mention, attribution, links.scene))
    ]
    before = [key for key in dict.fromkeys(told) if key != link.source.key]
    return [*before, link.source.key, *link.origins]


def _outlet_told(mention: Mention, attribution: Attribution, scene: Scene) -> str | None:
    """The key of the outlet that was told or interviewed, if it is one and not the article's."""
    if mention is attribution.addressee:
        return outlet_key(scene.parse(mention), scene)
    words = mention.text.split()
    lexicon = scene.lexicon
    if not any(lexicon.has("interview-words", word.lower().strip(",.")) for word in words):
        return None
    for place, word in enumerate(words[:-1]):
        if lexicon.has("host-links", word.lower()):
            key = outlet_key(parse_mention(" ".join(words[place + 1 :]), lexicon), scene)
            if key:
                return key
    return None


def outlet_key(parsed: Parsed, scene: Scene) -> str | None:
    """The key of the outlet that a mention names; None for anybody else and the article's own."""
    if not is_outlet(parsed.phrase) or is_own_outlet(parsed, scene.own, scene.lexicon):
        return None
    keys = scene.cast.keys_of(parsed)
    return keys[0] if len(keys) == 1 and keys[0] in scene.cast.entities else None


def _without_repeats(chain: Sequence[str]) -> tuple[str, ...]:
    """The chain without the second of two like hops in a row."""
    return tuple(key for place, key in enumerate(chain) if not place or chain[place - 1] != key)
