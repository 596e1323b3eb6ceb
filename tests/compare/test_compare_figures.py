"""Figure contests: voices that give different numbers for one thing, and all the look-alikes."""

from __future__ import annotations

import pytest
from telling import Told, body, contests_of, own, person, said, tell, values

CRASH = "people were injured in the ferry crash at Port Ellary"


def figures(*told: Told, **known: object) -> list[list[str]]:
    return [
        values(contest)
        for contest in contests_of(*told, **known)  # type: ignore[arg-type]
        if contest.kind == "figure"
    ]


def two(
    one: str, other: str, first: str | None = "2025-10-14", second: str | None = "2025-10-14"
) -> tuple[Told, Told]:
    return (
        tell("Courier", first, said("Health Board", one)),
        tell("Ledger", second, said("Coast Guard", other)),
    )


def test_two_voices_with_two_numbers_contest() -> None:
    (contest,) = contests_of(*two(f"31 {CRASH}", f"47 {CRASH}"))
    assert contest.kind == "figure"
    assert contest.label == "Number of people injured"
    assert contest.reason == "figures differ: 31 / 47 injured"
    assert [(side.value, side.outlets) for side in contest.sides] == [
        ("31", ("Courier",)),
        ("47", ("Ledger",)),
    ]
    assert 0 < contest.score <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"About 100 {CRASH}", f"102 {CRASH}"),
        (f"At least 12 {CRASH}", f"15 {CRASH}"),
        (f"Seven {CRASH}", f"7 {CRASH}"),
        (f"A dozen {CRASH}", f"12 {CRASH}"),
        (f"Dozens of {CRASH}", f"47 {CRASH}"),
        (f"31 {CRASH}", "31 people were killed in the ferry crash at Port Ellary"),
        (f"31 {CRASH}", "3 children were injured in the ferry crash at Port Ellary"),
        (f"31 {CRASH}", "47 people were injured in the ferry crash at Port Ellary in 1998"),
        (f"31 {CRASH}", f"Another 5 {CRASH}, which could rise to 47"),
        (f"31 {CRASH}", f"Up to 47 {CRASH}"),
        (f"31 {CRASH}", "47 people might have been injured in the ferry crash at Port Ellary"),
    ],
)
def test_look_alikes_are_no_contest(one: str, other: str) -> None:
    assert figures(*two(one, other)) == []


def test_number_and_open_number_that_exclude_each_other_contest() -> None:
    assert figures(*two(f"12 {CRASH}", f"At least 15 {CRASH}")) == [["12", "at least 15"]]


def test_small_tolls_are_counted_and_not_rounded() -> None:
    assert figures(*two(f"77 {CRASH}", f"80 {CRASH}")) == [["77", "80"]]
    assert figures(*two(f"77 {CRASH}", f"About 80 {CRASH}")) == []
    assert figures(*two(f"304 {CRASH}", f"300 {CRASH}")) == []


def test_later_higher_toll_is_an_update() -> None:
    told = two(f"31 {CRASH}", f"47 {CRASH}", "2025-10-14", "2025-10-15")
    assert figures(*told) == []


def test_later_lower_toll_is_no_update() -> None:
    told = two(f"47 {CRASH}", f"31 {CRASH}", "2025-10-14", "2025-10-15")
    assert figures(*told) == [["31", "47"]]


def test_toll_that_rose_within_the_day_is_an_update() -> None:
    told = two(
        f"31 {CRASH}", "The number of people injured in the ferry crash at Port Ellary rose to 47"
    )
    assert figures(*told) == []


def test_undated_articles_contest() -> None:
    assert figures(*two(f"31 {CRASH}", f"47 {CRASH}", None, None)) == [["31", "47"]]


def test_one_source_never_contests_itself() -> None:
    one = tell("Courier", "2025-10-14", said("Health Board", f"31 {CRASH}"))
    other = tell("Ledger", "2025-10-14", said("Health Board", f"47 {CRASH}"))
    assert figures(one, other) == []


def test_spokesman_and_his_ministry_are_one_voice() -> None:
    one = tell("Courier", "2025-10-14", said("Health Ministry", f"31 {CRASH}"))
    other = tell("Ledger", "2025-10-14", said("Ola Berg", f"47 {CRASH}"))
    spokesman = person("Ola Berg", speaks_for="Health Ministry", as_="NSP")
    assert figures(one, other, spokesman=spokesman) == []
    assert figures(one, other) == [["31", "47"]]


def test_member_and_joint_source_are_one_voice() -> None:
    one = tell("Courier", "2025-10-14", said("Dockers", f"31 {CRASH}"))
    other = tell("Ledger", "2025-10-14", said("joint statement", f"47 {CRASH}"))
    assert figures(one, other, joint=body("joint statement", "Dockers", "Sailors")) == []


def test_outlets_contest_in_their_own_voice() -> None:
    one = tell("Courier", "2025-10-14", own(f"31 {CRASH}"))
    other = tell("Ledger", "2025-10-14", own(f"47 {CRASH}"))
    (contest,) = contests_of(one, other)
    assert [(side.sources, side.outlets) for side in contest.sides] == [
        ((), ("Courier",)),
        ((), ("Ledger",)),
    ]


