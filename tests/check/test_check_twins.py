"""Kinds quote-mismatch and joint-quote: AT308 and AT310."""

from __future__ import annotations

import pytest
from drafting import Said, checked, codes

from attrib.check.likeness import is_same_wording, load_likeness, read_words
from attrib.check.twins import find_twins
from attrib.checking import check_article
from attrib.ingest import make_article
from attrib.records import Diagnostic
from attrib.rule_examples import read_check_example
from attrib.rulebook import load_rulebook
from attrib.settings import Settings

RULEBOOK = load_rulebook()
LIKENESS = load_likeness(RULEBOOK, ("um", "er"), ("and", "but"))
SUE = "We might sue the firm over the waste in the river"
BETWEEN = "\n\nThe firm did not reply. It is old.\n\n"


def found_in(code: str, text: str) -> tuple[Diagnostic, ...]:
    article, others = read_check_example(text)
    settings = Settings(select=(code,))
    return check_article(article, RULEBOOK, others, settings=settings).diagnostics


@pytest.mark.parametrize(
    "later",
    [
        "We will sue the firm over the waste in the river",
        "We might sue the firm over the waste in the lake",
        "We might not sue the firm over the waste in the river",
        "might sue the council over the waste in the river",
    ],
)
def test_quote_given_twice_with_other_words_is_found_at_the_later(later: str) -> None:
    text = f"“{SUE},” Ida Moss said.{BETWEEN}“{later},” Moss said."
    (found,) = found_in("AT308", text)
    assert found.words.rstrip(",") == later
    assert found.related[0].message == "given so here"


@pytest.mark.parametrize(
    "later",
    [
        SUE,
        "might sue the firm",
        "We might sue ... over the waste in the river",
        "We might sue [Arle Paper] over the waste in the river",
        "We, um, might sue the firm over the waste in the river",
        "We have sold the boats, and the club is poor",
        "sue",
    ],
)
def test_quote_cut_marked_or_alike_is_left_alone(later: str) -> None:
    text = f"“{SUE},” Ida Moss said.{BETWEEN}“{later},” Moss said."
    assert found_in("AT308", text) == ()


def test_turns_of_one_speech_side_by_side_are_left_alone() -> None:
    text = "“I saw him fight for his firm,” she said. “I saw him fight for his town,” she said."
    assert found_in("AT308", text) == ()


def test_headline_that_changes_the_quote_is_found() -> None:
    text = f"title: Moss: 'We will sue the firm over the waste'\n“{SUE},” Ida Moss said.\n"
    (found,) = found_in("AT308", text)
    assert (found.field, found.words) == ("title", "We will sue the firm over the waste")


def test_headline_that_cuts_the_quote_is_left_alone() -> None:
    text = f"title: Moss: 'We might sue the firm'\n“{SUE},” Ida Moss said.\n"
    assert found_in("AT308", text) == ()


def test_same_words_from_two_people_are_found() -> None:
    text = f"“{SUE},” Ida Moss said.{BETWEEN}“{SUE},” said Bo Ashby, a swimmer."
    (found,) = found_in("AT308", text)
    assert "Ida Moss says these words" in found.message


def test_supplied_text_with_other_words_or_speaker_is_found() -> None:
    source = "\n--- with Ashby Gazette\n“{},” {} told us on Monday.\n"
    draft = f"“{SUE},” Ida Moss said."
    (found,) = found_in("AT308", draft + source.format(SUE.replace("might", "will"), "Ida Moss"))
    assert "might" in found.message
    (found,) = found_in("AT308", draft + source.format(SUE, "Bo Ashby"))
    assert "Bo Ashby" in found.message
    assert found_in("AT308", draft + source.format(SUE, "Ida Moss")) == ()


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ("THE MAYOR: We have, we have walked every yard of the street.", ""),
        ("THE MAYOR: We have walked, um, every yard of the, the street.", ""),
        ("THE MAYOR: We have not walked every yard of the street.", "not"),
        ("MR. ASHBY: We have walked every yard of the street.", "ASHBY"),
    ],
)
def test_a_stumble_and_the_label_of_an_office_are_no_other_words(record: str, reason: str) -> None:
    draft = "“We have walked every yard of the street,” Ida Moss told the council."
    found = found_in("AT308", f"{draft}\n--- with Record\n{record}\nMS. PELL: And then?\n")
    assert [reason in item.message for item in found] == ([True] if reason else [])


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("we're going", "we are going", True),
        ("twelve boats", "12 boats", True),
        ("organise a labour fair", "organize a labor fair", True),
        ("travelling", "traveling", True),
        ("I am going to sleep", "I'm gonna sleep", True),
        ("kind of late", "kinda late", True),
        ("going home", "gonna home", False),
        ("slightlest", "slightest", True),
        ("will", "might", False),
        ("closed", "closes", False),
        ("can", "can't", False),
        ("and", "", True),
        ("not", "", False),
    ],
)
def test_only_words_said_make_a_difference(ours: str, theirs: str, *, same: bool) -> None:
    left, right = read_words(ours, LIKENESS), read_words(theirs, LIKENESS)
    assert is_same_wording(left, right, LIKENESS) is same


