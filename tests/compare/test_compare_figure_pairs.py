"""Figures of two texts on one matter: which answers which, and how the two relate."""

from __future__ import annotations

import pytest
from telling import LEXICON, embed_words

from attrib.compare.figure_pairs import FigurePair, pair_figures, worst_pair
from attrib.compare.quantities import find_quantities
from attrib.compare.quantity import Quantity
from attrib.compare.statements import state


def likeness(one: Quantity, other: Quantity) -> float:
    vectors = embed_words([one.clause, other.clause])
    return float(vectors[0] @ vectors[1])


def pairs(one: str, other: str, days: int | None = None) -> tuple[FigurePair, ...]:
    return pair_figures(state(one, LEXICON), state(other, LEXICON), likeness, LEXICON, days)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Twelve people were killed", "The blast killed 12 people", "same"),
        ("The lorry did 30 mph", "The lorry did 48 kph", "same"),
        ("A quarter of the mills closed", "Of the mills, 25 percent closed", "same"),
        ("Doctors gave her a 5 percent chance", "Doctors gave her a chance of one in 20", "same"),
        ("The march drew about 100 people", "The march drew 102 people", "approximate"),
        ("At least 12 people were killed", "The blast killed 15 people", "approximate"),
        ("Twelve people were killed", "The blast killed 15 people", "differ"),
        ("North Korea fired 3 rockets", "South Korea told of 5 rockets from the North", "differ"),
        ("Nobody was hurt", "Three people were hurt", "differ"),
        ("The driver, a man aged 42, was held", "Police held the 47-year-old driver", "differ"),
        ("The train left at 8 a.m.", "The train left at 10 a.m.", "differ"),
        ("A girl of three was hurt", "The girl is 6 years old", "differ"),
        ("The driver, Bo Lind, is 41", "Bo Lind, 43, drove the van", "differ"),
        ("Three rockets were fired", "Just a single rocket was fired", "differ"),
        ("Prices are a quarter higher", "Prices are 14 percent higher", "differ"),
        ("A 3 percent chance of rain", "A 20 percent chance of rain", "differ"),
        ("The road is to stay shut 3 months", "The road would stay shut 6 months", "differ"),
        ("21 of the kidnapped girls were freed", "18 of the abducted girls were freed", "differ"),
        ("The line cost £1.3 billion", "The line cost £1.3 million", "differ"),
        ("All 35 of the ship's crew got off", "24 crew got off the ship", "differ"),
        ("It passed by seven votes to two", "It passed 6-3", "differ"),
        ("Rovers won 3-2", "Rovers won 3-1", "differ"),
        ("The tower has 58 floors", "Smoke could be seen from the 52-storey tower", "differ"),
        ("The hall will open on 3 May", "The hall will now open on May 17", "update"),
        ("Last year saw 18 ships sail", "18 ships sailed in all", "same"),
        ("The ferry sailed five minutes past midnight", "It sailed at 12:05am", "same"),
        (
            "The toddler fell from the ninth floor",
            "The boy fell from a seventh-floor window",
            "differ",
        ),
        ("Tull came home third in the sculls", "Silver in the sculls went to Tull", "differ"),
        ("Two in five dockers agreed", "A majority of dockers agreed", "differ"),
        ("It fell to -13C at Skarn", "Skarn had a low of minus 31 degrees Celsius", "differ"),
        ("The bridge will open in late March", "The bridge will open on 2 April", "differ"),
        ("The bridge opens in late March", "The bridge opens on 27 March", "approximate"),
        ("Police towed 26 tractors away", "A couple of dozen tractors were towed", "approximate"),
        (
            "He has been refusing food for ten days",
            "He is three weeks into refusing food",
            "update",
        ),
        ("Arle handed over 1,700 papers", "Arle passed on 17,000 papers", "differ"),
        ("Deaths fell by 35 percent", "Deaths fell by only a fifth", "differ"),
        ("The storm lasted 85 minutes", "The storm lasted an hour and 25 minutes", "same"),
        ("Ana Ruiz won 52.4 percent", "The count gave Ana Ruiz 48.9 percent", "differ"),
        ("The council voted 11 to 4", "The council passed it by nine votes to six", "differ"),
        ("The town had 41.3C", "The town had 43.6 degrees Celsius", "differ"),
        ("The toll stood at 15 killed on Friday", "Twelve were killed by Monday", "update"),
        ("The 12th day of her strike passed", "It is the 19th day of her strike", "update"),
        ("Twelve people were killed", "The toll has risen to 15 killed", "update"),
    ],
)
def test_kind_of_two_figures(one: str, other: str, kind: str) -> None:
    found = worst_pair(pairs(one, other))
    assert found is not None
    assert found.kind == kind
    turned = worst_pair(pairs(other, one))
    assert turned is not None
    assert turned.kind == kind


def test_a_count_of_a_later_day_is_an_update() -> None:
    found = worst_pair(pairs("Twelve people were killed", "The blast killed 15 people", days=2))
    assert found is not None
    assert found.kind == "update"


