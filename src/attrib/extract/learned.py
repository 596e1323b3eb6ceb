"""What the tagger found, as attributions: spans for ranges of words, and what the cue rules say."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from attrib.extract.contents import quotes_over, voice_of
from attrib.extract.cues import FoundCue, cue_record, modality_in
from attrib.extract.decode import Found
from attrib.extract.frames import form_for
from attrib.extract.grammar import Grammar
from attrib.extract.lexicon import CueForm, Lexicon
from attrib.extract.patterns import MARKS
from attrib.extract.reading import Reading
from attrib.extract.sequences import Range
from attrib.extract.words import Words
from attrib.records import Attribution, Cue, Mention, Modality, Segmentation, Span

UNLISTED = "cues.unlisted"
"""The rule named where the tagger finds a cue that no rule lists."""
_UNLISTED_COMMITMENT, _MARKS_COMMITMENT = 4, 6
_DOUBTLESS = frozenset({"without", "no"})
"""Behind these a doubt is none: "shows without doubt"."""
_EDGES = frozenset({",", ";", ":", "-"})


def read_found(
    segmentation: Segmentation,
    words: Words,
    found: Sequence[Found],
    readings: Sequence[Reading],
    lexicon: Lexicon,
    grammar: Grammar,
) -> Iterator[Attribution]:
    """One attribution for each of `found`, in the same order."""
    text = segmentation.article.text
    starts = [reading.sentence.span.start for reading in readings]
    for item in found:
        span = span_of(words, item.cue)
        place = bisect_right(starts, span.start) - 1
        if place < 0:
            continue
        reading = readings[place]
        cue, modality, fits = read_cue(reading, span, lexicon, grammar)
        content = _within_reach(
            [_past_dateline(span_of(words, part), readings, starts) for part in item.contents],
            place,
            readings,
            starts,
        )
        if not fits and content[0].start >= span.end:
            # "Members noted for their courage": in another construction the word is not loaded.
            cue = replace(cue, tone=0)
        source = None
        if item.source:
            source = _past_dateline(span_of(words, item.source), readings, starts)
        voice = voice_of(content, quotes_over(segmentation.quotes, content), text)
        if cue.rule == UNLISTED and voice == "indirect":
            # "Designed by", "voted in favour of": a stand taken, and hardly a statement made.
            cue = replace(cue, stance="evaluates")
        yield Attribution(
            source=Mention(source, source.of(text)) if source else None,
            cue=cue,
            content=content,
            voice=voice,
            sentence=reading.sentence.span,
            modality=modality,
        )


def span_of(words: Words, part: Range) -> Span:
    """From the start of the first word of `part` to the end of its last.

    Commas, colons and dashes at either end are left out, unless nothing else is there.
    """
    first, last = part[0], part[1] - 1
    while first < last and words.forms[first] in _EDGES:
        first += 1
    while last > first and words.forms[last] in _EDGES:
        last -= 1
    return Span(int(words.starts[first]), int(words.ends[last]))


def _within_reach(
    content: Sequence[Span], cue: int, readings: Sequence[Reading], starts: Sequence[int]
) -> tuple[Span, ...]:
    """The parts of `content` but for those in paragraphs beyond prose that belongs to none.

    `cue` is the place of the cue's sentence in `readings`. A quote that stands alone two
    paragraphs further down is nobody's, whoever spoke last.
    """
    at = [max(bisect_right(starts, span.start) - 1, 0) for span in content]
    held = {cue, *at}
    kept = []
    for span, place in zip(content, at, strict=True):
        between = range(min(cue, place) + 1, max(cue, place))
        apart = readings[place].sentence.paragraph != readings[cue].sentence.paragraph
        if apart and any(n not in held and not readings[n].is_all_quoted for n in between):
            continue
        kept.append(span)
    return tuple(kept) or tuple(content)


def _past_dateline(span: Span, readings: Sequence[Reading], starts: Sequence[int]) -> Span:
    """`span` without the place and date of the report, where the sentence opens with them."""
    place = bisect_right(starts, span.start) - 1
    tokens = readings[place].tokens if place >= 0 else ()
    opens = tokens[0].start if tokens else 0
    return Span(opens, span.end) if span.start < opens < span.end else span


def read_cue(
    reading: Reading, span: Span, lexicon: Lexicon, grammar: Grammar
) -> tuple[Cue, Modality, bool]:
    """The cue at `span` with what the rules say of it, and how the writer puts it.

    The rule of the longest listed form in it, a verb before all else; a cue without any is of the
    rule UNLISTED. The last part says whether the words after it are such as its rule takes.
    """
    inside = [
        place
        for place, token in enumerate(reading.tokens)
        if span.start <= token.start and token.end <= span.end
    ]
    words = [reading.lower(place) for place in inside]
    modality: Modality = "actual"
    shown = f" {' '.join(words)} "
    if any(word in grammar.conditional_modals for word in words) or any(
        f" {phrase} " in shown for phrase in grammar.supposing_phrases
    ):
        modality = "conditional"
    elif any(word in grammar.future_modals for word in words):
        modality = "future"
    if any(word in grammar.verb_negators for word in words) or any(
        f" {phrase} " in shown for phrase in grammar.negating_phrases
    ):
        modality = "negated"
    text = span.of(reading.text)
    kept = _without_days(reading, inside, grammar)
    found = _listed(reading, kept, lexicon, modality)
    fits = found is not None
    if found is None:
        head = next((word for word in reversed(words) if word[0].isalpha()), None)
        rule, points = (UNLISTED, _UNLISTED_COMMITMENT) if head else (MARKS, _MARKS_COMMITMENT)
        cue = Cue(span, text, head or text, rule, "asserts", 0, points)
        found = FoundCue((), inside[0], inside[-1], inside[-1] + 1, modality) if inside else None
    else:
        after = kept[kept.index(found.verb) + len(found.form.words) - 1] + 1
        is_verb = found.form.rule.kind == "verb" and after < len(reading.tokens)
        form = form_for(reading, found, after, grammar) if is_verb else None
        fits = form is not None or not is_verb
        cue = replace(cue_record(reading, found, form), span=span, text=text)
    return cue, modality_in(reading, found) if found else modality, fits


def _without_days(reading: Reading, inside: Sequence[int], grammar: Grammar) -> list[int]:
    """The places of a cue without those that tell when: "called on Wednesday for"."""
    kept: list[int] = []
    for place in inside:
        if kept and reading.lower(place) in grammar.time_words:
            if len(kept) > 1 and reading.lower(kept[-1]) == "on" and kept[-1] == place - 1:
                kept.pop()
            continue
        kept.append(place)
    return kept


def _listed(
    reading: Reading, inside: Sequence[int], lexicon: Lexicon, modality: Modality
) -> FoundCue | None:
    """The best listed form among the tokens `inside`: verbs first, then longest, then last."""
    best: tuple[bool, int, int] | None = None
    forms: list[CueForm] = []
    words = [reading.lower(place) for place in inside]
    for number, place in enumerate(inside):
        for form in lexicon.starting_with(words[number]):
            length = len(form.words)
            if tuple(words[number : number + length]) != form.words:
                continue
            if form.lemma == "doubt" and reading.lower(place - 1) in _DOUBTLESS:
                continue
            rank = (form.rule.kind == "verb", length, place)
            if best is None or rank > best:
                best, forms = rank, [form]
            elif rank == best:
                forms.append(form)
    if best is None:
        return None
    return FoundCue(tuple(forms), inside[0], best[2], inside[-1] + 1, modality)
