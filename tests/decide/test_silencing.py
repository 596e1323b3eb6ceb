"""What a decision answers among the findings of the draft checks, and what it does not."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from deciding import article, claim_with, on_claim, on_contest, plain_claim, read

import attrib
from attrib.cache import FOLDER
from attrib.checking import check_article
from attrib.decide import find_silenced
from attrib.records import Claim, Decision, Diagnostic, Place, Span
from attrib.rulebook import find_rules, load_rulebook
from attrib.runs import Manner, check_drafts
from attrib.settings import Settings
from calling import Caller, put

DRAFT = """It rained in Ostby on Monday.

Mayor Lena Fors came with Karin Dahl, an engineer, and Ida Moss, a pilot. They looked tired. One \
of them revealed that the harbour would stay shut.

Dahl said: "We told the board three times that the crane was unsafe and old."

Later the women spoke again. "We told the board four times that the crane was unsafe and old," \
Dahl said. A source said the quay is sold."""


def claim(words: str) -> Claim:
    return claim_with(words, read(one=DRAFT).claims)


def twins(kind: str = "settled", *, other: str = "four times") -> Decision:
    sides = ((claim("three times").key,), (claim(other).key,))
    return Decision(kind, "Mira Holt", "The board has the letters.", sides=sides)  # type: ignore[arg-type]


def codes(*decisions: Decision) -> set[str]:
    return {found.code for found in attrib.check(article(DRAFT), decisions=decisions)}


def test_the_draft_has_something_to_answer() -> None:
    assert {"AT101", "AT308", "AT401"} <= codes()


@pytest.mark.parametrize("kind", ["settled", "other-matter"])
def test_what_sets_two_decided_passages_against_each_other_is_silent(kind: str) -> None:
    assert codes() - codes(twins(kind)) == {"AT308"}


def test_what_is_confirmed_is_not_silent() -> None:
    assert codes(twins("same-matter")) == codes()


def test_one_passage_of_two_is_not_enough() -> None:
    assert codes(twins(other="quay is sold")) == codes()


def test_no_claim_silences_what_is_found_in_its_words_and_what_rests_on_them() -> None:
    assert codes() - codes(on_claim(claim("quay is sold").key)) == {"AT101"}
    # The finding stands at the second quote and points at the first.
    assert codes() - codes(on_claim(claim("three times").key)) == {"AT308"}


def test_a_speaker_changes_what_is_found() -> None:
    assert codes() - codes(on_claim(claim("stay shut").key, "Ida Moss")) == {"AT401"}


def test_a_decision_on_other_words_silences_nothing() -> None:
    assert codes(on_claim("f" * 16)) == codes()


def test_silenced_findings_stay_on_record_with_name_and_reason() -> None:
    decisions = (twins(), on_claim(claim("quay is sold").key, by="Jon Ekdahl"))
    checked = check_article(article(DRAFT), load_rulebook(), decisions=decisions)
    told = {item.diagnostic.code: (item.reason, item.decided) for item in checked.suppressed}
    assert told["AT308"] == ("decided by Mira Holt: The board has the letters.", True)
    assert told["AT101"] == ("decided by Jon Ekdahl: I asked", True)


def diagnostic(span: tuple[int, int], *related: tuple[str, int, int]) -> Diagnostic:
    places = tuple(Place("x", Span(a, b), 1, 1, "there", where) for where, a, b in related)
    return Diagnostic(
        "x", "AT999", "made-up", "info", "m", Span(*span), 1, 1, 1, 1, "text", "one", places
    )  # fmt: skip


# Claims 1 and 2 stand at 10 to 15 and 20 to 25 of the draft, claim 3 at 30 to 35 of another.
CLAIMS = (plain_claim(1), plain_claim(2), plain_claim(3, "two"))


@pytest.mark.parametrize(
    ("found", "silenced"),
    [
        (diagnostic((10, 15), ("two", 30, 35)), True),
        (diagnostic((12, 14), ("two", 34, 40)), True),
        # Its passage stands there, but in another article.
        (diagnostic((10, 15), ("", 30, 35)), False),
        (diagnostic((10, 15), ("two", 10, 15)), False),
        (diagnostic((20, 25), ("two", 30, 35)), False),
        (diagnostic((10, 15), ("", 20, 25)), False),
        (diagnostic((10, 15)), False),
        (replace(diagnostic((10, 15), ("two", 30, 35)), field="title"), False),
        # Both passages at both places: nothing is set against anything.
        (diagnostic((10, 15), ("two", 30, 35), ("", 10, 15)), False),
    ],
)
def test_passages_of_other_articles_count_by_article(found: Diagnostic, silenced: bool) -> None:
    decision = on_contest("settled", (1,), (3,))
    told = find_silenced([found], CLAIMS, [decision])
    assert told == ({0: "decided by Mira Holt: I asked"} if silenced else {})


def write(folder: Path, *lines: str) -> Path:
    return put(folder, "decisions.yaml", "version: 1\ndecisions:\n" + "".join(lines))


def no_claim(by: str = "Jon Ekdahl") -> str:
    key = claim("quay is sold").key
    return f"  - {{kind: no-claim, by: {by}, reason: It is a proverb., claim: {key}}}\n"


def test_the_command_goes_by_the_file_of_the_option_or_the_settings(
    tmp_path: Path, call: Caller
) -> None:
    draft = put(tmp_path, "draft.txt", DRAFT)
    file = write(tmp_path, no_claim())
    plain = ("check", draft, "--format", "concise", "--no-cache")
    assert "AT101" in call(*plain).out
    assert "AT101" not in call(*plain, "--decisions", file).out
    put(tmp_path, "attrib.yaml", "decisions: decisions.yaml\n")
    silent = call(*plain)
    assert "AT101" not in silent.out
    assert silent.err == ""


def test_sarif_lists_what_is_silenced_with_name_and_reason(tmp_path: Path, call: Caller) -> None:
    draft = put(tmp_path, "draft.txt", DRAFT)
    file = write(tmp_path, no_claim())
    out = call("check", draft, "--format", "sarif", "--no-cache", "--decisions", file).out
    silenced = [r for r in json.loads(out)["runs"][0]["results"] if "suppressions" in r]
    assert [result["ruleId"] for result in silenced] == ["AT101"]
    assert silenced[0]["suppressions"] == [
        {"kind": "external", "justification": "decided by Jon Ekdahl: It is a proverb."}
    ]


def test_a_broken_file_stops_the_check_with_its_place(tmp_path: Path, call: Caller) -> None:
    draft = put(tmp_path, "draft.txt", DRAFT)
    file = write(tmp_path, "  - {kind: no-claim}\n")
    ended = call("check", draft, "--decisions", file)
    assert ended.code == 2
    assert "decisions.yaml:3:5: the key 'by' is missing" in ended.err


def test_other_decisions_are_another_entry_of_the_cache(tmp_path: Path) -> None:
    draft = put(tmp_path, "draft.txt", DRAFT)
    corpus, rules = attrib.read(draft), find_rules()
    manner = Manner(tmp_path / FOLDER)

    def found(*decisions: Decision) -> set[str]:
        checked = check_drafts(
            corpus, rules, settings=Settings(), manner=manner, decisions=decisions
        )
        return {item.code for item in checked.diagnostics}

    decision = on_claim(claim("quay is sold").key)
    assert "AT101" in found()
    for _ in range(2):
        assert "AT101" not in found(decision)
        assert "AT101" in found()
    (kept,) = check_drafts(
        corpus, rules, settings=Settings(), manner=manner, decisions=(decision,)
    ).suppressed
    assert kept.decided
