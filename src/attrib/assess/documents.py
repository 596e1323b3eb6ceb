"""The documents that the words around an attribution name."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.assess.wording import find_term
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
    named = find_term(frame, rulebook.terms_of("assess-documents"))
    recorded = find_term(frame, rulebook.terms_of("assess-recordings"))
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


def _date_near(frame: Sequence[Token], named: Span, rulebook: Rulebook) -> bool:
    """Whether date or issuer stand beside a document: "a 12 May audit", "an audit by Kemp"."""
    days = rulebook.terms_of("months") | rulebook.terms_of("weekdays")
    place = next(index for index, token in enumerate(frame) if token.start >= named.start)
    before, after = frame[max(place - 3, 0) : place], frame[place + 1 : place + 5]
    if any(token.lower in days and token.is_capitalised for token in before):
        return True
    return (
        bool(after)
        and after[0].lower in ("by", "from", "of", "dated", "published", "issued")
        and any(word.is_capitalised or word.text[0].isdigit() for word in after[1:])
    )