def test_pairs_of_quotes_are_bounded() -> None:
    quotes = [("we", "will", "win", "again", str(number)) for number in range(2000)]
    assert list(find_twins(quotes, LIKENESS)) == []


LONG = '"We have waited far too long for the council to mend this road," {}.'


@pytest.mark.parametrize(
    "tag",
    [
        "Tom Hall and Jane Reed said",
        "Mr Hall and his wife told the Gazette",
        "the mayor and the police chief said",
        "said the couple, who live nearby",
        "both men told the court",
        "neighbours said",
    ],
)
def test_long_quote_of_two_at_once_is_found(tag: str) -> None:
    assert [found.code for found in found_in("AT310", LONG.format(tag))] == ["AT310"]


@pytest.mark.parametrize(
    "tag",
    [
        "Tom Hall said",
        "Tom Hall said, and Jane Reed agreed",
        "Tom Hall and Jane Reed said in a joint statement",
        "Tom Hall and Jane Reed wrote in a letter to the council",
        "said Tom Hall, a teacher and a former mayor",
        "said Tom Hall of Reed and Hall",
        "Norland Air and Brenna Air said",
        "the Food and Drug Administration said",
        "the fans chanted",
    ],
)
def test_one_voice_or_a_common_text_is_left_alone(tag: str) -> None:
    assert found_in("AT310", LONG.format(tag)) == ()


def test_few_words_may_be_said_alike() -> None:
    assert found_in("AT310", 'Tom Hall and Jane Reed called it "a disgrace".') == ()


def test_speakers_are_told_once_and_silent_inside_quotes() -> None:
    text = LONG.format("both men said") + " It rained. " + LONG.format("both men said")
    assert len(found_in("AT310", text)) == 1
    said = Said("We wait", "He", "said", source_class="NIN", voice="direct")
    assert codes(checked('"We wait," He said.', said, select=("AT310",))) == []


@pytest.mark.parametrize(
    "later",
    [
        "In Moss's words, “the dam will last a hundred years or more”.",
        "Hart mocked Moss's promise that “the dam would stand for a century”.",
        "Her letter gave it as “the dam may stand for a hundred years”.",
    ],
)
def test_remark_given_twice_is_found_at_the_later(later: str) -> None:
    text = f"“The dam will stand for a hundred years,” Ida Moss said.\n\nIt broke. {later}"
    (found,) = found_in("AT309", text)
    assert found.span.start > text.index("It broke")


@pytest.mark.parametrize(
    "later",
    [
        "In Moss's words, it would stand for “a hundred years”.",
        "She changed her mind: “The dam will not stand for a year,” she said.",
        "“A dam needs water,” Bo Ashby said.",
        "In Moss's words, “the dam will ... a hundred years”.",
        "",
    ],
)
def test_remark_cut_or_taken_back_is_left_alone(later: str) -> None:
    text = f"“The dam will stand for a hundred years,” Ida Moss said.\n\nIt broke. {later}"
    assert found_in("AT309", text) == ()


@pytest.mark.parametrize(
    ("tag", "speakers"),
    [
        ("Tom and Jane Hall said", "Tom and Jane Hall"),
        ("Sens. Tom Hall and Jane Reed told reporters", "Tom Hall and Jane Reed"),
        ("his mother and father, Tom and Jane Hall, said", "Tom and Jane Hall"),
        ("joked the twins behind it", "the twins"),
    ],
)
def test_tags_of_two_are_read_by_their_words(tag: str, speakers: str) -> None:
    (found,) = found_in("AT310", LONG.format(tag))
    assert speakers in found.words or found.words in tag


def test_headline_that_turns_a_quote_is_found() -> None:
    text = "Moss was glum. “We are wet, but we are not ruined,” Ida Moss said."
    article = make_article(text, title="‘We are ruined’, says Moss")
    settings = Settings(select=("AT308",))
    (found,) = check_article(article, load_rulebook(), settings=settings).diagnostics
    assert (found.field, found.words) == ("title", "We are ruined")
