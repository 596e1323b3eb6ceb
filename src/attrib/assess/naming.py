"""Putting a source's name for a pronoun in front of a claim, where only that source can be meant.

A wrong name libels, so each rule asks for everything that makes the pronoun certain and leaves
the words alone otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from attrib.assess.scene import Scene, sentences_touched
from attrib.records import ResolvedAttribution, Source, Span
from attrib.rulebook import Rulebook
from attrib.tokens import Token, tokenise

_PERSONS = frozenset({"NOF", "NPA", "NEX", "NIN", "NSP"})
_BODIES = frozenset({"ORG", "MED"})
_FIRST = {
    "i": frozenset({"i", "my", "me", "mine", "myself", "i'm", "i've", "i'll", "i'd"}),
    "we": frozenset({"we", "our", "us", "ours", "ourselves", "we're", "we've", "we'll", "we'd"}),
}
# How the verb behind "I" or "we" reads behind a name.
_THIRD = {
    "am": "is",
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "don't": "doesn't",
    "haven't": "hasn't",
    "aren't": "isn't",
    "weren't": "wasn't",
}
_SAME = frozenset({
    "was", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "did", "had",
    "cannot", "didn't", "won't", "wouldn't", "can't", "couldn't", "wasn't",
})  # fmt: skip
_HELPING = frozenset({
    "has", "had", "will", "would", "did", "does", "can", "could", "must", "should", "may", "might",
})  # fmt: skip
_PRONOUNS = {"it": "it", "its": "it", "he": "he", "his": "he", "she": "she", "her": "she"}


@dataclass(frozen=True, slots=True)
class Naming:
    """The source, and which of "it", "he", "she" can only mean that source here.

    `placeholders` are verbs whose "it" stands for nobody ("it rained"); `openers` are words
    that open an adjunct in front of the subject ("despite", "after").
    """

    source: Source
    certain: frozenset[str]
    placeholders: frozenset[str]
    openers: frozenset[str]

    @property
    def name(self) -> str:
        """The name, with "the" where the text introduces the source so."""
        articled = f"the {self.source.name}"
        called = (self.source.description, *self.source.aliases)
        is_body = self.source.source_class in _BODIES
        if is_body and any(words.lower().startswith(articled.lower()) for words in called):
            return articled
        return self.source.name


def find_naming(
    scene: Scene, item: ResolvedAttribution, rulebook: Rulebook, *, first_piece: bool
) -> Naming | None:
    """The naming for a piece of an attribution's content; None where the source is not settled."""
    source = scene.sources.get(item.source_id or "")
    if source is None or not source.resolved or source.members or item.attribution.source is None:
        return None
    certain = _certain_pronouns(scene, item, source, rulebook) if first_piece else frozenset()
    openers = rulebook.terms_of("prepositions") | rulebook.terms_of("subordinators")
    placeholders = rulebook.terms_of("assess-placeholder-verbs")
    return Naming(source, frozenset(certain), placeholders, openers)


def name_speaker(text: str, naming: Naming) -> str | None:
    """Quoted words with the speaker's name for "I" or "we" in front; None where it would jar."""
    words = tokenise(text)
    if len(words) < 2 or words[0].lower not in _FIRST:
        return None
    pronoun = words[0].lower
    kinds = _PERSONS if pronoun == "i" else _BODIES
    rest = words[1:]
    if naming.source.source_class not in kinds or any(w.lower in _FIRST[pronoun] for w in rest):
        return None
    verb = rest[0]
    third = _THIRD.get(verb.lower, verb.text)
    unchanged = verb.lower in _SAME or verb.lower.endswith("ed")
    if third == verb.text and not unchanged:
        return None
    return f"{naming.name} {third}{text[verb.end :]}"


def name_subject(text: str, naming: Naming) -> str | None:
    """Reported words with the source's name for the pronoun that is their subject, if certain."""
    words = tokenise(text)
    for place in _subject_places(words, naming.openers):
        word = words[place]
        pronoun = _PRONOUNS.get(word.lower)
        if pronoun not in naming.certain:
            continue
        owns = word.lower in ("its", "his", "her")
        if (
            not owns
            and word.lower == "it"
            and not _does_something(words[place + 1 :], naming.placeholders)
        ):
            continue
        name = naming.name + ("’s" if owns else "")
        return text[: word.start] + name + text[word.end :]
    return None


