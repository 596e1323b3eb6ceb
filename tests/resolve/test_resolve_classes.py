"""The sixteen classes of source, and none for a source that is not certain."""

from __future__ import annotations

import pytest
from staging import resolved, source_at

CLASSES = [
    ("This reporter", "OBS"),
    ("Transport Minister Ana Ruiz", "NOF"),
    ("Capt. Ana Ruiz", "NOF"),
    ("Ana Ruiz, the chief executive of Halden Foods,", "NOF"),
    ("passenger Lee Chan", "NPA"),
    ("Lee Chan, a teacher who was on board,", "NPA"),
    ("Mira Sen, an economist at Leeds University,", "NEX"),
    ("Dr. Mira Sen", "NEX"),
    ("Ida Moss", "NIN"),
    ("Ida Moss, 61, of Kelbarat,", "NIN"),
    ("Ida Berg, a spokeswoman for the port,", "NSP"),
    ("Ida Berg, a lawyer for the family,", "NSP"),
    ("Ida Berg, a lawyer in Kelbarat,", "NEX"),
    ("the River Authority", "ORG"),
    ("Peru", "ORG"),
    ("police", "ORG"),
    ("a 12 May audit by the River Office", "DOC"),
    ("the River Office report", "DOC"),
    ("a poll of 900 voters", "DAT"),
    ("ORS figures for June", "DAT"),
    ("a police spokesman", "USP"),
    ("an attorney for the family", "USP"),
    ("a negotiator who was in the room", "UDK"),
    ("one witness", "UDK"),
    ("a deckhand, who asked not to be named,", "UDK"),
    ("Harbour Ministry officials", "UOR"),
    ("an unidentified military source", "UOR"),
    ("a senior administration official", "UOR"),
    ("people familiar with the talks", "URL"),
    ("a source close to the family", "URL"),
    ("friends of the minister", "URL"),
    ("one of Bo Ashby's ex-wives", "UDK"),
    ("one Twitter user", "SOC"),
    ("Ashby.com", "MED"),
    ("the Arle.co.uk", "MED"),
    ("Sky News", "MED"),
    ("news agency dpa", "MED"),
    ("A deckhand", "UDK"),
    ("the Ashby Gazette", "MED"),
    ("sources", "COL"),
    ("critics", "COL"),
    ("some experts", "COL"),
    ("many", "COL"),
    ("voters", "COL"),
]


@pytest.mark.parametrize(("mention", "code"), CLASSES)
def test_class_of_a_mention(mention: str, code: str) -> None:
    resolution = resolved(f"Rain fell. [content The dam held], [cue said] [source {mention}].")
    found = source_at(resolution, 0)
    assert (found.source_class, found.resolved) == (code, True)


def test_pronoun_has_the_class_of_its_antecedent() -> None:
    resolution = resolved(
        "[source Capt. Ana Ruiz] [cue said] [content it held]. "
        "[source2 She] [cue2 said] [content2 so]."
    )
    assert source_at(resolution, 1).source_class == "NOF"


@pytest.mark.parametrize(
    ("later", "code"),
    [
        ("Dunvor is its vice president.", "NIN"),
        ("Dunvor, its head, left early.", "NOF"),
        ("Dunvor sold its ships.", "ORG"),
        ("Dunvor left. Its ships are old.", "ORG"),
    ],
)
def test_whose_head_somebody_is_is_another(later: str, code: str) -> None:
    text = f"[source Skarn Dunvor] [cue said] [content the dam held]. {later}"
    assert source_at(resolved(text), 0).source_class == code


@pytest.mark.parametrize("mention", ["he", "the minister", "you", "his aide"])
def test_open_source_has_no_class(mention: str) -> None:
    found = source_at(resolved(f"[content The dam held], [source {mention}] [cue said]."), 0)
    assert (found.source_class, found.resolved) == (None, False)


def test_unnamed_source_is_named_by_its_description_without_article_and_clause() -> None:
    resolution = resolved(
        "[source A deckhand, who asked not to be named,] [cue said] [content it held]."
    )
    found = source_at(resolution, 0)
    assert found.name == "deckhand"
    assert "asked not to be named" in found.description
