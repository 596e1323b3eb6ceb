"""Paragraphs: how lines are joined to blocks, and what is cut out of them."""

from __future__ import annotations

import pytest

from attrib.records import Article, Span
from attrib.rulebook import load_rulebook
from attrib.segment import segment

RULEBOOK = load_rulebook()
FIRST = "The northern gate of the harbour failed on Monday night."
SECOND = "Nobody was hurt, the harbour office said."


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\u2028", "\f", "\n\n", "\r\n\r\n", "\n \t\n", "\n\n\n\n"]
)
def test_line_ends_of_every_kind_end_a_paragraph(end: str) -> None:
    assert _blocks(FIRST + end + SECOND + end) == [FIRST, SECOND]


def test_hard_wrapped_lines_are_joined_and_blank_lines_part() -> None:
    first = (
        "The harbour office said on Monday that the northern gate\n"
        "would stay shut until engineers had looked at the hinges\n"
        "again. Ferries will sail from the southern quay."
    )
    second = (
        "Lea Roe, who runs the office, told a meeting of the town\n"
        "council that the hinges were older than the gate itself\n"
        "and had been painted over."
    )
    assert _blocks(f"{first}\n\n{second}\n") == [first, second]


def test_wrapped_line_that_ends_with_a_stop_at_the_width_is_joined() -> None:
    text = (
        "The harbour office said on Monday that the northern gate\n"
        "would stay shut until engineers had looked at the hinge.\n"
        "Ferries will sail from the southern quay, and buses will\n"
        "run from the station."
    )
    assert _blocks(text) == [text]


def test_headline_above_a_wrapped_paragraph_stays_a_line_of_its_own() -> None:
    body = (
        "The harbour office said on Monday that the northern gate\n"
        "would stay shut until engineers had looked at the hinges\n"
        "again, which may take a week."
    )
    assert _blocks(f"Harbour Gate Stays Shut\n{body}") == ["Harbour Gate Stays Shut", body]


def test_one_sentence_a_line_is_not_wrapped_text() -> None:
    lines = [
        "The harbour office said that the northern gate was shut.",
        "Engineers are looking at the hinges, which are very old.",
        "Ferries will sail from the southern quay until the week.",
    ]
    assert _blocks("\n".join(lines)) == lines


def test_line_broken_at_a_link_is_joined() -> None:
    text = "Editors note that the harbour office regularly\nshuts\nthe northern gate.\n"
    assert _blocks(text) == [text.strip()]


def test_items_of_a_list_are_not_joined() -> None:
    text = "The office gave three reasons why the gate is shut:\n* rust on the hinges\n* the storm"
    assert _blocks(text)[-4:] == ["*", "rust on the hinges", "*", "the storm"]


@pytest.mark.parametrize("marker", ["#", "##", "*", ">", "•"])
def test_marker_that_opens_a_line_is_a_furniture_block_of_its_own(marker: str) -> None:
    text = f"{FIRST}\n\n{marker} {SECOND}\n"
    blocks = segment(Article(id="a", text=text), RULEBOOK).paragraphs
    assert (blocks[1].span.of(text), blocks[1].kind) == (marker, "furniture")
    assert blocks[2].span.of(text) == SECOND


def test_given_furniture_is_cut_out() -> None:
    text = f"---\ntitle: x\n---\n{FIRST}\n\n![gate](gate.png)\n\n{SECOND}\n"
    image = text.index("![")
    given = (Span(0, text.index(FIRST)), Span(image, image + len("![gate](gate.png)")))
    found = segment(Article(id="a", text=text, furniture=given), RULEBOOK).paragraphs
    assert [(block.kind, block.span.of(text)) for block in found] == [
        ("furniture", "---\ntitle: x\n---"),
        ("prose", FIRST),
        ("furniture", "![gate](gate.png)"),
        ("prose", SECOND),
    ]


def test_given_furniture_inside_a_line_does_not_tear_its_sentence() -> None:
    text = "The [office](https://harbour.example) said on Monday that the gate was shut."
    given = (Span(text.index("("), text.index(")") + 1),)
    found = segment(Article(id="a", text=text, furniture=given), RULEBOOK)
    assert [sentence.span.of(text) for sentence in found.sentences] == [text]


@pytest.mark.parametrize("text", ["", " \n\t\n\u2028 ", "\ufeff", "\x00"])
def test_text_without_words_has_no_sentences(text: str) -> None:
    assert all(
        not any(char.isalnum() for char in sentence.span.of(text))
        for sentence in segment(Article(id="a", text=text), RULEBOOK).sentences
    )


def _blocks(text: str) -> list[str]:
    found = segment(Article(id="a", text=text), RULEBOOK).paragraphs
    return [paragraph.span.of(text) for paragraph in found]
