"""Kind "chain-collapse": a speaker is credited directly with what only another relays.

"Ali says Cy admitted lying" leaves one witness, Ali; "Cy admits lying", later in the text or in
the headline, makes it Cy's own word. An outlet that carries an interview is no such witness:
"he told the Herald" is how interviews are credited.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from attrib.check.draft import Draft, Finding, Headline, in_headline
from attrib.check.options import read_options
from attrib.check.words import has_content, reporting_stems, share, span_stems, stem
from attrib.records import Field, Span, Stance
from attrib.rulebook.entries import CheckRule
from attrib.tokens import tokenise

# Relays kept for each speaker: bounds the work on a text made of nothing else.
_MOST_RELAYS = 20


@dataclass(frozen=True, slots=True)
class ChainCollapse:
    """Options of the kind.

    overlap  how many percent of the later statement's content words the relayed one must hold
    inner    classes of the speaker who is relayed
    outlets  classes of relays that are no witnesses
    """

    overlap: int
    inner: tuple[str, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Relay:
    """A relayed attribution: its two speakers' names, and the stems of what is relayed."""

    place: Span
    witness: str
    speaker: str
    stems: frozenset[str]


def find_chain_collapses(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """Later attributions, and the headline, that drop the one who relays."""
    options = read_options(rule, ChainCollapse)
    relays = _find_relays(draft, options)
    headline = draft.headline
    for resolved in draft.attributions if relays else ():
        found = resolved.attribution
        if len(resolved.chain) != 1 or found.source is None or found.cue is None:
            continue
        stems = span_stems(draft.text, found.content, draft.vocabulary)
        leads = in_headline(draft, found.sentence.start)
        for relay in relays.get(resolved.chain[0].id, ()):
            if (leads or found.sentence.start > relay.place.start) and _holds(
                relay, stems, options
            ):
                yield _report(relay, found.source.span, "text")
                break
    if headline is not None and headline.field == "title":
        yield from _check_title(draft, headline, relays, options)


def _find_relays(draft: Draft, options: ChainCollapse) -> dict[str, list[_Relay]]:
    """Relays by the id of the speaker relayed, of those who never speak for themselves."""
    quoted = {
        resolved.chain[0].id
        for resolved in draft.attributions
        if len(resolved.chain) == 1 and resolved.attribution.voice in ("direct", "mixed")
    }
    relays: dict[str, list[_Relay]] = {}
    for resolved in draft.attributions:
        if len(resolved.chain) < 2 or resolved.chain[-1].id in quoted:
            continue
        witness, speaker = resolved.chain[-2], resolved.chain[-1]
        if (speaker.source_class or "").lower() not in options.inner:
            continue
        if (witness.source_class or "").lower() in options.outlets:
            continue
        kept = relays.setdefault(speaker.id, [])
        if len(kept) < _MOST_RELAYS:
            stems = span_stems(draft.text, resolved.attribution.content, draft.vocabulary)
            kept.append(_Relay(resolved.attribution.sentence, witness.name, speaker.name, stems))
    return relays


def _holds(relay: _Relay, stems: frozenset[str], options: ChainCollapse) -> bool:
    return share(stems, relay.stems) * 100 >= options.overlap


def _check_title(
    draft: Draft, headline: Headline, relays: dict[str, list[_Relay]], options: ChainCollapse
) -> Iterator[Finding]:
    """The title has no attributions of its own: speaker, cue and content are read from words."""
    tokens = tokenise(headline.text)
    cues = reporting_stems(draft.rulebook, get_args(Stance), draft.vocabulary)
    stems = [stem(token.text, draft.vocabulary) for token in tokens]
    for relay in (relay for kept in relays.values() for relay in kept):
        surname = stem(relay.speaker.split()[-1], draft.vocabulary)
        witness = stem(relay.witness.split()[-1], draft.vocabulary)
        if surname not in stems or witness in stems:
            continue
        place = stems.index(surname)
        if place + 1 >= len(stems) or stems[place + 1] not in cues:
            continue
        rest = frozenset(
            stems[index]
            for index in range(place + 2, len(stems))
            if has_content(tokens[index], draft.vocabulary)
        )
        if _holds(relay, rest, options):
            yield _report(relay, tokens[place].span, "title")
            return


def _report(relay: _Relay, span: Span, field: Field) -> Finding:
    values = (("speaker", relay.speaker), ("witness", relay.witness))
    return Finding(span, field, values, ((relay.place, f"only {relay.witness} says so here"),))
