"""Attributions and sentences become claims: what is one, in which order, on whom it rests."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sayings import RULES, Said, build, read, read_all, segmented, source

from attrib.assess import assess
from attrib.records import Article, Extraction, Resolution, Segmentation, Span, Stance
from marked import marked

ANNA = source("Anna Rao", "NSP", key="anna", affiliation="board")
BOARD = source("Harbour Board", "ORG", key="board", affiliation="norland")
NORLAND = source("Norland", "ORG", key="norland")
NORPRESS = source("Norpress", "MED", key="norpress")
ALL = {item.id: item for item in (ANNA, BOARD, NORLAND, NORPRESS)}


def own(markup: str, *said: Said) -> list[str]:
    claims = read_all(markup, *said, sources=ALL)
    return [claim.text for claim in claims if claim.voice == "own"]


def nobody(text: str) -> list[str]:
    """The own claims of a text with no attribution."""
    extraction = Extraction(segmented(text), ())
    return [claim.text for claim in assess((extraction,), Resolution((), ()), RULES).claims]


def test_sentence_nobody_is_quoted_in_is_the_writer_s_own_claim() -> None:
    (claim,) = assess(
        (Extraction(segmented("The dam is old."), ()),), Resolution((), ()), RULES
    ).claims
    assert (claim.voice, claim.stance, claim.polarity, claim.tone) == ("own", "own", "affirm", 0)
    assert (claim.source, claim.cue, claim.strength, claim.chain) == (None, None, None, ())
    assert claim.content == (claim.sentence,) == (Span(0, 15),)


@pytest.mark.parametrize(
    "text",
    [
        "Is the dam old?",
        "# The dam is old",
        "“The dam is old.”",
        "“Is it?”",
        "WORLD NEWS",
        "…",
        "Kemp",
        "8:05 p.m.",
        "(9.40 pm)",
        "11 a.m. EST",
        "",
    ],
)
def test_questions_headlines_quotes_and_scraps_are_no_claims(text: str) -> None:
    assert nobody(text) == []


def test_a_sentence_with_a_time_in_it_is_a_claim() -> None:
    assert nobody("It broke at 8:05 p.m.") == ["It broke at 8:05 p.m."]


def test_dateline_is_no_part_of_the_claim() -> None:
    assert nobody("KEMP, Norland – The dam is old.") == ["The dam is old"]
    assert nobody("KEMP -- The dam is old.") == ["The dam is old"]
    assert nobody("The dam – the old one – is full.") == ["The dam – the old one – is full"]


def test_sentence_with_a_dateline_keeps_it_in_its_sentence_only() -> None:
    text = "KEMP – The dam is old."
    (claim,) = assess((Extraction(segmented(text), ()),), Resolution((), ()), RULES).claims
    assert claim.content[0].of(text) == "The dam is old."
    assert claim.sentence.of(text) == text


def test_sentence_with_any_part_of_an_attribution_is_nobody_else_s() -> None:
    said = Said(source="anna")
    assert own(
        "It rained. [source Anna Rao] spoke for long. She [cue said] [content it was old]. It"
        " snowed.",
        said,
    ) == ["It rained", "It snowed"]
    assert own(
        "The roof fell, [source Anna Rao] [cue said] later. [content It was old.] It is not.", said
    ) == ["It is not"]


def test_article_in_another_language_has_no_claims() -> None:
    text = "Der Damm ist alt."
    span = segmented(text)
    german = Segmentation(Article("a", text, language="de"), span.paragraphs, span.sentences, ())
    assert assess((Extraction(german, ()),), Resolution((), ()), RULES).claims == ()


def test_agentless_claim_has_no_source_and_grade_e() -> None:
    (claim,) = read(
        "It [cue is understood] [content that the dam is old].", Said(source=None), sources=ALL
    )
    assert (claim.source, claim.chain, claim.voice) == (None, (), "indirect")
    assert claim.strength is not None
    assert claim.strength.grade == "E"
    assert claim.grounds == frozenset()


def test_claim_rests_on_its_chain_and_on_whom_they_belong_to() -> None:
    (claim,) = read(
        "[source Anna Rao] [cue told] [addressee Norpress] [content it was old].",
        Said(source="anna", via=("norpress",)),
        sources=ALL,
    )
    assert claim.grounds == {"anna", "board", "norland", "norpress"}


def test_joint_claim_rests_on_its_members() -> None:
    joint = source("joint statement", "ORG", members=("board", "norpress"))
    (claim,) = read(
        "[source The statement] [cue said] [content it was old].", sources={**ALL, "source": joint}
    )
    assert claim.grounds == {"source", "board", "norland", "norpress"}


def test_affiliations_that_go_in_a_circle_end() -> None:
    circle = {
        "source": source("One", "ORG", affiliation="two"),
        "two": source("Two", "ORG", key="two", affiliation="source"),
    }
    (claim,) = read("[source One] [cue said] [content it was old].", sources=circle)
    assert claim.grounds == {"source", "two"}


def test_inner_claim_names_the_piece_that_holds_it() -> None:
    extraction, resolution = build(
        "[source Norpress] [cue reported] [content that the dam was old and that the board had"
        " denied it was full].",
        Said(source="norpress", stance="relays"),
        sources=ALL,
    )
    (outer,) = resolution.attributions
    text = extraction.article.text
    start = text.index("it was full")
    denial = replace(outer.attribution, content=(Span(start, start + 11),), within=0)
    inner = replace(outer, index=1, source_id="board", attribution=denial)
    claims = assess((extraction,), Resolution(resolution.sources, (outer, inner)), RULES).claims
    old, holder, held = claims
    assert held.content == denial.content
    assert held.within == holder.id
    assert (old.within, holder.within) == (None, None)
    assert holder.content[0].of(text).startswith("and that the board")


def test_ids_are_hashes_and_no_two_claims_share_one() -> None:
    claims = read_all(
        "[source Anna Rao] [cue said] [content it was old and it was shut]. The dam is old. The dam"
        " is old.",
        Said(source="anna"),
        sources=ALL,
    )
    ids = [claim.id for claim in claims]
    assert len(set(ids)) == len(ids) == 4
    assert all(re.fullmatch("[0-9a-f]{12}", key) for key in ids)


def test_attribution_found_twice_is_one_claim() -> None:
    extraction, resolution = build(
        "[source Anna Rao] [cue said] [content it was old].", Said(source="anna"), sources=ALL
    )
    (item,) = resolution.attributions
    again = Resolution(resolution.sources, (item, item))
    assert assess((extraction,), again, RULES) == assess((extraction,), resolution, RULES)


TEXTS = st.lists(
    st.sampled_from(
        [
            "The dam is old. ",
            "“It leaks.” ",
            "Is it?\n\n",
            "Kemp ",
            "? ",
            "“",
            "12 ",
            "\n\n",
            "she said ",
            "– ",
        ]
    ),
    max_size=12,
).map("".join)


STANCES: tuple[Stance, ...] = get_args(Stance)[:-1]


@given(TEXTS, st.data())
def test_any_attributions_of_any_text_give_ordered_claims_with_words(
    text: str, data: st.DataObject
) -> None:
    size = len(text)
    places = sorted(data.draw(st.lists(st.integers(0, size), min_size=6, max_size=6)))
    markup = "".join(
        (
            text[a:b]
            if not b > a or number % 2
            else f"[{('source', 'cue', 'content')[number // 2]} {text[a:b]}]"
        )
        for number, (a, b) in enumerate(pairwise(places))
    )
    if "[cue" not in markup or "[content" not in markup:
        return
    stance = data.draw(st.sampled_from(STANCES))
    claims = read_all(markup, Said(source="anna", stance=stance), sources=ALL)
    assert [c.id for c in claims] == [
        c.id for c in sorted(claims, key=lambda c: (c.start, c.end, c.id))
    ]
    whole, _ = marked(markup)
    for claim in claims:
        assert claim.text.strip()
        assert claim.text == " ".join(claim.text.split())
        assert all(0 <= span.start < span.end <= len(whole) for span in claim.content)
        assert claim.sentence.start <= claim.start
        words = claim.content[-1].of(whole)
        assert claim.end - (len(words) - len(words.rstrip())) <= claim.sentence.end


def test_order_of_articles_and_attributions_changes_nothing() -> None:
    extraction, resolution = build(
        "[source Anna Rao] [cue said] [content it was old]. [source2 She] [cue2 said] [content2 it"
        " was shut].",
        Said(source="anna"),
        Said(source="anna"),
        sources=ALL,
    )
    turned = Resolution(resolution.sources, tuple(reversed(resolution.attributions)))
    assert assess((extraction,), turned, RULES) == assess((extraction,), resolution, RULES)


def test_one_endless_sentence_with_many_attributions_is_read() -> None:
    number = 300
    said = [Said(source="anna")] * number
    parts = (
        f"[source{n} she] [cue{n} said] [content{n} it was old], " for n in range(2, number + 1)
    )
    claims = read(
        "[source she] [cue said] [content it was old], " + "".join(parts), *said, sources=ALL
    )
    assert len(claims) == number
    assert {claim.strength.score for claim in claims if claim.strength} == {58}
