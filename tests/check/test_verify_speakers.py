"""Verdicts on the speaker of a quote: the same words, given to somebody else."""

from __future__ import annotations

import pytest
from verifying import Text, checks, somebody

import attrib
from attrib.api import verify
from attrib.records import QuoteCheck, Source

WORDS = "We will not close the school"


def given_to(
    ours: Source, theirs: Source, *linked: Source, words: str = WORDS, marks: str = "“”"
) -> QuoteCheck:
    draft = Text(f"“{words},” somebody said.", ((words, ours),), linked)
    source = Text(f"It was {marks[:1]}{words}{marks[1:]} there.", ((words, theirs),), linked)
    (found,) = checks(draft, source)
    return found


def test_the_same_words_of_another_known_speaker() -> None:
    found = given_to(somebody("Hanne Vik"), somebody("Ola Moe"))
    assert (found.verdict, found.speaker, found.found_speaker) == (
        "other-speaker",
        "Hanne Vik",
        "Ola Moe",
    )
    assert found.reason.startswith("The draft gives these words to Hanne Vik, the material to Ola")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (somebody("Hanne Vik"), somebody("Hanne Vik", id="other")),
        (somebody("Vik", id="a"), somebody("Hanne Vik")),
        (somebody("Hanne Vik"), somebody("Mayor Hanne Vik")),
        (somebody("Harbour Board", "ORG", aliases=("the HB",)), somebody("HB", "ORG")),
        (somebody("Hanne Vik", affiliation="Board"), somebody("Board", "ORG")),
        (somebody("Harbour Board", "ORG"), somebody("Hanne Vik", affiliation="Board")),
        (
            somebody("Harbour Board", "ORG"),
            somebody("Hanne Vik", description="chief executive of the Harbour Board"),
        ),
        (somebody("both boards", "ORG", members=("Board",)), somebody("Board", "ORG")),
    ],
)
def test_the_same_speaker_by_another_name(ours: Source, theirs: Source) -> None:
    board = somebody("Harbour Board", "ORG", id="Board")
    assert given_to(ours, theirs, board).verdict == "exact"


def test_two_whom_a_text_calls_he_are_not_one() -> None:
    ours = somebody("Hanne Vik", aliases=("she", "the president"))
    theirs = somebody("Ola Moe", aliases=("She", "the president"))
    assert given_to(ours, theirs).verdict == "other-speaker"


@pytest.mark.parametrize(
    "nobody",
    [
        somebody("officials", "UOR"),
        somebody("critics", "COL"),
        somebody("a spokesman", "USP"),
        somebody("she", None, resolved=False),
        somebody("Vik or Moe", "NIN", resolved=False),
        somebody("North Greyholm Dockers", "COL"),
        somebody("the Harbour Board staff", "COL"),
    ],
)
def test_a_source_that_is_nobody_in_particular_is_no_other_speaker(nobody: Source) -> None:
    found = given_to(somebody("Hanne Vik"), nobody)
    assert found.verdict == "exact"
    assert f'Whether "{nobody.name}" there is Hanne Vik is not certain.' in found.reason
    assert given_to(nobody, somebody("Hanne Vik")).verdict == "exact"


def test_a_name_behind_an_office_that_no_list_has_is_a_name() -> None:
    theirs = somebody("Dockers Secretary-Treasurer Ola Moe", "COL")
    assert given_to(somebody("Hanne Vik"), theirs).verdict == "other-speaker"
    assert given_to(somebody("Ola Moe"), theirs).verdict == "exact"
    assert given_to(somebody("Moe"), theirs).verdict == "exact"


def test_a_label_of_one_word_is_the_person_of_that_surname() -> None:
    vik = somebody("VIK", "ORG")
    assert given_to(somebody("Hanne Vik"), vik).verdict == "exact"
    assert given_to(somebody("Ola Moe"), vik).verdict == "other-speaker"


def test_two_spokesmen_of_one_body_are_two_speakers() -> None:
    board = somebody("Harbour Board", "ORG")
    ours = somebody("Hanne Vik", "NSP", affiliation="Harbour Board")
    theirs = somebody("Ola Moe", "NSP", affiliation="Harbour Board")
    assert given_to(ours, theirs, board).verdict == "other-speaker"


def test_a_few_words_in_running_text_are_no_evidence_of_another_speaker() -> None:
    vik, moe = somebody("Hanne Vik"), somebody("Ola Moe")
    assert given_to(vik, moe, words="out of control", marks="  ").verdict == "exact"
    assert given_to(vik, moe, words="out of control").verdict == "other-speaker"
    long = "the old pier and the school and the ferry are all to be sold"
    assert given_to(vik, moe, words=long, marks="  ").verdict == "other-speaker"


