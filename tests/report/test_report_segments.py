"""Cutting text at the edges of claims: nothing is lost, doubled or left unmarked."""

from __future__ import annotations

from dataclasses import replace

from building import make_article, make_claim, make_source
from hypothesis import given
from hypothesis import strategies as st

from attrib.records import Claim, Span
from attrib.report.segments import find_marks, split_text

TEXT = "The brigade said Halden had told inspectors the alarms worked. Nobody was hurt."
ARTICLE = make_article("segments", TEXT)
SPEAKER = make_source("brigade", "ORG", ARTICLE)


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    found = []
    for number in range(draw(st.integers(0, 5))):
        spans = draw(st.lists(st.tuples(offsets, offsets), min_size=1, max_size=3))
        whole = make_claim(ARTICLE, TEXT)
        content = tuple(Span(min(pair), max(pair)) for pair in spans)
        found.append(replace(whole, id=f"c{number}", content=content))
    return found


offsets = st.integers(0, len(TEXT))


@given(claims(), offsets, offsets)
def test_pieces_join_up_to_the_text_they_were_cut_from(
    found: list[Claim], one: int, other: int
) -> None:
    room = Span(min(one, other), max(one, other))
    pieces = split_text(TEXT, room, find_marks(found))
    assert "".join(piece.text for piece in pieces) == room.of(TEXT)
    assert all(piece.text for piece in pieces)


@given(claims())
def test_every_character_knows_exactly_the_claims_that_cover_it(found: list[Claim]) -> None:
    at = 0
    for piece in split_text(TEXT, Span(0, len(TEXT)), find_marks(found)):
        for offset in range(at, at + len(piece.text)):
            covering = {
                claim.id
                for claim in found
                if any(span.start <= offset < span.end for span in claim.content)
            }
            assert set(piece.claims) == covering
        at += len(piece.text)


@given(claims(), offsets)
def test_a_claim_opens_and_closes_once_however_the_text_is_cut(
    found: list[Claim], middle: int
) -> None:
    marks = find_marks(found)
    rooms = (Span(0, middle), Span(middle, len(TEXT)))
    pieces = [piece for room in rooms for piece in split_text(TEXT, room, marks)]
    for claim in found:
        first_is_empty = all(not len(span) for span in claim.content if span.start == claim.start)
        last_is_empty = all(not len(span) for span in claim.content if span.end == claim.end)
        opened = sum(claim.id in piece.opens for piece in pieces)
        closed = sum(claim.id in piece.closes for piece in pieces)
        assert opened == (0 if first_is_empty else 1)
        assert closed == (0 if last_is_empty else 1)


def test_nested_claim_stands_inside_its_outer_one() -> None:
    outer = make_claim(
        ARTICLE,
        "The brigade said Halden had told inspectors the alarms worked.",
        "Halden had told inspectors the alarms worked",
        source=SPEAKER,
        mention="The brigade",
        cue="said",
    )
    inner = make_claim(
        ARTICLE,
        "The brigade said Halden had told inspectors the alarms worked.",
        "the alarms worked",
        source=SPEAKER,
        mention="Halden",
        cue="had told",
    )
    pieces = split_text(TEXT, outer.sentence, find_marks([outer, inner]))
    shown = [(piece.text, len(piece.claims), piece.is_source, piece.is_cue) for piece in pieces]
    assert shown == [
        ("The brigade", 0, True, False),
        (" ", 0, False, False),
        ("said", 0, False, True),
        (" ", 0, False, False),
        ("Halden", 1, True, False),
        (" ", 1, False, False),
        ("had told", 1, False, True),
        (" inspectors ", 1, False, False),
        ("the alarms worked", 2, False, False),
        (".", 0, False, False),
    ]
    assert pieces[-2].claims == (outer.id, inner.id)


def test_own_voice_has_no_source_to_mark() -> None:
    own = make_claim(ARTICLE, "Nobody was hurt.")
    assert [mark.role for mark in find_marks([own])] == ["content"]


def test_text_without_claims_is_one_piece() -> None:
    (piece,) = split_text(TEXT, Span(4, 11), ())
    assert (piece.text, piece.claims) == ("brigade", ())
