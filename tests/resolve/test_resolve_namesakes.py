"""Two of one surname: whom the surname alone means, and when that is open."""

from __future__ import annotations

from staging import names_at, resolved


def test_a_surname_is_the_one_named_in_full_again_and_again() -> None:
    resolution = resolved(
        "Bo Ashby opened the dam. Jane Ashby, his sister, came along. Bo Ashby left at noon and "
        "was seen at the harbour, at the mill and on the long road to the coast, where a crowd "
        "had gathered, most of them workers of the yard, to hear what the plan was for, who would "
        "pay, and when the first ship could pass the gate on its way out to the open sea again. "
        "The mayor was away and nobody else would take a question from the crowd that afternoon. "
        "[source Ashby] [cue said] [content it holds]."
    )
    assert names_at(resolution) == ["Bo Ashby"]


def test_right_behind_a_namesake_in_full_the_surname_is_open() -> None:
    resolution = resolved(
        "Bo Ashby opened the dam. Bo Ashby left. Then Jane Ashby came. "
        "[source Ashby] [cue said] [content it holds]."
    )
    assert names_at(resolution) == [None]


def test_a_courtesy_title_tells_namesakes_apart() -> None:
    resolution = resolved(
        "Mr. Bo Ashby and Mrs. Jane Ashby met. [source Mrs. Ashby] [cue said] [content it holds]."
    )
    assert names_at(resolution) == ["Jane Ashby"]


def test_nobody_is_described_by_his_own_name() -> None:
    resolution = resolved(
        "Bo Ashby and Jane Ashby met. "
        "[source Ashby, the daughter of Bo Ashby,] [cue said] [content it holds]."
    )
    assert names_at(resolution) == ["Jane Ashby"]


def test_doubled_letters_are_two_spellings_of_one_name() -> None:
    resolution = resolved(
        "[source Phillip Moss] [cue said] [content it holds]. Philip Moss left. "
        "[source2 Moss] [cue2 added] [content2 so]."
    )
    assert len(set(names_at(resolution))) == 1
    assert None not in names_at(resolution)


def test_a_surname_that_is_a_noun_is_a_name_where_somebody_bears_it() -> None:
    for name in ("Singer", "Waters", "Black"):
        resolution = resolved(
            f"Mark {name} wrote a book. [source {name}] [cue said] [content it sold]."
        )
        assert names_at(resolution) == [f"Mark {name}"]
    plain = resolved("[source Voters] [cue said] [content no].")
    assert names_at(plain) == ["voters"]


def test_a_capital_that_tells_only_of_the_sentence_start_is_no_name() -> None:
    resolution = resolved("[source Motorists] [cue said] [content the road is shut].")
    assert resolution.sources[0].source_class == "COL"


def test_a_place_is_a_person_where_who_follows() -> None:
    resolution = resolved("[source Paris, who left in May,] [cue said] [content it is over].")
    assert names_at(resolution) == ["Paris"]
