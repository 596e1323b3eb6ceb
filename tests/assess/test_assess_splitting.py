"""Content that says several things is cut into pieces that partition it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sayings import RULES, Said, build, read, source

from attrib.assess.scene import set_scene
from attrib.assess.splitting import load_clause_words, split_content

WORDS = load_clause_words(RULES)
PERSON = {"source": source("Anna Rao", "NOF")}


def pieces(markup: str) -> list[str]:
    """The pieces of the content, their spans joined by " / "."""
    extraction, resolution = build(markup, Said(), sources=PERSON)
    scene = set_scene(extraction, resolution.attributions, PERSON)
    (item,) = resolution.attributions
    found = split_content(scene, item.attribution.content, WORDS)
    return [" / ".join(span.of(scene.text) for span in piece) for piece in found]


def said(content: str) -> list[str]:
    return pieces(f"[source Anna Rao] [cue said] [content {content}].")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "that the camp was near Kemp and that the post was near Orl",
            ["that the camp was near Kemp ", "and that the post was near Orl"],
        ),
        (
            "the camp was near Kemp, and that the post was near Orl",
            ["the camp was near Kemp, ", "and that the post was near Orl"],
        ),
        (
            "the roof had fallen and the wall was cracked",
            ["the roof had fallen ", "and the wall was cracked"],
        ),
        (
            "the roof had fallen, but nobody was hurt",
            ["the roof had fallen, ", "but nobody was hurt"],
        ),
        ("she was tired and they left", ["she was tired ", "and they left"]),
        ("the roof fell; the wall did not", ["the roof fell", "; the wall did not"]),
        (
            "the roof fell and sadly the wall was lost",
            ["the roof fell ", "and sadly the wall was lost"],
        ),
        (
            "the tax would rise, the fee would fall and the fund would close",
            ["the tax would rise, the fee would fall ", "and the fund would close"],
        ),
        (
            "that the tax would rise, that the fee would fall and that the fund would close",
            ["that the tax would rise, that the fee would fall ", "and that the fund would close"],
        ),
    ],
)
def test_joined_finite_clauses_are_pieces(content: str, expected: list[str]) -> None:
    assert said(content) == expected


@pytest.mark.parametrize(
    "content",
    [
        # Lists of nouns, even before a verb of their own.
        "the men and the women were killed",
        "it had hit a camp and a depot near Kemp",
        "the attack on the town and the camp was illegal",
        "there was salt for him and she and her",
        # Relative clauses and what they hold.
        "the driver who was drunk and the passenger were killed",
        "she had met the mayor and the priest who was ill",
        "the firm that had built it and the firm that owned it were broke",
        # Subordinate clauses: the connective may join inside them.
        "it would flood if the rain was heavy and the river was high",
        "they left because the roof was wet and the wall was cracked",
        "that the dam was old, after an engineer had warned that it was weak",
        # The subject is shared.
        "it had bombed the camp and would continue",
        "the release broke a treaty and drowned crops",
        # Both complements belong to a verb inside the content.
        "the minister knew that the bridge was weak and that it would fall",
        # No finite verb on one side.
        "to open the gate and to shut the road",
        "the fall in May and the fire were linked",
        "",
    ],
)
def test_what_is_not_surely_another_statement_stays_whole(content: str) -> None:
    if content:
        assert said(content) == [content]


def test_each_sentence_of_a_quote_is_a_piece() -> None:
    found = pieces(
        '[content "The dam is old. It leaks. Nobody cares,"] [source Anna Rao] [cue said].'
    )
    assert found == ['"The dam is old. ', "It leaks. ", 'Nobody cares,"']


def test_quote_resumed_after_the_tag_is_a_piece_of_its_own() -> None:
    found = pieces('[content "The dam is old,"] [source she] [cue said]. [content "It leaks."]')
    assert found == ['"The dam is old,"', '"It leaks."']


def test_sentence_interrupted_by_the_tag_stays_one_piece() -> None:
    found = pieces('[content "The dam,"] [source she] [cue said], [content "is old."]')
    assert found == ['"The dam," / "is old."']


def test_clause_resumed_after_the_tag_is_a_piece_of_its_own() -> None:
    found = pieces(
        '[content "The dam is old,"] [source she] [cue said], [content "and nobody is safe."]'
    )
    assert found == ['"The dam is old,"', '"and nobody is safe."']


def test_pieces_repeat_source_and_cue() -> None:
    claims = read(
        "[source Anna Rao] [cue said] [content that it was old and that it was shut].",
        Said(),
        sources=PERSON,
    )
    assert len(claims) == 2
    assert claims[0].source == claims[1].source
    assert claims[0].cue == claims[1].cue
    assert claims[0].id != claims[1].id


def test_only_the_quoted_piece_of_mixed_content_is_direct() -> None:
    claims = read(
        "[source Anna Rao] [cue said] [content that it was old and that “the town was never"
        " told”].",
        Said(),
        sources=PERSON,
    )
    assert [claim.voice for claim in claims] == ["indirect", "mixed"]


def test_sentence_of_a_piece_reaches_from_its_content_to_its_cue() -> None:
    claims = read(
        '[content "The dam is old,"] [source she] [cue said]. [content "It leaks. Badly."] She'
        " left.",
        Said(),
        sources=PERSON,
    )
    text = '"The dam is old," she said. "It leaks. Badly." She left.'
    assert [claim.sentence.of(text) for claim in claims] == [
        '"The dam is old," she said.',
        '"The dam is old," she said. "It leaks.',
        '"The dam is old," she said. "It leaks. Badly."',
    ]


FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "that",
            "the dam",
            "was old",
            "and",
            "but",
            ";",
            ",",
            "she",
            "fell",
            "because",
            "who",
            ".",
            "It",
            '"',
            "“",
            "”",
            "\n",
            "would",
            "or",
            "?",
            "—",
            "Kemp",
            "12",
        ]
    ),
    min_size=1,
    max_size=25,
)


@given(FRAGMENTS, FRAGMENTS)
def test_pieces_partition_any_content_in_order(first: list[str], second: list[str]) -> None:
    markup = f"[content {' '.join(first)}x] [source she] [cue said], [content {' '.join(second)}x]"
    extraction, resolution = build(markup, Said(), sources=PERSON)
    scene = set_scene(extraction, resolution.attributions, PERSON)
    content = resolution.attributions[0].attribution.content
    found = split_content(scene, content, WORDS)
    spans = [span for piece in found for span in piece]
    assert all(len(span) for span in spans)
    assert all(
        any(char.isalnum() for span in piece for char in span.of(scene.text)) for piece in found
    )
    assert spans == sorted(spans)
    for whole in content:
        parts = [span for span in spans if whole.covers(span)]
        assert parts[0].start == whole.start
        assert parts[-1].end == whole.end
        assert all(a.end == b.start for a, b in pairwise(parts))
    assert sum(map(len, spans)) == sum(map(len, content))