def test_a_text_with_the_same_speaker_outweighs_one_with_another() -> None:
    vik, moe = somebody("Hanne Vik"), somebody("Ola Moe")
    draft = Text(f"“{WORDS},” Vik said.", ((WORDS, vik),))
    wrong = Text(f"“{WORDS},” Moe said.", ((WORDS, moe),))
    right = Text(f"“{WORDS.lower()},” Vik said.", ((WORDS.lower(), vik),))
    unnamed = f"“{WORDS}.”"
    assert [one.verdict for one in checks(draft, wrong, right)] == ["folded"]
    assert [one.verdict for one in checks(draft, unnamed, wrong)] == ["other-speaker"]
    assert [one.verdict for one in checks(draft, unnamed)] == ["exact"]


def test_altered_words_stay_altered_and_the_other_speaker_is_told() -> None:
    vik, moe = somebody("Hanne Vik"), somebody("Ola Moe")
    draft = Text("“We will soon sell the old pier,” she said.", (("We will soon sell", vik),))
    source = Text("“We will soon rent the old pier.”", (("We will soon rent the old", moe),))
    (found,) = checks(draft, source)
    assert found.verdict == "altered"
    assert "The draft gives these words to Hanne Vik, the material to Ola Moe." in found.reason


def test_a_draft_that_names_nobody_is_told_who_it_was() -> None:
    source = Text(f"“{WORDS},” Moe said.", ((WORDS, somebody("Ola Moe")),))
    (found,) = checks(f"“{WORDS}.” That was all.", source)
    assert (found.verdict, found.speaker, found.found_speaker) == ("exact", None, "Ola Moe")
    assert "The draft names no speaker; the material gives the words to Ola Moe." in found.reason


CLERK = "The town has no money for any of it"


def joined(words: str, first: Source, second: Source) -> QuoteCheck:
    """A quote of Bo Lind, held against two quotes, one after the other."""
    bo = somebody("Bo Lind")
    text = f"“We need a pier of our own,” said one. “{CLERK},” said the other. "
    source = Text(text, (("We need a pier", first), (CLERK, second)))
    (found,) = checks(Text(f"“{words},” Lind said.", ((words, bo),)), source)
    return found


@pytest.mark.parametrize("words", [f"We need a pier of our own ... {CLERK}", f"a pier. {CLERK}"])
def test_words_of_two_speakers_are_no_quote_of_one(words: str) -> None:
    bo, ida = somebody("Bo Lind"), somebody("Ida Moss")
    found = joined(words, bo, ida)
    assert found.verdict == "altered"
    assert "ords of Bo Lind and of Ida Moss are joined." in found.reason
    assert joined(words, bo, bo).verdict != "altered"
    assert joined(words, bo, somebody("Mayor Bo Lind")).verdict != "altered"
    assert joined(words, bo, somebody("she", None, resolved=False)).verdict != "altered"
    assert joined(words, bo, somebody("critics", "COL")).verdict != "altered"


def verdict(draft: str, source: str) -> str:
    """Of the only quote of a draft, with sources found and resolved by the stages."""
    (found,) = verify(attrib.article(draft), [attrib.article(source)])
    return found.verdict


TRANSCRIPT = """\
LIND: We need a pier of our own, and soon.

MOSS: The town has no money for any of it.

LIND: It will be here by May, I promise you that.
"""


@pytest.mark.parametrize(
    ("speaker", "words", "wanted"),
    [
        ("Bo Lind", "We need a pier of our own.", "exact"),
        ("Ida Moss", "The town has no money for any of it.", "exact"),
        ("Ida Moss", "We need a pier of our own.", "other-speaker"),
        ("Bo Lind", "The town has no money for any of it.", "other-speaker"),
    ],
)
def test_a_label_of_a_transcript_is_the_speaker(speaker: str, words: str, wanted: str) -> None:
    introduced = f"They spoke on the air. Partial transcript as follows:\n\n{TRANSCRIPT}"
    assert verdict(f"{speaker} said: “{words}”", TRANSCRIPT) == wanted
    assert verdict(f"{speaker} said: “{words}”", introduced) == wanted


TOLD = "“Bo Lind told me he would never sell the old pier to them,” Ida Moss said on Monday."


@pytest.mark.parametrize(
    ("speaker", "wanted"),
    [("Ida Moss", "exact"), ("Bo Lind", "exact"), ("Anna Vik", "other-speaker")],
)
def test_what_a_speaker_tells_of_another_is_said_by_both(speaker: str, wanted: str) -> None:
    draft = f"{speaker} said: “he would never sell the old pier to them.”"
    assert verdict(draft, TOLD) == wanted


