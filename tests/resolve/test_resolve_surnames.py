"""A surname alone in one article is the one person of that name in articles on the same people."""

from __future__ import annotations

from itertools import permutations

import pytest
from staging import RULEBOOK, source_at, staged

from attrib.records import Resolution, Source
from attrib.resolve import resolve

FULL = (
    "[source Bo Lind, the mayor,] [cue said] [content the mill burned]. Mr. Lind wept. "
    "Ana Rao wept. The Larne Harbour Board paid."
)
LONE = (
    "[source Mr. Lind] [cue said] [content it was arson]. Ana Rao and the Larne Harbour Board left."
)


def read(*texts: str) -> Resolution:
    return resolve([staged(text, name=f"a{number}") for number, text in enumerate(texts)], RULEBOOK)


def speaker(resolution: Resolution, article: int) -> Source:
    found = source_at(resolution, 0, f"a{article}")
    assert found is not None
    return found


def test_surname_alone_is_the_person_whom_another_article_names_in_full() -> None:
    resolution = read(FULL, LONE)
    assert speaker(resolution, 0) == speaker(resolution, 1)
    assert speaker(resolution, 1).name == "Bo Lind"
    assert speaker(resolution, 1).articles == ("a0", "a1")


def test_the_full_name_need_be_no_source() -> None:
    plain = "Bo Lind, the mayor, wept. Mr. Lind left. Ana Rao saw the Larne Harbour Board."
    resolution = read(f"{plain} [source Eva Moss] [cue said] [content so].", LONE)
    assert speaker(resolution, 1).name == "Bo Lind"
    assert speaker(resolution, 1).articles == ("a1",)


def test_order_of_articles_changes_nothing() -> None:
    staging = [staged(text, name=f"a{n}") for n, text in enumerate((FULL, LONE, LONE))]
    first, *others = (resolve(order, RULEBOOK) for order in permutations(staging))
    assert all(other == first for other in others)


@pytest.mark.parametrize(
    ("full", "lone"),
    [
        (FULL, "[source Mr. Lind] [cue said] [content it was arson]. Nobody else came."),
        (FULL, LONE.replace("Mr. Lind", "Ms. Lind")),
        (FULL + " Eva Lind, a nurse, wept. Ms. Lind left.", LONE),
        (FULL, LONE.replace("Mr. Lind", "Mr. Lund")),
        (FULL, LONE + " Eva Lind, a nurse, wept."),
        (FULL, LONE.replace("Mr. Lind", "Judge Lind")),
    ],
)
def test_a_surname_that_may_be_another_s_stays_by_itself(full: str, lone: str) -> None:
    resolution = read(full, lone)
    assert speaker(resolution, 0) != speaker(resolution, 1)
