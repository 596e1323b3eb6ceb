"""Datelines: where and when a report was written, which is no part of what it says.

"MOSCOW – ", "KEMP, Norland (AP) -- ", "OSLO, March 9 — ", "(CNN) ".
"""

from __future__ import annotations

import re

from attrib.records import Span

_UPPER = r"[^\W\d_a-zà-öø-ÿ]"
_DATELINE = re.compile(
    rf"""
    (?:
        {_UPPER}(?:{_UPPER}|[ .'’-]){{2,30}}             # MARROW CREEK
        (?:,\s[\w.]{{1,12}}(?:\s[\w.]{{1,12}})?){{0,2}}  # , Tenn.  , March 9
        (?:\s?\([\w ./]{{2,20}}\))?                      # (AP)
        \s?(?:--|–|—|-\s)\s?
      | \([A-Z][\w ./]{{1,19}}\)\s(?:(?:--|–|—|-)\s)?    # (CNN)
    )
    """,
    re.VERBOSE,
)


def past_dateline(text: str, span: Span) -> int:
    """The offset past a dateline with which `text[span]` begins, or the span's start."""
    match = _DATELINE.match(text, span.start, span.end)
    return match.end() if match and match.end() < span.end else span.start