def test_what_is_told_outside_the_quote_is_said_by_the_inner_one_alone() -> None:
    source = "Ida Moss said that Bo Lind had promised: “I would never sell the old pier to them.”"
    draft = "{} said: “I would never sell the old pier to them.”"
    assert verdict(draft.format("Bo Lind"), source) == "exact"
    assert verdict(draft.format("Anna Vik"), source) == "other-speaker"


def test_a_word_or_two_of_difference_from_the_same_speaker_is_no_other_quote() -> None:
    vik, moe = somebody("Hanne Vik"), somebody("Ola Moe")
    assert given_to(vik, vik, words="We need a new fence").verdict == "exact"
    draft = Text("“We need a fence,” she said.", (("We need a fence", vik),))
    for speaker, wanted in ((vik, "altered"), (moe, "not-found")):
        source = Text("“We need a wall,” she said.", (("We need a wall", speaker),))
        assert [one.verdict for one in checks(draft, source)] == [wanted]


BRIEF = "“It was just terrifying, and the plan is not negotiable,” Vik said."


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("just terrifying", ["exact"]),
        ("terrifying", ["exact"]),
        ("just wonderful", ["not-found"]),
        ("wonderful", ["not-found"]),
        ("is negotiable", ["altered"]),
        ("Terrifying Plan", []),
        ("Skerra,", []),
    ],
)
def test_a_word_or_two_are_looked_for_where_somebody_says_them(
    words: str, wanted: list[str]
) -> None:
    vik = somebody("Hanne Vik")
    source = Text(BRIEF, (("It was just terrifying, and the plan is not negotiable", vik),))
    said = Text(f"It was “{words}”, Vik said.", ((words, vik),))
    assert [one.verdict for one in checks(said, source)] == wanted
    assert checks(said.text, source) == ()


def test_a_word_just_behind_a_negation_is_pointed_out() -> None:
    vik = somebody("Hanne Vik")
    source = Text(BRIEF, (("It was just terrifying, and the plan is not negotiable", vik),))
    (found,) = checks(Text("It was “negotiable”, she said.", (("negotiable", vik),)), source)
    assert (found.verdict, "a negation goes before" in found.reason) == ("exact", True)


QUOTED_TRANSCRIPT = """\
A partial transcript follows.

"VIK: Well, the question should be why the board met at night.

"MOE: Do you really see those two as one?

"VIK: Look, the board has been saying tough things. {words}.

"But the truth is that we have a school to keep."
"""


@pytest.mark.parametrize(
    ("speaker", "wanted"), [("Hanne Vik", "exact"), ("Ola Moe", "other-speaker")]
)
def test_a_label_within_quotation_marks_is_the_speaker(speaker: str, wanted: str) -> None:
    someone = somebody("A partial transcript", None, resolved=False)
    draft = Text(f"“{WORDS},” somebody said.", ((WORDS, somebody(speaker)),))
    source = Text(QUOTED_TRANSCRIPT.format(words=WORDS), ((WORDS, someone),))
    (found,) = checks(draft, source)
    assert (found.verdict, found.found_speaker) == (wanted, "Vik")


def test_a_label_further_up_in_running_text_is_nobodys() -> None:
    someone = somebody("A partial transcript", None, resolved=False)
    draft = Text(f"“{WORDS},” somebody said.", ((WORDS, somebody("Ola Moe")),))
    text = f'"VIK: We met at night.\n\nThe mayor was there.\n\n"{WORDS}."'
    (found,) = checks(draft, Text(text, ((WORDS, someone),)))
    assert found.verdict == "exact"


def test_a_surname_with_a_letter_amiss_is_no_other_speaker() -> None:
    found = given_to(somebody("Tyra McClenney"), somebody("McLenney"))
    assert found.verdict == "exact"
    assert found.reason.endswith('Whether "McLenney" there is Tyra McClenney is not certain.')
    # Short names differ in a letter as a matter of course.
    assert given_to(somebody("Ola Moe"), somebody("Ola Moa")).verdict == "other-speaker"


def test_a_person_is_not_what_the_material_calls_it() -> None:
    it = somebody("It", None, resolved=False)
    assert given_to(somebody("Hanne Vik"), it).verdict == "other-speaker"
    assert given_to(somebody("Harbour Board", "ORG"), it).verdict == "exact"


def test_whoever_tells_what_it_says_may_be_quoted_for_it() -> None:
    told = "Hanne Vik said that it would tell a story of “suffering and delight, and of hope.”"
    draft = "It is a story, said Hanne Vik, of “suffering and delight, and of hope.”"
    assert verdict(draft, told) == "exact"
