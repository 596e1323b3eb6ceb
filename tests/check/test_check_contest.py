"""Checks that look for a dispute, a crowd or an inner life, over texts read by all the stages."""

from __future__ import annotations

import pytest

from attrib.checking import check_article
from attrib.ingest import make_article
from attrib.rulebook import load_rulebook
from attrib.settings import Settings

RULEBOOK = load_rulebook()


def words_of(code: str, text: str, title: str | None = None) -> list[str]:
    settings = Settings(select=(code,))
    found = check_article(make_article(text, title=title), RULEBOOK, settings=settings).diagnostics
    return [one.span.of(text) for one in found]


DENIED = "Bo Ashby, its chairman, denied that. He said that both gates had been shut."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Ida Moss pointed out that the board had left the gates open. {DENIED}", "pointed out"),
        (f"The gates, as Ida Moss has shown, were left open. {DENIED}", "has shown"),
        (f"Ida Moss exposed how the board had left the gates open. {DENIED}", "exposed how"),
        (f"The gates, Ida Moss revealed, had been left open. {DENIED}", "revealed"),
    ],
)
def test_vouching_for_what_another_contests_is_found(text: str, words: str) -> None:
    assert words in words_of("AT401", text)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Moss pointed out that the gates are green. Bo Ashby said he liked the colour.",
        f"The minutes reveal that the board had left the gates open. {DENIED}",
        f"Ida Moss said that the board had left the gates open. {DENIED}",
        "Ida Moss admitted that she took the cash. She pleaded guilty. Bo Ashby denied theft.",
        f'"As I pointed out, the gates were open," Ida Moss said. {DENIED}',
    ],
)
def test_vouching_that_nobody_contests_is_left_alone(text: str) -> None:
    assert words_of("AT401", text) == []


SIDES = (
    "Ida Moss said the board had ignored three letters. Bo Ashby, the board's chairman, said "
    "that no letter had come."
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{SIDES} The fact that the board ignored the letters comes up today.", "The fact that"),
        (f"{SIDES} The board's failure to answer comes up on Monday.", "failure to"),
    ],
)
def test_frame_over_what_two_sides_contest_is_found(text: str, words: str) -> None:
    assert words_of("AT407", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The fact that the bridge is red helps, Ida Moss said. It opens in May.",
        f"{SIDES} A jury found the board guilty. The fact that it ignored letters was not new.",
    ],
)
def test_frame_over_what_is_settled_is_left_alone(text: str) -> None:
    assert words_of("AT407", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is too narrow, many engineers believe. It opens in May.",
        "The bridge has been hailed by critics as a marvel. It opens in May.",
        "Some in the trade doubt that the bridge will last. It opens in May.",
        "According to experts, the bridge will last. It opens in May.",
    ],
)
def test_crowd_is_found_however_it_is_put(text: str) -> None:
    assert len(words_of("AT501", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Engineers at Leedon Works believe that the bridge is too narrow. It opens in May.",
        "Three engineers said that the bridge was too narrow. It opens in May.",
        "Ida Moss said that many engineers believe the bridge is too narrow.",
        "Many engineers crossed the bridge. It opens in May.",
    ],
)
def test_crowd_that_is_narrowed_counted_or_silent_is_left_alone(text: str) -> None:
    assert words_of("AT501", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ida Moss, who has run the inn since 1998, fears an empty summer. The quay is bare.",
        "The keeper watched from the wall, knowing in his heart that it was over.",
        "What she really wants is a seat on the board. The board meets in May.",
    ],
)
def test_mind_is_read_across_asides_and_in_inner_words(text: str) -> None:
    assert len(words_of("AT404", text)) == 1


def test_story_of_a_poll_may_tell_of_minds() -> None:
    text = "Older drivers fear the roadworks. The bridge opens in May."
    assert words_of("AT404", text) != []
    assert words_of("AT404", text, title="Half of drivers dread roadworks, poll finds") == []


def test_aside_in_plain_words_may_be_smiled() -> None:
    assert words_of("AT405", "The boats, she smiled, were all sold.") == ["smiled"]
    assert words_of("AT405", "The boats, she said, were all sold.") == []


def test_headline_may_say_what_kind_of_piece_it_is() -> None:
    text = "The reform ruined the valley. The council meets on Friday."
    assert words_of("AT504", text) != []
    assert words_of("AT504", text, title="Why the reform must go: an opinion") == []


@pytest.mark.parametrize("code", ["AT401", "AT403", "AT404", "AT407", "AT501", "AT505"])
def test_empty_text_holds_nothing(code: str) -> None:
    assert words_of(code, "") == []
