"""Who is said to speak the words at a place, and when two such speakers are not the same.

A person and the body or person spoken for are one voice here, and so are a joint source
and its members. Nobody is called another speaker unless both are known by name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from attrib.check.folding import fold_words
from attrib.records import Resolution, ResolvedAttribution, Source, Span

_KNOWN = frozenset({"NOF", "NPA", "NEX", "NIN", "NSP", "ORG"})
_PERSONS = _KNOWN - {"ORG"}
_LOOK_BACK = 40
_LONG_NAME = 6
"""Letters of a surname from which on another in one letter is taken for a misprint."""
_NEW = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
_LABELLED = re.compile(r"\s?:\s")


@dataclass(frozen=True, slots=True)
class Speech:
    """What sources are said to say in one article.

    `contents` are in order of start; `speakers[i]` is the source of content i, `sizes[i]` the
    length of all content of its attribution, in code points, and `heads[i]` the place of the
    words that name the source or report it.
    """

    contents: tuple[Span, ...]
    speakers: tuple[Source | None, ...]
    sizes: tuple[int, ...]
    heads: tuple[Span, ...]
    sources: Mapping[str, Source]


def read_speech(resolution: Resolution) -> dict[str, Speech]:
    """By article id, what its sources are said to say."""
    sources = {source.id: source for source in resolution.sources}
    found: dict[str, list[ResolvedAttribution]] = {}
    for resolved in resolution.attributions:
        found.setdefault(resolved.article, []).append(resolved)
    return {article: _lay_out(listed, sources) for article, listed in found.items()}


def find_speaker(speech: Speech | None, span: Span) -> Source | None:
    """Who says the words at `span`: the innermost source whose content holds most of it.

    Whom the words themselves call a speaker ("let everyone know that ...") does not say them.
    """
    indexes = _find_contents(speech, span) if speech else ()
    return speech.speakers[indexes[0]] if speech and indexes else None


def find_speakers(
    speech: Speech | None, span: Span, quote: Span | None, text: str
) -> tuple[Source, ...]:
    """Who may be given the words at `span`, the innermost first; `quote` holds them, without marks.

    "Moss told me that he would never sell it," Berg said: the words are Moss's and Berg's. What
    has a label in a transcript ("MOSS: ...") is nobody else's.
    """
    found: list[Source] = []
    for index in _find_contents(speech, span) if speech else ():
        assert speech is not None
        speaker = speech.speakers[index]
        if speaker is not None:
            found.append(speaker)
        head = speech.heads[index]
        is_inside = quote is not None and quote.start <= head.start < quote.end
        if not is_inside or _LABELLED.match(text, head.end):
            break
    return tuple(found)


def find_newcomer(speech: Speech, span: Span, text: str) -> str:
    """Who says the words at `span`, if told of as somebody new ("a clerk"); else ""."""
    head = next((speech.heads[index] for index in _find_contents(speech, span)), None)
    return head.of(text) if head and _NEW.match(text, head.start) else ""


def is_labelled(speech: Speech, span: Span, text: str) -> bool:
    """Whether the words at `span` are a turn of a transcript: "MOSS: We want it back."""
    head = next((speech.heads[index] for index in _find_contents(speech, span)), None)
    return head is not None and bool(_LABELLED.match(text, head.end))


def _find_contents(speech: Speech, span: Span) -> tuple[int, ...]:
    """Indexes of the contents that hold most of `span`, from the smallest attribution on."""
    stop = bisect_left(speech.contents, Span(span.end, span.end))
    found: list[tuple[int, int]] = []
    for index in range(max(stop - _LOOK_BACK, 0), stop):
        content = speech.contents[index]
        shared = min(content.end, span.end) - max(content.start, span.start)
        is_told = not span.start <= speech.heads[index].start < span.end
        if shared * 2 > len(span) and is_told:
            found.append((speech.sizes[index], index))
    return tuple(index for _, index in sorted(found))


def is_known(source: Source | None) -> bool:
    """Whether the source is somebody in particular, so that another one would be different."""
    return (
        source is not None
        and source.resolved
        and (source.source_class in _KNOWN or _is_person(source))
    )


def is_other_speaker(ours: Source, theirs: Source, *, alone: bool) -> bool:
    """Whether two whom nothing makes one are surely two: both known, and no name a misprint.

    A person is nobody whom the text calls "it", whatever that is; unless somebody told of it, so
    that `theirs` is not `alone` in saying the words.
    """
    if not is_known(ours):
        return False
    if theirs.name.lower() == "it":
        return alone and not theirs.resolved and _is_person(ours)
    return is_known(theirs) and not _is_misprint(ours, theirs)


