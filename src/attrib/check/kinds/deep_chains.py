"""Kind "deep-chain": somebody tells what another told, and the reader is two ears away.

"Ali said Bo had told him that Cy lied": only what was said counts as a hop, not what was
thought or wanted, and a public word ("told reporters", "tweeted") is no hearsay, since anybody
can look it up. In court the chain is often the story.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.check.chain_words import (
    DEEP,
    LONGEST,
    REACH,
    TOLD,
    DeepChain,
    find_citing,
    find_counted,
    find_handed_on,
    find_told,
    find_worded,
)
from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, is_silent, sentence_at
from attrib.check.options import read_options
from attrib.check.outlets import OutletNames, find_outlets, load_outlets
from attrib.check.words import stem
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import tokenise

_PASSING = ("cite", "convey", "transmit", "communicate", "according")
_PRONOUNS = frozenset(("he", "she", "they", "it", "who", "i", "we"))


def find_deep_chains(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding a sentence, at the innermost speaker and the words that tell."""
    options = read_options(rule, DeepChain)
    verbs = frozenset(stem(verb, draft.vocabulary) for verb in options.verbs)
    seen: set[int] = set()
    found = [*_find_nested(draft, verbs, options), *find_worded(draft, options)]
    found += find_citing(draft, options)
    found += find_counted(draft, verbs, options)
    passing = frozenset(stem(verb, draft.vocabulary) for verb in _PASSING)
    found += find_handed_on(draft, verbs | passing, options)
    found += find_told(draft, verbs, options)
    for span in sorted(found):
        here = sentence_at(draft, span.start)
        if here is None or here in seen:
            continue
        if _is_setting(draft, here, options):
            continue
        seen.add(here)
        yield Finding(span, values=(("words", excerpt(draft.text, span)),))


def _find_nested(draft: Draft, verbs: frozenset[str], options: DeepChain) -> Iterator[Span]:
    by_index = {resolved.index: resolved for resolved in draft.attributions}
    outlets = load_outlets(draft.rulebook)
    for resolved in draft.attributions:
        found = resolved.attribution
        if found.source is None or found.cue is None or not _speaks(draft, resolved, verbs):
            continue
        if not found.content:
            continue
        outer = _find_outer(draft, resolved, by_index, verbs)
        if not outer or any(_is_first_hand(draft, one, options) for one in outer):
            continue
        named = found.source.text.lower() not in _PRONOUNS
        deep = named and len(outer) + 1 >= DEEP
        if is_silent(draft, found.cue.span) and not deep:
            continue
        if deep or (_tells(draft, resolved, outlets, options) and not _is_quoted(draft, resolved)):
            start = min(found.source.span.start, found.cue.span.start)
            span = Span(start, max(found.source.span.end, found.cue.span.end))
            if len(span) <= LONGEST:
                yield span


def _is_quoted(draft: Draft, resolved: ResolvedAttribution) -> bool:
    """Whether the one who is said to have told it is quoted elsewhere."""
    return any(
        other.source_id == resolved.source_id
        and other.attribution.voice in ("direct", "mixed")
        and other.attribution.sentence != resolved.attribution.sentence
        for other in draft.attributions
    )


def _is_first_hand(draft: Draft, resolved: ResolvedAttribution, options: DeepChain) -> bool:
    """Whether a record tells it, or one who was there."""
    if resolved.chain and resolved.chain[-1].source_class in ("DOC", "DAT"):
        return True
    found = resolved.attribution
    if found.source is None:
        return False
    tokens = tokenise(draft.text, found.source.span.start, found.source.span.end + REACH)
    return any(token.lower in options.witness for token in tokens)


def _speaks(draft: Draft, resolved: ResolvedAttribution, verbs: frozenset[str]) -> bool:
    cue = resolved.attribution.cue
    if cue is None or resolved.attribution.source is None:
        return False
    if resolved.attribution.modality != "actual":
        return False
    words = cue.text.lower()
    return words.startswith(("according", "as ")) or any(
        stem(word, draft.vocabulary) in verbs for word in words.split()
    )


def _find_outer(
    draft: Draft,
    resolved: ResolvedAttribution,
    by_index: dict[int, ResolvedAttribution],
    verbs: frozenset[str],
) -> list[ResolvedAttribution]:
    """Those who speak around it, the nearest first, each somebody else than the next."""
    found: list[ResolvedAttribution] = []
    last, place = resolved, resolved.attribution.within
    visited = {resolved.index}
    while place is not None and place in by_index and place not in visited:
        visited.add(place)
        outer = by_index[place]
        if _speaks(draft, outer, verbs) and _is_another(outer, last):
            found.append(outer)
            last = outer
        place = outer.attribution.within
    return found


def _is_another(outer: ResolvedAttribution, inner: ResolvedAttribution) -> bool:
    """Whether the two are not one: by who they are, or by two descriptions without a like word."""
    one, other = outer.attribution.source, inner.attribution.source
    if outer.source_id != inner.source_id or one is None or other is None:
        return True
    words = {token.lower for token in tokenise(one.text)}
    others = [token.lower for token in tokenise(other.text)]
    return others[0] in ("the", "a", "an") and words.isdisjoint(others[1:])


def _tells(
    draft: Draft, resolved: ResolvedAttribution, outlets: OutletNames, options: DeepChain
) -> bool:
    """Whether a private talk is told of: "Bo had told him", "Bo confided to friends"."""
    found = resolved.attribution
    if found.cue is None or found.source is None or not found.content:
        return False
    tells = {stem(verb, draft.vocabulary) for verb in options.tells}
    words = found.cue.text.lower().split()
    if not any(stem(word, draft.vocabulary) in tells for word in words):
        return False
    source = [token.lower for token in tokenise(found.source.text)]
    crowd = bool(resolved.chain) and resolved.chain[-1].source_class == "COL"
    if crowd or words[-1] in options.opening or any(word in options.family for word in source):
        return False
    end = min(found.cue.span.end + REACH, len(draft.text))
    told = tokenise(draft.text, found.cue.span.end, end)
    if next(find_outlets(told[:4], outlets), None) is not None:
        return False
    after = [token.lower for token in told]
    # "Moss said she had told Hart": she may be Moss herself.
    if source[-1] in _PRONOUNS and after[:1] and after[0] not in TOLD:
        return False
    # "Told [him] to leave" orders, and "told [reporters]" anybody could hear.
    ordered = any(word in options.opening for word in after[:2])
    return not ordered and not any(word in options.public for word in after[:4])


def _is_setting(draft: Draft, here: int, options: DeepChain) -> bool:
    sentences = draft.segmentation.sentences
    first = sentences[max(here - 1, 0)].span.start
    tokens = tokenise(draft.text, first, sentences[here].span.end)
    return any(token.lower in options.settings for token in tokens)
