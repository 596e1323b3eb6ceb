"""How a name stands in its sentence: subject, apposition, role before it, body behind it."""

from __future__ import annotations

from attrib.resolve.lexicon import Lexicon
from attrib.resolve.phrases import Words, phrase_ending
from attrib.tokens import Token

MARKS_BEFORE_NAME = frozenset({"“", '"', "‘", "'", "«", "„", "(", "[", "-", "–", "—", ":", "•"})

_APPOSITION = 16
"""How many tokens after a comma are read as an apposition to a name."""


_DESCRIPTION = 7
"""How many tokens a description that opens a sentence may have."""


def is_subject(tokens: Words, start: int, last: int, possessive: bool, lexicon: Lexicon) -> bool:
    """Whether a name seems to be the subject of a clause: it opens one, and a verb follows."""
    before: Token | None = tokens[start - 1] if start > 0 else None
    opens = (
        before is None
        or before.text in MARKS_BEFORE_NAME
        or before.text in (",", ";", "”")
        or lexicon.has("subordinators", before.lower)
        or lexicon.has("coordinators", before.lower)
    )
    if last < len(tokens) and tokens[last].text == "(":
        closing = (spot for spot in range(last, len(tokens)) if tokens[spot].text == ")")
        last = next(closing, last) + 1
    if last >= len(tokens):
        return False
    after = tokens[last]
    if after.text == "," or possessive:
        return opens and (before is None or before.text != ",")
    return (
        opens
        and after.is_word
        and after.text.islower()
        and not lexicon.has("prepositions", after.lower)
        and not lexicon.has("coordinators", after.lower)
        and not lexicon.has("subordinators", after.lower)
    )


def modifies(following: Token | None, lexicon: Lexicon) -> bool:
    """Whether a noun follows, so that the name only describes it: "Ashby supporters"."""
    if following is None or not following.text.islower():
        return False
    return following.lower in lexicon.nouns or lexicon.singular(following.lower) in lexicon.nouns


def role_start(tokens: Words, first: int, lexicon: Lexicon) -> int:
    """Where the role or noun in lower case before a name begins; `first` when there is none."""
    for table in (lexicon.roles, lexicon.terms("apposed-nouns")):
        found = phrase_ending(tokens, first, table, lexicon)
        if found and tokens[first - 1].text.islower():
            before = tokens[found[0] - 1].lower if found[0] else ""
            # "to head Meridian" is a verb and no role.
            return first if before == "to" or lexicon.has("auxiliaries", before) else found[0]
    return first


def seat_start(tokens: Words, first: int, lexicon: Lexicon) -> int:
    """Where the office in lower case begins whose seat opens a name: "mayor of London Ida Moss"."""
    link = first - 1
    if link > 0 and lexicon.has("seat-links", tokens[link].lower):
        found = phrase_ending(tokens, link, lexicon.roles, lexicon)
        if found and tokens[link - 1].text.islower():
            return found[0]
    return first


def body_end(tokens: Words, last: int, lexicon: Lexicon) -> int:
    """Where the body ends that a name begins: "Ashby's campaign", "Leeds police"; 0 for none."""
    start = last
    if start < len(tokens) and tokens[start].text in ("'s", "’s"):
        start += 1
    for size in (2, 1):
        words = tokens[start : start + size]
        noun = " ".join(word.text for word in words)
        if len(words) == size and noun.islower() and lexicon.has("lower-bodies", noun):
            return words[-1].end
    return 0


def apposition_end(tokens: Words, comma: int, lexicon: Lexicon) -> int:
    """Where the apposition behind `comma` ends as a text offset; 0 when none stands there."""
    start = comma + 1
    if start >= len(tokens):
        return 0
    opener = tokens[start]
    starts_role = any(
        phrase_ending(tokens, min(start + size, len(tokens)), lexicon.roles, lexicon)
        for size in (1, 2, 3)
    )
    opens = (
        opener.lower in ("a", "an", "the")
        or lexicon.has("possessive-words", opener.lower)
        or starts_role
        or (
            opener.is_capitalised and any(t.text in ("'s", "’s") for t in tokens[start : start + 4])
        )
    )
    if not opens:
        return 0
    for place in range(start + 1, min(start + _APPOSITION, len(tokens))):
        # "In Ashby, a pilot said": what follows the comma is a clause of its own.
        if _is_finite(tokens[place], lexicon):
            return 0
        if tokens[place].text in (",", ".", ";", "?", "!", "”", '"'):
            clause = tokens[place - 1].lower.endswith("ed") and tokens[place].text != ","
            return 0 if clause else tokens[place - 1].end
    return 0


def _is_finite(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is surely a verb: what holds one is a clause, no apposition."""
    return lexicon.has("past-verbs", token.lower) and not token.is_capitalised


def described_end(tokens: Words, lexicon: Lexicon) -> int:
    """Where "The Ashby senator", a person without a name, ends that opens a sentence; or 0."""
    if len(tokens) < 3 or not lexicon.has("determiners", tokens[0].lower):
        return 0
    for end in range(2, min(len(tokens), _DESCRIPTION)):
        if not tokens[end - 1].is_word or lexicon.has("prepositions", tokens[end - 1].lower):
            return 0
        role = phrase_ending(tokens, end, lexicon.roles, lexicon)
        singular = lexicon.singular(tokens[end - 1].lower) == tokens[end - 1].lower
        following = tokens[end]
        if role and singular and not (following.is_capitalised or following.text in ("'s", "’s")):
            return tokens[end - 1].end
    return 0
