"""Kinds headline-strength and question-headline: AT703 and AT704."""

from __future__ import annotations

import pytest
from reading import found_by, words_of

COFFEE = "Coffee may cause heart attacks in some people, doctors at Leedon said on Monday."


def test_dropped_hedge_is_found_with_the_sentence_that_has_it() -> None:
    (found,) = found_by("AT703", COFFEE, "Coffee causes heart attacks | Arle Gazette")
    assert (found.field, found.words) == ("title", "Coffee causes heart attacks")
    assert 'the body has "may"' in found.message
    assert found.related[0].span.of(COFFEE) == COFFEE


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Bank cuts 4,000 jobs", "Norland Bank is considering cutting 4,000 jobs, aides said."),
        ("Rates will rise in May", "The bank could raise rates in May, three economists said."),
        ("Steel plant to close", "Closure of the steel plant was one option, its owner said."),
        ("Late trains make commuters ill", "Late trains are linked to ill commuters, nurses said."),
        ("Arson destroys mill", "The fire at the mill may have been arson, police said."),
    ],
)  # fmt: skip
def test_headline_surer_than_the_body_is_found(title: str, text: str) -> None:
    assert words_of("AT703", text, title) == [title]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Coffee may cause heart attacks", COFFEE),
        ("Does coffee cause heart attacks?", COFFEE),
        ("Coffee 'causes heart attacks'", COFFEE),
        ("Coffee causes heart attacks", f"Coffee causes heart attacks. {COFFEE}"),
        ("Council to build bridge", "The council will build a bridge. It could open in 2030."),
        ("Rovers win the cup", "Rovers won the cup. They may sell their captain."),
        ("Bank to cut 4,000 jobs", "Norland Bank is expected to cut 4,000 jobs."),
        ("Storm hits coast", "A storm hit the coast in May."),
        ("Coffee causes heart attacks", ""),
    ],
)
def test_headline_that_the_body_bears_out_is_left_alone(title: str, text: str) -> None:
    assert words_of("AT703", text, title) == []


@pytest.mark.parametrize(
    ("title", "text", "cue"),
    [
        ("Mayor admits bridge was late", "The mayor said the bridge was late.", "admits"),
        ("Trial proves tea helps", "The trial hints that tea helps, said its leader.", "proves"),
        ("Police confirm mill was torched", "Police said the mill had been torched.", "confirm"),
    ],
)  # fmt: skip
def test_stronger_cue_is_found_at_the_cue(title: str, text: str, cue: str) -> None:
    assert words_of("AT703", text, title) == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor admitted on Monday that the bridge was late.",
        "The mayor said she was sorry that the bridge was late.",
        "The ferry was late.",
    ],
)
def test_cue_that_the_body_bears_out_is_left_alone(text: str) -> None:
    assert words_of("AT703", text, "Mayor admits bridge was late") == []


@pytest.mark.parametrize("title", ["Is the mayor on the take?", "Mayor to quit?"])
def test_question_headline_is_found_where_it_is_asked_for(title: str) -> None:
    assert words_of("AT704", "It rained.", title) == [title]


@pytest.mark.parametrize(
    "title",
    ["What is a tidal lock?", "Moss: Why not me?", "“Is this the end?”", "Mayor quits", "?"],
)
def test_reader_s_or_speaker_s_question_is_left_alone(title: str) -> None:
    assert words_of("AT704", "It rained.", title) == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Crews will shut the quay", "Crews could walk out of the quay if talks fail."),
        ("Lost map of Arle found", "A map found in a loft might be the lost map of Arle."),
        ("Board to raise the toll", "To raise the toll was one of several things to weigh."),
    ],
)  # fmt: skip
def test_lead_that_leaves_it_open_is_weaker_than_its_headline(title: str, text: str) -> None:
    assert words_of("AT703", text, title)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Rovers beat Arle", "Rovers beat Arle on Monday and could meet Leedon in the cup."),
        (
            "Crews could shut the quay",
            "Crews at the quay could walk out if talks on the quay fail.",
        ),
        ("Ida Moss sails to Arle", "Ida Moss sailed to Arle on Monday and may stay."),
    ],
)
def test_lead_that_says_it_plainly_bears_its_headline(title: str, text: str) -> None:
    assert words_of("AT703", text, title) == []


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Quiet at last? Few think so", ["Quiet at last?"]),
        ("Harbour buys a crane – but will it be enough", ["but will it be enough"]),
        ("A wall of sand: could it hold?", ["could it hold?"]),
        ("Who Ate the Lamp? wins the prize", []),
        ("What is the new toll? Your questions answered", []),
        ("Will Moss wins the race", []),
    ],
)
def test_question_may_be_a_part_of_the_headline(title: str, found: list[str]) -> None:
    assert words_of("AT704", "It rained.", title) == found
