"""A rule's message with the words of a draft in its places."""

from __future__ import annotations

import pytest

from attrib.check.diagnostics import say


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("the baths", 'nobody says: "the baths"'),
        ("“We ask,” she said", 'nobody says: "‘We ask,’ she said"'),
        ('"We ask," she said', "nobody says: \"'We ask,' she said\""),
        ('the "surge" in letters', "nobody says: \"the 'surge' in letters\""),
        ("“We ask.”", 'nobody says: "We ask."'),
        ('"We ask."', 'nobody says: "We ask."'),
        ("“We ask,” she said. “We wait.”", 'nobody says: "‘We ask,’ she said. ‘We wait.’"'),
        ('"We ask ...', 'nobody says: "\'We ask ..."'),
        ('"', 'nobody says: "\'"'),
        ("", 'nobody says: ""'),
        ("the mayor’s", 'nobody says: "the mayor’s"'),
    ],
)
def test_marks_within_quoted_words_become_single(words: str, said: str) -> None:
    assert say('nobody says: "{words}"', {"words": words}) == said


def test_a_place_outside_quotation_marks_keeps_its_value() -> None:
    assert say("{source}: said so", {"source": 'the "Gazette"'}) == 'the "Gazette": said so'


def test_a_place_without_a_value_stays() -> None:
    assert say('"{words}" by {name}', {}) == '"{words}" by {name}'


def test_a_value_is_not_read_for_places() -> None:
    values = {"words": "{name}", "name": "Ito"}
    assert say('"{words}" by {name}', values) == '"{name}" by Ito'
