"""What a sentence must hold for the model that reads for faults to be believed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from attrib.check.explain import say_learned
from attrib.check.fault_windows import Unit
from attrib.check.laying_out import lay_out
from attrib.check.learned_needs import meets
from attrib.errors import RuleError
from attrib.ingest import make_article
from attrib.pipeline import read_claims
from attrib.records import Span
from attrib.rulebook import load_rulebook
from attrib.rulebook.entries import Learned, LearnedNeed
from attrib.settings import Settings

RULEBOOK = load_rulebook()
RULES = Path(__file__).resolve().parents[2] / "rules"
TITLE = "Crane idle for a third week, says board"
PLAIN = "The crane on Arle quay has been idle since the storm."
BOARD = "The harbour board said the part would come by sea."
UNNAMED = "A source close to the board said nobody had ordered it."
QUOTE = "“We have ordered the part,” said Ida Moss, the board’s engineer."
RUNNING = "It comes by sea, and nobody knows when,” said Bo Ashby, a docker."
LONG_QUOTE = f"“We were told that the part was here. {RUNNING}"
GOES_ON = "“It never came.”"
TWO_QUOTES = f"“The crane is safe,” Cass Orr, who leads the crews, said. {GOES_ON}"
ORPHAN = "“We used to wave at that crane every single morning.”"
FIGURES = (
    "The part costs £1.4m and weighs a good deal.",
    "Repairs take a third of what the quay earns.",
    "Its upkeep has doubled since the storm.",
    "Two-thirds of the crews have gone elsewhere.",
    "Dozens of ships put in at Tarn instead.",
    "The board spent $180,000 on it.",
)
NO_FIGURES = (
    "No one has been up there since the storm.",
    "The first ship waited outside the wall.",
    "It was the second storm of the winter.",
    "Nobody I’m told of has seen the part.",
)
TEXT = "\n\n".join(
    (PLAIN, BOARD, UNNAMED, QUOTE, LONG_QUOTE, TWO_QUOTES, ORPHAN, *FIGURES, *NO_FIGURES)
)


def holds(need: LearnedNeed, words: str, *more: LearnedNeed) -> bool:
    article = make_article(TEXT, title=TITLE)
    reading = read_claims([article], RULEBOOK, settings=Settings())
    draft = lay_out(reading.extractions[0], reading.resolution, reading.claims, RULEBOOK)
    start = 0 if words == TITLE else TEXT.index(words)
    span = Span(start, start + len(words))
    paragraph = TEXT[:start].count("\n\n")
    unit = Unit(span, "title" if words == TITLE else "text", paragraph, (), (), (), ())
    return meets(draft, unit, (need, *more))


@pytest.mark.parametrize("words", [*FIGURES, TITLE])
def test_a_number_or_a_share_is_a_figure(words: str) -> None:
    assert holds("figure", words)


@pytest.mark.parametrize("words", [PLAIN, BOARD, QUOTE, *NO_FIGURES])
def test_no_one_and_the_first_are_no_figure(words: str) -> None:
    assert not holds("figure", words)


@pytest.mark.parametrize("words", [PLAIN, BOARD, UNNAMED, QUOTE, TITLE])
def test_who_speaks_decides(words: str) -> None:
    assert holds("source", words) is (words in (BOARD, UNNAMED, QUOTE))
    assert holds("unnamed-source", words) is (words == UNNAMED)
    assert holds("quote", words) is (words == QUOTE)


def test_a_quote_runs_on_from_the_sentence_before() -> None:
    assert holds("running-quote", RUNNING)
    assert holds("quote", RUNNING)
    assert holds("quote", LONG_QUOTE.removesuffix(f" {RUNNING}"))
    for words in (LONG_QUOTE.removesuffix(f" {RUNNING}"), QUOTE, PLAIN, TITLE):
        assert not holds("running-quote", words)


def test_whoever_speaks_in_the_paragraph_speaks_its_other_quote_too() -> None:
    assert holds("unspoken", ORPHAN)
    assert holds("unspoken", PLAIN)
    for words in (GOES_ON, QUOTE, BOARD, RUNNING):
        assert not holds("unspoken", words)


@pytest.mark.parametrize("need", ["quote", "running-quote", "unspoken", "source"])
def test_in_a_title_nothing_but_figures_is_looked_for(need: LearnedNeed) -> None:
    assert not holds(need, TITLE)


def test_all_that_is_needed_must_be_there() -> None:
    assert holds("quote", ORPHAN)
    assert not holds("quote", ORPHAN, "source")
    assert holds("quote", TWO_QUOTES, "source")


def test_an_unknown_need_is_an_error_with_its_place(tmp_path: Path) -> None:
    shipped = RULES / "en" / "checks" / "evidence.yaml"
    own = tmp_path / "en" / "checks"
    own.mkdir(parents=True)
    text = shipped.read_text(encoding="utf-8")
    line = text[: text.index("needs: [figure]")].count("\n") + 1
    path = own / "evidence.yaml"
    path.write_text(text.replace("needs: [figure]", "needs: [number]"), encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rulebook(tmp_path)
    assert str(caught.value).startswith(f"{path}:{line}:")
    known = "figure, quote, running-quote, unspoken, source, unnamed-source"
    assert f"expected one of {known}" in str(caught.value)


def test_readers_are_told_what_must_be_there() -> None:
    learned = Learned(0.5, "look at {words}")
    assert "only of" not in say_learned(learned)
    told = say_learned(replace(learned, needs=("figure", "quote")))
    assert "only of a sentence with a figure and only of a sentence with quoted words" in told
