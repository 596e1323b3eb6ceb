"""Kinds unclosed-quote, stitched-quote, heavy-brackets, strength-drift: AT306 to AT313."""

from __future__ import annotations

import time

import pytest
from drafting import Said, checked, codes

from attrib.api import article, check
from attrib.records import Diagnostic
from attrib.settings import Settings


def found_by(code: str, text: str, title: str | None = None) -> tuple[Diagnostic, ...]:
    return check(article(text, title=title), settings=Settings(select=(code,)))


def words_of(found: tuple[Diagnostic, ...]) -> list[str]:
    return [diagnostic.words for diagnostic in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"We won, she said.', '"We won, she said.'),
        ('Rain fell. We won," said Bo Ashby.', 'won,"'),
        ("Bo Ashby said: “We will never close.\n\nThe yard is old.", "“We will never close."),
        ('"We rebuild, said Mia Holt. "We must."\n\nRain fell.', '"We rebuild, said Mia'),
        ("“I heard ‘run,” Lowe said. “So I ran.”", "‘run,” Lowe said. “So"),
        ("She called it 'a shambles and left.", "'a shambles and left."),
        ("“We are ready,” said Ida Moss. “We wait.\n\n“They lie,” said Bo Ashby.", "“We wait."),
    ],
)
def test_mark_without_a_partner_is_found(text: str, words: str) -> None:
    assert words_of(found_by("AT312", text)) == [words]


def test_quote_with_marks_of_two_makes_is_found() -> None:
    assert words_of(found_by("AT312", '“We won the vote", she said.')) == ['vote"']
    mixed = '“We won", she said. “They lost", he said. “It rained", she said.'
    assert words_of(found_by("AT312", mixed)) == []


def test_quote_closed_before_the_paragraph_that_goes_on_with_it_is_found() -> None:
    text = (
        'Ida Moss said: "You betrayed this town."\n\n'
        '"You have shown no remorse for what you did to it."\n\nThe court rose.'
    )
    (found,) = found_by("AT312", text)
    assert found.words == 'town."'
    assert [place.span.of(text)[:9] for place in found.related] == ['"You have']


@pytest.mark.parametrize(
    "text",
    [
        "",
        '"We won," she said.',
        "He wore '90s jeans and a 6'2\" frame, and the class of '09 cheered.",
        'The plank is 12" long.',
        "Give 'em rock 'n' roll, 'cause the players' union met.",
        "“We won the vote.\n\n“We will win again,” said Ida Moss.",
        "\"He told me 'never again',\" she said.",
        'The mayor was "ready to go."\n\n"I have waited for many years for this," she said.',
        '<post by="moss">We won</post>',
        'Are you sure, she asked. "Are you sure?"\n\n"Yes."\n\nThey left.',
    ],
)
def test_marks_that_pair_and_marks_that_are_none_are_left_alone(text: str) -> None:
    assert words_of(found_by("AT312", text)) == []


def test_mark_alone_in_the_title_is_found_there() -> None:
    (found,) = found_by("AT312", "The ferry is old.", title='"We never pay, says board')
    assert (found.field, found.words) == ("title", '"We never pay, says')
    assert found_by("AT312", "The ferry is old.", title="Ferry 'was old', says captain") == ()


@pytest.mark.parametrize(
    "quote",
    [
        "We have … worked … for this",
        "The plan was a success … we will close it",
        "We had a poor year ... We will grow again",
        "It is safe [...] it has been tested",
        "It was our crane...we will mend it",
        "We had words … he is my captain",
    ],
)
def test_stitched_quote_is_found(quote: str) -> None:
    text = f'Ida Moss said: "{quote}."'
    said = Said(quote, "Ida Moss", "said", voice="direct")
    assert codes(checked(text, said, select=("AT306",))) == ["AT306"]


