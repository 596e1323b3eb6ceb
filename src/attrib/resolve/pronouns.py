"""Pronouns: whom "he", "she", "it", "they" stand for, or that it is not certain.

Only one certain candidate is taken. In the news a pronoun that speaks is most often whoever
spoke last, or the subject of the sentence before; anybody else named in between makes it
uncertain. A name inside a source's own words is never that source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrib.records import Attribution, Mention, Span
from attrib.resolve.cast import Occurrence
from attrib.resolve.entity import Entity
from attrib.resolve.mentions import Parsed
from attrib.resolve.scene import Outcome, Said, Scene

_REACH = 3
"""How many sentences back the last speaker may be."""
_OPENING = 40
"""How far into what is said a name may stand to open it, in characters."""


def resolve_pronoun(
    mention: Mention, parsed: Parsed, attribution: Attribution, outer: str | None, scene: Scene
) -> Outcome:
    """Whom a pronoun stands for. `outer` is the source in whose words it stands, if any."""
    if parsed.pronoun == "who":
        return _resolve_who(mention, scene)
    if parsed.pronoun == "first":
        return _resolve_first(parsed, outer)
    if parsed.pronoun in ("he", "she"):
        outcome = _resolve_person(mention, parsed, attribution, outer, scene)
        if outcome.key is not None:
            scene.genders.setdefault(outcome.key, "m" if parsed.pronoun == "he" else "f")
        return outcome
    if parsed.pronoun in ("it", "they"):
        return _resolve_body(mention, parsed, attribution, outer, scene)
    return Outcome(None, f"“{parsed.text}” names nobody")


def _resolve_who(mention: Mention, scene: Scene) -> Outcome:
    """ "who" is whoever is named right before it."""
    before = [
        occurrence
        for occurrence in scene.named_between(mention.span.start - 200, mention.span.start)
        if not scene.text[occurrence.end : mention.span.start].strip(" ,\n–—-")
    ]
    if before:
        name = scene.entity(before[-1].key).name
        return Outcome(before[-1].key, f"“who” follows the name {name}")
    return Outcome(None, "“who” follows no name")


def _resolve_first(parsed: Parsed, outer: str | None) -> Outcome:
    if outer is not None:
        return Outcome(outer, f"“{parsed.text}” is the speaker of the words it stands in")
    return Outcome(None, f"“{parsed.text}” is the writer, not a source")


def _resolve_person(
    mention: Mention, parsed: Parsed, attribution: Attribution, outer: str | None, scene: Scene
) -> Outcome:
    gender = "m" if parsed.pronoun == "he" else "f"
    place = mention.span.start
    sentence = scene.sentence_at(place)
    # Nobody speaks of himself by name beside "he said": a name in the words is another.
    barred = _named_in_content(attribution, scene)
    if outer is not None and attribution.within is not None:
        frame = scene.extraction.attributions[attribution.within]
        if frame.voice == "direct":
            barred |= {outer}

    def fits(key: str) -> bool:
        entity = scene.entity(key)
        agrees = scene.gender_of(key) in ("", gender)
        return key not in barred and agrees and _may_be_person(entity, scene)

    last = _last_said(place, sentence, scene, fits)
    start = last.start + 1 if last else _first_naming(sentence, place, fits, scene)
    said = _contents_of(last, scene) if last else ()
    between = [
        occurrence
        for occurrence in scene.named_between(start, place)
        if not occurrence.quoted
        and fits(occurrence.key)
        and not any(
            span.start <= occurrence.start < span.end and not span.start <= place < span.end
            for span in said
        )
        and (occurrence.subject or scene.entity(occurrence.key).kind == "person")
    ]
    # "Ashby arrived late, and he said": the nearest subject beats the last speaker.
    near = _own_subject(between, sentence)
    if near:
        name = scene.entity(near).name
        return Outcome(near, f"“{parsed.text}” is the subject of its sentence, {name}")
    edge = max([start, *(item.start for item in between), *(span.end for span in said)])
    described = scene.described_between(min(edge, place), place)
    if described:
        return Outcome(None, f"“{described}”, who is not named, could be meant")
    # A chain of "he ... he" hangs on its first; a guess there would run on to the end.
    if last is not None and not last.resolved:
        return Outcome(None, f"the speaker before “{parsed.text}” is not certain either")
    if last is None:
        return _only_one(parsed, between, place, gender, scene)
    rivals = {
        occurrence.key
        for occurrence in between
        if occurrence.key != last.key
        and (occurrence.subject or occurrence.sentence > last.sentence)
        and (occurrence.subject or not occurrence.possessive)
    }
    # "he" after a name that may be a firm's points to a person beside it more often.
    if scene.entity(last.key).kind != "person":
        rivals |= _persons_beside(last, place, scene)
    if outer == last.key and not scene.gender_of(last.key):
        # "Ashby said he had left" may well be about the one spoken of in the sentence before.
        rivals |= {
            occurrence.key
            for occurrence in scene.named_between(
                scene.sentence_starts[max(sentence - 1, 0)], last.start
            )
            if occurrence.subject
            and not occurrence.quoted
            and not occurrence.possessive
            and occurrence.key != last.key
            and scene.entity(occurrence.key).kind == "person"
            and fits(occurrence.key)
        }
    rivals |= _openers_of(attribution, scene) - {last.key}
    name = scene.entity(last.key).name
    if not rivals:
        return Outcome(last.key, f"“{parsed.text}” is the last person quoted, {name}")
    subject = _sole_subject(between, last, sentence)
    if subject:
        name = scene.entity(subject).name
        return Outcome(subject, f"“{parsed.text}” is the subject before it, {name}")
    return _uncertain([last.key, *sorted(rivals)], scene)


def _openers_of(attribution: Attribution, scene: Scene) -> set[str]:
    """Those who open what is said before a quotation in it: they may be the ones who said it."""
    return {
        occurrence.key
        for span in attribution.content
        for occurrence in scene.named_between(span.start, min(span.end, span.start + _OPENING))
        if occurrence.subject
        and not occurrence.quoted
        and any(mark in span.of(scene.text) for mark in ("“", '"', "''"))
    }


def _persons_beside(last: Said, place: int, scene: Scene) -> set[str]:
    """Those known to be persons who are named beside a speaker who is not known to be one."""
    return {
        occurrence.key
        for occurrence in scene.named_between(scene.sentence_starts[last.sentence], place)
        if occurrence.key != last.key and scene.entity(occurrence.key).kind == "person"
    }


def _contents_of(last: Said, scene: Scene) -> tuple[Span, ...]:
    """What the last speaker is said to have said, here and just before."""
    spans = list(last.content)
    for said in reversed(scene.said[-8:]):
        if said.key == last.key:
            spans += said.content
    return tuple(spans)


def _own_subject(between: Iterable[Occurrence], sentence: int) -> str | None:
    """The one person named before the pronoun in its sentence, if as a subject."""
    here = [occurrence for occurrence in between if occurrence.sentence == sentence]
    keys = {occurrence.key for occurrence in here}
    acts = any(occurrence.subject and not occurrence.possessive for occurrence in here)
    return keys.pop() if len(keys) == 1 and acts else None


def _only_one(
    parsed: Parsed, between: list[Occurrence], place: int, gender: str, scene: Scene
) -> Outcome:
    """The only person named just before, if as more than an owner and not behind a pronoun."""
    keys = list(dict.fromkeys(occurrence.key for occurrence in between))
    if not keys:
        return Outcome(None, f"nobody whom “{parsed.text}” could mean is named just before")
    earlier = scene.pronouns_between(between[0].start - 400, between[0].start, gender)
    same_stretch = [
        start for start in earlier if scene.sentence_at(start) >= scene.sentence_at(place) - 1
    ]
    acts = any(not occurrence.possessive for occurrence in between)
    certain = acts and not same_stretch
    if len(keys) == 1 and certain and scene.entity(keys[0]).kind == "person":
        name = scene.entity(keys[0]).name
        return Outcome(keys[0], f"“{parsed.text}” is the only person named before, {name}")
    return _uncertain(keys, scene)


def _sole_subject(between: Iterable[Occurrence], last: Said, sentence: int) -> str | None:
    """The one person named since the last speaker, if as the subject of the sentence before."""
    since = [occurrence for occurrence in between if occurrence.sentence > last.sentence]
    keys = {occurrence.key for occurrence in since} - {last.key}
    near = [
        occurrence
        for occurrence in since
        if occurrence.subject and not occurrence.possessive and occurrence.sentence >= sentence - 1
    ]
    named_again = any(occurrence.key == last.key for occurrence in since)
    if len(keys) == 1 and near and not named_again and last.sentence < sentence - 1:
        return near[-1].key
    return None


def _resolve_body(
    mention: Mention, parsed: Parsed, attribution: Attribution, outer: str | None, scene: Scene
) -> Outcome:
    """ "it" is the body that spoke last, "they" the several or the body that did."""
    place = mention.span.start
    sentence = scene.sentence_at(place)
    barred = _named_in_content(attribution, scene) - ({outer} if outer else set())

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


# What both need ----------------------------------------------------------------------------


def _may_be_person(entity: Entity, scene: Scene) -> bool:
    named = entity.key in scene.cast.entities
    return not entity.plural and (entity.kind == "person" or (entity.kind == "" and named))


def _named_in_content(attribution: Attribution, scene: Scene) -> set[str]:
    return {
        occurrence.key
        for span in attribution.content
        for occurrence in scene.named_between(span.start, span.end)
        if not occurrence.quoted
    }


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


def _first_naming(sentence: int, place: int, fits: Callable[[str], bool], scene: Scene) -> int:
    """Where the nearest sentence before `place` begins that names a person who fits."""
    for number in range(sentence, max(sentence - _REACH, 0) - 1, -1):
        start = scene.sentence_starts[number]
        for occurrence in scene.named_between(start, place):
            if not occurrence.quoted and fits(occurrence.key) and number < sentence:
                return start
    return scene.sentence_starts[max(sentence - 1, 0)]


def _uncertain(keys: Iterable[str], scene: Scene) -> Outcome:
    names = list(dict.fromkeys(scene.entity(key).name for key in keys))[:3]
    if len(names) == 1:
        return Outcome(None, f"whether {names[0]} is meant is not certain")
    return Outcome(None, f"two people could be meant: {' and '.join(names[:2])}")
