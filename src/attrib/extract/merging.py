"""What the tagger and the rules found, as one: the tagger's spans, the rules' understanding.

Where both have a cue at one place, spans are the tagger's: held against PolNeAR it is right about
twice as often as the rules where the two differ (docs/decisions.md has the figures).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from attrib.records import Attribution, Mention, Span

_BROKEN_OFF = re.compile(r"\b(?:that(?:,[^,]*)?|the|an?|of|and|or|its|their|with|from)\Z")
"""The end of "that, in shoring up its ally" or "hours after the", where words must follow."""


def merge(
    learned: Sequence[Attribution],
    ruled: Sequence[Attribution],
    is_likely: Callable[[Attribution], bool],
    text: str,
) -> tuple[list[Attribution], list[Attribution]]:
    """One attribution for each cue that either found: the outermost, and those inside them.

    What a cue means, how it is meant and who is relayed is the rules' to say. A further
    attribution of the rules stands if all of it is inside one content, where the tagger does not
    look; or if no part of it is inside any, and it `is_likely`.
    """
    pairs, left = _pair(_with_nearer_cues(learned, filter(is_likely, ruled)), ruled)
    by_sentence: dict[Span, list[Attribution]] = {}
    for item in left:
        by_sentence.setdefault(item.sentence, []).append(item)
    outer: list[Attribution] = []
    accusers = sorted(
        {item.source.span for item in ruled if item.source and _is_charge(item, text)}
    )
    for item, partner in pairs:
        if overlapping(_cue_span(item), accusers):
            # "Accused by the opposition of": "opposition of" is no cue.
            continue
        joined = _join(item, partner, text) if partner else item
        near = by_sentence.get(joined.sentence, []) if partner else []
        fellows = [other for other in near if _shares_source(other, joined)]
        outer.append(_cut_before(joined, partner, fellows) if partner else joined)
    covered = sorted(span for item in outer for span in item.content)
    touching = [item for item in left if _touches(item, covered)]
    outer += [item for item in left if not _touches(item, covered) and is_likely(item)]
    origins = sorted(origin.span for item in outer for origin in item.origins)
    return (
        [item for item in outer if not _names_origin(item, origins)],
        [item for item in touching if is_inside(item, covered)],
    )


def _with_nearer_cues(
    learned: Sequence[Attribution], ruled: Iterable[Attribution]
) -> list[Attribution]:
    """`learned`, with the rules' cue where it stands between the cue and its content.

    "issued a joint statement, urging Norland to stop": it is "urging" that is followed.
    """
    nearer = {
        item.content[0].start: item
        for item in ruled
        if item.cue and 0 < item.content[0].start - item.cue.span.end <= 1
    }
    changed = []
    for item in learned:
        other = nearer.get(item.content[0].start)
        if item.cue and other and other.cue and item.cue.span.end <= other.cue.span.start:
            item = replace(item, cue=other.cue, source=item.source or other.source)
        changed.append(item)
    return changed


def _pair(
    learned: Sequence[Attribution], ruled: Sequence[Attribution]
) -> tuple[list[tuple[Attribution, Attribution | None]], list[Attribution]]:
    """Each of `learned` with the one of `ruled` whose cue overlaps its own; and the rest.

    A learned cue over two ruled ones ("appealing to both to stop and warning") is none.
    """
    numbers = sorted(
        (number for number, item in enumerate(learned) if item.cue),
        key=lambda number: _cue_span(learned[number]).start,
    )
    starts = [_cue_span(learned[number]).start for number in numbers]
    partners: dict[int, list[Attribution]] = {}
    left: list[Attribution] = []
    for item in ruled:
        span = _cue_span(item)
        place = bisect_right(starts, max(span.end - 1, 0)) - 1
        number = numbers[place] if place >= 0 else -1
        if item.cue and number >= 0 and _cue_span(learned[number]).overlaps(span):
            partners.setdefault(number, []).append(item)
        else:
            left.append(item)
    pairs: list[tuple[Attribution, Attribution | None]] = []
    for number, item in enumerate(learned):
        fellows = partners.get(number, [])
        if len({fellow.cue for fellow in fellows}) > 1:
            left += fellows
        else:
            pairs.append((item, fellows[0] if fellows else None))
    return pairs, left


def _cue_span(item: Attribution) -> Span:
    return item.cue.span if item.cue else Span(0, 0)


def _join(learned: Attribution, ruled: Attribution, text: str) -> Attribution:
    """The spans of the one with what the other knows."""
    if learned.source is None and ruled.source is None:
        # "X is accused of P": that X is part of what is said, only the rules know.
        return ruled
    if _is_charge(ruled, text) or _is_wedged(ruled, text):
        # The tagger takes "Y of P" for the source, or the subject that a tag is wedged behind.
        return ruled
    cue, content = learned.cue, learned.content
    if cue and ruled.cue and ruled.content[0].start in range(cue.span.start, cue.span.end):
        # "dismissed claims that P": the noun says what kind of content it is.
        if cue.span.end <= content[0].start:
            content = (Span(ruled.content[0].start, content[0].end), *content[1:])
        cue = ruled.cue
    elif cue and ruled.cue:
        cue = replace(ruled.cue, span=cue.span, text=cue.text)
    if ruled.content[0].start == content[0].start and _BROKEN_OFF.search(content[-1].of(text)):
        content = ruled.content
    return replace(
        learned,
        source=learned.source or _outside(ruled, content),
        cue=cue,
        content=content,
        origins=ruled.origins,
        addressee=ruled.addressee,
        medium=ruled.medium,
        modality=ruled.modality,
    )


def _outside(ruled: Attribution, content: Sequence[Span]) -> Mention | None:
    """The rules' source, where the tagger has none and takes it for no part of what is said."""
    source = ruled.source
    inside = source and any(span.overlaps(source.span) for span in content)
    return None if inside else source