def is_said_by_one(speech: Speech, span: Span) -> bool:
    """Whether the words at `span` are in what one source is said to say, and in no other's."""
    return len(_find_contents(speech, span)) == 1


def _is_misprint(one: Source, other: Source) -> bool:
    """Whether two surnames differ in a letter or so: McClenney and McLenney."""
    ours, theirs = (name[-1:] for name in (_folded(one.name), _folded(other.name)))
    if not (ours and theirs and min(len(ours[0]), len(theirs[0])) >= _LONG_NAME):
        return False
    return ours[0][0] == theirs[0][0] and Levenshtein.distance(ours[0], theirs[0]) == 1


def _is_person(source: Source) -> bool:
    """Whether it is one person by name, were it only behind an office that no list has.

    "Dockers Secretary-Treasurer Ida Moss", but not "North Skerra Dockers".
    """
    words = source.name.split()
    is_name = len(words) > 2 and all(word[:1].isupper() for word in words)
    return source.source_class in _PERSONS or (
        source.source_class == "COL" and is_name and not words[-1].endswith("s")
    )


def is_same_speaker(
    one: Source, other: Source, sources: Mapping[str, Source], others: Mapping[str, Source]
) -> bool:
    """Whether both names may stand for one voice; `sources` and `others` are where they are from.

    The same entity, an alias, a surname alone, a person and the body spoken for, a member.
    """
    if one.id == other.id or _names(one) & _names(other):
        return True
    if _is_surname(one, other) or _is_surname(other, one):
        return True
    return _stands_for(one, other, sources) or _stands_for(other, one, others)


def _stands_for(one: Source, other: Source, sources: Mapping[str, Source]) -> bool:
    """Whether `one` speaks for `other`, or has it as a member, as the text says of `one`."""
    linked = [key for key in (one.affiliation, *one.members) if key]
    for key in linked:
        body = sources.get(key)
        if key == other.id or (body is not None and _names(body) & _names(other)):
            return True
    # "Hanne Vik, chief executive of the Harbour Board", whose affiliation nobody read off.
    told = " ".join(_folded(f"{one.description} {one.role or ''}"))
    return any(len(name) > 2 and f" {name} " in f" {told} " for name in _names(other))


def _is_surname(one: Source, other: Source) -> bool:
    """Whether the name of `other` ends with that of `one`: "Rao", "Anna Rao", "Dr. Anna Rao".

    One word alone, as transcripts have it ("RAO:"), may have been taken for a body's name.
    """
    words = _folded(one.name)
    is_label = one.source_class == "ORG" and len(words) == 1
    if not (_is_person(other) and (_is_person(one) or is_label)):
        return False
    return bool(words) and _folded(other.name)[-len(words) :] == words


def _names(source: Source) -> frozenset[str]:
    """The source's names, without what only the text around it makes one: "he", "the minister"."""
    own = set(_folded(source.name))
    named = (
        alias
        for alias in source.aliases
        if _holds_acronym(alias) or not own.isdisjoint(_folded(alias))
    )
    return frozenset(" ".join(_folded(name)) for name in (source.name, *named)) - {""}


def _holds_acronym(name: str) -> bool:
    return any(len(word) > 1 and word.isupper() for word in name.split())


def _folded(name: str) -> tuple[str, ...]:
    words = fold_words(name).folded
    return words[1:] if words[:1] == ("the",) else words


def _lay_out(listed: Iterable[ResolvedAttribution], sources: Mapping[str, Source]) -> Speech:
    rows: list[tuple[Span, int, int, Source | None, Span]] = []
    for resolved in listed:
        found = resolved.attribution
        # "She did not say that ..." gives the words to nobody.
        if found.modality == "negated":
            continue
        key = resolved.chain[-1].id if resolved.chain else resolved.source_id
        speaker = sources.get(key) if key else None
        size = sum(len(span) for span in found.content)
        head = next((part.span for part in (found.source, found.cue) if part), found.sentence)
        rows += ((span, size, resolved.index, speaker, head) for span in found.content)
    rows.sort(key=lambda row: row[:3])
    return Speech(
        tuple(row[0] for row in rows),
        tuple(row[3] for row in rows),
        tuple(row[1] for row in rows),
        tuple(row[4] for row in rows),
        sources,
    )
