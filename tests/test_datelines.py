"""Where a report was written is no part of what it says."""

from __future__ import annotations

import pytest

from attrib.datelines import past_dateline
from attrib.records import Span


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("KEMP – ", "The dam broke on Monday."),
        ("KEMP, Norland (AP) -- ", "The dam broke."),
        ("OSTRAVÍK, March 9 — ", "The dam broke."),
        ("MARROW CREEK, Tenn. – ", "The dam broke."),
        ("(CNN) ", "The dam broke."),
        ("LUND (Reuters) - ", "The dam broke."),
        # No datelines: an acronym as the subject, a name with a dash, a bracket in a sentence.
        ("", "NATO said the dam broke."),
        ("", "The mayor – a lawyer – said the dam broke."),
        ("", "UNESCO-listed dams broke."),
        ("", "(The dam broke.)"),
        ("", "A – B"),
        ("", ""),
    ],
)
def test_dateline_is_passed(dateline: str, rest: str) -> None:
    text = dateline + rest
    assert past_dateline(text, Span(0, len(text))) == len(dateline)
