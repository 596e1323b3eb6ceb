"""Passages of the material that a quote of the draft may come from, and who speaks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from attrib.check.alignment import align
from attrib.check.halves import find_halves
from attrib.check.joints import is_quoted
from attrib.check.labels import find_labelled
from attrib.check.material import Material, Window, clip, find_exact, find_folded, find_quotes
from attrib.check.passages import Passage, Vocabulary, compare_passage, same_passage
from attrib.check.quoted import Quoted, find_seams, read_quotes, split_at
from attrib.check.voices import (
    Speech,
    find_newcomer,
    find_speaker,
    find_speakers,
    is_known,
    is_labelled,
    is_other_speaker,
    is_said_by_one,
    is_same_speaker,
)
from attrib.records import Article, Extraction, Source

_LONG_ENOUGH = 8
"""Words that two people do not say alike by chance, though no marks stand around them."""
_SHORTEST_PART = 2
_MIN_NEARNESS = 0.55
_MIN_SIMILARITY = 0.6
_MIN_RUN = 2

Relation = Literal["same", "unknown", "different"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A quote of a draft, with its speaker there."""

    article: Article
    quoted: Quoted
    speaker: Source | None
    speech: Speech | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage, its speaker in the material, and whether that is the draft's speaker."""

    passage: Passage
    speaker: Source | None
    relation: Relation


def read_draft(extraction: Extraction, speech: Speech | None) -> Iterator[Asked]:
    """The quotes of a draft that are to be looked for, in reading order."""
    article = extraction.article
    pairs = zip(speech.contents, speech.speakers, strict=True) if speech else ()
    said = [content for content, speaker in pairs if speaker is not None]
    for quoted in read_quotes(extraction.segmentation, said):
        yield Asked(article, quoted, find_speaker(speech, quoted.span), speech)


def find_same(asked: Asked, materials: Sequence[Material]) -> Iterator[Candidate]:
    """Passages of the same words, to the letter or folded."""
    text, quoted = asked.article.text, asked.quoted
    folded = quoted.every.folded
    for material in materials:
        if material.article.id == asked.article.id or not material.known.issuperset(folded):
            continue
        exact = list(find_exact(material, text, quoted.span))
        for words in exact:
            passage = same_passage(text, quoted, material, words, exact=True)
            yield _relate(asked, passage)
        for words in () if exact else find_folded(material, folded):
            passage = same_passage(text, quoted, material, words, exact=False)
            yield _relate(asked, passage)


def find_near(
    asked: Asked, windows: Sequence[Window], materials: Sequence[Material], vocabulary: Vocabulary
) -> Iterator[Candidate]:
    """Passages that have most of the words, in order, with the word diff."""
    text, quoted = asked.article.text, asked.quoted
    length = len(quoted.words)
    seams = find_seams(text, quoted.words)
    ways = sorted(
        {frozenset(), quoted.cuts, quoted.cuts | seams}, key=lambda way: (len(way), sorted(way))
    )
    for window in windows:
        material = materials[window.material]
        if material.article.id == asked.article.id:
            continue
        for way in ways:
            runs = align(
                quoted.words.folded,
                material.words.folded,
                (window.first, window.last),
                split_at(length, way),
            )
            if not runs:
                continue
            passage = compare_passage(text, quoted, material, runs, vocabulary)
            candidate = _relate(asked, passage)
            if _is_near(asked, candidate):
                yield candidate
            # A clean reading needs no ellipsis or seam to explain it.
            if passage.likeness != "altered":
                break


def find_gapped(
    asked: Asked, materials: Sequence[Material], vocabulary: Vocabulary
) -> Iterator[Candidate]:
    """Passages that have all the words, but for a long gap within one sentence."""
    text, quoted = asked.article.text, asked.quoted
    for material in materials:
        if material.article.id != asked.article.id:
            for runs in find_halves(quoted.words.folded, material):
                yield _relate(asked, compare_passage(text, quoted, material, runs, vocabulary))