def _subject_places(words: Sequence[Token], openers: frozenset[str]) -> tuple[int, ...]:
    """The first word, or the one behind an adjunct in front: "in trying to help, it ..."."""
    if not words or words[0].lower not in openers:
        return (0,) if words else ()
    comma = next((place for place, word in enumerate(words[:14]) if word.text == ","), len(words))
    return (comma + 1,) if comma + 1 < len(words) else ()


def _does_something(words: Sequence[Token], placeholders: frozenset[str]) -> bool:
    """Whether "it" is a doer here, and no placeholder as in "it had been clear"."""
    skipped = ("not", "also", "already", "never")
    verbs = [word.lower for word in words[:4] if word.lower not in skipped]
    if len(verbs) < 2:
        return False
    if verbs[0] in ("is", "was"):
        return verbs[1].endswith("ing") and verbs[1] not in placeholders
    if verbs[0] in _HELPING:
        return verbs[1] not in placeholders
    return verbs[0].endswith("ed") and verbs[0] not in placeholders


def _certain_pronouns(
    scene: Scene, item: ResolvedAttribution, source: Source, rulebook: Rulebook
) -> set[str]:
    """The pronouns that can mean nobody but the source in the content of this attribution."""
    attribution = item.attribution
    cue, mention = attribution.cue, attribution.source
    if (
        cue is None
        or mention is None
        or attribution.addressee is not None
        or not attribution.content
    ):
        return set()
    start = attribution.content[0].start
    # "told the company that it had failed": somebody else stands between cue and content.
    between = tokenise(scene.text, cue.span.end, max(start, cue.span.end))
    if not mention.span.end <= cue.span.start < start or _has_other_party(between, rulebook):
        return set()
    if source.source_class in _BODIES:
        return {"it"}
    if source.source_class not in _PERSONS or _other_people(scene, mention.span, source):
        return set()
    return {pronoun for pronoun in ("he", "she") if _is_called(scene, source, pronoun, rulebook)}


def _has_other_party(words: Sequence[Token], rulebook: Rulebook) -> bool:
    times = rulebook.terms_of("time-words") | rulebook.terms_of("media")
    return any(
        (word.is_capitalised and word.lower not in times)
        or word.lower in ("its", "him", "her", "them")
        for word in words
    ) or (any(word.lower == "the" for word in words) and not any(w.lower in times for w in words))


def _other_people(scene: Scene, mention: Span, source: Source) -> bool:
    """Whether the sentence, or the one before, may name somebody else: two capitalised words."""
    touched = sentences_touched(scene, mention)
    if not touched:
        return True
    sentences = scene.segmentation.sentences
    described = " ".join((source.name, source.description, *source.aliases))
    known = {word.lower for word in tokenise(described)}
    for index in range(max(touched[0] - 1, 0), touched[-1] + 1):
        span = sentences[index].span
        words = tokenise(scene.text, span.start, min(span.end, span.start + 600))
        foreign = [
            word.is_capitalised and word.is_word and word.lower not in known for word in words
        ]
        if any(left and right for left, right in pairwise(foreign)):
            return True
        if any(
            word.lower in ("he", "she", "him", "his", "her")
            for word in words
            if word.end <= mention.start
        ):
            return True
    return False


def _is_called(scene: Scene, source: Source, pronoun: str, rulebook: Rulebook) -> bool:
    """Whether the article itself calls the source by the pronoun, or by a word of that gender."""
    if pronoun in scene.mention_texts.get(source.id, frozenset()):
        return True
    gender = "masculine" if pronoun == "he" else "feminine"
    words = {token.lower for token in tokenise(f"{source.description} {source.role or ''}")}
    return bool(
        words & (rulebook.terms_of(f"gender-{gender}") | rulebook.terms_of(f"titles-{gender}"))
    )
