"""Kind "strength-drift": the text beside a quote says more than the quote does.

"We could close it" becomes "will close", "up to 200" becomes "200", "some" becomes "all", a link
becomes a cause. Words are compared, not meanings: the verb behind the hedge, the figure, or the
thing counted must stand in both, and the text must be the same speaker's or the writer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib.check.diagnostics import excerpt
from attrib.check.draft import (
    Draft,
    Finding,
    Passage,
    attributions_near,
    in_headline,
    is_silent,
    person_stems,
)
from attrib.check.hardened import HardeningReader, find_hardened
from attrib.check.kinds.drift_words import StrengthDrift, StrengthReader, compare_strength
from attrib.check.options import read_options
from attrib.check.spoken import Spoken, find_spoken, names_of, words_outside
from attrib.check.unhedged import find_unhedged
from attrib.check.words import stem
from attrib.records import ResolvedAttribution, Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# "Having vowed", "he vowed": the speaker's own act, with nothing to say that he is the source.
_ACTS = re.compile(r"\b(?:having|he|she)\s+\w+", re.IGNORECASE)
# The most words of a sentence and of a quote that are compared: bounds the work on any input.
_LONGEST = 300


def find_strength_drifts(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """One finding a passage of the text."""
    options = read_options(rule, StrengthDrift)
    reader = StrengthReader(draft, options)
    hardening = HardeningReader(draft, options.hardening, options.limits)
    seen: set[Span] = set()
    for one in find_spoken(draft):
        if one.said is None:
            continue
        for index in _sentences_beside(draft, one, options):
            own = _own_words(draft, index)
            quoted = list(tokenise(draft.text, one.quote.inner.start, one.quote.inner.end))
            own, quoted = own[:_LONGEST], quoted[:_LONGEST]
            found = (
                compare_strength(reader, own, quoted)
                or find_hardened(hardening, own, quoted, _told_by(draft, index, one))
                or find_unhedged(draft, hardening, one, index, own)
            )
            # The text may rest on what else is cited between the two, or right behind them.
            around = (min(index, one.first), max(index, one.last) + 1)
            if found is not None and hardening.has_evidence(*around):
                continue
            if found is None or found[0] in seen:
                continue
            seen.add(found[0])
            values = (("words", excerpt(draft.text, found[0])), ("quoted", found[1]))
            related = (Passage(one.quote.span, "the quote"),)
            yield Finding(found[0], values=values, related=related)


def _sentences_beside(draft: Draft, one: Spoken, options: StrengthDrift) -> Iterator[int]:
    """Sentences that are held against the quote: the same speaker's, or nobody's."""
    sentences = draft.segmentation.sentences
    last = min(one.last + options.after, len(sentences) - 1)
    for index in range(max(one.first - options.before, 0), last + 1):
        if in_headline(draft, sentences[index].span.start):
            continue
        if all(
            _may_be_same(draft, near, one)
            for near in attributions_near(draft, index, index)
            if near.attribution.source is not None and near.attribution.within is None
        ):
            yield index


def _told_by(draft: Draft, index: int, one: Spoken) -> tuple[Span, ...]:
    """What of a sentence the quote's speaker says, and the verbs and participles for his saying it.

    Without any source, "having vowed" and "she vowed" are his as well, and so is a sentence that
    names him.
    """
    found: list[Span] = []
    for near in attributions_near(draft, index, index):
        attribution = near.attribution
        if attribution.source is None or is_silent(draft, attribution.source.span):
            continue
        found += attribution.content
        # "He promised" behind the quote is its tag, and no paraphrase.
        if attribution.cue is not None and attribution.voice == "indirect":
            found.append(attribution.cue.span)
    span = draft.segmentation.sentences[index].span
    names = names_of(draft, one, ())
    if (
        index < one.first
        and not found
        and any(
            word.is_capitalised and word.lower in names
            for word in tokenise(draft.text, span.start, span.end)
        )
    ):
        found.append(span)
    found += [Span(*match.span()) for match in _ACTS.finditer(draft.text, span.start, span.end)]
    return tuple(found)


def _may_be_same(draft: Draft, near: ResolvedAttribution, one: Spoken) -> bool:
    """Whether the speaker of the text may be that of the quote, under another name.

    "The fire chief" may be Lee Hart; "the union" is Lee Hart only where the quote's own sentence
    names it ("Hart, who leads the union").
    """
    said, mention = one.said, near.attribution.source
    if said is None or mention is None or one.speaker is None or near.source_id == said.source_id:
        return True
    if mention.span.overlaps(one.speaker.span) or is_silent(draft, mention.span):
        return True
    # "The director of Arle Ferries" has no name.
    words = [token for token in tokenise(mention.text.split(" of ")[0]) if token.is_word]
    theirs = [token for token in tokenise(one.speaker.text) if token.is_word]
    if not words or not theirs:
        return False
    named, other = words[-1].is_capitalised, theirs[-1].is_capitalised
    if named and other:
        return False
    pronouns = draft.rulebook.terms_of("anaphors")
    if words[0].lower in pronouns and len(words) == 1:
        return words[0].lower != "they"
    beside = {token.lower for token in words_outside(draft, one.last)} - {"the", "a", "an"}
    if any(word.lower in beside for word in words if not word.is_capitalised):
        return True
    # A person's role; "the union" and "residents" are others.
    roles = person_stems(draft.rulebook, draft.vocabulary)
    return not words[-1].lower.endswith("s") and stem(words[-1].text, draft.vocabulary) in roles


def _own_words(draft: Draft, index: int) -> list[Token]:
    span = draft.segmentation.sentences[index].span
    tokens = tokenise(draft.text, span.start, span.end)
    return [token for token in tokens if not is_silent(draft, token.span)]
