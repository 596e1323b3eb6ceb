"""The documents that the words around an attribution name."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.assess.wording import find_term, match_length
from attrib.records import Span
from attrib.rulebook import Rulebook
from attrib.rulebook.strength import Document
from attrib.tokens import Token


def find_document(
    frame: Sequence[Token], rulebook: Rulebook, *, is_source: bool
) -> tuple[Document, Span | None]:
    """The best document that the words around cue and source name, and where.

    `is_source` says that a document speaks, so that a link leads to it.
    """
    # "The Washington Post" and "the Recording Academy" are no documents.
    common = [token for token in frame if not token.is_capitalised or token is frame[0]]
    named = _noun(common, rulebook)
    recorded = find_term(common, rulebook.terms_of("assess-recordings"))
    link = find_term(frame, rulebook.terms_of("assess-linked"))
    if link:
        # A link to the words themselves proves that they were said, and no more.
        return ("linked", link) if is_source or (named and not recorded) else ("recording", link)
    dated = named and _date_near(frame, named, rulebook)
    if named and dated:
        return "titled", named
    if recorded:
        return "recording", recorded
    seen = named and find_term(frame, rulebook.terms_of("assess-seen"))
    if seen:
        return "seen", seen
    return ("study", named) if named else ("none", None)


def _noun(tokens: Sequence[Token], rulebook: Rulebook) -> Span | None:
    """The first document; in the singular only behind an article, or "they report" would be one."""
    for place, token in enumerate(tokens):
        length = match_length(tokens, place, rulebook.terms_of("assess-documents"))
        opened = any(
            before.lower in rulebook.terms_of("determiners") or before.lower == "'s"
            for before in tokens[max(place - 4, 0) : place]
        )
        if length and (opened or token.lower.endswith("s") or token.lower == "data"):
            return Span(token.start, tokens[place + length - 1].end)
    return None


def _date_near(frame: Sequence[Token], named: Span, rulebook: Rulebook) -> bool:
    """Whether date or issuer stand beside a document: "a 12 May audit", "an audit by Kemp"."""
    days = rulebook.terms_of("months") | rulebook.terms_of("weekdays")
    place = next(index for index, token in enumerate(frame) if token.start >= named.start)
    before, after = frame[max(place - 3, 0) : place], frame[place + 1 : place + 5]
    if any(token.lower in days and token.is_capitalised for token in before):
        return True
    return (
        bool(after)
        and after[0].lower in rulebook.terms_of("assess-issued-by")
        and any(word.is_capitalised or word.text[0].isdigit() for word in after[1:])
    )
