"""How many independent sources one attribution has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrib.assess.wording import find_term
from attrib.records import Source
from attrib.rulebook import Rulebook
from attrib.tokens import Token, tokenise


def count_members(source: Source, sources: Mapping[str, Source], rulebook: Rulebook) -> int:
    """Independent members of a joint source, 1 or more; those of one organisation are one."""
    joint = rulebook.terms_of("statement-nouns") | rulebook.terms_of("joint-words")
    described = tokenise(" . ".join((source.name, source.description, *source.aliases)))
    # A joint statement is one document, however many sign it.
    if find_term(described, joint):
        return 1
    members = [sources[key] for key in source.members if key in sources]
    return max(len({member.affiliation or member.id for member in members}), 1)


def count_in_words(mention: Sequence[Token], rulebook: Rulebook) -> int:
    """How many a mention counts by its first words; 3 stands for more, 1 for no number."""
    for token, following in pairwise(mention[:4]):
        # A hyphen behind it makes an age of a number, a capital a name or one organisation.
        if following.text in ("-", "–") or following.is_capitalised:
            break
        if token.text.isdecimal():
            return max(min(int(token.text), 3), 1)
        if token.lower in rulebook.terms_of("assess-two"):
            return 2
        if token.lower in rulebook.terms_of("assess-three-or-more"):
            return 3
        if token.lower not in rulebook.terms_of("assess-before-number"):
            break
    return 1
