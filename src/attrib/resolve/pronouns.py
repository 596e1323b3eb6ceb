"""Pronouns: whom "he", "she", "it", "they" stand for, or that it is not certain.

Only one certain candidate is taken. In the news a pronoun that speaks is most often whoever
spoke last, or the subject of the sentence before; anybody else named in between makes it
uncertain. A name inside a source's own words is never that source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from attrib.records import Attribution, Mention
from attrib.resolve.again import speak_again
from attrib.resolve.choosing import choose, find_place
from attrib.resolve.clues import is_open_name, named_in
from attrib.resolve.entity import Entity
from attrib.resolve.naming import Gender
from attrib.resolve.parsed import Parsed
from attrib.resolve.relatives import resolve_relative
from attrib.resolve.scene import Outcome, Said, Scene
from attrib.resolve.several import resolve_both
from attrib.resolve.turns import is_turn

_REACH = 3
"""How many sentences back the body may be that spoke last."""
_BRAND = re.compile(r"(?!(?:[A-Z][a-z]|Mac|Van|Von|Del|San|Fitz)[A-Z])[A-Z][a-z]+[A-Z]\w*")
"""One word with a capital inside, as no person's name has it (SeaWorld, not McEwan or RuPaul)."""
_TURN = 40
"""How many attributions a turn of a transcript may hold."""


def resolve_pronoun(
    mention: Mention, parsed: Parsed, attribution: Attribution, outer: str | None, scene: Scene
) -> Outcome:
    """Whom a pronoun stands for. `outer` is the source in whose words it stands, if any."""
    if parsed.pronoun == "who":
        return resolve_relative(mention, parsed, scene)
    if parsed.pronoun == "first":
        return _resolve_first(parsed, outer)
    if parsed.pronoun in ("he", "she"):
        outcome = _resolve_person(mention, parsed, attribution, outer, scene)
        if outcome.key is not None:
            scene.genders.setdefault(outcome.key, "m" if parsed.pronoun == "he" else "f")
        return outcome
    if parsed.pronoun == "they":
        both = resolve_both(mention, parsed, scene)
        if both:
            return both
    if parsed.pronoun in ("it", "they"):
        return _resolve_body(mention, parsed, attribution, outer, scene)
    return Outcome(None, f"“{parsed.text}” names nobody")


def _resolve_first(parsed: Parsed, outer: str | None) -> Outcome:
    if outer is not None:
        return Outcome(outer, f"“{parsed.text}” is the speaker of the words it stands in")
    return Outcome(None, f"“{parsed.text}” is the writer, not a source")


def _resolve_person(
    mention: Mention, parsed: Parsed, attribution: Attribution, outer: str | None, scene: Scene
) -> Outcome:
    gender: Gender = "m" if parsed.pronoun == "he" else "f"
    place = find_place(mention, attribution, outer, gender, scene)
    # Nobody speaks of himself by name beside "he said": a name in the words is another.
    barred = named_in(attribution.content, scene, quoted=True)
    if outer is not None and attribution.within is not None:
        frame = scene.extraction.attributions[attribution.within]
        if frame.voice == "direct":
            barred |= {outer}
    barred |= set(_asking(mention, scene)) | _in_turn(scene)

    def fits(key: str) -> bool:
        told = scene.gender_of(key)
        agrees = told == gender or (not told and not _is_called_otherwise(key, gender, scene))
        return key not in barred and agrees and _may_be_person(scene.entity(key), scene)

    outcome = choose("person", mention, place, fits, scene)
    if outcome.key is not None and outer is None:
        outcome = speak_again(outcome, mention, attribution, fits, scene)
    if outcome.key is not None and place.opens and _goes_on(mention, place.sentence, fits, scene):
        shown = " ".join(mention.text.split())
        return Outcome(None, f"“{shown}” goes on from one of whom it is not certain who is meant")
    if outcome.key is not None and _denies_himself(outcome.key, attribution, scene):
        shown = " ".join(mention.text.split())
        return Outcome(
            None, f"“{shown}” denies what was said last; who else is meant is not certain"
        )
    if outcome.key is not None and _is_doubled(attribution, scene):
        shown = " ".join(mention.text.split())
        return Outcome(None, f"“{shown}” may be the one named in the words before it")
    if outcome.key is None or not outer:
        return outcome
    # "Ashby said he had left" may well be about the one spoken of in the sentence before.
    begin = scene.sentence_starts[max(place.sentence - 1, 0)]
    rivals = {
        occurrence.key
        for occurrence in scene.named_between(begin, place.start)
        if (occurrence.subject or occurrence.sentence == place.sentence)
        and not occurrence.quoted
        and not occurrence.possessive
        and fits(occurrence.key)
    }
    rivals -= {outcome.key}
    if not rivals or scene.gender_of(outcome.key):
        return outcome
    return _uncertain([outcome.key, *sorted(rivals)], scene)


def _is_called_otherwise(key: str, gender: Gender, scene: Scene) -> bool:
    """Whether the first name is one that hardly ever names somebody of that gender.

    It takes a rival out of the running and is no clue for anybody.
    """
    words = scene.entity(key).name.split()
    others = "given-feminine" if gender == "m" else "given-masculine"
    return len(words) > 1 and scene.lexicon.has(others, words[0].lower())


