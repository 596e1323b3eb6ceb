"""One source against itself: figures and denials, and what is only another wording."""

from __future__ import annotations

from telling import compare_told, denied, said, tell

from attrib.records import Reversal

TWELVE = "The ferry crash at the northern pier injured 12 passengers"
TWENTY = "The ferry crash at the northern pier injured 20 passengers"


def reversals(day: str, *sayings: object) -> tuple[Reversal, ...]:
    told = [
        tell(outlet, date, saying)  # type: ignore[arg-type]
        for outlet, date, saying in zip(
            ("Courier", "Gazette"), ("2031-05-06", day), sayings, strict=True
        )
    ]
    return compare_told(*told).reversals


def test_two_figures_of_one_source_are_shown() -> None:
    (found,) = reversals("2031-05-06", said("Moss Line", TWELVE), said("Moss Line", TWENTY))
    assert found.reason.startswith("figures differ: 12")
    assert len(set(found.claims)) == 2


def test_a_later_day_is_told() -> None:
    (found,) = reversals("2031-05-07", said("Moss Line", TWELVE), said("Moss Line", TWENTY))
    assert found.reason.endswith("said on different days")


def test_what_is_denied_and_stated_is_shown() -> None:
    (found,) = reversals("2031-05-06", said("Moss Line", TWELVE), denied("Moss Line", TWELVE))
    assert "denied" in found.reason


def test_no_reversal_of_two_sources_of_the_same_words_or_weeks_apart() -> None:
    assert not reversals("2031-05-06", said("Moss Line", TWELVE), said("Pilot Guild", TWENTY))
    assert not reversals("2031-05-06", said("Moss Line", TWELVE), said("Moss Line", TWELVE))
    assert not reversals("2031-06-06", said("Moss Line", TWELVE), said("Moss Line", TWENTY))
