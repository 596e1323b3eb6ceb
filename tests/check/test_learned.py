"""What the model that reads for faults finds, beside the rules of the checks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attrib.check.explain import render_explanation
from attrib.check.fault_model import UnitReading, load_fault_model
from attrib.check.fault_windows import Unit
from attrib.check.running import check
from attrib.checking import check_article
from attrib.errors import ModelError, RuleError
from attrib.ingest import make_article
from attrib.modelfiles import open_fault_model
from attrib.pipeline import read_claims
from attrib.records import Diagnostic, Extraction
from attrib.rulebook import load_rulebook
from attrib.rulebook.entries import Learned
from attrib.settings import Settings

RULEBOOK = load_rulebook()
LEARNED = {rule.id: rule.learned for rule in RULEBOOK.checks if rule.learned}
TITLE = "Quay crane idle for a third week"
TEXT = (
    "The crane on Arle quay stood idle for a third week on Monday, the harbour board said.\n\n"
    "“We have ordered the part,” said Ida Moss, the board’s engineer. “It comes by sea.”\n\n"
    "It is the price of a decade in which nobody on the board cared for the quay. "
    "Nobody there thought of the crews. "
    "Ships now put in at Tarn, 40 miles to the north, the Tarn harbour office said.\n\n"
    "A source said the board meets again on 4 June. It is not much."
)
JUDGED = "It is the price of a decade in which nobody on the board cared for the quay."
NEXT = "Nobody there thought of the crews."
QUIET = "It is not much."


def find(code: str, likely: dict[str, float], learned: Learned | None = None) -> list[Diagnostic]:
    """What one check finds where each sentence is as likely at fault as `likely` says."""
    rules = tuple(
        replace(rule, learned=learned) if rule.id == code and learned else rule
        for rule in RULEBOOK.checks
    )
    article = make_article(TEXT, title=TITLE)

    def read(extraction: Extraction) -> tuple[UnitReading, ...]:
        own = extraction.segmentation
        readings = [(TITLE, "title", -1, None)] + [
            (s.span.of(TEXT), "text", s.paragraph, s.span) for s in own.sentences
        ]
        return tuple(
            UnitReading(
                Unit(
                    span or own.sentences[0].span.__class__(0, len(TITLE)),
                    "title" if field == "title" else "text",
                    paragraph, (), (), (), (),
                ),
                {code: likely.get(words, 0.0)},
            )
            for words, field, paragraph, span in readings
        )  # fmt: skip

    reading = read_claims([article], RULEBOOK, settings=Settings())
    outcome = check(
        reading.extractions[0],
        reading.resolution,
        reading.claims,
        replace(RULEBOOK, checks=rules),
        select=[code],
        faults=read,
    )
    return list(outcome.found)


def test_what_is_likely_enough_is_an_info_with_words_of_its_own() -> None:
    learned = LEARNED["AT504"]
    assert learned is not None
    (found,) = find("AT504", {JUDGED: learned.at_least})
    assert found.severity == "info"
    assert found.words == JUDGED
    assert found.message == learned.message.replace("{words}", found.message.split('"')[1])
    assert TEXT[found.span.start : found.span.end] == JUDGED
    assert find("AT504", {JUDGED: learned.at_least - 0.001}) == []


def test_a_run_of_sentences_is_one_finding_and_a_paragraph_between_parts_it() -> None:
    (found,) = find("AT504", {JUDGED: 1.0, NEXT: 1.0})
    assert found.words == f"{JUDGED} {NEXT}"
    both = find("AT504", {JUDGED: 1.0, QUIET: 1.0})
    assert [item.words for item in both] == [JUDGED, QUIET]


def test_what_the_rule_found_in_the_paragraph_is_told_once() -> None:
    (alone,) = find("AT101", {}, Learned(0.5, "look at {words}"))
    (found,) = find("AT101", {alone.words: 1.0, QUIET: 1.0}, Learned(0.5, "look at {words}"))
    assert found == alone


def test_scope_holds_for_the_model_too() -> None:
    assert find("AT504", {TITLE: 1.0}) == []
    (found,) = find("AT701", {TITLE: 1.0}, Learned(0.5, "look at {words}"))
    assert (found.field, found.words) == ("title", TITLE)


def test_an_entry_can_ask_for_what_another_check_learned() -> None:
    own = Learned(0.5, "look at {words}", head="AT805")
    rules = tuple(
        replace(rule, learned=own) if rule.id == "AT505" else rule for rule in RULEBOOK.checks
    )
    fault = "A dog walker’s phone video has the hook falling at three."
    article = make_article(TEXT.replace(JUDGED, fault), title=TITLE)
    found = check_article(
        article, replace(RULEBOOK, checks=rules), settings=Settings(select=("AT505",))
    ).diagnostics
    assert [(item.code, item.message) for item in found] == [("AT505", f"look at {fault}")]


def test_what_the_model_did_not_learn_and_what_is_no_likelihood_are_errors() -> None:
    with pytest.raises(RuleError, match="check AT805: the model did not learn 'AT999'; one of AT"):
        find("AT805", {}, Learned(0.5, "look at {words}", head="AT999"))
    for number in (-0.1, 1.1, float("nan")):
        with pytest.raises(ValueError, match="from 0 to 1"):
            Learned(number, "look at {words}")


def test_the_model_finds_what_no_rule_does_and_leaves_what_was_checked_alone() -> None:
    settings = Settings(select=("AT805",))
    alone = replace(RULEBOOK, checks=tuple(replace(r, learned=None) for r in RULEBOOK.checks))
    fault = "A dog walker’s phone video has the hook falling at three."
    article = make_article(TEXT.replace(JUDGED, fault), title=TITLE)
    assert check_article(article, alone, settings=settings).diagnostics == ()
    (found,) = check_article(article, RULEBOOK, settings=settings).diagnostics
    assert found.words == fault
    checked = "A video by Bo Ashby, a walker, which the Post has verified, has it falling at three."
    article = make_article(TEXT.replace(JUDGED, checked), title=TITLE)
    assert check_article(article, RULEBOOK, settings=settings).diagnostics == ()


def test_it_speaks_where_it_is_asked_and_nowhere_else() -> None:
    fault = "A dog walker’s phone video has the hook falling at three."
    article = make_article(TEXT.replace(JUDGED, fault), title=TITLE)

    def told(settings: Settings) -> bool:
        found = check_article(article, RULEBOOK, settings=settings).diagnostics
        return any(item.code == "AT805" for item in found)

    assert not told(Settings())
    assert not told(Settings(select=("AT8",)))
    assert told(Settings(select=("AT805",)))
    assert told(Settings(select=("unverified-post",)))
    assert told(Settings(learned=True))
    assert not told(Settings(learned=True, ignore=("AT805",)))


def test_of_a_few_words_nothing_is_said() -> None:
    reading = read_claims([make_article(JUDGED)], RULEBOOK, settings=Settings())
    assert load_fault_model().read(reading.extractions[0]) == ()


def test_the_same_draft_is_read_the_same() -> None:
    article = make_article(TEXT, title=TITLE)
    (extraction,) = read_claims([article], RULEBOOK, settings=Settings()).extractions
    first = load_fault_model().read(extraction)
    assert first == load_fault_model().read(extraction)
    assert {code for reading in first for code in reading.likely} >= set(LEARNED)
    assert all(0 <= value <= 1 for reading in first for value in reading.likely.values())


def test_other_bytes_are_refused(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "faults.onnx").write_bytes(b"no model")
    (tmp_path / "faults.sha256").write_text(f"{'0' * 64}  faults.onnx\n")
    monkeypatch.setattr("attrib.modelfiles.find_folder", lambda _: tmp_path)
    with pytest.raises(ModelError, match="not the one released"):
        open_fault_model()


@pytest.mark.parametrize("code", sorted(LEARNED))
def test_readers_of_a_check_are_told_of_the_model(code: str) -> None:
    rule = next(rule for rule in RULEBOOK.checks if rule.id == code)
    page = " ".join(render_explanation(rule).split())
    assert "a model reads each sentence" in page
    assert rule.learned is not None
    assert f"{round(100 * rule.learned.at_least)} % likely" in page
