"""Several speakers that the tag of a quote names: "said Hall and Reed", "the twins told ..."."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from attrib.check.draft import Draft, is_silent
from attrib.check.words import stem
from attrib.records import Span
from attrib.tokens import Token

_LONGEST_LEAD = 8
"""Words that may stand between the verb and a quote behind it: "told reporters on Monday, ..."."""
_LONGEST_NAMED = 5
_PARTING = frozenset(("while", "but", "though", "although", "when", "after", "because", "until"))
_OTHERS = frozenset(("of", "by", "to", "with", "for", "from", "one", "like", "other"))


@dataclass(frozen=True, slots=True)
class JointQuote:
    """Options of the kind.

    words      the fewest words of a quote that is looked at
    several    nouns for people of whom there are more than one ("couple", "neighbours")
    counted    nouns that are such people only when counted ("both [men]", "two [officials]")
    counts     the words that count them
    partners   what may stand behind "and" and begin a second speaker ("his", "the")
    pronouns   words for several who stand in the sentence before
    cues       lemmas of what is done together ("write", "chant")
    verbs      verbs of speech in a tag
    kin        words that may open a second speaker behind a name ("his", "her")
    parents    such words of which two stand for a pair ("mother and father")
    pointing   words before a noun for several ("the", "his")
    bodies     words of names that join no people ("Sons", "Bank")
    together   words anywhere in the sentence that show a common text or voice ("statement")
    """

    words: int
    several: tuple[str, ...]
    counted: tuple[str, ...]
    counts: tuple[str, ...]
    partners: tuple[str, ...]
    pronouns: tuple[str, ...]
    cues: tuple[str, ...]
    verbs: tuple[str, ...]
    kin: tuple[str, ...]
    parents: tuple[str, ...]
    pointing: tuple[str, ...]
    bodies: tuple[str, ...]
    together: tuple[str, ...]


def read_tag(
    draft: Draft,
    words: tuple[Token, ...],
    verbs: frozenset[str],
    options: JointQuote,
    *,
    is_tag: bool,
) -> Span | None:
    """The speakers that a tag names, if they are several.

    Behind the quote the tag is what follows up to its end; before it, the verb comes last.
    """
    words = tuple(token for token in words if not is_silent(draft, token.span))
    if is_tag and words and words[0].lower in _PARTING:
        return None
    speaks = [
        place for place, token in enumerate(words) if stem(token.text, draft.vocabulary) in verbs
    ]
    leads = [
        place
        for place, token in enumerate(words[:-1])
        if token.lower == "according" or (token.lower == "words" and words[place + 1].lower == "of")
    ]
    if leads and not is_tag:
        return _find_pair(words[leads[-1] + 2 :], options, opens=True)
    if not speaks:
        return None
    place = speaks[0] if is_tag else speaks[-1]
    if words[place].lower in options.cues:
        return None
    # "..., said Hall and Reed" or "..., Hall and Reed said".
    if is_tag and place <= 1:
        behind = words[place + 1 :]
        return _find_pair(behind, options, opens=True) or _find_apposed(behind, options)
    if not is_tag and len(words) - place > _LONGEST_LEAD:
        return None
    return _find_pair(words[:place], options, opens=False)


def _find_pair(words: tuple[Token, ...], options: JointQuote, *, opens: bool) -> Span | None:
    """Two names, or a noun for several, that the words open with, or else close with."""
    for place, token in enumerate(words):
        start, end = place, place + 1
        if token.lower in ("and", "nor") and 0 < place < len(words) - 1:
            if not _is_pair(words, place, options):
                continue
            start, end = _begin(words, place), place + 2
            if words[place + 1].lower in options.kin:
                end += 1
            while end < len(words) and words[end].is_word and words[end].is_capitalised:
                end += 1
        elif _is_several(words, place, options):
            start = place - 1
        else:
            continue
        fits = start <= _LONGEST_NAMED if opens else _is_subject(words[end:])
        parted = any(token.text in (",", ";") for token in words[:start]) if opens else False
        if fits and not parted:
            return Span(words[start].start, words[end - 1].end)
    return None


def _find_apposed(words: tuple[Token, ...], options: JointQuote) -> Span | None:
    """Two people who are told by their roles: "its leader, Ida Moss, and her deputy, Bo Ashby"."""
    for place in range(2, len(words) - 2):
        if words[place].lower != "and" or words[place - 1].text != ",":
            continue
        if not words[place - 2].is_capitalised or words[place + 1].lower not in options.partners:
            continue
        behind = words[place + 1 : place + 1 + _LONGEST_NAMED]
        named = [token for token in behind if token.is_capitalised]
        if named:
            return Span(words[0].start, named[-1].end)
    return None


def _is_subject(rest: tuple[Token, ...]) -> bool:
    """Whether nothing but an apposition stands between the speakers and their verb."""
    marks = (",", "-", "–", "—")
    if not rest or rest[-1].lower == "they":
        return True
    return rest[0].text in marks and rest[-1].text in marks


def _is_several(words: tuple[Token, ...], place: int, options: JointQuote) -> bool:
    token = words[place]
    opening = words[max(place - 3, 0) : place]
    known = token.lower in options.several or (
        token.lower in options.counted and any(t.lower in options.counts for t in opening)
    )
    pointed = any(t.lower in options.pointing or t.lower in options.counts for t in opening)
    return known and pointed and not any(t.lower in _OTHERS for t in opening)


def _is_pair(words: tuple[Token, ...], place: int, options: JointQuote) -> bool:
    left, right = words[place - 1], words[place + 1]
    if not left.is_word or not right.is_word:
        return False
    family = left.lower in options.parents and right.lower in options.parents
    partner = left.is_capitalised and right.lower in options.kin
    named = left.is_capitalised and right.is_capitalised and _is_person(words, place, options)
    return named or partner or family


def _is_person(words: tuple[Token, ...], place: int, options: JointQuote) -> bool:
    """Whether "and" joins two people, and not the words of a name ("Food and Health")."""
    before = words[max(place - _LONGEST_NAMED, 0) : place]
    if any(token.lower in ("of", "at", "in", "for", "from", "to") for token in before):
        return False
    after = takewhile(lambda token: token.is_capitalised, words[place + 1 : place + 4])
    around = (words[place - 1], *after)
    return not any(token.lower in options.bodies for token in around)


def _begin(words: tuple[Token, ...], place: int) -> int:
    start = place
    while start and (words[start - 1].is_capitalised or words[start - 1].text == "."):
        start -= 1
    return min(start, place - 1)
