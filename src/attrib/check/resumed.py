"""Whoever speaks in a draft's body, in order, whether or not the earlier stages saw it.

For checks that follow one speaker through the text: "officials said ... added the official".
"""

from __future__ import annotations

from dataclasses import dataclass

from attrib.check.draft import Draft, in_headline, is_silent, is_voiced, sentence_at
from attrib.check.names import PERSONS
from attrib.check.source_nouns import SourceNoun, SourceNouns
from attrib.check.speech_verbs import SpeechVerbs
from attrib.check.unnamed import HIDDEN
from attrib.records import ResolvedAttribution, Span
from attrib.tokens import Token, tokenise

# Characters beside a noun in which a verb of speech is looked for.
_BESIDE = 20


@dataclass(frozen=True, slots=True, order=True)
class Speaker:
    """Whoever is said to speak; `unknown` unless a name is known. `role` is a named person's."""

    span: Span
    unknown: bool
    role: str | None = None


def find_speakers(draft: Draft, nouns: SourceNouns) -> list[Speaker]:
    """Whoever is said to speak in the body, in reading order, outside what others say."""
    found = {
        mention.span: Speaker(mention.span, _is_unknown(resolved), _role_of(draft, resolved))
        for resolved in draft.attributions
        if (mention := resolved.attribution.source) is not None
        and resolved.attribution.modality == "actual"
        and not is_silent(draft, mention.span)
        and not is_voiced(draft, mention.span)
        and not in_headline(draft, mention.span.start)
    }
    taken = {span.end for span in found}
    verbs = SpeechVerbs(draft)
    for noun in nouns.of_body:
        if noun.pointing and noun.span.end not in taken and _is_heard(draft, noun, verbs):
            found.setdefault(noun.span, Speaker(noun.span, unknown=True))
    return sorted(found.values(), key=lambda speaker: speaker.span)


def _is_heard(draft: Draft, noun: SourceNoun, verbs: SpeechVerbs) -> bool:
    """Whether a verb of speech stands beside: "added the detective", "the diplomat went on"."""
    text, start, end = draft.text, noun.span.start, noun.span.end
    before = tokenise(text, max(start - _BESIDE, 0), start)
    after = tokenise(text, end, min(end + _BESIDE, len(text)))
    if before and verbs.lemma_of(before[-1]) is not None and before[:-1]:
        return not before[-2].is_word
    follower = after[1] if after[1:] and after[0].lower in ("has", "had", "then") else after[:1]
    # "In the player's telling".
    if after[1:] and after[0].lower == "'s":
        return after[1].lower in draft.rulebook.terms_of("view-nouns")
    heads = (follower,) if isinstance(follower, Token) else follower
    return any(verbs.lemma_of(token) is not None or token.lower == "went" for token in heads)


def _is_unknown(resolved: ResolvedAttribution) -> bool:
    return not resolved.chain or resolved.chain[-1].source_class in (None, *HIDDEN)


def _role_of(draft: Draft, resolved: ResolvedAttribution) -> str | None:
    source = draft.sources.get(f"{resolved.source_id}")
    if source is None or source.source_class not in PERSONS:
        return None
    role = source.role or " ".join(source.description.split(",")[1:])
    return role.lower()


def may_be(draft: Draft, before: Speaker, noun: SourceNoun) -> bool:
    """Whether "the historian" may be the person named just before: one with no other role."""
    here, then = sentence_at(draft, noun.span.start), sentence_at(draft, before.span.start)
    if before.role is None or here is None or then is None or here - then > 1:
        return False
    # "Sen" is the senator.
    return not before.role or noun.group[:3] in before.role
