"""Quotes: rows are texts in which ⟦ and ⟧ stand round each outer quote."""

from __future__ import annotations

import pytest

from attrib.records import Article, Quote
from attrib.rulebook import load_rulebook
from attrib.segment import segment

RULEBOOK = load_rulebook()

ROWS = [
    # every kind of mark
    'She said ⟦"the gate failed"⟧ and left.',
    "She said ⟦“the gate failed”⟧ and left.",
    "She said ⟦‘the gate failed’⟧ and left.",
    "She said ⟦'the gate failed'⟧ and left.",
    "She said ⟦«the gate failed»⟧ and left.",
    "She said ⟦« the gate failed »⟧ and left.",
    "She said ⟦„the gate failed“⟧ and left.",
    "She said ⟦‚the gate failed‘⟧ and left.",
    "She said ⟦``the gate failed''⟧ and left.",
    "She said ⟦''the gate failed''⟧ and left.",
    "She said ⟦‘‘the gate failed’’⟧ and left.",
    "She said ⟦“the gate failed’’⟧ and left.",
    "She read a paper on ⟦`gates’⟧ at noon.",
    # the wrong mark of the pair
    "⟦”The gate failed,”⟧ she said.",
    "She called it ⟦“mostly broken.“⟧ Rao left.",
    '⟦“The gate failed,"⟧ she said.',
    # apostrophes are no quotes
    "The dogs' owner didn't see the boys' ball, which wasn't O'Neil's.",
    "In the '90s and the ‘80s they played rock 'n' roll 'til dawn.",
    "Ask the drivers' union, the pilots' guild or the nurses’ league.",
    # single marks beside apostrophes
    "⟦'I saw the dogs' bowl,'⟧ he said, ⟦'and it wasn't clean.'⟧",
    "⟦‘The port’s gates weren’t ready,’⟧ the owners’ lawyer said.",
    "Firm ⟦'dumped waste'⟧, inspector says",
    "The ⟦'port cuts'⟧ were the drivers' fault, he said.",
    "⟦'No,'⟧ he said. ⟦'Never.'⟧",
    # feet and inches are no quotes, inside a quote or outside
    "She is 6'2\" tall and he is 5' 11\" tall.",
    'A 5" pipe and a 12" pipe lay there.',
    '⟦"I am 6\'2" tall,"⟧ he said.',
    '⟦"It was a 5" pipe,"⟧ he said.',
    '⟦"We sold 500"⟧ and ⟦"600 are left"⟧, he said.',
    # only the outer of two quotes
    "⟦“He said ‘never’ to me,”⟧ she said.",
    "⟦'He said \"never\" to me,'⟧ she said.",
    "⟦“He said “never” to me,”⟧ she said.",
    "⟦\"He said 'never.' \"⟧ That was all.",
    "⟦“He said, ‘That is all,’ ”⟧ she said.",
    # several in one line
    '⟦"The gate failed,"⟧ she said. ⟦"It will fail again."⟧',
    # missing and odd spaces
    'She said:⟦"The gate failed."⟧He left.',
    '⟦" The gate failed "⟧ was all.',
    'She said ⟦"the gate failed "⟧and left.',
    # a stray closing mark
    'The gate failed." Rao left.',
    "The gate failed.” Rao left.",
    "The gate failed'. Rao left.",
    # nothing between the marks
    'She said "" and left.',
]


@pytest.mark.parametrize("row", ROWS)
def test_outer_quotes_stand_where_the_row_says(row: str) -> None:
    text = row.replace("⟦", "").replace("⟧", "")
    assert _mark(text) == row


def test_inner_is_the_quote_without_its_marks() -> None:
    text = "She said ``never'' twice."
    (quote,) = _quotes(text)
    assert (quote.span.of(text), quote.inner.of(text)) == ("``never''", "never")


def test_unclosed_quote_runs_to_paragraph_end() -> None:
    text = "“The gate failed at six. Nobody was hurt.\n\nThe port closed at noon on Monday.\n"
    (quote,) = _quotes(text)
    assert quote.span.of(text) == "“The gate failed at six. Nobody was hurt."
    assert (quote.closed, quote.continues) == (False, False)


@pytest.mark.parametrize(("mark", "end"), [('"', '"'), ("“", "”"), ("‘", "’"), ("'", "'")])
def test_quote_over_paragraphs_opens_each_and_closes_the_last(mark: str, end: str) -> None:
    text = f"Okoye said: {mark}The gate failed at six.\n"
    text += f"{mark}We called the port and the office at once.\n{mark}Nobody came.{end}\n"
    found = _quotes(text)
    assert [(quote.closed, quote.continues) for quote in found] == [
        (False, False),
        (False, True),
        (True, True),
    ]


def test_furniture_between_does_not_end_a_quote_over_paragraphs() -> None:
    text = (
        "Okoye said: “The gate failed at six.\n\n"
        "Read more: How the gate failed.\n\n"
        "“Nobody came.”\n"
    )
    assert [quote.continues for quote in _quotes(text)] == [False, True]


def test_paragraphs_of_a_quote_run_together_in_one_line_are_still_one_quote() -> None:
    text = 'Okoye said: "The gate failed at six. "Nobody came."'
    found = _quotes(text)
    assert [(quote.closed, quote.continues) for quote in found] == [(False, False), (True, True)]
    assert found[0].span.of(text) == '"The gate failed at six.'


def test_paragraph_without_a_mark_does_not_continue_a_quote() -> None:
    text = "Okoye said: “The gate failed at six.\n\nThe port has two gates. “Both are old.”\n"
    assert [quote.continues for quote in _quotes(text)] == [False, False]


def test_quote_in_other_marks_inside_an_unclosed_one_is_part_of_it() -> None:
    text = '"ROE: The gate is a “marvel” of its age, and it will stand.'
    (quote,) = _quotes(text)
    assert quote.span.of(text) == text


def test_unclosed_single_quote_after_a_closed_one_is_kept() -> None:
    found = _quotes("'Yes,' he said, 'The gate failed at six and nobody came.")
    assert [quote.closed for quote in found] == [True, False]


@pytest.mark.parametrize("mark", ["`", "‚", "“", '"', "'", "‘", "«", "``", "„"])
def test_opening_mark_at_the_very_end_is_ignored(mark: str) -> None:
    assert _quotes(f"Okoye said on Monday: {mark}") == ()


def test_straight_single_mark_without_an_end_is_an_apostrophe_inside_a_line() -> None:
    assert _quotes("The gate 'cannot fail, they said on Monday.") == ()


def _quotes(text: str) -> tuple[Quote, ...]:
    return segment(Article(id="a", text=text), RULEBOOK).quotes


def _mark(text: str) -> str:
    for quote in reversed(_quotes(text)):
        start, end = quote.span.start, quote.span.end
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text
