"""Whom a text says that it has its words from, read behind "citing" and the like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from attrib.tokens import Token

# Words of an origin that are compared: "a Reuters dispatch from Brenna".
_LONGEST_ORIGIN = 6


@dataclass(frozen=True, slots=True)
class SharedOrigin:
    """Options of the kind.

    citing    words before an origin ("citing", "quoted")
    groups    words for several ("both", "each"), which
    between   these may part from
    drawing   wordings that tell where they have it from ("citing", "told by")
    same      wordings that say that it is the same one, before one of
    origins   nouns for what outlets draw on ("dispatch")
    joints    what may stand between two outlets named together ("and")
    counts    words that show that there are several ("two"), before
    papers    nouns for outlets ("newspapers")
    many      plural origins, which need not be the same ("officials", "sources")
    support   words by which one outlet is made to bear out another ("second")
    further   further ones, before one of the papers or of
    bodies    nouns for others who may bear a claim out ("experts")
    times     what may be the same without being an origin ("day")
    counted   wordings that count several as bearing a claim out ("corroborated")
    leaning   wordings by which one of them turns out to have it from another ("took it from")
    shapes    more of these, written as in `wording`
    numbers   words of a sentence that count ("twice"), with
    joining   verbs of what several do ("endorsed"), before a sentence on the two with
    passing   a word for what one has from another ("statement")
    own       words that show separate work ("confirmed", "own")
    """

    citing: tuple[str, ...]
    groups: tuple[str, ...]
    between: tuple[str, ...]
    drawing: tuple[str, ...]
    same: tuple[str, ...]
    origins: tuple[str, ...]
    joints: tuple[str, ...]
    counts: tuple[str, ...]
    papers: tuple[str, ...]
    many: tuple[str, ...]
    support: tuple[str, ...]
    further: tuple[str, ...]
    bodies: tuple[str, ...]
    times: tuple[str, ...]
    counted: tuple[str, ...]
    leaning: tuple[str, ...]
    shapes: tuple[str, ...]
    numbers: tuple[str, ...]
    joining: tuple[str, ...]
    passing: tuple[str, ...]
    own: tuple[str, ...]


def compile_several(options: SharedOrigin) -> re.Pattern[str]:
    groups, between, drawing = (
        "|".join(r"\s+".join(map(re.escape, words.split())) for words in listed)
        for listed in (options.groups, options.between, options.drawing)
    )
    pattern = rf"(?<!\w)(?:{groups})\s+(?:(?:{between})\s+){{0,4}}(?:{drawing})(?!\w)"
    return re.compile(pattern, re.IGNORECASE)


def read_origin(
    tokens: tuple[Token, ...], options: SharedOrigin
) -> tuple[int, int, frozenset[str]] | None:
    """Start, end and words of the origin that `tokens` begin with, if it can only be one."""
    taken: list[Token] = []
    for token in tokens[:_LONGEST_ORIGIN]:
        if not token.text[0].isalnum() and token.lower not in ("'s", "’s", "&"):
            break
        if taken and token.lower in _STOPS:
            break
        taken.append(token)
    words = [token.lower for token in taken]
    if not taken or words[0] in options.own or (words[0] in _THEIRS):
        return None
    same = "same" in words
    if not same and (words[-1] in options.many or any(word in options.many for word in words)):
        return None
    key = frozenset(word for word in words if word not in _EMPTY and word not in options.origins)
    return taken[0].start, taken[-1].end, key


_STOPS = frozenset(
    ("that", "who", "which", "as", "and", "in", "on", "for", "said", "reported", "at")
)
_THEIRS = frozenset(
    ("by", "their", "its", "his", "her", "them", "it", "no", "what", "how", "that", "as")
)
_EMPTY = frozenset(
    ("the", "a", "an", "same", "'s", "’s", "&", "by", "from", "of", "news", "agency")
)
