"""Who says the same: independent voices in words of their own, and nobody else."""

from __future__ import annotations

import pytest
from telling import Told, compare_told, quoted, said, tell

from attrib.records import Agreement

HERS = "The harbour ferry struck the northern pier shortly after dawn"
HIS = "Shortly after dawn the old blue ferry struck the northern pier of the harbour, hard"


def agreements(*told: Told) -> tuple[Agreement, ...]:
    return compare_told(*told).agreements


def others(*told: Told) -> set[str]:
    return {name for item in agreements(*told) for name in item.others}


def test_two_in_words_of_their_own_agree() -> None:
    one = tell("Courier", "2031-05-06", said("Moss Line", HERS))
    other = tell("Gazette", "2031-05-06", said("Pilot Guild", HIS))
    assert others(one, other) == {"Moss Line (Courier)", "Pilot Guild (Gazette)"}
    assert agreements(one, other) == agreements(other, one)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (said("Moss Line", HERS), said("Moss Line", HIS)),  # one source
        (said("Moss Line", HERS), said("Pilot Guild", HERS)),  # the same words
        (said("Moss Line", HERS), quoted("Pilot Guild", HIS)),  # quoted words
        (said("Moss Line", HERS), said("Moss Union", HIS)),  # names alike
        (said("Moss Line", HERS), said("Pilot Guild", f"{HIS}, killing 12")),  # a figure more
        (
            said("Moss Line", HERS),
            said("Pilot Guild", "The northern pier is old"),
        ),  # another matter
        (said("Moss Line", HERS), said("Pilot Guild", HIS, through="Moss Line")),  # relayed
    ],
)
def test_no_second_source(mine: object, theirs: object) -> None:
    one = tell("Courier", "2031-05-06", mine)  # type: ignore[arg-type]
    other = tell("Gazette", "2031-05-06", theirs)  # type: ignore[arg-type]
    assert agreements(one, other) == ()