def test_what_does_not_grow_is_no_update() -> None:
    one, other = "The tunnel is 7 kilometres long", "The tunnel is 9 kilometres long"
    found = worst_pair(pairs(one, other, days=2))
    assert found is not None
    assert found.kind == "differ"


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        # A toll does not fall, and what is counted once does not move.
        ("Fifteen people were killed", "The blast killed 12 people", "differ"),
        ("The ferry carried 112 passengers", "The ferry carried 86 passengers", "differ"),
        ("Net profit was 187 million euros", "Net profit was 220 million euros", "differ"),
        ("Two-thirds of voters oppose it", "45 percent of voters oppose it", "differ"),
        ("It lies 90 metres deep", "It lies at a depth of 140 metres", "differ"),
        ("Forty miners are missing", "Nine miners are missing", "update"),
        ("The repair cost 3 million dollars", "The repair cost 5 million dollars", "update"),
        ("3,000 villagers have fled the war", "11,000 villagers have fled the war", "update"),
        ("The petition has 300 signatures", "The petition has 400 signatures", "update"),
    ],
)
def test_what_is_counted_two_days_later(one: str, other: str, kind: str) -> None:
    found = worst_pair(pairs(one, other, days=2))
    assert found is not None
    assert found.kind == kind
    turned = worst_pair(pairs(other, one, days=-2))
    assert turned is not None
    assert turned.kind == kind


def test_one_month_that_both_name_is_one_time() -> None:
    one = "The rate was 5.4 percent in March, down from 5.6 the month before"
    found = worst_pair(pairs(one, "The rate fell to 4.9 percent in March", days=1))
    assert found is not None
    assert found.kind == "differ"


def test_counts_of_the_one_day_that_both_name_are_at_odds() -> None:
    one, other = "Four men were charged on Friday", "The five men were charged on Friday"
    found = worst_pair(pairs(one, other, days=1))
    assert found is not None
    assert found.kind == "differ"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The boat had 129 people aboard", "The boat had 103 passengers aboard"),
        ("Nine villages in the north are cut off", "16 villages in the south are cut off"),
        ("The airline offered 3 percent", "The unions want 8 percent"),
        ("The judge gave him five years", "The prosecutor asked for twelve years"),
        ("She scored 29 points", "She averages 17 points"),
        ("The bill was 62,000 dollars", "A first instalment of 6,200 dollars is due"),
        ("On Monday the index fell 2.1 percent", "On Tuesday the index rose 1.4 percent"),
        ("The boat had 129 people aboard", "The boat's crew numbered 26"),
        ("He fell 40 metres down the well", "They dug a hole 100 metres across"),
        ("The tram did 44 mph", "The limit for the tram is 12 mph"),
        ("The ferry has seats for 164", "The ferry carried 146 people"),
        ("A woman of 76 was hurt", "The driver, a 67-year-old man, was hurt"),
        ("A 57-year-old driver was the victim", "A 22-year-old student was charged"),
        ("The night's low was 7 degrees Celsius", "The day's high was 21 degrees Celsius"),
        ("Gusts of 117 mph hit the coast", "Sustained winds of 85 mph hit the coast"),
        ("The film cost $140 million", "The film grossed $61 million"),
        ("Turnout was 31 percent in the harbour", "Turnout was 54 percent nationwide"),
        ("The jobless rate was 6 percent for men", "The jobless rate was 9 percent for women"),
        ("The ferry left Larne at 8 a.m.", "The ferry docked in Ostrow at 10 a.m."),
        ("Four were still in hospital on Tuesday", "Three were in hospital on Thursday"),
        ("Last year 44 boats sailed", "This year 39 boats sailed"),
        ("In neighbouring Larne 11 people died", "In Ostrow 16 people died"),
        ("Last week's quake killed 38 people", "The quake of 2009 killed 83 people"),
        ("28 inches of snow fell that day alone", "51 inches of snow fell"),
        ("Five people were there", "5,000 people were there"),
        ("Carlo Venn, 54, made the film", "The actress, who is 47, left Carlo Venn's film"),
        ("Twelve people were killed", "Fifteen people were injured"),
        ("The fine is 3 million euros", "The fine is 20 kg of gold"),
        ("Two of the 20 boats sank", "Twenty boats sailed"),
        ("It cost $1.5 billion", "It cost $28,156"),
    ],
)
def test_figures_for_two_things_are_no_pair_at_odds(one: str, other: str) -> None:
    found = worst_pair(pairs(one, other))
    assert found is None or found.kind != "differ"


def test_each_figure_is_in_one_pair_at_most() -> None:
    one = "Two were killed and 31 injured at 6 a.m."
    found = pairs(one, "Three were killed and 31 injured at 6 a.m. on Monday")
    assert len({pair.one.start for pair in found}) == len(found)
    assert sorted(pair.kind for pair in found) == ["differ", "same", "same"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("No arrests were made", "none"),
        ("A quarter of the coins", "A quarter of"),
        ("It lasted half an hour", "half an hour"),
        ("They met a seven-year-old boy", "seven-year-old"),
        ("He got a five-year sentence", "five-year"),
    ],
)
def test_numbers_in_words_of_another_kind_are_shown_as_written(text: str, shown: str) -> None:
    (quantity,) = find_quantities(text, LEXICON)
    assert quantity.shown == shown


@pytest.mark.parametrize("text", ["No reason was given", "Nobody knows why", "Nothing fell"])
def test_nothing_is_counted_where_nothing_happened_to_anybody(text: str) -> None:
    assert find_quantities(text, LEXICON) == ()


@pytest.mark.parametrize(
    "text",
    [
        "A mother of three was hurt",
        "A man of 10 faces spoke",
        "The toll, they say, is 41",
        "The population of Larne is 41",
        "He is a single father",
    ],
)
def test_what_is_no_age_is_none(text: str) -> None:
    assert all(quantity.unit != "age" for quantity in find_quantities(text, LEXICON))


def test_a_single_parent_is_not_counted() -> None:
    assert find_quantities("She is a single mother", LEXICON) == ()
