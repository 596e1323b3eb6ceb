"""Phrases for the press at large, and what makes them another matter."""

from __future__ import annotations

from dataclasses import dataclass

from attrib.check.draft import Draft
from attrib.tokens import Token

_ONE = frozenset(("a", "an", "one", "another"))
# A clause begins behind these: "the buyer, whom [papers] have named".
_OPENERS = frozenset(
    ("who", "whom", "which", "what", "as", "but", "while", "where", "because", "when", "though",
     "although", "if", "since", "until", "after", "before")
)  # fmt: skip
_LANGUAGE = "-language"


@dataclass(frozen=True, slots=True)
class UnnamedMedia:
    """Options of the kind.

    nouns      words for the press or for what it puts out ("media", "reports")
    vague      nouns that are the press's only with a modifier of the press, or alone
    mass       nouns without a plural, that a modifier makes the press ("local radio")
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
    mass: tuple[str, ...]
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


def count_unlisted(
    draft: Draft, tokens: tuple[Token, ...], first: int, last: int, options: UnnamedMedia
) -> int:
    """One word before the press, that no list knows, where an article stands before it."""
    if first < 2 or tokens[last].lower in options.vague:
        return 0
    token, before = tokens[first - 1], tokens[first - 2].lower
    small = token.is_word and not token.is_capitalised
    known = token.lower in draft.vocabulary.function_words or token.lower in options.other
    return int(small and not known and before in ("the", "a", "some", "in", "by"))


def is_body(draft: Draft, tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a word of the phrase has a capital, and so the word before: a name."""
    return (
        first > 0
        and tokens[first - 1].is_word
        and tokens[first - 1].is_capitalised
        and tokens[first - 1].lower not in draft.vocabulary.function_words
        and any(token.is_capitalised for token in tokens[first : last + 1])
    )


def modifies(token: Token, options: UnnamedMedia) -> bool:
    known = token.lower in options.modifiers or token.lower in options.press
    return token.is_word and (known or token.lower.endswith(_LANGUAGE))


def is_press(tokens: tuple[Token, ...], first: int, last: int, options: UnnamedMedia) -> bool:
    """Whether the words from `first` to `last` stand for the press at large."""
    before = tokens[first - 1].lower if first else ""
    after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    if before in options.other or after in options.followers:
        return False
    # "The celebrity press Marlowe Books": one of that name.
    named = last + 1 < len(tokens) and tokens[last + 1].is_capitalised
    if named and tokens[last].lower == "press" and first < last:
        return False
    if first and tokens[last].lower in options.vague and _is_name(tokens, first - 1):
        return False
    if tokens[last].lower not in options.vague:
        return True
    if tokens[last].lower in options.bound:
        return has_press(tokens, first, last, options)
    if tokens[last].lower in options.mass and first < last:
        return before not in options.pointing
    if not tokens[last].lower.endswith("s"):
        # "The newspaper" was named before; "a newspaper" was not.
        return not _ONE.isdisjoint({before, *(token.lower for token in tokens[first:last])}) and (
            tokens[last].lower in options.outlets or has_press(tokens, first, last, options)
        )
    if has_press(tokens, first, last, options):
        return True
    # "Police reports", "the reports": whose they are stands before them.
    bare = not before or not tokens[first - 1].is_word or before in _OPENERS
    bare = bare or is_led(tokens, first, last, options)
    return bare and before not in options.pointing


def _is_name(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether the word there has a capital of its own: "the WLWT [television channel]"."""
    return place > 0 and tokens[place].is_word and tokens[place].is_capitalised


def has_press(tokens: tuple[Token, ...], first: int, last: int, options: UnnamedMedia) -> bool:
    return any(
        token.lower in options.press or token.lower.endswith(_LANGUAGE)
        for token in tokens[first:last]
    )


def is_led(tokens: tuple[Token, ...], first: int, last: int, options: UnnamedMedia) -> bool:
    words = [token.lower for token in tokens[max(first - 4, 0) : first]]
    if words[-1:] in (["the"], ["a"], ["an"]):
        words.pop()
    text = f" {' '.join(words)}"
    leads = options.leads
    if has_press(tokens, first, last, options):
        leads += options.press_leads
    return any(text.endswith(f" {lead}") for lead in leads)
