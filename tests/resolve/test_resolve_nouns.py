"""Names in short and descriptions: what points back, and what is a source of its own."""

from __future__ import annotations

import pytest
from staging import names_at, resolved, source_at, source_of

SAME = [
    # (markup, the name of both)
    ("[source Col. Bo Ashby, a spokesman for Peru,] [cue said] [content it held]. "
     "[source2 Ashby] [cue2 added] [content2 it was old].", "Bo Ashby"),
    ("[source Bo Ashby] [cue said] [content it held]. "
     "[source2 Mr. Ashby] [cue2 added] [content2 it was old].", "Bo Ashby"),
    ("[source The Peruvian Works Ministry] [cue said] [content it held]. "
     "[source2 the Works Ministry] [cue2 added] [content2 it was old].", "Peruvian Works Ministry"),
    ("[source The Peruvian Works Ministry] [cue said] [content it held]. "
     "[source2 The ministry] [cue2 added] [content2 it was old].", "Peruvian Works Ministry"),
    ("[source The Office for River Safety (ORS)] [cue said] [content it held]. "
     "[source2 The ORS] [cue2 added] [content2 it was old].", "Office for River Safety"),
    ("[source The Meridian news agency] [cue said] [content it held]. "
     "[source2 the agency] [cue2 added] [content2 it was old].", "Meridian"),
    ("[source Transport Minister Ana Ruiz] [cue said] [content it held]. "
     "[source2 The minister] [cue2 added] [content2 it was old].", "Ana Ruiz"),
    ("[source Sen. Bo Ashby] [cue said] [content it held]. "
     "[source2 The senator] [cue2 added] [content2 it was old].", "Bo Ashby"),
    ("[source Halden Foods] [cue said] [content it held]. "
     "[source2 The company] [cue2 added] [content2 it was old].", "Halden Foods"),
    ("[source Norrfly] [cue said] [content it held]. "
     "[source2 The airline] [cue2 added] [content2 it was old].", "Norrfly"),
    ("[source an unnamed harbour pilot] [cue said] [content it held]. "
     "[source2 The pilot] [cue2 added] [content2 it was old].", "unnamed harbour pilot"),
    ("The Ashby campaign met. [source The campaign] [cue said] [content it held]. "
     "[source2 The Ashby campaign] [cue2 added] [content2 it was old].", "Ashby campaign"),
    ("[source Ida Debbie Roe Moss] [cue said] [content it held]. "
     "[source2 Roe Moss] [cue2 added] [content2 it was old].", "Ida Debbie Roe Moss"),
    ("[source Prosecutors] [cue said] [content it held]. "
     "[source2 prosecutors] [cue2 added] [content2 it was old].", "prosecutors"),
]  # fmt: skip

APART = [
    # two full names with one surname
    "[source Ida Moss] [cue said] [content it held]. [source2 Jon Moss] [cue2 said] [content2 no].",
    # two unnamed people, one after the other
    "[source A pilot] [cue said] [content it held]. "
    "[source2 Another pilot] [cue2 said] [content2 no].",
    # two ministries of two countries
    "[source The Peruvian Works Ministry] [cue said] [content it held]. "
    "[source2 The Chilean Works Ministry] [cue2 said] [content2 no].",
    # a president before a namesake without the office
    "[source President Moss] [cue said] [content it held]. "
    "[source2 Jane Moss] [cue2 said] [content2 no].",
]

OPEN = [
    # (markup, words of the reason): the last source is not certain
    ("[source The Peruvian Works Ministry] [cue said] [content it held]. "
     "[source2 The Chilean Works Ministry] [cue2 said] [content2 no].\n\n"
     "[source3 The ministry] [cue3 added] [content3 it was old].", "two could be meant"),
    ("[source Ida Moss] [cue said] [content it held]. "
     "[source2 Jon Moss] [cue2 said] [content2 no]. "
     "[source3 Moss] [cue3 added] [content3 it was old].", "two could be meant"),
    ("[source The minister] [cue said] [content it held].", "not said before"),
    ("[source Vice President Ida Moss] [cue said] [content it held]. "
     "[source2 The president] [cue2 said] [content2 no].", "not said before"),
    ("[source Republican nominee Bo Ashby] [cue said] [content it held]. "
     "[source2 the Democratic nominee] [cue2 said] [content2 no].", "not said before"),
    ("[source Ida Moss] [cue said] [content it held]. "
     "[source2 The mayor] [cue2 disagreed] [content2 it leaked].", "not said before"),
    ("[source Judge Mark Ashby] [cue said] [content it held]. "
     "[source2 The lawyer] [cue2 denied] [content2 it].", "not said before"),
    ("[source Mark Ashby] [cue said] [content it held]. "
     "[source2 The suspect] [cue2 denied] [content2 it].", "not said before"),
    ("[source Meridian Foods] [cue said] [content it held]. "
     "[source2 The union] [cue2 denied] [content2 it].", "not said before"),
    ("[source Meridian] [cue said] [content it held]. "
     "[source2 The ministry] [cue2 denied] [content2 it].", "not said before"),
    ("[source His lawyer] [cue said] [content it held].", "not certain"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "name"), SAME)