def _is_charge(item: Attribution, text: str) -> bool:
    """ "X is accused by Y of P": whom it is said of, the cue, who says it, and what."""
    cue, source = item.cue, item.source
    return bool(
        cue
        and source
        and cue.stance == "accuses"
        and item.content[0].end <= cue.span.start
        and cue.span.end <= source.span.start
        and item.content[-1].start - source.span.end in (0, 1)
        and text.startswith("of ", item.content[-1].start)
    )


def _is_wedged(item: Attribution, text: str) -> bool:
    """'Openness, said Ida Moss, "keeps people honest"': a tag between subject and quoted words."""
    cue, source = item.cue, item.source
    return bool(
        cue
        and source
        and item.voice == "mixed"
        and len(item.content) > 1
        and item.content[0].end <= cue.span.start < source.span.start
        and text[item.content[0].end : cue.span.start].strip() == ","
        and text[source.span.end : item.content[1].start].strip() == ","
    )


def _shares_source(item: Attribution, other: Attribution) -> bool:
    return bool(
        item.source and other.source and item.cue and item.source.span.overlaps(other.source.span)
    )


def _cut_before(
    item: Attribution, ruled: Attribution, fellows: Iterable[Attribution]
) -> Attribution:
    """ "A demanded that P and warned that Q": what the same subject says next is no part of P."""
    content = item.content
    for fellow in fellows:
        cue, end = _cue_span(fellow), max(span.end for span in ruled.content)
        content = tuple(
            Span(span.start, end) if span.covers(cue) and span.start < end <= cue.start else span
            for span in content
        )
    return replace(item, content=content)


def _parts(item: Attribution) -> list[Span]:
    return [*item.content, *([item.cue.span] if item.cue else [])]


def _touches(item: Attribution, covered: Sequence[Span]) -> bool:
    return any(overlapping(part, covered) for part in _parts(item))


def is_inside(item: Attribution, covered: Sequence[Span]) -> bool:
    """Whether cue and contents of `item` lie in one of `covered`, sorted and disjoint."""
    holders = overlapping(item.content[0], covered)
    return item.cue is not None and bool(holders) and all(map(holders[0].covers, _parts(item)))


def overlapping(part: Span, covered: Sequence[Span]) -> Sequence[Span]:
    """Those of `covered`, sorted and disjoint, that overlap `part`."""
    first = bisect_right(covered, part.start, key=lambda span: span.end)
    last = first
    while last < len(covered) and covered[last].start < part.end:
        last += 1
    return covered[first:last]


def _names_origin(item: Attribution, origins: Sequence[Span]) -> bool:
    """ "The agency reported, citing an official": the tagger may take the official for content."""
    return len(item.content) == 1 and bool(overlapping(item.content[0], origins))
