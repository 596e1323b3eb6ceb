"""Verdicts on the speaker of a quote: the same words, given to somebody else."""

from __future__ import annotations

import pytest
from verifying import Text, checks, somebody

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
    ],
)
def test_a_source_that_is_nobody_in_particular_is_no_other_speaker(nobody: Source) -> None:
    found = given_to(somebody("Hanne Vik"), nobody)
    assert found.verdict == "exact"
    assert f'Whether "{nobody.name}" there is Hanne Vik is not certain.' in found.reason
    assert given_to(nobody, somebody("Hanne Vik")).verdict == "exact"


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
