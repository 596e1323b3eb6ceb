"""Kind "question-headline": a headline that asks instead of telling.

Silent where the question is somebody's, in quotation marks or behind a colon, and where it is
the reader's own ("What is a tidal lock?"): such a piece goes on to answer it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding
from attrib.check.options import read_options
from attrib.check.titles import find_assertion
from attrib.rulebook.entries import CheckRule
from attrib.tokens import tokenise

_SPOKEN = re.compile(r"""["“”«»‘]|(?<!\w)'|:\s""")


@dataclass(frozen=True, slots=True)
class QuestionHeadline:
    """Options of the kind.

    guides  words that open a question which the piece is there to answer
    quoted  1: silent where the question is somebody's
    """

    guides: tuple[str, ...]
    quoted: int = 1


def find_question_headlines(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The headline, at most once."""
    options = read_options(rule, QuestionHeadline)
    if draft.headline is None:
        return
    span = find_assertion(draft.headline)
    words = span.of(draft.headline.text)
    tokens = tokenise(words)
    if not words.endswith("?") or not any(token.is_word for token in tokens):
        return
    if tokens[0].lower in options.guides:
        return
    if options.quoted and _SPOKEN.search(words):
        return
    yield Finding(span, draft.headline.field, (("words", excerpt(draft.headline.text, span)),))
