"""Speakers without a name: AT102, AT103, AT104, AT106 and AT110."""

from __future__ import annotations

import pytest
from drafting import Said, checked, codes

from attrib.checking import check_article
from attrib.ingest import make_article
from attrib.records import Diagnostic, SourceClass
from attrib.rulebook import load_rulebook
from attrib.settings import Settings


def read(text: str, code: str) -> tuple[Diagnostic, ...]:
    """The findings of one check over a draft that went through all stages."""
    chosen = Settings(select=(code,))
    return check_article(make_article(text), load_rulebook(), settings=chosen).diagnostics


def words(text: str, code: str) -> list[str]:
    return [found.span.of(text) for found in read(text, code)]


def vague(source: str, kind: SourceClass = "UOR") -> list[str]:
    text = f"{source} said the dam would hold."
    said = Said("the dam would hold", source, "said", source_class=kind)
    return codes(checked(text, said, select=("AT102",)))


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("People familiar with the matter", "URL"),
        ("A person close to the board", "URL"),
        ("White House officials", "UOR"),
        ("One senior administration official", "UOR"),
        ("Two industry sources", "COL"),
        ("Friends of the singer", "COL"),
        ("Allies", "COL"),
        ("The mayor's allies", "COL"),
        ("Those close to the manager", "URL"),
        ("A Western diplomat", "UOR"),
    ],
)
def test_institution_or_closeness_alone_is_vague(source: str, kind: SourceClass) -> None:
    assert vague(source, kind) == ["AT102"]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("An official who has read the draft", "UDK"),
        ("An engineer with direct knowledge of the talks", "UDK"),
        ("The official", "UOR"),
        ("Police officials", "UOR"),
        ("Some strategists", "UOR"),
        ("Most officials", "UOR"),
        ("A nurse at the infirmary", "UDK"),
        ("Critics", "COL"),
        ("A friend", "UDK"),
        ("Sources", "COL"),
        ("A reliable source", "COL"),
        ("Ida Moss", "NIN"),
    ],
)
def test_what_is_told_better_or_elsewhere_is_left_alone(source: str, kind: SourceClass) -> None:
    assert vague(source, kind) == []


def test_word_that_a_mention_cut_short_left_out_still_describes() -> None:
    text = "The dam would hold, said an official who has read the plans."
    said = Said("The dam would hold", "an official", "said", source_class="UOR")
    assert codes(checked(text, said, select=("AT102",))) == []


def test_vague_mention_after_a_specific_one_is_left_alone() -> None:
    text = "An official who read the draft said it was long. Officials said it was late."
    said = (
        Said("it was long", "An official who read the draft", "said", source_class="UDK"),
        Said("it was late", "Officials", "said", source_class="UOR"),
    )
    assert codes(checked(text, *said, select=("AT102",))) == []
    alone = "Officials said it was late."
    assert codes(checked(alone, said[1], select=("AT102",))) == ["AT102"]


def test_description_agreed_with_the_source_is_left_alone() -> None:
    text = (
        "A person close to the board said the deal was dead. The person agreed to be "
        "identified only as one close to the board."
    )
    assert words(text, "AT102") == []


def test_one_alert_a_vague_source() -> None:
    text = (
        "People familiar with the matter said the deal was dead.\n\n"
        "People familiar with the matter added that nobody would sign. It rained."
    )
    assert words(text, "AT102") == ["People familiar with the matter"]


@pytest.mark.parametrize(
    "text",
    [
        '"People familiar with the matter said so," Ida Moss, a clerk, said.',
        "Ida Moss, a clerk, said White House officials had told her that it was over.",
        "White House officials supported the plan.",
        "",
    ],
)
def test_what_others_tell_and_what_is_no_speech_is_left_alone(text: str) -> None:
    assert words(text, "AT102") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A nurse said wards were unsafe. It rained.", "A nurse"),
        ("Wards were unsafe, one of the doctors said.", "one of the doctors"),
        ("Two paramedics said the van had no oxygen.", "Two paramedics"),
        ("Wards were “unsafe”, a porter at the infirmary said.", "a porter at the infirmary"),
        ("A roofer said the beams were rotten.", "A roofer"),
    ],
)
def test_individual_without_a_reason_is_found(text: str, found: str) -> None:
    assert [item.strip(" ,") for item in words(text, "AT103")] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "A nurse said wards were unsafe. She asked not to be named for fear of dismissal.",
        "Staff fear reprisals. It rained. A nurse said wards were unsafe.",
        "A nurse, who was not authorised to speak publicly, said wards were unsafe.",
        "A nurse said wards were unsafe. Her name has been changed to protect her identity.",
        "A police spokesman said wards were unsafe.",
        "A 16-year-old apprentice said wards were unsafe.",
        "A rape victim said wards were unsafe.",
        "A nurse told the inquest that wards were unsafe.",
        "A nurse, Ida Moss, said wards were unsafe.",
        "Ida Moss, 32, a nurse, said wards were unsafe.",
        "The nurse said wards were unsafe.",
        "A report said wards were unsafe.",
        "One in three said wards were unsafe.",
        "In 1962 a nurse said wards were unsafe.",
        "A nurse asked for a chair.",
        "Ida Moss, a clerk, said a nurse had told her that wards were unsafe.",
    ],
)
def test_reason_or_somebody_who_needs_none_is_left_alone(text: str) -> None:
    assert words(text, "AT103") == []


