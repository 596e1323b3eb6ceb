"""Two texts under one id are never mixed, whichever way they come into the Python API."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

import attrib

PUMP = "The pump failed on Monday, the water board said. Nobody was hurt, Ida Moss said."
FERRY = "The ferry sank off Lund, Bo Ashby told reporters. It was old, the harbour office said."
ONE, OTHER = (attrib.article(text, id="1") for text in (PUMP, FERRY))
Entry = Callable[[Sequence[attrib.Article]], attrib.Analysis]


def stream(articles: Sequence[attrib.Article]) -> attrib.Analysis:
    (analysis,) = attrib.analyze_stream(articles)
    return analysis


def with_checks(articles: Sequence[attrib.Article]) -> attrib.Analysis:
    return attrib.analyze(articles, checks=True)


ENTRIES = pytest.mark.parametrize("entry", [attrib.analyze, with_checks, stream])


@ENTRIES
def test_of_two_texts_with_one_id_one_is_read_and_the_other_told(entry: Entry) -> None:
    analysis = entry([ONE, OTHER])
    (article,) = analysis.articles
    cues = [claim.cue for claim in analysis.claims if claim.cue is not None]
    assert cues
    assert all(cue.span.of(article.text) == cue.text for cue in cues)
    assert analysis.claims == attrib.analyze([article]).claims
    (problem,) = analysis.problems
    assert problem.path == "1"
    assert problem.fatal
    assert "the id '1' stands also at another article, for another text" in problem.message


@ENTRIES
def test_their_order_changes_nothing(entry: Entry) -> None:
    assert entry([ONE, OTHER]) == entry([OTHER, ONE])


@ENTRIES
def test_an_article_given_twice_is_one_in_the_json(entry: Entry) -> None:
    twice, once = entry([ONE, ONE]), entry([ONE])
    shape = json.loads(attrib.render(twice, "json"))
    for kind in ("articles", "sources", "claims"):
        ids = [item["id"] for item in shape[kind]]
        assert len(ids) == len(set(ids))
    assert twice.claims == once.claims
    assert twice.problems == (
        attrib.Problem("1", "is given more than once; it is read once", fatal=False),
    )
    assert once.problems == ()


def test_problems_name_the_files() -> None:
    first, second = replace(ONE, path="a.txt"), replace(OTHER, path="b.txt")
    (clash,) = attrib.analyze([second, first]).problems
    assert clash.path == "b.txt"
    assert "the id '1' stands also at a.txt, for another text" in clash.message
    (copy,) = attrib.analyze([replace(ONE, path="b.txt"), first]).problems
    assert copy == attrib.Problem("b.txt", "is a copy of a.txt; only that one is read", fatal=False)


def test_equal_texts_of_two_outlets_with_one_id_are_one() -> None:
    one, other = (replace(ONE, outlet=outlet) for outlet in ("Sund Gazette", "Lund Courier"))
    analysis = attrib.analyze([one, other])
    assert analysis == attrib.analyze([other, one])
    assert [article.outlet for article in analysis.articles] == ["Lund Courier"]
    assert len(analysis.problems) == 1


def test_articles_with_ids_of_their_own_are_all_read() -> None:
    analysis = attrib.analyze([ONE, replace(OTHER, id="2")])
    assert [article.id for article in analysis.articles] == ["1", "2"]
    assert analysis.problems == ()


def test_the_stream_tells_it_with_the_event_of_the_one_that_is_kept() -> None:
    apart = attrib.article("The regatta at Sund was won by Nils Roe, the rowing club said.", id="2")
    found = list(attrib.analyze_stream([ONE, apart, OTHER]))
    assert {
        tuple(a.id for a in analysis.articles): len(analysis.problems) for analysis in found
    } == {
        ("1",): 1,
        ("2",): 0,
    }


def test_check_and_verify_have_no_place_for_problems_and_raise() -> None:
    for call in (attrib.check, attrib.verify):
        with pytest.raises(attrib.InputError, match="the id '1' stands also at another article"):
            call(ONE, [OTHER])
