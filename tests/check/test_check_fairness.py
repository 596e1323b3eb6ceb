"""Kinds no-reply, early-guilt and, for contact notes, unidentified: AT602 to AT604."""

from __future__ import annotations

import pytest
from drafting import Said, checked
from reading import found_by, words_of

THEFT = "Two clerks say that Ida Moss, the treasurer, stole 9,000 crowns from the club."


def test_accusation_without_a_reply_is_found_at_its_words() -> None:
    (found,) = found_by("AT602", f"{THEFT} The club meets on Friday.")
    assert found.words == "Ida Moss, the treasurer, stole"
    assert found.message.startswith("Ida Moss is accused here")


@pytest.mark.parametrize(
    "reply",
    [
        "She denies it.",
        "Moss said the books were in order.",
        "Ms Moss did not reply to e-mails sent on Monday.",
        "Moss declined to comment.",
        "Her lawyer called the story a smear.",
        "She could not be reached.",
        "Moss has been approached for comment.",
        "“I have done nothing wrong,” Moss said.",
        "She said she was innocent.",
        "Moss pleaded guilty in May.",
        "Moss was convicted in May.",
        "Moss, who died in May, left a will.",
    ],
)
def test_answered_or_settled_accusation_is_left_alone(reply: str) -> None:
    assert words_of("AT602", f"{THEFT} {reply}") == []


@pytest.mark.parametrize(
    "other",
    [
        "Police declined to comment.",
        "A lawyer for the clerks said they wanted an apology.",
        "The regulator said it had not replied to the clerks.",
        "If convicted, Moss faces ten years.",
        "One clerk, who asked not to be named, has left.",
    ],
)
def test_what_others_say_is_no_reply(other: str) -> None:
    assert len(words_of("AT602", f"{THEFT} {other}")) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The union accuses Bo Ashby of bullying the crew.", "Bo Ashby"),
        ("Bo Ashby has been accused of fraud by a former partner.", "Bo Ashby"),
        ("Dov Reiss runs the team. “He kicked us when we lost,” said one player.", "Dov Reiss"),
        ("A coach is accused of assault. Players signed a letter about Dov Reiss.", "Dov Reiss"),
        ("Drivers at Norland Parcels say the company stole their wages.", "Norland Parcels"),
        ("Prosecutors say Professor Carla Venn forged results.", "Carla Venn"),
    ],
)
def test_one_accused_is_named(text: str, name: str) -> None:
    (found,) = found_by("AT602", f"{text}\n\nThe season opens in May.")
    assert found.message.startswith(f"{name} is accused")


@pytest.mark.parametrize(
    "text",
    [
        "Ida Moss accuses the government of failing families. The bill passed.",
        "Two clerks say that somebody stole 9,000 crowns.",
        "The clerks say Ida Moss was robbed on the quay.",
        "The clerks said Ida Moss never stole a crown.",
        "The clerks said hackers had bullied America.",
        "Ida Moss stole the show at the regatta.",
        "",
    ],
)
def test_no_grave_charge_against_anybody_named(text: str) -> None:
    assert words_of("AT602", text) == []


def test_each_accused_is_told_once() -> None:
    text = f"{THEFT} The clerks say that Moss forged receipts. The union accuses Bo Ashby of fraud."
    messages = [found.message.split(" is ")[0] for found in found_by("AT602", text)]
    assert messages == ["Ida Moss", "Bo Ashby"]


