"""What has the words of a saying and is none, and what others say of its subject."""

from __future__ import annotations

import pytest

from attrib.extract.received import load_received, told_by_others
from attrib.ingest import make_article
from attrib.pipeline import extract_article
from attrib.records import Attribution, Cue, Mention, Span
from attrib.rulebook import load_rulebook

RULEBOOK = load_rulebook()


def found_in(text: str) -> tuple[Attribution, ...]:
    return extract_article(make_article(text), RULEBOOK).attributions


def at(text: str, cue: str) -> Attribution:
    """The one attribution whose cue holds the words `cue`."""
    found = [item for item in found_in(text) if item.cue and cue in item.cue.text]
    assert len(found) == 1, found_in(text)
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Moss was dismissed on Monday as the mayor's campaign manager after weeks of quarrels.",
        "The board dismissed Hall as its director in May.",
        "He was dismissed from his post in May.",
        "The Senate confirmed Ida Moss as a judge on Monday.",
        "The Senate has confirmed 68 nominees this year.",
        "Paul Moss did not, however, personally found the Northern League.",
        "Paul Hall called her to meet again. It rained in Brenna all day.",
        "Several women were recognised for their work on Monday.",
        "Monday's Morning Email: Moss's Role In The Leak\n\nThe dam in Brenna is old and it leaks.",
        "Even in Brenna, it is premature to assume that Hall has victory locked down.",
    ],
)
def test_no_one_says_anything(text: str) -> None:
    assert found_in(text) == ()


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("The company dismissed the claims as nonsense on Monday.", "dismissed", "The company"),
        ("The minister dismissed the report on Monday.", "dismissed", "The minister"),
        ("The agency confirmed the date of the launch on Monday.", "confirmed", "The agency"),
        ("The Senate confirmed the arrest of a judge on Monday.", "confirmed", "The Senate"),
        ("Paul Hall called Ida Moss a liar on Monday.", "called", "Paul Hall"),
        ("Paul Hall called on Ida Moss to quit on Monday.", "called", "Paul Hall"),
        ("The minister dismissed Ida Moss as the mayor's puppet.", "dismissed", "The minister"),
        ("The court confirmed that the judge had resigned on Monday.", "confirmed", "The court"),
        ("The court confirmed the judge was ill on Monday.", "confirmed", "The court"),
        ("The minister has resisted calls to resign.", "resisted", "The minister"),
        ("The union made repeated calls to end the strike.", "calls", "The union"),
        ("The inquiry found that the bridge was unsafe.", "found", "The inquiry"),
        ("Inspectors did not say what they had found.", "did not say", "Inspectors"),
        ("The panel met on Monday. It was unable to say how the fire began.", "unable", "It"),
        ("The report says it is unfair to blame the crew.", "says", "The report"),
    ],
)
def test_what_is_said_stays(text: str, cue: str, source: str) -> None:
    item = at(text, cue)
    assert item.source is not None
    assert item.source.text == source


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The mayor drew intense criticism for promoting the scheme.", "criticism"),
        ("Organisers have grappled with calls for a boycott of the festival.", "calls"),
        ("Brenna Bank Accused Of Hiding Losses To Protect Chairman's Job", "Accused"),
        ("We are now being told that the bridge is safe.", "told"),
    ],
)
def test_who_is_criticised_is_not_who_criticises(text: str, cue: str) -> None:
    assert at(text, cue).source is None


def test_the_accused_is_part_of_what_is_said() -> None:
    text = "Brenna Bank Accused Of Hiding Losses To Protect Chairman's Job"
    assert at(text, "Accused").content[0].of(text) == "Brenna Bank"


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("The mayor voiced criticism of the scheme on Monday.", "criticism", "The mayor"),
        ("The union renewed its calls for a boycott of the festival.", "calls", "The union"),
        ("The bank accused its clerk of hiding losses.", "accused", "The bank"),
    ],
)
def test_who_criticises_stays(text: str, cue: str, source: str) -> None:
    item = at(text, cue)
    assert item.source is not None
    assert item.source.text.lower() in (source.lower(), "its")


@pytest.mark.parametrize(
    ("text", "cue", "modality"),
    [
        (
            "Investigators were unable to determine which files had been copied.",
            "unable",
            "negated",
        ),
        ("The mayor made no comment on the ruling on Monday.", "no comment", "negated"),
        ("Hall said in May that he has no plans to quit the race.", "no plans", "negated"),
        ("The firm has yet to apologise for the leak.", "has yet", "negated"),
        ("The mayor needs to demonstrate that he is willing to change.", "needs", "conditional"),
        ("Families urged the senator to apologise for his remarks.", "apologise", "conditional"),
        ("Police were able to determine which files had been copied.", "able", "actual"),
        ("The mayor made a comment on the ruling on Monday.", "comment", "actual"),
        ("Hall used his speech to claim that the bridge was unsafe.", "claim", "actual"),
    ],
)
def test_what_is_not_said_is_no_statement_made(text: str, cue: str, modality: str) -> None:
    assert at(text, cue).modality == modality


def test_without_doubt_is_no_question() -> None:
    text = "The results demonstrate without doubt that most voters are disgusted, Hall wrote."
    cue = at(text, "demonstrate").cue
    assert cue is not None
    assert cue.stance == "shows"


def test_a_month_is_no_part_of_who_comments() -> None:
    text = "After her March comment that the mines would close, the union left."
    source = at(text, "comment").source
    assert source is not None
    assert source.text == "her"


def test_accused_behind_what_is_said_is_not_put_before_it() -> None:
    text = "Hidden losses: bank accused of them"
    cue = Cue(Span(20, 30), "accused of", "accuse", "cues.verbs.accuse", "accuses", 0, 4)
    item = Attribution(
        source=Mention(Span(15, 19), "bank"),
        cue=cue,
        content=(Span(0, 13),),
        voice="indirect",
        sentence=Span(0, len(text)),
    )
    found = told_by_others(item, text, load_received(RULEBOOK))
    assert found.source is None
    assert found.content == item.content
