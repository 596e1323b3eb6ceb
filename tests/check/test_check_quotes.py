"""Kinds orphan-quote and chain-collapse: AT301 and AT205, over attributions made by hand."""

from __future__ import annotations

import pytest
from drafting import Said, checked, codes

ORPHAN = ("AT301",)
COLLAPSE = ("AT205",)
QUOTE = '"It is over for this town, and it will not come back."'


@pytest.mark.parametrize(
    "text",
    [
        f"The gates stayed shut. {QUOTE} The ship lay at the quay.",
        f"The gates stayed shut.\n\n{QUOTE}\n\nThe ship lay at the quay.",
        f"{QUOTE}\n\nThe ship lay at the quay.",
        "The gates stayed shut. “It is over for this town.” The ship lay at the quay.",
        f"The charge is nine pounds. {QUOTE} The price stays.",
        f"The yard was built in 1910, the guidebook says. {QUOTE} The ship lay at the quay.",
        f"The gates stayed shut. {QUOTE} The quay will be sold in May, its owner, Ida Moss, said.",
    ],
)
def test_full_sentence_quote_with_no_speaker_is_found(text: str) -> None:
    (found,) = checked(text, select=ORPHAN)
    assert found.code == "AT301"
    assert found.span.of(text).startswith(('"It is', "“It is"))


@pytest.mark.parametrize(
    "text",
    [
        f"{QUOTE} said Bo Ashby.",
        f"Bo Ashby closed the gate. {QUOTE} The ship lay at the quay.",
        f"He closed the gate. {QUOTE} The ship lay at the quay.",
        f"The gates stayed shut. {QUOTE} So the guard told us.",
        f"The notice reads: {QUOTE}",
        f"Q: {QUOTE}",
        f"Is it over for this town?\n\n{QUOTE}\n\nThe ship lay at the quay.",
        f"The gates stayed shut. {QUOTE} That is the title of the film.",
        f"{QUOTE}\n\n— old saying\n\nThe ship lay at the quay.",
        'The gates stayed shut. "Over." The ship lay at the quay.',
        'The gates stayed shut. "The Day the River Ran Dry." The ship lay at the quay.',
        'The gates stayed shut. "Over and out for the town of Arle." The ship lay there.',
        'It was "the day it was over for this town." The ship lay at the quay.',
    ],
)
def test_quote_with_a_speaker_near_or_that_is_no_sentence_is_left_alone(text: str) -> None:
    assert codes(checked(text, select=ORPHAN)) == []


def test_quote_in_the_paragraph_after_an_attributed_one_is_left_alone() -> None:
    text = f'"It is late," Bo Ashby said.\n\n{QUOTE}\n\n"Nothing is going to change here."'
    said = Said("It is late", "Bo Ashby", "said", voice="direct")
    assert codes(checked(text, said, select=ORPHAN)) == []


def test_run_of_quotes_without_speaker_is_one_alert() -> None:
    text = f'The gates stayed shut.\n\n{QUOTE}\n\n"Nothing is going to change here."'
    assert codes(checked(text, select=ORPHAN)) == ["AT301"]


def test_quote_that_an_attribution_holds_is_left_alone() -> None:
    text = f"The gates stayed shut. {QUOTE} The ship lay at the quay. It was Bo Ashby."
    said = Said("It is over for this town", "Bo Ashby", voice="direct")
    assert codes(checked(text, said, select=ORPHAN)) == []


RELAYED = "Ida Moss said that Bo Ashby had admitted burning the ledgers."
RELAY = Said(
    "burning the ledgers", "Bo Ashby", "admitted",
    chain=(("Ida Moss", "NOF"), ("Bo Ashby", "NIN")), stance="concedes",
)  # fmt: skip


def admits(text_before: str = RELAYED, **changes: object) -> Said:
    said = Said(
        "burning the ledgers", "Bo Ashby", "admitted", source_class="NIN",
        stance="concedes", after=text_before,
    )  # fmt: skip
    return said if not changes else Said(**{**said.__dict__, **changes})


def test_later_text_that_drops_the_relay_is_found_and_points_at_it() -> None:
    text = f"{RELAYED} The club meets. Bo Ashby admitted burning the ledgers."
    (found,) = checked(text, RELAY, admits(), select=COLLAPSE)
    assert found.span.start == text.rindex("Bo Ashby")
    assert "at second hand" in found.related[0].message
    assert found.related[0].span.of(text) == RELAYED


def test_title_that_drops_the_relay_is_found_in_the_title() -> None:
    (found,) = checked(RELAYED, RELAY, title="Ashby admits burning ledgers", select=COLLAPSE)
    assert (found.field, found.span.start, found.line, found.column) == ("title", 0, 1, 1)


@pytest.mark.parametrize(
    "title",
    ["Moss: Ashby admits burning ledgers", "Moss admits losing boats", "Club burns ledgers"],
)
def test_title_that_keeps_the_relay_or_says_something_else_is_left_alone(title: str) -> None:
    assert codes(checked(RELAYED, RELAY, title=title, select=COLLAPSE)) == []


def test_speaker_who_is_quoted_directly_elsewhere_is_left_alone() -> None:
    text = f'{RELAYED} "I did it," Bo Ashby said. Bo Ashby admitted burning the ledgers.'
    quoted = Said("I did it", "Bo Ashby", "said", source_class="NIN", voice="direct", after=RELAYED)
    later = admits('"I did it," Bo Ashby said.')
    assert codes(checked(text, RELAY, quoted, later, select=COLLAPSE)) == []


def test_outlet_that_carries_an_interview_is_no_witness() -> None:
    told = "Bo Ashby told the Harbour Gazette that he had burned the ledgers."
    text = f"{told} The club meets. Bo Ashby admitted burning the ledgers."
    relay = Said("he had burned the ledgers", "Bo Ashby", "told", source_class="NIN")
    assert codes(checked(text, relay, admits(told), select=COLLAPSE)) == []


def test_direct_words_before_the_relay_are_left_alone() -> None:
    text = f"Bo Ashby admitted burning the ledgers. {RELAYED}"
    first = Said("burning the ledgers", "Bo Ashby", "admitted", source_class="NIN")
    relay = Said(**{**RELAY.__dict__, "after": "ledgers. "})
    assert codes(checked(text, first, relay, select=COLLAPSE)) == []
