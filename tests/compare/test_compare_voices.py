"""Voices: who is one with whom, and how many independent ones there are."""

from __future__ import annotations

import pytest
from telling import RULEBOOK, key, own, said, sources_of, tell

from attrib.compare.countries import find_country, read_countries
from attrib.compare.voices import Voice, count_voices, find_voices, is_same_voice
from attrib.records import Source

COUNTRIES = read_countries(RULEBOOK)


def source(name: str, **more: object) -> Source:
    return Source(key(name), name, "ORG", True, "named", **more)  # type: ignore[arg-type]


def voices(*names: str, known: tuple[Source, ...] = ()) -> list[Voice]:
    told = tell(
        "Courier", None, *(said(name, f"the harbour is closed to {name}") for name in names)
    )
    every = {item.id: item for item in (*sources_of([told]), *known)}
    return list(
        find_voices(told.claims, {told.article.id: told.article}, list(every.values()), RULEBOOK)
    )


@pytest.mark.parametrize(
    ("name", "country", "is_body"),
    [
        ("Russia", "Russia", False),
        ("Moscow", "Russia", False),
        ("Russian Defense Ministry", "Russia", True),
        ("Hungarian Interior Ministry", "Hungary", True),
        ("Russian opposition", "", False),
        ("Callan Line", "", False),
        ("New Zealand", "New Zealand", False),
    ],
)
def test_country_behind_a_name(name: str, country: str, is_body: bool) -> None:
    assert find_country(source(name), COUNTRIES) == (country, is_body)


def test_country_and_its_ministry_are_one_voice() -> None:
    one, other = voices("Russia", "Russian Defense Ministry")
    assert is_same_voice(one, other)


def test_two_bodies_of_one_state_are_two_voices() -> None:
    one, other = voices("Russian Defense Ministry", "Russian police")
    assert not is_same_voice(one, other)


def test_opposition_does_not_speak_for_its_country() -> None:
    one, other = voices("Russia", "Russian opposition")
    assert not is_same_voice(one, other)


def test_spokesman_is_one_voice_with_those_he_speaks_for() -> None:
    spokesman = source("Ola Berg", affiliation=key("Callan Line"))
    one, other = voices("Ola Berg", "Callan Line", known=(spokesman,))
    assert is_same_voice(one, other)


def test_members_of_a_joint_source_stay_apart_from_each_other() -> None:
    joint = source("statement", members=(key("Dockers"), key("Sailors")))
    one, first, second = voices("statement", "Dockers", "Sailors", known=(joint,))
    assert is_same_voice(one, first)
    assert is_same_voice(one, second)
    assert not is_same_voice(first, second)


def test_joint_source_and_its_members_count_once() -> None:
    joint = source("statement", members=(key("Dockers"), key("Sailors")))
    assert count_voices(voices("statement", "Dockers", "Sailors", known=(joint,))) == 1
    assert count_voices(voices("Dockers", "Sailors")) == 2


def test_outlet_is_a_voice_of_its_own() -> None:
    told = tell("Courier", None, own("the harbour is closed"))
    (voice,) = find_voices(told.claims, {told.article.id: told.article}, (), RULEBOOK)
    assert voice.is_own
    assert voice.shown == "Courier"


@pytest.mark.parametrize("name", ["she", "who", "Her", "they"])
def test_a_pronoun_that_stays_open_is_nobodys_voice(name: str) -> None:
    open_source = Source(key(name), name, None, False, "two could be meant")
    voice, named = voices(name, "Callan Line", known=(open_source,))
    assert (voice.shown, voice.is_resolved) == ("", False)
    assert named.shown == "Callan Line"
    assert not is_same_voice(voice, named)
