"""Figures in running text: what is one, how wide it is, what it counts."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import LEXICON

from attrib.compare.figures import clash, is_same_slot
from attrib.compare.moments import MOMENTS
from attrib.compare.quantities import find_quantities
from attrib.compare.quantity import Quantity


def only(text: str) -> Quantity:
    found = find_quantities(text, LEXICON)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Seven people were hurt", 7, 7),
        ("Twenty-one boats sank", 21, 21),
        ("Two hundred and fifty homes burned", 250, 250),
        ("Some 1,200 people marched", 1080, 1320),
        ("About 100 people marched", 90, 110),
        ("At least 12 people died", 12, math.inf),
        ("More than 50 people were hurt", 50, math.inf),
        ("Up to 40 people were hurt", 0, 40),
        ("Nearly 100 people were hurt", 85, 100),
        ("Just under 100 people were hurt", 85, 100),
        ("They waited for an hour and a half", 5400, 5400),
        ("The club paid 2.4 million pounds", 2.4e6, 2.4e6),
        ("The calf weighs 100 pounds", 45.359237, 45.359237),
        ("They stole 100 pounds of copper", 45.359237, 45.359237),
        ("Between 10 and 12 people were hurt", 10, 12),
        ("It took 10 to 15 days", 10 * 86400, 15 * 86400),
        ("A dozen eggs broke", 12, 12),
        ("Two dozen girls were freed", 24, 24),
        ("Half a million men marched", 500_000, 500_000),
        ("A quarter of a million men marched", 250_000, 250_000),
        ("Three quarters of a million men marched", 750_000, 750_000),
        ("Several hundred men marched", 300, 900),
        ("A few dozen men marched", 24, 72),
        ("A couple of dozen boats sank", 21.6, 26.4),
        ("A third of the homes burned", 33.3, 33.3),
        ("Half the homes burned", 50, 50),
        ("Three-fifths of the homes burned", 60, 60),
        ("Nine out of ten homes burned", 90, 90),
        ("Two in five people stayed", 40, 40),
        ("A majority of members agreed", 50.5, 100),
        ("Prices tripled", 200, 200),
        ("It is a tenth larger", 10, 10),
        ("It lasted three quarters of an hour", 2700, 2700),
        ("It will close for a fortnight", 14 * 86400, 14 * 86400),
        ("It lasted nearly a week", 0.85 * 7 * 86400, 7 * 86400),
        ("Rates rose half a percentage point", 0.5, 0.5),
        ("Rates rose 25 basis points", 0.25, 0.25),
        ("The quake had a magnitude of 6.2", 6.2, 6.2),
        ("It burned 40 square kilometres", 4000, 4000),
        ("A man in his late 50s drowned", 56, 59),
        ("It reached the low forties Celsius", 40, 43),
        ("It was 11 degrees below zero Fahrenheit", -23.9, -23.9),
        ("A mother of two drowned", 2, 2),
        ("The loss was $3.5bn", 3.5e9, 3.5e9),
        ("The loss was 3 to 5 million euros", 3e6, 5e6),
        ("A hundred people or so marched", 90, 110),
        ("Twelve people or more died", 12, math.inf),
        ("The blast left 70+ dead", 70, math.inf),
        ("They handed over 1,700 papers", 1700, 1700),
        ("They counted over 1,700 papers", 1700, math.inf),
        ("It took two hours and 54 minutes", 10440, 10440),
        ("It took an hour and 25 minutes", 5100, 5100),
        ("He is six feet two inches tall", 6 * 0.3048 + 2 * 0.0254, 6 * 0.3048 + 2 * 0.0254),
        ("Ana Ruiz won 48.9 percent", 48.9, 48.9),
        ("Mill fire: six dead", 6, 6),
        ("The bid was worth 310p a share", 3.1, 3.1),
        ("Sales fell by only a fifth", 20, 20),
        ("It reached 41.5C", 41.5, 41.5),
        ("It flew 3.5km", 3500, 3500),
        ("It cost £1.5million", 1.5e6, 1.5e6),
        ("Then 3.2million people fled", 3.2e6, 3.2e6),
        ("It is a $1.5-billion deal", 1.5e9, 1.5e9),
        ("It is a 5-million-dollar house", 5e6, 5e6),
        ("It was a 3-million-strong crowd", 3e6, 3e6),
        ("It is a 3-mile march", 4828.032, 4828.032),
        ("A three-million-strong crowd marched", 3e6, 3e6),
        ("It is a two-billion-euro line", 2e9, 2e9),
        ("There 3 lakh people fled", 3e5, 3e5),
        ("Turnout was 54 percent", 54, 54),
        ("He fell 12 feet", 12 * 0.3048, 12 * 0.3048),
        ("It weighs 400lb", 400 * 0.45359237, 400 * 0.45359237),
        ("The toll is 1 million", 1e6, 1e6),
        ("It flew 2,735km east", 2_735_000, 2_735_000),
        ("It flew 1,002,735km east", 1_002_735_000, 1_002_735_000),
    ],
)
def test_number_becomes_the_interval_that_its_words_allow(
    text: str, low: float, high: float
) -> None:
    found = only(text)
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)


@pytest.mark.parametrize(
    "text",
    [
        "It happened on 12 November",
        "It happened on Nov. 15, 2017",
        "It began at 6.10am",
        "It began at 6 a.m. sharp",
        "It began at 10:30",
        "Flight 93 was late",
        "The Boeing 737 was late",
        "Highway 61 was shut",
        "It was built in 1987",
        "The music of the 1960s",
        "F-16 jets took off",
        "Call 0800 056 0154",
        "No one was there",
        "One of them left",
        "The score was 3:1",
        "It began at 2.35am",
        "The 9/11 report",
        "It was built in the late 80s",
        "Several of them left",
    ],
)
def test_dates_times_and_names_are_no_figures(text: str) -> None:
    assert [q for q in find_quantities(text, LEXICON) if q.unit not in MOMENTS] == []


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Seven people were killed", "killed"),
        ("The death toll rose to seven", "killed"),
        ("The blast killed seven", "killed"),
        ("Seven people were wounded", "injured"),
        ("Seven people are missing", "missing"),
        ("Seven ships left", ""),
    ],
)
def test_matter_is_what_is_said_of_those_counted(text: str, matter: str) -> None:
    assert only(text).matter == matter


def test_each_number_belongs_to_the_words_on_its_own_side() -> None:
    dead, hurt = find_quantities(
        "At least seven people were killed and dozens more were injured", LEXICON
    )
    assert (dead.matter, dead.noun_shown) == ("killed", "people")
    assert (hurt.matter, hurt.hedge) == ("injured", "vague")


@pytest.mark.parametrize(
    "text",
    [
        "Five of the 20 sailors were drunk",
        "Another 18 homes burned",
        "Among the dead were two sailors, including 3 cooks",
        "22 other defendants were fined",
        "Every 12 boats",
    ],
)
def test_part_of_a_whole_is_marked(text: str) -> None:
    assert any(quantity.part for quantity in find_quantities(text, LEXICON))


def test_others_beside_another_count_are_all_of_their_kind() -> None:
    _, hurt = find_quantities("The blast killed two and injured nine others", LEXICON)
    assert not hurt.part


def test_others_beside_those_in_hospital_are_not_all_of_the_injured() -> None:
    _, hurt = find_quantities(
        "Four people were taken to hospital while 20 others were slightly hurt", LEXICON
    )
    assert hurt.part


def test_age_belongs_to_the_one_before_it() -> None:
    found = only("Ana Ruiz, 54, from Skerra")
    assert (found.unit, found.noun_shown) == ("age", "Ruiz")


def test_conversion_in_brackets_is_no_second_figure() -> None:
    assert only("He fell 12 feet (3.7 metres) into the moat").shown == "12 feet"


def test_comma_behind_an_adjective_does_not_end_the_clause() -> None:
    assert "truck" in only("He drove the 25-ton, unmarked truck along the quay").near


def test_currency_of_a_country_is_money_of_one_kind() -> None:
    found = only("The firm paid 1 million Egyptian pounds in fines")
    assert found.shown == "1 million Egyptian pounds"


@pytest.mark.parametrize(
    ("words", "unit", "value", "shown"),
    [
        ("EUR 3 million", "money.euro", 3e6, "EUR 3 million"),
        ("GBP 3m", "money.pound", 3e6, "GBP 3 million"),
        ("3 million EUR", "money.euro", 3e6, "3 million EUR"),
        ("Rs 500 crore", "money.rupee", 5e9, "Rs 5 billion"),
        ("Rs. 500 crore", "money.rupee", 5e9, "Rs 5 billion"),
        ("₹500", "money.rupee", 500, "₹500"),
        ("A$3m", "money.dollar-of-australia", 3e6, "A$3 million"),
        ("NZ$20,000", "money.dollar-of-new-zealand", 20_000, "NZ$20,000"),
        ("US$20,000", "money.dollar", 20_000, "US$20,000"),
        ("¥3 trillion", "money.yen", 3e12, "¥3 trillion"),
        ("3 trillion yen", "money.yen", 3e12, "3 trillion yen"),
    ],
)
def test_currency_may_stand_before_the_number(
    words: str, unit: str, value: float, shown: str
) -> None:
    text = f"The dam cost {words} in the end"
    found = only(text)
    assert (found.unit, found.shown) == (unit, shown)
    assert (found.low, found.high) == (value, value)
    assert text[found.start : found.end] == words
    assert only(f"The dam cost at least {words}").shown == f"at least {shown}"


@pytest.mark.parametrize(
    "text", ["He scored for USA 3 times", "The Rs were 3 of the letters", "CEO 3 of 5 left"]
)
def test_name_before_a_number_is_no_currency(text: str) -> None:
    assert not any(found.unit for found in find_quantities(text, LEXICON))


def test_two_currencies_are_no_range() -> None:
    assert [found.shown for found in find_quantities("It cost £3bn or $4tn", LEXICON)] == [
        "£3 billion",
        "$4 trillion",
    ]
    assert only("It cost $3m to $5m").shown == "$3m to $5m"


def test_a_letter_before_a_dollar_sign_apart_from_it_is_none() -> None:
    assert only("It was a $3m deal").unit == "money.dollar"
    assert only("Plan A $3m dearer").unit == "money.dollar"


@pytest.mark.parametrize(
    ("one", "other", "clashes"),
    [
        ("About 100 people were hurt", "102 people were hurt", False),
        ("At least 12 people were killed", "15 people were killed", False),
        ("12 people were killed", "At least 15 people were killed", True),
        ("12 people were killed", "15 people were killed", True),
        ("Dozens were hurt", "30 were hurt", False),
        ("Up to 30 people were hurt", "25 people were hurt", False),
        ("300 people were hurt", "304 people were hurt", False),
        ("22 people were hurt", "23 people were hurt", True),
        ("62.4 percent agreed", "62 percent agreed", False),
        ("62 percent agreed", "26 percent agreed", True),
        ("He fell 12 feet", "He fell 3.7 metres", False),
        ("He fell 12 feet", "He fell 15 feet", True),
        ("The boy, 3, fell", "The boy, 4, fell", True),
        ("It cost 3 million euros", "It cost 3.5 million euros", True),
    ],
)
def test_figures_clash_when_no_number_fits_both(one: str, other: str, clashes: bool) -> None:
    left, right = only(one), only(other)
    assert is_same_slot(left, right, LEXICON)
    assert clash(left, right) is clashes
    assert clash(right, left) is clashes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Seven people were killed", "Seven people were injured"),
        ("Seven people were killed", "Three children were killed"),
        ("It cost 3 million euros", "It cost 3 million dollars"),
        ("It took 10 days", "It is 10 miles long"),
        ("Seven ships sank", "Seven cars sank"),
        ("The man, 34, fled", "The driver, 34, fled"),
    ],
)
def test_other_things_counted_are_no_one_slot(one: str, other: str) -> None:
    assert not is_same_slot(only(one), only(other), LEXICON)


@given(st.text(alphabet="abc 0123456789,.:-–()$%€½'\"\n", max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_quantities_inside_itself(text: str) -> None:
    last = 0
    for quantity in find_quantities(text, LEXICON):
        assert last <= quantity.start < quantity.end <= len(text)
        assert quantity.low <= quantity.high
        last = quantity.start


def test_text_without_marks_is_read_in_linear_time() -> None:
    text = "12 boats " * 20_000
    assert len(find_quantities(text, LEXICON)) == 20_000
