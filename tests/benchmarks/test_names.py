"""The measure of names: what counts as the same name, how sure a share is, what GUM's marks say."""

from __future__ import annotations

from pathlib import Path

import pytest

from attrib.ingest import make_article
from attrib.pipeline import read_claims
from attrib.records import Span
from attrib.rulebook import load_rulebook
from intervals import show_share, wilson
from links import read_document
from name_gold import Expected, Kind, read_sheets
from name_match import means_same, names_issuer
from names import judge, render

SAME = [
    (("Ida Moss",), ("Ida Moss",)),
    (("Moss",), ("Ida Moss",)),
    (("Ida J. Moss",), ("Ida Moss",)),
    (("The River Office",), ("River Office",)),
    (("José Ruiz",), ("Jose Ruiz",)),
    (("Bo Ashby", "Ida Moss"), ("Ida Moss + Bo Ashby",)),
    (("River Office",), ("Ida Moss", "River Office")),
]
OTHER = [
    (("Ida Moss",), ("Ida Ross",)),
    (("Ida Moss",), ("Bo Moss",)),
    (("Ida Moss",), ("Ida Moss + Bo Ashby",)),
    (("Ida Moss", "Bo Ashby"), ("Ida Moss",)),
    (("Ida",), ("Ida Moss",)),
    ((), ("Ida Moss",)),
]


@pytest.mark.parametrize(("given", "accepted"), SAME)
def test_the_same_name(given: tuple[str, ...], accepted: tuple[str, ...]) -> None:
    assert means_same(given, accepted)


@pytest.mark.parametrize(("given", "accepted"), OTHER)
def test_another_name(given: tuple[str, ...], accepted: tuple[str, ...]) -> None:
    assert not means_same(given, accepted)


def test_a_paper_may_be_named_by_its_issuer() -> None:
    assert names_issuer(("River Office report",), ("River Office",))
    assert not names_issuer(("River Office",), ("River Office report",))


def test_wilson_interval_of_published_cases() -> None:
    # Newcombe (1998), table I, method 3: 81 of 263, 15 of 148, 0 of 20, 29 of 29.
    for part, whole, low, high in (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (29, 29, 0.8830, 1.0),
    ):
        assert wilson(part, whole) == pytest.approx((low, high), abs=5e-5)
    assert show_share(0, 0) == "-"


TEXT = "Ida Moss said the dam held. She said it was old. Officials said no."


def expected(words: str, *names: str) -> Expected:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    kind: Kind = "pronoun" if words == "She" else "named" if names else "description"
    end = TEXT.index(".", start)
    return Expected("a", span, (Span(span.end + 6, end),), kind, names, sure=True)


def test_a_reading_is_judged_by_kind_of_words() -> None:
    reading = read_claims([make_article(TEXT, id="a")], load_rulebook())
    gold = [expected("Ida Moss", "Ida Moss"), expected("She", "Bo Ashby"), expected("Officials")]
    judged = list(judge(gold, reading))
    assert [item.verdict for item in judged] == ["right", "wrong", "right"]
    assert [item.group for item in judged] == ["named", "pronoun", "none"]
    table = render(judged)
    assert "found and rightly named, of all: 66.7" in table


def test_the_gold_holds_offsets_and_names_and_both_halves() -> None:
    sheets = read_sheets()
    assert len(sheets) == 30
    assert [sum(sheet.half == half for sheet in sheets) for half in ("dev", "held")] == [15, 15]
    longest = max(len(name) for sheet in sheets for item in sheet.expected for name in item.names)
    assert longest < 130


CONLLU = """\
# newpar
1\tIda\tIda\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-cf1-1-sgl
2\tMoss\tMoss\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-cf1-1-ana)
2\tsaw\tsee\tVERB\tVBD\t_\t0\troot\t_\t_
3\tthe\tthe\tDET\tDT\t_\t4\tdet\t_\tEntity=(2-place-new-cf2-1-sgl
4\tdam\tdam\tNOUN\tNN\t_\t2\tobj\t_\tEntity=2)|SpaceAfter=No
"""


def test_gum_marks_are_read_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "doc.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    text, gold = read_document(path)
    assert text.startswith("Ida Moss left.\n\nShe saw the dam")
    assert [(item.span.of(text), item.chain, item.is_name) for item in gold] == [
        ("Ida Moss", "1", True),
        ("She", "1", False),
    ]
