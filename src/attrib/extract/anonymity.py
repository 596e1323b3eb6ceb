"""What somebody asks about his own name is a condition of what he says, and no claim."""

from __future__ import annotations

from attrib.records import Attribution

_BEHIND = 40
"""How many characters behind the start of the content are looked at."""
_OPENING = len("that ")
"""How far into the content the wish may begin: "asked that his name not be used"."""


def keeps_name_back(item: Attribution, text: str, terms: frozenset[str]) -> bool:
    """Whether who speaks only asks not to be named: "asked not to be named", "sought anonymity".

    `terms` are the lower-case phrases for that; quoted words are told as they were said.
    """
    cue = item.cue
    if cue is None or item.voice == "direct":
        return False
    start, opens = cue.span.start, item.content[0].start
    if opens < start:
        return False
    shown = " ".join(text[start : min(opens + _BEHIND, item.content[-1].end)].lower().split())
    # "Police said the victims would not be named" tells of others.
    reach = opens - start + _OPENING
    return any(0 <= shown.find(term) <= reach for term in terms)
