"""The one a mention points back to, chosen by clues, or nobody with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrib.records import Attribution, Mention
from attrib.resolve.clues import Place, Traces, find_clues, look_back, stands_after
from attrib.resolve.naming import Gender, Kind
from attrib.resolve.ranking import Task
from attrib.resolve.scene import Outcome, Scene

_LONGEST_PRONOUN = 4
Clues = Callable[[str], Iterable[str]]


def find_place(
    mention: Mention,
    attribution: Attribution | None,
    outer: str | None,
    gender: Gender,
    scene: Scene,
) -> Place:
    """Where a mention stands; `outer` is the source in whose words it does, if any."""
    start = mention.span.start
    sentence = scene.sentence_at(start)
    before = scene.text[scene.sentence_starts[sentence] : start].split()
    after = attribution is not None and stands_after(start, attribution.content)
    return Place(start, sentence, outer, gender, after, len(before) < 3)


def choose(
    task: Task,
    mention: Mention,
    place: Place,
    fits: Callable[[str], bool],
    scene: Scene,
    more: Clues = lambda _: (),
) -> Outcome:
    """The likeliest of all who fit, if likely enough; `more` are clues of the mention itself."""
    traces = look_back(place, scene)
    keys = dict.fromkeys(
        key
        for key in (
            *(item.key for item in traces.said),
            *(item.key for item in traces.named),
            *traces.distant,
        )
        if fits(key)
    )
    clues = {key: (*find_clues(key, place, traces, scene), *more(key)) for key in keys}
    none = tuple(_clues_of_none(place, traces, clues))
    ranked = scene.ranker.rank(task, place.start, clues, none)
    shown = " ".join(mention.text.split())
    if ranked.key is None or not scene.ranker.takes(task, ranked):
        return Outcome(None, _why_open(shown, ranked.key, clues, scene))
    chosen = scene.entity(ranked.key)
    described = _described_since(place, traces, scene)
    if described and not any(clue.startswith("subject since") for clue in clues[ranked.key]):
        return Outcome(None, f"“{described}”, who is not named, could be meant")
    passed = ""
    if place.gender:
        passed = _passed_over(ranked.key, clues, place, traces, scene)
        passed = passed or _carried_on(ranked.key, clues, place, traces, scene)
    if passed:
        return Outcome(None, f"two could be meant: {chosen.name} and {passed}")
    # A chain of "he ... he" hangs on its first.
    if not chosen.resolved:
        return Outcome(None, f"the speaker before “{shown}” is not certain either")
    return Outcome(ranked.key, _why(shown, chosen.name, clues[ranked.key]))


def _clues_of_none(place: Place, traces: Traces, clues: Mapping[str, object]) -> Iterator[str]:
    yield "none"
    yield f"none, of {min(len(clues), 4)}"
    if traces.said and traces.said[0].key not in clues:
        yield "none, the last speaker does not fit"
    if place.outer is not None:
        yield "none, in another's words"
    if place.sentence < 2:
        yield "none, in the lead"


def _passed_over(
    key: str,
    clues: Mapping[str, tuple[str, ...]],
    place: Place,
    traces: Traces,
    scene: Scene,
) -> str:
    """The last speaker's name, who fits too, where the one chosen is not named since; "" for none.

    Behind "Moss said" an earlier "Mr Ashby" is likelier for "he" only by what is told of both.
    """
    last = traces.said[0] if traces.said else None
    if last is None or last.key in (key, place.outer) or last.key not in clues:
        return ""
    source = scene.extraction.attributions[last.attribution].source
    named = last.key in scene.cast.entities and source and not scene.parse(source).pronoun
    if not named:
        return ""
    since = any(item.key == key and item.start > last.start for item in traces.named)
    return "" if since else scene.entity(last.key).name


def _carried_on(
    key: str,
    clues: Mapping[str, tuple[str, ...]],
    place: Place,
    traces: Traces,
    scene: Scene,
) -> str:
    """The last speaker's name, who fits too, where a sentence since opens with the pronoun and
    names the one chosen only behind it; "" for none.

    "Moss said so. She has met his wife, Ida Hall. On Sunday she ...": still Moss, perhaps.
    """
    last = traces.said[0] if traces.said else None
    if last is None or last.key in (key, place.outer) or last.key not in clues:
        return ""
    named = [item.start for item in traces.named if item.key == key and item.start > last.start]
    for sentence in range(last.last + 1, place.sentence):
        start = scene.sentence_starts[sentence]
        opening = scene.text[start : start + _LONGEST_PRONOUN].split(" ", 1)[0].lower()
        if scene.lexicon.genders.get(opening) == place.gender and min(named, default=0) > start:
            return scene.entity(last.key).name
    return ""


def _described_since(place: Place, traces: Traces, scene: Scene) -> str:
    """Somebody without a name who acts since the last speaker, two sentences back at most."""
    begin = scene.sentence_starts[max(place.sentence - 2, 0)]
    last = max((item.start for item in traces.said[:1]), default=0)
    return scene.described_between(max(begin, last + 1), place.start) if place.gender else ""


_REASONS: tuple[tuple[str, str], ...] = (
    ("the only one called so", "the only one called so"),
    ("subject 0 back", "the subject of its sentence"),
    ("last speaker", "the last quoted"),
    ("subject 1 back", "the subject of the sentence before"),
    ("called so", "called so"),
    ("named last", "the last named before"),
    ("named most", "the one spoken of most"),
)


def _why(shown: str, name: str, clues: Iterable[str]) -> str:
    held = set(clues)
    why = next((words for clue, words in _REASONS if clue in held), "the likeliest spoken of")
    return f"“{shown}” is {why}, {name}"


def _why_open(
    shown: str, best: str | None, clues: Mapping[str, tuple[str, ...]], scene: Scene
) -> str:
    known = [entity for entity in map(scene.entity, clues) if entity.resolved]
    if best is None or not known:
        return f"whom “{shown}” means is not said before"
    if not scene.entity(best).resolved:
        return f"the speaker before “{shown}” is not certain either"
    name, kinds = scene.entity(best).name, _rivals(scene.entity(best).kind)
    # What nothing tells to be a person, such as a place or a day, is no rival to show.
    others = (entity.name for entity in known if entity.kind in kinds)
    rival = next((other for other in others if other != name), None)
    if rival:
        return f"two could be meant: {name} and {rival}"
    return f"whether “{shown}” is {name} is not certain"


def _rivals(kind: Kind) -> tuple[Kind, ...]:
    return ("person",) if kind == "person" else ("person", "body", "country", "outlet", "group")
