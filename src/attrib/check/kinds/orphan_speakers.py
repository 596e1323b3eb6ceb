"""Who speaks in a sentence beside a quote: a person, a body, a paper, or nobody at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from attrib.check.draft import Draft, attributions_near, person_stems, sentence_at
from attrib.check.spoken import UNLISTED
from attrib.check.words import reporting_stems, stem
from attrib.records import ResolvedAttribution
from attrib.tokens import Token, tokenise

_ARTICLES = frozenset(("a", "an", "the", "this", "that", "his", "her", "its", "their", "no"))
_OWNER = re.compile(r"['’]s?(?!\w)")
# How many words before a noun its article may stand.
_NOUN = 3
# Characters between quoted words and their tag.
_TAG = 2


@dataclass(frozen=True, slots=True)
class OrphanQuote:
    """Options of the kind.

    words     the fewest words of a quote that is looked at
    subjects  words that begin a sentence and nothing else ("we", "nobody")
    pronouns  first words of the sentence behind that take up a speaker ("He smiled")
    pointers  first words of the sentence behind that point at the quote ("That was the title")
    nominal   words after which a reporting verb is a noun ("the charge")
    acts      verbs of what a court or a record does, and no speaker
    papers    further documents, which speak no quotes ("guidebook")
    things    what holds words of nobody's ("sign", "play"), in the headline or right before
    stances   classes of reporting verbs that, anywhere near, name a speaker well enough
    """

    words: int
    subjects: tuple[str, ...]
    pronouns: tuple[str, ...]
    pointers: tuple[str, ...]
    nominal: tuple[str, ...]
    acts: tuple[str, ...]
    papers: tuple[str, ...]
    things: tuple[str, ...]
    stances: tuple[str, ...]


def find_spoken_in(
    draft: Draft, outside: list[tuple[Token, ...]], options: OrphanQuote
) -> frozenset[int]:
    """Sentences in which somebody speaks: an attribution, or a reporting verb of any form."""
    attributed = {
        index
        for index, numbers in draft.by_sentence.items()
        if any(speaks_at(draft, index, draft.attributions[number], options) for number in numbers)
    }
    cues = reporting_stems(draft.rulebook, options.stances, draft.vocabulary)
    worded = {
        index
        for index, tokens in enumerate(outside)
        if any(reports(draft, tokens, place, cues, options) for place in range(len(tokens)))
    }
    return frozenset(attributed | worded)


def is_bodily(draft: Draft, first: int, options: OrphanQuote) -> bool:
    """Whether whoever speaks in the sentence before is a body or a thing, and no person."""
    speaking = [
        near
        for near in attributions_near(draft, first - 1, first - 1)
        if first
        and near.attribution.source is not None
        and speaks_at(draft, first - 1, near, options)
    ]
    return bool(speaking) and all(
        (near.chain and near.chain[-1].source_class == "ORG" and not _is_lone(near))
        or _is_thing(draft, near)
        for near in speaking
    )


def _is_lone(resolved: ResolvedAttribution) -> bool:
    """Whether one name is all there is: "Haines said" may be of a person, whatever the class."""
    source = resolved.attribution.source
    words = source.text.split(",")[0].split() if source is not None else []
    return len(words) == 1 and words[0][0].isupper() and not words[0].isupper()


def speaks_at(
    draft: Draft, index: int, resolved: ResolvedAttribution, options: OrphanQuote
) -> bool:
    """Whether somebody says something in a sentence, who is not brought in only further down."""
    source = resolved.attribution.source
    if source is None or not _speaks(draft, resolved, options):
        return False
    sentence = draft.segmentation.sentences[index]
    paragraph = sentence.paragraph
    # A tag behind words of its own, in a sentence behind the quote's.
    if any(
        sentence.span.end <= part.start < source.span.start for part in resolved.attribution.content
    ):
        return False
    # "A spokeswoman said" in the paragraph behind the quote: somebody new, of something else.
    later = source.span.start >= draft.segmentation.paragraphs[paragraph].span.end
    return not (later and source.text.lower().startswith(("a ", "an ")))


def _speaks(draft: Draft, resolved: ResolvedAttribution, options: OrphanQuote) -> bool:
    """Whether somebody says something there; a council that approves a plan does not.

    A quote behind such a sentence may have been given to its subject for want of another.
    """
    found = resolved.attribution
    if found.source is None:
        return False
    if resolved.chain and resolved.chain[-1].source_class == "DAT":
        return False
    if _tags(resolved):
        return True
    if _is_paper(draft, found.source.text.split(",")[0].split()[-1], options):
        return False
    if found.cue is not None:
        # "The case continues" behind a quote, which the stages took for its speaker.
        if found.voice == "direct" and _is_thing(draft, resolved):
            return False
        if found.cue.text.split()[0].lower() in options.acts:
            return False
        if found.voice == "direct":
            return True
        return found.cue.rule != UNLISTED and found.cue.stance in options.stances
    if found.source.text.lower() == "it":
        return False
    last = found.source.text.split()[-1]
    if last[0].isupper() or last.lower() in draft.rulebook.terms_of("quote-persons"):
        return True
    # "The coach shook his head", and the quote behind it, are one paragraph.
    source_at, content = (
        sentence_at(draft, span.start) for span in (found.source.span, found.content[0])
    )
    if source_at is None or content is None:
        return False
    sentences = draft.segmentation.sentences
    same = sentences[source_at].paragraph == sentences[content].paragraph
    return same and stem(last, draft.vocabulary) in person_stems(draft.rulebook, draft.vocabulary)


def _tags(resolved: ResolvedAttribution) -> bool:
    """Whether it stands right behind words of its own: '"...," the website explains'."""
    found = resolved.attribution
    source, cue = found.source, found.cue
    return (
        found.voice == "direct"
        and source is not None
        and cue is not None
        and any(0 <= min(source.span.start, cue.span.start) - c.end <= _TAG for c in found.content)
    )


def _is_thing(draft: Draft, resolved: ResolvedAttribution) -> bool:
    """Whether the source is nobody that is known to speak: "the case", "the fare"."""
    source = resolved.attribution.source
    if source is None or (resolved.chain and resolved.chain[-1].source_class is not None):
        return False
    words = tokenise(source.text.split(",")[0])
    known = draft.rulebook.terms_of("quote-persons") | person_stems(
        draft.rulebook, draft.vocabulary
    )
    bodies = draft.rulebook.terms_of("organisation-heads")
    if words and words[-1].lower in bodies and not words[-1].is_capitalised:
        return True
    # Inside a sentence one word with a capital is a name: "said Haines".
    inside = source.span.start > resolved.attribution.sentence.start
    return bool(words) and not any(
        (word.is_capitalised and (place or (inside and word.lower not in _ARTICLES)))
        or stem(word.text, draft.vocabulary) in known
        or word.lower in known
        for place, word in enumerate(words)
    )


def reports(
    draft: Draft, words: tuple[Token, ...], place: int, cues: frozenset[str], options: OrphanQuote
) -> bool:
    """Whether the word at `place` is a reporting verb, not a noun: "the charge"."""
    if stem(words[place].text, draft.vocabulary) not in cues:
        return False
    if words[place].lower in options.acts:
        return False
    before = words[place - 1] if place else None
    # "A pickup order", "an engineer's report".
    if words[place].lower == stem(words[place].text, draft.vocabulary) and any(
        word.lower in _ARTICLES or _OWNER.match(draft.text, word.end)
        for word in words[max(place - _NOUN, 0) : place]
    ):
        return False
    return before is None or not (
        before.lower in options.nominal or _is_paper(draft, before.text, options)
    )


def _is_paper(draft: Draft, word: str, options: OrphanQuote) -> bool:
    """Whether a document or a figure is meant: a guidebook cries out nothing, a letter may."""
    rulebook, lower = draft.rulebook, word.lower()
    listed = lower in options.papers or any(
        lower in rulebook.terms_of(name) for name in ("documents", "datasets")
    )
    return listed and lower not in rulebook.terms_of("quote-persons")
