"""Where a draft says that somebody would not speak, however it is put."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrib.check import phrasing, wording
from attrib.check.draft import Draft
from attrib.records import Span

# A refusal however it is put: what is not done, and up to six words on the asking or telling.
_REFUSAL = re.compile(
    r"\b(?:declin\w{1,4}|refus\w{1,4}|(?:would|could|did|does|do|will|was|were|has|have|had|is)\s?"
    r"(?:not|n['’]t)|won['’]t|turned\sdown|rejected|rebuffed|ignored|nothing|unable|unwilling"
    r"|unavailable|(?:chose|preferred|opted|asked)\snot|hung\sup|kept|made\sno)\b"
    r"(?:[^\w.!?\n]{1,2}[\w'’-]{1,20}){0,6}?[^\w.!?\n]{1,2}"
    r"(?:comment|discuss|say|talk|speak|respond|reply|answer|return|interviewed|interview|requests?"
    r"|messages?|calls?|called|e?-?mails?|questions?|drawn|add|reached|silent|quiet|counsel)\b"
    r"|\b(?:none|neither|nobody|no\sone)\b(?:[^\w.!?\n]{1,2}[\w'’-]{1,20}){1,8}?\s(?:would|could|wanted\sto|agreed\sto)"
    r"\s(?:talk|speak|comment|say|discuss|respond)\b"
    r"|\b(?:calls?|messages?|e-?mails?|questions?|letters?)\s(?:\w{1,12}\s){0,3}(?:unanswered|unreturned)\b"
    r"|[“\"‘]no\scomment\b",
    re.IGNORECASE,
)


def find_refusals(draft: Draft, phrases: Iterable[str], shapes: Iterable[str]) -> frozenset[Span]:
    """The spans of the phrases, of the shapes (written as in `wording`) and of plain refusals."""
    found = {
        Span(*match.span())
        for pattern in (phrasing.compile_phrases(phrases, draft.rulebook), _REFUSAL)
        for match in pattern.finditer(draft.text)
    }
    shaped = wording.compile_phrases(shapes, draft.rulebook)
    return frozenset(found.union(wording.find_spans(shaped, draft.text)))
