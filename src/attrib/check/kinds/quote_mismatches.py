"""Kind "quote-mismatch": a quote that is not given as it was said, or not by the one who said it.

Within the draft one quote stands twice, in headline or text, with other words or another
speaker; or the words of a supplied text differ. What is cut off, marked with an ellipsis or put
in brackets is no mismatch, and neither is spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage, attributions_near, in_headline, sentence_at
from attrib.check.kinds.headline_quotes import find_headline_quotes
from attrib.check.likeness import Likeness, is_same_wording, load_likeness, read_words
from attrib.check.options import read_options
from attrib.check.twins import Twin, find_twins
from attrib.check.voices import Speech, find_speaker, is_known, is_same_speaker, read_speech
from attrib.records import Field, QuoteCheck, Resolution, Source, Span
from attrib.rulebook.entries import CheckRule

_BREAK = re.compile('["“”]')
_MARKED = ("[", "...", "…", ". .")
# Two wordings that part in more places are two utterances.
_MOST_DIFFERENCES = 2
_LONGEST_DIFFERENCE = 3
_FEWEST_OWN = 3
"""Words with content that two wordings of one quote share; of a long quote one fewer."""
_SHOWN = 6
"""Words of a difference that are shown."""


@dataclass(frozen=True, slots=True)
class QuoteMismatch:
    """Options of the kind.

    words     the fewest words of a quote in the text that is looked at
    headline  the fewest of one in the headline
    shared    the fewest words that two wordings must share
    covered   how many percent of the shorter wording the other must have
    twin      how many percent of the words between the first and the last like ones must be alike
    alike     how many percent of a quote its source text must have, to be the same quote
    spoken    the fewest words that two people do not say alike by chance
    fillers   words that may be left out ("um")
    openers   words that may open a quote or not ("and")
    """

    words: int
    headline: int
    shared: int
    covered: int
    twin: int
    alike: int
    spoken: int
    fillers: tuple[str, ...]
    openers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A quote of the draft: where it stands, its read words, whether it says that it was cut."""

    inner: Span
    field: Field
    words: tuple[str, ...]
    marked: bool
    speaker: Source | None = None
    tagged: bool = False
    """Whether the speaker is named in the quote's own sentence."""