def test_stance_decides_whether_a_source_accuses() -> None:
    said = Said("Ida Moss stole the boats", "The clerk", "hoped", stance="commits", lemma="hope")
    assert checked("The clerk hoped Ida Moss stole the boats.", said, select=("AT602",)) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ivo Brandt was arrested for the murder of a neighbour.", "arrested for the murder"),
        ("Deputies booked him into jail for arson.", "booked him into jail for arson"),
        ("The accused murderer, Ivo Brandt, sat in silence.", "accused murderer"),
        ("Ivo Brandt was charged on Monday. The killer wore a hat.", "The killer"),
        ("Ivo Brandt was charged after he stabbed a neighbour.", "charged after he stabbed"),
        ("Ivo Brandt is in custody. Her attacker, Ivo Brandt, is 34.", "Her attacker"),
    ],
)  # fmt: skip
def test_guilt_before_a_verdict_is_found(text: str, words: str) -> None:
    assert words_of("AT604", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Brandt was arrested on suspicion of murder.",
        "Ivo Brandt was charged with the murder of a neighbour.",
        "Ivo Brandt was arrested for allegedly stealing a boat.",
        "Ivo Brandt was arrested for refusing to leave the quay.",
        "The killer, Ivo Brandt, was convicted on Monday.",
        "The gunman shot himself. The killer, Ivo Brandt, was 34.",
        "Police are hunting the killer. Two men were charged with theft in May.",
        "“They caught the killer,” said Ida Moss. Ivo Brandt was charged on Monday.",
        "A killer whale was caught off Arle. A man was charged with theft.",
        "The criminal court sat on Monday. Ivo Brandt was charged with fraud.",
        "A man who was shot on the quay is in custody.",
    ],
)
def test_charge_or_verdict_is_left_alone(text: str) -> None:
    assert words_of("AT604", text) == []


def test_verdict_to_come_settles_nothing() -> None:
    text = "Ivo Brandt was charged on Monday. If convicted, the killer faces life."
    assert words_of("AT604", text) == ["the killer"]


def test_case_told_of_far_off_makes_no_culprit_of_others() -> None:
    case = "Ivo Brandt was charged on Monday."
    long = " ".join(["The quay was quiet and the ferry ran on time."] * 25)
    assert words_of("AT604", f"{case} The attackers were gone.") == ["The attackers"]
    assert words_of("AT604", f"{case} {long} The attackers were gone.") == []


def test_guilt_in_the_headline_is_found_there_unless_quoted() -> None:
    text = "Ivo Brandt, 34, was charged with murder on Monday."
    (found,) = found_by("AT604", text, "Alleged killer in court")
    assert (found.field, found.words) == ("title", "Alleged killer")
    assert words_of("AT604", text, "Neighbour: ‘alleged killer’ was kind") == []


def test_contact_note_without_when_or_how_is_found() -> None:
    assert words_of("AT603", f"{THEFT} She could not be reached.") == ["could not be reached"]
    assert words_of("AT603", f"{THEFT} She could not be reached by phone on Monday.") == []
    assert words_of("AT603", "No deal could be reached.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A cook told the police that the owner, Ida Moss, had helped herself to tips.",
            "Ida Moss, had helped herself to tips.",
        ),
        (
            "The tips were taken by the owner, Ida Moss, a cook told the tribunal on Monday.",
            "Ida Moss, a cook told the tribunal on Monday.",
        ),
        (
            "A cook told the inquiry that under the owner, Ida Moss, the till was never counted.",
            "Ida Moss, the till was never counted.",
        ),
    ],
)
def test_wrong_told_in_any_words_asks_for_an_answer(text: str, words: str) -> None:
    assert words_of("AT602", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "A cook told the police that the owner, Ida Moss, was found dead in the kitchen.",
        "A cook said that the owner, Ida Moss, had painted the kitchen green.",
        "A cook told the police that the till had been emptied in Port Arle.",
        "A cook told the police that Ida Moss had emptied the till. Moss said she had counted it.",
        "A cook told the police that the owner, Ida Moss, had emptied the till. She denies it.",
    ],
)
def test_who_is_no_suspect_or_is_heard_is_left_alone(text: str) -> None:
    assert words_of("AT602", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ivo Brandt was charged on Monday. He preyed on the old.", "He preyed"),
        ("Ivo Brandt denies it and is on bail. His till fraud ran for years.", "His till fraud"),
    ],
)  # fmt: skip
def test_deed_of_who_is_only_charged_is_found(text: str, words: str) -> None:
    assert any(words in found for found in words_of("AT604", text))


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Brandt was charged on Monday. Police say that he preyed on the old.",
        "Ivo Brandt was charged on Monday. He allegedly preyed on the old.",
        "Nobody has been arrested. The man preyed on the old.",
        "Ivo Brandt was charged on Monday. He was convicted of theft. He preyed on the old.",
    ],
)
def test_deed_in_somebody_s_account_or_after_a_verdict_is_left_alone(text: str) -> None:
    assert words_of("AT604", text) == []