def test_short_form_and_description_are_the_one_named_before(markup: str, name: str) -> None:
    resolution = resolved(markup)
    assert set(names_at(resolution)) == {name}
    assert len({item.source_id for item in resolution.attributions}) == 1


@pytest.mark.parametrize("markup", APART)
def test_two_sources_stay_two(markup: str) -> None:
    resolution = resolved(markup)
    assert None not in names_at(resolution)
    assert len({item.source_id for item in resolution.attributions}) == 2


@pytest.mark.parametrize(("markup", "reason"), OPEN)
def test_without_one_certain_antecedent_the_source_is_open(markup: str, reason: str) -> None:
    resolution = resolved(markup)
    last = source_at(resolution, len(resolution.attributions) - 1)
    assert not last.resolved
    assert last.source_class is None
    assert reason in last.reason
    assert resolution.attributions[-1].reason == last.reason


def test_full_name_further_down_names_the_surname_of_the_headline() -> None:
    resolution = resolved(
        "[source Ashby] [cue says] [content it held].\n\n[source2 Bo Ashby] [cue2 said] "
        "[content2 so]."
    )
    assert names_at(resolution) == ["Bo Ashby", "Bo Ashby"]


def test_title_outside_the_text_names_whom_the_text_calls_by_surname() -> None:
    markup = "[source Moss] [cue said] [content it held]. Her uncle Jon Moss had built it."
    # Whose uncle he is cannot be told, but he does not speak.
    assert names_at(resolved(markup)) == ["Moss"]
    assert names_at(resolved(markup, title="What Ida Moss Saw at the Dam")) == ["Ida Moss"]


def test_kin_of_a_surname_that_stood_before_is_not_its_bearer() -> None:
    markup = (
        "[source Moss] [cue said] [content it held]. Her father, Jon Moss, had built it. "
        "[source2 Moss] [cue2 said] [content2 so]."
    )
    assert names_at(resolved(markup)) == ["Moss", "Moss"]
    title = "Why Ika Moss Is Glad"
    assert names_at(resolved(markup, title=title)) == ["Moss", "Moss"]
    named = markup + " Her friends call her Ika."
    assert names_at(resolved(named, title=title)) == ["Ika Moss", "Ika Moss"]


def test_kin_named_before_the_surname_stands_alone_is_its_bearer() -> None:
    markup = (
        "Her father, Jon Moss, had built the dam. [source Moss] [cue said] [content it held]. "
        "The dam is wide."
    )
    assert names_at(resolved(markup)) == ["Jon Moss"]


def test_whose_kin_somebody_is_speaks_no_less_for_it() -> None:
    rain = "It rained on the dam and on the town, and the river rose over the road. " * 16
    markup = (
        "The dam took a pilot, Bo Moss, and a nurse. " + rain + "Ida Moss, mother of the late "
        "pilot Bo Moss, spoke. [source Moss] [cue said] [content it held]. The dam is wide."
    )
    assert names_at(resolved(markup)) == ["Ida Moss"]


def test_office_and_courtesy_title_are_of_one_where_nobody_is_addressed_otherwise() -> None:
    markup = (
        "[source President Voss] [cue said] [content it held]. "
        "[source2 Mr. Voss] [cue2 said] [content2 so]."
    )
    assert len(resolved(markup).sources) == 1
    other = markup + " [source3 Ms. Voss] [cue3 said] [content3 no]."
    assert len(resolved(other).sources) == 3


def test_two_who_share_a_surname_are_told_apart_by_their_titles() -> None:
    markup = (
        "The parents, Khar and Gheza Moss, came late. [source Mr. Moss] [cue said] "
        "[content it held]. [source2 Ms. Moss] [cue2 said] [content2 so]. "
        "[source3 Mr. Moss] [cue3 said] [content3 that was all]."
    )
    assert names_at(resolved(markup)) == ["Mr. Moss", "Ms. Moss", "Mr. Moss"]
    assert len(resolved(markup).sources) == 2


def test_place_before_a_comma_is_no_holder_of_the_role_behind_it() -> None:
    resolution = resolved("In Kelbarat, [source the mayor] [cue said] [content it held].")
    assert names_at(resolution) == [None]


def test_role_beside_a_name_is_that_person() -> None:
    resolution = resolved("Bo Ashby, [source head of the dam,] [cue said] [content it held].")
    assert names_at(resolution) == ["Bo Ashby"]


def test_owner_of_an_unnamed_source_is_named_where_certain() -> None:
    resolution = resolved(
        "[source Bo Ashby] [cue said] [content it held]. "
        "[source2 His lawyer] [cue2 said] [content2 no]."
    )
    lawyer = source_at(resolution, 1)
    assert lawyer.name == "Bo Ashby's lawyer"
    assert lawyer.source_class == "USP"
    assert source_of(resolution, lawyer.affiliation).name == "Bo Ashby"