def find_quote_mismatches(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The later of two quotes that differ, and each quote that a supplied text has otherwise."""
    options = read_options(rule, QuoteMismatch)
    likeness = load_likeness(draft.rulebook, options.fillers, options.openers)
    seen: set[tuple[Field, Span]] = set()
    for finding in (
        *_find_altered(draft, options, likeness),
        *_find_twins(draft, options, likeness),
    ):
        if (finding.field, finding.span) not in seen:
            seen.add((finding.field, finding.span))
            yield finding


def _find_altered(draft: Draft, options: QuoteMismatch, likeness: Likeness) -> Iterator[Finding]:
    others = {other.article.id: other for other in draft.others}
    for check in draft.quotations:
        if check.found is None or len(check.words.split()) < options.words:
            continue
        other = others.get(check.found.article)
        if other is None or not _is_spoken(other, check.found.span):
            continue
        reason = _tell(check, options, likeness)
        if reason:
            note = Passage(check.found.span, "given so here", other.article)
            values = (("words", check.words[:60]), ("reason", reason))
            yield Finding(check.span, values=values, related=(note,))


def _is_spoken(other: Draft, span: Span) -> bool:
    """Whether the other text gives the words as a quote, and does not retell them.

    A text without any quotation marks may be a transcript.
    """
    quotes = other.segmentation.quotes
    if not quotes or other.genre == "transcript":
        return True
    return any(quote.span.covers(span) for quote in quotes)


def _tell(check: QuoteCheck, options: QuoteMismatch, likeness: Likeness) -> str:
    """In what the quote differs from the text it was looked for in; empty if in nothing."""
    if check.verdict == "other-speaker":
        if len(check.words.split()) < options.spoken:
            return ""
        return f"the other text gives these words to {check.found_speaker}"
    if check.verdict != "altered" or check.also or check.similarity * 100 < options.alike:
        return ""
    if _names_another(check):
        return ""
    if check.found is not None and any(mark in check.found.message for mark in _MARKED):
        return ""
    differences = check.differences
    for place, one in enumerate(differences):
        if one.kind not in ("replaced", "added", "left-out"):
            continue
        ours, theirs = (read_words(words, likeness) for words in (one.ours, one.theirs))
        # Where the source text breaks its quote, or goes on for long, it tells something else.
        if _BREAK.search(one.theirs) or len(theirs) > _LONGEST_DIFFERENCE:
            continue
        edge = place in (0, len(differences) - 1)
        if edge and (one.kind != "replaced" or max(len(ours), len(theirs)) > 2):
            continue
        if not is_same_wording(ours, theirs, likeness):
            return _contrast(ours, theirs)
    return ""


def _names_another(check: QuoteCheck) -> bool:
    """Whether both texts name a speaker, and no word of the names is the same."""
    if check.speaker is None or check.found_speaker is None:
        return False
    ours, theirs = (set(name.lower().split()) for name in (check.speaker, check.found_speaker))
    named = check.speaker[:1].isupper() and check.found_speaker[:1].isupper()
    return named and len(ours) > 1 and len(theirs) > 1 and ours.isdisjoint(theirs)


def _find_twins(draft: Draft, options: QuoteMismatch, likeness: Likeness) -> Iterator[Finding]:
    quotes = list(_place_quotes(draft, options, likeness))
    for twin in find_twins([quote.words for quote in quotes], likeness):
        first, second = quotes[twin.first], quotes[twin.second]
        if not _is_one_quote(draft, twin, first, second, options):
            continue
        # A headline is mended to fit the text, and the later of two quotes to fit the earlier.
        wrong, right = (first, second) if first.field == "title" else (second, first)
        reason = _tell_twins(draft, twin, wrong, right, options)
        if not reason:
            continue
        text = draft.text if wrong.field == "text" else draft.article.title or ""
        values = (("words", excerpt(text, wrong.inner)), ("reason", reason))
        yield Finding(wrong.inner, wrong.field, values, (Passage(right.inner, "given so here"),))


def _is_one_quote(
    draft: Draft, twin: Twin, first: _Placed, second: _Placed, options: QuoteMismatch
) -> bool:
    """Whether two wordings are meant to be one utterance, and not a speaker's two turns."""
    leads = "title" in (first.field, second.field) or in_headline(draft, first.inner.start)
    if len(twin.shared) < (options.headline if leads else options.shared):
        return False
    # "I don't think it ... to" is how anybody speaks.
    own = [word for word in twin.shared if word not in draft.vocabulary.function_words]
    long = leads or len(twin.shared) > _FEWEST_OWN * 2
    if len(own) < (_FEWEST_OWN - 1 if long else _FEWEST_OWN):
        return False
    few = len(twin.differences) <= _MOST_DIFFERENCES
    if not few or twin.covered * 100 < options.covered or twin.alike * 100 < options.twin:
        return False
    if any(max(len(one), len(other)) > _LONGEST_DIFFERENCE for one, other in twin.differences):
        return False
    if leads:
        return True
    # "I saw him fight for his family. I saw him fight for his firm": set side by side on purpose.
    places = [sentence_at(draft, quote.inner.start) or 0 for quote in (first, second)]
    return abs(places[1] - places[0]) > 1


def _tell_twins(
    draft: Draft, twin: Twin, wrong: _Placed, right: _Placed, options: QuoteMismatch
) -> str:
    if twin.differences:
        if wrong.marked or right.marked:
            return ""
        ours, theirs = twin.differences[0]
        if wrong.inner > right.inner and wrong.field == "text":
            ours, theirs = theirs, ours
        return _contrast(ours, theirs)
    one_speaker, other = wrong.speaker, right.speaker
    if one_speaker is None or other is None or len(twin.shared) < options.spoken:
        return ""
    # Of two fragments of a long speech each may have lost its speaker on the way.
    if not is_known(one_speaker) or not is_known(other) or not wrong.tagged or not right.tagged:
        return ""
    if is_same_speaker(one_speaker, other, draft.sources, draft.sources):
        return ""
    return f"{other.name} says these words elsewhere in the draft"


def _contrast(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    left, right = (" ".join(words[:_SHOWN]) for words in (ours, theirs))
    if not left:
        return f'"{right}" stands there and not here'
    return f'"{left}" stands here, "{right}" there' if right else f'"{left}" stands only here'


def _place_quotes(draft: Draft, options: QuoteMismatch, likeness: Likeness) -> Iterator[_Placed]:
    headline = draft.headline
    if headline is not None:
        for inner in find_headline_quotes(headline):
            words = read_words(inner.of(headline.text), likeness)
            if len(words) >= options.headline:
                marked = any(mark in inner.of(headline.text) for mark in _MARKED)
                yield _Placed(inner, headline.field, words, marked)
    speech = _read_speech(draft)
    for quote in draft.segmentation.quotes:
        if draft.segmentation.paragraphs[quote.paragraph].kind == "headline":
            continue
        text = quote.inner.of(draft.text)
        words = read_words(text, likeness)
        if len(words) >= options.words:
            marked = any(mark in text for mark in _MARKED)
            speaker = find_speaker(speech, quote.inner)
            tagged = _is_tagged(draft, quote.inner, speaker)
            yield _Placed(quote.inner, "text", words, marked, speaker, tagged)


def _is_tagged(draft: Draft, inner: Span, speaker: Source | None) -> bool:
    here = sentence_at(draft, inner.start)
    return here is not None and any(
        speaker is not None and near.source_id == speaker.id and near.attribution.cue is not None
        for near in attributions_near(draft, here, here)
    )


def _read_speech(draft: Draft) -> Speech | None:
    resolution = Resolution(tuple(draft.sources.values()), draft.attributions)
    return read_speech(resolution).get(draft.article.id)
