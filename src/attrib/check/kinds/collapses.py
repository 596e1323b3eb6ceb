"""Kind "chain-collapse": a speaker is credited directly with what only another relays.

"Ali says Cy admitted lying" leaves one witness, Ali; "Cy admits lying", later in the text or in
the headline, makes it Cy's own word. An outlet that carries an interview is no such witness:
"he told the Herald" is how interviews are credited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from attrib.check.draft import Draft, Finding, Passage, in_headline, is_silent, is_voiced
from attrib.check.options import read_options
from attrib.check.words import content_stems, reporting_stems, share, span_stems, stem
from attrib.records import ChainLink, Field, ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# Relays kept for each speaker: bounds the work on a text made of nothing else.
_MOST_RELAYS = 20
_FEWEST = 2
"""Content words of relayed words that show what they are about."""
_LONGEST_NAME = 4
_QUOTED = re.compile('["“]')
_PRONOUNS = frozenset(("i", "you", "he", "she", "they", "it", "we", "who", "this", "that"))


@dataclass(frozen=True, slots=True)
class ChainCollapse:
    """Options of the kind.

    overlap      how many percent of the later words' content the relayed words must hold
    witnesses    classes of those who relay and are no more than witnesses
    stances      stances of the verbs by which somebody is credited with words
    auxiliaries  words that may stand between a speaker and the reporting verb
    """

    overlap: int
    witnesses: tuple[str, ...]
    stances: tuple[str, ...]
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
    cues = reporting_stems(draft.rulebook, options.stances, draft.vocabulary)
    relays = _find_relays(draft, cues, options)
    if not relays:
        return
    seen: set[tuple[Field, int]] = set()
    for saying in (*_find_credited(draft, options), *_find_worded(draft, cues, options)):
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
    quoted: dict[str, list[frozenset[str]]] = {}
    for resolved in draft.attributions:
        found = resolved.attribution
        if len(resolved.chain) == 1 and found.voice in ("direct", "mixed"):
            stems = span_stems(draft.text, found.content, draft.vocabulary)
            quoted.setdefault(_surname(draft, resolved.chain[0].name), []).append(stems)
    relays: dict[str, list[tuple[str, _Saying]]] = {}
    for resolved in draft.attributions:
        for witness, saying in _relayed(draft, resolved, cues, options):
            surname = _surname(draft, saying.name)
            kept = relays.setdefault(surname, [])
            if surname == _surname(draft, witness) or len(kept) == _MOST_RELAYS:
                continue
            if not _is_named(saying.name) or len(saying.stems) < _FEWEST:
                continue
            # A quote that the witness gives too is the collapse itself.
            mark = _QUOTED.search(draft.text, saying.place.start, saying.place.end)
            own = quoted.get(surname, ())
            if all(mark and len(stems) > _FEWEST and stems <= saying.stems for stems in own):
                kept.append((witness, saying))
                for role in _roles_at(draft, saying.speaker):
                    relays.setdefault(role, []).append((witness, saying))
    return {surname: kept for surname, kept in relays.items() if kept}


def _relayed(
    draft: Draft, resolved: ResolvedAttribution, cues: frozenset[str], options: ChainCollapse
) -> Iterator[tuple[str, _Saying]]:
    found = resolved.attribution
    if found.cue is None:
        # A quote that merely follows another's is no report of what somebody said.
        return
    links = [link for link in resolved.chain if _is_witness(link, options)]
    if len(links) > 1 and links[-1] == resolved.chain[-1] and found.source is not None:
        stems = span_stems(draft.text, found.content, draft.vocabulary)
        saying = _Saying(found.sentence, links[-1].name, found.source.span, stems)
        yield links[-2].name, saying
    elif len(resolved.chain) == 1 and links and links[0].name.lower() not in _PRONOUNS:
        split = _read_split(draft, resolved)
        if split is not None:
            yield links[0].name, split
        for part in _told(resolved):
            tokens = tokenise(draft.text, part.start, part.end)
            for speaker_token, stems in _read_sayings(draft, tokens, cues, options):
                name = speaker_token.text
                saying = _Saying(found.sentence, name, speaker_token.span, stems)
                yield resolved.chain[0].name, saying


def _roles_at(draft: Draft, speaker: Span) -> Iterator[str]:
    """Stems of the offices before a name: a headline lets the "Mayor" say it."""
    offices = draft.rulebook.terms_of("roles-office") | draft.rulebook.terms_of("titles-office")
    for token in tokenise(draft.text, speaker.start, speaker.end)[:-1]:
        if token.lower in offices:
            yield stem(token.text, draft.vocabulary)


def _is_witness(link: ChainLink, options: ChainCollapse) -> bool:
    if link.source_class is None:
        return _is_named(link.name)
    return link.source_class.lower() in options.witnesses


def _is_named(name: str) -> bool:
    return name[:1].isupper() and name.lower() not in _PRONOUNS


def _read_split(draft: Draft, resolved: ResolvedAttribution) -> _Saying | None:
    """What "recalled [Dr Lim] [saying] that ..." gives Lim, taken for two of the witness's."""
    found = resolved.attribution
    after = resolved.index + 1
    following = next((item for item in draft.attributions[after : after + 1]), None)
    if following is None or following.source_id != resolved.source_id or not found.content:
        return None
    name, other = found.content[-1], following.attribution
    if other.cue is None or not 0 <= other.cue.span.start - name.end <= 2:
        return None
    tokens = tokenise(draft.text, name.start, name.end)
    if not tokens or len(tokens) > _LONGEST_NAME or not tokens[-1].is_capitalised:
        return None
    stems = span_stems(draft.text, other.content, draft.vocabulary)
    return _Saying(found.sentence, tokens[-1].text, tokens[-1].span, stems)