def test_statement_is_whoever_put_out_the_last_one() -> None:
    resolution = resolved(
        "[source Halden Foods] [cue said] [content it held] [medium in a statement]. Rain fell. "
        "[source2 The statement] [cue2 added] [content2 it was old]."
    )
    assert names_at(resolution) == ["Halden Foods", "Halden Foods"]


def test_statement_of_a_body_is_the_body_speaking() -> None:
    resolution = resolved("According to [source a police statement], [content it held][cue .]")
    found = source_at(resolution, 0)
    assert (found.name, found.source_class) == ("police", "ORG")


def test_affiliations_run_from_spokesman_to_ministry_to_country() -> None:
    resolution = resolved(
        "[source The Peruvian Works Ministry] [cue said] [content it held]. "
        "[source2 Bo Ashby, a spokesman for the ministry,] [cue2 said] [content2 it was old]."
    )
    spokesman = source_at(resolution, 1)
    ministry = source_of(resolution, spokesman.affiliation)
    assert ministry.name == "Peruvian Works Ministry"
    assert source_of(resolution, ministry.affiliation).name == "Peru"
    assert spokesman.role == "spokesman"


def test_adviser_shares_no_voice_with_the_one_advised() -> None:
    resolution = resolved(
        "Ida Moss spoke. [source Bo Ashby, an adviser to Ida Moss,] [cue said] [content it held]."
    )
    assert source_at(resolution, 0).affiliation is None


def test_description_is_no_body_that_others_name_in_passing() -> None:
    resolution = resolved(
        "[content “The Hull Council paid,”] [source Ida Moss] [cue said]. "
        "[source2 The council] [cue2 added] [content2 it was old]."
    )
    assert not source_at(resolution, 1).resolved


def test_description_is_the_one_body_that_the_text_names() -> None:
    resolution = resolved(
        "The Hull Council met. [source Ida Moss] [cue said] [content it paid]. "
        "[source2 The council] [cue2 added] [content2 it was old]."
    )
    assert names_at(resolution)[-1] == "Hull Council"


@pytest.mark.parametrize("source", ["No one", "none of the pilots", "as mayor of Leeds"])
def test_what_names_nobody_is_left_open(source: str) -> None:
    found = source_at(resolved(f"[source {source}] [cue said] [content it held]."), 0)
    assert (found.resolved, found.source_class) == (False, None)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a report from Peruvian authorities", "report from Peruvian authorities"),
        ("a story on Meridian", "story on Meridian"),
        ("the Lake Findings (LF)", "Lake Findings"),
        # what stands before the title goes
        ("a new Ashby Institute poll released on Friday", "Ashby Institute poll"),
    ],
)
def test_document_is_called_by_its_own_words(source: str, name: str) -> None:
    assert names_at(resolved(f"[source {source}] [cue said] [content it held].")) == [name]


def test_plural_that_opens_a_sentence_is_a_crowd() -> None:
    found = source_at(resolved("[source Rowists at Leeds Port] [cue said] [content it held]."), 0)
    assert (found.name, found.source_class) == ("rowists at Leeds Port", "COL")


def test_holder_of_an_office_is_not_the_singer() -> None:
    resolution = resolved(
        "[source Sen. Bo Ashby] [cue said] [content it held]. "
        "[source2 The singer] [cue2 said] [content2 it was old]."
    )
    assert not source_at(resolution, 1).resolved


def test_a_name_in_what_is_told_is_not_the_teller() -> None:
    text = "[content The car was driven by Ida Moss], [source the director] [cue told] reporters."
    assert source_at(resolved(text), 0).name != "Ida Moss"


def test_a_role_beside_a_name_is_its_bearer() -> None:
    text = "Ida Moss, [source the director of the zoo], [cue said] [content it held]."
    assert source_at(resolved(text), 0).name == "Ida Moss"


def test_the_words_before_a_name_stand_for_its_bearer_elsewhere() -> None:
    resolution = resolved(
        "[content “It must go”] [cue –] [source Arle state senator].\n\n"
        "Arle state senator Ida Moss spoke on the dam."
    )
    assert names_at(resolution) == ["Ida Moss"]


def test_the_words_before_two_names_stand_for_neither() -> None:
    resolution = resolved(
        "[content “It must go”] [cue –] [source Arle state senator].\n\n"
        "Arle state senator Ida Moss met Arle state senator Bo Ashby."
    )
    assert names_at(resolution) == ["Arle state senator"]


def test_she_tells_of_the_one_who_speaks_by_one_name() -> None:
    resolution = resolved("[source Moss] [cue wrote] [content that she was sad].")
    assert source_at(resolution, 0).source_class == "NIN"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("IDA Moss", "Ida Moss"),
        ("IDA MOSS", "Ida Moss"),
        ("JJ Moss", "JJ Moss"),
        ("Ida McMoss", "Ida McMoss"),
        ("BBC Scotland", "BBC Scotland"),
    ],
)
def test_capitals_of_a_headline_are_no_part_of_a_name(written: str, shown: str) -> None:
    resolution = resolved(f"[source {written}] [cue said] [content it held]. She was late.")
    assert names_at(resolution) == [shown]
