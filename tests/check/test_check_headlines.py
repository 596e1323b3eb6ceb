"""Kinds headline-claim and headline-quote: AT701 and AT702, over attributions made by hand."""

from __future__ import annotations

import pytest
from drafting import Said, checked, codes

from attrib.records import Grade, Polarity

CLAIM = ("AT701",)
QUOTE = ("AT702",)
HEADLINE = "Paper firm dumped waste in Arle river"
BODY = "An inspector said the paper firm had dumped waste in the Arle river. It is shut."


def says(grade: Grade = "D", polarity: Polarity = "affirm") -> Said:
    return Said(
        "the paper firm had dumped waste in the Arle river", "An inspector", "said",
        source_class="UOR", grade=grade, polarity=polarity,
    )  # fmt: skip


def test_headline_that_drops_the_source_is_found_in_the_title() -> None:
    (found,) = checked(BODY, says(), title=HEADLINE, select=CLAIM)
    assert (found.field, found.span.of(HEADLINE)) == ("title", HEADLINE)
    assert "An inspector" in found.message
    assert found.related[0].span.of(BODY).startswith("An inspector said")


def test_headline_in_the_text_is_found_in_the_text() -> None:
    text = f"{HEADLINE}\n\n{BODY}"
    (found,) = checked(text, says(), select=CLAIM)
    assert (found.field, found.span.of(text), found.line) == ("text", HEADLINE, 1)


def test_name_of_the_outlet_after_the_headline_is_not_part_of_it() -> None:
    title = f"{HEADLINE} | The Arle Gazette"
    (found,) = checked(BODY, says(), title=title, select=CLAIM)
    assert found.span.of(title) == HEADLINE


@pytest.mark.parametrize(
    "title",
    [
        "Paper firm dumped waste in Arle river, inspector says",
        "Inspector: paper firm dumped waste in Arle river",
        "Paper firm 'dumped waste' in Arle river",
        "Paper firm accused of dumping waste in Arle river",
        "Did paper firm dump waste in Arle river?",
        "Paper firm may have dumped waste in Arle river",
        "Arle river shut to swimmers",
    ],
)
def test_headline_that_attributes_hedges_or_asks_is_left_alone(title: str) -> None:
    assert codes(checked(BODY, says(), title=title, select=CLAIM)) == []


def test_headline_that_the_body_states_in_its_own_voice_is_left_alone() -> None:
    text = f"The paper firm dumped waste in the Arle river for years. {BODY}"
    said = Said(**{**says().__dict__, "after": "years."})
    assert codes(checked(text, said, title=HEADLINE, select=CLAIM)) == []


def test_headline_over_a_well_shown_claim_is_left_alone() -> None:
    assert codes(checked(BODY, says(grade="A"), title=HEADLINE, select=CLAIM)) == []


def test_headline_over_a_denial_is_another_matter() -> None:
    assert codes(checked(BODY, says(polarity="deny"), title=HEADLINE, select=CLAIM)) == []


SPOKEN = 'The captain said on Monday: "The ferry was old, and nobody had checked it."'


@pytest.mark.parametrize(
    "title",
    ["Ferry 'was a coffin'", 'Captain: "Everybody checked it"', "‘Rotten’ ferry stays in port"],
)
def test_quoted_words_that_nobody_says_are_found(title: str) -> None:
    (found,) = checked(SPOKEN, title=title, select=QUOTE)
    assert found.field == "title"
    assert found.span.of(title)[0] in "'\"‘"


@pytest.mark.parametrize(
    "title",
    [
        "Ferry 'was old'",
        "Captain: “Nobody checked it”",
        "Ferry “Old, and nobody had checked”",
        "'Old ... nobody had checked it': captain",
        "Captain's ferry wasn't old",
        "Ferry stays in port",
    ],
)
def test_quoted_words_that_somebody_says_are_left_alone(title: str) -> None:
    expected = ["AT702"] if title == "Captain: “Nobody checked it”" else []
    assert codes(checked(SPOKEN, title=title, select=QUOTE)) == expected


def test_negation_does_not_pass_for_the_quote() -> None:
    text = 'The captain said: "The ferry was not old."'
    assert codes(checked(text, title="Ferry 'was old'", select=QUOTE)) == ["AT702"]


def test_name_of_a_work_that_the_body_has_without_marks_is_left_alone() -> None:
    text = 'The film Blue Harbour won. "I am glad," said Ida Moss.'
    assert codes(checked(text, title="'Blue Harbour' wins prize", select=QUOTE)) == []


def test_body_without_any_quote_is_left_alone() -> None:
    assert codes(checked("The ferry sank.", title="Ferry 'was old'", select=QUOTE)) == []
