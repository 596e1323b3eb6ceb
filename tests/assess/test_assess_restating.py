"""A claim's text stands alone; its spans stay as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from sayings import Said, read, source

from attrib.records import Source

ANNA = source("Anna Rao", "NOF", description="Mayor Anna Rao")
HARBOUR = source("Harbour Board", "ORG", description="the Harbour Board")
KEMP = source("Norland", "ORG")
DENIES = Said(stance="denies", lemma="deny")


def text(markup: str, *said: Said, who: Source = ANNA) -> str:
    claims = read(markup, *said, sources={"source": who})
    assert len(claims) == max(len(said), 1)
    return claims[0].text


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("[source Anna Rao] [cue said] [content that the dam was old].", "The dam was old"),
        ("[source Anna Rao] [cue said] [content that was a mistake].", "That was a mistake"),
        ("[source Anna Rao] [cue said] [content that's untrue].", "That's untrue"),
        ("[source Anna Rao] [cue said] [content that’ll do].", "That’ll do"),
        ("[source Anna Rao] [cue said] [content that claim is old].", "That claim is old"),
        ("[source Anna Rao] [cue said] [content that claims are old].", "Claims are old"),
        ('[content "The dam is old,"] [source Anna Rao] [cue said].', "The dam is old"),
        ("[content “The dam is old.”] [source Anna Rao] [cue said].", "The dam is old"),
        (
            '[content "The dam,"] [source Anna Rao] [cue said], [content "is old."]',
            "The dam is old",
        ),
        (
            '[content "If it rains,"] [source Anna Rao] [cue said], [content "the dam will go."]',
            "If it rains, the dam will go",
        ),
        (
            '[source Anna Rao] [cue said] [content the dam was "not fit" for use].',
            'The dam was "not fit" for use',
        ),
        ("[source Anna Rao] [cue said] [content the dam was “not fit.”]", "The dam was not fit"),
        (
            "[source Anna Rao] [cue expressed] [content “deep concern” about it].",
            "“Deep concern” about it",
        ),
        ("[source Anna Rao] [cue said] [content the  dam\nwas old].", "The dam was old"),
        ("[source Anna Rao] [cue said] [content iPhones were stolen].", "iPhones were stolen"),
        (
            "[source Anna Rao] [cue said] [content it began at 2 p.m.] on Friday.",
            "It began at 2 p.m.",
        ),
        (
            "[source Anna Rao] [cue asked] [content whether the dam was old].",
            "Whether the dam was old",
        ),
        ("[source Anna Rao] [cue said] [content the dam was ‘not fit.’]", "The dam was not fit"),
        ("[source Anna Rao] [cue said] [content it hurt the workers’].", "It hurt the workers’"),
        ('[content "But the dam is old,"] [source Anna Rao] [cue said].', "The dam is old"),
        ('[content "That dam is old,"] [source Anna Rao] [cue said].', "That dam is old"),
        ("[source Anna Rao] [cue added] [content nor would she pay].", "Nor would she pay"),
        (
            "[source Anna Rao] [cue said] [content the *Sound* was _very_ old].",
            "The Sound was very old",
        ),
        (
            "[source Anna Rao] [cue said] [content a 2*3 grid_a and grid_b held].",
            "A 2*3 grid_a and grid_b held",
        ),
        ('[content "Is the dam old?"] [source Anna Rao] [cue asked].', "Is the dam old?"),
    ],
)
def test_frame_and_marks_go_and_a_capital_comes(markup: str, expected: str) -> None:
    assert text(markup) == expected


def test_connective_of_a_later_piece_goes() -> None:
    claims = read(
        "[source Anna Rao] [cue said] [content that it was old and that the wall was cracked].",
        sources={"source": ANNA},
    )
    assert claims[1].text == "The wall was cracked"
    assert claims[1].content[0].start == claims[0].content[0].end


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("that it had hit the camp", "Norland had hit the camp"),
        ("that the camp was hit", "The camp was hit"),
        ("accusations that it has hit the camp", "Norland has hit the camp"),
        (
            "accusations that, in trying to help, it has hit the camp",
            "In trying to help, Norland has hit the camp",
        ),
        ("any claim by Sudland that it hit the camp", "It hit the camp"),
        ("reports of a leak", "A leak"),
        ("hitting the camp", "Norland hitting the camp"),
        ("involvement in the raid", "Involvement in the raid"),
    ],
)
def test_denial_states_the_proposition_denied(content: str, expected: str) -> None:
    assert text(f"[source Norland] [cue denied] [content {content}].", DENIES, who=KEMP) == expected


def test_quoted_denial_loses_its_one_negation() -> None:
    markup = '[content "The camp was not hit,"] [source Norland] [cue denied].'
    assert text(markup, DENIES, who=KEMP) == "The camp was hit"
    twice = '[content "It was not hit and not seen,"] [source Norland] [cue denied].'
    assert text(twice, DENIES, who=KEMP) == "It was not hit and not seen"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Norland of hitting the camp", "Norland hitting the camp"),
        ("the king of Norland of hitting the camp", "The king of Norland hitting the camp"),
        ("Norland for the leak", "Norland for the leak"),
        (
            "the firm was to blame for part of the leak",
            "The firm was to blame for part of the leak",
        ),
    ],
)
def test_accusation_reads_as_what_was_done(content: str, expected: str) -> None:
    assert (
        text(
            f"[source Anna Rao] [cue accused] [content {content}].",
            Said(stance="accuses", commitment=5, lemma="accuse"),
        )
        == expected
    )


@pytest.mark.parametrize(
    ("markup", "stance", "expected"),
    [
        ("“We call on the owners to pay for it.”", "demands", "The owners to pay for it"),
        ("“We therefore urge the owners to pay.”", "demands", "The owners to pay"),
        ("“I deny that I took it.”", "denies", "I took it"),
        ("“I promise to pay for it.”", "commits", "Anna Rao to pay for it"),
        ("“I apologise to the owners.”", "concedes", "I apologise to the owners"),
    ],
)
def test_words_that_perform_an_act_are_restated_as_what_they_are_about(
    markup: str, stance: str, expected: str
) -> None:
    (claim,) = read(f"[content {markup}] [source Anna Rao] [cue said].", sources={"source": ANNA})
    assert (claim.stance, claim.text) == (stance, expected)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("I have seen the dam", "Anna Rao has seen the dam"),
        ("I will mend the dam", "Anna Rao will mend the dam"),
        ("I opened the gate", "Anna Rao opened the gate"),
        # Where more than the verb would have to change, the words stay.
        ("I have lost my keys", "I have lost my keys"),
        ("I go there often", "I go there often"),
        ("I need help", "I need help"),
        ("I’m tired", "Anna Rao is tired"),
        ("I don’t care", "Anna Rao doesn't care"),
        ("My house is gone", "My house is gone"),
        ("We will mend the dam", "We will mend the dam"),
        ("It will be mended", "It will be mended"),
    ],
)
def test_speaker_is_named_where_only_the_verb_changes(quote: str, expected: str) -> None:
    assert text(f'[content "{quote},"] [source Anna Rao] [cue said].') == expected


@pytest.mark.parametrize(
    ("described", "named"),
    [
        ("the Norlandic federation", "Norland"),
        ("the Norland of the poets", "The Norland"),
        ("the Norland", "The Norland"),
    ],
)
def test_an_article_belongs_to_the_whole_name(described: str, named: str) -> None:
    markup = "[source Norland] [cue said] [content it has mended the dam]."
    assert text(markup, who=replace(KEMP, aliases=(described,))) == f"{named} has mended the dam"


def test_organisation_is_named_for_we() -> None:
    markup = '[content "We have mended the dam,"] [source the Harbour Board] [cue said].'
    assert text(markup, who=HARBOUR) == "The Harbour Board has mended the dam"
    joint = replace(HARBOUR, members=("a", "b"))
    assert text(markup, who=joint) == "We have mended the dam"


BOARD_SAID: Mapping[str, str] = {
    # It can only be the board.
    "[source The Harbour Board] [cue said] [content that it had closed the dam].": (
        "The Harbour Board had closed the dam"
    ),
    "[source The Harbour Board] [cue said] on Friday [content it would close the dam].": (
        "The Harbour Board would close the dam"
    ),
    "[source The Harbour Board] [cue said] [content its boats had left].": (
        "The Harbour Board’s boats had left"
    ),
    "[source The Harbour Board] [cue said] [content it opposes the dam].": (
        "The Harbour Board opposes the dam"
    ),
    # Nobody, or somebody else, may be meant.
    "[source The Harbour Board] [cue said] [content it seems old now].": "It seems old now",
    "[source The Harbour Board] [cue said] [content it was raining].": "It was raining",
    "[source The Harbour Board] [cue said] [content it had rained].": "It had rained",
    "[source The Harbour Board] [cue said] [content it was clear].": "It was clear",
    "[source The Harbour Board] [cue told] [addressee the firm] [content it had failed a test].": (
        "It had failed a test"
    ),
    "[source The Harbour Board] [cue told] the firm [content it had failed the test].": (
        "It had failed the test"
    ),
    "[content It had closed the dam], [source the Harbour Board] [cue said].": (
        "It had closed the dam"
    ),
    "[source The Harbour Board] [cue said] [content they had closed the dam].": (
        "They had closed the dam"
    ),
}


@pytest.mark.parametrize(("markup", "expected"), BOARD_SAID.items())
def test_pronoun_becomes_a_name_only_if_nobody_else_can_be_meant(
    markup: str, expected: str
) -> None:
    assert text(markup, who=HARBOUR) == expected


def test_later_piece_keeps_its_pronoun() -> None:
    claims = read(
        "[source The Harbour Board] [cue said] [content that the firm was late and that it had"
        " failed].",
        sources={"source": HARBOUR},
    )
    assert [claim.text for claim in claims] == ["The firm was late", "It had failed"]


def test_unsettled_source_names_nobody() -> None:
    unsettled = replace(HARBOUR, resolved=False, source_class=None)
    markup = "[source The board] [cue said] [content that it had closed the dam]."
    assert text(markup, who=unsettled) == "It had closed the dam"


def test_he_or_she_needs_the_gender_and_nobody_else_in_sight() -> None:
    by_pronoun = (
        "[source Anna Rao] [cue said] [content the dam held]. [source2 She] [cue2 said] [content2"
        " she had shut it]."
    )
    claims = read(by_pronoun, Said(), Said(), sources={"source": ANNA})
    assert claims[1].text == "Anna Rao had shut it"
    other = by_pronoun.replace(" held]", " held]. Minister Ida Berg was there")
    claims = read(other, Said(), Said(), sources={"source": ANNA})
    assert claims[1].text == "She had shut it"
    wrong = by_pronoun.replace("she had", "he had")
    claims = read(wrong, Said(), Said(), sources={"source": ANNA})
    assert claims[1].text == "He had shut it"
    spokeswoman = replace(ANNA, source_class="NSP", description="Anna Rao, a spokeswoman")
    named = "[source Anna Rao, a spokeswoman], [cue said] [content she had shut it]."
    assert text(named, who=spokeswoman) == "Anna Rao had shut it"


def test_spans_are_the_words_whatever_the_text_says() -> None:
    markup = "[source Norland] [cue rejected] [content accusations that it has hit the camp]."
    (claim,) = read(markup, DENIES, sources={"source": KEMP})
    article = "Norland rejected accusations that it has hit the camp."
    assert [span.of(article) for span in claim.content] == ["accusations that it has hit the camp"]


@pytest.mark.parametrize("content", ["that", "and", '"1."', "“a”", "but that", "of hitting"])
def test_scraps_still_have_a_text(content: str) -> None:
    for said in (Said(), DENIES, Said(stance="accuses"), Said(stance="demands")):
        (claim,) = read(
            f"[source Anna Rao] [cue said] [content {content}].", said, sources={"source": ANNA}
        )
        assert claim.text


@pytest.mark.parametrize("content", ['"', "“”", "…", '"."'])
def test_content_without_a_word_is_no_claim(content: str) -> None:
    assert (
        read(f"[source Anna Rao] [cue said] [content {content}].", sources={"source": ANNA}) == ()
    )