def _asking(mention: Mention, scene: Scene) -> Iterator[str]:
    """Those behind "by" in what opens the sentence: "Asked by Moss about it, he ..."."""
    start = mention.span.start
    begin = scene.sentence_starts[scene.sentence_at(start)]
    for occurrence in scene.named_between(begin, start):
        before = scene.text[begin : occurrence.start].split()
        if before[-1:] == ["by"] and "," in scene.text[occurrence.end : start]:
            yield occurrence.key


def _in_turn(scene: Scene) -> set[str]:
    """The one whose turn it is in a transcript: nobody there speaks of himself as "he"."""
    attributions = scene.extraction.attributions
    for said in reversed(scene.said[-_TURN:]):
        if is_turn(attributions[said.attribution], scene.text):
            return {said.key}
    return set()


def _is_doubled(attribution: Attribution, scene: Scene) -> bool:
    """Whether the words said hold a speaker of their own: "Moss said it was late, she said"."""
    cue, opens = attribution.cue, attribution.content[0].start
    if cue is None:
        return False
    return any(
        other.source is not None
        and other.cue is not None
        and other.cue.lemma == cue.lemma
        and other.source.span.start == opens
        and scene.parse(other.source).pronoun == ""
        for other in scene.extraction.attributions
        if other is not attribution and other.within is not None
    )


def _goes_on(mention: Mention, sentence: int, fits: Callable[[str], bool], scene: Scene) -> bool:
    """Whether the same pronoun spoke last, left open, and nobody who fits was named since.

    '"...," she said. She added': who the second is, is no surer than who the first was.
    """
    last = next((said for said in reversed(scene.said) if not said.frame), None)
    if last is None or last.resolved or not 0 <= sentence - last.last <= 1:
        return False
    before = scene.extraction.attributions[last.attribution].source
    if before is None or before.text.lower() != mention.text.lower():
        return False
    since = scene.named_between(before.span.end, mention.span.start)
    return not any(fits(named.key) and not named.quoted for named in since)


def _denies_himself(key: str, attribution: Attribution, scene: Scene) -> bool:
    """Whether somebody would deny right behind words of his own: more likely another does."""
    if attribution.cue is None or attribution.cue.stance != "denies" or not scene.said:
        return False
    last = scene.said[-1]
    before = scene.extraction.attributions[last.attribution].cue
    consistent = before is not None and before.stance in ("denies", "declines")
    return last.key == key and not consistent


def _resolve_body(
    mention: Mention, parsed: Parsed, attribution: Attribution, outer: str | None, scene: Scene
) -> Outcome:
    """ "it" is the body that spoke last, "they" the several or the body that did."""
    place = mention.span.start
    sentence = scene.sentence_at(place)
    barred = named_in(attribution.content, scene) - ({outer} if outer else set())

    def fits(key: str) -> bool:
        entity = scene.entity(key)
        if key in barred:
            return False
        if parsed.pronoun == "they":
            return entity.plural or bool(entity.members) or entity.kind in ("group",)
        return not entity.plural and entity.kind in ("body", "country", "outlet")

    last = _last_said(place, sentence, scene, fits)
    if last is None or not last.resolved or sentence - last.last > 1:
        return Outcome(None, f"what “{parsed.text}” stands for is not certain")
    opens = _opens_sentence(place, sentence, scene)
    if outer == last.key and attribution.within is not None:
        # "The agency said it had": only the subject of what is said is the speaker.
        frame = scene.extraction.attributions[attribution.within].content
        opens = any(scene.text[span.start : place].strip() in ("", "that") for span in frame)
    if not opens and (sentence > last.sentence or outer == last.key):
        return Outcome(None, f"what “{parsed.text}” stands for is not certain")
    rivals = {
        occurrence.key
        for occurrence in scene.named_between(last.start + 1, place)
        if not occurrence.quoted
        and occurrence.subject
        and occurrence.key != last.key
        and fits(occurrence.key)
    }
    if rivals:
        return _uncertain([last.key, *sorted(rivals)], scene)
    return Outcome(
        last.key, f"“{parsed.text}” is the last that spoke, {scene.entity(last.key).name}"
    )


def _opens_sentence(place: int, sentence: int, scene: Scene) -> bool:
    """Whether at most two words, as "But" or "In turn,", stand before a pronoun."""
    before = scene.text[scene.sentence_starts[sentence] : place].split()
    return len(before) < 3


def _last_said(place: int, sentence: int, scene: Scene, fits: Callable[[str], bool]) -> Said | None:
    for said in reversed(scene.said):
        inside = any(span.start <= place < span.end for span in said.frame)
        if said.start >= place or (said.frame and not inside):
            continue
        if sentence - said.last > _REACH:
            return None
        if not said.resolved or fits(said.key):
            return said
    return None


def _uncertain(keys: Iterable[str], scene: Scene) -> Outcome:
    names = list(dict.fromkeys(scene.entity(key).name for key in keys))[:3]
    if len(names) == 1:
        return Outcome(None, f"whether {names[0]} is meant is not certain")
    return Outcome(None, f"two could be meant: {' and '.join(names[:2])}")


def _may_be_person(entity: Entity, scene: Scene) -> bool:
    # "One man" may be meant by "he" as well as anybody with a name.
    unnamed = entity.kind == "" and entity.key in scene.entities
    if entity.plural or _BRAND.fullmatch(entity.name):
        return False
    return entity.kind == "person" or is_open_name(entity, scene) or unnamed
