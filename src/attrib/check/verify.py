"""Are the quoted words of a draft in the source material, and there from the same source?

Each quote gets the best that any text of the material shows: the same words, words left out,
words altered, or nothing. Where the same words stand only with another speaker, it says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from attrib.check.candidates import (
    Asked,
    Candidate,
    find_gapped,
    find_joined,
    find_near,
    find_same,
    read_draft,
)
from attrib.check.joints import cite, is_quoted, parts_clauses
from attrib.check.material import Material, find_windows, lay_out_material
from attrib.check.negation import find_negations, load_negations
from attrib.check.passages import Passage, Vocabulary
from attrib.check.quote_reasons import (
    NOT_FOUND,
    tell_joined,
    tell_likeness,
    tell_negation_before,
    tell_speakers,
)
from attrib.check.voices import Speech, read_speech
from attrib.plain import put_back, written
from attrib.positions import line_and_column
from attrib.records import (
    Extraction,
    Place,
    QuoteCheck,
    QuoteVerdict,
    Resolution,
)
from attrib.rulebook import Rulebook

_LONGEST_TO_ALIGN = 2000
"""Words; a longer quote is looked for as it stands, and not word by word."""
_NEGATION_REACH = 4
_RANKS = {"exact": 0, "folded": 1, "trimmed": 2, "altered": 3}
_ORDER = {"same": 0, "different": 1, "unknown": 2}

Reading = tuple[Extraction, Resolution]


def verify(
    drafts: Sequence[Reading], against: Sequence[Reading], rulebook: Rulebook
) -> tuple[QuoteCheck, ...]:
    """A check of each quote in `drafts`, by path and place; of short ones only what is said.

    A reading is an extraction with a resolution that holds its sources; one resolution may
    serve many. An article is never its own material. The order of `against` changes nothing.
    """
    vocabulary = Vocabulary(rulebook.terms_of("function-words"), load_negations(rulebook))
    materials = _lay_out(against)
    asked = [
        item
        for (extraction, _), speech in zip(drafts, _read_speeches(drafts), strict=True)
        for item in read_draft(extraction, speech)
    ]
    same = [list(find_same(item, materials)) for item in asked]
    # Only quotes without the same words anywhere are worth the slower search.
    to_align = tuple(
        () if found or len(item.quoted.words) > _LONGEST_TO_ALIGN else item.quoted.words.folded
        for item, found in zip(asked, same, strict=True)
    )
    checks = []
    for item, found, windows in zip(asked, same, find_windows(materials, to_align), strict=True):
        candidates = (
            found
            or list(find_near(item, windows, materials, vocabulary))
            or list(find_gapped(item, materials, vocabulary))
        )
        checks.append(_conclude(item, candidates, materials, vocabulary))
    return tuple(sorted(checks, key=lambda check: (check.path, check.article, check.span)))


def _read_speeches(readings: Sequence[Reading]) -> list[Speech | None]:
    # A resolution often serves all readings; to compare two of them by value would be slow.
    by_identity = {id(resolution): resolution for _, resolution in readings}
    speeches = {key: read_speech(resolution) for key, resolution in by_identity.items()}
    return [
        speeches[id(resolution)].get(extraction.article.id) for extraction, resolution in readings
    ]


def _lay_out(against: Sequence[Reading]) -> tuple[Material, ...]:
    """Each article once, in order of path and id."""
    materials = {
        extraction.article.id: lay_out_material(extraction, speech)
        for (extraction, _), speech in zip(against, _read_speeches(against), strict=True)
    }
    return tuple(
        sorted(materials.values(), key=lambda item: (item.article.path or "-", item.article.id))
    )


def _conclude(
    asked: Asked,
    candidates: Sequence[Candidate],
    materials: Sequence[Material],
    vocabulary: Vocabulary,
) -> QuoteCheck:
    best = _choose(candidates)
    # With all its words there and a negation cut out, it is no quote put together.
    if best is None or (best.passage.likeness == "altered" and best.passage.nearness < 1):
        joined = find_joined(asked, materials)
        if joined:
            return _report_joined(asked, joined)
    if best is None:
        return _report(asked, "not-found", NOT_FOUND)
    verdict: QuoteVerdict = best.passage.likeness
    likeness, speakers = tell_likeness(best.passage), _tell_speakers(asked, best)
    told: tuple[str, ...]
    if verdict == "altered":
        told = (likeness, speakers)
    elif best.relation == "different":
        verdict, told = "other-speaker", (speakers, likeness)
    else:
        told = (likeness, _tell_before(best.passage, vocabulary), speakers)
    return _report(asked, verdict, " ".join(filter(None, told)), best)


def _choose(candidates: Sequence[Candidate]) -> Candidate | None:
    """The best of the same or trimmed words; only when there are none, the nearest altered ones.

    A text that gives the words to the same source outweighs one that gives them to another,
    and that one outweighs a text that names nobody.
    """
    if not candidates:
        return None
    clean = [item for item in candidates if item.passage.likeness != "altered"]
    if not clean:
        return min(candidates, key=lambda item: (-item.passage.similarity, _ORDER[item.relation]))
    return min(
        clean,
        key=lambda item: (
            _ORDER[item.relation],
            _RANKS[item.passage.likeness],
            -item.passage.similarity,
            not item.speaker,
        ),
    )


def _tell_speakers(asked: Asked, found: Candidate) -> str:
    ours, theirs = (source.name if source else "" for source in (asked.speaker, found.speaker))
    return tell_speakers(
        ours,
        theirs,
        is_other=found.relation == "different",
        is_open=found.relation == "unknown",
    )


def _tell_before(passage: Passage, vocabulary: Vocabulary) -> str:
    """A warning where the quote begins just behind a negation of the same clause."""
    words, text = passage.material.words, passage.material.article.text
    end = passage.words[0]
    start = end
    inside = is_quoted(passage.material, words.starts[end])
    while 0 < start > end - _NEGATION_REACH and not parts_clauses(text, words, start):
        if inside and not is_quoted(passage.material, words.starts[start - 1]):
            break
        start -= 1
    before = words.folded[start:end]
    if not find_negations(before, vocabulary.negations):
        return ""
    return tell_negation_before(cite(text, words, (start, end)))


def _report_joined(asked: Asked, joined: Sequence[Candidate]) -> QuoteCheck:
    longest = max(item.passage.words[1] - item.passage.words[0] for item in joined)
    names = sorted({item.speaker.name for item in joined if item.speaker})
    check = _report(asked, "altered", tell_joined(len(joined), names), joined[0])
    return replace(
        check,
        similarity=round(min(longest / len(asked.quoted.words), 1.0), 3),
        also=tuple(_place(item.passage) for item in joined[1:]),
    )


def _report(
    asked: Asked, verdict: QuoteVerdict, reason: str, found: Candidate | None = None
) -> QuoteCheck:
    article, quote = asked.article, asked.quoted.quote
    span = put_back(article, quote.span)
    line, column = line_and_column(written(article), span.start)
    return QuoteCheck(
        path=article.path or "-",
        article=article.id,
        span=span,
        line=line,
        column=column,
        words=" ".join(quote.inner.of(article.text).split()),
        speaker=asked.speaker.name if asked.speaker else None,
        verdict=verdict,
        found=_place(found.passage) if found else None,
        found_speaker=found.speaker.name if found and found.speaker else None,
        differences=found.passage.differences if found else (),
        similarity=round(found.passage.similarity, 3) if found else 0.0,
        reason=reason,
    )


def _place(passage: Passage) -> Place:
    article, span = passage.material.article, passage.span
    words = " ".join(span.of(article.text).split())
    place = put_back(article, span)
    line, column = line_and_column(written(article), place.start)
    return Place(article.path or "-", place, line, column, words, article.id)