def test_reason_three_sentences_on_comes_too_late() -> None:
    text = (
        "A nurse said wards were unsafe. It rained. It snowed. It froze. "
        "She asked not to be named for fear of dismissal."
    )
    assert words(text, "AT103") == ["A nurse"]


def test_name_held_back_without_a_reason_is_found() -> None:
    text = "Nurses, speaking on condition of anonymity, said wards were unsafe."
    assert words(text, "AT103") == ["condition of anonymity"]


def test_opening_that_keeps_the_name_for_the_next_sentence_is_left_alone() -> None:
    text = "A nurse has said wards are unsafe.\n\nIda Moss, 41, said there were two to a shift."
    assert words(text, "AT103") == []


def test_one_alert_an_individual() -> None:
    text = "A nurse said wards were unsafe. It rained. The nurse said beds were old. She said so."
    assert words(text, "AT103") == ["A nurse"]


@pytest.mark.parametrize(
    "clause",
    [
        "who wasn’t authorised to speak publicly",
        "who isn't authorized to talk to the press",
        "who lacked permission to discuss the case",
        "speaking on condition of anonymity because the talks are private",
        "who requested anonymity to speak candidly",
        "who is barred from speaking to reporters",
    ],
)
def test_formula_that_fits_every_source_is_found(clause: str) -> None:
    assert len(words(f"An aide, {clause}, said the deal was dead.", "AT104")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "An aide who asked not to be named for fear of dismissal said the deal was dead.",
        "An aide, not authorised to speak, feared for her job.",
        '"I am not authorised to speak publicly," Ida Moss said.',
        "The firm is not authorised to sell insurance.",
        "Ida Moss, a clerk, said staff were not allowed to speak to the press.",
        "The talks are private.",
    ],
)
def test_reason_that_tells_more_or_is_no_reason_is_left_alone(text: str) -> None:
    assert words(text, "AT104") == []


@pytest.mark.parametrize(
    "text",
    [
        "The gate shut. Ida Moss, a clerk, said it was old. One official said it was a shambles.",
        "An aide described the budget as reckless.",
        "An aide said the mayor should never have been hired.",
        "A trader said the bank was badly run.",
        "A former player said it was the dirtiest club in the league.",
        '"We shut the gate at noon on Monday," one official said.',
        "A trader said the bank was shut. It rained. “They are fools,” the trader said.",
    ],
)
def test_opinion_or_first_quote_without_a_name_is_found(text: str) -> None:
    assert len(words(text, "AT106")) == 1


@pytest.mark.parametrize(
    "text",
    [
        '"It was a shambles," Ida Moss, a clerk, said.',
        "One official said the gate was shut at noon.",
        "One official asked whether it was a shambles.",
        "Ida Moss, a clerk, said the gate was “a shambles of rust”. One official said it was shut.",
        "One official said it was the largest gate in the county.",
        "An aide said the minister was in a nasty dispute over land.",
        "Shoppers said it was a shambles.",
        "A spokeswoman for the port said the plan was brilliant.",
        "A heckler said it was a shambles.",
        "",
    ],
)
def test_fact_or_somebody_who_answers_for_it_is_left_alone(text: str) -> None:
    assert words(text, "AT106") == []


@pytest.mark.parametrize(
    "text",
    [
        "A Treasury official said the levy was dead. The Treasury declined to comment.",
        "Meridian refused to comment. The yard will shut, a Meridian executive said.",
        "A club insider said he would go. A spokesman for the club wouldn’t comment.",
    ],
)
def test_office_that_speaks_and_declines_is_found(text: str) -> None:
    assert len(words(text, "AT110")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A Treasury official said the levy was dead. The Kremlin declined to comment.",
        "Treasury spokesman Bo Ashby said the levy was dead. Meridian declined to comment.",
        "A Treasury official said the levy was dead.",
        'A Treasury official said the levy was dead. "The Treasury declined to comment," he said.',
    ],
)
def test_other_office_or_no_refusal_is_left_alone(text: str) -> None:
    assert words(text, "AT110") == []


def test_office_that_speaks_and_declines_is_looked_for_only_when_asked() -> None:
    text = "A Treasury official said the levy was dead. The Treasury declined to comment."
    found = check_article(make_article(text), load_rulebook()).diagnostics
    assert "AT110" not in {item.code for item in found}
