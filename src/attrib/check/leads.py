"""How far the opening sentence of a text stands behind its headline.

The lead may leave open what the headline says plainly: by a hedge before what both are about
("the tannery may have", "is thinking about"), or by a smaller number than the headline's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrib.check.matching import Searcher
from attrib.records import Span
from attrib.tokens import Token, tokenise

Stems = Callable[[Iterable[Token]], frozenset[str]]

_PLAIN = 0.5
"""Where more of the headline than this stands before the hedge, the lead says it plainly."""
_SHARED = 2
_OVERLAP = 0.3


def find_open_lead(
    text: str,
    lead: Span,
    headline: frozenset[str],
    hedges: Searcher,
    trailing: Searcher,
    stems: Stems,
) -> Span | None:
    """The first hedge of the lead, where it stands before most of what the headline says.

    One of `trailing` ("is an option") leaves open what stands before it.
    """
    if not headline:
        return None
    shared = headline & stems(tokenise(text, lead.start, lead.end))
    if len(shared) < min(_SHARED, len(headline)) or len(shared) < _OVERLAP * len(headline):
        return None
    for match in trailing.finditer(text, lead.start, lead.end):
        if len(headline & stems(tokenise(text, lead.start, match.start()))) >= _SHARED:
            return Span(*match.span())
    for match in hedges.finditer(text, lead.start, lead.end):
        said = stems(tokenise(text, lead.start, match.start()))
        # Names stand everywhere: only other words tell that this is left open.
        after = tokenise(text, match.end(), lead.end)
        left = stems(token for token in after if not token.is_capitalised)
        # What somebody is said to be besides is another matter.
        if text[lead.start : match.start()].lower().split()[-1:] == ["who"]:
            continue
        # The headline has the very word, or the lead has told it by then.
        if stems(tokenise(text, *match.span())) & headline or not left & headline:
            continue
        if len(said & headline) > _PLAIN * len(headline):
            return None
        return Span(*match.span())
    return None


def find_swollen(
    tokens: Iterable[Token], amounts: Iterable[str], text: str, start: int
) -> Token | None:
    """The first word of the headline for an amount ("thousands") that the body never uses."""
    listed = frozenset(amounts)
    body = {token.lower for token in tokenise(text, start)}
    return next((t for t in tokens if t.lower in listed and t.lower not in body), None)