def find_joined(asked: Asked, materials: Sequence[Material]) -> tuple[Candidate, ...]:
    """For a quote stitched together: the passages it is joined from, in the quote's order.

    Empty unless every part of two words or more stands somewhere, and not all in one go.
    """
    text, quoted = asked.article.text, asked.quoted
    words = quoted.words
    joined: list[Candidate] = []
    for first, last in split_at(len(words), quoted.cuts | find_seams(text, words)):
        # "No." stands everywhere and shows nothing.
        if last - first < _SHORTEST_PART:
            continue
        found = _find_part(asked, words.folded[first:last], materials, joined)
        if found is None:
            return ()
        before = joined[-1].passage if joined else None
        if before and _follows(found.passage, before):
            whole = replace(found.passage, words=(before.words[0], found.passage.words[1]))
            joined[-1] = _relate(asked, whole)
        else:
            joined.append(found)
    return tuple(joined) if len(joined) > 1 else ()


def _find_part(
    asked: Asked, folded: Sequence[str], materials: Sequence[Material], joined: Sequence[Candidate]
) -> Candidate | None:
    """A place of these words: just behind the last of `joined` if they stand there."""
    places = [
        Passage(material, (words.start, words.end), "folded", ())
        for material in materials
        if material.article.id != asked.article.id
        for words in find_folded(material, folded)
    ]
    following = [place for place in places if joined and _follows(place, joined[-1].passage)]
    first = next(iter(following + places), None)
    return _relate(asked, first) if first else None


def _follows(passage: Passage, before: Passage) -> bool:
    return passage.material is before.material and passage.words[0] == before.words[1]


def _relate(asked: Asked, passage: Passage) -> Candidate:
    joined = _find_joined_speakers(passage)
    if joined:
        notes = passage.notes if passage.likeness == "altered" else ()
        note = f"words of {joined[0]} and of {joined[1]} are joined"
        return Candidate(
            replace(passage, likeness="altered", notes=(*notes, note)), None, "unknown"
        )
    material, ours = passage.material, asked.speaker
    quote = next(iter(find_quotes(material, passage.span)), None)
    label = find_labelled(material.article.text, passage.span)
    every = (
        (label,)
        if label
        else find_speakers(material.speech, passage.span, quote, material.article.text)
    )
    theirs = every[-1] if every else None
    relation: Relation = "unknown"
    if ours and every and asked.speech and material.speech:
        for source in every:
            if is_same_speaker(ours, source, asked.speech.sources, material.speech.sources):
                return Candidate(passage, source, "same")
        alone = is_said_by_one(material.speech, passage.span)
        others = all(is_other_speaker(ours, source, alone=alone) for source in every)
        if others and _is_telling(asked, passage):
            relation = "different"
    return Candidate(passage, theirs, relation)


def _find_joined_speakers(passage: Passage) -> tuple[str, ...]:
    """Two whose quoted words the passage takes as one, where they are surely not one."""
    material, found = passage.material, list[tuple[Source, str]]()
    speech, text = material.speech, material.article.text
    quotes = find_quotes(material, passage.span)
    if speech is None or len(quotes) < 2:
        return ()
    for quote in quotes:
        parts = [part for run in passage.runs if (part := clip(material, run, quote))]
        # One word that stands in another quote too may be chance.
        if sum(len(part.of(text).split()) for part in parts) < _SHORTEST_PART:
            continue
        speaker, newcomer = find_speaker(speech, parts[0]), find_newcomer(speech, parts[0], text)
        if speaker is not None and (newcomer or is_known(speaker)):
            found.append((speaker, newcomer or speaker.name))
    for speaker, name in found[1:]:
        if not is_same_speaker(found[0][0], speaker, speech.sources, speech.sources):
            return found[0][1], name
    return ()


def _is_telling(asked: Asked, passage: Passage) -> bool:
    """Whether it is no chance that the material has these words from another speaker."""
    if len(asked.quoted.words) >= _LONG_ENOUGH:
        return True
    material, span = passage.material, passage.span
    return is_quoted(material, span.start) or (
        material.speech is not None and is_labelled(material.speech, span, material.article.text)
    )


def _is_near(asked: Asked, candidate: Candidate) -> bool:
    """Whether so much is the same that the quote must be meant, and not only its matter.

    Of a short quote more must be the same: "number of days" is not "number of resources"; unless
    the material quotes the same speaker so.
    """
    passage = candidate.passage
    needed = max(_MIN_NEARNESS, 0.45 + 1 / len(asked.quoted.words))
    if candidate.relation == "same" and is_quoted(passage.material, passage.span.start):
        needed = _MIN_NEARNESS
    return (
        passage.nearness >= needed
        and passage.similarity >= _MIN_SIMILARITY
        and (passage.longest >= _MIN_RUN or bool(passage.notes))
    )
