"""When a name that attrib gives is one that a reader would accept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from attrib.records import Claim, Source

_UNNAMED = ("USP", "UDK", "UOR", "URL", "SOC", "COL")
_ARTICLES = {"the", "a", "an"}


def names_of(claim: Claim, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """The proper names given for a claim's source, those of its members for a joint one."""
    if claim.source is None:
        return ()
    source = sources[claim.source.id]
    if source.members:
        return tuple(sources[key].name for key in source.members)
    named = source.resolved and source.source_class not in _UNNAMED
    return (source.name,) if named else ()


def is_described(claim: Claim, sources: Mapping[str, Source]) -> bool:
    """Whether the name given is the source's own description, as "voters" or "a new poll"."""
    source = sources[claim.source.id] if claim.source else None
    return source is not None and source.reason == "described, not named"


def means_same(given: Iterable[str], accepted: Iterable[str]) -> bool:
    """Whether the names given are one of those accepted; "A + B" is both, in any order."""
    mine = [_words(name) for name in given]
    for wanted in accepted:
        theirs = [_words(name) for name in wanted.split(" + ")]
        if len(mine) == len(theirs) and all(
            any(_is_short_for(one, other) or _is_short_for(other, one) for other in theirs)
            for one in mine
        ):
            return True
    return False


def names_issuer(given: Iterable[str], accepted: Iterable[str]) -> bool:
    """Whether the name given to a paper holds one accepted for its issuer: "Ashby report"."""
    return any(
        set(_words(wanted)) < set(_words(name)) for name in given for wanted in accepted if wanted
    )


def _words(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.findall(r"\w+", re.sub(r"['’]s\b|[.'’]", "", plain))
    return tuple(word for word in words if word not in _ARTICLES)


def _is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` leaves words of `full` out, and ends in the same one."""
    return bool(short) and set(short) <= set(full) and short[-1] == full[-1]
