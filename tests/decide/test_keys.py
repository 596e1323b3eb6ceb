"""The keys of claims: what a decision outlives, and what it does not."""

from __future__ import annotations

import pytest
from deciding import COPY, HARBOUR, claim_with, read
from hypothesis import given
from hypothesis import strategies as st

from attrib.assess.keys import fold, make_key

SHUT = "harbour would stay shut"


def key_in(text: str) -> str:
    return claim_with(SHUT, read(one=text).claims).key


@pytest.mark.parametrize(
    "text",
    [
        HARBOUR.replace("twice", "three times"),
        HARBOUR.replace("It rained", "It snowed"),
        COPY,
        HARBOUR.replace("\n\n", "\n\n\n\n"),
        HARBOUR.replace("tired. She", "tired.  She"),
    ],
    ids=["after", "before", "copy", "lines", "spaces"],
)
def test_a_change_elsewhere_leaves_a_key(text: str) -> None:
    assert key_in(text) == key_in(HARBOUR)


@pytest.mark.parametrize(
    "text",
    [
        HARBOUR.replace("stay shut", "stay shut for now"),
        HARBOUR.replace("She said the", "She told us the"),
        HARBOUR.replace("looked tired", "looked very tired"),
    ],
    ids=["words", "sentence", "sentence before"],
)
def test_a_changed_sentence_has_another_key(text: str) -> None:
    assert key_in(text) != key_in(HARBOUR)


def test_the_same_words_twice_in_one_article_are_told_apart_by_what_is_before_them() -> None:
    text = (
        "The crane failed, Ida Moss said. She said so. The bridge fell, Bo Lind said. He said so."
    )
    claims = read(one=text).claims
    assert len({claim.key for claim in claims}) == len(claims)
    assert make_key("so", "He said so.", "One.") != make_key("so", "He said so.", "Two.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The “dam” – safe", 'the "dam" - SAFE'),
        ("doesn't", "doesn’t"),
        ("soft\u00adly\u200b said", "softly said"),
        ("cafe\u0301", "caf\u00e9"),
        ("a\n b", "a b"),
    ],
)
def test_marks_case_and_spaces_do_not_count(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.5 million", "15 million"),
        ("-5 degrees", "5 degrees"),
        ("$5", "£5"),
        ("5%", "5"),
        ("re-sign", "resign"),
        ("é", "e"),
    ],
)
def test_figures_and_letters_count(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(), st.text(), st.text())
def test_any_text_has_a_key_and_parts_do_not_run_together(one: str, two: str, three: str) -> None:
    assert len(make_key(one, two, three)) == 16
    assert fold(fold(one)) == fold(one)
    if fold(one) != fold(two):
        assert make_key(one, two, three) != make_key(two, one, three)
