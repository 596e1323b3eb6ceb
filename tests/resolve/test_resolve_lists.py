"""Mentions of several: members named, a rest without a name, a body of the one before."""

from __future__ import annotations

import pytest
from staging import RULEBOOK, names_at, resolved

from attrib.resolve.lexicon import load_lexicon
from attrib.resolve.mentions import parse_mention

LEXICON = load_lexicon(RULEBOOK)

LISTS = [
    # (mention, members, whether others are meant besides)
    ("both Mrs. Moss and her campaign", ["Moss", "Moss campaign"], False),
    ("Mrs. Moss, as well as her campaign", ["Moss", "Moss campaign"], False),
    ("Ida Moss and her husband", ["Ida Moss"], True),
    ("Ida Moss and national unions", ["Ida Moss"], True),
    ("several officials, including Ida Moss", ["Ida Moss"], True),
    ("officials such as Ida Moss and Bo Ashby", ["Ida Moss", "Bo Ashby"], True),
    ("senators Ida Moss and Mark Ashby", ["Ida Moss", "Mark Ashby"], False),
]

SINGLE = [
    ("American broadcaster QRT", "QRT"),
    ("the Supreme Court this month", "Supreme Court"),
    ("the Leedon Water Company today", "Leedon Water Company"),
    ("Theresa May", "Theresa May"),
    ("J.J. Moss, editor at large", "J.J. Moss"),
    ("Lee Wang of the Rowing Club", "Lee Wang"),
    ("Union of River Engineers", "Union of River Engineers"),
]

NO_NAME = ["Gun rights advocates", "TV networks", "leading Democrats", "an anti-Ashby PAC"]


@pytest.mark.parametrize(("text", "members", "rest"), LISTS)
def test_members_of_a_list(text: str, members: list[str], *, rest: bool) -> None:
    parsed = parse_mention(text, LEXICON)
    assert [member.phrase.name for member in parsed.members] == members
    assert parsed.rest is rest


@pytest.mark.parametrize(("text", "name"), SINGLE)
def test_one_name(text: str, name: str) -> None:
    parsed = parse_mention(text, LEXICON)
    assert (parsed.phrase.form, parsed.phrase.name) == ("name", name)


@pytest.mark.parametrize("text", NO_NAME)
def test_a_crowd_or_a_kind_is_no_name(text: str) -> None:
    assert parse_mention(text, LEXICON).phrase.form == "description"


def test_words_in_capitals_name_whoever_speaks_and_nobody_else() -> None:
    assert parse_mention("Northern Riverland", LEXICON, speaks=True).phrase.form == "name"
    assert parse_mention("Senior Officials", LEXICON, speaks=True).phrase.form == "description"


def test_both_are_the_two_just_named() -> None:
    resolution = resolved(
        "Ida Moss met Mark Ashby. [source Both] [cue said] [content the dam holds]."
    )
    assert names_at(resolution) == ["Ida Moss and Mark Ashby"]
    three = resolved(
        "Ida Moss met Mark Ashby and Jane Roe. [source Both] [cue said] [content it holds]."
    )
    assert names_at(three) == [None]


def test_they_are_two_only_where_and_joins_them() -> None:
    joined = resolved("Ida Moss and Mark Ashby left. [source They] [cue said] [content so].")
    assert names_at(joined) == ["Ida Moss and Mark Ashby"]
    apart = resolved("Ida Moss saw Mark Ashby. [source They] [cue said] [content so].")
    assert names_at(apart) == [None]


def test_who_follows_the_name_before_an_apposition_and_no_place() -> None:
    resolution = resolved(
        "Ida Moss, a pilot from Peru, [source who] [cue said] [content the gate held], left."
    )
    assert names_at(resolution) == ["Ida Moss"]


def test_the_former_and_the_latter_are_of_the_two_just_named() -> None:
    met = "Ida Moss met Mark Ashby. "
    said = "[source {}] [cue said] [content it held]."
    assert names_at(resolved(met + said.format("The former"))) == ["Ida Moss"]
    assert names_at(resolved(met + said.format("The latter"))) == ["Mark Ashby"]
    three = "Ida Moss met Mark Ashby and Jane Roe. "
    assert names_at(resolved(three + said.format("The latter"))) == [None]
    assert names_at(resolved(met + said.format("The former mayor"))) == [None]
