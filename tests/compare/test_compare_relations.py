"""`relate`: two bare texts, with the encoder that ships."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import RULEBOOK, embed_words

from attrib.compare import load_embedder, relate
from attrib.compare.pairs import LIMIT, Reading, load_pair_model
from attrib.records import Relation


def relation(one: str, other: str) -> Relation:
    (found,) = relate([(one, other)], RULEBOOK, load_embedder())
    return found


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("12 people died.", "20 people died.", "contradiction"),
        ("The bridge cost 3 million euros", "The bridge cost 5 million euros", "contradiction"),
        ("The dam burst on Monday", "The dam did not burst", "contradiction"),
        ("The fire began in the kitchen", "The fire began in the garage", "contradiction"),
        ("Photo shows the flooded square", "No, that flood photo is a hoax", "contradiction"),
        ("Only one man fired", "Two masked men came in shooting, an usher said", "contradiction"),
        ("Ilva Moss to lead the dig at Arle", "Ilva Moss pulls out of Arle dig", "contradiction"),
        ("Nun gives birth on ferry", "Nun who had no idea gives birth on ferry", "same"),
        ("About 100 people were hurt", "102 people were hurt", "same"),
        ("At least 12 people died", "15 people died", "same"),
        ("The mayor resigned on Friday", "On Friday the mayor stepped down", "same"),
        ("He won the election", "He won the election", "same"),
        ("Fog sank the ferry", "The captain of the ferry was tired", "competing"),
        ("A man was killed", "Bananas are yellow", "unrelated"),
        ("Two men were killed", "Three bananas are yellow", "unrelated"),
    ],
)
def test_relation_of_two_texts(one: str, other: str, kind: str) -> None:
    found = relation(one, other)
    assert found.kind == kind, found
    assert found.reason


def test_reason_names_the_figures() -> None:
    assert relation("12 people died.", "20 people died.").reason == "figures differ: 12 / 20"


def test_identical_texts_are_the_same_and_no_contradiction() -> None:
    found = relation("The dam burst", "The dam burst")
    assert found.same > 0.8
    assert found.contradiction < 0.2


def test_no_pairs_need_no_model() -> None:
    def refuse(_: object) -> object:
        raise AssertionError("nothing was to be embedded")

    assert relate([], RULEBOOK, refuse) == ()  # type: ignore[arg-type]


@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=60)), max_size=5))
@settings(max_examples=100, deadline=None)
def test_any_two_texts_relate_alike_in_both_orders(pairs: list[tuple[str, str]]) -> None:
    found = relate(pairs, RULEBOOK, embed_words)
    assert found == relate([(other, one) for one, other in pairs], RULEBOOK, embed_words)
    for item in found:
        assert 0 <= item.same <= 1
        assert 0 <= item.contradiction <= 1
        assert item.same + item.contradiction <= 1.001


HARBOUR = (
    "The ferry Nordlys struck the northern breakwater at Skerra early on Tuesday in dense fog, and "
    "the harbour board sent every boat that it had to the wreck within the hour. Divers searched "
    "the hull through the morning while relatives waited in the old customs house, and the mayor "
    "said that the port would remain closed until the wreck had been made safe."
)
NOT_READ = "an end was not read"


@pytest.mark.parametrize("times", [1, 3])
def test_what_differs_behind_a_long_part_of_both_is_read(times: int) -> None:
    shared = " ".join([HARBOUR] * times)
    found = relation(f"{shared} 12 people died.", f"{shared} 90 people died.")
    assert found.kind == "contradiction"
    assert NOT_READ not in found.reason
    one, other = "A man is slicing an onion.", "An onion is being sliced by a man."
    assert relation(f"{shared} {one}", f"{other} {shared}").kind == "same"
    assert relation(f"12 people died. {shared}", f"{shared} 12 people died.").kind == "same"


def test_an_end_that_was_not_read_is_told() -> None:
    endless = HARBOUR.replace(". ", ", and ").removesuffix(".")
    longer = [relation(f"{endless}, and {n} people died", f"{endless} today") for n in (12, 90)]
    one_has_more = relation(HARBOUR, f"{HARBOUR} 12 people died.")
    for found in (*longer, one_has_more):
        assert found.reason.endswith(NOT_READ)
        assert "no clash found" not in found.reason
        assert str(LIMIT) in found.reason


def test_short_texts_are_compared_as_they_are() -> None:
    """Sentences of both are left out only where the model could not read them."""
    one, other = "It was dark. The ferry sank.", "It was dark. The ferry did not sink."
    seen: list[tuple[str, str]] = []

    def read(pairs: Sequence[tuple[str, str]]) -> tuple[Reading, ...]:
        seen.extend(pairs)
        return load_pair_model().read(pairs)

    (found,) = relate([(one, other)], RULEBOOK, load_embedder(), read)
    assert seen == [(other, one)]
    assert NOT_READ not in found.reason


def read_as(figures: float) -> Relation:
    """Two ways of telling one loss, of which the model says that figures may be at odds."""

    def read(pairs: Sequence[tuple[str, str]]) -> tuple[Reading, ...]:
        return tuple(Reading(0.1, 0.1, 0.2, 0.1, figures) for _ in pairs)

    one = "The ferry went down with 40 crew on the way to Arle"
    other = "The ferry had 31 sailors aboard on its way to Arle"
    (found,) = relate([(one, other)], RULEBOOK, load_embedder(), read)
    return found


def test_what_the_model_says_of_figures_counts_beside_the_rules() -> None:
    assert read_as(0.95).contradiction > 0.5 > read_as(0.05).contradiction


def test_it_counts_for_nothing_where_one_text_has_none() -> None:
    def contradiction(figures: float) -> float:
        def read(pairs: Sequence[tuple[str, str]]) -> tuple[Reading, ...]:
            return tuple(Reading(0.1, 0.1, 0.2, 0.2, figures) for _ in pairs)

        pair = ("The ferry sank with 40 crew", "The ferry sank on the way to Arle")
        (found,) = relate([pair], RULEBOOK, load_embedder(), read)
        return found.contradiction

    assert contradiction(0.95) == contradiction(0.05) < 0.5


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("No fewer than 12 goats died in the barn", "15 goats died in the barn", "same"),
        ("At least 12 goats died in the barn", "9 goats died in the barn", "contradiction"),
        ("At least 12 goats died in the barn", "At no time had 15 goats died there", "competing"),
    ],
)
def test_words_that_both_have_leave_it_to_the_figures(one: str, other: str, kind: str) -> None:
    assert relation(one, other).kind == kind
