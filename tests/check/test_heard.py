"""Speakers found by the words around them, where no attribution has them."""

from __future__ import annotations

import pytest

from attrib.check.draft import Draft
from attrib.check.heard import find_heard
from attrib.check.laying_out import lay_out
from attrib.check.named_views import find_named_views
from attrib.check.names import Names
from attrib.ingest import make_article
from attrib.pipeline import read_claims
from attrib.rulebook import load_rulebook


def _lay_out(text: str) -> Draft:
    rulebook = load_rulebook()
    read = read_claims([make_article(text)], rulebook)
    return lay_out(read.extractions[0], read.resolution, read.claims, rulebook)


def heard(text: str) -> list[str]:
    """Whom the text quotes without a name, by the words alone or by the stages."""
    draft = _lay_out(text)
    found = [one.attribution.source for one in (*draft.attributions, *find_heard(draft))]
    return [mention.text for mention in found if mention is not None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Twelve hours, and no bread,” sighed a regular for nine years.", "a regular for"),
        ("Nobody would miss “a tyrant”, as a cellist put it.", "a cellist"),
        ("“Lifeless” was the verdict of a season-ticket holder.", "a season-ticket holder"),
        ("In one clerk’s opinion the offer is an insult.", "one clerk"),
        ("A port official gave another account.", "A port official"),
        ("Four voted no, said one cabinet member who voted yes.", "one cabinet member"),
        (
            "The panel stood at seven to five, one of the jurors told The Gazette.",
            "one of the jurors",
        ),
    ],
)
def test_speaker_without_a_name_is_heard(text: str, speaker: str) -> None:
    assert any(found.startswith(speaker) for found in heard(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A candidate who has largely rejected the plan won.",
        "Freddy Moss, a pilot of the line, joked with his friend.",
        "The yard needs a far firmer grip on costs.",
        "The rules questions of a clerk were many.",
        "A plank of a builder was lost.",
        "The three clerks to the board rule the roost.",
        "A ward which the mayor said was shut stood empty.",
        "“A clerk said so,” Ida Moss recalled.",
    ],
)
def test_who_does_not_speak_is_not_heard(text: str) -> None:
    draft = _lay_out(text)
    assert find_heard(draft) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Frost did the damage, in Moss’s estimate.", "Moss"),
        ("The trouble, in the opinion of Ida Moss, is bread.", "Ida Moss"),
        ("Trade, as Moss sees it, will go elsewhere.", "Moss"),
        ("The bank is safe, insists Mr Moss.", "Mr Moss"),
    ],
)
def test_name_whose_view_is_told_is_found(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The floor has views of Lower Harbour.",
        "Butz, 49, told The Harbour Gazette so.",
        "Moss’s view was blocked by a crane.",
        "",
    ],
)
def test_name_without_a_view_is_left_alone(text: str) -> None:
    assert names(text) == []


def names(text: str) -> list[str]:
    draft = _lay_out(text)
    tokens = Names(draft).tokens
    return [
        " ".join(token.text for token in tokens[first : last + 1])
        for first, last in find_named_views(draft, tokens)
    ]
