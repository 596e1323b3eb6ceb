"""Contents with a hole in them: words of one clause that neither tags nor rules took in."""

from __future__ import annotations

import re
from dataclasses import replace

from attrib.records import Attribution, Span

_SET_OFF = re.compile(r"\s*(?:[,(]|[—–]|--?).*(?:[,)]|[—–]|--?)\s*", re.DOTALL)
"""What stands between two marks can be left out: ", who won on Tuesday, "."""
_MARKS = frozenset('"“”')


def close_gaps(item: Attribution, text: str) -> Attribution:
    """`item`, parts of its content in one sentence joined where nothing parts them.

    "That the firm, which" and "hits like the song": the words between belong to the clause. What
    the attribution's own words stand in, or commas and dashes set off, still parts.
    """
    if len(item.content) < 2:
        return item
    own = [part.span for part in (item.cue, item.source, item.medium, item.addressee) if part]
    own += [origin.span for origin in item.origins]
    joined = [item.content[0]]
    for span in item.content[1:]:
        gap = Span(joined[-1].end, span.start)
        inside = item.sentence.start <= joined[-1].start and span.end <= item.sentence.end
        words = gap.of(text)
        plain = words.strip() and not _SET_OFF.fullmatch(words) and not _MARKS & set(words)
        if inside and plain and not any(gap.overlaps(part) for part in own):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return replace(item, content=tuple(joined))
