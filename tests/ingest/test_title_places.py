"""The title of front matter has a place in the file, so that a finding on it can point there."""

from __future__ import annotations

import pytest

from attrib.ingest.text import read_text


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("title: The dam broke", True),
        ('title: "The dam broke"', True),
        ("title:   'The dam broke'", True),
        # Folded or escaped: no one place in the file is the title.
        ("title: >-\n  The dam\n  broke", False),
        ('title: "The \\u0064am broke"', False),
    ],
)
def test_title_of_front_matter_is_placed(line: str, found: bool) -> None:
    text = f"---\noutlet: Post\n{line}\n---\nIt rained.\n"
    story = read_text(text, "a.txt").stories[0]
    assert story.title == "The dam broke"
    assert (story.title_start is not None) == found
    if story.title_start is not None:
        assert text.startswith("The dam broke", story.title_start)


def test_text_without_front_matter_has_no_title_place() -> None:
    assert read_text("title: a play\n\nIt rained.\n", "a.txt").stories[0].title_start is None
