"""A mention taken apart: the name, the role, whom it is held for; invented people throughout."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.resolve.lexicon import load_lexicon
from attrib.resolve.mentions import names_nobody, parse_mention
from attrib.rulebook import load_rulebook

LEXICON = load_lexicon(load_rulebook())

PEOPLE = [
    # (mention, name, role, affiliation)
    ("Transport Minister Ana Ruiz", "Ana Ruiz", "Transport Minister", ""),
    ("Maj. Gen. Bo Ashby, a spokesman for the ministry", "Bo Ashby", "spokesman", "the ministry"),
    ("White House press secretary Ida Moss", "Ida Moss", "press secretary", "White House"),
    ("Ida Moss, the dam's chief engineer,", "Ida Moss", "chief engineer", "the dam"),
    ("Apple's chief executive, Lee Chan,", "Lee Chan", "chief executive", "Apple"),
    ("The minister of works, Mr. Chan,", "Chan", "minister", ""),
    ("House Speaker Lee D. Chan (R-Wis.)", "Lee D. Chan", "House Speaker", ""),
    ("Sky News' Ida Moss", "Ida Moss", "", "Sky News"),
    ("Secretary of State Bo Ashby", "Bo Ashby", "Secretary of State", ""),
    (
        "Peruvian Minister of Public Works Ana Ruiz",
        "Ana Ruiz",
        "Minister of Public Works",
        "Peruvian",
    ),
    ("Mr. Ashby of the Rowing Club", "Ashby", "", "the Rowing Club"),
    ("retired harbour pilot Bo Ashby", "Bo Ashby", "retired harbour pilot", ""),
    ("Bo Ashby, a former Peruvian ambassador", "Bo Ashby", "former ambassador", "Peruvian"),
    ("Alhaji Bo Ashby", "Bo Ashby", "", ""),
    ("works minister Mallam Bo Ashby", "Bo Ashby", "works minister", ""),
    ("the port's medical director, Dr Ida Moss", "Ida Moss", "medical director", "the port"),
    ("Harbour director Dr Ida Moss", "Ida Moss", "director", "Harbour"),
    ("mayor of Leeds Ida Moss", "Ida Moss", "mayor of Leeds", ""),
    (
        "Peru's ambassador to the United Nations Ida Moss",
        "Ida Moss",
        "ambassador to the United Nations",
        "Peru",
    ),
    ("secretary of the Rowing Club Ida Moss", "Ida Moss", "secretary of the Rowing Club", ""),
    ("Ministry of Works spokesman Bo Ashby", "Bo Ashby", "spokesman", "Ministry of Works"),
    ("Ida Moss, a security guard at the town hall", "Ida Moss", "security guard", "the town hall"),
    ("Ida Brett Elspas of Leeds, who rowed", "Ida Brett Elspas", "", "Leeds"),
    (
        "Ida Moss, a spokeswoman for Peru's New Year's Eve Show",
        "Ida Moss",
        "spokeswoman",
        "Peru's New Year's Eve Show",
    ),
    ("a book by historian Ida Moss", "Ida Moss", "historian", ""),
    (
        "Ana Ruiz, vice president for policy for the Rowing Club, a charity",
        "Ana Ruiz",
        "vice president",
        "the Rowing Club",
    ),
]

BODIES = [
    # (mention, name, kind, acronym)
    ("The Peruvian Works Ministry", "Peruvian Works Ministry", "body", ""),
    ("the Office for River Safety (ORS)", "Office for River Safety", "body", "ORS"),
    ("the Meridian news agency", "Meridian", "outlet", ""),
    ("Peru's Ministry of Works", "Peru's Ministry of Works", "body", ""),
    (
        "the Department of Rivers and Public Works",
        "Department of Rivers and Public Works",
        "body",
        "",
    ),
    ("the Farmers' Union", "Farmers' Union", "body", ""),
    ("Ashby's campaign", "Ashby campaign", "body", ""),
    ("Leeds police", "Leeds police", "body", ""),
    ("the Ashby Gazette", "Ashby Gazette", "outlet", ""),
    ("the U.S.", "United States", "country", ""),
    ("Ankara", "Turkey", "country", ""),
]

DESCRIPTIONS = [
    # (mention, head, opening, kind)
    ("an unidentified harbour source", "source", "fresh", "person"),
    ("the agency", "agency", "definite", "body"),
    ("officials", "official", "none", "group"),
    ("The statement from the seven towns", "statement", "definite", "document"),
    ("one of the mayor's closest aides", "aide", "fresh", "group"),
    ("people familiar with the talks", "person", "none", "group"),
    ("a poll of 900 voters", "poll", "fresh", "dataset"),
    ("a Twitter user", "twitter user", "fresh", "account"),
    ("the director also", "director", "definite", "person"),
    ("Aides to Mr. Ashby", "aide", "none", "group"),
]


@pytest.mark.parametrize(("mention", "name", "role", "affiliation"), PEOPLE)
def test_person_is_named_without_title_and_apposition(
    mention: str, name: str, role: str, affiliation: str
) -> None:
    phrase = parse_mention(mention, LEXICON).phrase
    assert (phrase.form, phrase.kind) == ("name", "person")
    assert (phrase.name, phrase.role, phrase.affiliation) == (name, role, affiliation)


@pytest.mark.parametrize(("mention", "name", "kind", "acronym"), BODIES)
def test_body_is_named_without_article(mention: str, name: str, kind: str, acronym: str) -> None:
    phrase = parse_mention(mention, LEXICON).phrase
    assert (phrase.form, phrase.name, phrase.kind) == ("name", name, kind)
    assert phrase.acronym == acronym


@pytest.mark.parametrize(("mention", "head", "opening", "kind"), DESCRIPTIONS)
def test_description_has_a_head_and_no_name(
    mention: str, head: str, opening: str, kind: str
) -> None:
    phrase = parse_mention(mention, LEXICON).phrase
    assert (phrase.form, phrase.name) == ("description", "")
    assert (phrase.head, phrase.opening, phrase.kind) == (head, opening, kind)


@pytest.mark.parametrize(
    ("mention", "members", "rest"),
    [
        ("Peru and Chile", ["Peru", "Chile"], False),
        ("Ana Ruiz, the transport minister, and Bo Ashby", ["Ana Ruiz", "Bo Ashby"], False),
        ("Peru and other states that fish there", ["Peru"], True),
        ("Creekwatch and other groups", ["Creekwatch"], True),
        (
            "Lee Chan (D-Ore.), Ida Moss and Bo Ashby all",
            ["Lee Chan", "Ida Moss", "Bo Ashby"],
            False,
        ),
    ],
)
def test_list_has_its_named_members(mention: str, members: list[str], rest: bool) -> None:
    parsed = parse_mention(mention, LEXICON)
    assert [member.phrase.name for member in parsed.members] == members
    assert parsed.rest is rest


@pytest.mark.parametrize(
    "mention",
    [
        "the Department of Health and Human Services",
        "the Securities and Exchange Commission",
        "Ana Ruiz, an adviser on tax and trade and a professor at the River University",
        "prime ministers and members of the government",
        "Bailey & Moss",
    ],
)
def test_and_inside_one_name_or_description_makes_no_list(mention: str) -> None:
    assert parse_mention(mention, LEXICON).members == ()


@pytest.mark.parametrize("mention", ["he", "She also", "they", "who", "It", "he reportedly"])
def test_pronoun_is_known_with_adverbs_behind_it(mention: str) -> None:
    assert parse_mention(mention, LEXICON).pronoun


@pytest.mark.parametrize("mention", ["his family", "her lawyer", "US", "IT", "the who"])
def test_what_only_looks_like_a_pronoun_is_none(mention: str) -> None:
    assert parse_mention(mention, LEXICON).pronoun == ""


@given(st.text(alphabet="aA bB,.'’“”()-–&$1é\n\tXYof theand ", max_size=80))
def test_any_text_can_be_taken_apart(mention: str) -> None:
    parsed = parse_mention(mention, LEXICON)
    assert len(parsed.text) <= len(mention)


@pytest.mark.parametrize(
    ("mention", "affiliation"),
    [
        ("a spokesman for President Ida Moss", "President Ida Moss"),
        ("an aide to Senator Ida Moss", "Senator Ida Moss"),
        ("the wife of Mayor Bo Ashby", "Mayor Bo Ashby"),
        ("sister of Ana Ida Moss", "Ana Ida Moss"),
    ],
)
def test_who_speaks_for_somebody_is_not_that_one(mention: str, affiliation: str) -> None:
    phrase = parse_mention(mention, LEXICON).phrase
    assert (phrase.form, phrase.affiliation) == ("description", affiliation)


@pytest.mark.parametrize(
    ("mention", "names"),
    [
        ("Ida Moss and her husband, Bo Ashby", ["Ida Moss", "Bo Ashby"]),
        ("Republican hopefuls Ida Moss and Lee Chan", ["Ida Moss", "Lee Chan"]),
        ("Both Mr. King and Mr. Ashby", ["King", "Ashby"]),
        ("public figures such as Ida Moss and Lee Chan", ["Ida Moss", "Lee Chan"]),
    ],
)
def test_two_persons_are_never_the_second_alone(mention: str, names: list[str]) -> None:
    parsed = parse_mention(mention, LEXICON)
    assert [member.phrase.name for member in parsed.members] == names


@pytest.mark.parametrize(
    "mention",
    [
        "a producer of prize-winning films including Ida Moss and Lee Chan",
        "the maker of films such as Ida Moss and Lee Chan",
    ],
)
def test_what_a_person_made_is_no_list_of_speakers(mention: str) -> None:
    assert parse_mention(mention, LEXICON).members == ()


@pytest.mark.parametrize(
    ("mention", "form", "name"),
    [
        ("the charity Friends of the Rhine", "name", "Friends of the Rhine"),
        ("Moss of the Union of Rowers", "name", "Moss"),
        ("the 58-year-old Moss", "name", "Moss"),
        ("the 15-member Security Council", "name", "Security Council"),
        ("Many Londoners", "description", ""),
        ("Some Ashby", "name", "Ashby"),
        ("a Meridian-backed website", "description", ""),
        ("a U.S.-drafted paper", "description", ""),
    ],
)
def test_what_describes_a_name_is_no_part_of_it(mention: str, form: str, name: str) -> None:
    phrase = parse_mention(mention, LEXICON, ("moss",)).phrase
    assert (phrase.form, phrase.name) == (form, name)
    assert not phrase.affiliation or phrase.affiliation.startswith("the Union")


@pytest.mark.parametrize(
    ("mention", "nobody"),
    [
        ("No one", True),
        ("none of the pilots", True),
        ("no minister", True),
        ("No 10", False),
        ("no minister but Ida Moss", False),
        ("a nobody", False),
    ],
)
def test_nobody_is_told_from_somebody(mention: str, *, nobody: bool) -> None:
    assert names_nobody(mention, LEXICON) is nobody


@pytest.mark.parametrize("mention", ["the (Bo Ashby)", "the ( Bo Ashby", "( Bo Ashby"])
def test_a_name_in_brackets_alone_is_the_name(mention: str) -> None:
    assert parse_mention(mention, LEXICON).phrase.name == "Bo Ashby"


@pytest.mark.parametrize(
    ("mention", "form"),
    [
        ("THE MAYOR", "description"),
        ("JUDGE", "description"),
        ("ONS", "name"),
        ("the CEO", "description"),
    ],
)
def test_an_office_in_capitals_is_nobodys_initials(mention: str, form: str) -> None:
    assert parse_mention(mention, LEXICON).phrase.form == form
