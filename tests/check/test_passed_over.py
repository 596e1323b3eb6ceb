"""A sentence too long to be read is kept from the checks, and nothing else moves."""

from __future__ import annotations

from attrib import Settings, article, check

LONG = "A source said " + "that it rained and " * 60 + "that it snowed."
SHORT = Settings(longest_sentence=500, select=("AT101",))


def test_nothing_is_found_in_it_and_what_follows_keeps_its_place() -> None:
    text = f"It rained.\n\n{LONG}\n\nInsiders say the museum will not open in May."
    note, found = check(article(text), settings=SHORT)
    assert (note.code, note.name) == ("note", "not-read")
    assert found.words == "Insiders"
    assert found.span.start == text.index("Insiders")
    assert (found.line, found.column) == (5, 1)
    everything = check(article(text), settings=Settings(select=("AT101",)))
    assert [item.words for item in everything] == ["A source", "Insiders"]


def test_a_draft_that_is_nothing_but_such_a_sentence_has_a_note_alone() -> None:
    assert [item.code for item in check(article(LONG), settings=SHORT)] == ["note"]
    assert {item.code for item in check(article('"' * 3000), settings=SHORT)} <= {"note"}
