"""The clues that speak for or against an antecedent: where it was named, and as what.

Each clue is a name that holds or does not; `models/antecedents.json` says how much it counts
(see `ranking.py`). Recency, subjecthood, repetition and agreement are the salience factors of
Lappin and Leass (1994); that the last speaker speaks on is the habit of the news.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from attrib.records import Span
from attrib.resolve.cast import Occurrence
from attrib.resolve.entity import Entity
from attrib.resolve.scene import Said, Scene

REACH = 12
"""How many sentences back an antecedent is looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """A mention that points back: where it stands, and in whose words (`outer`), if any."""

    start: int
    sentence: int
    outer: str | None
    gender: str
    after: bool
    """Whether it stands behind the words said, as in '"...," he said'."""
    opens: bool
    """Whether it opens its sentence, two words apart at most."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What was said and named before a mention, looked up once for all candidates."""

    said: tuple[Said, ...]
    """Attributions that stand as high as the mention, the last first."""
    named: tuple[Occurrence, ...]
    """Names within `REACH`, outside quotation marks, the last first."""
    totals: Mapping[str, int]
    """How often each is named or speaks before."""
    most: int
    """The largest of `totals`."""
    distant: tuple[str, ...]
    """Those named most and those in the lead, however far back."""


def look_back(place: Place, scene: Scene) -> Traces:
    said = []
    for item in reversed(scene.said):
        inside = any(span.start <= place.start < span.end for span in item.frame)
        if item.start < place.start and (inside or not item.frame):
            said.append(item)
        if len(said) == 6 or place.sentence - item.last > REACH:
            break
    begin = scene.sentence_starts[max(place.sentence - REACH, 0)]
    named = [
        occurrence
        for occurrence in scene.named_between(begin, place.start)
        if not occurrence.quoted
    ]
    tally = scene.count_before(place.start)
    most = tally.most(3)
    return Traces(
        tuple(said),
        tuple(reversed(named)),
        tally.counts,
        -most[0][0] if most else 0,
        (*(key for _, key in most), *scene.heads),
    )


def find_clues(key: str, place: Place, traces: Traces, scene: Scene) -> Iterator[str]:
    """The clues that hold for the candidate `key`."""
    yield from _as_speaker(key, place, traces, scene)
    yield from _as_named(key, place, traces, scene)
    if place.gender and not scene.gender_of(key):
        rivals = (item.key for item in traces.named if place.sentence - item.sentence <= 3)
        if any(scene.gender_of(rival) == place.gender for rival in rivals):
            yield "another's gender told"
    entity = scene.entity(key)
    if place.gender and scene.gender_of(key) == place.gender:
        yield "gender told"
    if entity.kind == "":
        yield "kind open"
    if key not in scene.cast.entities:
        yield "unnamed"
    total = traces.totals.get(key, 0)
    if total >= 6:
        yield "named often"
    elif total >= 3:
        yield "named again"
    if total and total == traces.most:
        yield "named most"
    if key in scene.heads:
        yield "in the lead"
    if key == place.outer:
        yield "speaker around"


def _as_speaker(key: str, place: Place, traces: Traces, scene: Scene) -> Iterator[str]:
    order = list(dict.fromkeys(item.key for item in traces.said))
    if key not in order:
        return
    rank = order.index(key)
    last = next(item for item in traces.said if item.key == key)
    away = min(place.sentence - last.last, 4) if place.sentence >= last.last else 0
    name = ("last", "second", "earlier")[min(rank, 2)]
    yield f"{name} speaker"
    if rank == 0:
        yield f"last speaker {away} back"
        if place.after:
            yield f"last speaker {min(away, 2)} back, words before"
        if sum(item.key == key for item in traces.said[:3]) > 1:
            yield "speaks on"
    if last.sentence == place.sentence:
        yield f"{name} speaker, same sentence"
    elif rank == 0 and paragraph_of(last.last, scene) != paragraph_of(place.sentence, scene):
        yield "last speaker, a paragraph before"
        if place.opens:
            yield "last speaker, a paragraph before, opens"


def _as_named(key: str, place: Place, traces: Traces, scene: Scene) -> Iterator[str]:
    mine = [item for item in traces.named if item.key == key]
    if not mine:
        yield "not named near"
        return
    last = mine[0]
    away = place.sentence - last.sentence
    yield f"named {min(away, 5)} back"
    if last.possessive:
        yield "as owner"
    if last.start in scene.spoken_to:
        yield "spoken to"
    if any(item.sentence == last.sentence and _beside(item, last, scene) for item in traces.named):
        yield "named with another"
    subjects = [item for item in mine if item.subject and not item.possessive]
    if subjects:
        gap = place.sentence - subjects[0].sentence
        if gap <= 2:
            yield f"subject {gap} back"
            here = [item for item in traces.named if item.sentence == subjects[0].sentence]
            if here[-1].key == key:
                yield f"first subject {gap} back"
        spoke = max((item.start for item in traces.said[:1]), default=0)
        others = traces.said and traces.said[0].key != key
        if others and subjects[0].start > spoke:
            told = _inside(subjects[0].start, traces.said[:1])
            yield "subject in the last words" if told else "subject since the last speaker"
            if not told and gap == 0:
                yield "subject since the last speaker, same sentence"
    if traces.named[0].key == key:
        yield "named last"
    if _inside(last.start, (item for item in traces.said if item.key != key)):
        yield "in another's words"
        yield f"in another's words {min(away, 2)} back"


def _beside(first: Occurrence, second: Occurrence, scene: Scene) -> bool:
    """Whether only "and" stands between two names."""
    start, end = sorted((first, second), key=lambda item: item.start)
    between = scene.text[start.end : end.start].split()
    return first.key != second.key and bool(between) and between[-1] == "and" and len(between) < 2


def _inside(offset: int, said: Iterable[Said]) -> bool:
    return any(span.start <= offset < span.end for item in said for span in item.content)


def paragraph_of(sentence: int, scene: Scene) -> int:
    sentences = scene.extraction.segmentation.sentences
    return sentences[min(sentence, len(sentences) - 1)].paragraph


def stands_after(start: int, content: tuple[Span, ...]) -> bool:
    return any(span.end <= start for span in content)


def named_in(content: Iterable[Span], scene: Scene, *, quoted: bool = False) -> set[str]:
    """Those named in some words, outside quotation marks unless `quoted`."""
    return {
        occurrence.key
        for span in content
        for occurrence in scene.named_between(span.start, span.end)
        if quoted or not occurrence.quoted
    }


def is_open_name(entity: Entity, scene: Scene) -> bool:
    """Whether somebody is named who may be a person or a body, and is no mere place."""
    named = entity.kind == "" and entity.key in scene.cast.entities
    return named and entity.key not in scene.places
