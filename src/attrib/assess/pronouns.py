"""Which pronouns in an attribution's content can mean nobody but its source.

A wrong name libels, so everything that makes a pronoun certain is asked for; where one thing is
missing, the words stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrib.assess.scene import Scene, sentences_touched
from attrib.records import ResolvedAttribution, Source, Span
from attrib.rulebook import Rulebook
from attrib.tokens import Token, tokenise

PERSONS = frozenset({"NOF", "NPA", "NEX", "NIN", "NSP"})
BODIES = frozenset({"ORG", "MED"})


def find_certain(
    scene: Scene, item: ResolvedAttribution, source: Source, rulebook: Rulebook
) -> frozenset[str]:
    """The pronouns that can mean nobody but the source in the content of this attribution."""
    attribution = item.attribution
    cue, mention = attribution.cue, attribution.source
    if (
        cue is None
        or mention is None
        or attribution.addressee is not None
        or not attribution.content
    ):
        return frozenset()
    start = attribution.content[0].start
    # "told the company that it had failed": somebody else stands between cue and content.
    between = tokenise(scene.text, cue.span.end, max(start, cue.span.end))
    if not mention.span.end <= cue.span.start < start or _has_other_party(between, rulebook):
        return frozenset()
    # Bodies are "it" whatever else is in sight; people need more proof than that.
    if source.source_class in BODIES:
        return frozenset({"it"})
    if source.source_class not in PERSONS or _other_people(scene, mention.span, source, rulebook):
        return frozenset()
    return frozenset(
        pronoun for pronoun in ("he", "she") if _is_called(scene, source, pronoun, rulebook)
    )


def _has_other_party(words: Sequence[Token], rulebook: Rulebook) -> bool:
    times = rulebook.terms_of("time-words") | rulebook.terms_of("media")
    others = rulebook.terms_of("object-pronouns") | rulebook.terms_of("pronouns-its")
    return any(
        (word.is_capitalised and word.lower not in times) or word.lower in others for word in words
    ) or (any(word.lower == "the" for word in words) and not any(w.lower in times for w in words))


def _other_people(scene: Scene, mention: Span, source: Source, rulebook: Rulebook) -> bool:
    """Whether the sentence, or the one before, may name somebody else: two capitalised words."""
    touched = sentences_touched(scene, mention)
    if not touched:
        return True
    sentences = scene.segmentation.sentences
    described = " ".join((source.name, source.description, *source.aliases))
    known = {word.lower for word in tokenise(described)}
    people = rulebook.terms_of("pronouns-he") | rulebook.terms_of("pronouns-she")
    for index in range(max(touched[0] - 1, 0), touched[-1] + 1):
        span = sentences[index].span
        words = tokenise(scene.text, span.start, min(span.end, span.start + 600))
        # Two capitals in a row may be a name; being wrong here only leaves a pronoun standing.
        foreign = [
            word.is_capitalised and word.is_word and word.lower not in known for word in words
        ]
        if any(left and right for left, right in pairwise(foreign)):
            return True
        if any(word.lower in people for word in words if word.end <= mention.start):
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
