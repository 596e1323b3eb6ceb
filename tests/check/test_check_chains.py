"""Kinds deep-chain, unnamed-media and lone-source: AT204, AT206 and AT201."""

from __future__ import annotations

import pytest
from drafting import Said, checked, codes

from attrib.checking import check_article
from attrib.ingest import make_article
from attrib.rulebook import load_rulebook
from attrib.settings import Settings

RULEBOOK = load_rulebook()


def words_of(code: str, text: str, title: str | None = None) -> list[str]:
    article = make_article(text, title=title)
    found = check_article(article, RULEBOOK, settings=Settings(select=(code,))).diagnostics
    return [diagnostic.words for diagnostic in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Local media said the mayor had left.", "Local media"),
        ("The mayor has left, according to press reports.", "press reports"),
        ("Shares fell 4%, amid reports that the firm had lost a client.", "reports"),
        ("The suspect, named by local news outlets as Dane Hoyle, was held.", "local news outlets"),
        ("The Italian press has linked her with a move to Turin.", "Italian press"),
        ("Newspaper reports over the weekend suggested he would go.", "Newspaper reports"),
        ("A TV station reported that the roof fell in.", "TV station"),
        ("The firm is in talks with a buyer, it has been reported.", "it has been reported"),
        ("The driver is reported to have fled.", "is reported to have"),
    ],
)
def test_press_without_a_name_is_found(text: str, words: str) -> None:
    assert words_of("AT206", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The Ashby Gazette reported that the mayor had left.",
        "Local media, among them the Ashby Gazette, said the mayor had left.",
        "Local media said the mayor had left. The Ashby Gazette showed the empty office.",
        "Police reports say the car was stolen.",
        "The reports say the car was stolen.",
        "According to reports Ms Moss filed with the board, the ship sank.",
        "Videos on social media showed the fire.",
        "The WLWT television channel said the zoo was shut.",
        "The theft was reported to the coastguard, and it was reported to the police.",
        "The press conference will begin at noon, the club said.",
        "“Local media said he was dead,” Ida Moss said.",
        "Ida Moss said media reports were wrong.",
        "",
    ],
)
def test_press_that_is_named_or_reports_nothing_is_left_alone(text: str) -> None:
    assert words_of("AT206", text) == []


def test_same_wording_is_told_once() -> None:
    text = "Local media said he left.\n\nThe town is small. Local media said he took the cash."
    assert words_of("AT206", text) == ["Local media"]


def test_what_another_was_told_is_found_through_the_pipeline() -> None:
    text = "Ali Reyes said Bo Hart had told him that Cy Dunn lied to the board."
    assert words_of("AT204", text) == ["Bo Hart had told"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A nurse said a doctor had told her that the records were altered.", "a doctor had told"),
        ("Reyes said she was told by a guard that the man had not been fed.", "was told by"),
        ("A friend of a friend of the victim said the door was open.", "friend of a friend"),
        ("Hale claims that Marsh said that Dunn admitted taking the money.", "Dunn admitted"),
        (
            "The Mail reported the split, citing the Sun, which quoted a friend of the singer.",
            "citing the Sun, which quoted",
        ),
    ],
)
def test_chain_of_two_mouths_is_found(text: str, words: str) -> None:
    assert words_of("AT204", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Hart said that Cy Dunn lied.",
        "Ali Reyes told the court that Bo Hart had told him Cy Dunn lied.",
        "Ali Reyes said the mayor had told reporters that the ferry would sail.",
        "Ali Reyes said Bo Hart had told the Gazette that the ferry would sail.",
        "Ali Reyes said her mother had told her never to give up.",
        "Ali Reyes said the coach told him to leave.",
        "“They told me that I had no chance,” Ali Reyes said.",
        "The mayor told aides that she would quit, according to someone who attended the meeting.",
        "Ali Reyes said she had told the mayor that the quay was shut.",
    ],
)
def test_public_words_orders_and_testimony_are_left_alone(text: str) -> None:
    assert words_of("AT204", text) == []


def test_long_text_of_nested_speakers_gives_one_finding_a_sentence() -> None:
    text = "Ali said Bo told him that Cy lied. " * 200
    said = Said("Bo told him that Cy lied", "Ali", "said", source_class="NIN")
    assert len(codes(checked(text, said, select=("AT204",)))) <= 200


@pytest.mark.parametrize(
    "text",
    [
        "The plant leaked solvent into the creek, a resident said. The company denied it.",
        "A former accountant at the charity said its founder pocketed gifts for the poor.",
        "According to a person familiar with the trial, the firm deleted the results.",
        "A post on a local forum claimed that the council had dumped asbestos in the wood.",
    ],
)
def test_grave_claim_of_one_weak_source_is_found(text: str) -> None:
    assert len(words_of("AT201", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The plant leaked solvent into the creek, Ida Moss, the mayor, said.",
        "The plant leaked solvent into the creek, two residents said.",
        "The plant leaked solvent, a resident said. It could not be independently verified.",
        "The plant leaked solvent into the creek, a resident said. An audit found solvent there.",
        "A resident said the plant should stop the leak.",
        "A resident said she had been hit by a plank.",
        "A resident said the park was pretty.",
        "",
    ],
)
def test_claim_with_support_or_without_harm_is_left_alone(text: str) -> None:
    assert words_of("AT201", text) == []