def _told(resolved: ResolvedAttribution) -> tuple[Span, ...]:
    """What the attribution says, and the words up to it where the verb stands before."""
    found = resolved.attribution
    if found.cue is None or not found.content:
        return found.content
    end = max(part.end for part in found.content)
    start = found.cue.span.end
    # "Recalled Dr Lim saying that ...": the one who spoke stands before the content.
    before = start < end and found.sentence.start <= start
    return (Span(start, end),) if before else found.content


def _find_credited(draft: Draft, options: ChainCollapse) -> Iterator[_Saying]:
    """What attributions credit to one speaker alone, within no other's words."""
    for resolved in draft.attributions:
        found = resolved.attribution
        if len(resolved.chain) != 1 or found.source is None or found.cue is None:
            continue
        if found.cue.stance not in options.stances or found.modality != "actual":
            continue
        if not is_voiced(draft, found.source.span):
            stems = span_stems(draft.text, found.content, draft.vocabulary)
            yield _Saying(found.sentence, resolved.chain[0].name, found.source.span, stems)


def _find_worded(draft: Draft, cues: frozenset[str], options: ChainCollapse) -> Iterator[_Saying]:
    """What the title, and sentences that no source says, put as "Name admits ..."."""
    headline = draft.headline
    if headline is not None and headline.field == "title":
        tokens = tokenise(headline.text)
        for speaker, stems in _read_sayings(draft, tokens, cues, options, labels=True):
            yield _Saying(headline.span, speaker.text, speaker.span, stems, "title")
    for sentence in draft.segmentation.sentences:
        tokens = tokenise(draft.text, sentence.span.start, sentence.span.end)
        leads = in_headline(draft, sentence.span.start)
        for speaker, stems in _read_sayings(draft, tokens, cues, options, labels=leads):
            if not is_voiced(draft, speaker.span) and not is_silent(draft, speaker.span):
                yield _Saying(sentence.span, speaker.text, speaker.span, stems)


def _read_sayings(
    draft: Draft,
    tokens: tuple[Token, ...],
    cues: frozenset[str],
    options: ChainCollapse,
    *,
    labels: bool = False,
) -> Iterator[tuple[Token, frozenset[str]]]:
    """The first "Name (had) admitted ...": the name's last word, and the stems after the verb.

    With `labels` also "Name: ...".
    """
    for place, token in enumerate(tokens[:-1]):
        if not token.is_capitalised or not token.is_word:
            continue
        verb = place + 1
        while verb < len(tokens) - 1 and tokens[verb].lower in options.auxiliaries:
            verb += 1
        label = labels and tokens[verb].text == ":"
        if label or stem(tokens[verb].text, draft.vocabulary) in cues:
            yield token, frozenset(content_stems(tokens[verb + 1 :], draft.vocabulary))
            return


def _stems_at(draft: Draft, saying: _Saying) -> frozenset[str]:
    title = draft.article.title if saying.field == "title" else None
    return span_stems(draft.text if title is None else title, [saying.place], draft.vocabulary)


def _surname(draft: Draft, name: str) -> str:
    words = name.split()
    return stem(words[-1], draft.vocabulary) if words else ""
