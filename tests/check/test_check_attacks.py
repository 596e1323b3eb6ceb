"""Kind anonymous-attack: AT105, over attributions made by hand."""

from __future__ import annotations

import pytest
from drafting import Said, checked, codes

from attrib.records import SourceClass


def attacks(content: str, source_class: SourceClass = "UOR", lemma: str = "say") -> list[str]:
    text = f"{content} is what one aide said."
    said = Said(content, "one aide", "said", source_class=source_class, lemma=lemma)
    return codes(checked(text, said, select=("AT105",)))


@pytest.mark.parametrize(
    "content",
    [
        "he is a fool",
        "she's a complete and utter fraud",
        "the mayor is incompetent",
        "Bo Ashby is corrupt",
        "Ashby was always a bully",
        "the chief seems unhinged",
        "the director is lazy and should go",
    ],
)
def test_insult_of_a_person_by_somebody_unnamed_is_found(content: str) -> None:
    assert attacks(content) == ["AT105"]


@pytest.mark.parametrize(
    "content",
    [
        "the plan is stupid",
        "this is a corrupt system",
        "it was a crook who did it",
        "he is no fool",
        "he is not a liar",
        "she was never incompetent",
        "the mayor met a liar",
        "he is ill",
        "the mayor is stupid money",
    ],
)
def test_words_that_run_no_person_down_are_left_alone(content: str) -> None:
    assert attacks(content) == []


@pytest.mark.parametrize("source_class", ["NOF", "NIN", "NSP", "ORG", "USP", "DOC"])
def test_insult_by_somebody_who_can_be_found_is_left_alone(source_class: SourceClass) -> None:
    assert attacks("he is a fool", source_class) == []


def test_name_that_somebody_is_called_is_found() -> None:
    assert attacks("a petty liar", lemma="call") == ["AT105"]
    assert attacks("a petty liar", lemma="meet") == []


def test_finding_covers_the_person_and_the_insult() -> None:
    text = "He thinks the mayor is a total fool, one aide said."
    said = Said("the mayor is a total fool", "one aide", "said", source_class="UOR")
    (found,) = checked(text, said, select=("AT105",))
    assert found.span.of(text) == "mayor is a total fool"
    assert "one aide" in found.message


def test_what_a_crowd_says_of_somebody_is_worth_a_look_and_no_more() -> None:
    text = "The mayor is a total fool, some clerks said."
    said = Said("The mayor is a total fool", "some clerks", "said", source_class="COL")
    (found,) = checked(text, said, select=("AT105",))
    assert found.severity == "info"


@pytest.mark.parametrize(("lemma", "found"), [("say", ["AT105"]), ("think", [])])
def test_what_somebody_thinks_is_no_attack_but_what_he_says_is(
    lemma: str, found: list[str]
) -> None:
    text = "The mayor is a total fool, one aide had it."
    said = Said(
        "The mayor is a total fool",
        "one aide",
        "had it",
        lemma=lemma,
        voice="indirect",
        source_class="UOR",
    )
    assert codes(checked(text, said, select=("AT105",))) == found