@pytest.mark.parametrize(
    ("text", "title", "words"),
    [
        (
            "Ana Reyes, a barmaid, said Tom Hart told her that he took the money from the safe.",
            "Hart: I took the money from the safe",
            "Hart",
        ),
        (
            "Dr Amin recalled Dr Lim saying that the samples were swapped.\n\n"
            "The trial ended. Lim conceded that the samples were swapped.",
            None,
            "Lim",
        ),
        (
            "Ana Reyes said Tom Hart told her: “I took the money from the safe at night.”\n\n"
            "The safe was new. “I took the money from the safe at night,” Hart said.",
            None,
            "Hart",
        ),
        (
            "An aide, Ida Moss, said Mayor Carla Venn had told staff that she would leave the ferry"
            " board in May.",
            "Mayor says she will leave ferry board",
            "Mayor",
        ),
    ],
)
def test_collapse_behind_labels_offices_and_quotes_is_found(
    text: str, title: str | None, words: str
) -> None:
    assert words_of("AT205", text, title) == [words]


def test_speaker_with_words_of_his_own_is_no_collapse() -> None:
    text = (
        "Ana Reyes said Tom Hart told her: “I took the money from the safe at night.”\n\n"
        "“I am sorry for what I did,” Hart said. Hart said he took the money from the safe."
    )
    assert words_of("AT205", text) == []


HEARSAY = (
    "Ana Reyes, a deckhand, said that the harbour chief, Dov Reiss, had told her in the canteen "
    "that the sale of the ferry was a mistake. Reiss did not answer two calls."
)


@pytest.mark.parametrize(
    ("title", "later", "words"),
    [
        ("Harbour chief regrets sale of ferry", "", "Harbour chief"),
        ("Reiss: ferry sale a mistake", "", "Reiss"),
        ("‘The sale was a mistake,’ says boss", "", "boss"),
        ("Ferry sold", "Reiss’s admission has surprised the board.", "Reiss"),
        ("Ferry sold", "According to Reiss, the sale was a mistake.", "Reiss"),
        ("Ferry sold", "As Reiss put it, the sale was a mistake.", "Reiss"),
        ("Ferry sold", "Reiss has acknowledged that the sale was a mistake.", "Reiss"),
    ],
)
def test_credit_for_words_at_second_hand_is_found(title: str, later: str, words: str) -> None:
    assert words_of("AT205", f"{HEARSAY}\n\n{later}".strip(), title) == [words]


@pytest.mark.parametrize(
    ("title", "later"),
    [
        ("Harbour chief regrets sale, deckhand says", ""),
        pytest.param(
            "Ferry sold",
            "Reiss’s admission, as Reyes tells it, has surprised the board.",
            marks=pytest.mark.xfail(strict=True, reason="the rule leaves it alone, the model errs"),
        ),
        ("Ferry sold", "“The sale was a mistake and I am sorry,” Reiss told the board."),
        ("Poll: ferry sale a mistake", ""),
        ("Ferry sold", "Reiss’s alleged admission has surprised the board."),
        ("Ferry sold", "Reiss has not acknowledged that the sale was a mistake."),
        ("Ferry sold", ""),
    ],
)
def test_credit_that_keeps_the_witness_or_has_words_of_its_own_is_left_alone(
    title: str, later: str
) -> None:
    assert words_of("AT205", f"{HEARSAY}\n\n{later}".strip(), title) == []


@pytest.mark.parametrize(
    "answer",
    [
        "The firm denied it.",
        "The firm did not answer two calls.",
        "Its owner, Carla Venn, said that every truck had been covered.",
    ],
)
def test_claim_that_another_answers_is_lone(answer: str) -> None:
    claim = "Trucks dumped sand in the brook at night, Ana Reyes, a baker, said."
    assert len(words_of("AT201", f"{claim} {answer}", "Trucks dumped sand, baker says")) == 1


@pytest.mark.parametrize(
    "claim",
    [
        "Ana Reyes, a baker, said that she had written to the firm twice.",
        "The opera was too long, Ana Reyes, a critic, said.",
        "Trucks will dump sand in the brook, Ana Reyes, a baker, said.",
        "Trucks dumped sand in the brook, Ana Reyes and Tom Hart said.",
        "Trucks dumped sand in the brook, Ana Reyes said. An audit found it there.",
    ],
)
def test_answered_view_act_or_shown_claim_is_left_alone(claim: str) -> None:
    assert words_of("AT201", f"{claim} The firm denied it.") == []
