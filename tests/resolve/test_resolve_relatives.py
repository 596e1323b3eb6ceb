"""Relative pronouns as sources: whoever is named or described right before them."""

from __future__ import annotations

import pytest
from staging import names_at, resolved, source_at


@pytest.mark.parametrize(
    ("markup", "name", "source_class"),
    [
        ("Ana met a trainer [source who] [cue said] [content it was ill].", "trainer", "UDK"),
        ("Ana told officials [source who] [cue said] [content it was shut].", "officials", "UOR"),
        # "the clerk" is told by the clause, where no clerk stands before
        ("Ana met the clerk [source who] [cue said] [content it was late].", "clerk", "UDK"),
        ("Ana wrote a report, [source which] [cue said] [content it was old].", "report", "DOC"),
        ("It was Ida Moss, a pilot, [source who] [cue said] [content it fell].", "Ida Moss", None),
    ],
)
def test_who_is_the_one_before_it(markup: str, name: str, source_class: str | None) -> None:
    source = source_at(resolved(markup), 0)
    assert source.name == name
    assert source_class is None or source.source_class == source_class


def test_a_clerk_named_before_is_the_clerk_who_speaks() -> None:
    resolution = resolved(
        "[source Ida Moss, a clerk,] [cue said] [content it was late]. "
        "Ana met the clerk [source2 who] [cue2 said] [content2 so]."
    )
    assert names_at(resolution) == ["Ida Moss", "Ida Moss"]


@pytest.mark.parametrize(
    "markup",
    [
        "It is for those [source who] [cue say] [content it is lost].",
        "The driver of the van [source who] [cue said] [content he slept] was held.",
        "It is not known [source who] [cue said] [content it was late].",
        "Ana met two clerks and a van [source who] [cue said] [content it was late].",
    ],
)
def test_who_behind_nobody_in_particular_stays_open(markup: str) -> None:
    source = source_at(resolved(markup), 0)
    assert not source.resolved
    assert "follows no name" in source.reason
