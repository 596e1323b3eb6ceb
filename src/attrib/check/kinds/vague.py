"""Kind "vague-speaker": a speaker of whom only an institution or a closeness is told.

"White House officials say", "people familiar with the matter": who they are and how they know
stays open. Words that tell one of the two ("who sat in the room") make it a fair description,
also for later mentions of the same people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, sentence_at
from attrib.check.options import read_options
from attrib.check.phrasing import compile_phrases
from attrib.check.unnamed import Unnamed, find_unnamed, head_stem
from attrib.check.words import stem
from attrib.records import Span
from attrib.rulebook.entries import CheckRule

# So many words after "who" a word for holding the name back makes the clause one about that.
_MASK_WITHIN = 8


@dataclass(frozen=True, slots=True)
class VagueSpeaker:
    """Options of the kind.

    persons       heads that say nothing themselves ("person"); vague with one of `relations`
    relations     wordings of closeness without more ("familiar with")
    kin           heads that are a closeness ("ally"): vague when it is told whose, or in the plural
    institutions  heads that give an institution at most ("official")
    crowds        of these, the ones that in the plural stand for a body's own voice
    singular      of these, the ones that in the plural are a mere crowd ("strategists")
    bare          of these, the ones that another check tells of when they stand alone
    empty         words that add nothing to one of these ("reliable")
    others        words before a head for a share of a crowd, or for the press ("most", "media")
    mental        lemmas of thinking, which are reports of speech from a head of the first two
    routine       words beside a head of `crowds` whose bodies speak through it ("police officials")
    basis         wordings that tell what they do there, or how they came to be there
    knowledge     wordings that tell how they know, which only a head of another kind makes enough
    masks         words soon after "who" that only hold the name back ("anonymity")
    agreed        wordings that say the description was agreed with the source
    """

    persons: tuple[str, ...]
    relations: tuple[str, ...]
    kin: tuple[str, ...]
    institutions: tuple[str, ...]
    crowds: tuple[str, ...]
    singular: tuple[str, ...]
    bare: tuple[str, ...]
    empty: tuple[str, ...]
    others: tuple[str, ...]
    mental: tuple[str, ...]
    routine: tuple[str, ...]
    basis: tuple[str, ...]
    knowledge: tuple[str, ...]
    masks: tuple[str, ...]
    agreed: tuple[str, ...]


def find_vague_speakers(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first mention of each such speaker, unless an earlier one described them better."""
    options = read_options(rule, VagueSpeaker)
    relations, basis = (
        compile_phrases(options.relations, draft.rulebook),
        compile_phrases(options.basis, draft.rulebook),
    )
    knowledge = compile_phrases(options.knowledge, draft.rulebook)
    agreed = compile_phrases(options.agreed, draft.rulebook)
    heads = _Heads(draft, options)
    seen: set[str] = set()
    specific: set[str] = set()
    speaking = draft.rulebook.terms_of("speaking-verbs")
    for unnamed in find_unnamed(draft, speaking.union(options.mental)):
        head = head_stem(draft, unnamed)
        knows = knowledge.search(unnamed.description) is not None
        told = knows and head not in heads.persons
        if told or basis.search(unnamed.description) or _is_told(unnamed, options):
            specific.add(head)
            continue
        keys = {f"{unnamed.resolved.source_id}", unnamed.name}
        if head in specific or unnamed.points_back or not seen.isdisjoint(keys):
            continue
        if any(token.lower in options.others for token in unnamed.before):
            continue
        closeness = knows or relations.search(unnamed.description) is not None
        near = (head in heads.persons and closeness) or (head in heads.kin and _is_owned(unnamed))
        cue = unnamed.resolved.attribution.cue
        thinks = cue is not None and cue.lemma.lower() in options.mental
        placed = heads.is_institution(unnamed, head, thinks=thinks)
        if (near or placed) and not agreed.search(_around(draft, unnamed)):
            seen |= keys
            words = excerpt(draft.text, unnamed.span)
            yield Finding(unnamed.span, values=(("words", words),))


class _Heads:
    """The heads of the options as stems, the same for "source" and "sources"."""

    def __init__(self, draft: Draft, options: VagueSpeaker) -> None:
        def stems(words: tuple[str, ...]) -> frozenset[str]:
            return frozenset(stem(word, draft.vocabulary) for word in words)

        self.persons, self.kin = stems(options.persons), stems(options.kin)
        self._institutions, self._crowds = stems(options.institutions), stems(options.crowds)
        self._singular, self._bare = stems(options.singular), stems(options.bare)
        self._routine = options.routine
        self._empty = draft.vocabulary.function_words.union(options.empty)

    def is_institution(self, unnamed: Unnamed, head: str, *, thinks: bool) -> bool:
        """Whether the description gives an institution at most."""
        words = (*unnamed.before, *unnamed.after)
        # What officials believe may be known from what they do; sources exist only to be heard.
        if thinks and head not in self._bare:
            return False
        if head not in self._institutions or (unnamed.plural and head in self._singular):
            return False
        if head in self._bare and all(token.lower in self._empty for token in words):
            return False
        routine = any(token.lower in self._routine for token in words)
        return not (routine and unnamed.plural and head in self._crowds)


def _is_told(unnamed: Unnamed, options: VagueSpeaker) -> bool:
    """Whether a clause with "who" tells more than that the name is held back."""
    words = [token.lower for token in unnamed.after if token.is_word]
    opener = next((place for place, word in enumerate(words) if word in ("who", "whose")), None)
    if opener is None:
        return False
    # "Asking not to be named as the club fines those who talk": the clause is of somebody else.
    return frozenset(options.masks).isdisjoint(words[: opener + _MASK_WITHIN])


def _is_owned(unnamed: Unnamed) -> bool:
    """Whether the closeness is to somebody told; "allies" alone are those of whoever is at hand."""
    owned = any(token.lower in ("'s", "’s", "'", "’") for token in unnamed.before)
    named = any(token.is_capitalised for token in unnamed.before[1:])
    if unnamed.head.lower == "friend":
        return bool(unnamed.after[:1]) and unnamed.after[0].lower in ("of", "close", "to")
    to_somebody = unnamed.after[:1] and unnamed.after[0].lower in ("of", "close", "to", "in")
    hers = unnamed.opening in ("his", "her", "their") and unnamed.plural
    alone = unnamed.plural and not unnamed.before
    return bool(owned or named or to_somebody or hers or alone)


def _around(draft: Draft, unnamed: Unnamed) -> str:
    here = sentence_at(draft, unnamed.span.start)
    if here is None:
        return ""
    sentences = draft.segmentation.sentences
    last = min(here + 1, len(sentences) - 1)
    return Span(sentences[max(here - 1, 0)].span.start, sentences[last].span.end).of(draft.text)
