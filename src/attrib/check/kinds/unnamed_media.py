"""Kind "unnamed-media": the press at large for a source, where an outlet should be named.

"Local media said", "according to press reports": the words count only where they report, as
the subject of a reporting verb or behind "according to", and where no outlet is named beside
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, in_headline, is_silent, is_voiced
from attrib.check.options import read_options
from attrib.check.outlets import OutletNames, find_outlets, load_outlets
from attrib.check.phrasing import compile_phrases
from attrib.check.press import (
    UnnamedMedia,
    count_unlisted,
    is_body,
    is_led,
    is_press,
    modifies,
)
from attrib.check.words import stem
from attrib.records import Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# Words between the press and its verb: "local media in the two towns on Monday said".
_LONGEST_GAP = 7
# The farthest the word after a passive may stand from it, in characters.
_REACH = 20
# Outlets that a paragraph begins with say whose the reports before it were.
_SUBJECT = 6
_HEARING = frozenset(("told", "tell", "tells", "telling", "to", "informed", "asked", "urged"))
_UNDERGONE = frozenset(("to", "by", "as"))
_BEING = frozenset(("are", "is", "were", "was", "been"))


def find_unnamed_media(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The first of each wording in the body, one a sentence, in the writer's own words."""
    options = read_options(rule, UnnamedMedia)
    outlets = load_outlets(draft.rulebook)
    verbs = frozenset(stem(verb, draft.vocabulary) for verb in options.verbs)
    passives = compile_phrases(options.passives, draft.rulebook)
    seen: set[str] = set()
    for index, sentence in enumerate(draft.segmentation.sentences):
        tokens = tokenise(draft.text, sentence.span.start, sentence.span.end)
        phrases = [
            Span(tokens[first].start, tokens[last].end)
            for first, last in _find_phrases(draft, tokens, verbs, options)
        ]
        found = passives.finditer(draft.text, sentence.span.start, sentence.span.end)
        phrases += (Span(*match.span()) for match in found if not _is_told(match, options))
        for span in phrases:
            if is_silent(draft, span) or is_voiced(draft, span) or in_headline(draft, span.start):
                continue
            words = " ".join(span.of(draft.text).lower().split())
            if words in seen or _is_named(draft, index, span, tokens, outlets):
                continue
            seen.add(words)
            yield Finding(span, values=(("words", excerpt(draft.text, span)),))
            # One sentence needs to be mended once.
            break


def _is_told_to(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether the press hears it: "told the press that", not "according to the press"."""
    words = [token.lower for token in tokens[max(first - 3, 0) : first]]
    if words[-1:] == ["the"]:
        words.pop()
    return words[-1:] != [] and words[-1] in _HEARING and words[-2:-1] != ["according"]


def _is_told(match: re.Match[str], options: UnnamedMedia) -> bool:
    """Whether it was reported to somebody, or by somebody who is named."""
    following = tokenise(match.string, match.end(), match.end() + _REACH)
    return bool(following) and following[0].lower in options.reported


def _find_phrases(
    draft: Draft, tokens: tuple[Token, ...], verbs: frozenset[str], options: UnnamedMedia
) -> Iterator[tuple[int, int]]:
    """First and last token of each phrase for the press that reports something."""
    found: tuple[int, int] | None = None
    for last, token in enumerate(tokens):
        if token.lower not in options.nouns:
            continue
        first = last
        while first and modifies(tokens[first - 1], options):
            first -= 1
        # "The [golfing] press", "[Crossfield] Media".
        first -= count_unlisted(draft, tokens, first, last, options)
        if is_body(draft, tokens, first, last) or _is_told_to(tokens, first):
            continue
        if not is_press(tokens, first, last, options):
            continue
        led = is_led(tokens, first, last, options) and _ends(draft, tokens, last, options)
        if not led and not _reports(draft, tokens, last + 1, verbs, options):
            continue
        # "Press" is no more than the beginning of "press reports".
        if found is not None and found[1] < first:
            yield found
        found = first, last
    if found is not None:
        yield found


def _ends(draft: Draft, tokens: tuple[Token, ...], last: int, options: UnnamedMedia) -> bool:
    """Whether the phrase is whole: no "media [buyers]"."""
    if last + 1 >= len(tokens) or not tokens[last + 1].is_word:
        return True
    after = tokens[last + 1]
    if after.is_capitalised and tokens[last].lower in options.vague:
        # "Reports [Ms Moss filed]", but "reports [Monday]".
        return after.lower in options.helpers
    return (
        after.is_capitalised
        or after.lower in draft.vocabulary.function_words
        or after.lower in options.helpers
    )


def _reports(
    draft: Draft,
    tokens: tuple[Token, ...],
    start: int,
    verbs: frozenset[str],
    options: UnnamedMedia,
) -> bool:
    """Whether a reporting verb follows, perhaps after "in the town" or "on Monday"."""
    in_gap = start < len(tokens) and tokens[start].lower in options.gap
    near = tokens[start : start + (_LONGEST_GAP if in_gap else 4)]
    if near and near[0].lower == "to":
        # "It is common for news accounts to portray him so."
        return False
    for place, token in enumerate(near):
        going = token.lower.endswith("ing") and (not place or near[place - 1].lower not in _BEING)
        after = near[place + 1].lower if place + 1 < len(near) else ""
        # "A website linked to the party": what was done to it.
        undergoes = not place and after in _UNDERGONE
        if stem(token.text, draft.vocabulary) in verbs and not going and not undergoes:
            return True
        # "The press has it that ..."
        if token.lower in ("has", "have", "had") and after == "it":
            return True
        if not token.text[0].isalnum() or (not in_gap and token.lower not in options.helpers):
            return False
    return False


def _is_named(
    draft: Draft, index: int, phrase: Span, tokens: tuple[Token, ...], outlets: OutletNames
) -> bool:
    """Whether an outlet is named in the sentence, in the next, or first in the next paragraph."""
    if any(not named.span.overlaps(phrase) for named in find_outlets(tokens, outlets)):
        return True
    sentences = draft.segmentation.sentences
    if index + 1 >= len(sentences):
        return False
    after = sentences[index + 1]
    following = tokenise(draft.text, after.span.start, after.span.end)
    if after.paragraph != sentences[index].paragraph:
        following = following[:_SUBJECT]
    return next(find_outlets(following, outlets), None) is not None
