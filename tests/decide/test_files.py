"""Reading decisions.yaml: strictly, with the place of every mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from deciding import on_claim, on_contest

from attrib import Decision, SettingsError
from attrib.decide import read_decisions, refuse_contradictions, sort_decisions
from calling import put

A, B = "a" * 16, "b" * 16
HEAD = "version: 1\ndecisions:\n"
SPEAKER = f"  - {{kind: speaker, by: Mira, reason: r, claim: {A}, speaker: Ida Moss}}\n"


def read(folder: Path, text: str) -> tuple[Decision, ...]:
    return read_decisions(put(folder, "decisions.yaml", text))


def test_a_file_is_read_sorted_and_each_decision_once(tmp_path: Path) -> None:
    text = (
        f"{HEAD}  - {{kind: no-claim, by: Mira, reason: 'A: b', claim: {B}}}\n{SPEAKER}{SPEAKER}"
        f"  - {{kind: settled, by: Mira, reason: r, about: x, sides: [[{A}], [{B}]]}}\n"
    )
    found = read(tmp_path, text)
    assert [item.kind for item in found] == ["speaker", "settled", "no-claim"]
    assert found[0].speaker == "Ida Moss"
    assert found[1].sides == ((A,), (B,))
    assert found[2].reason == "A: b"
    assert (found[0].line, found[0].column) == (4, 5)


def test_no_decisions_are_none(tmp_path: Path) -> None:
    assert read(tmp_path, "version: 1\ndecisions: []\n") == ()


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("decisions: []\n", ":1:1", "'version' is missing"),
        ("version: 2\ndecisions: []\n", ":1:10", "expected one of 1"),
        ("version: 1\n", ":1:1", "'decisions' is missing"),
        (HEAD + "  - {kind: maybe, by: a, reason: r}\n", ":3:12", "expected one of same-matter"),
        (HEAD + f"  - {{kind: no-claim, by: a, claim: {A}}}\n", ":3:5", "'reason' is missing"),
        (HEAD + f"  - {{kind: no-claim, by: a, reason: '', claim: {A}}}\n", ":3:5", "'reason' is"),
        (HEAD + f"  - {{kind: no-claim, by: ' ', reason: r, claim: {A}}}\n", ":3:5", "'by' is em"),
        (HEAD + "  - {kind: no-claim, by: a, reason: r, claim: A1}\n", ":3:5", "'A1' is no key"),
        (HEAD + "  - {kind: no-claim, by: a, reason: r}\n", ":3:5", "one claim"),
        (HEAD + f"  - {{kind: speaker, by: a, reason: r, claim: {A}}}\n", ":3:5", "in 'speaker'"),
        (
            HEAD + f"  - {{kind: no-claim, by: a, reason: r, claim: {A}, speaker: X}}\n",
            ":3:5",
            "in 'speaker'",
        ),
        (HEAD + f"  - {{kind: settled, by: a, reason: r, sides: [[{A}]]}}\n", ":3:5", "two or m"),
        (HEAD + f"  - {{kind: settled, by: a, reason: r, sides: [[{A}], []]}}\n", ":3:5", "two or"),
        (
            HEAD + f"  - {{kind: settled, by: a, reason: r, claim: {A}}}\n",
            ":3:5",
            "about a contest",
        ),
        (
            HEAD + f"  - {{kind: settled, by: a, reason: r, sides: [[{A}], [{A}]]}}\n",
            ":3:5",
            "twice",
        ),
        (HEAD + f"  - {{kind: no-claim, who: a, reason: r, claim: {A}}}\n", ":3:22", "unknown key"),
        (HEAD + "  - {line: 3}\n", ":3:6", "unknown key 'line'"),
        ("version: 1\ndecisions: " + "[" * 100_000, ":2:", "is nested too deeply"),
        (HEAD + "  - [", ":4:1", "is not valid YAML"),
        (HEAD + SPEAKER + SPEAKER.replace("Ida Moss", "Bo Lind"), ":4:5", "in line 3"),
        (
            HEAD + SPEAKER + f"  - {{kind: no-claim, by: Jon, reason: r, claim: {A}}}\n",
            ":4:5",
            r"'no-claim' by Jon does not go with 'speaker' \(Ida Moss\) by Mira, in line 3",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, text: str, place: str, words: str
) -> None:
    with pytest.raises(SettingsError, match=rf"decisions\.yaml{place}.*{words}"):
        read(tmp_path, text)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_decisions(tmp_path / "none.yaml")


@pytest.mark.parametrize("kind", ["same-matter", "settled"])
def test_one_matter_and_two_cannot_both_be(kind: str) -> None:
    parted = on_contest("other-matter", (1, 3), (2,))
    with pytest.raises(SettingsError, match=f"'{kind}' by Jon does not go with 'other-matter'"):
        refuse_contradictions([parted, on_contest(kind, (2,), (3, 4), by="Jon")])


@pytest.mark.parametrize(
    "decisions",
    [
        (on_claim("a" * 16, "Ida Moss"), on_claim("a" * 16, "Ida Moss", by="Jon")),
        (on_contest("settled", (1,), (2,)), on_contest("same-matter", (2,), (1,))),
        (on_contest("other-matter", (1,), (2,)), on_contest("other-matter", (1, 3), (2,))),
        # Neither says of the other's pair what it says of its own.
        (on_contest("other-matter", (1,), (2,)), on_contest("settled", (1,), (3,))),
        (on_contest("other-matter", (1,), (2,)), on_contest("settled", (1, 2), (3,))),
        (on_claim("0" * 15 + "1"), on_contest("settled", (1,), (2,))),
    ],
)
def test_what_goes_together_is_taken(decisions: tuple[Decision, ...]) -> None:
    refuse_contradictions(decisions)
    assert len(sort_decisions(decisions)) == 2


def test_a_kind_that_there_is_not_is_refused_in_python_too() -> None:
    with pytest.raises(ValueError, match="'foo' is no kind of decision; expected one of same-"):
        Decision("foo", "Jon Ekdahl", "why", "0" * 16)  # type: ignore[arg-type]