@pytest.mark.parametrize(
    "quote",
    [
        "We won",
        "… and so we won …",
        "We had a poor year. ... We will grow again",
        "I ... I do not know it",
        "Well ... um ... we lost",
        "We go on for as long as … it takes",
        "Great crowd...so many friends...thank you",
    ],
)
def test_pause_and_single_cut_are_left_alone(quote: str) -> None:
    text = f'Ida Moss said: "{quote}."'
    said = Said(quote, "Ida Moss", "said", voice="direct")
    assert codes(checked(text, said, select=("AT306",))) == []


def test_law_and_verse_may_be_cut() -> None:
    text = 'The statute says: "no person … shall be deprived … of property."'
    assert codes(checked(text, select=("AT306",))) == []


@pytest.mark.parametrize(
    "quote",
    [
        "[The mayor] told [the council] of [the bridge]",
        "[We intend to appeal] it now",
        "He [Reiss] gave it [the money] to her [Moss]",
    ],
)
def test_heavy_brackets_are_found(quote: str) -> None:
    assert codes(checked(f'Moss said: "{quote}."', select=("AT307",))) == ["AT307"]


@pytest.mark.parametrize(
    "quote",
    [
        "It [the bridge] is safe",
        "He done [sic] it [laughs] and [sic] knew it",
        "[W]e win [t]his and [i]t lasts",
        "Thank [Bob] Corker, [Newt] Gingrich and [Mike] Pence",
        "We [...] go [...] on [...] now",
    ],
)
def test_notes_names_and_letters_in_brackets_are_left_alone(quote: str) -> None:
    assert codes(checked(f'Moss said: "{quote}."', select=("AT307",))) == []


def drift(text: str) -> list[str]:
    return words_of(found_by("AT313", text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            'The firm will close the plant, Dov Reiss said. "We could close the plant," he said.',
            ["will close"],
        ),
        ('Ida Moss said 200 jobs would go. "Up to 200 jobs will go," Moss said.', ["200"]),
        ('All teachers oppose it, said Bo Ashby. "Some teachers oppose it," he said.', ["All"]),
        ('Ida Moss said it is always late. "The bus is often late," Moss said.', ["always"]),
        (
            'Ida Moss ruled out a sale, she said. "I\'d be surprised if we sold," Moss said.',
            ["ruled out"],
        ),
        (
            'The fire was started deliberately, chief Bo Ashby said. "It\'s consistent with that, '
            'but the lab work isn\'t back," Ashby said.',
            ["deliberately"],
        ),
        (
            'More than half of pupils failed, head Ida Moss said. "Four in ten pupils failed," '
            "Moss said.",
            ["half"],
        ),
    ],
)  # fmt: skip
def test_text_stronger_than_its_quote_is_found(text: str, words: list[str]) -> None:
    assert drift(text) == words


@pytest.mark.parametrize(
    "text",
    [
        'The firm could close the plant, Dov Reiss said. "We could close the plant," he said.',
        'The plant will close, the union said. "We could close the plant," Dov Reiss said.',
        'Ida Moss said up to 200 jobs would go. "Up to 200 jobs will go," Moss said.',
        'Some 40 people fell ill, said Ida Moss. "About 40 people fell ill," Moss said.',
        'Ida Moss said the plant closes in May. "It will close in May," she said.',
        'Ida Moss said the pier will shut. "We might shut it," Moss said. A signed order followed.',
        'A third of pupils failed, head Ida Moss said. "Four in ten pupils failed," Moss said.',
        'Bo Ashby ruled out a sale, he said. "I will never sell the yard," Ashby said.',
        "",
    ],
)
def test_text_as_strong_as_its_quote_is_left_alone(text: str) -> None:
    assert drift(text) == []


@pytest.mark.parametrize("piece", ['"We may … win, ', "‘[a] may ", '"A. B," said Bo. ', "“"])
def test_long_text_of_marks_takes_time_in_step_with_its_length(piece: str) -> None:
    def seconds(times: int) -> float:
        start = time.perf_counter()
        checked(piece * times, select=("AT301", "AT302", "AT303", "AT306", "AT312", "AT313"))
        return time.perf_counter() - start

    seconds(50)
    assert seconds(1600) < 30 * max(seconds(200), 0.01)
