"""What is known of an article before its mentions are resolved: its names and its papers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace

from attrib.records import Extraction, Mention
from attrib.resolve.cast import Cast, build_cast
from attrib.resolve.joint import Paper, find_papers, make_joint_issuer
from attrib.resolve.lexicon import Lexicon, fold
from attrib.resolve.mentions import parse_mention
from attrib.resolve.names import Named, Prose, find_names, names_in_title, standing_names
from attrib.resolve.outlets import own_names
from attrib.resolve.parsed import Parsed
from attrib.resolve.ranking import Ranker
from attrib.resolve.scene import Issued, Scene
from attrib.resolve.turns import is_turn

_WHERE = (["in"], ["near"], ["outside"])
_BEHIND = 12
"""How many characters before a name the word is looked for that makes it a place."""


def set_scene(
    extraction: Extraction, lexicon: Lexicon, ranker: Ranker
) -> tuple[Scene, Mapping[int, tuple[Paper, ...]]]:
    segmentation = extraction.segmentation
    prose = find_names(segmentation, lexicon) if extraction.attributions else Prose((), ())
    known = standing_names(prose.names)
    texts = {mention.text for mention in _all_mentions(extraction)}
    by_text = {text: parse_mention(text, lexicon, known, speaks=True) for text in texts}
    starts = tuple(sentence.span.start for sentence in segmentation.sentences) or (0,)
    parsed = {mention.span: by_text[mention.text] for mention in _all_mentions(extraction)}
    for span, whole in parsed.items():
        if span.start in starts and _looks_plural(whole, known, lexicon):
            first, space, rest = whole.text.partition(" ")
            parsed[span] = parse_mention(first.lower() + space + rest, lexicon)
    turns = [
        item.source
        for item in extraction.attributions
        if item.source is not None and is_turn(item, extraction.article.text)
    ]
    labels = [turn.text.split() for turn in turns if turn.text.isupper()]
    in_full = {fold(words[-1]) for words in labels if len(words) > 1}
    alone = {fold(words[0]) for words in labels if len(words) == 1}
    for turn in turns:
        span, label = turn.span, turn.text
        if label.isupper():
            # "MOSS:" is the Ida Moss of the text, or the "IDA MOSS:" of another turn, and no body
            # with four letters.
            last = fold(label.split()[-1])
            if last in known or last in (alone if " " in label else in_full):
                parsed[span] = parse_mention(label.title(), lexicon, known, speaks=True)
        parsed[span] = _as_person(parsed[span])
    named = tuple(
        Named(
            span,
            item,
            max(bisect_right(starts, span.start) - 1, 0),
            subject=True,
        )
        for span, whole in parsed.items()
        for item in (whole.members or (whole,))
    )
    headline = names_in_title(extraction.article.title or "", prose.names, lexicon)
    cast = build_cast(prose, (*headline, *named), extraction.article.id, lexicon)
    named_at = tuple(item.start for item in cast.occurrences)
    scene = Scene(
        extraction,
        lexicon,
        ranker,
        cast,
        parsed,
        starts,
        named_at,
        prose.described,
        _spoken_to(extraction, named_at),
        _named_first(cast, starts),
        own_names(extraction.article.outlet, lexicon),
        _places(cast, extraction.article.text),
    )
    for entity in cast.entities.values():
        scene.index(entity)
    by_sentence: dict[int, list[Paper]] = {}
    for paper in find_papers(segmentation, prose, cast, lexicon):
        by_sentence.setdefault(paper.sentence, []).append(paper)
        note_paper(paper, scene)
    return scene, {number: tuple(papers) for number, papers in by_sentence.items()}


def _as_person(parsed: Parsed) -> Parsed:
    """Who has a turn in a transcript is a person, where the name leaves it open."""
    phrase = parsed.phrase
    if phrase.form != "name" or phrase.kind:
        return parsed
    return replace(parsed, phrase=replace(phrase, kind="person"))


def _places(cast: Cast, text: str) -> frozenset[str]:
    """The names of one word that nothing tells of but where something is: "in Ashby"."""
    acting = {item.key for item in cast.occurrences if item.subject or item.possessive}
    return frozenset(
        item.key
        for item in cast.occurrences
        if item.key not in acting
        and cast.entities[item.key].kind == ""
        and " " not in cast.entities[item.key].name
        and text[max(item.start - _BEHIND, 0) : item.start].split()[-1:] in _WHERE
    )


def _spoken_to(extraction: Extraction, named_at: tuple[int, ...]) -> frozenset[int]:
    found: set[int] = set()
    for attribution in extraction.attributions:
        if attribution.addressee is not None:
            span = attribution.addressee.span
            first, last = bisect_left(named_at, span.start), bisect_left(named_at, span.end)
            found.update(named_at[first:last])
    return frozenset(found)


def _named_first(cast: Cast, starts: tuple[int, ...]) -> tuple[str, ...]:
    """Those named in the first two sentences, in reading order."""
    end = starts[min(2, len(starts) - 1)]
    return tuple(dict.fromkeys(item.key for item in cast.occurrences if item.start < end))


def _looks_plural(parsed: Parsed, known: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether one word may have its capital from the start of a sentence alone.

    "Motorists", "Rowers at the port".
    """
    phrase = parsed.phrase
    word = phrase.name.lower()
    opens = parsed.text.split(" ")[0] == phrase.name
    unknown = phrase.form == "name" and phrase.kind == "" and opens
    plural = word.isalpha() and lexicon.singular(word) != word
    return unknown and plural and fold(word) not in known


def note_paper(paper: Paper, scene: Scene) -> None:
    """Remember whose statement it is, so that "the statement" can mean its issuers."""
    if len(paper.members) > 1:
        entity = make_joint_issuer(paper, scene.cast, scene.lexicon)
        scene.add(entity)
        key = entity.key
    elif len(paper.members) == 1 and not paper.joint:
        key = paper.members[0]
    else:
        return
    scene.issued.append(Issued(paper.span.start, paper.sentence, paper.noun, key))


def _all_mentions(extraction: Extraction) -> Iterator[Mention]:
    for attribution in extraction.attributions:
        for mention in (attribution.source, attribution.addressee, *attribution.origins):
            if mention is not None:
                yield mention
