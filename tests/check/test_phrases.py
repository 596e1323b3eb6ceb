"""The phrases of options: what each sign stands for, and how long a search takes."""

from __future__ import annotations

import time

import pytest

from attrib.check.wording import compile_phrases, find_spans, touches
from attrib.records import Span
from attrib.rulebook import load_rulebook

RULEBOOK = load_rulebook()


def found(phrase: str, text: str, **lists: tuple[str, ...]) -> list[str]:
    pattern = compile_phrases((phrase,), RULEBOOK, **lists)
    return [span.of(text) for span in find_spans(pattern, text)]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("a poll|survey", "A survey and a poll.", ["A survey", "a poll"]),
        ("a new? poll", "a new poll, a poll, an old poll", ["a new poll", "a poll"]),
        ("new? poll says", "The poll says and a new poll says.", ["poll says", "new poll says"]),
        ("falsif*", "He falsifies; a falsification.", ["falsifies", "falsification"]),
        ("steal+ boats", "He stole boats, steals boats, stealing boats.",
         ["stole boats", "steals boats", "stealing boats"]),
        ("she {be} charged", "She was charged, she's charged, she is also charged.",
         ["She was charged", "she's charged", "she is also charged"]),
        ("by {name}", "by Ida, by the sea, by One study, by IDA", ["by Ida", "by IDA"]),
        ("by {capital}", "by One, by one", ["by One"]),
        ("a {lower} report", "a long report, a UN report", ["a long report"]),
        ("{percent} of", "60% of, 60 percent of, 60 of", ["60% of", "60 percent of"]),
        ("cost {money}", "cost £2m, cost 4bn euros, cost 4", ["cost £2m", "cost 4bn euros"]),
        ("{many} people", "nine people, 1,200 people, no people", ["nine people", "1,200 people"]),
        ("{count} adults", "1,010 adults, 10 adults, 2016 adults", ["1,010 adults"]),
        ("study {0-2} found", "study of tea found; study of a cup found", ["study of tea found"]),
        ("study {0-9} found", "A study ended. He found it.", []),
        ("story , she said", "a story, she said; a story she said", ["story, she said"]),
        ("it was said", "It was said, “so”; it, was said", ["It was said", "it, was said"]),
        ("don't pay", "They don’t pay and don't pay.", ["don’t pay", "don't pay"]),
        ("post", "A postal post-box, the post.", ["post"]),
    ],
)  # fmt: skip
def test_signs_of_a_phrase(phrase: str, text: str, words: list[str]) -> None:
    assert found(phrase, text) == words


def test_lists_stand_for_their_names() -> None:
    text = "the poll, the pole, the white paper"
    words = ["the poll", "the white paper"]
    assert found("the {noun}", text, noun=("poll", "white paper")) == words


def test_no_phrases_make_no_pattern() -> None:
    assert compile_phrases((), RULEBOOK) is None
    assert find_spans(None, "anything") == ()


def test_spans_that_touch() -> None:
    spans = (Span(0, 3), Span(5, 9))
    assert touches(spans, Span(2, 4))
    assert touches(spans, Span(8, 20))
    assert touches(spans, Span(6, 7))
    assert not touches(spans, Span(3, 5))
    assert not touches((), Span(0, 1))


@pytest.mark.parametrize("hostile", ["study " * 20_000, "a " * 40_000, "Ida, " * 20_000])
def test_hostile_text_takes_linear_time(hostile: str) -> None:
    start = time.monotonic()
    found("a|an {lower}? {lower}? study {0-14} found|shows", hostile)
    assert time.monotonic() - start < 5
