"""How claims are answered, who is counted twice, and where somebody would not speak."""

from __future__ import annotations

import pytest

from attrib.checking import check_article
from attrib.ingest import make_article
from attrib.records import Diagnostic
from attrib.rulebook import load_rulebook
from attrib.settings import Settings

RULEBOOK = load_rulebook()


def found_in(code: str, text: str) -> list[Diagnostic]:
    checked = check_article(make_article(text), RULEBOOK, settings=Settings(select=(code,)))
    return list(checked.diagnostics)


def test_claim_that_is_grave_and_denied_stands_before_one_told_otherwise() -> None:
    text = (
        "The harbour had been empty since May, Bo Hart, a baker, said. The captain had bribed the "
        "pilot, said Ida Moss, who worked on the ferry. The captain denied it."
    )
    (found,) = found_in("AT201", text)
    assert "Ida Moss" in found.message


def test_whom_a_grave_claim_tells_of_answers_it_in_any_words() -> None:
    text = (
        "The landlord locked a child in the cellar, Ida Moss, a tenant, said. The landlord, Bo "
        "Hart, said the child had been playing."
    )
    (found,) = found_in("AT201", text)
    assert found.related


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sailed at noon for the islands, Ida Moss, a baker, said. Bo Hart wore a hat.",
        "Ida Moss, a tenant, said the cellar was locked. A video shows the key in the door.",
        "The mill was paid by the mine, Ida Moss, a baker, said. It rained in Brenna.",
    ],
)
def test_claim_that_nobody_answers_is_left_alone(text: str) -> None:
    assert found_in("AT201", text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "The loss has twice been endorsed, by the bank and by the port. The port's paper "
            "cites the bank's.",
            1,
        ),
        ("Two sisters told of the threat; the younger had it from the elder.", 1),
        ("Two sisters told of the threat; the younger had a dog.", 0),
        ("The loss has twice been endorsed, by the bank and by the port. The port lies west.", 0),
    ],
)
def test_two_who_are_joined_by_a_sentence_are_one(text: str, number: int) -> None:
    assert len(found_in("AT202", text)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A close aide to Ida Moss said she would go. The office of Moss hung up.", 1),
        (
            "A trustee of the mill said it would shut. Each of the mill's trustees was asked; "
            "all refused.",
            1,
        ),
        ("A trustee of the mill said it would shut. The mill's buyer hung up.", 0),
        ("A trustee of the mill said it would shut. The clock of the mill hung on a wall.", 0),
    ],
)
def test_refusal_of_whoever_spoke_is_found(text: str, number: int) -> None:
    assert len(found_in("AT110", text)) == number