def test_article_without_an_outlet_is_shown_by_its_file() -> None:
    one = tell(None, "2025-10-14", own(f"31 {CRASH}"))
    other = tell("Ledger", "2025-10-14", own(f"47 {CRASH}"))
    (contest,) = contests_of(one, other)
    assert contest.sides[0].outlets == (one.article.path,)


def test_outlet_never_contests_itself() -> None:
    one = tell("Courier", "2025-10-14", own(f"31 {CRASH}"))
    other = tell("Courier", "2025-10-14", own(f"47 {CRASH}"), own("Rain fell"))
    assert figures(one, other) == []


def test_writer_and_his_own_source_do_not_contest_in_one_article() -> None:
    told = tell("Courier", "2025-10-14", own(f"31 {CRASH}"), said("Coast Guard", f"47 {CRASH}"))
    assert figures(told) == []


def test_two_sources_contest_in_one_article() -> None:
    told = tell(
        "Courier",
        "2025-10-14",
        said("Health Board", f"31 {CRASH}"),
        said("Coast Guard", f"47 {CRASH}"),
    )
    assert figures(told) == [["31", "47"]]


def test_article_that_gives_both_numbers_tells_two_things_apart() -> None:
    one = tell("Courier", "2025-10-14", own("Five people were trapped in the wrecked ferry"))
    other = tell(
        "Ledger",
        "2025-10-14",
        own("Two people are still trapped in the wrecked ferry"),
        own("Five people were trapped in the wrecked ferry at first"),
    )
    assert figures(one, other) == []


def test_relay_of_one_origin_by_two_outlets_is_one_voice() -> None:
    line = f"31 {CRASH}"
    (contest,) = contests_of(
        tell("Courier", "2025-10-14", said("salvage official", line, through="Norwire")),
        tell("Post", "2025-10-14", said("salvage official", line, through="Norwire")),
        tell("Ledger", "2025-10-14", said("Coast Guard", f"47 {CRASH}")),
    )
    first, second = contest.sides
    assert (first.voices, first.outlets, first.note) == (
        1,
        ("Courier", "Post"),
        "2 outlets, 1 source",
    )
    assert (second.voices, second.note) == (1, "")


def test_third_voice_with_a_third_number_is_a_third_side() -> None:
    told = (
        *two(f"31 {CRASH}", f"47 {CRASH}"),
        tell("Post", "2025-10-14", said("Harbour Authority", f"52 {CRASH}")),
    )
    assert figures(*told) == [["31", "47", "52"]]


def test_sports_figures_of_two_players_are_no_contest() -> None:
    one = tell("Courier", "2025-10-14", own("In the final Ana Ruiz scored 24 points for Skerra"))
    other = tell("Ledger", "2025-10-14", own("In the final Mia Holt scored 31 points for Skerra"))
    assert figures(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (
            "a 25-ton truck hit the ferry terminal at Port Ellary",
            "the driver of the 19-ton truck hit the ferry terminal at Port Ellary",
            ["19-ton", "25-ton"],
        ),
        (
            "the ferry struck the breakwater at 6.04am in thick fog",
            "the ferry struck the breakwater at 6.10am in thick fog",
            ["6.04am", "6.10am"],
        ),
    ],
)
def test_measures_of_one_thing_and_times_contest(one: str, other: str, sides: list[str]) -> None:
    assert figures(*two(one, other)) == [sides]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Rounded, converted, of two things, of another zone, on another matter.
        ("a 25-ton truck hit the terminal", "a 24.9-tonne truck hit the terminal"),
        ("a 25-ton truck hit the terminal", "a 19-ton crane hit the terminal"),
        ("a 4-year-old boy fell into the dock", "a 6-year-old girl fell into the dock"),
        ("the ferry struck it at about 6am in fog", "the ferry struck it at 6.10am in fog"),
        ("the ferry struck it at 6am GMT in fog", "the ferry struck it at 8am CEST in fog"),
        ("the ferry struck the pier at 6.04am", "the bakery opened its doors at 7.30am"),
    ],
)
def test_look_alikes_of_measures_and_times(one: str, other: str) -> None:
    assert figures(*two(one, other)) == []


def test_a_kind_of_thing_that_one_article_measures_twice_is_no_one_thing() -> None:
    one = tell(
        "Courier", "2025-10-14",
        said("Health Board", "a 25-ton truck hit the terminal"),
        said("Health Board", "a 12-ton truck hit the fence"),
    )  # fmt: skip
    other = tell("Ledger", "2025-10-14", said("Coast Guard", "a 19-ton truck hit the terminal"))
    assert figures(one, other) == []


def test_a_measured_thing_gives_the_label_its_name() -> None:
    told = two("a 25-ton truck hit the terminal", "a 19-ton delivery truck hit the terminal")
    (contest,) = contests_of(*told)
    assert contest.label == "Weight of truck"


def test_a_name_behind_a_title_is_one_at_the_start_too() -> None:
    one = "Mr. Moss raised $11.9 million for the harbour in February"
    assert figures(*two(one, "In February he raised $5.7 million for the harbour")) == []
    assert figures(*two(one, "Mr. Moss raised $5.7 million for the harbour in February")) != []
