"""Kind "unnamed-media": the press at large for a source, where an outlet should be named.

"Local media said", "according to press reports": the words count only where they report, as
the subject of a reporting verb or behind "according to", and where no outlet is named beside
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, in_headline, is_silent, is_voiced
from attrib.check.options import read_options
from attrib.check.outlets import OutletNames, find_outlets, load_outlets
from attrib.check.phrasing import compile_phrases
from attrib.check.words import stem
from attrib.records import Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import Token, tokenise

# Words between the press and its verb: "local media in the two towns on Monday said".
_LONGEST_GAP = 7
_ONE = frozenset(("a", "an", "one", "another"))
# The farthest the word after a passive may stand from it, in characters.
_REACH = 20
_LANGUAGE = "-language"
_BEING = frozenset(("are", "is", "were", "was", "been"))


@dataclass(frozen=True, slots=True)
class UnnamedMedia:
    """Options of the kind.

    nouns      words for the press or for what it puts out ("media", "reports")
    vague      nouns that are the press's only with a modifier of the press, or alone
    bound      vague nouns that are the press's only with a modifier of it ("pages")
    outlets    vague nouns for one outlet, that "a" leaves without a name ("newspaper")
    modifiers  words before the noun that name no outlet ("local", "several")
    press      modifiers that show that the press is meant ("media", "newspaper")
    pointing   words before a vague noun that point back at something named
    other      words before any noun that make it another matter ("social")
    leads      what stands before a source ("according to")
    press_leads  what may stand before one besides, with a modifier of the press ("after")
    followers  words after the noun that make it another matter ("filed", "conference")
    gap        words that may open a phrase between the noun and its verb ("in", "on")
    verbs      reporting verbs
    helpers    words that may stand between the noun and its verb ("have", "also")
    passives   wordings in which the press reports unseen ("it was reported")
    reported   words after such a wording that make it another matter ("to the police")
    """

    nouns: tuple[str, ...]
    vague: tuple[str, ...]
    bound: tuple[str, ...]
    outlets: tuple[str, ...]
    modifiers: tuple[str, ...]
    press: tuple[str, ...]
    pointing: tuple[str, ...]
    other: tuple[str, ...]
    leads: tuple[str, ...]
    press_leads: tuple[str, ...]
    followers: tuple[str, ...]
    gap: tuple[str, ...]
    verbs: tuple[str, ...]
    helpers: tuple[str, ...]
    passives: tuple[str, ...]
    reported: tuple[str, ...]


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
        while first and _modifies(tokens[first - 1], options):
            first -= 1
        # "The [golfing] press", "[Crossfield] Media".
        first -= _count_unlisted(draft, tokens, first, last, options)
        if _is_body(draft, tokens, first, last):
            continue
        if not _is_press(tokens, first, last, options):
            continue
        led = _is_led(tokens, first, last, options) and _ends(draft, tokens, last, options)
        if not led and not _reports(draft, tokens, last + 1, verbs, options):
            continue
        # "Press" is no more than the beginning of "press reports".
        if found is not None and found[1] < first:
            yield found
        found = first, last
    if found is not None:
        yield found


def _count_unlisted(
    draft: Draft, tokens: tuple[Token, ...], first: int, last: int, options: UnnamedMedia
) -> int:
    """One word before the press, that no list knows, where an article stands before it."""
    if first < 2 or tokens[last].lower in options.vague:
        return 0
    token, before = tokens[first - 1], tokens[first - 2].lower
    small = token.is_word and not token.is_capitalised
    known = token.lower in draft.vocabulary.function_words or token.lower in options.other
    return int(small and not known and before in ("the", "a", "some", "in", "by"))


def _is_body(draft: Draft, tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a word of the phrase has a capital, and so the word before: a name."""
    return (
        first > 0
        and tokens[first - 1].is_word
        and tokens[first - 1].is_capitalised
        and tokens[first - 1].lower not in draft.vocabulary.function_words
        and any(token.is_capitalised for token in tokens[first : last + 1])
    )


def _modifies(token: Token, options: UnnamedMedia) -> bool:
    known = token.lower in options.modifiers or token.lower in options.press
    return token.is_word and (known or token.lower.endswith(_LANGUAGE))


def _is_press(tokens: tuple[Token, ...], first: int, last: int, options: UnnamedMedia) -> bool:
    """Whether the words from `first` to `last` stand for the press at large."""
    before = tokens[first - 1].lower if first else ""
    after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    if before in options.other or after in options.followers:
        return False
    if first and tokens[last].lower in options.vague and _is_name(tokens, first - 1):
        return False
    if tokens[last].lower not in options.vague:
        return True
    if tokens[last].lower in options.bound:
        return _has_press(tokens, first, last, options)
    if not tokens[last].lower.endswith("s"):
        # "The newspaper" was named before; "a newspaper" was not.
        return not _ONE.isdisjoint({before, *(token.lower for token in tokens[first:last])}) and (
            tokens[last].lower in options.outlets or _has_press(tokens, first, last, options)
        )
    if _has_press(tokens, first, last, options):
        return True
    # "Police reports", "the reports": whose they are stands before them.
    bare = not before or not tokens[first - 1].is_word or _is_led(tokens, first, last, options)
    return bare and before not in options.pointing


def _is_name(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether the word there has a capital of its own: "the WLWT [television channel]"."""
    return place > 0 and tokens[place].is_word and tokens[place].is_capitalised


def _has_press(tokens: tuple[Token, ...], first: int, last: int, options: UnnamedMedia) -> bool:
    return any(
        token.lower in options.press or token.lower.endswith(_LANGUAGE)
        for token in tokens[first:last]
    )


def _is_led(tokens: tuple[Token, ...], first: int, last: int, options: UnnamedMedia) -> bool:
    words = [token.lower for token in tokens[max(first - 4, 0) : first]]
    if words[-1:] in (["the"], ["a"], ["an"]):
        words.pop()
    text = f" {' '.join(words)}"
    leads = options.leads
    if _has_press(tokens, first, last, options):
        leads += options.press_leads
    return any(text.endswith(f" {lead}") for lead in leads)


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
    for place, token in enumerate(near):
        going = token.lower.endswith("ing") and (not place or near[place - 1].lower not in _BEING)
        if stem(token.text, draft.vocabulary) in verbs and not going:
            return True
        # "The press has it that ..."
        if token.lower in ("has", "have", "had") and near[place + 1 : place + 2]:
            if near[place + 1].lower == "it":
                return True
        if not token.text[0].isalnum() or (not in_gap and token.lower not in options.helpers):
            return False
    return False


def _is_named(
    draft: Draft, index: int, phrase: Span, tokens: tuple[Token, ...], outlets: OutletNames
) -> bool:
    """Whether an outlet is named in the sentence or in the next of its paragraph."""
    if any(not named.span.overlaps(phrase) for named in find_outlets(tokens, outlets)):
        return True
    sentences = draft.segmentation.sentences
    if index + 1 >= len(sentences):
        return False
    after = sentences[index + 1]
    if after.paragraph != sentences[index].paragraph:
        return False
    following = tokenise(draft.text, after.span.start, after.span.end)
    return next(find_outlets(following, outlets), None) is not None
