"""Offices and names as the news writes them: "Senator X", "the Norland senator", "Vice-Chair"."""

from __future__ import annotations

import pytest
from staging import RULEBOOK, source_at, staged

from attrib.resolve import resolve


def named(text: str, at: int = 0) -> str:
    """The name of the source at place `at` among those of a staged text; "" while open."""
    resolution = resolve([staged(text, name="a1")], RULEBOOK)
    found = source_at(resolution, at, "a1")
    return found.name if found.resolved else ""


SENATE = " [source The {} senator] [cue said] [content the law was fair]."


@pytest.mark.parametrize(
    ("before", "place", "name"),
    [
        ("Sen. Ben Sands of Norland met House Speaker Paul Ryder.", "Norland", "Ben Sands"),
        ("Sen. Ben Sands (D-Norland) met House Speaker Paul Ryder.", "Norland", "Ben Sands"),
        ("Sen. Ben Sands (D-Vt.) met the actor Ted Cross.", "Vermont", "Ben Sands"),
        ("Sen. Ben Sands, R-Norland, met the actor Ted Cross.", "Norland", "Ben Sands"),
        # Whose senator is not told: he may be the one, or the other.
        ("Sen. Ben Sands met Ted Cross.", "Verland", ""),
        ("Sen. Ben Sands of Verland met Mayor Paul Ryder of Norland.", "Norland", ""),
    ],
)
def test_senator_of_a_place_is_who_is_told_to_be_from_there(
    before: str, place: str, name: str
) -> None:
    assert named(before + SENATE.format(place)) == name


@pytest.mark.parametrize("office", ["Senator", "Governor", "Mayor", "Justice"])
def test_office_at_the_start_of_a_sentence_is_an_office(office: str) -> None:
    text = (
        f"{office} Ben Sands met House Speaker Paul Ryder on Monday. "
        f"[source The {office.lower()}] [cue said] [content the law was fair]."
    )
    assert named(text) == "Ben Sands"


@pytest.mark.parametrize(
    "words",
    [
        "United Dockers Secretary-Treasurer Gary Castle",
        "Vice-Chair Gary Castle",
        "co-chair Gary Castle",
        "Mayor-elect Gary Castle",
        "Brenna Post Editor-in-Chief Gary Castle",
    ],
)
def test_joined_roles_are_no_part_of_the_name(words: str) -> None:
    assert named(f"[source {words}] [cue said] [content the dam held].") == "Gary Castle"


@pytest.mark.parametrize(
    "words", ["The more moderate Hall", "The far less cautious Hall", "The embattled Hall"]
)
def test_adjectives_before_a_surname_describe(words: str) -> None:
    text = "Governor Paul Hall spoke. Hall was late. "
    assert named(text + f"[source {words}] [cue said] [content the dam held].") == "Paul Hall"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Dock Workers of Norland", "Dock Workers of Norland"),
        (
            "the Dock Workers of Norland, one of the unions representing the staff",
            "Dock Workers of Norland",
        ),
        ("The 6th Circuit Court of Appeals", "6th Circuit Court of Appeals"),
        ("A poll from Brenna Law School released", "poll from Brenna Law School"),
        ("many State Senators of Norland", "many State Senators of Norland"),
    ],
)
def test_names_are_whole(words: str, name: str) -> None:
    assert named(f"[source {words}] [cue said] [content the dam held].") == name


def test_ordinal_of_a_day_opens_no_name() -> None:
    text = "On June 5th [source Ida Moss] [cue said] [content the dam held]."
    assert named(text) == "Ida Moss"


def test_country_of_people_thinks_nothing() -> None:
    text = (
        "It is for people across the country [source who] [cue think] [content the dam held]. "
        "It rained."
    )
    assert named(text) != "country"


@pytest.mark.parametrize("beside", ["through a spokeswoman", "with a nurse", "like his sister"])
def test_who_is_brought_in_beside_somebody_is_another(beside: str) -> None:
    text = (
        f"[source1 Bo Moss, {beside},] [cue1 said] [content1 the dam held]. "
        "[source2 He] [cue2 added] [content2 it was old]."
    )
    assert named(text) == "Bo Moss"
    assert named(text, 1) == "Bo Moss"


def test_outlet_is_the_only_one_named_before() -> None:
    told = "[source1 A guard] [cue1 told] [to1 Fox News] [content1 the dam held]. "
    said = "[source2 The news outlet] [cue2 said] [content2 it was old]."
    assert named(told + said, 1) == "Fox News"
    assert named(told + "Reuters had it earlier. " + said, 1) == ""
    assert named("[source1 Bo Moss] [cue1 said] [content1 the dam held]. " + said, 1) == ""


def test_senator_is_nobody_else_where_one_is_told_to_be_a_senator() -> None:
    text = (
        "The Norland senator Ben Sands spoke first. "
        "[source1 Ida Moss] [cue1 said] [content1 the dam held]. "
        "[source2 The senator] [cue2 said] [content2 it was old]."
    )
    assert named(text, 1) in ("Ben Sands", "")


def test_senator_is_who_was_meant_by_it_before() -> None:
    text = (
        "Ben Sands spoke first. [source1 The Norland senator] [cue1 said] [content1 it rained]. "
        "[source2 Ida Moss] [cue2 said] [content2 the dam held]. "
        "[source3 The senator] [cue3 said] [content3 it was old]."
    )
    assert [named(text, at) for at in range(2)] == ["Ben Sands", "Ida Moss"]
    assert named(text, 2) in ("Ben Sands", "")


def test_pronoun_that_carries_on_is_not_who_is_named_behind_it() -> None:
    text = (
        "[source1 Ida Broad] [cue1 said] [content1 the dam held]. "
        "She has told it again as Paul Hall campaigns with his wife, Mrs. Ann Hall, who runs. "
        "On Sunday, [source2 she] [cue2 added] [content2 it was old]."
    )
    assert named(text, 1) in ("", "Ida Broad")
