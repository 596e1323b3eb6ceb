"""Kind "chain-collapse": a speaker is credited directly with what only another relays.

"Ali says Cy admitted lying" leaves one witness, Ali; "Cy admits lying", later in the text or in
the headline, makes it Cy's own word. An outlet that carries an interview is no such witness:
"he told the Herald" is how interviews are credited.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from attrib.check.draft import Draft, Finding, Passage, in_headline, is_silent, is_voiced
from attrib.check.options import read_options
from attrib.check.words import content_stems, reporting_stems, share, span_stems, stem
from attrib.records import Field, ResolvedAttribution, Span, Stance
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# Relays kept for each speaker: bounds the work on a text made of nothing else.
_MOST_RELAYS = 20


@dataclass(frozen=True, slots=True)
class ChainCollapse:
    """Options of the kind.

    overlap      how many percent of the later words' content the relayed words must hold
    witnesses    classes of those who relay and are no more than witnesses
    auxiliaries  words that may stand between a speaker and the reporting verb
    """

    overlap: int
    witnesses: tuple[str, ...]
    auxiliaries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Saying:
    """Words given to a speaker: where, the speaker's name and its place, content stems."""

    place: Span
    name: str
    speaker: Span
    stems: frozenset[str]
    field: Field = "text"


def find_chain_collapses(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """Later attributions, sentences and the headline that drop the one who relays."""
    options = read_options(rule, ChainCollapse)
    cues = reporting_stems(draft.rulebook, get_args(Stance), draft.vocabulary)
    relays = _find_relays(draft, cues, options)
    if not relays:
        return
    seen: set[tuple[Field, int]] = set()
    for saying in (*_find_credited(draft), *_find_worded(draft, cues, options)):
        leads = saying.field == "title" or in_headline(draft, saying.place.start)
        for witness, relay in relays.get(_surname(draft, saying.name), ()):
            later = leads or saying.place.start >= relay.place.end
            if not later or share(saying.stems, relay.stems) * 100 < options.overlap:
                continue
            if _surname(draft, witness) in _stems_at(draft, saying):
                continue
            if (saying.field, saying.place.start) not in seen:
                seen.add((saying.field, saying.place.start))
                values = (("speaker", relay.name), ("witness", witness))
                note = Passage(relay.place, f"only {witness} says so here")
                yield Finding(saying.speaker, saying.field, values, (note,))
            break


def _find_relays(
    draft: Draft, cues: frozenset[str], options: ChainCollapse
) -> Mapping[str, list[tuple[str, _Saying]]]:
    """Relays, each with its witness, by the surname of a speaker who never speaks for himself."""
    quoted = {
        _surname(draft, resolved.chain[0].name)
        for resolved in draft.attributions
        if len(resolved.chain) == 1 and resolved.attribution.voice in ("direct", "mixed")
    }
    relays: dict[str, list[tuple[str, _Saying]]] = {}
    for resolved in draft.attributions:
        for witness, saying in _relayed(draft, resolved, cues, options):
            surname = _surname(draft, saying.name)
            kept = relays.setdefault(surname, [])
            if surname not in quoted | {_surname(draft, witness)} and len(kept) < _MOST_RELAYS:
                kept.append((witness, saying))
    return {surname: kept for surname, kept in relays.items() if kept}


def _relayed(
    draft: Draft, resolved: ResolvedAttribution, cues: frozenset[str], options: ChainCollapse
) -> Iterator[tuple[str, _Saying]]:
    found = resolved.attribution
    if found.cue is None:
        # A quote that merely follows another's is no report of what somebody said.
        return
    links = [
        link for link in resolved.chain if (link.source_class or "").lower() in options.witnesses
    ]
    if len(links) > 1 and links[-1] == resolved.chain[-1] and found.source is not None:
        stems = span_stems(draft.text, found.content, draft.vocabulary)
        saying = _Saying(found.sentence, links[-1].name, found.source.span, stems)
        yield links[-2].name, saying
    elif len(resolved.chain) == 1 and links:
        for content in found.content:
            tokens = tokenise(draft.text, content.start, content.end)
            for speaker_token, stems in _read_sayings(draft, tokens, cues, options):
                name = speaker_token.text
                saying = _Saying(found.sentence, name, speaker_token.span, stems)
                yield resolved.chain[0].name, saying


def _find_credited(draft: Draft) -> Iterator[_Saying]:
    """What attributions credit to one speaker alone, within no other's words."""
    for resolved in draft.attributions:
        found = resolved.attribution
        if len(resolved.chain) != 1 or found.source is None or found.cue is None:
            continue
        if not is_voiced(draft, found.source.span):
            stems = span_stems(draft.text, found.content, draft.vocabulary)
            yield _Saying(found.sentence, resolved.chain[0].name, found.source.span, stems)


def _find_worded(draft: Draft, cues: frozenset[str], options: ChainCollapse) -> Iterator[_Saying]:
    """What the title, and sentences that no source says, put as "Name admits ..."."""
    headline = draft.headline
    if headline is not None and headline.field == "title":
        tokens = tokenise(headline.text)
        for speaker, stems in _read_sayings(draft, tokens, cues, options):
            yield _Saying(headline.span, speaker.text, speaker.span, stems, "title")
    for sentence in draft.segmentation.sentences:
        tokens = tokenise(draft.text, sentence.span.start, sentence.span.end)
        for speaker, stems in _read_sayings(draft, tokens, cues, options):
            if not is_voiced(draft, speaker.span) and not is_silent(draft, speaker.span):
                yield _Saying(sentence.span, speaker.text, speaker.span, stems)


def _read_sayings(
    draft: Draft, tokens: tuple[Token, ...], cues: frozenset[str], options: ChainCollapse
) -> Iterator[tuple[Token, frozenset[str]]]:
    """The first "Name (had) admitted ...": the name's last word, and the stems after the verb."""
    for place, token in enumerate(tokens[:-1]):
        if not token.is_capitalised or not token.is_word:
            continue
        verb = place + 1
        while verb < len(tokens) - 1 and tokens[verb].lower in options.auxiliaries:
            verb += 1
        if stem(tokens[verb].text, draft.vocabulary) in cues:
            yield token, frozenset(content_stems(tokens[verb + 1 :], draft.vocabulary))
            return


def _stems_at(draft: Draft, saying: _Saying) -> frozenset[str]:
    title = draft.article.title if saying.field == "title" else None
    return span_stems(draft.text if title is None else title, [saying.place], draft.vocabulary)


def _surname(draft: Draft, name: str) -> str:
    words = name.split()
    return stem(words[-1], draft.vocabulary) if words else ""
