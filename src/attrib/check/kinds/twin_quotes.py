"""Quotes that a draft gives twice, in headline or text, with other words or another speaker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage, attributions_near, in_headline, sentence_at
from attrib.check.kinds.headline_quotes import find_headline_quotes
from attrib.check.likeness import Likeness, read_words
from attrib.check.recorded import ReadQuote, RecordWords, find_recorded
from attrib.check.twins import Twin, find_turned, find_twins
from attrib.check.voices import Speech, find_speaker, is_known, is_same_speaker, read_speech
from attrib.records import Field, Resolution, Source, Span

MARKED = ("[", "...", "…", ". .")
# Two wordings that part in more places are two utterances.
_MOST_DIFFERENCES = 2
LONGEST_DIFFERENCE = 3
_FEWEST_OWN = 2
"""Words with content that two wordings of one quote share; of a headline's one fewer."""
_FEWEST_LEADING = 2
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
    leading   the same where one of the two is the headline's
    alike     how many percent of a quote its source text must have, to be the same quote
    spoken    the fewest words that two people do not say alike by chance
    fillers   words that may be left out ("um")
    light     further words that say little by themselves ("going", "think")
    turning   words without which a headline says something else ("not", "if")
    openers   words that may open a quote or not ("and")
    records   words for a record that has what was said ("minutes")
    recorded  how many percent of the shorter wording a record must have in the same order
    """

    words: int
    headline: int
    shared: int
    covered: int
    twin: int
    leading: int
    alike: int
    spoken: int
    fillers: tuple[str, ...]
    light: tuple[str, ...]
    turning: tuple[str, ...]
    openers: tuple[str, ...]
    records: tuple[str, ...]
    recorded: int


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


def find_twin_quotes(draft: Draft, options: QuoteMismatch, likeness: Likeness) -> Iterator[Finding]:
    quotes = list(_place_quotes(draft, options, likeness))
    yield from _find_turned(draft, quotes, options)
    yield from _find_recorded(draft, quotes, options)
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


def _find_turned(draft: Draft, quotes: list[_Placed], options: QuoteMismatch) -> Iterator[Finding]:
    """Quotes of the headline that part in a word on which all depends ("not", "if", "will")."""
    for leading in quotes:
        if leading.field != "title" and not in_headline(draft, leading.inner.start):
            continue
        below = [
            other
            for other in quotes
            if other.field == "text" and not in_headline(draft, other.inner.start)
        ]
        wanted = f" {' '.join(leading.words)} "
        if leading.marked or any(wanted in f" {' '.join(other.words)} " for other in below):
            continue
        for other in below:
            ours, theirs = find_turned(leading.words, other.words, options.turning)
            if ours or theirs:
                text = draft.text if leading.field == "text" else draft.article.title or ""
                values = (
                    ("words", excerpt(text, leading.inner)),
                    ("reason", contrast(ours, theirs)),
                )
                note = Passage(other.inner, "given so here")
                yield Finding(leading.inner, leading.field, values, (note,))
                break


def _find_recorded(
    draft: Draft, quotes: list[_Placed], options: QuoteMismatch
) -> Iterator[Finding]:
    """Quotes of the text that a record, cited in it, has with other words."""
    body = [
        ReadQuote(quote.inner, quote.words)
        for quote in quotes
        if quote.field == "text" and not quote.marked
    ]
    record = RecordWords(options.records, options.words, options.recorded)
    empty = draft.vocabulary.function_words.union(options.light)
    for first, second in find_recorded(draft, body, record):
        own = set(first.words) & set(second.words) - empty
        if len(own) < _FEWEST_OWN:
            continue
        ours, theirs = (
            tuple(word for word in one.words if word not in other.words)
            for one, other in ((first, second), (second, first))
        )
        values = (
            ("words", excerpt(draft.text, first.inner)),
            ("reason", contrast(ours, theirs)),
        )
        yield Finding(first.inner, values=values, related=(Passage(second.inner, "recorded so"),))


def _is_one_quote(
    draft: Draft, twin: Twin, first: _Placed, second: _Placed, options: QuoteMismatch
) -> bool:
    """Whether two wordings are meant to be one utterance, and not a speaker's two turns."""
    leads = "title" in (first.field, second.field) or in_headline(draft, first.inner.start)
    if len(twin.shared) < (options.headline if leads else options.shared):
        return False
    # "I don't think it ... to" is how anybody speaks.
    empty = draft.vocabulary.function_words.union(options.light)
    own = [word for word in twin.shared if word not in empty]
    if len(own) < (_FEWEST_OWN - 1 if leads else _FEWEST_OWN):
        return False
    few = len(twin.differences) <= _MOST_DIFFERENCES
    alike = options.leading if leads else options.twin
    if not few or twin.covered * 100 < options.covered or twin.alike * 100 < alike:
        return False
    if any(max(len(one), len(other)) > LONGEST_DIFFERENCE for one, other in twin.differences):
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
        return contrast(ours, theirs)
    one_speaker, other = wrong.speaker, right.speaker
    if one_speaker is None or other is None or len(twin.shared) < options.spoken:
        return ""
    # Of two fragments of a long speech each may have lost its speaker on the way.
    if not is_known(one_speaker) or not is_known(other) or not wrong.tagged or not right.tagged:
        return ""
    if is_same_speaker(one_speaker, other, draft.sources, draft.sources):
        return ""
    return f"{other.name} says these words elsewhere in the draft"


def contrast(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    left, right = (" ".join(words[:_SHOWN]) for words in (ours, theirs))
    if not left:
        return f'"{right}" stands there and not here'
    return f'"{left}" stands here, "{right}" there' if right else f'"{left}" stands only here'


def _place_quotes(draft: Draft, options: QuoteMismatch, likeness: Likeness) -> Iterator[_Placed]:
    headline = draft.headline
    if headline is not None:
        for inner in find_headline_quotes(headline):
            words = read_words(inner.of(headline.text), likeness)
            if len(words) >= _FEWEST_LEADING:
                marked = any(mark in inner.of(headline.text) for mark in MARKED)
                yield _Placed(inner, headline.field, words, marked)
    speech = _read_speech(draft)
    for quote in draft.segmentation.quotes:
        if draft.segmentation.paragraphs[quote.paragraph].kind == "headline":
            continue
        text = quote.inner.of(draft.text)
        words = read_words(text, likeness)
        if len(words) >= options.words:
            marked = any(mark in text for mark in MARKED)
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
