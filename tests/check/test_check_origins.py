"""Kinds shared-origin and uncredited-relay: AT202 and AT203, alone and beside other articles."""

from __future__ import annotations

import pytest

from attrib.check.outlets import find_outlets, is_same_outlet, key_of_outlet, load_outlets
from attrib.checking import check_article
from attrib.records import Diagnostic
from attrib.rule_examples import read_check_example
from attrib.rulebook import load_rulebook
from attrib.settings import Settings
from attrib.tokens import tokenise

RULEBOOK = load_rulebook()
POST = "--- with Ashby Post\nThe bank will close its Brenna office, {}.\n"
MAIL = "--- with Leedon Mail\nThe bank will close its Brenna office, {}.\n"
CITED = (
    "The Ashby Post reported that the bank will close its Brenna office. "
    "The Leedon Mail also reported that the bank will close its Brenna office.\n"
)
QUOTE = "“I have nothing left to give to this club,”"


def found_in(code: str, text: str) -> tuple[Diagnostic, ...]:
    article, others = read_check_example(text)
    settings = Settings(select=(code,))
    return check_article(article, RULEBOOK, others, settings=settings).diagnostics


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Post and the Mail, both citing Reuters, said it was done.", "both citing Reuters"),
        (
            "The Herald and the Star, quoting a palace aide, said so.",
            "Herald and the Star, quoting a palace aide",
        ),
        (
            "The Brenna Herald said so, citing Bloomberg.\n\n"
            "The Leedon Times followed, also citing Bloomberg.",
            "citing Bloomberg",
        ),
        ("Three papers had it, all based on a single post.", "all based on a single post"),
        ("Two neighbours, who both heard it from the postman, said so.",
         "both heard it from the postman"),
        ("CNN and Fox News, citing the same police source, said so.",
         "citing the same police source"),
    ],
)  # fmt: skip
def test_two_with_one_origin_are_found(text: str, words: str) -> None:
    (found,) = found_in("AT202", text)
    assert found.words == words


@pytest.mark.parametrize(
    "text",
    [
        "The Post reported, citing Reuters, that the bank would close.",
        "The Post and the Mail both reported, citing their own sources, that it would close.",
        "The Post and the Mail, both citing officials, said it would close.",
        "The Post, citing Reuters, and the Mail, citing a director, said it would close.",
        "The Post and the Mail, both citing Reuters, said so. The Gazette confirmed it separately.",
        "Both men cited privacy concerns.",
        "“The Post and the Mail, both citing Reuters, were wrong,” Ida Moss said.",
        "The Post reported, citing Reuters, that it would close. It cited Reuters again later.",
        "",
    ],
)
def test_origins_of_their_own_are_left_alone(text: str) -> None:
    assert found_in("AT202", text) == ()


def test_outlets_that_relay_one_agency_elsewhere_are_found() -> None:
    others = POST.format("Reuters reported") + MAIL.format("according to Reuters")
    (found,) = found_in("AT202", CITED + others)
    assert found.words == "Leedon Mail"
    assert "Reuters" in found.message
    assert found.related[0].message == "has it from the same"


def test_outlets_with_sources_of_their_own_elsewhere_are_left_alone() -> None:
    others = POST.format("Reuters reported") + MAIL.format("its director, Ida Moss, said")
    assert found_in("AT202", CITED + others) == ()
    assert found_in("AT202", CITED) == ()


@pytest.mark.parametrize(
    "said",
    [
        "Ida Moss told the Ashby Gazette",
        "Ida Moss told us",
        "Ida Moss said in an exclusive interview",
        "Ida Moss told the Brenna Herald",
        "Ida Moss says, and pours more tea",
    ],
)
def test_interview_of_another_outlet_is_found(said: str) -> None:
    text = f"{QUOTE} Ida Moss said.\n--- with Ashby Gazette: Moss\n{QUOTE} {said}.\n"
    (found,) = found_in("AT203", text)
    assert found.words == QUOTE
    assert ("Brenna Herald" if "Brenna" in said else "Ashby Gazette") in found.message
    assert found.related[0].article


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Ida Moss told the Ashby Gazette", "Ida Moss told us"),
        ("Ida Moss told the Brenna Herald", "Ida Moss told us"),
        ("Ida Moss said at a press conference", "Ida Moss told us"),
        ("Ida Moss said in a speech", "Ida Moss told the Ashby Gazette"),
        ("Ida Moss said", "Ida Moss told reporters"),
        ("Ida Moss wrote in an open letter", "Ida Moss said"),
    ],
)
def test_credited_and_public_words_are_left_alone(mine: str, theirs: str) -> None:
    text = f"{QUOTE} {mine}.\n--- with Ashby Gazette: Moss\n{QUOTE} {theirs}.\n"
    assert found_in("AT203", text) == ()


def test_interview_without_its_words_is_left_alone() -> None:
    text = f"“We are poor,” Ida Moss said.\n--- with Ashby Gazette\n{QUOTE} Ida Moss told us.\n"
    assert found_in("AT203", text) == ()
    assert found_in("AT203", f"{QUOTE} Ida Moss said.") == ()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The Ashby Gazette and Reuters said so", ["ashby gazette", "reuters"]),
        ("the Times, the Mail", ["times", "mail"]),
        ("The press and a radio were there", []),
        ("", []),
    ],
)
def test_outlets_are_read_from_a_text(text: str, keys: list[str]) -> None:
    named = find_outlets(tokenise(text), load_outlets(RULEBOOK))
    assert [outlet.key for outlet in named] == keys


def test_outlets_under_longer_names_and_addresses_are_one() -> None:
    assert is_same_outlet("post", "washington post")
    assert is_same_outlet("nbc", "nbc news")
    assert is_same_outlet(key_of_outlet("www.washingtonpost.com") or "", "washington post")
    assert not is_same_outlet("post", "mail")
    assert key_of_outlet(" ") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Two experts, Al Dent and Bo Ashby, say that the dam is safe. Ashby took it from "
            "Dent's report.",
            "Two experts",
        ),
        (
            "The bank gave the price. It was confirmed by a second source, the port. The port "
            "had read the bank's bulletin.",
            "second source",
        ),
    ],
)
def test_sources_counted_as_several_that_lean_on_one_are_found(text: str, words: str) -> None:
    found = found_in("AT202", text)
    assert [words in one.words for one in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Two experts, Al Dent and Bo Ashby, say that the dam is safe. Each looked at it alone.",
        "Two ferries collided on the same day. The port took the number from a log.",
        "The Post cited Reuters. A second source, the port, confirmed it on its own.",
        "",
    ],
)
def test_sources_of_their_own_are_left_alone(text: str) -> None:
    assert found_in("AT202", text) == ()
