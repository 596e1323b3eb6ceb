"""The keys of claims: what a decision outlives, and what it does not."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from deciding import COPY, HARBOUR, claim_with, read
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib.assess.keys import Folded, fold, make_key
from attrib.pipeline import read_claims
from attrib.records import Article, Segmentation, Sentence, Span
from attrib.rulebook import load_rulebook

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


# What folding changes, and what stands at the edge of a word: marks, accents, invisible signs.
ODD = (
    "aB5.,-%$ \n\t\u00a0\u2003\u0085\u0301\u00e9\u00ad\u200b\u00bd\u00b4"
    '\u1100\u1161\u03c2\ufb01\u2212"\u201c'
)
SAID = ("The gate failed.", "-5 degrees.", "Who knew?", "He\u00ad said so.", "1.5")


@given(st.text(st.sampled_from(ODD) | st.characters()), st.lists(st.integers(0, 40)))
def test_words_folded_sentence_by_sentence_are_those_folded_at_once(
    text: str, places: list[int]
) -> None:
    marks = sorted({min(place, len(text)) for place in (0, *places, len(text))})
    spans = [Span(start, end) for start, end in pairwise(marks)]
    sentences = tuple(Sentence(span, 0) for span in spans)
    folded = Folded(Segmentation(Article("a", text), (), sentences, ()))
    for start, end in combinations(range(len(text) + 1), 2):
        assert folded.of(Span(start, end)) == fold(text[start:end])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(SAID), min_size=1))
def test_a_key_is_made_of_the_claim_and_its_sentences(said: list[str]) -> None:
    text = f'It rained. Ida Moss said: "{" ".join(said)}" She left, Bo Lind said.'
    reading = read_claims([Article("a", text)], load_rulebook())
    ends = [item.span for item in reading.extractions[0].segmentation.sentences]
    assert reading.claims
    for claim in reading.claims:
        before = [span.of(text) for span in ends if span.end <= claim.sentence.start]
        content = " ".join(span.of(text) for span in claim.content)
        last = before[-1] if before else ""
        assert claim.key == make_key(content, claim.sentence.of(text), last)
